import type { SitioCelda } from "./falla";
import { direccion, type HojaLeida, type ValorCelda } from "./libro/tipo";
import {
  buscarHoja,
  buscarTabla,
  type ColumnaTabla,
  encabezadosAjenos,
  type Faltas,
  type FilaTabla,
} from "./tabla";
import { type Interpretado, loHallado } from "./valor";

/** What reading a sheet of records needs to know of it. */
export interface DefinicionHoja<C extends string> {
  nombre: string;
  variantes: readonly string[];
  columnas: readonly ColumnaTabla<C>[];
}

/** A row whose fields are interpreted one by one; what cannot be understood becomes a fault in its cell. */
export class Registro<C extends string> {
  readonly hoja: string;
  readonly numero: number;
  private readonly fila: FilaTabla<C>;
  private readonly presentes: ReadonlySet<C>;
  private readonly faltas: Faltas;
  private readonly etiquetas: ReadonlyMap<C, string>;

  constructor(
    hoja: string,
    fila: FilaTabla<C>,
    presentes: ReadonlySet<C>,
    faltas: Faltas,
    etiquetas: ReadonlyMap<C, string>,
  ) {
    this.hoja = hoja;
    this.numero = fila.numero;
    this.fila = fila;
    this.presentes = presentes;
    this.faltas = faltas;
    this.etiquetas = etiquetas;
  }

  /** Whether the sheet has that column: what has no column is not touched. */
  tiene(clave: C): boolean {
    return this.presentes.has(clave);
  }

  crudo(clave: C): ValorCelda | undefined {
    return this.fila.valor(clave);
  }

  celda(clave: C): string {
    return this.fila.celda(clave);
  }

  /** Where a field is, and what is seen there. */
  sitio(clave: C): SitioCelda {
    return {
      hoja: this.hoja,
      celda: this.celda(clave),
      encontrado: loHallado(this.fila.valor(clave)),
    };
  }

  /** The field interpreted; undefined, with its fault noted, when it cannot be understood. */
  leer<T>(clave: C, lector: (valor: ValorCelda | undefined) => Interpretado<T>): T | undefined {
    const leido = lector(this.fila.valor(clave));
    if (leido.ok) return leido.valor;
    this.faltar(clave, leido.esperado, `${this.etiquetas.get(clave) ?? clave}: se espera ${leido.esperado}.`);
    return undefined;
  }

  faltar(clave: C, esperado: string, mensaje: string, nivel: "error" | "aviso" = "error"): void {
    this.faltas.agregar({ ...this.sitio(clave), esperado, mensaje, nivel });
  }
}

/**
 * The records of a sheet found by name. A sheet that is not there, or without its table or a column, is a fault that
 * says how to mend it; null when nothing of it can be read.
 */
export function leerRegistros<C extends string>(
  hojas: readonly HojaLeida[],
  definicion: DefinicionHoja<C>,
  faltas: Faltas,
): { hoja: HojaLeida; encabezado: number; registros: Registro<C>[] } | null {
  const hoja = buscarHoja(hojas, [definicion.nombre, ...definicion.variantes]);
  if (!hoja) {
    faltas.agregar({
      hoja: definicion.nombre,
      celda: "",
      encontrado: "no está en el libro",
      esperado: `una hoja llamada «${definicion.nombre}»`,
      mensaje: `El libro no tiene la hoja «${definicion.nombre}». Descargue la planilla de la plataforma y copie en ella los datos.`,
    });
    return null;
  }
  const tabla = buscarTabla(hoja, definicion.columnas);
  const nombres = definicion.columnas.map((c) => c.etiqueta).join(", ");
  if (!tabla) {
    faltas.agregar({
      hoja: hoja.nombre,
      celda: "A1",
      encontrado: "ninguna fila de encabezados",
      esperado: `una fila con los nombres de las columnas: ${nombres}`,
      mensaje: `La hoja «${hoja.nombre}» no tiene la fila con los nombres de las columnas (${nombres}).`,
    });
    return null;
  }
  const primera = Math.min(...tabla.columnas.values());
  const ajenos = encabezadosAjenos(tabla);
  const remedio =
    ajenos.length > 0
      ? `Si es ${ajenos.join(" o ")}, cámbiele el nombre; si no, agréguela, aunque quede vacía.`
      : "Agréguela, aunque quede vacía.";
  for (const { clave, etiqueta } of definicion.columnas) {
    if (tabla.columnas.has(clave)) continue;
    faltas.agregar({
      hoja: hoja.nombre,
      celda: direccion(primera, tabla.encabezado),
      encontrado: "falta la columna",
      esperado: `una columna llamada «${etiqueta}»`,
      mensaje: `La hoja «${hoja.nombre}» no tiene la columna «${etiqueta}». ${remedio}`,
    });
  }
  const etiquetas = new Map(definicion.columnas.map((c) => [c.clave, c.etiqueta]));
  const presentes = new Set(tabla.columnas.keys());
  return {
    hoja,
    encabezado: tabla.encabezado,
    registros: tabla.filas.map((fila) => new Registro(hoja.nombre, fila, presentes, faltas, etiquetas)),
  };
}
