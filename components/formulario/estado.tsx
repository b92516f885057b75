"use client";
import { useSyncExternalStore } from "react";
import { EstadoGuardado, type Guardado } from "@/components/ui/estado-guardado";
import type { EstadoCola } from "./cola";
import { useCola } from "./proveedor";

const HORA = new Intl.DateTimeFormat("es-CL", {
  hour: "2-digit",
  minute: "2-digit",
  hour12: false,
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
      return { estado: "error", motivo: "su sesión terminó; ingrese de nuevo y se guardará lo que escribió" };
    case "sobrecarga":
      return {
        estado: "error",
        motivo: "estamos recibiendo muchas visitas; su texto está guardado en este equipo",
      };
    case "detenido":
      return { estado: "error", motivo: `hay ${estado.cuantos} textos que esperan su decisión` };
  }
}

const INICIAL: EstadoCola = { tipo: "guardado", en: null };

/** Whether what was typed in this institution is safe: the truth of the queue, in the words of `EstadoGuardado`. */
export function EstadoDeLaCola() {
  const cola = useCola();
  const guardado = paraPersona(useSyncExternalStore(cola.suscribir, cola.verEstado, () => INICIAL));
  return guardado && <EstadoGuardado guardado={guardado} />;
}
