import { planVigente } from "@/lib/expediente/aplicar";
import { elementosDe } from "@/lib/expediente/elementos";
import type { Ajuste, Expediente, Informe, Plan } from "@/lib/expediente/formato";
import { expedientesReales } from "@/tests/apoyo/datosReales";
import { expedienteInventado } from "./anio-inventado";

type Contenido = Ajuste["contenido"];

/** What four people are going to type in a year, and whose it is. */
export type Guion = {
  readonly deDonde: string;
  readonly plan: Plan;
  /** Every decision on the plan: the changes, in the order in which they are made, and what is kept. */
  readonly cambios: readonly Ajuste[];
  readonly mantiene: readonly Ajuste[];
  readonly vigente: Plan;
  readonly informe: Informe;
  readonly difusion: NonNullable<Expediente["difusion"]>;
};

const REAL = "1003.json";

/**
 * The year of a real institution when its data is at hand beside the repository, and of an invented one otherwise.
 * On top of the changes it brings, one of every other kind, so that no editor is left without being used.
 * @param inventado the invented one in any case: pictures are of nobody
 */
export function leerGuion(inventado = false): Guion {
  const real = inventado ? undefined : expedientesReales().find(([nombre]) => nombre === REAL)?.[1];
  const base = real ?? expedienteInventado();
  const { planOriginal, informe, difusion } = base;
  if (!planOriginal || !informe || !difusion) throw new Error("El expediente del año no está completo.");
  // A code of its own: other tests preload the same real plan on the same platform.
  const codigo = real ? `${real.institucion.codigo}-A` : base.institucion.codigo;
  const institucion = { ...planOriginal.institucion, codigo };
  const plan = { ...planOriginal, institucion };
  const propios = (base.ajustes ?? []).filter(({ decision }) => decision !== "mantiene");
  const cambios = [
    ...propios,
    ...masCambios(plan).filter((otro) => !propios.some((uno) => mismo(uno, otro))),
  ];
  const mantiene = elementosDe(plan).flatMap(({ id, componentes }) =>
    componentes
      .map((componente): Ajuste => ({ elemento: id, componente, decision: "mantiene" }))
      .filter(
        (uno) => !cambios.some((otro) => mismo(uno, otro) || (otro.elemento === id && !otro.componente)),
      ),
  );
  const vigente = planVigente({ planOriginal: plan, ajustes: [...cambios, ...mantiene] });
  if (!vigente) throw new Error("El plan del año no se puede aplicar.");
  return {
    deDonde: real ? `${base.institucion.nombre} (${REAL} de los datos reales)` : "una institución inventada",
    plan,
    cambios,
    mantiene,
    vigente,
    informe: informeDe(informe, vigente),
    difusion,
  };
}

const mismo = (uno: Ajuste, otro: Ajuste) =>
  uno.elemento === otro.elemento && (uno.componente ?? "") === (otro.componente ?? "");

