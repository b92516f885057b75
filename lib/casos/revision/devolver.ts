import { unaVez } from "@/lib/datos/repositorio/intento";
import { type EnvioDeRevision, transitarEnvio } from "@/lib/datos/repositorio/revision";
import { observacionesDeRonda, publicarObservaciones } from "@/lib/datos/repositorio/revisionObservacion";
import { conActor } from "@/lib/datos/transaccion";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { loQueSeReabre, lugaresDeObservacion } from "@/lib/flujo/reapertura";
import { exito, fallar, type Resultado } from "@/lib/flujo/resultado";
import { avisar } from "../aviso";
import { personasDe } from "../comite/situacion";
import type { Contexto } from "../contexto";
import { CHOQUE, nombreDeRonda, tomarParaEvento } from "./comun";
import { comprobarLugares } from "./lugarClavado";
import { lugaresDesde } from "./lugares";
import { leerPlazo, limiteParaResponder } from "./plazo";

export type Devolver = {
  readonly envio: string;
  /** Last day to answer, as typed. A preliminary round has its own, and nobody types it. */
  readonly dia: string;
  /** Pointers of what is opened besides what was observed. */
  readonly abrir: readonly string[];
};

export type Devuelto = {
  /** Null when it is feedback alone. */
  readonly responderHasta: string | null;
  readonly reabierto: readonly string[];
};

/**
 * Returns a version with its observations: they become visible, what they point to is opened (and what else the
 * reviewer opens), there is a date to answer, and the counterparts and the Committee are told; all at once or nothing.
 * In a preliminary round no answer is owed: there is no date but the close of the round.
 * Fails: `sin_observaciones`, `entrada_invalida`, `conflicto_estado`.
 */
export function devolverEnvio(ctx: Contexto, entrada: Devolver): Promise<Resultado<Devuelto>> {
  return conActor(ctx.actor, "revision.devolver", (tx) =>
    unaVez(tx, ctx, "revision.devolver", async () => {
      const tomado = await tomarParaEvento(tx, ctx, entrada.envio, "revision.observar", "devolver");
      if (!tomado.ok) return tomado;
      const { envio, hacia } = tomado.valor;
      const limite = await limiteParaResponder(tx, envio, ctx.ahora);
      const plazo =
        envio.rondaId === null && limite ? leerPlazo(entrada.dia, ctx.ahora, limite) : exito(limite);
      if (!plazo.ok) return plazo;
      const existen = await comprobarLugares(tx, envio, entrada.abrir);
      if (!existen.ok) return existen;
      const todas = await observacionesDeRonda(tx, envio);
      const vivas = todas.filter(({ estado }) => estado !== "resuelta");
      const pendientes = vivas.filter(({ estado }) => estado === "abierta");
      if (pendientes.length === 0)
        return fallar(
          "sin_observaciones",
          "Para devolver, deje al menos una observación abierta: es lo que la institución tendrá que responder.",
        );
      const { ahora } = await lugaresDesde(tx, envio, vivas);
      const observado = vivas.flatMap((una) => lugaresDeObservacion({ ...una, ruta: ahora(una) }));
      const reabierto = loQueSeReabre([...observado, ...entrada.abrir]);
      const movido = await transitarEnvio(tx, envio.id, envio.estado, {
        estado: hacia,
        devueltoEn: ctx.ahora,
        devueltoPorId: ctx.actor.usuarioId,
        responderHasta: envio.rondaId === null ? plazo.valor : null,
        reabierto,
      });
      if (!movido) return CHOQUE;
      await publicarObservaciones(tx, envio.id, ctx.ahora);
      const { contrapartes, integrantes } = await personasDe(tx, envio.institucionId);
      const { institucion } = envio;
      const cuantas = pendientes.length === 1 ? "1 observación" : `${pendientes.length} observaciones`;
      await avisar(tx, { ...ctx, institucion }, [...contrapartes, ...integrantes], {
        clave: `revision.devolver ${envio.id}`,
        tipo: "revision_devuelta",
        asunto: `La Red de Expertos devolvió el expediente con ${cuantas}`,
        texto: `La versión ${envio.version} (ronda ${nombreDeRonda(envio)}) de ${institucion.nombre} fue devuelta con ${cuantas}. ${queSePide(envio, plazo.valor)}`,
        enlace: `/institucion/${institucion.codigo}/revision${envio.rondaId === null ? "" : `/${envio.rondaId}`}`,
      });
      return exito({ responderHasta: plazo.valor?.toISOString() ?? null, reabierto });
    }),
  );
}

/** What the institution is asked for, and until when. */
function queSePide({ rondaId }: EnvioDeRevision, hasta: Date | null): string {
  const cuando = hasta && `hasta el ${mostrarInstante(hasta)} horas de Chile continental`;
  if (rondaId === null) return `Responda y envíe una nueva versión ${cuando}.`;
  return cuando
    ? `El ejercicio es voluntario: puede enviar otra versión a la ronda, si quiere, ${cuando}.`
    : "La ronda ya cerró y es voluntaria: nada queda por responder en ella. Use estas observaciones para preparar el envío final.";
}
