"use client";
import { FormularioAccion } from "@/components/formulario/formulario-accion";
import type { AccionFormulario } from "@/components/formulario/llamar";
import { AreaTexto } from "@/components/ui/area-texto";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { type Opcion, Seleccion } from "@/components/ui/seleccion";

type Props = { accion: AccionFormulario; requisitos: readonly Opcion[] };

/** A text to reuse when observing. */
export function FormularioPlantilla({ accion, requisitos }: Props) {
  return (
    <FormularioAccion
      accion={accion}
      borrador={["Plantilla de observación"]}
      boton="Guardar plantilla"
      textoPendiente="Guardando…"
      hecho="La plantilla quedó guardada."
    >
      {({ campo }) => (
        <>
          <EntradaTexto {...campo("titulo")} etiqueta="Título" ayuda="Con él se elige al observar." />
          <Seleccion
            {...campo("requisito", "")}
            etiqueta="Requisito"
            vacia="Cualquiera"
            opciones={requisitos}
          />
          <AreaTexto {...campo("texto")} etiqueta="Texto de la observación" />
        </>
      )}
    </FormularioAccion>
  );
}
