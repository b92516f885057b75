import { compartirInstitucion, reservarInstitucion } from "@/lib/datos/repositorio/cerrojo";
import { type EnvioDeRevision, leerEnvioDeRevision } from "@/lib/datos/repositorio/revision";
import type { Transaccion } from "@/lib/datos/transaccion";
import { type Accion, puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { ESTADOS_ENVIO, type EventoRevision, siguienteDeRevision } from "@/lib/flujo/revision";
import { ID_REQUISITOS, type IdRequisito } from "@/lib/guia/e3-2025/requisitos";
import type { Contexto } from "../contexto";

/** Somebody else moved the version between the page and the click. */
export const CHOQUE = fallar(
  "conflicto_estado",
  "Otra persona actuó primero sobre esta versión. Recargue la página para ver cómo quedó.",
);

const CERROJO = { comparte: compartirInstitucion, reserva: reservarInstitucion } as const;

/**
 * A version that the actor reaches and on which they may do an action, read after taking its institution's lock:
 * `comparte` to work on a version under review, `reserva` to move it, none to read.
 * An external validator reads versions of the final round alone.
 */
export async function tomarEnvio(
  tx: Transaccion,
  ctx: Contexto,
  id: string,
  accion: Accion,
  cerrojo?: keyof typeof CERROJO,
): Promise<Resultado<EnvioDeRevision>> {
  const visto = await leerEnvioDeRevision(tx, id);
  if (!visto || !puede(ctx.actor, accion, visto.institucionId)) return NO_ENCONTRADO;
  if (soloLoFinal(ctx) && visto.rondaId !== null) return NO_ENCONTRADO;
  if (!cerrojo) return exito(visto);
  await CERROJO[cerrojo](tx, visto.institucionId);
  const envio = await leerEnvioDeRevision(tx, id);
  return envio ? exito(envio) : NO_ENCONTRADO;
}

/** The version, if it is being reviewed: what is written about it has no other moment. */
export async function tomarEnRevision(
  tx: Transaccion,
  ctx: Contexto,
  id: string,
  accion: Accion = "revision.observar",
): Promise<Resultado<EnvioDeRevision>> {
  const tomado = await tomarEnvio(tx, ctx, id, accion, "comparte");
  if (!tomado.ok || tomado.valor.estado === "en_revision") return tomado;
  return fallar("no_en_revision", mensajeFuera(tomado.valor));
}

/** The version and the state an event leads to; refused, with the reason, when that event does not exist there. */
export async function tomarParaEvento(
  tx: Transaccion,
  ctx: Contexto,
  id: string,
  accion: Accion,
  evento: EventoRevision,
) {
  const tomado = await tomarEnvio(tx, ctx, id, accion, "reserva");
  if (!tomado.ok) return tomado;
  const envio = tomado.valor;
  const hacia = siguienteDeRevision(envio.estado, evento, envio.rondaId !== null);
  return hacia ? exito({ envio, hacia }) : fallar("conflicto_estado", mensajeFuera(envio));
}

function mensajeFuera({ estado, rondaId }: EnvioDeRevision): string {
  const { nombre } = ESTADOS_ENVIO[estado];
  if (estado === "en_revision" && rondaId !== null)
    return "Un ejercicio metodológico termina en su retroalimentación: no se valida. Devuélvalo con observaciones.";
  if (estado === "enviado") return `La versión está en «${nombre}»: ábrala antes de revisarla.`;
  return `La versión está en «${nombre}» y ya no admite esto. Recargue la página para ver cómo quedó.`;
}

/** The requirements that a version is judged by: those of its preliminary round, or all of them. */
export function requisitosDe({ ronda }: Pick<EnvioDeRevision, "ronda">): readonly IdRequisito[] {
  return ronda ? ID_REQUISITOS.filter((id) => ronda.requisitos.includes(id)) : ID_REQUISITOS;
}

/** The round as people read it, after the word «ronda». */
export const nombreDeRonda = ({ ronda }: { readonly ronda: { readonly nombre: string } | null }): string =>
  ronda ? ronda.nombre : "final";

/** Whether the hat reads versions of the final round alone. */
export const soloLoFinal = ({ actor }: Pick<Contexto, "actor">): boolean => actor.rol === "validador_externo";
