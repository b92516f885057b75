import type { Transaccion } from "../transaccion";
import { lista, objeto, una } from "./filas";

/** The dissemination of an institution's year: where its rows hang. */
export type DifusionRef = { readonly id: string; readonly institucionId: string };

export type UsoArchivo = "copia_medio" | "material";

/** Which document of the COSOC a file is. */
export type DocumentoCosoc = "acto" | "dictamen";

export type ArchivoGuardado = {
  readonly id: string;
  readonly nombre: string;
  readonly tipo: string;
  readonly tamano: number;
};

export type InstanciaGuardada = {
  readonly id: string;
  readonly archivos: readonly (ArchivoGuardado & { readonly uso: UsoArchivo })[];
};

/** The dissemination of a year; null when the institution has no plan, or the actor does not reach it. */
export async function buscarDifusion(
  tx: Transaccion,
  institucionId: string,
  ejercicioId: string,
): Promise<DifusionRef | null> {
  return tx.difusion.findFirst({
    where: { institucionId, ejercicioId },
    select: { id: true, institucionId: true },
  });
}

const ARCHIVO = ["id", "nombre", "tipo", "tamano"] as const;

const archivo = (cual: string) => una({ de: "archivo", alias: "x", donde: `x.id = ${cual}` }, ARCHIVO);
const ARCHIVOS = objeto("d", [], {
  acto: archivo("d.acto_archivo_id"),
  dictamen: archivo("d.dictamen_archivo_id"),
  listado: archivo("d.destinatarios_archivo_id"),
  instancias: lista(
    { de: "difusion_instancia", alias: "i", donde: "i.difusion_id = d.id", orden: "orden" },
    ["id"],
    {
      archivos: `(SELECT coalesce(json_agg(${objeto("x", ARCHIVO, { uso: "u.uso" })} ORDER BY u.orden), '[]')
        FROM instancia_archivo u JOIN archivo x ON x.id = u.archivo_id WHERE u.instancia_id = i.id)`,
    },
  ),
});

export type ArchivosDifusion = {
  readonly acto: ArchivoGuardado | null;
  readonly dictamen: ArchivoGuardado | null;
  readonly listado: ArchivoGuardado | null;
  readonly instancias: readonly InstanciaGuardada[];
};

/** Every file of a dissemination with its id: those of each instance in order, the COSOC's and the list's. */
export async function leerArchivosDifusion(
  tx: Transaccion,
  difusion: DifusionRef,
): Promise<ArchivosDifusion> {
  const [fila] = await tx.$queryRawUnsafe<{ archivos: string }[]>(
    `SELECT ${ARCHIVOS}::text AS archivos FROM difusion d WHERE d.id = $1::uuid AND d.institucion_id = $2::uuid`,
    difusion.id,
    difusion.institucionId,
  );
  return fila
    ? (JSON.parse(fila.archivos) as ArchivosDifusion)
    : { acto: null, dictamen: null, listado: null, instancias: [] };
}

/** The place of an instance among those of the dissemination, from 0; null when it is not one of them. */
export async function posicionDeInstancia(
  tx: Transaccion,
  difusion: DifusionRef,
  id: string,
): Promise<number | null> {
  const filas = await tx.difusionInstancia.findMany({
    where: { difusionId: difusion.id },
    orderBy: { orden: "asc" },
    select: { id: true },
  });
  const i = filas.findIndex((fila) => fila.id === id);
  return i < 0 ? null : i;
}

/** Adds an empty instance at the end. Returns its id. */
export async function crearInstancia(tx: Transaccion, difusion: DifusionRef): Promise<string> {
  const { institucionId, id: difusionId } = difusion;
  const { id } = await tx.difusionInstancia.create({
    data: { institucionId, difusionId },
    select: { id: true },
  });
  return id;
}

export async function hayInstancia(tx: Transaccion, difusion: DifusionRef, id: string): Promise<boolean> {
  const { institucionId, id: difusionId } = difusion;
  return (await tx.difusionInstancia.count({ where: { id, institucionId, difusionId } })) > 0;
}

/** Takes an instance away with its files' ties. What it held stays in the trail. */
export async function borrarInstancia(tx: Transaccion, difusion: DifusionRef, id: string): Promise<void> {
  await tx.difusionInstancia.deleteMany({ where: { id, difusionId: difusion.id } });
}

export type InstanciaQuitada = {
  readonly id: string;
  readonly orden: number;
  readonly fecha: string | null;
  readonly medio: string | null;
  readonly modalidad: string | null;
  readonly audiencia: string | null;
  readonly archivos: readonly {
    readonly archivoId: string;
    readonly uso: UsoArchivo;
    readonly orden: number;
  }[];
};

