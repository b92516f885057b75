import { ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";

/** Every object under a prefix, page by page. */
export async function* listarObjetos(
  cliente: S3Client,
  bucket: string,
  prefijo: string,
): AsyncGenerator<{ clave: string; tamano: number; modificado: Date }> {
  let sigue: string | undefined;
  do {
    const pagina = await cliente.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: prefijo, ContinuationToken: sigue }),
    );
    for (const o of pagina.Contents ?? []) {
      if (o.Key) yield { clave: o.Key, tamano: o.Size ?? 0, modificado: o.LastModified ?? new Date(0) };
    }
    sigue = pagina.IsTruncated ? pagina.NextContinuationToken : undefined;
  } while (sigue);
}

/** Null for an object that is not there; anything else is thrown on. */
export function siFalta(error: unknown): null {
  if (error instanceof Error && ["NoSuchKey", "NotFound"].includes(error.name)) return null;
  throw error;
}
