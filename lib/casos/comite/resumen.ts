import type { EstadoMateria, Materia } from "@/lib/flujo/aprobacion";
import { exito, type Resultado } from "@/lib/flujo/resultado";
import type { Turno } from "@/lib/flujo/turnoComite";
import type { ContextoInstitucion } from "../contexto";
import { leerComite } from "./leer";

export type ResumenMateria = {
  readonly materia: Materia;
  readonly estado: EstadoMateria;
  readonly turno: Turno;
};

/** Where both matters stand. Fails as `leerComite`. */
export async function leerResumenComite(
  ctx: ContextoInstitucion,
): Promise<Resultado<readonly ResumenMateria[]>> {
  const resumen: ResumenMateria[] = [];
  for (const materia of ["plan", "informe"] as const) {
    const leida = await leerComite(ctx, materia);
    if (!leida.ok) return leida;
    const { estado, turno } = leida.valor;
    resumen.push({ materia, estado, turno });
  }
  return exito(resumen);
}
