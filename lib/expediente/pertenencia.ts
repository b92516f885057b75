import type { Expediente } from "./formato";
import { clave } from "./texto";

/** Whose a report is, as a file tells it. */
export type Pertenencia = Pick<Expediente, "ejercicio"> & {
  readonly institucion: Pick<Expediente["institucion"], "codigo" | "nombre">;
};

const deQuien = ({ institucion: { codigo, nombre }, ejercicio }: Pertenencia): string =>
  `${codigo}${nombre ? ` (${nombre})` : ""}, año ${ejercicio}`;

/**
 * Why a file cannot be brought to a report: it is of another institution or of another year.
 * @param que how the file is called, at the beginning of the sentence: «El expediente».
 * @returns null when it is of the same.
 */
export function deOtroInforme(que: string, traido: Pertenencia, actual: Pertenencia): string | null {
  const mismo =
    clave(traido.institucion.codigo) === clave(actual.institucion.codigo) &&
    traido.ejercicio === actual.ejercicio;
  return mismo
    ? null
    : `${que} del archivo es de ${deQuien(traido)}, y este informe es de ${deQuien(actual)}. Revise que sea el archivo correcto.`;
}
