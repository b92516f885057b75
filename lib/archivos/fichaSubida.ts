import { z } from "zod";
import { LIMITES_ARCHIVO } from "@/lib/flujo/archivo";
import { fallar, type Resultado } from "@/lib/flujo/resultado";
import type { AlmacenArchivos } from "./almacen";
import type { ArchivoSubido } from "./subida";

const uuid = z.uuid();

const esquemaFicha = z.object({
  id: uuid,
  personaId: uuid,
  institucionId: uuid,
  nombre: z.string(),
  tipo: z.string(),
  tamano: z.number().int(),
  caduca: z.coerce.date(),
});

/** What is known of an upload under way, kept beside its parts so that any node can go on with it. */
export type FichaSubida = z.infer<typeof esquemaFicha>;

const esquemaFin = z.discriminatedUnion("ok", [
  z.object({
    ok: z.literal(true),
    valor: z.object({
      subidaId: uuid,
      nombre: z.string(),
      tipo: z.string(),
      tamano: z.number(),
      sha256: z.string(),
    }),
  }),
  z.object({ ok: z.literal(false), falla: z.object({ codigo: z.string(), mensaje: z.string() }) }),
]);

const FICHA = "ficha.json";
const FIN = "fin.json";

/** Whether a text is a UUID in lower case: only those become part of a key. */
export function isUuid(texto: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(texto);
}

type Lugar = Pick<FichaSubida, "personaId" | "id">;

// By person, so that nobody reaches another's upload by knowing its id.
const carpeta = ({ personaId, id }: Lugar) => `${personaId}/${id}`;

/** Key of the part with that number, from 0. */
export function claveParte(lugar: Lugar, numero: number): string {
  return `${carpeta(lugar)}/parte-${String(numero).padStart(4, "0")}`;
}

/** The record of an upload of a person, or null. */
export async function leerFicha(
  almacen: AlmacenArchivos,
  personaId: string,
  id: string,
): Promise<FichaSubida | null> {
  if (!isUuid(personaId) || !isUuid(id)) return null;
  const bytes = await almacen.partes.leer(`${carpeta({ personaId, id })}/${FICHA}`);
  return bytes && esquemaFicha.parse(JSON.parse(bytes.toString("utf8")));
}

/** Writes the record of a new upload. */
export async function escribirFicha(almacen: AlmacenArchivos, ficha: FichaSubida): Promise<void> {
  await almacen.partes.escribir(`${carpeta(ficha)}/${FICHA}`, Buffer.from(JSON.stringify(ficha)));
}

/** How an upload ended, or null if it has not. */
export async function leerFin(
  almacen: AlmacenArchivos,
  lugar: Lugar,
): Promise<Resultado<ArchivoSubido> | null> {
  const bytes = await almacen.partes.leer(`${carpeta(lugar)}/${FIN}`);
  if (!bytes) return null;
  const fin = esquemaFin.parse(JSON.parse(bytes.toString("utf8")));
  return fin.ok ? fin : fallar(fin.falla.codigo, fin.falla.mensaje);
}

/** Writes how an upload ended, then lets its parts go. @returns the same end. */
export async function escribirFin(
  almacen: AlmacenArchivos,
  lugar: Lugar,
  fin: Resultado<ArchivoSubido>,
): Promise<Resultado<ArchivoSubido>> {
  await almacen.partes.escribir(`${carpeta(lugar)}/${FIN}`, Buffer.from(JSON.stringify(fin)));
  const claves = (await almacen.partes.listar(carpeta(lugar))).map((p) => p.clave);
  await almacen.partes.borrar(claves.filter((c) => !c.endsWith(".json")));
  return fin;
}

/** Bytes received without a gap from the start; all of them once the upload ended. */
export async function partesRecibidas(almacen: AlmacenArchivos, ficha: FichaSubida): Promise<number> {
  const listadas = await almacen.partes.listar(carpeta(ficha));
  const tamanos = new Map(listadas.map((p) => [p.clave, p.tamano]));
  if (tamanos.has(`${carpeta(ficha)}/${FIN}`)) return ficha.tamano;
  let recibido = 0;
  for (let numero = 0; recibido < ficha.tamano; numero++) {
    const debe = Math.min(LIMITES_ARCHIVO.tamanoParte, ficha.tamano - recibido);
    if (tamanos.get(claveParte(ficha, numero)) !== debe) break;
    recibido += debe;
  }
  return recibido;
}

/** Every upload, or those of one person. `terminada`: it has an end, only its record is kept. */
export async function listarFichas(
  almacen: AlmacenArchivos,
  personaId = "",
): Promise<(FichaSubida & { terminada: boolean })[]> {
  if (personaId && !isUuid(personaId)) return [];
  const claves = new Set((await almacen.partes.listar(personaId)).map((p) => p.clave));
  const fichas: (FichaSubida & { terminada: boolean })[] = [];
  for (const clave of claves) {
    const [persona = "", id = "", archivo] = clave.split("/");
    if (archivo !== FICHA) continue;
    const ficha = await leerFicha(almacen, persona, id);
    if (ficha) fichas.push({ ...ficha, terminada: claves.has(`${persona}/${id}/${FIN}`) });
  }
  return fichas;
}

/** Removes an upload; the record last, so that an interrupted removal is found again. */
export async function borrarSubida(almacen: AlmacenArchivos, personaId: string, id: string): Promise<void> {
  const claves = (await almacen.partes.listar(carpeta({ personaId, id }))).map((p) => p.clave);
  const ficha = claves.filter((c) => c.endsWith(`/${FICHA}`));
  await almacen.partes.borrar(claves.filter((c) => !c.endsWith(`/${FICHA}`)));
  await almacen.partes.borrar(ficha);
}

/** Removes parts written before `antesDe` whose upload has no record: they came while it was being removed. */
export async function borrarPartesSueltas(almacen: AlmacenArchivos, antesDe: Date): Promise<void> {
  const partes = await almacen.partes.listar("");
  const dueno = (clave: string) => clave.slice(0, clave.lastIndexOf("/"));
  const conFicha = new Set(partes.filter((p) => p.clave.endsWith(`/${FICHA}`)).map((p) => dueno(p.clave)));
  const sueltas = partes.filter((p) => !conFicha.has(dueno(p.clave)) && p.modificado < antesDe);
  await almacen.partes.borrar(sueltas.map((p) => p.clave));
}
