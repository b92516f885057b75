import { leerFecha, mostrarFecha } from "@/lib/expediente/dia";
import { leerNumero, mostrarNumero } from "@/lib/expediente/numero";
import type { Lectura } from "./entrada-leida";

/** A typed number, with its canonical writing as echo. */
export function leerTextoNumero(texto: string): Lectura {
  const leido = leerNumero(texto);
  if (leido.estado === "invalido") return { ok: false, mensaje: leido.mensaje };
  return leido.estado === "numero" ? { ok: true, eco: mostrarNumero(leido.valor) } : { ok: true };
}

/** A typed day, with dd/mm/aaaa as echo. */
export function leerTextoFecha(texto: string): Lectura {
  const leido = leerFecha(texto);
  if (leido.estado === "invalido") return { ok: false, mensaje: leido.mensaje };
  return leido.estado === "fecha" ? { ok: true, eco: mostrarFecha(leido.valor) } : { ok: true };
}
