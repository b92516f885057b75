import type { Actor } from "@/lib/flujo/actor";

/** What is known of a request before anybody is: the true instant, where from and with what. */
export type Solicitante = {
  readonly ahora: Date;
  /** Address of the client. */
  readonly origen: string;
  /** Browser, as it calls itself. */
  readonly agente: string | null;
  /** The session this browser had, if any: signing in again ends it. */
  readonly sesionAnterior: string | null;
};

/** A person recognized but without a session yet: reaches their own rows and no institution. */
export function recienReconocida(usuarioId: string): Actor {
  return { usuarioId, sesionId: null, alcance: [] };
}