type FilaBaja = {
  anterior: Record<string, string | number | null>;
  archivos: { archivo_id: string; uso: UsoArchivo; orden: number }[];
};

/** An instance that was taken away, as it was, with the files it had at that moment; read from the trail. */
export async function leerInstanciaQuitada(
  tx: Transaccion,
  difusion: DifusionRef,
  id: string,
): Promise<InstanciaQuitada | null> {
  const [fila] = await tx.$queryRaw<FilaBaja[]>`
    SELECT b.anterior, coalesce((
        SELECT jsonb_agg(a.anterior ORDER BY (a.anterior->>'orden')::int) FROM bitacora a
        WHERE a.tabla = 'instancia_archivo' AND a.operacion = 'baja' AND a.institucion_id = b.institucion_id
          AND a.caso = b.caso AND a.anterior->>'instancia_id' = ${id}
          -- Those that went with it this time, and not in an earlier one.
          AND a.id > (SELECT coalesce(max(id), 0) FROM bitacora WHERE tabla = 'difusion_instancia' AND operacion = 'alta'
            AND institucion_id = b.institucion_id AND fila->>'id' = ${id})), '[]') AS archivos
    FROM bitacora b
    WHERE b.tabla = 'difusion_instancia' AND b.operacion = 'baja' AND b.institucion_id = ${difusion.institucionId}::uuid
      AND b.anterior->>'id' = ${id} AND b.anterior->>'difusion_id' = ${difusion.id}
    ORDER BY b.id DESC LIMIT 1`;
  if (!fila) return null;
  const texto = (llave: string) => (fila.anterior[llave] as string | null | undefined) ?? null;
  return {
    id,
    orden: Number(fila.anterior.orden),
    fecha: texto("fecha"),
    medio: texto("medio"),
    modalidad: texto("modalidad"),
    audiencia: texto("audiencia"),
    archivos: fila.archivos.map(({ archivo_id, uso, orden }) => ({ archivoId: archivo_id, uso, orden })),
  };
}

/** Brings back an instance under its own id and in its place, with its files. */
export async function restaurarInstancia(
  tx: Transaccion,
  difusion: DifusionRef,
  { archivos, ...instancia }: InstanciaQuitada,
): Promise<void> {
  const { institucionId, id: difusionId } = difusion;
  await tx.difusionInstancia.create({ data: { ...instancia, institucionId, difusionId } });
  await tx.instanciaArchivo.createMany({
    data: archivos.map((archivo) => ({ ...archivo, institucionId, instanciaId: instancia.id })),
  });
}

type Atadura = { readonly instanciaId: string; readonly archivoId: string; readonly uso: UsoArchivo };

/** Ties a file to an instance. Tying it again changes nothing. */
export async function atarArchivo(
  tx: Transaccion,
  { institucionId }: DifusionRef,
  atadura: Atadura,
): Promise<void> {
  await tx.instanciaArchivo.createMany({ data: [{ ...atadura, institucionId }], skipDuplicates: true });
}

/** The name of another file with the same content that is already tied to an instance for the same use. */
export async function gemeloAtado(
  tx: Transaccion,
  { institucionId }: DifusionRef,
  { instanciaId, archivoId, uso }: Atadura,
): Promise<string | null> {
  const propio = await tx.archivo.findFirst({ where: { institucionId, id: archivoId } });
  if (!propio) return null;
  const gemelo = await tx.instanciaArchivo.findFirst({
    where: {
      institucionId,
      instanciaId,
      uso,
      archivoId: { not: archivoId },
      archivo: { sha256: propio.sha256 },
    },
    select: { archivo: { select: { nombre: true } } },
  });
  return gemelo?.archivo.nombre ?? null;
}

/** Unties a file from an instance; the file stays. */
export async function desatarArchivo(
  tx: Transaccion,
  { institucionId }: DifusionRef,
  atadura: Atadura,
): Promise<void> {
  await tx.instanciaArchivo.deleteMany({ where: { ...atadura, institucionId } });
}

/** Puts (or, with null, takes away) the file of the COSOC's act or of the Comptroller's ruling. */
export async function ponerDocumentoCosoc(
  tx: Transaccion,
  { id, institucionId }: DifusionRef,
  documento: DocumentoCosoc,
  archivoId: string | null,
): Promise<void> {
  const data = documento === "acto" ? { actoArchivoId: archivoId } : { dictamenArchivoId: archivoId };
  await tx.difusion.updateMany({ where: { id, institucionId }, data });
}
