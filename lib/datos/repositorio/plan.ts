import { type Actividad, esquemaPlan, type Indicador, type Plan } from "@/lib/expediente/formato";
import type { Transaccion } from "../transaccion";
import { lista, objeto, una } from "./filas";

type FilaIndicador = {
  readonly actividadId: string | null;
  readonly codigo: string;
  readonly nombre: string;
  readonly formula: string;
  readonly factor: number;
  readonly unidad: string | null;
  readonly sentido: "ascendente" | "descendente";
  readonly meta: number;
};
type FilaActividad = {
  readonly id: string;
  readonly objetivoId: string;
  readonly codigo: string;
  readonly descripcion: string | null;
  readonly plazoInicio: string | null;
  readonly plazoTermino: string | null;
  readonly participantes: string | null;
  readonly poblacionObjetivo: string | null;
  readonly sistemasRespaldo: string | null;
  readonly priorizacion: Actividad["priorizacion"] | null;
  readonly montoClp: number | null;
  readonly areas: readonly string[];
  readonly tramites: readonly string[];
  readonly items: readonly { readonly subtitulo: string | null; readonly item: string | null }[];
};

/** The rows of a plan with all that hangs from it, in the plan's order (see `FILA_PLAN`). */
export type FilaPlan = {
  readonly id: string;
  readonly objetivoGeneral: string;
  readonly anio: number;
  readonly institucion: { readonly codigo: string; readonly nombre: string; readonly ministerio: string };
  readonly objetivos: readonly {
    readonly id: string;
    readonly codigo: string;
    readonly descripcion: string;
  }[];
  readonly indicadores: readonly FilaIndicador[];
  readonly actividades: readonly FilaActividad[];
};

const nombresDe = (tabla: string): string =>
  `(SELECT coalesce(json_agg(n.nombre ORDER BY n.orden), '[]') FROM ${tabla} n WHERE n.actividad_id = a.id)`;

/** SQL of a `FilaPlan`, as JSON, from a row of `plan` named `p`. */
export const FILA_PLAN = objeto("p", ["id", "objetivoGeneral"], {
  anio: "(SELECT anio FROM ejercicio WHERE id = p.ejercicio_id)",
  institucion: una({ de: "institucion", alias: "i", donde: "i.id = p.institucion_id" }, [
    "codigo",
    "nombre",
    "ministerio",
  ]),
  objetivos: lista({ de: "objetivo_especifico", alias: "o", donde: "o.plan_id = p.id", orden: "orden" }, [
    "id",
    "codigo",
    "descripcion",
  ]),
  indicadores: lista({ de: "indicador", alias: "n", donde: "n.plan_id = p.id", orden: "orden" }, [
    "actividadId",
    "codigo",
    "nombre",
    "formula",
    "factor",
    "unidad",
    "sentido",
    "meta",
  ]),
  actividades: lista(
    { de: "actividad", alias: "a", donde: "a.plan_id = p.id", orden: "orden" },
    [
      "id",
      "objetivoId",
      "codigo",
      "descripcion",
      "plazoInicio",
      "plazoTermino",
      "participantes",
      "poblacionObjetivo",
      "sistemasRespaldo",
      "priorizacion",
      "montoClp",
    ],
    {
      areas: nombresDe("actividad_area"),
      tramites: nombresDe("actividad_tramite"),
      items: lista({ de: "actividad_item", alias: "t", donde: "t.actividad_id = a.id", orden: "orden" }, [
        "subtitulo",
        "item",
      ]),
    },
  ),
});

/** The plan an institution has loaded for a year, with when it was; null while there is none. */
export async function leerFilaPlan(
  tx: Transaccion,
  institucionId: string,
  ejercicioId: string,
): Promise<{ readonly plan: FilaPlan; readonly cargadoEn: Date } | null> {
  const [fila] = await tx.$queryRawUnsafe<{ plan: string; cargadoEn: Date }[]>(
    `SELECT ${FILA_PLAN}::text AS plan, p.cargado_en AS "cargadoEn" FROM plan p WHERE p.institucion_id = $1::uuid AND p.ejercicio_id = $2::uuid`,
    institucionId,
    ejercicioId,
  );
  return fila ? { plan: JSON.parse(fila.plan), cargadoEn: fila.cargadoEn } : null;
}

/** An object without its empty keys: what a row leaves null is absent from the expediente. */
export function sinNulos<T extends object>(objeto: T): { [K in keyof T]: Exclude<T[K], null> } {
  return Object.fromEntries(
    Object.entries(objeto).filter(([, valor]) => valor !== null && valor !== undefined),
  ) as never;
}

