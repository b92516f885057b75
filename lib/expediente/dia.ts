import { esFecha } from "@/lib/guia/e3-2025/dia";

/** Days as people type and read them. Apart from instants so that a browser does not fetch a calendar library for it. */

const MENSAJE = "Escriba la fecha como día/mes/año; por ejemplo 30/06/2025.";

export type LecturaFecha =
  | { readonly estado: "vacio" }
  | { readonly estado: "fecha"; readonly valor: string }
  | { readonly estado: "invalido"; readonly mensaje: string };

/** Reads a day typed as dd/mm/aaaa (or with hyphens or points, or already AAAA-MM-DD) into AAAA-MM-DD. */
export function leerFecha(texto: string): LecturaFecha {
  const limpio = texto.trim();
  if (limpio === "") return { estado: "vacio" };
  const partes = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(limpio);
  const valor = partes
    ? `${partes[3]}-${partes[2]?.padStart(2, "0")}-${partes[1]?.padStart(2, "0")}`
    : limpio;
  return esFecha(valor) ? { estado: "fecha", valor } : { estado: "invalido", mensaje: MENSAJE };
}

/** AAAA-MM-DD as dd/mm/aaaa; anything else, as it is. */
export function mostrarFecha(fecha: string): string {
  return esFecha(fecha) ? `${fecha.slice(8)}/${fecha.slice(5, 7)}/${fecha.slice(0, 4)}` : fecha;
}
