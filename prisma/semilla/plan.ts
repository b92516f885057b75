import type { Actividad, Plan } from "@/lib/expediente/formato";
import { AREAS, LUGARES, MOLDES, OBJETIVOS, POBLACIONES, TRAMITES } from "./textos";

type Institucion = { readonly codigo: string; readonly nombre: string; readonly ministerio: string };

/** The i-th of a list, going round. The lists of words are never empty. */
const deLista = <T>(lista: readonly T[], i: number): T => lista[i % lista.length] as T;

const dia = (mes: number, dia: number): string =>
  `2025-${String(mes).padStart(2, "0")}-${String(dia).padStart(2, "0")}`;

/** «al Servicio…», «a la Dirección…». */
const alLugar = (nombre: string): string =>
  `${/^(Dirección|Subsecretaría) /.test(nombre) ? "a la" : "al"} ${nombre}`;

function actividad(i: number, objetivos: number, tramites: readonly string[]): Actividad {
  const molde = deLista(MOLDES, i);
  const lugar = deLista(LUGARES, Math.floor(i / MOLDES.length) + i);
  const id = `A${i + 1}`;
  const dos = i % 3 === 0;
  const monto = i % 4 === 1 ? 0 : 850_000 + i * 325_000;
  return {
    id,
    objetivoEspecifico: `OE${(i % objetivos) + 1}`,
    descripcion: `${molde.descripcion}, ${lugar}.${i % 5 === 2 ? "\nIncluye una medición antes y otra después, con la misma pauta." : ""}`,
    plazos: { inicio: dia((i % 5) + 1, 3 + (i % 20)), termino: dia(8 + (i % 5), 10 + (i % 18)) },
    areasResponsables: dos ? [deLista(AREAS, i), deLista(AREAS, i + 2)] : [deLista(AREAS, i)],
    participantes: "Personas funcionarias de planta, contrata y honorarios de las unidades involucradas.",
    poblacionObjetivo: deLista(POBLACIONES, i),
    tramites: [...new Set([deLista(tramites, i), deLista(tramites, i * 3 + 1)])],
    indicadoresDesempeno: [
      {
        id: `${id}.ID1`,
        nombre: molde.indicador,
        formula: molde.formula,
        factor: molde.formula.endsWith("*100") ? 100 : 1,
        unidad: molde.formula.endsWith("*100") ? "%" : "unidades",
        sentido: molde.sentido,
        meta: molde.meta,
      },
      {
        id: `${id}.ID2`,
        nombre: "Porcentaje de hitos de la actividad cumplidos en su plazo",
        formula: "(N° de hitos cumplidos en plazo / N° de hitos comprometidos)*100",
        factor: 100,
        unidad: "%",
        sentido: "ascendente",
        meta: 75 + (i % 5) * 5,
      },
    ].slice(0, i % 2 === 0 ? 2 : 1) as Actividad["indicadoresDesempeno"],
    sistemasRespaldo: molde.respaldo,
    priorizacion: deLista(["alta", "media", "baja"] as const, i),
    costos: {
      montoClp: monto,
      items: monto === 0 ? [] : [{ subtitulo: "22", item: i % 2 === 0 ? "11" : "08" }],
    },
  };
}

/** A fictional plan of so many activities, always the same for the same institution. */
export function planFicticio({ codigo, nombre, ministerio }: Institucion, actividades: number): Plan {
  const objetivos = Math.min(OBJETIVOS.length, Math.max(2, Math.ceil(actividades / 3)));
  const tramites = TRAMITES[codigo] ?? TRAMITES.SVA ?? [];
  return {
    formato: "plan-cseu/v1",
    ejercicio: 2025,
    institucion: { codigo, nombre, ministerio },
    objetivoGeneral: `Mejorar la experiencia de las personas que acuden ${alLugar(nombre)}, cerrando las brechas de oportunidad, claridad y trato que mostró el diagnóstico de calidad de servicio.`,
    objetivosEspecificos: OBJETIVOS.slice(0, objetivos).map((descripcion, i) => ({
      id: `OE${i + 1}`,
      descripcion,
    })),
    indicadoresSatisfaccion: [
      {
        id: "IS1",
        nombre:
          "Porcentaje de personas usuarias que evalúan con nota 6 o 7 su experiencia con la institución",
        formula:
          "(N° de personas encuestadas que evalúan con nota 6 o 7 / N° de personas encuestadas que responden)*100",
        factor: 100,
        unidad: "%",
        sentido: "ascendente",
        meta: 62,
      },
      {
        id: "IS2",
        nombre: "Satisfacción neta con la institución",
        formula: "((N° de notas 6 y 7 - N° de notas 1 a 4) / N° de personas encuestadas que responden)*100",
        factor: 100,
        unidad: "%",
        sentido: "ascendente",
        meta: 35.5,
      },
    ],
    actividades: Array.from({ length: actividades }, (_, i) => actividad(i, objetivos, tramites)),
  };
}
