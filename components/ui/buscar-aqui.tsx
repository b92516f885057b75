import { Enlace } from "@/components/ui/enlace";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { estiloBoton } from "@/components/ui/estilo-boton";
import { FormularioBusqueda } from "@/components/ui/formulario-busqueda";
import { Icono } from "@/components/ui/iconos";

type Props = {
  /** What is searched, for who hears the region. */
  readonly nombre: string;
  readonly etiqueta: string;
  readonly texto: string;
  /** The same page without what is looked for. */
  readonly quitar: string;
};

/** One box that filters the lists of its page, kept in the address. Works without script. */
export function BuscarAqui({ nombre, etiqueta, texto, quitar }: Props) {
  return (
    <search aria-label={nombre} className="rounded-md border border-borde bg-papel p-4">
      <FormularioBusqueda pedido={texto} className="flex flex-wrap items-end gap-4">
        <div className="min-w-0 flex-1 basis-60">
          <EntradaTexto id="texto" name="texto" type="search" etiqueta={etiqueta} defaultValue={texto} />
        </div>
        <button type="submit" className={estiloBoton("secundario")}>
          <Icono nombre="buscar" />
          Buscar
        </button>
        {texto !== "" && (
          <Enlace href={quitar} className="enlace inline-flex min-h-11 items-center">
            Quitar la búsqueda
          </Enlace>
        )}
      </FormularioBusqueda>
    </search>
  );
}
