import { Boton } from "@/components/ui/boton";
import { Enlace } from "@/components/ui/enlace";
import { EntradaFecha } from "@/components/ui/entrada-fecha";
import { FormularioBusqueda } from "@/components/ui/formulario-busqueda";
import { Seleccion } from "@/components/ui/seleccion";
import { SECCIONES_BITACORA } from "@/lib/flujo/bitacora";

type Props = {
  base: string;
  seccion: string;
  persona: string;
  desde: string;
  hasta: string;
  personas: readonly { readonly id: string; readonly nombre: string }[];
};

/** What of the trail to show. A plain form: its choice is in the address. */
export function Filtros({ base, seccion, persona, desde, hasta, personas }: Props) {
  const filtrado = [seccion, persona, desde, hasta].some(Boolean);
  return (
    <FormularioBusqueda
      pedido={[seccion, persona, desde, hasta]}
      action={base}
      className="no-imprimir grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4"
    >
      <Seleccion
        id="seccion"
        name="seccion"
        etiqueta="Sección"
        vacia="Todas"
        defaultValue={seccion}
        opciones={Object.entries(SECCIONES_BITACORA).map(([valor, texto]) => ({ valor, texto }))}
      />
      <Seleccion
        id="persona"
        name="persona"
        etiqueta="Persona"
        vacia="Todas"
        defaultValue={persona}
        opciones={personas.map(({ id, nombre }) => ({ valor: id, texto: nombre }))}
      />
      <EntradaFecha id="desde" name="desde" etiqueta="Desde" defaultValue={desde} />
      <EntradaFecha id="hasta" name="hasta" etiqueta="Hasta" defaultValue={hasta} />
      <div className="flex flex-wrap items-center gap-4">
        <Boton type="submit">Filtrar</Boton>
        {filtrado && <Enlace href={base}>Quitar los filtros</Enlace>}
      </div>
    </FormularioBusqueda>
  );
}
