import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { fuenteDeRuta } from "./fuente";

const TROZO = 8 * 1024 * 1024;

/**
 * Sends a local file: small ones at once, larger ones in pieces of 8 MiB, each retried by the client on its
 * own. What fails half way is abandoned in the store, not left to be paid for.
 */
export async function subirObjeto(
  cliente: S3Client,
  lugar: { Bucket: string; Key: string },
  ruta: string,
  tamano: number,
): Promise<void> {
  const fuente = await fuenteDeRuta(ruta);
  try {
    if (tamano <= TROZO) {
      await cliente.send(new PutObjectCommand({ ...lugar, Body: await fuente.leer(0, tamano) }));
      return;
    }
    const { UploadId } = await cliente.send(new CreateMultipartUploadCommand(lugar));
    try {
      const Parts: { PartNumber: number; ETag: string | undefined }[] = [];
      for (let desde = 0; desde < tamano; desde += TROZO) {
        const PartNumber = Parts.length + 1;
        const Body = await fuente.leer(desde, TROZO);
        const { ETag } = await cliente.send(new UploadPartCommand({ ...lugar, UploadId, PartNumber, Body }));
        Parts.push({ PartNumber, ETag });
      }
      await cliente.send(
        new CompleteMultipartUploadCommand({ ...lugar, UploadId, MultipartUpload: { Parts } }),
      );
    } catch (error) {
      // The first error is the one to tell; `abandonarMultipartes` tries again later.
      await cliente.send(new AbortMultipartUploadCommand({ ...lugar, UploadId })).catch(() => undefined);
      throw error;
    }
  } finally {
    await fuente.cerrar();
  }
}

/** Abandons the uploads begun before `antesDe` that a crash left open. @returns how many. */
export async function abandonarMultipartes(
  cliente: S3Client,
  bucket: string,
  prefijo: string,
  antesDe: Date,
): Promise<number> {
  // Some stores cannot list them and expire them by themselves.
  const abiertas = await cliente
    .send(new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: prefijo }))
    .catch((error: unknown) => {
      if (error instanceof Error && ["NotImplemented", "MethodNotAllowed"].includes(error.name)) return null;
      throw error;
    });
  const viejas = (abiertas?.Uploads ?? []).filter((u) => u.Initiated && u.Initiated < antesDe);
  for (const { Key, UploadId } of viejas) {
    await cliente.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }));
  }
  return viejas.length;
}
