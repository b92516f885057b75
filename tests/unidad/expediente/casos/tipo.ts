import type { Ajuste, Expediente } from "@/lib/expediente/formato";
import type { CodigoRegla } from "@/lib/guia/e3-2025/reglas";

/**
 * A rule put to the proof: a change to the valid expediente and every fault it must bring, each written
 * "REGLA /ruta [elemento] [componente]". A case breaks its rule when the rule is among them; it is a near one when not.
 */
export interface Caso {
  readonly regla: CodigoRegla;
  readonly titulo: string;
  readonly cambiar: (expediente: Expediente) => unknown;
  readonly faltas: readonly string[];
  /** Leave the acts as they were signed, over what the expediente said before. */
  readonly sinSellar?: boolean;
}

type Opciones = Pick<Caso, "sinSellar">;

export const casosDe =
  (regla: CodigoRegla) =>
  (
    titulo: string,
    cambiar: Caso["cambiar"],
    faltas: readonly string[] | string = [],
    opciones: Opciones = {},
  ): Caso => ({
    regla,
    titulo,
    cambiar,
    faltas: typeof faltas === "string" ? [faltas] : faltas,
    ...opciones,
  });

/** What is there, or the test is wrong. */
export function existe<T>(dato: T | null | undefined): T {
  if (dato === null || dato === undefined) throw new Error("El expediente de prueba no tiene ese dato");
  return dato;
}

export const plan = (e: Expediente) => existe(e.planOriginal);
export const actividad = (e: Expediente, i = 0) => existe(plan(e).actividades?.[i]);
export const indicador = (e: Expediente, i = 0) => existe(actividad(e, i).indicadoresDesempeno?.[0]);
export const informe = (e: Expediente) => existe(e.informe);
export const ejecucion = (e: Expediente, i = 0) => existe(informe(e).actividades?.[i]);
export const desempeno = (e: Expediente, i = 0) => existe(informe(e).indicadoresDesempeno?.[i]);
export const satisfaccion = (e: Expediente) => existe(informe(e).indicadoresSatisfaccion?.[0]);
export const dificultad = (e: Expediente) => existe(informe(e).dificultadesHolguras?.[0]);
export const filas = (e: Expediente) => existe(e.difusion?.destinatarios?.filas);
export const fila = (e: Expediente, j: number) => existe(filas(e)[j]);
export const instancia = (e: Expediente) => existe(e.difusion?.instancias?.[0]);
export const cosoc = (e: Expediente) => existe(e.difusion?.cosoc);
export const ajustes = (e: Expediente) => existe(e.ajustes);

/** Position of the decision on a component in the valid expediente. */
export function posicion(elemento: string, componente: string): number {
  const cortas = { OG: 0, OE1: 1, OE2: 2, IS1: 3 } as Readonly<Record<string, number>>;
  const corta = cortas[elemento];
  return corta ?? (elemento === "A1" ? 4 : 13) + NUEVE.indexOf(componente);
}

export const NUEVE = [
  "descripcion",
  "plazos",
  "areasResponsables",
  "poblacionObjetivo",
  "tramites",
  "indicadoresDesempeno",
  "sistemasRespaldo",
  "priorizacion",
  "costos",
];

export const JUSTIFICADO = {
  categorias: ["a"],
  argumento:
    "La medición de marzo mostró que la mitad de las personas usuarias no recibe respuesta en el plazo comprometido.",
  antecedentes: "Informe de medición de marzo de 2025.",
  registradoEn: "2025-06-10T10:00:00-04:00",
};

const declarar = (e: Expediente) => {
  existe(e.aprobacionPlan).declaraCoherenciaDiagnostico = true;
};

/** Turns a decision into «modifica», fully justified. */
export function modificar(e: Expediente, elemento: string, componente: string, contenido: unknown): Ajuste {
  const ajuste: Ajuste = {
    elemento,
    componente,
    decision: "modifica",
    contenido: contenido as Ajuste["contenido"],
    ...JUSTIFICADO,
  };
  if (componente === "objetivoEspecifico") ajustes(e).push(ajuste);
  else ajustes(e)[posicion(elemento, componente)] = ajuste;
  declarar(e);
  return ajuste;
}

/** Adds a new element at the end of the adjustments, fully justified. */
export function incorporar(e: Expediente, elemento: string, tipo: string, contenido: unknown): Ajuste {
  const ajuste: Ajuste = {
    elemento,
    decision: "incorpora",
    tipo,
    contenido: contenido as Ajuste["contenido"],
    ...JUSTIFICADO,
  };
  ajustes(e).push(ajuste);
  declarar(e);
  return ajuste;
}

/** Removes an element: its decisions become one «elimina» at the end. */
export function eliminar(e: Expediente, elemento: string): Ajuste {
  const ajuste: Ajuste = { elemento, decision: "elimina", ...JUSTIFICADO };
  e.ajustes = [...ajustes(e).filter((otro) => otro.elemento !== elemento), ajuste];
  declarar(e);
  return ajuste;
}
