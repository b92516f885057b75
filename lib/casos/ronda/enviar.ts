import { tomarMateria } from "@/lib/datos/repositorio/aprobacion";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import {
  buscarEnvio,
  crearEnvio,
  type EnvioListado,
  marcarCorregido,
  ultimoEnvio,
} from "@/lib/datos/repositorio/envio";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { type RondaLeida, rondasDe } from "@/lib/datos/repositorio/ronda";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { aplicarAjustes } from "@/lib/expediente/aplicar";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { huella, huellasDe } from "@/lib/expediente/huella";
import { codigoNuevo } from "@/lib/flujo/codigo";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { siguienteDeRevision } from "@/lib/flujo/revision";
import { estadoDeRonda, ultimoDe } from "@/lib/flujo/ronda";
import { avisar } from "../aviso";
import { personasDe } from "../comite/situacion";
import type { ContextoInstitucion } from "../contexto";
import type { Enviado } from "../envio/enviar";
import { expedienteConFaltas } from "../expediente";
import { avisarVersionPorRevisar } from "../observacion/aviso";

export type EnviarARonda = {
  readonly ronda: string;
  /** Digest of the whole expediente that the person was shown. */
  readonly huella: string;
};

/** A frozen version may be long: tens of thousands of recipients. */
const DURACION_MS = 60_000;

/**
 * Sends the expediente as it stands to an open preliminary round: voluntary, with whatever faults it has, and nothing is
 * closed by it. With the feedback received it may be sent again; the observed version becomes corrected.
 * Idempotent as `enviarExpediente`. Fails: `fuera_de_plazo`, `ya_enviado`, `conflicto_version`, `sin_plan`.
 */
export function enviarARonda(ctx: ContextoInstitucion, entrada: EnviarARonda): Promise<Resultado<Enviado>> {
  const institucionId = ctx.institucion.id;
  return conActor(
    ctx.actor,
    "ronda.enviar",
    async (tx) => {
      if (!puede(ctx.actor, "envio.enviar", institucionId)) return NO_ENCONTRADO;
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      // Alone in the institution: what is read is what is frozen, and whoever comes second finds it sent.
      await tomarMateria(tx, { institucionId, ejercicioId: ejercicio.id, materia: "informe" });
      return unaVez(tx, ctx, "ronda.enviar", async () => {
        const ronda = (await rondasDe(tx, ejercicio.id)).find(({ id }) => id === entrada.ronda);
        if (!ronda) return NO_ENCONTRADO;
        const ultimo = await ultimoEnvio(tx, institucionId, ejercicio.id, ronda.id);
        if (ultimo?.estado === "enviado" || ultimo?.estado === "en_revision")
          return responderEnCurso(tx, ultimo, entrada);
        const cerrada = porQueNoSeEnvia(ronda, ctx.ahora);
        if (cerrada) return fallar("fuera_de_plazo", cerrada);
        const devuelto =
          ultimo && siguienteDeRevision(ultimo.estado, "corregir", true) !== null ? ultimo : null;
        return congelar(tx, ctx, ronda, entrada, devuelto);
      });
    },
    { duracionMs: DURACION_MS },
  );
}

/** Why nothing can be sent to a round at an instant; null when it can. */
export function porQueNoSeEnvia(ronda: RondaLeida, ahora: Date): string | null {
  const estado = estadoDeRonda(ronda, ahora);
  if (estado === "abierta") return null;
  return estado === "por_abrir"
    ? `La ronda se abre el ${mostrarInstante(ronda.abreEn)} horas de Chile continental.`
    : `La ronda cerró el ${mostrarInstante(ultimoDe(ronda.cierraEn))} horas de Chile continental. Es voluntaria: no afecta el envío final.`;
}

async function responderEnCurso(
  tx: Transaccion,
  { institucionId, ejercicioId, version, codigo }: EnvioListado,
  entrada: EnviarARonda,
): Promise<Resultado<Enviado>> {
  const envio = await buscarEnvio(tx, institucionId, version, ejercicioId);
  if (envio && huella(envio.contenido) === entrada.huella) return exito({ version, codigo });
  return fallar(
    "ya_enviado",
    "Ya envió una versión a esta ronda y la dupla revisora aún no la devuelve. Puede seguir trabajando y enviar otra cuando llegue la retroalimentación.",
  );
}

async function congelar(
  tx: Transaccion,
  ctx: ContextoInstitucion,
  ronda: RondaLeida,
  entrada: EnviarARonda,
  devuelto: EnvioListado | null,
): Promise<Resultado<Enviado>> {
  const leido = await expedienteConFaltas(tx, ctx);
  if (!leido.ok) return leido;
  const { expediente, ejercicio } = leido.valor;
  if (huella(expediente) !== entrada.huella)
    return fallar(
      "conflicto_version",
      "El expediente cambió después de lo que usted vio. Recargue la página y revíselo otra vez.",
    );
  const { huellaPlan = null, huellaInforme = null } = huellasDe(
    aplicarAjustes(expediente),
    expediente.informe,
  );
  if (devuelto) await marcarCorregido(tx, devuelto.id);
  const codigo = codigoNuevo();
  const { id: envioId, version } = await crearEnvio(tx, {
    institucionId: ctx.institucion.id,
    ejercicioId: ejercicio.id,
    rondaId: ronda.id,
    contenido: expediente,
    huellaPlan,
    huellaInforme,
    codigo,
    enviadoPorId: ctx.actor.usuarioId,
    enviadoEn: ctx.ahora,
  });
  const { contrapartes } = await personasDe(tx, ctx.institucion.id);
  await avisar(tx, ctx, contrapartes, {
    clave: `ronda.enviar ${codigo}`,
    tipo: "envio_recibido",
    asunto: `Se envió una versión a la ronda «${ronda.nombre}»`,
    texto: `${ctx.actor.nombre} envió el expediente de ${ctx.institucion.nombre}, como está, a la ronda voluntaria «${ronda.nombre}» el ${mostrarInstante(ctx.ahora)} horas de Chile continental. Puede seguir trabajando en él. Código de verificación: ${codigo}.`,
    enlace: `/institucion/${ctx.institucion.codigo}/revision/${ronda.id}`,
    tambienQuienActua: true,
  });
  await avisarVersionPorRevisar(tx, ctx, {
    ejercicioId: ejercicio.id,
    envioId,
    version,
    ronda: ronda.nombre,
  });
  return exito({ version, codigo });
}
