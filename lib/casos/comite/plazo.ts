import { ejercicioDe } from "@/lib/expediente/ejercicio";
import { diaEnChile, mostrarFecha } from "@/lib/expediente/fecha";
import type { Materia } from "@/lib/flujo/aprobacion";

/**
 * Why an act signed on screen now would come too late, or null. Its date is the day it is completed, in continental
 * Chile: June 30 for the plan, always (APL-02, note 2), and the close of the year for the report (AIN-04).
 */
export function fueraDePlazoParaFirmar(
  materia: Materia,
  { anio }: { readonly anio: number },
  ahora: Date,
): string | null {
  const { limiteActaPlan, cierre } = ejercicioDe(anio);
  const limite = materia === "plan" ? limiteActaPlan : cierre;
  if (diaEnChile(ahora) <= limite) return null;
  return materia === "plan"
    ? `El acta que aprueba el plan debe tener fecha a más tardar el ${mostrarFecha(limite)}, y una prórroga no la extiende. Si el Comité lo aprobó dentro de plazo, registre el acta en papel.`
    : `El acta que aprueba el informe debe tener fecha a más tardar el ${mostrarFecha(limite)}. Si el Comité lo aprobó dentro de plazo, registre el acta en papel.`;
}
