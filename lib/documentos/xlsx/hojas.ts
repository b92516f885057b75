import type { Bloque, Columna, Datos, Documento, Registros, Seccion, Valor } from "../modelo";

/** A sheet of the workbook before it is written: one table, or label and value pairs. */
export interface Hoja {
  nombre: string;
  titulo: string;
  columnas: Columna[];
  filas: Valor[][];
  /** Column types by row, when they change from row to row (label and value pairs). */
  tipos?: Columna["tipo"][];
}

class Cuaderno {
  private readonly hojas = new Map<string, Hoja>();

  agregar(bloque: Bloque): void {
    if (bloque.clase === "registros") this.registros(bloque);
    if (bloque.clase === "datos" && bloque.solo !== "pdf") this.datos(bloque);
  }

  datos(bloque: Datos): void {
    const hoja = this.hoja(bloque.hoja, [
      { etiqueta: "Dato", tipo: "texto", ancho: 44 },
      { etiqueta: "Valor", tipo: "texto", ancho: 110 },
    ]);
    hoja.tipos ??= [];
    for (const x of bloque.datos) {
      hoja.filas.push([x.etiqueta, x.valor]);
      hoja.tipos.push(x.tipo);
    }
  }

  private registros(bloque: Registros): void {
    if (bloque.solo !== "pdf") {
      const { clave } = bloque;
      const columnas: Columna[] = clave
        ? [{ etiqueta: clave.etiqueta, tipo: "texto", ancho: 16 }, ...bloque.columnas]
        : [...bloque.columnas];
      const hoja = this.hoja(bloque.hoja, columnas);
      for (const fila of bloque.filas)
        hoja.filas.push(clave ? [clave.valor, ...fila.valores] : [...fila.valores]);
    }
    for (const fila of bloque.filas) for (const x of fila.detalles ?? []) this.agregar(x);
  }

  /** A sheet is titled as it is named, without the number of its section. */
  private hoja(nombre: string, columnas: Columna[]): Hoja {
    const previa = this.hojas.get(nombre);
    if (previa) return previa;
    const nueva: Hoja = { nombre, titulo: nombre.replace(/^[\d.]+ /, ""), columnas, filas: [] };
    this.hojas.set(nombre, nueva);
    return nueva;
  }

  lista(): Hoja[] {
    return [...this.hojas.values()];
  }
}

/** The sheets of a document, in the order of its sections. An optional table without rows has no sheet. */
export function enHojas(documento: Documento): Hoja[] {
  const cuaderno = new Cuaderno();
  cuaderno.datos({ clase: "datos", hoja: "Portada", datos: documento.portada });
  const recorrer = (seccion: Seccion) => {
    for (const bloque of seccion.bloques) {
      const opcional = bloque.clase === "registros" && bloque.filas.length === 0 && !bloque.vacio;
      if (!opcional) cuaderno.agregar(bloque);
    }
    for (const x of seccion.subsecciones ?? []) recorrer(x);
  };
  for (const seccion of documento.secciones) recorrer(seccion);
  return cuaderno.lista();
}
