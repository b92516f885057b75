"use client";
import { useSyncExternalStore } from "react";
import { EstadoGuardado, type Guardado } from "@/components/ui/estado-guardado";
import type { EstadoCola } from "./cola";
import { useCola } from "./proveedor";

const HORA = new Intl.DateTimeFormat("es-CL", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "America/Santiago",
});

function paraPersona(estado: EstadoCola): Guardado | null {
  switch (estado.tipo) {
    case "guardado":
      return estado.en === null ? null : { estado: "guardado", hora: HORA.format(estado.en) };
    case "guardando":
      return { estado: "guardando" };
    case "sin-conexion":
      return { estado: "sin_conexion" };
    case "sin-sesion":
      return {
        estado: "error",
        motivo: "su sesión terminó. Ingrese en otra pestaña y se guardará lo que escribió",
      };
    case "sobrecarga":
      return {
        estado: "error",
        motivo: "estamos recibiendo muchas visitas; su texto está guardado en este equipo",
      };
    case "detenido":
      return {
        estado: "error",
        motivo:
          estado.cuantos === 1
            ? "un texto espera su decisión"
            : `${estado.cuantos} textos esperan su decisión`,
      };
  }
}

const INICIAL: EstadoCola = { tipo: "guardado", en: null };

/** Whether what was typed in this institution is safe: the truth of the queue, in the words of `EstadoGuardado`. */
export function EstadoDeLaCola() {
  const cola = useCola();
  const guardado = paraPersona(useSyncExternalStore(cola.suscribir, cola.verEstado, () => INICIAL));
  return guardado && <EstadoGuardado guardado={guardado} />;
}

/** The same, always in sight at the foot of the window while there is something to say. */
export function BarraDeLaCola() {
  const cola = useCola();
  const estado = useSyncExternalStore(cola.suscribir, cola.verEstado, () => INICIAL);
  if (paraPersona(estado) === null) return null;
  return (
    <div className="no-imprimir barra-cola">
      <div className="borde-forzado pointer-events-auto rounded-md bg-papel px-4 py-2 shadow-panel">
        <EstadoDeLaCola />
      </div>
    </div>
  );
}
