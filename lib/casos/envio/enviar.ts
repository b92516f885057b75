import { tomarMateria } from "@/lib/datos/repositorio/aprobacion";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { type EnvioListado, ultimoEnvio } from "@/lib/datos/repositorio/envio";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { aplicarAjustes } from "@/lib/expediente/aplicar";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { huella, huellasDe } from "@/lib/expediente/huella";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { ESTADOS_QUE_CIERRAN, siguienteDeRevision } from "@/lib/flujo/revision";
import { avisar } from "../aviso";
import { personasDe } from "../comite/situacion";
import type { ContextoInstitucion } from "../contexto";
import { expedienteConFaltas } from "../expediente";
import { leerVistas } from "../observacion/leer";
import { porQueNoAhora, ventanaDeEnvio } from "./plazo";
import { congelarVersion, DURACION_MS, type Enviado, responderEnCurso } from "./version";

/** `huella`: digest of the whole expediente that the person was shown at the last check. */
export type Enviar = { readonly huella: string };

/**
 * Submits the expediente to the Red de Expertos when no rule of level error is broken: a frozen version with its
 * digests and a code, told to the counterpart (the sender too) and the Committee. Idempotent by the key of the intent,
 * and also without it: while what was sent is in course, sending the same again answers with it.
 * After a return it sends the next version, and the observed one becomes corrected with it: each observation must have
 * been answered or attended, and it can be sent until the date to answer even after the window closes (decision 0115).
 * Fails: `ya_enviado`, `fuera_de_plazo`, `sin_responder`, `con_faltas`, `conflicto_version`, `sin_plan`.
 */
export function enviarExpediente(ctx: ContextoInstitucion, entrada: Enviar): Promise<Resultado<Enviado>> {
  const institucionId = ctx.institucion.id;
  return conActor(
    ctx.actor,
    "envio.enviar",
    async (tx) => {
      if (!puede(ctx.actor, "envio.enviar", institucionId)) return NO_ENCONTRADO;
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      // Alone in the institution: whoever sends at the same instant waits here and then finds it sent.
      await tomarMateria(tx, { institucionId, ejercicioId: ejercicio.id, materia: "informe" });
      return unaVez(tx, ctx, "envio.enviar", async () => {
        const ultimo = await ultimoEnvio(tx, institucionId, ejercicio.id);
        if (ultimo && ESTADOS_QUE_CIERRAN.includes(ultimo.estado))
          return responderEnCurso(tx, ultimo, entrada.huella, YA_ENVIADO);
        const devuelto =
          ultimo && siguienteDeRevision(ultimo.estado, "corregir", false) !== null ? ultimo : null;
        const ventana = await ventanaDeEnvio(tx, institucionId, ejercicio);
        const tarde = porQueNoAhora(ventana, devuelto?.responderHasta ?? null, ctx.ahora);
        if (tarde) return fallar("fuera_de_plazo", tarde);
        const pendientes = devuelto
          ? (await leerVistas(tx, institucionId, ejercicio.id)).filter(
              ({ rondaId, pendiente }) => rondaId === null && pendiente,
            ).length
          : 0;
        if (pendientes > 0) return fallar("sin_responder", faltaResponder(pendientes));
        return congelar(tx, ctx, entrada, devuelto);
      });
    },
    { duracionMs: DURACION_MS },
  );
}

const YA_ENVIADO = "El expediente ya fue enviado y está en revisión. Recargue la página.";

/** How many observations the institution still owes an answer to, with the remedy. */
export function faltaResponder(cuantas: number): string {
  const que = cuantas === 1 ? "Queda 1 observación" : `Quedan ${cuantas} observaciones`;
  return `${que} sin responder ni marcar como ${cuantas === 1 ? "atendida" : "atendidas"}. Hágalo en la página Revisión antes de enviar.`;
}

async function congelar(
  tx: Transaccion,
  ctx: ContextoInstitucion,
  entrada: Enviar,
  devuelto: EnvioListado | null,
): Promise<Resultado<Enviado>> {
  const leido = await expedienteConFaltas(tx, ctx);
  if (!leido.ok) return leido;
  const { expediente, faltas, ejercicio } = leido.valor;
  const errores = faltas.filter(({ nivel }) => nivel === "error").length;
  const huellas = huellasDe(aplicarAjustes(expediente), expediente.informe);
  if (errores > 0 || !huellas.huellaPlan || !huellas.huellaInforme) {
    const cuantas = errores === 1 ? "Queda 1 falta" : `Quedan ${errores} faltas`;
    return fallar("con_faltas", `${cuantas} por corregir antes de enviar. Recargue la página para verlas.`);
  }
  if (huella(expediente) !== entrada.huella)
    return fallar(
      "conflicto_version",
      "El expediente cambió después de la revisión que usted vio. Recargue la página y revíselo otra vez.",
    );
  const ejercicioId = ejercicio.id;
  const enviado = await congelarVersion(tx, ctx, { ejercicioId, expediente, huellas, devuelto, ronda: null });
  const { version, codigo } = enviado;
  const { integrantes, contrapartes } = await personasDe(tx, ctx.institucion.id);
  await avisar(tx, ctx, [...contrapartes, ...integrantes], {
    clave: `envio.enviar ${codigo}`,
    tipo: "envio_recibido",
    asunto: devuelto
      ? "La nueva versión del expediente fue enviada a la Red de Expertos"
      : "El expediente fue enviado a la Red de Expertos",
    texto: `${ctx.actor.nombre} envió ${devuelto ? `la versión ${version} del` : "el"} expediente de ${ctx.institucion.nombre} el ${mostrarInstante(ctx.ahora)} horas de Chile continental. Código de verificación: ${codigo}.`,
    enlace: `/institucion/${ctx.institucion.codigo}/envio`,
    tambienQuienActua: true,
  });
  return exito(enviado);
}
