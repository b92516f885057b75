import { duplaDe } from "@/lib/datos/repositorio/revisionAsignacion";
import type { Transaccion } from "@/lib/datos/transaccion";
import { avisar } from "../aviso";
import type { ContextoInstitucion } from "../contexto";

type DeEnvio = {
  readonly ejercicioId: string;
  readonly envioId: string;
  readonly version: number;
  /** Name of the preliminary round; null is the final one. */
  readonly ronda: string | null;
};

/** Tells the pair of reviewers, and who covers for them, that a version of one of their institutions arrived. */
export async function avisarVersionPorRevisar(
  tx: Transaccion,
  ctx: ContextoInstitucion,
  { ejercicioId, envioId, version, ronda }: DeEnvio,
): Promise<void> {
  const dupla = await duplaDe(tx, { institucionId: ctx.institucion.id, ejercicioId }, ctx.ahora);
  await avisar(tx, ctx, dupla, {
    clave: `revision.porRevisar ${envioId}`,
    tipo: "envio_por_revisar",
    asunto: `${ctx.institucion.nombre}: versión ${version} por revisar`,
    texto: `${ctx.institucion.nombre} envió la versión ${version}${ronda === null ? "" : ` a la ronda «${ronda}»`}: espera su revisión.`,
    enlace: `/revision/${envioId}`,
  });
}

/**
 * Tells the pair, once for each version returned, that its institution began to answer. With another version only in the
 * final round: in a preliminary one none is owed.
 */
export async function avisarRespuesta(
  tx: Transaccion,
  ctx: ContextoInstitucion,
  { ejercicioId, envioId, preliminar }: Pick<DeEnvio, "ejercicioId" | "envioId"> & { preliminar: boolean },
): Promise<void> {
  const dupla = await duplaDe(tx, { institucionId: ctx.institucion.id, ejercicioId }, ctx.ahora);
  await avisar(tx, ctx, dupla, {
    clave: `observacion.responde ${envioId}`,
    tipo: "observacion_respondida",
    asunto: `${ctx.institucion.nombre} comenzó a responder las observaciones`,
    texto: `${ctx.institucion.nombre} comenzó a responder las observaciones${preliminar ? " de un ejercicio metodológico" : ": lo verá completo con su nueva versión"}.`,
    enlace: `/revision/${envioId}`,
  });
}
