import { createHash, randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import pg from "pg";
import { afterAll } from "vitest";
import type { almacenEnDisco } from "@/lib/archivos/disco";
import { leerExpediente } from "@/lib/datos/repositorio/expediente";
import { iniciarServidor, type Servidor } from "@/lib/datos/servidor";
import { conActor } from "@/lib/datos/transaccion";
import { aplicarAjustes } from "@/lib/expediente/aplicar";
import { type Huellas, huellasDe } from "@/lib/expediente/huella";
import { SISTEMA } from "@/lib/flujo/actor";

/** A folder of its own for the file of tests, deleted at the end. */
export function carpetaDePrueba(): string {
  const carpeta = mkdtempSync(join(tmpdir(), "cseu-respaldo-"));
  // PostgreSQL's own user passes through it when we are root.
  chmodSync(carpeta, 0o711);
  afterAll(() => rmSync(carpeta, { recursive: true, force: true }));
  return carpeta;
}

/** Another PostgreSQL, just born. */
export function servidorVacio(carpeta: string): Promise<Servidor> {
  return iniciarServidor({ carpeta: join(carpeta, `servidor-${randomUUID()}`), efimero: true });
}

/** Runs SQL on a database as whoever the address says. */
export async function en<F extends pg.QueryResultRow>(url: string, sql: string): Promise<F[]> {
  const cliente = new pg.Client({ connectionString: url });
  await cliente.connect();
  try {
    return (await cliente.query<F>(sql)).rows;
  } finally {
    await cliente.end();
  }
}

/** Digest of the rows of every table, read by the superuser, whom no policy holds. */
export async function huellasDeTablas(admin: string): Promise<Record<string, string>> {
  const tablas = await en<{ tablename: string }>(
    admin,
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
  );
  const huellas: Record<string, string> = {};
  for (const { tablename } of tablas) {
    const [fila] = await en<{ huella: string }>(
      admin,
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS huella FROM ${pg.escapeIdentifier(tablename)} t`,
    );
    huellas[tablename] = fila?.huella ?? "";
  }
  return huellas;
}

/** Digests of the plan and of the report of every expediente of the process's database, by institution. */
export async function huellasDeExpedientes(): Promise<Record<string, Huellas>> {
  return conActor(
    SISTEMA,
    "prueba",
    async (tx) => {
      const huellas: Record<string, Huellas> = {};
      for (const { institucionId, ejercicioId } of await tx.plan.findMany()) {
        const leido = await leerExpediente(tx, institucionId, ejercicioId);
        if (!leido) throw new Error("Un plan sin expediente.");
        const { expediente } = leido;
        huellas[expediente.institucion.codigo] = huellasDe(aplicarAjustes(expediente), expediente.informe);
      }
      return huellas;
    },
    { duracionMs: 60_000 },
  );
}

/** Stores a file and its row. Returns the digest of its content. */
export async function subirArchivo(
  almacen: ReturnType<typeof almacenEnDisco>,
  institucionId: string,
  subidoPorId: string,
  contenido: string,
): Promise<string> {
  const sha256 = createHash("sha256").update(contenido).digest("hex");
  const guardado = await almacen.guardar(Readable.from([Buffer.from(contenido)]), 1_000_000, sha256);
  if (!guardado.ok) throw new Error(guardado.falla.mensaje);
  const tamano = guardado.valor.tamano;
  await conActor(SISTEMA, "subir_archivo", (tx) =>
    tx.archivo.create({
      data: {
        institucionId,
        nombre: "acta.txt",
        tipo: "text/plain",
        tamano,
        sha256,
        subidoPorId,
        subidoEn: new Date(),
      },
    }),
  );
  return sha256;
}
