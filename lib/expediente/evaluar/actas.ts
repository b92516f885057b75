import { mostrarFecha } from "../fecha";
import type { Acta } from "../formato";
import { abreviar, clave, vacio } from "../texto";
import type { Contexto } from "./contexto";
import type { Recolector } from "./recolector";

/** APL: the act that approves the plan. */
export function evaluarActaDelPlan({ expediente, ejercicio, huellas }: Contexto, f: Recolector): void {
  const acta = expediente.aprobacionPlan;
  const ruta = "/aprobacionPlan";
  if (!acta) {
    f.poner("APL-01", "falta", ruta);
    return;
  }
  if (!vacio(acta.fecha) && (acta.fecha as string) > ejercicio.limiteActaPlan)
    f.poner("APL-02", "falta", `${ruta}/fecha`, {
      fecha: mostrarFecha(acta.fecha as string),
      limite: mostrarFecha(ejercicio.limiteActaPlan),
    });
  evaluarCampos(acta, "APL-03", "que aprueba el plan", ruta, f);
  const plan = huellas.huellaPlan;
  if (plan !== undefined && clave(acta.huella) !== plan)
    f.poner("APL-04", vacio(acta.huella) ? "falta" : "distinta", `${ruta}/huella`, {
      acta: abreviada(acta.huella),
      plan: abreviada(plan),
    });
  const hayCambios = expediente.ajustes?.some(({ decision }) => decision !== "mantiene");
  if (hayCambios && acta.declaraCoherenciaDiagnostico !== true)
    f.poner("APL-05", "falta", `${ruta}/declaraCoherenciaDiagnostico`);
}

/** AIN: the act that approves the report. */
export function evaluarActaDelInforme({ expediente, ejercicio, huellas }: Contexto, f: Recolector): void {
  const acta = expediente.aprobacionInforme;
  const ruta = "/aprobacionInforme";
  if (!acta) {
    f.poner("AIN-01", "falta", ruta);
    return;
  }
  evaluarCampos(acta, "AIN-02", "que aprueba el informe", ruta, f);
  const informe = huellas.huellaInforme;
  if (informe !== undefined && clave(acta.huella) !== informe)
    f.poner("AIN-03", vacio(acta.huella) ? "falta" : "distinta", `${ruta}/huella`, {
      acta: abreviada(acta.huella),
      informe: abreviada(informe),
    });
  if (vacio(acta.fecha)) return;
  const fecha = acta.fecha as string;
  const delPlan = expediente.aprobacionPlan?.fecha;
  const datos = { fecha: mostrarFecha(fecha) };
  if (!vacio(delPlan) && fecha < (delPlan as string))
    f.poner("AIN-04", "antes", `${ruta}/fecha`, { ...datos, limite: mostrarFecha(delPlan as string) });
  else if (fecha > ejercicio.cierre)
    f.poner("AIN-04", "despues", `${ruta}/fecha`, { ...datos, limite: mostrarFecha(ejercicio.cierre) });
}

const abreviada = (huella: string | null | undefined) => (huella ?? "").trim().slice(0, 8);

/** APL-03 and AIN-02: the act has its number, date, decision and attendees. */
function evaluarCampos(
  acta: Acta,
  regla: "APL-03" | "AIN-02",
  cual: string,
  ruta: string,
  f: Recolector,
): void {
  const datos = { acta: cual };
  if (vacio(acta.numero)) f.poner(regla, "numero", `${ruta}/numero`, datos);
  if (vacio(acta.fecha)) f.poner(regla, "fecha", `${ruta}/fecha`, datos);
  if (acta.decision !== "aprueba")
    f.poner(regla, vacio(acta.decision) ? "decision" : "rechaza", `${ruta}/decision`, datos);
  if (!acta.asistentes?.length) f.poner(regla, "asistentes", `${ruta}/asistentes`, datos);
  acta.asistentes?.forEach((asistente, k) => {
    const persona = { ...datos, numero: k + 1, nombre: abreviar(asistente.nombre) };
    if (vacio(asistente.nombre)) f.poner(regla, "nombre", `${ruta}/asistentes/${k}/nombre`, persona);
    if (vacio(asistente.cargo)) f.poner(regla, "cargo", `${ruta}/asistentes/${k}/cargo`, persona);
  });
}
