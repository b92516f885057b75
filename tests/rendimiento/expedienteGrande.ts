import type { Expediente } from "@/lib/expediente/formato";
import { expedienteValido, mantenerTodo, sellar } from "@/tests/apoyo/expedienteValido";

/** A whole expediente of the size asked, with texts as long as real ones, a few changes and its signed acts. */
export function expedienteGrande(actividades: number, indicadoresPorActividad: number): Expediente {
  const expediente = expedienteValido();
  const { planOriginal: plan, informe } = expediente;
  const [modelo, resultado] = [plan?.actividades?.[0], informe?.actividades?.[0]];
  const [indicador, medicion] = [modelo?.indicadoresDesempeno?.[0], informe?.indicadoresDesempeno?.[0]];
  if (!plan || !informe || !modelo || !resultado || !indicador || !medicion) throw new Error("Sin modelo");
  const largo =
    "Texto de un largo parecido al que escriben las instituciones en sus planes e informes. ".repeat(3);
  const numeros = Array.from({ length: actividades }, (_, i) => i + 1);
  const subs = Array.from({ length: indicadoresPorActividad }, (_, i) => i + 1);
  plan.actividades = numeros.map((n) => ({
    ...modelo,
    id: `A${n}`,
    descripcion: `${largo} ${n}`,
    poblacionObjetivo: largo,
    indicadoresDesempeno: subs.map((k) => ({ ...indicador, id: `A${n}.ID${k}` })),
  }));
  informe.actividades = numeros.map((n) => ({ ...resultado, actividad: `A${n}` }));
  informe.indicadoresDesempeno = numeros.flatMap((n) =>
    subs.map((k) => ({ ...medicion, indicador: `A${n}.ID${k}`, interpretacion: largo })),
  );
  expediente.ajustes = mantenerTodo(plan);
  for (const ajuste of expediente.ajustes
    .filter(({ componente }) => componente === "poblacionObjetivo")
    .slice(0, 10))
    Object.assign(ajuste, {
      decision: "modifica",
      contenido: `${largo} Con un cambio.`,
      categorias: ["a"],
      argumento: largo,
      antecedentes: largo,
      registradoEn: "2025-06-10T10:00:00-04:00",
    });
  if (expediente.aprobacionPlan) expediente.aprobacionPlan.declaraCoherenciaDiagnostico = true;
  return sellar(expediente);
}

export function mediana(tiempos: readonly number[]): number {
  const orden = [...tiempos].sort((a, b) => a - b);
  return orden[Math.floor(orden.length / 2)] ?? 0;
}
