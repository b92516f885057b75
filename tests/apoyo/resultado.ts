import type { Resultado } from "@/lib/flujo/resultado";

/** The value of a use case that must succeed. */
export async function valor<T>(resultado: Promise<Resultado<T>>): Promise<T> {
  const hecho = await resultado;
  if (!hecho.ok) throw new Error(`${hecho.falla.codigo}: ${hecho.falla.mensaje}`);
  return hecho.valor;
}

/** The failure of a use case that must not succeed. */
export async function falla(resultado: Promise<Resultado<unknown>>) {
  const hecho = await resultado;
  if (hecho.ok) throw new Error("Se esperaba una falla.");
  return hecho.falla;
}
