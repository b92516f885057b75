/** How many of something, as a person reads it: «1 cambio», «1.234 cambios». */
export function cuantas(n: number, una: string, varias: string): string {
  return `${n.toLocaleString("es-CL")} ${n === 1 ? una : varias}`;
}

/** How many institutions, as a person reads it: «1 institución», «1.234 instituciones». */
export function cuantasInstituciones(n: number): string {
  return cuantas(n, "institución", "instituciones");
}
