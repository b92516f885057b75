import type { ActorPersona } from "@/lib/flujo/actor";
import { puede } from "@/lib/flujo/permiso";

/** Whether an actor makes groups: they are of the whole exercise, so only with the whole reach. */
export function administraGrupos(actor: ActorPersona): boolean {
  return puede(actor, "grupo.administrar") && actor.alcance === "*";
}
