import { randomUUID } from "node:crypto";
import { LIMITES_ARCHIVO } from "@/lib/flujo/archivo";
import { revisarAntesDeSubir } from "@/lib/flujo/rechazoArchivo";
import { exito, type Falla, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { AlmacenArchivos } from "./almacen";
import { archivoAlterado } from "./borrador";
import { examinarArchivo } from "./examinar";
import {
  borrarPartesSueltas,
  borrarSubida,
  claveParte,
  escribirFicha,
  escribirFin,
  type FichaSubida,
  isUuid,
  leerFicha,
  leerFin,
  listarFichas,
  partesRecibidas,
} from "./fichaSubida";

/** Whose upload it is: the person, and the institution for which it is done. Ids are UUIDs. */
export type DuenoSubida = { readonly personaId: string; readonly institucionId: string };

/** An upload as its owner sees it. `recibido`: bytes already safe, which is where to go on from. */
export type EstadoSubida = {
  readonly id: string;
  readonly tamano: number;
  readonly tamanoParte: number;
  readonly recibido: number;
  readonly caduca: Date;
};

/** What `terminarSubida` leaves in the store, ready for a row of `archivo` (its id may be `subidaId`). */
export type ArchivoSubido = {
  readonly subidaId: string;
  readonly nombre: string;
  readonly tipo: string;
  readonly tamano: number;
  readonly sha256: string;
};

/**
 * Opens an upload, or finds again the one that the same person opened with the same `id` (a UUID made by the
 * browser, one per intent), so that a retry is not a second upload. `tamano` in bytes, `tipo` as declared.
 * Fails: every code of `revisarAntesDeSubir`, `demasiadas_subidas`, `subida_distinta`, `subida_caducada`.
 */
export async function iniciarSubida(
  almacen: AlmacenArchivos,
  dueno: DuenoSubida,
  archivo: { readonly id?: string; readonly nombre: string; readonly tipo: string; readonly tamano: number },
  ahora: Date,
): Promise<Resultado<EstadoSubida>> {
  const { id = randomUUID(), nombre, tipo, tamano } = archivo;
  if (!isUuid(id) || !Number.isSafeInteger(tamano) || tamano < 0) {
    return fallar("subida_invalida", "No pudimos leer los datos del archivo. Elíjalo de nuevo.");
  }
  const falla = revisarAntesDeSubir(archivo);
  if (falla) return { ok: false, falla };
  const previa = await leerFicha(almacen, dueno.personaId, id);
  if (previa) {
    const misma =
      previa.nombre === nombre && previa.tamano === tamano && previa.institucionId === dueno.institucionId;
    if (!misma)
      return fallar("subida_distinta", "Esa subida era de otro archivo. Elija el archivo de nuevo.");
    return previa.caduca > ahora ? exito(await estadoDe(almacen, previa)) : CADUCADA;
  }
  const abiertas = await listarFichas(almacen, dueno.personaId);
  for (const vieja of abiertas.filter((f) => f.caduca <= ahora))
    await borrarSubida(almacen, vieja.personaId, vieja.id);
  if (abiertas.filter((f) => f.caduca > ahora && !f.terminada).length >= LIMITES_ARCHIVO.subidasAbiertas) {
    return fallar(
      "demasiadas_subidas",
      `Tiene ${LIMITES_ARCHIVO.subidasAbiertas} subidas sin terminar. Espere a que terminen o cancele alguna, y vuelva a intentarlo.`,
    );
  }
  const caduca = new Date(ahora.getTime() + LIMITES_ARCHIVO.horasSubida * 3_600_000);
  const ficha: FichaSubida = { id, ...dueno, nombre, tipo, tamano, caduca };
  await escribirFicha(almacen, ficha);
  return exito(await estadoDe(almacen, ficha));
}

/** Where an upload goes, to resume it after a drop. Fails: `no_encontrado`, `subida_caducada`. */
export async function estadoSubida(
  almacen: AlmacenArchivos,
  dueno: DuenoSubida,
  id: string,
  ahora: Date,
): Promise<Resultado<EstadoSubida>> {
  const ficha = await fichaVigente(almacen, dueno, id, ahora);
  return ficha.ok ? exito(await estadoDe(almacen, ficha.valor)) : ficha;
}

/**
 * Keeps one part, durably, before answering. `desde` must be where the upload goes; every part but the last
 * measures `LIMITES_ARCHIVO.tamanoParte`. Sending again a part already kept is fine if its bytes are the same.
 * Fails: `no_encontrado`, `subida_caducada`, `parte_desordenada` (ask `estadoSubida` and go on from there),
 * `parte_incompleta` (send it again), `archivo_alterado` (the file changed: start again).
 */
export async function agregarParte(
  almacen: AlmacenArchivos,
  dueno: DuenoSubida,
  id: string,
  parte: { readonly desde: number; readonly bytes: Uint8Array },
  ahora: Date,
): Promise<Resultado<EstadoSubida>> {
  const vigente = await fichaVigente(almacen, dueno, id, ahora);
  if (!vigente.ok) return vigente;
  const ficha = vigente.valor;
  const { desde, bytes } = parte;
  const estado = await estadoDe(almacen, ficha);
  const numero = desde / LIMITES_ARCHIVO.tamanoParte;
  if (!Number.isInteger(numero) || desde < 0 || desde > estado.recibido || desde >= ficha.tamano) {
    return fallar(
      "parte_desordenada",
      "La subida iba en otro punto. Se retomará desde lo que ya está guardado; no necesita hacer nada.",
    );
  }
  if (bytes.length !== Math.min(LIMITES_ARCHIVO.tamanoParte, ficha.tamano - desde)) {
    return fallar(
      "parte_incompleta",
      "Una parte del archivo llegó cortada. Se enviará otra vez; no necesita hacer nada.",
    );
  }
  if (desde < estado.recibido) {
    const guardada = await almacen.partes.leer(claveParte(ficha, numero));
    // Without the part, the upload ended meanwhile: there is nothing to compare with.
    return guardada && !guardada.equals(bytes) ? archivoAlterado() : exito(estado);
  }
  await almacen.partes.escribir(claveParte(ficha, numero), bytes);
  return exito({ ...estado, recibido: desde + bytes.length });
}

/**
 * Joins the parts, examines the whole and puts it in the store. With the browser's `sha256`, checks that it
 * arrived as it left. Calling it again, from any node, gives the same answer, also when it is a refusal.
 * Fails: `no_encontrado`, `subida_caducada`, `subida_incompleta`, `archivo_alterado`, and every code of
 * `examinarArchivo`.
 */
export async function terminarSubida(
  almacen: AlmacenArchivos,
  dueno: DuenoSubida,
  id: string,
  declarado: { readonly sha256?: string },
  ahora: Date,
): Promise<Resultado<ArchivoSubido>> {
  const vigente = await fichaVigente(almacen, dueno, id, ahora);
  if (!vigente.ok) return vigente;
  const ficha = vigente.valor;
  const previo = await leerFin(almacen, ficha);
  if (previo) return previo;
  const { recibido } = await estadoDe(almacen, ficha);
  if (recibido < ficha.tamano) {
    // Its parts may be going away because another call has just ended it.
    const otro = await leerFin(almacen, ficha);
    if (otro) return otro;
    return fallar(
      "subida_incompleta",
      "Faltan partes del archivo por subir. Espere a que la subida llegue al final.",
    );
  }
  const borrador = await almacen
    .preparar(partesDe(almacen, ficha), ficha.tamano)
    .catch(async (error: unknown) => {
      // Somebody else ended it while its parts were being read: theirs is the answer.
      const otro = error instanceof ParteAusente ? await leerFin(almacen, ficha) : null;
      if (otro) return otro;
      throw error;
    });
  if (!borrador.ok) return borrador;
  if ("subidaId" in borrador.valor) return exito(borrador.valor);
  const { fuente, sha256, tamano, confirmar, descartar } = borrador.valor;
  try {
    const rechazo =
      declarado.sha256 !== undefined && declarado.sha256.toLowerCase() !== sha256 ? archivoAlterado() : null;
    const examen = rechazo ?? (await examinarArchivo(fuente, ficha.nombre, ficha.tipo));
    if (!examen.ok) return await escribirFin(almacen, ficha, examen);
    await confirmar();
    const { tipo, nombreSeguro: nombre } = examen.valor;
    return await escribirFin(almacen, ficha, exito({ subidaId: id, nombre, tipo, tamano, sha256 }));
  } finally {
    await descartar();
  }
}

/** Forgets an upload and its parts. What was already ended stays in the store. Fails: `no_encontrado`. */
export async function cancelarSubida(
  almacen: AlmacenArchivos,
  dueno: DuenoSubida,
  id: string,
): Promise<Resultado<null>> {
  const ficha = await leerFicha(almacen, dueno.personaId, id);
  if (!ficha || ficha.institucionId !== dueno.institucionId) return NO_ENCONTRADO;
  await borrarSubida(almacen, ficha.personaId, id);
  return exito(null);
}

/** Forgets every upload that expired, and parts that came after theirs was forgotten. @returns how many. */
export async function borrarSubidasCaducadas(almacen: AlmacenArchivos, ahora: Date): Promise<number> {
  const caducadas = (await listarFichas(almacen)).filter((f) => f.caduca <= ahora);
  for (const { personaId, id } of caducadas) await borrarSubida(almacen, personaId, id);
  const plazo = LIMITES_ARCHIVO.horasSubida * 3_600_000;
  await borrarPartesSueltas(almacen, new Date(ahora.getTime() - plazo));
  return caducadas.length;
}

const CADUCADA: { ok: false; falla: Falla } = fallar(
  "subida_caducada",
  `La subida quedó sin terminar por más de ${LIMITES_ARCHIVO.horasSubida} horas y se descartó. Elija el archivo de nuevo.`,
);

class ParteAusente extends Error {}

async function fichaVigente(
  almacen: AlmacenArchivos,
  dueno: DuenoSubida,
  id: string,
  ahora: Date,
): Promise<Resultado<FichaSubida>> {
  const ficha = await leerFicha(almacen, dueno.personaId, id);
  if (!ficha || ficha.institucionId !== dueno.institucionId) return NO_ENCONTRADO;
  return ficha.caduca > ahora ? exito(ficha) : CADUCADA;
}

async function estadoDe(almacen: AlmacenArchivos, ficha: FichaSubida): Promise<EstadoSubida> {
  const { id, tamano, caduca } = ficha;
  const recibido = await partesRecibidas(almacen, ficha);
  return { id, tamano, tamanoParte: LIMITES_ARCHIVO.tamanoParte, recibido, caduca };
}

async function* partesDe(almacen: AlmacenArchivos, ficha: FichaSubida): AsyncGenerator<Buffer> {
  for (let numero = 0; numero * LIMITES_ARCHIVO.tamanoParte < ficha.tamano; numero++) {
    const parte = await almacen.partes.leer(claveParte(ficha, numero));
    if (!parte) throw new ParteAusente(`Falta la parte ${numero} de la subida ${ficha.id}.`);
    yield parte;
  }
}