/** One change of every kind that an institution can make, justified as the guide asks. */
function masCambios(plan: Plan): Ajuste[] {
  const [a, b, c, d] = plan.actividades ?? [];
  const [oe] = plan.objetivosEspecificos ?? [];
  const [is1, is2] = plan.indicadoresSatisfaccion ?? [];
  if (!a || !b || !c || !d || !oe || !is1 || !is2) throw new Error("El plan del año es demasiado corto.");
  const { id: _, ...nuevo } = is1;
  const deIndicadores = (c.indicadoresDesempeno ?? []).map((uno) => ({
    ...uno,
    meta: (uno.meta ?? 0) + 2.5,
  }));
  const hechos: [string, string, Contenido][] = [
    [oe.id, "texto", `${oe.descripcion} Se verifica con una línea base levantada en enero de 2025.`],
    [
      is1.id,
      "indicador",
      { ...nuevo, meta: (is1.meta ?? 0) - 1.5, formula: `${is1.formula}, en una muestra aleatoria` },
    ],
    [
      a.id,
      "areasResponsables",
      {
        areasResponsables: [...(a.areasResponsables ?? []), "Unidad de Experiencia Usuaria"],
        participantes:
          "Personas funcionarias de planta y contrata, y quienes coordinan cada oficina regional.",
      },
    ],
    [
      a.id,
      "tramites",
      [...(a.tramites ?? []).slice(0, -1), "Solicitud de hora de atención por videollamada"],
    ],
    [
      b.id,
      "sistemasRespaldo",
      "Tablero mensual publicado en la intranet;\nplanilla «Seguimiento 2025» de la OIRS.",
    ],
    [b.id, "priorizacion", b.priorizacion === "media" ? "baja" : "media"],
    [c.id, "indicadoresDesempeno", deIndicadores],
    [
      c.id,
      "costos",
      {
        montoClp: 12_345_678,
        items: [
          { subtitulo: "22", item: "08" },
          { subtitulo: "29", item: "07" },
        ],
      },
    ],
    [
      d.id,
      "descripcion",
      `${d.descripcion}\n\nIncluye "atención preferente" y una pauta de trato para quienes atienden.`,
    ],
    [d.id, "plazos", { inicio: "2025-07-01", termino: "2025-11-14" }],
  ];
  return [
    ...hechos.map(
      ([elemento, componente, contenido], i): Ajuste => ({
        elemento,
        componente,
        decision: "modifica",
        contenido,
        ...razones(i),
      }),
    ),
    { elemento: is2.id, decision: "elimina", ...razones(hechos.length) },
    {
      elemento: siguiente(is2.id),
      decision: "incorpora",
      tipo: "indicadorSatisfaccion",
      contenido: {
        nombre: "Porcentaje de personas que recomendarían el canal de videollamada",
        formula: "(N° de personas que lo recomendarían / N° de personas encuestadas)*100",
        factor: 100,
        unidad: "%",
        sentido: "ascendente",
        meta: 70,
      },
      ...razones(hechos.length + 1),
    },
  ];
}

/** The identifier after one: IS3 after IS2. */
const siguiente = (id: string) => id.replace(/\d+$/, (numero) => String(Number(numero) + 1));

const CATEGORIAS = [["a"], ["b", "d"], ["c"], ["d", "g"], ["e"], ["f"], ["a", "c"]];

function razones(i: number): Pick<Ajuste, "categorias" | "otraRazon" | "argumento" | "antecedentes"> {
  const categorias = CATEGORIAS[i % CATEGORIAS.length] ?? ["a"];
  return {
    categorias,
    ...(categorias.includes("g") && {
      otraRazon: "Apertura de una oficina regional que el plan no preveía.",
    }),
    argumento: `La revisión del primer trimestre mostró que el componente, tal como se diseñó en 2024, no alcanzaba a las personas que más lo necesitan (hallazgo N° ${i + 1}).`,
    antecedentes: `Informe de seguimiento N° ${i + 1}/2025 y acta de la sesión ordinaria del Comité de mayo.`,
  };
}

/** The report as it was, answering what the changes brought: trámites and indicators that it did not know. */
function informeDe(informe: Informe, vigente: Plan): Informe {
  const indicadores = new Set((vigente.indicadoresSatisfaccion ?? []).map(({ id }) => id));
  const conocidos = (informe.indicadoresSatisfaccion ?? []).filter(({ indicador }) =>
    indicadores.has(indicador),
  );
  const nuevos = [...indicadores].filter((id) => !conocidos.some(({ indicador }) => indicador === id));
  return {
    ...informe,
    actividades: (informe.actividades ?? []).map((una) => ({
      ...una,
      tramites: ((vigente.actividades ?? []).find(({ id }) => id === una.actividad)?.tramites ?? []).map(
        (tramite) =>
          una.tramites?.find((previo) => previo.tramite === tramite) ?? {
            tramite,
            vinculado: false,
            explicacion: "El canal se habilitó en octubre y todavía no registra solicitudes cerradas.",
          },
      ),
    })),
    indicadoresSatisfaccion: [
      ...conocidos,
      ...nuevos.map((indicador) => ({
        indicador,
        medido: false,
        justificacion:
          "La encuesta del canal se aplica por primera vez en enero de 2026, con el año completo.",
        antecedentes: "Contrato de la encuesta y plan de trabajo firmado con el proveedor.",
      })),
    ],
  };
}
