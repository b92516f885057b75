import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AlmacenArchivos } from "@/lib/archivos/almacen";
import { almacenEnDisco } from "@/lib/archivos/disco";
import { almacenEnS3 } from "@/lib/archivos/s3";
import { iniciarS3, LLAVE_S3 } from "./s3";

/** One place of files, that several nodes can open: each call of `nodo` is another process's view of it. */
export type Lugar = { nodo(): AlmacenArchivos; cerrar(): Promise<void> };

/** Both stores, each with how to open an empty one. */
export const LUGARES: readonly { nombre: string; abrir(): Promise<Lugar> }[] = [
  {
    nombre: "disco",
    async abrir() {
      const carpeta = await mkdtemp(join(tmpdir(), "cseu-archivos-"));
      return {
        nodo: () => almacenEnDisco(carpeta),
        cerrar: () => rm(carpeta, { recursive: true, force: true }),
      };
    },
  },
  {
    nombre: "S3",
    async abrir() {
      const servidor = await iniciarS3();
      const prefijo = `p-${randomUUID()}`;
      const nodos: ReturnType<typeof almacenEnS3>[] = [];
      return {
        nodo() {
          const { endpoint, bucket } = servidor;
          const nodo = almacenEnS3({ endpoint, bucket, prefijo, region: "us-east-1", llave: LLAVE_S3 });
          nodos.push(nodo);
          return nodo;
        },
        async cerrar() {
          for (const nodo of nodos) nodo.cerrar();
          await servidor.cerrar();
        },
      };
    },
  },
];

/** SHA-256 in hexadecimal. */
export function huella(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The bytes as a stream would bring them, in pieces. */
export async function* enPiezas(bytes: Uint8Array, tamano = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += tamano) yield bytes.subarray(i, i + tamano);
}

/** A whole stream, in memory. */
export async function leerTodo(flujo: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(flujo));
}
