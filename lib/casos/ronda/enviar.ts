import { tomarMateria } from "@/lib/datos/repositorio/aprobacion";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { type EnvioListado, ultimoEnvio } from "@/lib/datos/repositorio/envio";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { type RondaLeida, rondasDe } from "@/lib/datos/repositorio/ronda";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { aplicarAjustes } from "@/lib/expediente/aplicar";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { huella, huellasDe } from "@/lib/expediente/huella";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { siguienteDeRevision } from "@/lib/flujo/revision";
import { estadoDeRonda, ultimoDe } from "@/lib/flujo/ronda";
import { avisar } from "../aviso";
import { personasDe } from "../comite/situacion";
import type { ContextoInstitucion } from "../contexto";
import { congelarVersion, DURACION_MS, type Enviado, responderEnCurso } from "../envio/version";
import { expedienteConFaltas } from "../expediente";

export type EnviarARonda = {
  readonly ronda: string;
  /** Digest of the whole expediente that the person was shown. */
  readonly huella: string;
};

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
          return responderEnCurso(tx, ultimo, entrada.huella, YA_ENVIADO);
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

const YA_ENVIADO =
  "Ya envió una versión a esta ronda y la dupla revisora aún no la devuelve. Puede seguir trabajando y enviar otra cuando llegue la retroalimentación.";

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
  const enviado = await congelarVersion(tx, ctx, {
    ejercicioId: ejercicio.id,
    expediente,
    huellas: huellasDe(aplicarAjustes(expediente), expediente.informe),
    devuelto,
    ronda,
  });
  const { contrapartes } = await personasDe(tx, ctx.institucion.id);
  await avisar(tx, ctx, contrapartes, {
    clave: `ronda.enviar ${enviado.codigo}`,
    tipo: "envio_recibido",
    asunto: `Se envió una versión a la ronda «${ronda.nombre}»`,
    texto: `${ctx.actor.nombre} envió el expediente de ${ctx.institucion.nombre}, como está, a la ronda voluntaria «${ronda.nombre}» el ${mostrarInstante(ctx.ahora)} horas de Chile continental. Puede seguir trabajando en él. Código de verificación: ${enviado.codigo}.`,
    enlace: `/institucion/${ctx.institucion.codigo}/revision/${ronda.id}`,
    tambienQuienActua: true,
  });
  return exito(enviado);
}
