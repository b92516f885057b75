import { inicioDelDia } from "./fecha";

/** The milestones of a yearly exercise. They are values: nothing here reads the clock. */
export interface Ejercicio {
  readonly anio: number;
  /** Last day on which the Committee may approve the plan, AAAA-MM-DD. Never extended. */
  readonly limiteActaPlan: string;
  /** First instant at which an adjustment is late (UTC): 00:00 of July 1, hour of continental Chile. */
  readonly cierreAjustes: string;
  /** Last day of the exercise, AAAA-MM-DD. */
  readonly cierre: string;
}

const conocidos = new Map<number, Ejercicio>();

/** The milestones the guide sets for a year: June 30 (note 2) and December 31. Takes a year between 1 and 9999. */
export function ejercicioDe(anio: number): Ejercicio {
  const conocido = conocidos.get(anio);
  if (conocido) return conocido;
  const aaaa = String(anio).padStart(4, "0");
  const ejercicio = {
    anio,
    limiteActaPlan: `${aaaa}-06-30`,
    cierreAjustes: inicioDelDia(`${aaaa}-07-01`),
    cierre: `${aaaa}-12-31`,
  };
  conocidos.set(anio, ejercicio);
  return ejercicio;
}
