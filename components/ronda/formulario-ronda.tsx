"use client";
import type { ComponentProps } from "react";
import { CasillaGrupo } from "@/components/ui/casilla-grupo";
import { EntradaFecha } from "@/components/ui/entrada-fecha";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { FormularioAccion } from "@/components/ui/formulario-accion";

type Props = {
  accion: ComponentProps<typeof FormularioAccion>["accion"];
  requisitos: readonly { valor: string; texto: string }[];
  /** The round that changes; a new one without it. Days as dd/mm/aaaa. */
  actual?: {
    readonly id: string;
    readonly nombre: string;
    readonly requisitos: readonly string[];
    readonly abre: string;
    readonly cierra: string;
    readonly retroalimentacion: string;
  };
};

/** Name, requirements and dates of a preliminary round. */
export function FormularioRonda({ accion, requisitos, actual }: Props) {
  const prefijo = `ronda-${actual?.id ?? "nueva"}-`;
  return (
    <FormularioAccion
      accion={accion}
      ocultos={{ ronda: actual?.id ?? "" }}
      prefijo={prefijo}
      boton={actual ? "Guardar los cambios" : "Abrir la ronda"}
      textoPendiente="Guardando…"
      hecho={actual ? "La ronda quedó cambiada." : "La ronda quedó abierta para las fechas indicadas."}
    >
      {({ error, valor }) => (
        <>
          <EntradaTexto
            id={`${prefijo}nombre`}
            name="nombre"
            etiqueta="Nombre"
            ayuda="Como lo leerán las instituciones: «Primer ejercicio metodológico»."
            defaultValue={valor("nombre", actual?.nombre)}
            error={error("nombre")}
          />
          <CasillaGrupo
            id={`${prefijo}requisitos`}
            name="requisitos[]"
            etiqueta="Requisitos que se revisan"
            opciones={requisitos}
            valoresIniciales={actual?.requisitos ?? requisitos.map(({ valor: id }) => id)}
            error={error("requisitos")}
          />
          <div className="grid gap-4 sm:grid-cols-3">
            <EntradaFecha
              id={`${prefijo}abre`}
              name="abre"
              etiqueta="Se abre"
              defaultValue={valor("abre", actual?.abre)}
              error={error("abre")}
            />
            <EntradaFecha
              id={`${prefijo}cierra`}
              name="cierra"
              etiqueta="Último día para enviar"
              ayuda="Ese día también cuenta."
              defaultValue={valor("cierra", actual?.cierra)}
              error={error("cierra")}
            />
            <EntradaFecha
              id={`${prefijo}retroalimentacion`}
              name="retroalimentacion"
              etiqueta="Retroalimentación hasta"
              ayuda="Ese día también cuenta."
              defaultValue={valor("retroalimentacion", actual?.retroalimentacion)}
              error={error("retroalimentacion")}
            />
          </div>
        </>
      )}
    </FormularioAccion>
  );
}
