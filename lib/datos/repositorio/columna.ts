/** The column of a field. */
export const columna = (campo: string): string =>
  campo.replace(/[A-Z]/g, (letra) => `_${letra.toLowerCase()}`);
