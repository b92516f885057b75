import { readdirSync } from "node:fs";
import { SISTEMA } from "@/lib/flujo/actor";
import { CARPETA_MIGRACIONES } from "./migraciones";
import { consultaConActor } from "./transaccion";

/** Whether the database has the migrations of this version; null when it does not answer. */
export async function estadoDeMigraciones(): Promise<"al_dia" | "pendientes" | null> {
  try {
    const { rows } = await consultaConActor<{ migration_name: string }>(SISTEMA, "salud", {
      texto: "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL",
    });
    const aplicadas = new Set(rows.map((fila) => fila.migration_name));
    return nombresDeMigraciones().every((nombre) => aplicadas.has(nombre)) ? "al_dia" : "pendientes";
  } catch {
    return null;
  }
}

function nombresDeMigraciones(): string[] {
  // The bundler must not follow this path: it would carry the whole project along.
  return readdirSync(/*turbopackIgnore: true*/ CARPETA_MIGRACIONES, { withFileTypes: true })
    .filter((entrada) => entrada.isDirectory())
    .map(({ name }) => name);
}
