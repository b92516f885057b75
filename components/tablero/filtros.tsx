import { Enlace } from "@/components/ui/enlace";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { estiloBoton } from "@/components/ui/estilo-boton";
import { FormularioBusqueda } from "@/components/ui/formulario-busqueda";
import { Icono } from "@/components/ui/iconos";
import { Seleccion } from "@/components/ui/seleccion";
import { CONDICIONES, ETAPAS, IDS_ETAPA, SIN_GRUPO } from "@/lib/flujo/tablero";
import { direccionDelTablero, type Vista } from "./direccion";

type Props = {
  readonly vista: Vista;
  readonly ministerios: readonly string[];
  readonly grupos: readonly { readonly id: string; readonly nombre: string }[];
};

/** What is asked of the board, in its address: it can be shared, and «back» undoes it. Works without script. */
export function FiltrosTablero({ vista, ministerios, grupos }: Props) {
  const { texto, ministerio, grupo, etapa, con, por } = vista;
  const hayFiltro = [texto, ministerio, grupo, etapa, con].some((valor) => valor !== "");
  const caja = "min-w-0 flex-1 basis-60";
  return (
    <search aria-label="Instituciones" className="no-imprimir rounded-md border border-borde bg-papel p-4">
      <FormularioBusqueda pedido={vista} action="/coordinacion" className="flex flex-wrap items-end gap-4">
        {por !== "ministerio" && <input type="hidden" name="por" value={por} />}
        <div className={caja}>
          <EntradaTexto
            id="texto"
            name="texto"
            type="search"
            etiqueta="Nombre, código o ministerio"
            defaultValue={texto}
          />
        </div>
        <div className={caja}>
          <Seleccion
            id="ministerio"
            name="ministerio"
            etiqueta="Ministerio"
            vacia="Todos"
            defaultValue={ministerio}
            opciones={ministerios.map((valor) => ({ valor, texto: valor }))}
          />
        </div>
        <div className={caja}>
          <Seleccion
            id="grupo"
            name="grupo"
            etiqueta="Grupo"
            vacia="Todos"
            defaultValue={grupo}
            opciones={[
              ...grupos.map(({ id, nombre }) => ({ valor: id, texto: nombre })),
              { valor: SIN_GRUPO, texto: "Sin grupo" },
            ]}
          />
        </div>
        <div className={caja}>
          <Seleccion
            id="etapa"
            name="etapa"
            etiqueta="Etapa"
            vacia="Todas"
            defaultValue={etapa}
            opciones={IDS_ETAPA.map((valor) => ({ valor, texto: ETAPAS[valor].nombre }))}
          />
        </div>
        <div className={caja}>
          <Seleccion
            id="con"
            name="con"
            etiqueta="Solo las que están"
            vacia="Como sea"
            defaultValue={con}
            opciones={Object.entries(CONDICIONES).map(([valor, nombre]) => ({ valor, texto: nombre }))}
          />
        </div>
        <div className="flex flex-wrap items-center gap-4">
          <button type="submit" className={estiloBoton("secundario")}>
            <Icono nombre="buscar" />
            Buscar
          </button>
          {hayFiltro && <Enlace href={direccionDelTablero({ por })}>Quitar los filtros</Enlace>}
        </div>
      </FormularioBusqueda>
    </search>
  );
}
