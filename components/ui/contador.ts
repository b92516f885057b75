const NUMERO = new Intl.NumberFormat("es-CL", { useGrouping: "always" });

/** «Quedan 120 de 500 caracteres», or how many are too many. */
export function textoContador(usados: number, limite: number): string {
  const resto = limite - usados;
  if (resto >= 0) {
    const verbo = resto === 1 ? "Queda" : "Quedan";
    return `${verbo} ${NUMERO.format(resto)} de ${NUMERO.format(limite)} caracteres`;
  }
  const exceso = -resto;
  return exceso === 1 ? "1 carácter de más" : `${NUMERO.format(exceso)} caracteres de más`;
}
