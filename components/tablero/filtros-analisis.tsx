import { Enlace } from "@/components/ui/enlace";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { estiloBoton } from "@/components/ui/estilo-boton";
import { FormularioBusqueda } from "@/components/ui/formulario-busqueda";
import { Icono } from "@/components/ui/iconos";
import { Seleccion } from "@/components/ui/seleccion";
import { SIN_GRUPO } from "@/lib/flujo/tablero";

type Props = {
  readonly pedido: {
    readonly institucion: string;
    readonly ministerio: string;
    readonly grupo: string;
    readonly campo: string;
    readonly tipo: string;
    readonly texto: string;
  };
  readonly ministerios: readonly string[];
  readonly grupos: readonly { readonly id: string; readonly nombre: string }[];
};

const CAMPOS = [
  { valor: "descripcion", texto: "La descripción" },
  { valor: "internos", texto: "Los factores internos" },
  { valor: "externos", texto: "Los factores externos" },
];

/** Of whom the analysis speaks and what is looked for in the difficulties, in its address. Works without script. */
export function FiltrosAnalisis({ pedido, ministerios, grupos }: Props) {
  const caja = "min-w-0 flex-1 basis-60";
  const hayFiltro = [pedido.institucion, pedido.ministerio, pedido.grupo, pedido.tipo, pedido.texto].some(
    Boolean,
  );
  return (
    <search aria-label="Análisis" className="no-imprimir rounded-md border border-borde bg-papel p-4">
      <FormularioBusqueda
        pedido={pedido}
        action="/coordinacion/analisis"
        className="flex flex-wrap items-end gap-4"
      >
        <div className={caja}>
          <EntradaTexto
            id="institucion"
            name="institucion"
            etiqueta="Código de una institución"
            opcional
            defaultValue={pedido.institucion}
          />
        </div>
        <div className={caja}>
          <Seleccion
            id="ministerio"
            name="ministerio"
            etiqueta="Ministerio"
            vacia="Todos"
            defaultValue={pedido.ministerio}
            opciones={ministerios.map((valor) => ({ valor, texto: valor }))}
          />
        </div>
        <div className={caja}>
          <Seleccion
            id="grupo"
            name="grupo"
            etiqueta="Grupo"
            vacia="Todos"
            defaultValue={pedido.grupo}
            opciones={[
              ...grupos.map(({ id, nombre }) => ({ valor: id, texto: nombre })),
              { valor: SIN_GRUPO, texto: "Sin grupo" },
            ]}
          />
        </div>
        <div className={caja}>
          <Seleccion
            id="tipo"
            name="tipo"
            etiqueta="Dificultades u holguras"
            vacia="Ambas"
            defaultValue={pedido.tipo}
            opciones={[
              { valor: "dificultad", texto: "Dificultades" },
              { valor: "holgura", texto: "Holguras" },
            ]}
          />
        </div>
        <div className={caja}>
          <Seleccion
            id="campo"
            name="campo"
            etiqueta="Buscar en"
            defaultValue={pedido.campo}
            opciones={CAMPOS}
          />
        </div>
        <div className={caja}>
          <EntradaTexto
            id="texto"
            name="texto"
            type="search"
            etiqueta="Palabras de la dificultad"
            opcional
            defaultValue={pedido.texto}
          />
        </div>
        <div className="flex flex-wrap items-center gap-4">
          <button type="submit" className={estiloBoton("secundario")}>
            <Icono nombre="buscar" />
            Buscar
          </button>
          {hayFiltro && <Enlace href="/coordinacion/analisis">Quitar los filtros</Enlace>}
        </div>
      </FormularioBusqueda>
    </search>
  );
}
