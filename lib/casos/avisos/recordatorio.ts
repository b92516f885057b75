import { encolarCorreos } from "@/lib/datos/repositorio/correo";
import { crearNotificaciones } from "@/lib/datos/repositorio/notificacion";
import { type PlazoPorAvisar, plazosPorAvisar } from "@/lib/datos/repositorio/plazo";
import { conActor } from "@/lib/datos/transaccion";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { SISTEMA } from "@/lib/flujo/actor";
import { correoDe } from "../aviso";

// Each institution has its chain in the trail: a transaction that moves few of them holds few back.
const TANDA = 100;

/**
 * Reminds of limits 30, 7, 3 and 1 days away those who still owe something before them, and nobody else. Each is told
 * once by limit and distance, however many nodes run it and however often; a limit that moves is another limit.
 * Takes the instant and the last 08:00 of continental Chile. Returns how many were told.
 */
export async function escribirRecordatorios(ahora: Date, corte: Date): Promise<number> {
  const pendientes = await conActor(SISTEMA, "avisos.recordar", (tx) => plazosPorAvisar(tx, ahora, corte), {
    soloLectura: true,
  });
  for (let desde = 0; desde < pendientes.length; desde += TANDA) {
    const tanda = pendientes.slice(desde, desde + TANDA).map((plazo) => ({ plazo, aviso: avisoDe(plazo) }));
    await conActor(SISTEMA, "avisos.recordar", async (tx) => {
      await crearNotificaciones(
        tx,
        tanda.map(({ plazo: { usuarioId, institucionId }, aviso: { clave, tipo, texto, enlace } }) => ({
          usuarioId,
          institucionId,
          clave,
          tipo,
          texto,
          enlace,
          creadaEn: ahora,
        })),
      );
      const correos = tanda.map(({ plazo, aviso }) => correoDe(plazo, aviso, plazo));
      await encolarCorreos(
        tx,
        correos.filter((correo) => correo !== null),
        ahora,
      );
    });
  }
  return pendientes.length;
}

function avisoDe(plazo: PlazoPorAvisar) {
  const { que, enlace } = enPalabras(plazo);
  const cuando = plazo.dias === 0 ? "hoy" : plazo.dias === 1 ? "mañana" : `en ${plazo.dias} días`;
  return {
    clave: plazo.clave,
    tipo: plazo.umbral <= 3 ? ("plazo_cercano" as const) : ("plazo_lejano" as const),
    asunto: `Vence ${cuando}: ${que}`,
    texto: `${plazo.donde}: ${cuando} vence el plazo para ${que}. Último instante: ${mostrarInstante(plazo.limite)} horas de Chile continental.`,
    enlace,
  };
}

function enPalabras({ cual, debe, codigo, cuantos }: PlazoPorAvisar): { que: string; enlace: string } {
  const base = `/institucion/${codigo ?? ""}`;
  if (cual === "retroalimentacion") {
    const versiones = cuantos === 1 ? "1 versión que revisa" : `${cuantos} versiones que revisa`;
    return { que: `devolver ${versiones} con retroalimentación`, enlace: "/revision" };
  }
  if (debe === "firmar") {
    return { que: cual === "ajuste" ? "firmar el plan" : "firmar el informe", enlace: `${base}/comite` };
  }
  if (cual === "ajuste") return { que: "ajustar el plan y aprobarlo en el Comité", enlace: `${base}/plan` };
  if (cual === "envio") return { que: "enviar el informe a la Red de Expertos", enlace: `${base}/envio` };
  return { que: "responder las observaciones y enviar una nueva versión", enlace: `${base}/revision` };
}
