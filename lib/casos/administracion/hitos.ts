import type { Ejercicio } from "@/lib/datos/repositorio/ejercicio";
import { mostrarInstante } from "@/lib/expediente/fecha";

/** The milestones in the order people write them, with the names of their fields. */
export const HITOS = [
  { campo: "aperturaAjuste", nombre: "Se abre el ajuste del plan" },
  { campo: "cierreAjuste", nombre: "Último minuto del ajuste del plan" },
  { campo: "aperturaEnvio", nombre: "Se abre el envío" },
  { campo: "cierreEnvio", nombre: "Último minuto del envío" },
] as const;

export type Hito = (typeof HITOS)[number]["campo"];

/** A closing milestone is kept as the first instant that is late and written as its last minute. */
export const esCierre = (hito: Hito): boolean => hito.startsWith("cierre");

const MINUTO = 60_000;

/** Milestones as the form shows them: day and hour of continental Chile. */
export function hitosEnTexto(ejercicio: Ejercicio) {
  const hitos: Partial<Record<Hito, { fecha: string; hora: string }>> = {};
  for (const { campo } of HITOS) {
    const instante = new Date(ejercicio[campo].getTime() - (esCierre(campo) ? MINUTO : 0));
    const [fecha = "", hora = ""] = mostrarInstante(instante).split(", ");
    hitos[campo] = { fecha, hora };
  }
  return { anio: String(ejercicio.anio), edicion: ejercicio.edicion, hitos };
}

/** The instant to keep for a milestone written as its minute. */
export function instanteDeHito(hito: Hito, escrito: Date): Date {
  return esCierre(hito) ? new Date(escrito.getTime() + MINUTO) : escrito;
}