function indicadorDeFila(fila: FilaIndicador): Indicador {
  return sinNulos({
    id: fila.codigo,
    nombre: fila.nombre,
    formula: fila.formula,
    factor: fila.factor as 1 | 100,
    unidad: fila.unidad,
    sentido: fila.sentido,
    meta: fila.meta,
  });
}

function actividadDeFila(fila: FilaActividad, plan: FilaPlan): Actividad {
  const tieneCostos = fila.montoClp !== null || fila.items.length > 0;
  const tienePlazos = fila.plazoInicio !== null || fila.plazoTermino !== null;
  return sinNulos({
    id: fila.codigo,
    objetivoEspecifico: plan.objetivos.find((objetivo) => objetivo.id === fila.objetivoId)?.codigo ?? null,
    descripcion: fila.descripcion,
    plazos: tienePlazos ? sinNulos({ inicio: fila.plazoInicio, termino: fila.plazoTermino }) : null,
    areasResponsables: [...fila.areas],
    participantes: fila.participantes,
    poblacionObjetivo: fila.poblacionObjetivo,
    tramites: [...fila.tramites],
    indicadoresDesempeno: plan.indicadores
      .filter((indicador) => indicador.actividadId === fila.id)
      .map(indicadorDeFila),
    sistemasRespaldo: fila.sistemasRespaldo,
    priorizacion: fila.priorizacion,
    costos: tieneCostos
      ? sinNulos({
          montoClp: fila.montoClp,
          items: fila.items.map(({ subtitulo, item }) => sinNulos({ subtitulo, item })),
        })
      : null,
  });
}

/** The preloaded plan as the expediente carries it (`plan-cseu/v1`). */
export function planDeFila(fila: FilaPlan): Plan {
  return {
    formato: "plan-cseu/v1",
    ejercicio: fila.anio,
    institucion: fila.institucion,
    objetivoGeneral: fila.objetivoGeneral,
    objetivosEspecificos: fila.objetivos.map(({ codigo, descripcion }) => ({ id: codigo, descripcion })),
    indicadoresSatisfaccion: fila.indicadores
      .filter(({ actividadId }) => actividadId === null)
      .map(indicadorDeFila),
    actividades: fila.actividades.map((actividad) => actividadDeFila(actividad, fila)),
  };
}

/** The plan in the one shape the tables can give back, so that loading and reading it name the same digest. */
export function normalizarPlan(plan: Plan): Plan {
  const sinVacios = (valor: unknown): unknown => {
    if (Array.isArray(valor)) return valor.map(sinVacios);
    if (typeof valor !== "object" || valor === null) return valor;
    return sinNulos(Object.fromEntries(Object.entries(valor).map(([llave, v]) => [llave, sinVacios(v)])));
  };
  const limpio = esquemaPlan.parse(sinVacios(plan));
  return {
    ...limpio,
    objetivosEspecificos: limpio.objetivosEspecificos ?? [],
    indicadoresSatisfaccion: limpio.indicadoresSatisfaccion ?? [],
    actividades: (limpio.actividades ?? []).map((actividad) => {
      const { plazos, costos, priorizacion, ...resto } = actividad;
      const conCostos = costos && (costos.montoClp !== undefined || (costos.items ?? []).length > 0);
      return {
        ...resto,
        areasResponsables: actividad.areasResponsables ?? [],
        tramites: actividad.tramites ?? [],
        indicadoresDesempeno: actividad.indicadoresDesempeno ?? [],
        ...(priorizacion && { priorizacion }),
        ...(plazos && (plazos.inicio || plazos.termino) && { plazos }),
        ...(conCostos && { costos: { ...costos, items: costos.items ?? [] } }),
      };
    }),
  };
}

const fecha = (texto: string | null | undefined): Date | null =>
  texto ? new Date(`${texto}T00:00:00Z`) : null;

/** What the rows of a new plan are made from. */
export type PlanNuevo = {
  readonly institucionId: string;
  readonly ejercicioId: string;
  readonly plan: Plan;
  readonly huella: string;
  readonly origen: string;
  readonly cargadoPorId: string | null;
  readonly cargadoEn: Date;
};

/**
 * Writes a plan and all its elements, and opens the report and the dissemination of the year if they are not there.
 * @param nuevo its `plan` has no error of PLAN-01 to PLAN-06 (the caller has judged it) and is normalised.
 * @returns the id of the plan.
 */
