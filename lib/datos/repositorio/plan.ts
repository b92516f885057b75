import { type Actividad, esquemaPlan, type Indicador, type Plan } from "@/lib/expediente/formato";
import type { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";

/** The rows of a plan with all that hangs from it, in the plan's order. */
export const PLAN_COMPLETO = {
  objetivos: { orderBy: { orden: "asc" } },
  indicadores: { orderBy: { orden: "asc" } },
  actividades: {
    orderBy: { orden: "asc" },
    include: {
      areas: { orderBy: { orden: "asc" } },
      tramites: { orderBy: { orden: "asc" } },
      items: { orderBy: { orden: "asc" } },
    },
  },
  institucion: { select: { codigo: true, nombre: true, ministerio: true } },
  ejercicio: { select: { anio: true } },
} as const satisfies Prisma.PlanInclude;

export type FilaPlan = Prisma.PlanGetPayload<{ include: typeof PLAN_COMPLETO }>;
type FilaIndicador = FilaPlan["indicadores"][number];
type FilaActividad = FilaPlan["actividades"][number];

/** An object without its empty keys: what a row leaves null is absent from the expediente. */
export function sinNulos<T extends object>(objeto: T): { [K in keyof T]: Exclude<T[K], null> } {
  return Object.fromEntries(
    Object.entries(objeto).filter(([, valor]) => valor !== null && valor !== undefined),
  ) as never;
}

const dia = (fecha: Date | null): string | null => fecha?.toISOString().slice(0, 10) ?? null;

function indicadorDeFila(fila: FilaIndicador): Indicador {
  return sinNulos({
    id: fila.codigo,
    nombre: fila.nombre,
    formula: fila.formula,
    factor: fila.factor as 1 | 100,
    unidad: fila.unidad,
    sentido: fila.sentido,
    meta: Number(fila.meta),
  });
}

function actividadDeFila(fila: FilaActividad, plan: FilaPlan): Actividad {
  const tieneCostos = fila.montoClp !== null || fila.items.length > 0;
  const tienePlazos = fila.plazoInicio !== null || fila.plazoTermino !== null;
  return sinNulos({
    id: fila.codigo,
    objetivoEspecifico: plan.objetivos.find((objetivo) => objetivo.id === fila.objetivoId)?.codigo ?? null,
    descripcion: fila.descripcion,
    plazos: tienePlazos ? sinNulos({ inicio: dia(fila.plazoInicio), termino: dia(fila.plazoTermino) }) : null,
    areasResponsables: fila.areas.map((area) => area.nombre),
    participantes: fila.participantes,
    poblacionObjetivo: fila.poblacionObjetivo,
    tramites: fila.tramites.map((tramite) => tramite.nombre),
    indicadoresDesempeno: plan.indicadores
      .filter((indicador) => indicador.actividadId === fila.id)
      .map(indicadorDeFila),
    sistemasRespaldo: fila.sistemasRespaldo,
    priorizacion: fila.priorizacion,
    costos: tieneCostos
      ? sinNulos({
          montoClp: fila.montoClp === null ? null : Number(fila.montoClp),
          items: fila.items.map(({ subtitulo, item }) => sinNulos({ subtitulo, item })),
        })
      : null,
  });
}

/** The preloaded plan as the expediente carries it (`plan-cseu/v1`). */
export function planDeFila(fila: FilaPlan): Plan {
  return {
    formato: "plan-cseu/v1",
    ejercicio: fila.ejercicio.anio,
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
