const PARTES = new Intl.DateTimeFormat("es-CL", {
  timeZone: "America/Santiago",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

export type EnChile = {
  /** dd/mm/aaaa */
  fecha: string;
  /** hh:mm, 24 hours */
  hora: string;
  /** Days since 1970 in the calendar of continental Chile: subtract two to count days between. */
  dia: number;
};

/**
 * Date and hour of continental Chile at an instant (Date or ISO text), with what the browser already has: a calendar
 * library would weigh more than everything else on the page. Throws RangeError if it is not an instant.
 */
export function enChile(instante: Date | string): EnChile {
  const partes = Object.fromEntries(
    PARTES.formatToParts(new Date(instante)).map((parte) => [parte.type, parte.value]),
  );
  const { year = "", month = "", day = "", hour = "", minute = "" } = partes;
  return {
    fecha: `${day}/${month}/${year}`,
    hora: `${hour}:${minute}`,
    dia: Math.round(Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000),
  };
}

/** «30/06/2025, 23:59» in continental Chile. */
export function textoInstante(instante: Date | string): string {
  const { fecha, hora } = enChile(instante);
  return `${fecha}, ${hora}`;
}
