import { ejercicioDe } from "@/lib/expediente/ejercicio";
import { diaEnChile, inicioDelDia, mostrarFecha } from "@/lib/expediente/fecha";
import type { Materia } from "@/lib/flujo/aprobacion";

type Anio = { readonly anio: number };

function limiteDe(materia: Materia, { anio }: Anio): string {
  const { limiteActaPlan, cierre } = ejercicioDe(anio);
  return materia === "plan" ? limiteActaPlan : cierre;
}

/** Last instant at which an act can be completed on the platform. */
export function ultimoInstanteParaFirmar(materia: Materia, ejercicio: Anio): Date {
  const siguiente = new Date(`${limiteDe(materia, ejercicio)}T00:00:00Z`);
  siguiente.setUTCDate(siguiente.getUTCDate() + 1);
  return new Date(Date.parse(inicioDelDia(siguiente.toISOString().slice(0, 10))) - 1);
}

/**
 * Why an act signed on screen now would come too late, or null. Its date is the day it is completed, in continental
 * Chile: June 30 for the plan, always (APL-02, note 2), and the close of the year for the report (AIN-04).
 */
export function fueraDePlazoParaFirmar(materia: Materia, ejercicio: Anio, ahora: Date): string | null {
  const limite = limiteDe(materia, ejercicio);
  if (diaEnChile(ahora) <= limite) return null;
  const remedio = "Si el Comité lo aprobó dentro de plazo, registre el acta en papel.";
  return materia === "plan"
    ? `El acta que aprueba el plan debe tener fecha a más tardar el ${mostrarFecha(limite)}, y una prórroga no la extiende. ${remedio}`
    : `El acta que aprueba el informe debe tener fecha a más tardar el ${mostrarFecha(limite)}. ${remedio}`;
}
