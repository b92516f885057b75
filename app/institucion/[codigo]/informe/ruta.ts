import { z } from "zod";

/** A part of an address, which is written in percent signs; one that cannot be read names nothing. */
export const parteDeRuta = z.string().transform((texto, contexto) => {
  try {
    return decodeURIComponent(texto);
  } catch {
    contexto.addIssue("La dirección no se puede leer.");
    return z.NEVER;
  }
});
