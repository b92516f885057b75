/**
 * A block of cells as a sheet copies it: rows by lines, cells by tabs, a cell with quotes when it holds either.
 * @returns null when it is a single cell: then it is an ordinary paste.
 */
export function leerBloque(texto: string): string[][] | null {
  const filas: string[][] = [[]];
  let celda = "";
  let entreComillas = false;
  const cerrarCelda = () => {
    filas.at(-1)?.push(celda.trim());
    celda = "";
  };
  const fuente = texto.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(/\n$/, "");
  for (let i = 0; i < fuente.length; i++) {
    const letra = fuente[i] ?? "";
    if (entreComillas) {
      if (letra !== '"') celda += letra;
      else if (fuente[i + 1] === '"') {
        celda += '"';
        i++;
      } else entreComillas = false;
    } else if (letra === '"' && celda === "") entreComillas = true;
    else if (letra === "\t") cerrarCelda();
    else if (letra === "\n") {
      cerrarCelda();
      filas.push([]);
    } else celda += letra;
  }
  cerrarCelda();
  const [primera] = filas;
  if (filas.length === 1 && primera?.length === 1) return null;
  // A first row without a single figure is the headings of the sheet it was copied from.
  const conTitulos = filas.length > 1 && primera?.every((una) => !/\d/.test(una)) && primera.some(Boolean);
  return conTitulos ? filas.slice(1) : filas;
}

export type ColumnaGrilla = "numerador" | "denominador" | "resultado";
export const COLUMNAS: readonly ColumnaGrilla[] = ["numerador", "denominador", "resultado"];

type FilaDestino = {
  /** Address of the field of each column; a column it has not is left out. */
  readonly lugares: Readonly<Partial<Record<ColumnaGrilla, string>>>;
  readonly medido: string;
  /** It was said that it could not be measured: its numbers are not written over. */
  readonly sinMedir: boolean;
  readonly sinResponder: boolean;
};

export type Pegado = {
  /** What to write, by the address of its field. */
  readonly valores: ReadonlyMap<string, string | true>;
  readonly filas: number;
  /** Cells of the block that had no place: beyond the last row or column, or in a row that was not measured. */
  readonly sobran: number;
};

/** Where each cell of a block goes, from the cell where it is pasted. Blank cells touch nothing. */
export function repartir(
  bloque: readonly (readonly string[])[],
  filas: readonly FilaDestino[],
  desde: { readonly fila: number; readonly columna: ColumnaGrilla },
): Pegado {
  const valores = new Map<string, string | true>();
  const primera = COLUMNAS.indexOf(desde.columna);
  let sobran = 0;
  let tocadas = 0;
  bloque.forEach((celdas, i) => {
    const destino = filas[desde.fila + i];
    let escritas = 0;
    celdas.forEach((celda, j) => {
      if (celda === "") return;
      const columna = COLUMNAS[primera + j];
      const lugar = columna && destino?.lugares[columna];
      if (!lugar || destino.sinMedir) {
        sobran += 1;
        return;
      }
      valores.set(lugar, celda);
      escritas += 1;
    });
    if (escritas === 0 || !destino) return;
    tocadas += 1;
    if (destino.sinResponder) valores.set(destino.medido, true);
  });
  return { valores, filas: tocadas, sobran };
}
