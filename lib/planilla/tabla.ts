import type { FaltaCelda } from "./falla";
import { direccion, type FilaLeida, type HojaLeida, type ValorCelda } from "./libro/tipo";
import { breve, comoTexto, esBlanca, normalizar } from "./valor";

/** A column that a table may bring: how the person reads it and how else people call it. */
export interface ColumnaTabla<C extends string = string> {
  clave: C;
  etiqueta: string;
  variantes?: readonly string[];
}

export interface FilaTabla<C extends string> {
  numero: number;
  /** What the row says in a column; undefined when the sheet has no such column or the cell is empty. */
  valor(clave: C): ValorCelda | undefined;
  /** Address of the row's cell in a column; that of its first cell when the sheet has no such column. */
  celda(clave: C): string;
}

export interface Tabla<C extends string> {
  hoja: HojaLeida;
  /** Number of the row of headings. */
  encabezado: number;
  columnas: ReadonlyMap<C, number>;
  filas: FilaTabla<C>[];
}

/** Rows of a sheet in which headings are looked for: titles, logos and notes may come first. */
const FILAS_DE_ENCABEZADO = 40;

/** Values of the row with those of merged cells repeated in every cell they cover, as a person sees them. */
function conCombinadas(hoja: HojaLeida, fila: FilaLeida): (ValorCelda | undefined)[] {
  const celdas = [...fila.celdas];
  for (const c of hoja.combinadas) {
    if (fila.numero < c.filaDesde || fila.numero > c.filaHasta || c.columnaHasta > 16_384) continue;
    const maestra = hoja.filas.find((f) => f.numero === c.filaDesde)?.celdas[c.columnaDesde];
    if (maestra === undefined) continue;
    for (let i = celdas.length; i < c.columnaDesde; i++) celdas.push(undefined);
    for (let i = c.columnaDesde; i <= Math.min(c.columnaHasta, c.columnaDesde + 200); i++)
      celdas[i] ??= maestra;
  }
  return celdas;
}

/** Fills, in the rows of data, the first column of vertically merged cells with what the person sees in them. */
function repetirHaciaAbajo(hoja: HojaLeida): void {
  if (hoja.combinadas.length === 0) return;
  const porNumero = new Map(hoja.filas.map((f) => [f.numero, f]));
  for (const c of hoja.combinadas) {
    const maestra = porNumero.get(c.filaDesde)?.celdas[c.columnaDesde];
    if (maestra === undefined || c.filaHasta - c.filaDesde > hoja.filas.length * 4) continue;
    for (let n = c.filaDesde + 1; n <= c.filaHasta; n++) {
      const fila = porNumero.get(n);
      if (!fila) continue;
      for (let i = fila.celdas.length; i < c.columnaDesde; i++) fila.celdas.push(undefined);
      fila.celdas[c.columnaDesde] = maestra;
    }
  }
}

function reconocer<C extends string>(
  celdas: readonly (ValorCelda | undefined)[],
  nombres: ReadonlyMap<string, C>,
): Map<C, number> {
  const columnas = new Map<C, number>();
  celdas.forEach((celda, i) => {
    if (esBlanca(celda)) return;
    const dicho = normalizar(comoTexto(celda).replace(/\([^)]*\)|\*/g, " "));
    const clave = nombres.get(dicho) ?? nombres.get(normalizar(comoTexto(celda)));
    if (clave !== undefined && !columnas.has(clave)) columnas.set(clave, i);
  });
  return columnas;
}

/**
 * Finds the table of a sheet: the row that names most of the columns, wherever it is and in any order.
 * @returns null when no row names at least `minimo` of them.
 */
export function buscarTabla<C extends string>(
  hoja: HojaLeida,
  columnas: readonly ColumnaTabla<C>[],
  minimo = 2,
): Tabla<C> | null {
  const nombres = new Map<string, C>();
  for (const { clave, etiqueta, variantes = [] } of columnas) {
    for (const nombre of [clave, etiqueta, ...variantes])
      nombres.set(normalizar(nombre.replace(/\([^)]*\)/g, " ")), clave);
  }
  let mejor: { numero: number; columnas: Map<C, number> } | null = null;
  for (const fila of hoja.filas.slice(0, FILAS_DE_ENCABEZADO)) {
    const halladas = reconocer(conCombinadas(hoja, fila), nombres);
    if (halladas.size > (mejor?.columnas.size ?? 0)) mejor = { numero: fila.numero, columnas: halladas };
  }
  if (!mejor || mejor.columnas.size < minimo) return null;
  repetirHaciaAbajo(hoja);
  const ubicadas = mejor.columnas;
  const encabezado = mejor.numero;
  let pie = encabezado;
  for (const c of hoja.combinadas) {
    if (c.filaDesde > encabezado || c.filaHasta < encabezado || c.filaHasta - encabezado > 10) continue;
    if ([...ubicadas.values()].includes(c.columnaDesde)) pie = Math.max(pie, c.filaHasta);
  }
  const indices = [...ubicadas.values()];
  const filas = hoja.filas
    .filter((fila) => fila.numero > pie && indices.some((i) => !esBlanca(fila.celdas[i])))
    .map((fila) => new Fila(fila, ubicadas));
  return { hoja, encabezado, columnas: ubicadas, filas };
}

/** Headings of a table that are of no column of it, between «»: one of them may be the column that seems missing. */
export function encabezadosAjenos<C extends string>({ hoja, encabezado, columnas }: Tabla<C>): string[] {
  const propias = new Set(columnas.values());
  const celdas = hoja.filas.find(({ numero }) => numero === encabezado)?.celdas ?? [];
  return celdas
    .filter((celda, i) => !propias.has(i) && !esBlanca(celda))
    .map((celda) => `«${breve(comoTexto(celda))}»`);
}

class Fila<C extends string> implements FilaTabla<C> {
  readonly numero: number;
  private readonly fila: FilaLeida;
  private readonly columnas: ReadonlyMap<C, number>;

  constructor(fila: FilaLeida, columnas: ReadonlyMap<C, number>) {
    this.numero = fila.numero;
    this.fila = fila;
    this.columnas = columnas;
  }

  valor(clave: C): ValorCelda | undefined {
    const i = this.columnas.get(clave);
    return i === undefined ? undefined : this.fila.celdas[i];
  }

  celda(clave: C): string {
    return direccion(this.columnas.get(clave) ?? 0, this.numero);
  }
}

/** The sheet whose name is one of these, whatever its case, accents and spaces. */
export function buscarHoja(hojas: readonly HojaLeida[], nombres: readonly string[]): HojaLeida | undefined {
  const buscados = new Set(nombres.map(normalizar));
  return hojas.find((hoja) => buscados.has(normalizar(hoja.nombre)));
}

/** Gathers the faults of a workbook, in the order in which they are found. */
export class Faltas {
  readonly lista: FaltaCelda[] = [];

  agregar(falta: Omit<FaltaCelda, "nivel"> & { nivel?: FaltaCelda["nivel"] }): void {
    this.lista.push({ nivel: "error", ...falta });
  }
}
