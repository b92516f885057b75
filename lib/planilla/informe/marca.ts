import type { Expediente } from "@/lib/expediente/formato";
import { deOtroInforme } from "@/lib/expediente/pertenencia";
import { HOJA_INSTRUCCIONES } from "../escritura";
import type { Libro } from "../libro/tipo";
import { buscarHoja } from "../tabla";
import { comoTexto, recortar } from "../valor";

const CODIGO = "Código de la institución: ";
const NOMBRE = "Nombre de la institución: ";
const ANIO = "Año del informe: ";

/** Whose the template is, where the person who opens it sees it. */
export const escribirMarca = ({ institucion: { codigo, nombre }, ejercicio }: Expediente): string[] => [
  `${CODIGO}${codigo}`,
  ...(nombre ? [`${NOMBRE}${nombre}`] : []),
  `${ANIO}${ejercicio}`,
];

/**
 * Why a workbook cannot be read into this report: its mark says that it is of another institution or year. The codes of
 * activities and indicators are alike everywhere, so nothing else would tell.
 * @returns null when it is of the same, or when it does not say: templates handed out before had no mark.
 */
export function marcaAjena({ hojas }: Libro, actual: Expediente): string | null {
  const textos = (buscarHoja(hojas, [HOJA_INSTRUCCIONES])?.filas ?? []).flatMap(({ celdas }) =>
    celdas.map(comoTexto),
  );
  const dicho = (etiqueta: string) =>
    recortar(textos.find((texto) => texto.startsWith(etiqueta))?.slice(etiqueta.length) ?? "");
  const codigo = dicho(CODIGO);
  const { institucion } = actual;
  const traido = {
    // Codes are compared as the workbook keeps them: on a single line.
    institucion:
      codigo === "" || codigo === recortar(institucion.codigo)
        ? institucion
        : { codigo, nombre: dicho(NOMBRE) },
    ejercicio: Number(dicho(ANIO)) || actual.ejercicio,
  };
  return deOtroInforme("La planilla", traido, actual);
}
