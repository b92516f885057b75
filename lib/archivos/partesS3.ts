import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { type AlmacenPartes, exigirClave } from "./almacen";
import { listarObjetos, siFalta } from "./objetosS3";

const A_LA_VEZ = 8;

/** Parts as objects under `prefijo` (with its final slash) of a bucket. */
export function partesEnS3(cliente: S3Client, bucket: string, prefijo: string): AlmacenPartes {
  const lugar = (clave: string) => ({ Bucket: bucket, Key: prefijo + exigirClave(clave) });
  return {
    async escribir(clave, bytes) {
      await cliente.send(new PutObjectCommand({ ...lugar(clave), Body: bytes }));
    },

    async leer(clave) {
      const r = await cliente.send(new GetObjectCommand(lugar(clave))).catch(siFalta);
      return r?.Body ? Buffer.from(await r.Body.transformToByteArray()) : null;
    },

    async listar(carpeta) {
      const desde = carpeta ? `${lugar(carpeta).Key}/` : prefijo;
      const objetos = await Array.fromAsync(listarObjetos(cliente, bucket, desde));
      return objetos.map((o) => ({ ...o, clave: o.clave.slice(prefijo.length) }));
    },

    // One by one, not by the bulk command: that one asks for checksums on which stores disagree.
    async borrar(claves) {
      for (let i = 0; i < claves.length; i += A_LA_VEZ) {
        const grupo = claves.slice(i, i + A_LA_VEZ);
        await Promise.all(grupo.map((clave) => cliente.send(new DeleteObjectCommand(lugar(clave)))));
      }
    },
  };
}
