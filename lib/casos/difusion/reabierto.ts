import type { DocumentoCosoc, UsoArchivo } from "@/lib/datos/repositorio/difusion";
import type { Devuelta } from "@/lib/flujo/puntero";
import { algoReabierto, estaReabierto } from "@/lib/flujo/reapertura";

/**
 * What of the dissemination a return that did not open everything left open, besides its fields (`lugarAbierto`): one
 * rule for what is refused and for what the screen offers.
 */

/** Adding or taking away an instance moves the others: the whole list must be open. */
export function listaAbierta({ reabierto }: Pick<Devuelta, "reabierto">): boolean {
  return estaReabierto(reabierto, "/difusion/instancias");
}

const USOS: Readonly<Record<UsoArchivo, string>> = { copia_medio: "copiaMedio", material: "material" };

/**
 * The files of one kind of an instance.
 * @param posicion place of the instance among the rows, from 0; one that the version did not have follows the list
 */
export function archivosAbiertos(devuelta: Devuelta, posicion: number | null, uso: UsoArchivo): boolean {
  const { reabierto, enviado } = devuelta;
  const conocida = posicion !== null && posicion < (enviado.difusion?.instancias?.length ?? 0);
  return conocida
    ? algoReabierto(reabierto, `/difusion/instancias/${posicion}/${USOS[uso]}`)
    : listaAbierta(devuelta);
}

const DEL_COSOC: Readonly<Record<DocumentoCosoc, readonly string[]>> = {
  acto: ["/difusion/cosoc/actoAdministrativo"],
  // Whether there must be one is said by `homologado` (DIF-11).
  dictamen: ["/difusion/cosoc/dictamen", "/difusion/cosoc/homologado"],
};

/** A document of the COSOC. */
export function documentoAbierto({ reabierto }: Devuelta, documento: DocumentoCosoc): boolean {
  return DEL_COSOC[documento].some((ruta) => algoReabierto(reabierto, ruta));
}

/** The list of recipients. */
export function destinatariosAbiertos({ reabierto }: Devuelta): boolean {
  return algoReabierto(reabierto, "/difusion/destinatarios");
}