export async function crearPlan(tx: Transaccion, nuevo: PlanNuevo): Promise<string> {
  const { institucionId, ejercicioId, plan } = nuevo;
  const creado = await tx.plan.create({
    data: {
      institucionId,
      ejercicioId,
      objetivoGeneral: plan.objetivoGeneral ?? "",
      huella: nuevo.huella,
      origen: nuevo.origen,
      cargadoPorId: nuevo.cargadoPorId,
      cargadoEn: nuevo.cargadoEn,
    },
    select: { id: true },
  });
  const planId = creado.id;
  await escribirElementos(tx, institucionId, planId, plan);
  await tx.informe.createMany({ data: [{ institucionId, ejercicioId }], skipDuplicates: true });
  await tx.difusion.createMany({ data: [{ institucionId, ejercicioId }], skipDuplicates: true });
  return planId;
}

/**
 * Puts another plan in the place of the one loaded, in the same row, so that the decisions taken on it stay tied to it;
 * which of them no longer hold is the caller's to take away first.
 * @param nuevo as `crearPlan` takes it.
 */
export async function reemplazarPlan(tx: Transaccion, planId: string, nuevo: PlanNuevo): Promise<void> {
  const { institucionId, plan, huella, origen, cargadoPorId, cargadoEn } = nuevo;
  await tx.plan.update({
    where: { id: planId },
    data: { objetivoGeneral: plan.objetivoGeneral ?? "", huella, origen, cargadoPorId, cargadoEn },
    select: { id: true },
  });
  // From the leaves up: an objective cannot go while an activity names it.
  await tx.indicador.deleteMany({ where: { planId } });
  await tx.actividad.deleteMany({ where: { planId } });
  await tx.objetivoEspecifico.deleteMany({ where: { planId } });
  await escribirElementos(tx, institucionId, planId, plan);
}

/** Writes what hangs from a plan that has nothing yet. */
async function escribirElementos(
  tx: Transaccion,
  institucionId: string,
  planId: string,
  plan: Plan,
): Promise<void> {
  const objetivos = await tx.objetivoEspecifico.createManyAndReturn({
    data: (plan.objetivosEspecificos ?? []).map(({ id, descripcion }, orden) => ({
      institucionId,
      planId,
      codigo: id,
      orden,
      descripcion: descripcion ?? "",
    })),
    select: { id: true, codigo: true },
  });
  const idDeObjetivo = new Map(objetivos.map(({ id, codigo }) => [codigo, id]));
  const actividades = await tx.actividad.createManyAndReturn({
    data: (plan.actividades ?? []).map((actividad, orden) => ({
      institucionId,
      planId,
      objetivoId: idDeObjetivo.get(actividad.objetivoEspecifico ?? "") ?? "",
      codigo: actividad.id,
      orden,
      descripcion: actividad.descripcion ?? null,
      plazoInicio: fecha(actividad.plazos?.inicio),
      plazoTermino: fecha(actividad.plazos?.termino),
      participantes: actividad.participantes ?? null,
      poblacionObjetivo: actividad.poblacionObjetivo ?? null,
      sistemasRespaldo: actividad.sistemasRespaldo ?? null,
      priorizacion: actividad.priorizacion || null,
      montoClp: actividad.costos?.montoClp ?? null,
    })),
    select: { id: true, codigo: true },
  });
  const idDeActividad = new Map(actividades.map(({ id, codigo }) => [codigo, id]));
  const deActividad = <T>(filas: (actividad: Actividad) => T[]) =>
    (plan.actividades ?? []).flatMap((actividad) =>
      filas(actividad).map((fila, orden) => ({
        institucionId,
        actividadId: idDeActividad.get(actividad.id) ?? "",
        orden,
        ...fila,
      })),
    );
  await tx.actividadArea.createMany({
    data: deActividad(({ areasResponsables }) => (areasResponsables ?? []).map((nombre) => ({ nombre }))),
  });
  await tx.actividadTramite.createMany({
    data: deActividad(({ tramites }) => (tramites ?? []).map((nombre) => ({ nombre }))),
  });
  await tx.actividadItem.createMany({
    data: deActividad(({ costos }) =>
      (costos?.items ?? []).map(({ subtitulo, item }) => ({
        subtitulo: subtitulo ?? null,
        item: item ?? null,
      })),
    ),
  });
  await tx.indicador.createMany({
    data: [
      ...(plan.indicadoresSatisfaccion ?? []).map((indicador, orden) => ({
        ...datosIndicador(indicador),
        orden,
        actividadId: null,
      })),
      ...deActividad(({ indicadoresDesempeno }) => (indicadoresDesempeno ?? []).map(datosIndicador)),
    ].map((fila) => ({ ...fila, institucionId, planId })),
  });
}

function datosIndicador(indicador: Indicador) {
  return {
    codigo: indicador.id,
    nombre: indicador.nombre ?? "",
    formula: indicador.formula ?? "",
    factor: indicador.factor || 100,
    unidad: indicador.unidad ?? null,
    sentido: indicador.sentido || "ascendente",
    meta: indicador.meta ?? 0,
  } as const;
}
