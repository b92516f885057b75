import type { Lectura } from "./entrada-leida";

export function leerTextoNumero(texto: string): Lectura {
  const limpio = texto.trim();
  if (!/^-?\d{1,3}(\.\d{3})*(,\d+)?$|^-?\d+([.,]\d+)?$/.test(limpio)) {
    return { ok: false, mensaje: "Escriba un número, por ejemplo 1.234,5" };
  }
  return { ok: true, eco: limpio };
}

export function leerTextoFecha(texto: string): Lectura {
  const partes = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(texto.trim());
  const [, d = "", m = "", a = ""] = partes ?? [];
  const fecha = new Date(Date.UTC(Number(a), Number(m) - 1, Number(d)));
  if (!partes || fecha.getUTCDate() !== Number(d))
    return { ok: false, mensaje: "Escriba una fecha que exista, como 30/06/2025" };
  return { ok: true, eco: `${d.padStart(2, "0")}/${m.padStart(2, "0")}/${a}` };
}
