import type { Transaccion } from "../transaccion";

export type ArchivoNuevo = {
  readonly institucionId: string;
  readonly nombre: string;
  readonly tipo: string;
  readonly tamano: number;
  readonly sha256: string;
  readonly subidoPorId: string;
  readonly subidoEn: Date;
};

/** Notes a file whose bytes are already in the store. Returns its id. */
export async function crearArchivo(tx: Transaccion, nuevo: ArchivoNuevo): Promise<string> {
  const { id } = await tx.archivo.create({ data: nuevo, select: { id: true } });
  return id;
}

/** Notes a file under a given id (that of its upload). Noting it again changes nothing. */
export async function anotarArchivo(tx: Transaccion, id: string, nuevo: ArchivoNuevo): Promise<void> {
  await tx.archivo.createMany({ data: [{ ...nuevo, id }], skipDuplicates: true });
}

/** A file of an institution; null when it is not there. */
export function buscarArchivo(tx: Transaccion, institucionId: string, id: string) {
  return tx.archivo.findFirst({ where: { id, institucionId } });
}

/** Whether a final version of the institution carries a file: in its dissemination, or as an act on paper. */
export async function estaEnVersionFinal(
  tx: Transaccion,
  institucionId: string,
  id: string,
): Promise<boolean> {
  const [fila] = await tx.$queryRaw<{ esta: boolean }[]>`
    SELECT EXISTS (SELECT FROM envio e, archivo a
      WHERE e.institucion_id = ${institucionId}::uuid AND e.ronda_id IS NULL
        AND a.institucion_id = e.institucion_id AND a.id = ${id}::uuid
        AND (jsonb_path_exists(
            jsonb_build_array(e.contenido #> '{difusion,instancias}', e.contenido #> '{difusion,destinatarios,archivo}', e.contenido #> '{difusion,cosoc}'),
            '$.**.sha256 ? (@ == $suyo)', jsonb_build_object('suyo', a.sha256))
          OR EXISTS (SELECT FROM acta c WHERE c.institucion_id = e.institucion_id AND c.archivo_id = a.id
            AND c.huella IN (e.contenido #>> '{aprobacionPlan,huella}', e.contenido #>> '{aprobacionInforme,huella}')))) AS esta`;
  return fila?.esta ?? false;
}
