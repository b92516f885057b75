import type { TestProject } from "vitest/node";
import { abrirConexion, cerrarConexion, usarConexion } from "@/lib/datos/conexion";
import { migrar } from "@/lib/datos/migraciones";
import { BASE } from "@/lib/datos/servidor";
import { conBaseDeDatos } from "@/lib/datos/servidorRoles";
import { sembrar } from "@/prisma/semilla";
import { clonarBase } from "./clonarBase";
import { JUNIO } from "./junio";
import { iniciarServidorEfimero } from "./servidorEfimero";

const SEMBRADA = "cseu_sembrada";

declare module "vitest" {
  interface ProvidedContext {
    servidor: {
      admin: string;
      dueno: string;
      app: string;
      /** Databases to clone: with the tables and nothing in them, and with the fictional institutions. */
      migrada: string;
      sembrada: string;
    };
  }
}

/** One PostgreSQL for the whole run, migrated and seeded once; each file of tests clones one of those databases (`conBase`). */
export default async function preparar(proyecto: TestProject): Promise<() => Promise<void>> {
  const { servidor, terminar } = await iniciarServidorEfimero("cseu-prueba-");
  const admin = servidor.admin ?? "";
  await migrar(servidor.dueno);
  await clonarBase(admin, BASE, SEMBRADA);
  usarConexion(abrirConexion(conBaseDeDatos(servidor.app, SEMBRADA)));
  await sembrar(() => undefined, JUNIO);
  await cerrarConexion();
  proyecto.provide("servidor", {
    admin,
    dueno: servidor.dueno,
    app: servidor.app,
    migrada: BASE,
    sembrada: SEMBRADA,
  });
  return terminar;
}
