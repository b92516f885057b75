import { resultadoCalculado } from "@/lib/expediente/calculo";
import type { Expediente, Indicador } from "@/lib/expediente/formato";
import { COMPONENTES_RELACIONADOS } from "@/lib/guia/e3-2025/valores";
import { planFicticio } from "@/prisma/semilla/plan";

const INSTITUCION = {
  codigo: "DFA",
  nombre: "Dirección de Faros y Archipiélagos",
  ministerio: "Ministerio de Navegación Ficticia",
};

const INTERPRETACION =
  "El resultado refleja el efecto de la actividad en la oportunidad de la respuesta y contribuye al objetivo asociado. Como fortaleza destaca el seguimiento semanal; como debilidad, los registros manuales.";

/** People in 400: three points, more than any change of the year moves a target. */
const HOLGURA = 12;

/** Even ones reach their target, odd ones stay a little short of it, also as adjusted in June. */
function resultado({ id, meta, factor: por, sentido }: Indicador, i: number) {
  const factor = por === 100 ? 100 : 1;
  const [alcanza, denominador] = [i % 2 === 0, 400];
  const sube = sentido === "ascendente" ? alcanza : !alcanza;
  const numerador = Math.round(((meta ?? 0) / factor) * denominador) + (sube ? HOLGURA : -HOLGURA);
  return {
    indicador: id,
    medido: true,
    numerador,
    denominador,
    resultado: resultadoCalculado(numerador, denominador, factor, 2) ?? 0,
    interpretacion: INTERPRETACION,
    ...(!alcanza && {
      analisisBrechas:
        "La diferencia con la meta se explica por el aumento de la demanda en el segundo trimestre y la rotación de personal en dos oficinas.",
    }),
    ...(i % 3 === 0 && { recomendaciones: "Automatizar el registro de fechas de ingreso y respuesta." }),
  };
}

/** A whole year of an institution that does not exist, for when the real ones are not at hand, and for pictures. */
export function expedienteInventado(): Expediente {
  const planOriginal = planFicticio(INSTITUCION, 4);
  const actividades = planOriginal.actividades ?? [];
  const deSatisfaccion = (planOriginal.indicadoresSatisfaccion ?? []).map((uno, i) => {
    const { resultado: _, ...resto } = resultado(uno, i + 1);
    return resto;
  });
  return {
    formato: "expediente-cseu/v1",
    ejercicio: 2025,
    institucion: INSTITUCION,
    planOriginal,
    ajustes: [],
    informe: {
      seguimiento: {
        avances: "Se ejecutaron las actividades comprometidas, con foco en los trámites priorizados.",
        desafios: "Persisten brechas de registro en las oficinas de las islas.",
        resultados: "Mejoró la oportunidad de la respuesta y la claridad de la información entregada.",
        leccionesAprendidas:
          "El seguimiento semanal con responsables definidos sirve más que el control al cierre.",
      },
      actividades: actividades.map(({ id, tramites }, i) => ({
        actividad: id,
        ejecutadaSegunDescripcion: i !== 0,
        ...(i === 0 && {
          explicacion: "Se ejecutó en cinco de las ocho oficinas, por la postergación de la licitación.",
        }),
        tramites: (tramites ?? []).map((tramite) => ({ tramite, vinculado: true })),
        componentes: COMPONENTES_RELACIONADOS.map((componente, j) => ({
          componente,
          modificado: i === 2 && j === 1,
          ...(i === 2 &&
            j === 1 && {
              justificacion: "Se sumó la unidad de trato preferente, informada al Comité en septiembre.",
            }),
        })),
        medioVerificacion: {
          descripcion:
            "Listado exportado del sistema, correos de convocatoria, material utilizado y acta de cierre.",
          formatos: i % 2 === 0 ? ["PDF", "Excel (.xlsx)"] : ["PDF", "csv"],
        },
      })),
      indicadoresDesempeno: actividades.flatMap((una) => una.indicadoresDesempeno ?? []).map(resultado),
      indicadoresSatisfaccion: deSatisfaccion,
      dificultadesHolguras: [
        {
          tipo: "dificultad",
          descripcion: "La postergación de la licitación retrasó la habilitación del canal digital.",
          factoresInternos: "Demora en la elaboración de las bases técnicas.",
          factoresExternos: "Aumento de los tiempos de toma de razón.",
          componentes: ["actividades"],
          elementos: ["A1"],
        },
        {
          tipo: "holgura",
          descripcion:
            "La asistencia a las jornadas de capacitación superó lo previsto y permitió adelantar su cierre.",
          factoresInternos: "Instrucción de la jefatura de servicio a todas las unidades.",
          componentes: ["actividades", "indicadoresDesempeno"],
          elementos: ["A4"],
        },
      ],
    },
    difusion: {
      instancias: [{ fecha: "2025-12-05", medio: "correo", modalidad: "remota" }],
      destinatarios: {
        filas: [
          ...["planta", "contrata", "honorarios", "codigo_trabajo"].map((calidadJuridica, i) => ({
            nombre: `Persona ${i + 1}`,
            cargo: "Profesional",
            grupo: "personal",
            calidadJuridica,
            area: i % 2 === 0 ? "Oficina de Informaciones" : "Unidad de Planificación",
          })),
          { nombre: "Directiva 1", cargo: "Jefatura de División", grupo: "directivos" },
          { nombre: "Consejera 1", cargo: "Representante de la sociedad civil", grupo: "cosoc" },
        ] as NonNullable<NonNullable<NonNullable<Expediente["difusion"]>["destinatarios"]>["filas"]>,
      },
      cosoc: {
        homologado: false,
        actoAdministrativo: { fecha: "2024-03-15", vigenciaDesde: "2024-03-15", vigenciaHasta: "2027-03-14" },
      },
    },
  };
}
