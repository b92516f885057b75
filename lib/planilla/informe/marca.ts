import type { Expediente } from "@/lib/expediente/formato";
import { deOtroInforme } from "@/lib/expediente/pertenencia";
import { HOJA_INSTRUCCIONES } from "../escritura";
import type { Libro } from "../libro/tipo";
import { buscarHoja } from "../tabla";
import { comoTexto, recortar } from "../valor";

const CODIGO = "Código de la institución: ";
const NOMBRE = "Nombre de la institución: ";
const ANIO = "Año del informe: ";
const PUNTO = "Punto de la bitácora al descargarla: ";

/** Whose the template is and what it had seen when it was handed out, where the person who opens it sees it. */
export const escribirMarca = (
  { institucion: { codigo, nombre }, ejercicio }: Expediente,
  punto: string | null,
): string[] => [
  `${CODIGO}${codigo}`,
  ...(nombre ? [`${NOMBRE}${nombre}`] : []),
  `${ANIO}${ejercicio}`,
  ...(punto === null ? [] : [`${PUNTO}${punto}`]),
];

/** What a workbook's mark says after a label; empty when it does not say. */
function dicho({ hojas }: Libro, etiqueta: string): string {
  const textos = (buscarHoja(hojas, [HOJA_INSTRUCCIONES])?.filas ?? []).flatMap(({ celdas }) =>
    celdas.map(comoTexto),
  );
  return recortar(textos.find((texto) => texto.startsWith(etiqueta))?.slice(etiqueta.length) ?? "");
}

/** Where the trail was when the workbook was handed out; null when it does not say. */
export function puntoDe(libro: Libro): string | null {
  const punto = dicho(libro, PUNTO);
  return /^\d{1,18}$/.test(punto) ? punto : null;
}

/**
 * Why a workbook cannot be read into this report: its mark says that it is of another institution or year. The codes of
 * activities and indicators are alike everywhere, so nothing else would tell.
 * @returns null when it is of the same, or when it does not say: templates handed out before had no mark.
 */
export function marcaAjena(libro: Libro, actual: Expediente): string | null {
  const codigo = dicho(libro, CODIGO);
  const { institucion } = actual;
  const traido = {
    // Codes are compared as the workbook keeps them: on a single line.
    institucion:
      codigo === "" || codigo === recortar(institucion.codigo)
        ? institucion
        : { codigo, nombre: dicho(libro, NOMBRE) },
    ejercicio: Number(dicho(libro, ANIO)) || actual.ejercicio,
  };
  return deOtroInforme("La planilla", traido, actual);
}
