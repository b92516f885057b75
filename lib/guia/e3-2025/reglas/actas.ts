import { familia } from "./tipo";

const delPlan = familia("aprobacionPlan");
const delInforme = familia("aprobacionInforme");

const CAMPOS_ACTA = {
  numero: "El acta {acta} no tiene número. Escriba el número del acta.",
  fecha: "El acta {acta} no tiene fecha. Indique el día de la sesión del Comité.",
  decision: "El acta {acta} no dice qué decidió el Comité. Indique «aprueba».",
  rechaza: "El acta {acta} dice que el Comité rechaza. Se necesita un acta en que el Comité apruebe.",
  asistentes:
    "El acta {acta} no tiene asistentes. Agregue al menos una persona del Comité, con nombre y cargo.",
  nombre: "El acta {acta}, asistente {numero}: falta el nombre. Escríbalo.",
  cargo: "El acta {acta}, asistente {numero} ({nombre}): falta el cargo. Escríbalo.",
} as const;

/** APL: the act that approves the plan. AIN: the act that approves the report. */
export const REGLAS_ACTA = [
  delPlan(
    "APL-01",
    "error",
    "Hay acta, también cuando el plan se confirma sin cambios",
    "/aprobacionPlan",
    "actaDelPlan",
    "Falta el acta del Comité que aprueba el Plan 2025. Es necesaria también cuando el plan se confirma sin cambios.",
  ),
  delPlan(
    "APL-02",
    "error",
    "Fecha del acta a más tardar el 30 de junio",
    "/aprobacionPlan/fecha",
    "comiteAprueba30Junio",
    "El acta que aprueba el plan es del {fecha} y el plazo del Comité venció el {limite}. Una prórroga no extiende esta fecha.",
  ),
  delPlan(
    "APL-03",
    "error",
    "Número, fecha, decisión «aprueba», al menos un asistente, y cada asistente con nombre y cargo",
    "el campo",
    "actaDelPlan",
    CAMPOS_ACTA,
  ),
  delPlan(
    "APL-04",
    "error",
    "El acta trae la huella del plan vigente: un cambio posterior la deja sin efecto",
    "/aprobacionPlan/huella",
    "actaDelPlan",
    {
      falta:
        "El acta que aprueba el plan no trae la huella del Plan 2025. Registre el acta sobre el plan vigente.",
      distinta:
        "El acta aprueba un plan distinto del vigente (huella {acta}…, se esperaba {plan}…): hubo un cambio posterior. El Comité debe aprobar de nuevo.",
    },
  ),
  delPlan(
    "APL-05",
    "error",
    "Si hay algún ajuste distinto de «mantiene», el Comité declara que resguardan la coherencia con el diagnóstico de la etapa 1",
    "/aprobacionPlan/declaraCoherenciaDiagnostico",
    "coherencia",
    "Hay ajustes y el acta no declara que resguardan la coherencia con el diagnóstico de la etapa 1. El Comité debe declararlo.",
  ),
  delInforme(
    "AIN-01",
    "error",
    "Hay acta del Comité que aprueba el informe",
    "/aprobacionInforme",
    "actaDelInforme",
    "Falta el acta del Comité que aprueba el informe de implementación. Regístrela o envíe el informe a firma.",
  ),
  delInforme(
    "AIN-02",
    "error",
    "Número, fecha, decisión «aprueba», al menos un asistente, y cada asistente con nombre y cargo",
    "el campo",
    "actaDelInforme",
    CAMPOS_ACTA,
  ),
  delInforme(
    "AIN-03",
    "error",
    "El acta trae la huella del informe: un cambio posterior la deja sin efecto",
    "/aprobacionInforme/huella",
    "informeAprobado",
    {
      falta: "El acta que aprueba el informe no trae su huella. Registre el acta sobre el informe terminado.",
      distinta:
        "El acta aprueba un informe distinto del actual (huella {acta}…, se esperaba {informe}…): hubo un cambio posterior en el informe o en el plan. El Comité debe aprobar de nuevo.",
    },
  ),
  delInforme(
    "AIN-04",
    "error",
    "Fecha no anterior a la del acta del plan, ni posterior al cierre del ejercicio (31 de diciembre)",
    "/aprobacionInforme/fecha",
    "duranteElAnio",
    {
      antes:
        "El acta que aprueba el informe es del {fecha}, anterior a la que aprueba el plan ({limite}). Corrija la fecha.",
      despues:
        "El acta que aprueba el informe es del {fecha}, posterior al cierre del ejercicio ({limite}). Corrija la fecha.",
    },
  ),
] as const;
