import { buscarEnvio, crearEnvio, type EnvioListado, marcarCorregido } from "@/lib/datos/repositorio/envio";
import type { Transaccion } from "@/lib/datos/transaccion";
import type { Expediente } from "@/lib/expediente/formato";
import { type Huellas, huella } from "@/lib/expediente/huella";
import { codigoNuevo } from "@/lib/flujo/codigo";
import { exito, fallar, type Resultado } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "../contexto";
import { avisarVersionPorRevisar } from "../observacion/aviso";

/** What the final submission and a preliminary round freeze in the same way. */

export type Enviado = { readonly version: number; readonly codigo: string };

/** A frozen version may be long: tens of thousands of recipients. */
export const DURACION_MS = 60_000;

/**
 * Another click, another tab, a retry after a drop: the same submission, if it is of the same expediente; otherwise
 * `ya_enviado`, said with `mensaje`.
 * @param vista digest of the whole expediente that the person was shown
 */
export async function responderEnCurso(
  tx: Transaccion,
  { institucionId, ejercicioId, version, codigo }: EnvioListado,
  vista: string,
  mensaje: string,
): Promise<Resultado<Enviado>> {
  const envio = await buscarEnvio(tx, institucionId, version, ejercicioId);
  if (envio && huella(envio.contenido) === vista) return exito({ version, codigo });
  return fallar("ya_enviado", mensaje);
}

type PorCongelar = {
  readonly ejercicioId: string;
  readonly expediente: Expediente;
  readonly huellas: Huellas;
  /** The returned version that this one corrects. */
  readonly devuelto: EnvioListado | null;
  /** Null for the final submission. */
  readonly ronda: { readonly id: string; readonly nombre: string } | null;
};

/** Freezes a version with its digests and a code, and tells its reviewers. The returned one becomes corrected by it. */
export async function congelarVersion(
  tx: Transaccion,
  ctx: ContextoInstitucion,
  { ejercicioId, expediente, huellas, devuelto, ronda }: PorCongelar,
): Promise<Enviado> {
  const { huellaPlan = null, huellaInforme = null } = huellas;
  if (devuelto) await marcarCorregido(tx, devuelto.id);
  const codigo = codigoNuevo();
  const { id: envioId, version } = await crearEnvio(tx, {
    institucionId: ctx.institucion.id,
    ejercicioId,
    rondaId: ronda?.id ?? null,
    contenido: expediente,
    huellaPlan,
    huellaInforme,
    codigo,
    enviadoPorId: ctx.actor.usuarioId,
    enviadoEn: ctx.ahora,
  });
  await avisarVersionPorRevisar(tx, ctx, { ejercicioId, envioId, version, ronda: ronda?.nombre ?? null });
  return { version, codigo };
}
