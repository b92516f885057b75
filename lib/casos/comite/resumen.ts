import type { EstadoMateria, Materia } from "@/lib/flujo/aprobacion";
import { exito, type Resultado } from "@/lib/flujo/resultado";
import type { Turno } from "@/lib/flujo/turnoComite";
import type { ContextoInstitucion } from "../contexto";
import { leerMaterias } from "./leer";

export type ResumenMateria = {
  readonly materia: Materia;
  readonly estado: EstadoMateria;
  readonly turno: Turno;
};

/** Where both matters stand. Fails as `leerComite`. */
export async function leerResumenComite(
  ctx: ContextoInstitucion,
): Promise<Resultado<readonly ResumenMateria[]>> {
  const leidas = await leerMaterias(ctx, ["plan", "informe"]);
  if (!leidas.ok) return leidas;
  return exito(leidas.valor.map(({ materia, estado, turno }) => ({ materia, estado, turno })));
}
