import { planVigente } from "@/lib/expediente/aplicar";
import { elementosDe } from "@/lib/expediente/elementos";
import type { Ajuste, Expediente, Plan } from "@/lib/expediente/formato";
import { huellaInforme, huellaPlan } from "@/lib/expediente/huella";
import { COMPONENTES_RELACIONADOS } from "@/lib/guia/e3-2025/valores";

/** A small expediente without a single fault, not even a warning, from which each case changes one thing. */

const INSTITUCION = { codigo: "9001", nombre: "Servicio Ficticio", ministerio: "Ministerio Ficticio" };

const archivo = (nombre: string, tipo: string) => ({ nombre, tipo, tamano: 1000, sha256: "a".repeat(64) });
const PDF = "application/pdf";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function planValido(): Plan {
  const actividad = (id: string, objetivo: string, tramites: string[], indicador: object) => ({
    id,
    objetivoEspecifico: objetivo,
    descripcion: `Descripción de ${id}`,
    plazos: { inicio: "2025-03-01", termino: "2025-11-30" },
    areasResponsables: ["División de Atención"],
    participantes: "Equipos de atención",
    poblacionObjetivo: "Personas usuarias",
    tramites,
    indicadoresDesempeno: [indicador as never],
    sistemasRespaldo: "Gestor documental",
    priorizacion: "alta" as const,
    costos: { montoClp: 1_000_000, items: [{ subtitulo: "22", item: "07" }] },
  });
  return {
    formato: "plan-cseu/v1",
    ejercicio: 2025,
    institucion: { ...INSTITUCION },
    objetivoGeneral: "Mejorar la atención",
    objetivosEspecificos: [
      { id: "OE1", descripcion: "Responder a tiempo" },
      { id: "OE2", descripcion: "Informar con claridad" },
    ],
    indicadoresSatisfaccion: [
      {
        id: "IS1",
        nombre: "Satisfacción neta",
        formula: "(a - b) / c * 100",
        factor: 100,
        unidad: "%",
        sentido: "ascendente",
        meta: 60,
      },
    ],
    actividades: [
      actividad("A1", "OE1", ["Reclamos", "Consultas"], {
        id: "A1.ID1",
        nombre: "Reclamos respondidos",
        formula: "a / b * 100",
        factor: 100,
        unidad: "%",
        sentido: "ascendente",
        meta: 80,
      }),
      actividad("A2", "OE2", ["Consultas"], {
        id: "A2.ID1",
        nombre: "Tiempo de espera",
        formula: "a / b",
        factor: 1,
        unidad: "minutos",
        sentido: "descendente",
        meta: 25,
      }),
    ],
  };
}

/** The decision «mantiene» on every component of a plan. */
export function mantenerTodo(plan: Plan): Ajuste[] {
  return elementosDe(plan).flatMap(({ id, componentes }) =>
    componentes.map((componente) => ({ elemento: id, componente, decision: "mantiene" as const })),
  );
}

const acta = (numero: string, fecha: string) => ({
  numero,
  fecha,
  decision: "aprueba" as const,
  asistentes: [{ nombre: "Integrante Uno", cargo: "Jefatura" }],
});

const resultadoActividad = (actividad: string, tramites: string[]) => ({
  actividad,
  ejecutadaSegunDescripcion: true,
  tramites: tramites.map((tramite) => ({ tramite, vinculado: true })),
  componentes: COMPONENTES_RELACIONADOS.map((componente) => ({ componente, modificado: false })),
  medioVerificacion: { descripcion: "Actas y listas", formatos: ["pdf"] },
});

const ANALISIS = { interpretacion: "El resultado muestra el efecto de la actividad." };

/** Signs both acts over what the expediente says now. */
export function sellar(expediente: Expediente): Expediente {
  const plan = planVigente(expediente);
  if (!plan) return expediente;
  const huella = huellaPlan(plan);
  if (expediente.aprobacionPlan) expediente.aprobacionPlan.huella = huella;
  if (expediente.aprobacionInforme && expediente.informe)
    expediente.aprobacionInforme.huella = huellaInforme(expediente.informe, huella);
  return expediente;
}

export function expedienteValido(): Expediente {
  const plan = planValido();
  return sellar({
    formato: "expediente-cseu/v1",
    ejercicio: 2025,
    institucion: { ...INSTITUCION },
    planOriginal: plan,
    ajustes: mantenerTodo(plan),
    aprobacionPlan: acta("Acta 1", "2025-06-20"),
    informe: {
      seguimiento: {
        avances: "Avances",
        desafios: "Desafíos",
        resultados: "Resultados",
        leccionesAprendidas: "Lecciones",
      },
      actividades: [
        resultadoActividad("A1", ["Reclamos", "Consultas"]),
        resultadoActividad("A2", ["Consultas"]),
      ],
      indicadoresDesempeno: [
        { indicador: "A1.ID1", medido: true, numerador: 21, denominador: 25, resultado: 84, ...ANALISIS },
        { indicador: "A2.ID1", medido: true, numerador: 40, denominador: 2, resultado: 20, ...ANALISIS },
      ],
      indicadoresSatisfaccion: [
        { indicador: "IS1", medido: true, numerador: 65, denominador: 100, ...ANALISIS },
      ],
      dificultadesHolguras: [
        {
          tipo: "dificultad",
          descripcion: "La licitación se atrasó",
          factoresInternos: "Demora de las bases",
          componentes: ["actividades"],
          elementos: ["A1"],
        },
      ],
    },
    aprobacionInforme: acta("Acta 2", "2025-12-01"),
    difusion: {
      instancias: [
        {
          fecha: "2025-12-10",
          medio: "correo",
          modalidad: "remota",
          copiaMedio: [archivo("correo.pdf", PDF)],
          material: [archivo("informe.pdf", PDF)],
        },
      ],
      destinatarios: {
        archivo: archivo("destinatarios.xlsx", XLSX),
        filas: [
          { nombre: "Ana", cargo: "Analista", grupo: "personal", calidadJuridica: "planta", area: "Norte" },
          { nombre: "Beto", cargo: "Analista", grupo: "personal", calidadJuridica: "contrata", area: "Sur" },
          { nombre: "Carla", cargo: "Directora", grupo: "directivos" },
          { nombre: "Dana", cargo: "Consejera", grupo: "cosoc" },
        ],
      },
      cosoc: {
        homologado: false,
        actoAdministrativo: {
          archivo: archivo("acto.pdf", PDF),
          fecha: "2024-01-01",
          vigenciaDesde: "2024-01-01",
          vigenciaHasta: "2026-12-31",
        },
      },
    },
  });
}
