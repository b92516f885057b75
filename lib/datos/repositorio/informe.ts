import type { Transaccion } from "../transaccion";

/** The report of an institution's year: where its rows hang. */
export type InformeRef = { readonly id: string; readonly institucionId: string };

/** What a difficulty or slack says, as it is kept. */
export type DatosDificultad = {
  readonly tipo: string | null;
  readonly descripcion: string | null;
  readonly factoresInternos: string | null;
  readonly factoresExternos: string | null;
  readonly componentes: readonly string[];
  readonly elementos: readonly string[];
};

/** The report of a year; null when the institution has no plan, or the actor does not reach it. */
export async function buscarInforme(
  tx: Transaccion,
  institucionId: string,
  ejercicioId: string,
): Promise<InformeRef | null> {
  return tx.informe.findFirst({
    where: { institucionId, ejercicioId },
    select: { id: true, institucionId: true },
  });
}

/** Adds difficulties or slacks at the end. Returns their ids, in the same order. */
export async function crearDificultades(
  tx: Transaccion,
  informe: InformeRef,
  nuevas: readonly DatosDificultad[],
): Promise<string[]> {
  const ids: string[] = [];
  // One by one: their order is the order in which they are written.
  for (const { componentes, elementos, ...textos } of nuevas) {
    const { id } = await tx.dificultadHolgura.create({
      data: {
        ...textos,
        componentes: [...componentes],
        elementos: [...elementos],
        institucionId: informe.institucionId,
        informeId: informe.id,
      },
      select: { id: true },
    });
    ids.push(id);
  }
  return ids;
}

/** A difficulty as it is kept now; null when there is none with that id. */
export async function leerDificultad(
  tx: Transaccion,
  informe: InformeRef,
  id: string,
): Promise<DatosDificultad | null> {
  return tx.dificultadHolgura.findFirst({
    where: { id, informeId: informe.id, institucionId: informe.institucionId },
    select: {
      tipo: true,
      descripcion: true,
      factoresInternos: true,
      factoresExternos: true,
      componentes: true,
      elementos: true,
    },
  });
}

/** Takes a difficulty away. What it held stays in the trail. */
export async function borrarDificultad(tx: Transaccion, informe: InformeRef, id: string): Promise<void> {
  await tx.dificultadHolgura.deleteMany({ where: { id, informeId: informe.id } });
}

/** A difficulty that was taken away and can come back. */
export type DificultadQuitada = DatosDificultad & {
  readonly id: string;
  readonly orden: number;
  readonly en: Date;
  readonly autor: string | null;
};

type FilaBaja = { anterior: Record<string, unknown>; en: Date; autor: string | null };

/** The difficulties of a report that were taken away, the last first. Read from the trail. */
export async function leerDificultadesQuitadas(
  tx: Transaccion,
  informe: InformeRef,
): Promise<DificultadQuitada[]> {
  const filas = await tx.$queryRaw<FilaBaja[]>`
    SELECT anterior, en, autor FROM (
      SELECT DISTINCT ON (b.fila->>'id') b.id, b.anterior, b.ocurrido_en AS en, u.nombre AS autor
      FROM bitacora b LEFT JOIN usuario u ON u.id = b.usuario_id
      WHERE b.tabla = 'dificultad_holgura' AND b.operacion = 'baja' AND b.institucion_id = ${informe.institucionId}::uuid
        AND b.anterior->>'informe_id' = ${informe.id}
        AND NOT EXISTS (SELECT FROM dificultad_holgura d WHERE d.id::text = b.fila->>'id')
      ORDER BY b.fila->>'id', b.id DESC) bajas
    ORDER BY id DESC`;
  return filas.map(({ anterior, en, autor }) => {
    const texto = (llave: string) => (anterior[llave] as string | null | undefined) ?? null;
    const lista = (llave: string) => (anterior[llave] as string[] | null | undefined) ?? [];
    return {
      id: texto("id") ?? "",
      orden: Number(anterior.orden),
      en,
      autor,
      tipo: texto("tipo"),
      descripcion: texto("descripcion"),
      factoresInternos: texto("factores_internos"),
      factoresExternos: texto("factores_externos"),
      componentes: lista("componentes"),
      elementos: lista("elementos"),
    };
  });
}

/** Brings back a difficulty that was taken away, under its own id and in its place. */
export async function restaurarDificultad(
  tx: Transaccion,
  informe: InformeRef,
  { en: _, autor: __, componentes, elementos, ...quitada }: DificultadQuitada,
): Promise<void> {
  await tx.dificultadHolgura.create({
    data: {
      ...quitada,
      componentes: [...componentes],
      elementos: [...elementos],
      institucionId: informe.institucionId,
      informeId: informe.id,
    },
  });
}
