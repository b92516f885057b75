"use client";
import { FormularioAccion } from "@/components/formulario/formulario-accion";
import type { AccionFormulario } from "@/components/formulario/llamar";
import { CasillaGrupo } from "@/components/ui/casilla-grupo";
import { EntradaFecha } from "@/components/ui/entrada-fecha";
import { EntradaTexto } from "@/components/ui/entrada-texto";

type Props = {
  accion: AccionFormulario;
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
      {({ campo, error }) => (
        <>
          <EntradaTexto
            {...campo("nombre", actual?.nombre)}
            etiqueta="Nombre"
            ayuda="Como lo leerán las instituciones: «Primer ejercicio metodológico»."
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
            <EntradaFecha {...campo("abre", actual?.abre)} etiqueta="Se abre" ayuda="Desde las 00:00." />
            <EntradaFecha
              {...campo("cierra", actual?.cierra)}
              etiqueta="Último día para enviar"
              ayuda="Ese día también cuenta."
            />
            <EntradaFecha
              {...campo("retroalimentacion", actual?.retroalimentacion)}
              etiqueta="Retroalimentación hasta"
              ayuda="Ese día también cuenta."
            />
          </div>
        </>
      )}
    </FormularioAccion>
  );
}
