import type { Cierre } from "@/lib/flujo/campo";
import { LUGARES_DE_CIERRE } from "@/lib/flujo/puntero";
import { ESTADOS_QUE_CIERRAN } from "@/lib/flujo/revision";
import type { Transaccion } from "../transaccion";
import { DEL_ANIO, EJERCICIO } from "./campoAcceso";
import { devueltaEn, nadaReabierto } from "./campoReapertura";

/** Why a field cannot be written now. */
export type MotivoCierre = "en_firma" | "acta" | "envio" | "no_observado" | "plazo";

// Preliminary rounds close nothing; a version of the final one does, until it is returned.
const HAY_ENVIO = `EXISTS (SELECT FROM envio WHERE ${DEL_ANIO} AND ronda_id IS NULL AND estado IN ('${ESTADOS_QUE_CIERRAN.join("','")}'))`;
const enComite = (materia: string) =>
  `WHEN EXISTS (SELECT FROM aprobacion WHERE ${DEL_ANIO} AND materia = '${materia}' AND estado = 'en_firma') THEN 'en_firma'
   WHEN EXISTS (SELECT FROM acta WHERE ${DEL_ANIO} AND materia = '${materia}' AND anulada_en IS NULL) THEN 'acta'`;
// AJU-10: before the cutoff, or not after an extension in force.
const FUERA_DE_PLAZO = `NOT EXISTS (SELECT FROM ejercicio WHERE id = (SELECT id FROM ej) AND $2 < cierre_ajuste)
   AND NOT EXISTS (SELECT FROM prorroga WHERE ${DEL_ANIO} AND alcance = 'ajuste' AND revocada_en IS NULL AND hasta >= $2)`;

/** What the return opened, for a statement on `EJERCICIO`: `cierreDe` reads it. */
export const DEVUELTA = devueltaEn(DEL_ANIO);

/** The reason that closes a matter, or NULL: the first that holds. `noObservado`: it was not opened by the return. */
export const cierreDe = (cierre: Cierre, noObservado: string): string => {
  const primero = `WHEN ${HAY_ENVIO} THEN 'envio' WHEN ${noObservado} THEN 'no_observado'`;
  const resto: Readonly<Record<Cierre, string>> = {
    plan: `${enComite("plan")} WHEN ${FUERA_DE_PLAZO} THEN 'plazo'`,
    informe: enComite("informe"),
    envio: "",
  };
  return `CASE ${primero} ${resto[cierre]} END`;
};

/** What closes a matter at an instant, the same that a save would be told; null while it can be written. */
export async function leerCierre(
  tx: Transaccion,
  { institucionId, ahora }: { readonly institucionId: string; readonly ahora: Date },
  cierre: Cierre,
): Promise<MotivoCierre | null> {
  const [fila] = await tx.$queryRawUnsafe<{ motivo: MotivoCierre | null }[]>(
    `WITH ${EJERCICIO}, ${DEVUELTA} SELECT ${cierreDe(cierre, nadaReabierto(LUGARES_DE_CIERRE[cierre]))} AS motivo`,
    institucionId,
    ahora,
  );
  return fila?.motivo ?? null;
}
