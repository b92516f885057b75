import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrar } from "@/lib/datos/migraciones";
import { BASE, iniciarServidor } from "@/lib/datos/servidor";

declare module "vitest" {
  interface ProvidedContext {
    servidor: { admin: string; dueno: string; app: string; plantilla: string };
  }
}

/** One PostgreSQL for the whole run, migrated once; each file of tests clones that database (`conBase`). */
export default async function preparar(proyecto: TestProject): Promise<() => Promise<void>> {
  const carpeta = mkdtempSync(join(tmpdir(), "cseu-prueba-"));
  // The server's own user has to reach its data when we are root.
  chmodSync(carpeta, 0o711);
  const servidor = await iniciarServidor({ carpeta, efimero: true });
  await migrar(servidor.dueno);
  proyecto.provide("servidor", {
    admin: servidor.admin ?? "",
    dueno: servidor.dueno,
    app: servidor.app,
    plantilla: BASE,
  });
  return async () => {
    await servidor.detener();
    rmSync(carpeta, { recursive: true, force: true });
  };
}
