import { enChile } from "./instante";

const MINUTO = 60_000;

export type EstadoPlazo = "abierto" | "proximo" | "hoy" | "vencido";

export type TextoPlazo = {
  /** dd/mm/aaaa in continental Chile. */
  fecha: string;
  /** hh:mm, 24 hours. */
  hora: string;
  /** «quedan 12 días», «quedan 5 h 12 min», «venció ayer». */
  resta: string;
  estado: EstadoPlazo;
};

/**
 * Words of a deadline. Days are those of the calendar in continental Chile, not blocks of 24 hours.
 * @param vence last instant at which it can still be done
 * @param ahora instant at which it is looked at
 */
export function textoPlazo(vence: Date, ahora: Date): TextoPlazo {
  const limite = enChile(vence);
  const { fecha, hora } = limite;
  const dias = limite.dia - enChile(ahora).dia;
  const minutos = Math.floor((vence.getTime() - ahora.getTime()) / MINUTO);
  if (vence.getTime() < ahora.getTime()) {
    const resta = dias === 0 ? "venció hoy" : dias === -1 ? "venció ayer" : `venció hace ${-dias} días`;
    return { fecha, hora, resta, estado: "vencido" };
  }
  if (dias === 0) return { fecha, hora, resta: `vence hoy: ${quedan(minutos)}`, estado: "hoy" };
  return {
    fecha,
    hora,
    resta: `${dias === 1 ? "queda" : "quedan"} ${dias} ${dias === 1 ? "día" : "días"}`,
    estado: dias <= 7 ? "proximo" : "abierto",
  };
}

function quedan(minutos: number): string {
  if (minutos < 1) return "queda menos de un minuto";
  const horas = Math.floor(minutos / 60);
  const resto = minutos % 60;
  if (horas === 0) return `${minutos === 1 ? "queda" : "quedan"} ${minutos} min`;
  return `${horas === 1 ? "queda" : "quedan"} ${horas} h${resto ? ` ${resto} min` : ""}`;
}
