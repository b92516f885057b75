import type { Acta, Expediente } from "@/lib/expediente/formato";
import { columnaDe } from "@/lib/guia/e3-2025/campos";
import { DECISIONES_ACTA } from "@/lib/guia/e3-2025/valores";
import type { Bloque, Dato, Registros, Seccion } from "../modelo";
import { palabra } from "./describir";

/** Number, date, decision, digest and declaration of an act of the Committee. */
export function datosDeActa(acta: Acta, delPlan: boolean): Dato[] {
  const datos: Dato[] = [
    { etiqueta: columnaDe("aprobacionPlan/numero"), tipo: "texto", valor: acta.numero },
    { etiqueta: columnaDe("aprobacionPlan/fecha"), tipo: "fecha", valor: acta.fecha },
    {
      etiqueta: columnaDe("aprobacionPlan/decision"),
      tipo: "texto",
      valor: palabra(DECISIONES_ACTA, acta.decision),
    },
  ];
  if (delPlan || typeof acta.declaraCoherenciaDiagnostico === "boolean") {
    datos.push({
      etiqueta: columnaDe("aprobacionPlan/declaraCoherenciaDiagnostico"),
      tipo: "siNo",
      valor: acta.declaraCoherenciaDiagnostico,
    });
  }
  datos.push({ etiqueta: columnaDe("aprobacionPlan/huella"), tipo: "huella", valor: acta.huella });
  return datos;
}

export function asistentes(acta: Acta, hoja: string, clave: string): Registros {
  return {
    clase: "registros",
    hoja,
    forma: "tabla",
    titulo: "Asistentes",
    clave: { etiqueta: "Acta", valor: clave },
    columnas: [
      { etiqueta: columnaDe("aprobacionPlan/asistentes/*/nombre"), tipo: "texto", ancho: 36 },
      { etiqueta: columnaDe("aprobacionPlan/asistentes/*/cargo"), tipo: "texto", ancho: 36 },
      { etiqueta: columnaDe("aprobacionPlan/asistentes/*/area"), tipo: "texto", ancho: 40 },
    ],
    filas: (acta.asistentes ?? []).map((x) => ({ valores: [x.nombre, x.cargo, x.area] })),
    vacio: "Sin asistentes informados.",
  };
}

function deUnActa(titulo: string, acta: Acta | null | undefined, delPlan: boolean): Seccion {
  const bloques: Bloque[] = acta
    ? [
        {
          clase: "datos",
          hoja: delPlan ? "6.1 Acta del plan" : "6.2 Acta del informe",
          datos: datosDeActa(acta, delPlan),
          plena: true,
        },
        asistentes(acta, "6 Asistentes", delPlan ? "Acta del plan" : "Acta del informe"),
      ]
    : [{ clase: "parrafo", texto: "A\u00fan no hay acta.", tono: "nota" }];
  return { titulo, bloques };
}

/** Section 6: both acts of the Committee, means of verification of E3O1RT1. */
export function seccionActas(expediente: Expediente): Seccion {
  return {
    titulo: "Actas del Comit\u00e9",
    introduccion:
      "Actas del Comit\u00e9 de Calidad de Servicio, Experiencia Usuaria y Transformaci\u00f3n Digital que aprueban el plan y el informe.",
    bloques: [],
    subsecciones: [
      deUnActa("Acta que aprueba el Plan de Mejoramiento", expediente.aprobacionPlan, true),
      deUnActa("Acta que aprueba el informe de implementaci\u00f3n", expediente.aprobacionInforme, false),
    ],
  };
}
