import { CASOS_ACTAS } from "./actas";
import { CASOS_AJUSTES } from "./ajustes";
import { CASOS_DIFUSION } from "./difusion";
import { CASOS_INDICADORES } from "./indicadores";
import { CASOS_DIFICULTADES, CASOS_EJECUCION } from "./informe";
import { CASOS_PLAN } from "./plan";
import type { Caso } from "./tipo";

export type { Caso } from "./tipo";

/** Every case of every rule: the proof that `docs/trazabilidad.md` cites. */
export const CASOS: readonly Caso[] = [
  ...CASOS_PLAN,
  ...CASOS_AJUSTES,
  ...CASOS_ACTAS,
  ...CASOS_EJECUCION,
  ...CASOS_INDICADORES,
  ...CASOS_DIFICULTADES,
  ...CASOS_DIFUSION,
];
