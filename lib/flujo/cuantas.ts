/** How many institutions, as a person reads it: «1 institución», «1.234 instituciones». */
export function cuantasInstituciones(cuantas: number): string {
  return cuantas === 1 ? "1 institución" : `${cuantas.toLocaleString("es-CL")} instituciones`;
}
