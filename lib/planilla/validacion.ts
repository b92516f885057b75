import type ExcelJS from "exceljs";
import type { ColumnaHoja, TipoColumna } from "./columna";

/** What a cell of the column accepts; `lista` gives the range of its words. Null when it is free text. */
export function validacionDe(
  columna: ColumnaHoja,
  lista: (palabras: readonly string[], tipo: TipoColumna) => string,
): ExcelJS.DataValidation | null {
  const titulo = columna.etiqueta.slice(0, 30);
  if (columna.lista) {
    const error = `Elija uno de: ${columna.lista.join(", ")}`.slice(0, 220);
    return {
      type: "list",
      formulae: [lista(columna.lista, columna.tipo)],
      errorTitle: titulo,
      error,
      errorStyle: "stop",
    };
  }
  if (columna.rango) {
    return {
      type: "list",
      formulae: [columna.rango],
      errorTitle: titulo,
      error: "Ese código no está en la hoja de la que se elige.",
      errorStyle: "warning",
    };
  }
  if (columna.tipo === "monto") {
    return {
      type: "whole",
      operator: "greaterThanOrEqual",
      formulae: [0],
      errorTitle: titulo,
      error: "Escriba un monto en pesos, sin decimales ni negativos.",
      errorStyle: "stop",
    };
  }
  if (columna.tipo === "numero") {
    return {
      type: "decimal",
      operator: "between",
      formulae: [-1e15, 1e15],
      errorTitle: titulo,
      error: "Escriba un número.",
      errorStyle: "stop",
    };
  }
  if (columna.tipo === "fecha") {
    return {
      type: "date",
      operator: "between",
      formulae: [new Date("2000-01-01T00:00:00Z"), new Date("2099-12-31T00:00:00Z")],
      errorTitle: titulo,
      error: "Escriba una fecha, por ejemplo 30-06-2025.",
      errorStyle: "stop",
    };
  }
  return null;
}
