import { estiloBoton } from "@/components/ui/estilo-boton";
import { Icono } from "@/components/ui/iconos";
import { type Opcion, Seleccion } from "@/components/ui/seleccion";

/** Hands out the template: blank, or of an institution, with its plan when it has one. A plain form: no script needed. */
export function PlanillaDelPlan({ instituciones }: { instituciones: readonly Opcion[] }) {
  return (
    <form
      action="/coordinacion/precarga/plantilla.xlsx"
      method="get"
      className="flex max-w-2xl flex-col gap-4"
    >
      <Seleccion
        id="institucion"
        name="institucion"
        etiqueta="Institución"
        ayuda="Con una institución, la planilla trae su nombre y el plan que tenga cargado."
        vacia="Ninguna: la planilla en blanco"
        opciones={instituciones}
      />
      <div>
        <button type="submit" className={estiloBoton("secundario")}>
          <Icono nombre="descargar" />
          Descargar la planilla
        </button>
      </div>
    </form>
  );
}
