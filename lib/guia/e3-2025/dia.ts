/** Days and instants as texts. Apart from the schemas so that a browser that only reads a date does not fetch zod. */

const FECHA = /^\d{4}-\d{2}-\d{2}$/;
/** The shape of an instant; whether its day exists is told by `esInstante`. */
export const INSTANTE =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const DIAS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a day of the (proleptic Gregorian) calendar written AAAA-MM-DD. */
export function esFecha(valor: string): boolean {
  if (!FECHA.test(valor)) return false;
  const [anio, mes, dia] = [Number(valor.slice(0, 4)), Number(valor.slice(5, 7)), Number(valor.slice(8))];
  const bisiesto = anio % 4 === 0 && (anio % 100 !== 0 || anio % 400 === 0);
  const maximo = mes === 2 && bisiesto ? 29 : (DIAS[mes - 1] ?? 0);
  return dia >= 1 && dia <= maximo;
}

/** Whether a text is an instant written AAAA-MM-DDThh:mm[:ss[.f]] with Z or ±hh:mm. */
export function esInstante(valor: string): boolean {
  const partes = INSTANTE.exec(valor);
  return partes !== null && esFecha(partes[1] ?? "");
}
