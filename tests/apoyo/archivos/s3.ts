import { randomUUID } from "node:crypto";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";

type Escribir = (ruta: string, contenido: Readable | Buffer) => Promise<unknown>;
type ServidorS3 = { run(): Promise<AddressInfo>; close(): Promise<void>; store: { putContent: Escribir } };
type ClaseS3rver = new (opciones: {
  address: string;
  port: number;
  silent: boolean;
  allowMismatchedSignatures: boolean;
  directory: string;
  configureBuckets: { name: string }[];
}) => ServidorS3;

/** S3 changes an object whole: whoever reads it meanwhile has the one before. This server wrote over it. */
function cambiarEnteros({ store }: ServidorS3): void {
  const escribir = store.putContent.bind(store);
  store.putContent = async (ruta, contenido) => {
    const nueva = `${ruta}.${randomUUID()}`;
    const escrito = await escribir(
      nueva,
      Buffer.isBuffer(contenido) ? Readable.from([contenido]) : contenido,
    );
    await rename(nueva, ruta);
    return escrito;
  };
}

/** Starts a real S3-compatible server on a free port, with one bucket and the keys that it comes with. */
export async function iniciarS3(): Promise<{ endpoint: string; bucket: string; cerrar(): Promise<void> }> {
  const S3rver: ClaseS3rver = createRequire(import.meta.url)("@20minutes/s3rver");
  const directory = await mkdtemp(join(tmpdir(), "cseu-s3-"));
  const bucket = "cseu-pruebas";
  const servidor = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    // It signs `/bucket` where the client signs `/bucket/`: listing would fail. Unknown keys are still refused.
    allowMismatchedSignatures: true,
    directory,
    configureBuckets: [{ name: bucket }],
  });
  cambiarEnteros(servidor);
  const { port } = await servidor.run();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bucket,
    cerrar: async () => {
      await servidor.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The keys of that server. */
export const LLAVE_S3 = { id: "S3RVER", secreta: "S3RVER" };
