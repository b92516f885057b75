import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { exito, fallar, NO_ENCONTRADO } from "@/lib/flujo/resultado";
import { type AlmacenArchivos, acotarRango, isSha256, verificado } from "./almacen";
import { confirmarEsperado, limpiarTemporales, recibirBorrador } from "./borrador";
import { listarObjetos, siFalta } from "./objetosS3";
import { partesEnS3 } from "./partesS3";
import { abandonarMultipartes, subirObjeto } from "./subidaS3";

/** How to reach an S3-compatible store. Without keys, those of the machine (role, file) are looked for. */
export type ConfiguracionS3 = {
  readonly bucket: string;
  readonly region: string;
  /** Address of the store; without it, Amazon's own of the region. */
  readonly endpoint?: string;
  readonly llave?: { readonly id: string; readonly secreta: string };
  /** Folder inside the bucket, without slashes at its ends. */
  readonly prefijo?: string;
  /** `https://host/bucket/key` instead of `https://bucket.host/key`. True unless said, with an endpoint. */
  readonly estiloRuta?: boolean;
};

/**
 * The store in a bucket. Files are received in a local temporary folder first, because their digest is their
 * name, and then sent in pieces that can each be retried. The bucket must exist and be private.
 */
export function almacenEnS3(c: ConfiguracionS3): AlmacenArchivos & { cerrar(): void } {
  const cliente = new S3Client({
    region: c.region,
    forcePathStyle: c.estiloRuta ?? c.endpoint !== undefined,
    // Not every compatible store takes Amazon's newer checksums; the digest is checked here anyway.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    ...(c.endpoint ? { endpoint: c.endpoint } : {}),
    ...(c.llave ? { credentials: { accessKeyId: c.llave.id, secretAccessKey: c.llave.secreta } } : {}),
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
  });
  const prefijo = c.prefijo ? `${c.prefijo}/` : "";
  const contenido = `${prefijo}contenido/`;
  const temporal = join(tmpdir(), "cseu-archivos");
  const lugar = (sha256: string) => ({
    Bucket: c.bucket,
    Key: `${contenido}${sha256.slice(0, 2)}/${sha256}`,
  });

  async function cabecera(sha256: string): Promise<{ tamano: number; modificado: Date } | null> {
    if (!isSha256(sha256)) return null;
    const r = await cliente.send(new HeadObjectCommand(lugar(sha256))).catch(siFalta);
    return r && { tamano: r.ContentLength ?? 0, modificado: r.LastModified ?? new Date(0) };
  }

  const preparar: AlmacenArchivos["preparar"] = (origen, limite) =>
    recibirBorrador(temporal, origen, limite, async (ruta, { sha256, tamano }) => {
      await subirObjeto(cliente, lugar(sha256), ruta, tamano);
      const llegado = await cabecera(sha256);
      if (llegado?.tamano !== tamano) throw new Error(`El almacén S3 no guardó entero ${sha256}.`);
    });

  return {
    preparar,
    guardar: async (origen, limite, esperado) => confirmarEsperado(await preparar(origen, limite), esperado),

    async abrir(sha256, rango) {
      const datos = await cabecera(sha256);
      if (!datos) return NO_ENCONTRADO;
      const tramo = acotarRango(rango, datos.tamano);
      if (!tramo) return fallar("rango_invalido", "La parte pedida no existe en el archivo.");
      const r = await cliente
        .send(
          new GetObjectCommand({
            ...lugar(sha256),
            ...(rango && { Range: `bytes=${tramo.inicio}-${tramo.fin}` }),
          }),
        )
        .catch(siFalta);
      if (!r) return NO_ENCONTRADO;
      if (!(r.Body instanceof Readable)) throw new Error("El almacén S3 respondió sin contenido.");
      return exito({ flujo: rango ? r.Body : verificado(r.Body, sha256), tamano: datos.tamano, ...tramo });
    },

    existe: async (sha256) => (await cabecera(sha256)) !== null,

    async borrar(sha256, guardadoAntesDe) {
      const datos = await cabecera(sha256);
      if (!datos || datos.modificado >= guardadoAntesDe) return false;
      await cliente.send(new DeleteObjectCommand(lugar(sha256)));
      return true;
    },

    async *listar() {
      for await (const o of listarObjetos(cliente, c.bucket, contenido)) {
        const sha256 = o.clave.slice(o.clave.lastIndexOf("/") + 1);
        if (isSha256(sha256)) yield { sha256, tamano: o.tamano, modificado: o.modificado };
      }
    },

    async limpiar(antesDe) {
      const locales = await limpiarTemporales(temporal, antesDe);
      return locales + (await abandonarMultipartes(cliente, c.bucket, contenido, antesDe));
    },

    partes: partesEnS3(cliente, c.bucket, `${prefijo}subidas/`),
    cerrar: () => cliente.destroy(),
  };
}
