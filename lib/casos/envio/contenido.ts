import type { Archivo, Expediente } from "@/lib/expediente/formato";

/** A file that goes with the submission, and what it proves. */
export type ArchivoEnviado = {
  readonly que: string;
  readonly nombre: string;
  readonly tamano: number | null;
  readonly sha256: string | null;
};

/** Every file that an expediente hands in, in the order of the form. */
export function archivosEnviados({ difusion }: Expediente): ArchivoEnviado[] {
  const de = (que: string, archivos: readonly (Archivo | null | undefined)[]): ArchivoEnviado[] =>
    archivos.flatMap((archivo) =>
      archivo
        ? [
            {
              que,
              nombre: archivo.nombre ?? "archivo sin nombre",
              tamano: archivo.tamano ?? null,
              sha256: archivo.sha256 ?? null,
            },
          ]
        : [],
    );
  return [
    ...(difusion?.instancias ?? []).flatMap(({ copiaMedio, material }, i) => [
      ...de(`Copia del medio, instancia ${i + 1}`, copiaMedio ?? []),
      ...de(`Material difundido, instancia ${i + 1}`, material ?? []),
    ]),
    ...de("Listado de destinatarios", [difusion?.destinatarios?.archivo]),
    ...de("Acto administrativo del COSOC", [difusion?.cosoc?.actoAdministrativo?.archivo]),
    ...de("Dictamen de la Contraloría", [difusion?.cosoc?.dictamen?.archivo]),
  ];
}
