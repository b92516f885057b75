import { unaVez } from "@/lib/datos/repositorio/intento";
import {
  agregarMensaje,
  buscarObservacion,
  type ObservacionConHilo,
  transitarObservacion,
} from "@/lib/datos/repositorio/revisionObservacion";
import { conActor } from "@/lib/datos/transaccion";
import { type EstadoObservacion, GESTOS, siguienteDeObservacion } from "@/lib/flujo/observacion";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";
import { CHOQUE, tomarEnRevision } from "./comun";

export type Contestar = {
  /** The version under review. */
  readonly envio: string;
  /** An observation of this version's round, already told to the institution. */
  readonly observacion: string;
  readonly texto: string;
};

/** Whether the institution said something since the Red last observed or insisted: nothing is closed by one side alone. */
export function contestada({ estado, mensajes }: Pick<ObservacionConHilo, "estado" | "mensajes">): boolean {
  if (estado === "atendida") return true;
  const exigida = Math.max(
    0,
    ...mensajes
      .filter(({ gesto }) => gesto === "observa" || gesto === "insiste")
      .map(({ escritoEn }) => escritoEn.getTime()),
  );
  return mensajes.some(
    ({ gesto, escritoEn }) => (gesto === "responde" || gesto === "atiende") && escritoEn.getTime() > exigida,
  );
}

/**
 * Closes an observation that the institution answered or marked as attended.
 * Fails: `sin_respuesta`, `no_en_revision`, `conflicto_estado`.
 */
export function resolverObservacion(ctx: Contexto, entrada: Contestar): Promise<Resultado<null>> {
  return contestar(ctx, entrada, "resuelve");
}

/** Keeps an observation open, saying why: it goes back with the next return. Fails as `resolverObservacion`, and `entrada_invalida`. */
export function insistirObservacion(ctx: Contexto, entrada: Contestar): Promise<Resultado<null>> {
  return contestar(ctx, entrada, "insiste");
}

function contestar(
  ctx: Contexto,
  entrada: Contestar,
  gesto: "resuelve" | "insiste",
): Promise<Resultado<null>> {
  const caso = `revision.${gesto}`;
  return conActor(ctx.actor, caso, (tx) =>
    unaVez(tx, ctx, caso, async () => {
      const tomado = await tomarEnRevision(tx, ctx, entrada.envio);
      if (!tomado.ok) return tomado;
      const observacion = await buscarObservacion(tx, tomado.valor, entrada.observacion);
      if (!observacion || observacion.publicadaEn === null) return NO_ENCONTRADO;
      const texto = entrada.texto.trim();
      if (GESTOS[gesto].conTexto && texto === "")
        return fallar("entrada_invalida", "Escriba qué falta todavía.", {
          texto: "Escriba qué falta todavía: la institución lo leerá.",
        });
      const hacia: EstadoObservacion | null = siguienteDeObservacion(observacion.estado, gesto);
      if (!hacia) return CHOQUE;
      if (!contestada(observacion))
        return fallar(
          "sin_respuesta",
          "La institución aún no responde ni marca como atendida esta observación: no se puede cerrar por un solo lado.",
        );
      if (!(await transitarObservacion(tx, observacion.id, observacion.estado, hacia))) return CHOQUE;
      await agregarMensaje(tx, {
        institucionId: observacion.institucionId,
        observacionId: observacion.id,
        gesto,
        autorId: ctx.actor.usuarioId,
        texto,
        escritoEn: ctx.ahora,
      });
      return exito(null);
    }),
  );
}
