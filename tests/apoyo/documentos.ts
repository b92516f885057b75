import type { Readable } from "node:stream";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { entregarDocumento, type NombreDocumento } from "@/lib/casos/documento/entregar";
import { valor } from "./resultado";

/** The bytes of a document of an institution, of a version sent or of what there is now. */
export async function bytesDe(
  ctx: ContextoInstitucion,
  nombre: NombreDocumento,
  version?: number,
): Promise<Buffer> {
  const { cuerpo } = await valor(entregarDocumento(ctx, { nombre, version }));
  if (cuerpo instanceof Uint8Array) return Buffer.from(cuerpo);
  const partes: Buffer[] = [];
  for await (const parte of cuerpo as Readable) partes.push(parte as Buffer);
  return Buffer.concat(partes);
}
