/** Joins class names, leaving out what is false or absent. */
export function clases(...nombres: (string | false | null | undefined)[]): string {
  return nombres.filter(Boolean).join(" ");
}

/** Look of every text control; the invalid state is an attribute, so server and browser draw it alike. */
export const CONTROL =
  "block w-full min-h-11 rounded-sm border border-borde-control bg-papel px-3 py-2 text-base text-texto placeholder:text-texto-suave hover:border-primario aria-invalid:border-error aria-invalid:ring-1 aria-invalid:ring-error [&[readonly]:not([data-espera])]:bg-fondo disabled:bg-fondo data-espera:cursor-progress";

/** Meaning of a colour: never the only carrier, always beside a word or an icon. */
export type Tono = "neutro" | "info" | "exito" | "advertencia" | "error";
