/** Whether two values of fields are the same: null like absent, and the order of an object's keys (which the database does not keep) indifferent. */
export function mismo(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(ordenado(a)) === JSON.stringify(ordenado(b));
}

function ordenado(valor: unknown): unknown {
  if (Array.isArray(valor)) return valor.map(ordenado);
  if (typeof valor !== "object" || valor === null) return valor ?? null;
  const pares = Object.entries(valor).filter(([, v]) => v !== null && v !== undefined);
  return Object.fromEntries(pares.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, ordenado(v)]));
}
