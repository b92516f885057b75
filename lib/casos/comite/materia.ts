import { tomarMateria } from "@/lib/datos/repositorio/aprobacion";
import { type Ejercicio, ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import type { Transaccion } from "@/lib/datos/transaccion";
import type { Materia } from "@/lib/flujo/aprobacion";
import { type Accion, puede } from "@/lib/flujo/permiso";
import type { ContextoInstitucion } from "../contexto";

/**
 * Holds a matter for whoever may do `accion` on it, so that from here to the end of the transaction nobody else
 * sends, signs, reopens or saves a field of it.
 * @returns the year; null when there is none, when there is no plan, or when it is not this actor's to touch.
 */
export async function tomarParaActuar(
  tx: Transaccion,
  ctx: ContextoInstitucion,
  materia: Materia,
  accion: Accion,
): Promise<Ejercicio | null> {
  if (!puede(ctx.actor, accion, ctx.institucion.id)) return null;
  const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
  if (!ejercicio) return null;
  const lugar = { institucionId: ctx.institucion.id, ejercicioId: ejercicio.id, materia };
  return (await tomarMateria(tx, lugar)) ? ejercicio : null;
}

/** Path of a matter's page. */
export function rutaComite(codigo: string, materia: Materia): string {
  return `/institucion/${codigo}/comite/${materia}`;
}
