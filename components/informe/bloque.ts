import { leerNumero } from "@/lib/expediente/numero";

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
  return filas;
}

const TITULO =
  /^(num|numerador|den|denom|denominador|res|result|resultado|indicador|nombre|calculado|calculo|meta|midio|medido|medicion)(e?s)?$/;
const ENLACE = /^(de|del|la|el|los|las|se|y|o|final|valor|id|codigo|ano|periodo)$/;

/** «Numerador 2025», «Nombre del indicador»: nothing but words of the columns of the grid. */
function esTitulo(celda: string): boolean {
  const palabras = celda
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/\p{L}+/gu);
  return (
    !!palabras?.some((una) => TITULO.test(una)) &&
    palabras.every((una) => TITULO.test(una) || ENLACE.test(una))
  );
}

/** Whether the first row is headings. Any other text there is data: dropping it would move every row one up. */
export function conTitulos([primera, segunda]: readonly (readonly string[])[]): boolean {
  const escritas = primera?.filter(Boolean) ?? [];
  return segunda !== undefined && escritas.length > 0 && escritas.every(esTitulo);
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
  /** Cells that had a place and are no number: what was there stays. */
  readonly ilegibles: number;
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
  let ilegibles = 0;
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
      if (leerNumero(celda).estado !== "numero") {
        ilegibles += 1;
        return;
      }
      valores.set(lugar, celda);
      escritas += 1;
    });
    if (escritas === 0 || !destino) return;
    tocadas += 1;
    if (destino.sinResponder) valores.set(destino.medido, true);
  });
  return { valores, filas: tocadas, sobran, ilegibles };
}
