"use client";
import type { ComponentProps } from "react";
import { AreaTexto } from "@/components/ui/area-texto";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { FormularioAccion } from "@/components/ui/formulario-accion";
import { type Opcion, Seleccion } from "@/components/ui/seleccion";

type Props = { accion: ComponentProps<typeof FormularioAccion>["accion"]; requisitos: readonly Opcion[] };

/** A text to reuse when observing. */
export function FormularioPlantilla({ accion, requisitos }: Props) {
  return (
    <FormularioAccion
      accion={accion}
      boton="Guardar plantilla"
      textoPendiente="Guardando…"
      hecho="La plantilla quedó guardada."
    >
      {({ error, valor }) => (
        <>
          <EntradaTexto
            id="titulo"
            name="titulo"
            etiqueta="Título"
            ayuda="Con él se elige al observar."
            defaultValue={valor("titulo")}
            error={error("titulo")}
          />
          <Seleccion
            id="requisito"
            name="requisito"
            etiqueta="Requisito"
            vacia="Cualquiera"
            opciones={requisitos}
            defaultValue={valor("requisito", "")}
            error={error("requisito")}
          />
          <AreaTexto
            id="texto"
            name="texto"
            etiqueta="Texto de la observación"
            defaultValue={valor("texto")}
            error={error("texto")}
          />
        </>
      )}
    </FormularioAccion>
  );
}
