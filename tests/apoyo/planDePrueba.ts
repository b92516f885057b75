import type { Plan } from "@/lib/expediente/formato";

/** A small plan with one element of each kind. */
export function planDePrueba(codigo: string): Plan {
  const indicador = (id: string) => ({
    id,
    nombre: `Porcentaje de atenciones en plazo ${id}`,
    formula: "(N° en plazo / N° total)*100",
    factor: 100 as const,
    unidad: "%",
    sentido: "ascendente" as const,
    meta: 80.5,
  });
  const actividad = (n: number) => ({
    id: `A${n}`,
    objetivoEspecifico: "OE1",
    descripcion: `Publicar los tiempos de espera del trámite ${n}.`,
    plazos: { inicio: "2025-03-01", termino: "2025-11-30" },
    areasResponsables: ["Oficina de Partes"],
    participantes: "Personas funcionarias de la oficina.",
    poblacionObjetivo: "Personas naturales.",
    tramites: ["Certificado de afiliación"],
    indicadoresDesempeno: [indicador(`A${n}.ID1`)],
    sistemasRespaldo: "Gestor documental.",
    priorizacion: "alta" as const,
    costos: { montoClp: 1_500_000, items: [{ subtitulo: "22", item: "11" }] },
  });
  return {
    formato: "plan-cseu/v1",
    ejercicio: 2025,
    institucion: { codigo, nombre: `Servicio ${codigo}`, ministerio: "Ministerio de Prueba" },
    objetivoGeneral: "Mejorar la atención.",
    objetivosEspecificos: [
      { id: "OE1", descripcion: "Bajar los tiempos de espera." },
      { id: "OE2", descripcion: "Bajar los reclamos." },
    ],
    indicadoresSatisfaccion: [indicador("IS1")],
    actividades: [actividad(1), actividad(2)],
  };
}
