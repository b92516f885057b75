import type { Prisma } from "../generado/client";
import type { Transaccion } from "../transaccion";
import { lista, objeto, una } from "./filas";
import { FILA_PLAN, type FilaPlan } from "./plan";

// The columns of each table that an expediente is made of; what is the institution's own note is not among them.
const AJUSTE = [
  "id",
  "institucionId",
  "planId",
  "orden",
  "elemento",
  "componente",
  "decision",
  "tipo",
  "contenido",
  "categorias",
  "otraRazon",
  "argumento",
  "antecedentes",
  "registradoEn",
  "modificadoPorId",
] as const;
const ACTA = ["materia", "numero", "fecha", "decision", "huella", "declaraCoherencia"] as const;
const ASISTENTE = ["nombre", "cargo", "area"] as const;
const INFORME = [
  "avances",
  "desafios",
  "resultados",
  "leccionesAprendidas",
  "sinDificultadesNiHolguras",
] as const;
const RESPUESTA_ACTIVIDAD = [
  "actividad",
  "ejecutadaSegunDescripcion",
  "explicacion",
  "medioDescripcion",
  "medioFormatos",
] as const;
const RESPUESTA_TRAMITE = ["actividad", "tramite", "vinculado", "explicacion"] as const;
const RESPUESTA_COMPONENTE = ["actividad", "componente", "modificado", "justificacion"] as const;
const RESPUESTA_INDICADOR = [
  "indicador",
  "medido",
  "numerador",
  "denominador",
  "resultado",
  "interpretacion",
  "analisisBrechas",
  "recomendaciones",
  "justificacion",
  "antecedentes",
] as const;
const DIFICULTAD = [
  "id",
  "tipo",
  "descripcion",
  "factoresInternos",
  "factoresExternos",
  "componentes",
  "elementos",
] as const;
const DIFUSION = [
  "id",
  "homologado",
  "actoFecha",
  "actoVigenciaDesde",
  "actoVigenciaHasta",
  "dictamenFecha",
  "destinatariosCuantos",
  "destinatariosHuella",
] as const;
const INSTANCIA = ["id", "fecha", "medio", "modalidad"] as const;
const ARCHIVO = ["nombre", "tipo", "tamano", "sha256"] as const;

type De<Fila, Campos extends readonly (keyof Fila)[]> = Readonly<Pick<Fila, Campos[number]>>;
type FilaAjusteJson = Omit<De<Prisma.AjusteGetPayload<object>, typeof AJUSTE>, "registradoEn"> & {
  readonly registradoEn: string | null;
};
export type FilaActa = Omit<De<Prisma.ActaGetPayload<object>, typeof ACTA>, "fecha"> & {
  /** AAAA-MM-DD. */
  readonly fecha: string;
  readonly asistentes: readonly De<Prisma.ActaAsistenteGetPayload<object>, typeof ASISTENTE>[];
};
export type FilaInforme = De<Prisma.InformeGetPayload<object>, typeof INFORME> & {
  readonly actividades: readonly De<Prisma.InformeActividadGetPayload<object>, typeof RESPUESTA_ACTIVIDAD>[];
  readonly tramites: readonly De<Prisma.InformeTramiteGetPayload<object>, typeof RESPUESTA_TRAMITE>[];
  readonly componentes: readonly De<
    Prisma.InformeComponenteGetPayload<object>,
    typeof RESPUESTA_COMPONENTE
  >[];
  readonly indicadores: readonly De<Prisma.InformeIndicadorGetPayload<object>, typeof RESPUESTA_INDICADOR>[];
  readonly dificultades: readonly De<Prisma.DificultadHolguraGetPayload<object>, typeof DIFICULTAD>[];
};
export type FilaArchivo = {
  readonly nombre: string;
  readonly tipo: string;
  readonly tamano: number;
  readonly sha256: string;
};
export type FilaDifusion = De<Prisma.DifusionGetPayload<object>, typeof DIFUSION> & {
  readonly destinatariosArchivo: FilaArchivo | null;
  readonly actoArchivo: FilaArchivo | null;
  readonly dictamenArchivo: FilaArchivo | null;
  readonly instancias: readonly (De<Prisma.DifusionInstanciaGetPayload<object>, typeof INSTANCIA> & {
    readonly archivos: readonly { readonly uso: "copia_medio" | "material"; readonly archivo: FilaArchivo }[];
  })[];
};

/** What the tables hold of an institution's year. */
export type FilasExpediente = {
  readonly plan: FilaPlan;
  readonly ajustes: readonly Prisma.AjusteGetPayload<object>[];
  readonly actas: readonly FilaActa[];
  /** The extension of the adjustments in force. */
  readonly prorroga: { readonly hasta: string; readonly razon: string } | null;
  readonly informe: FilaInforme | null;
  readonly difusion: FilaDifusion | null;
};

const DEL_ANIO = (alias: string) =>
  `${alias}.institucion_id = p.institucion_id AND ${alias}.ejercicio_id = p.ejercicio_id`;
const archivo = (cual: string) => una({ de: "archivo", alias: "x", donde: `x.id = ${cual}` }, ARCHIVO);
const respuestas = (tabla: string, campos: readonly string[], orden?: string) =>
  lista({ de: tabla, alias: "r", donde: "r.informe_id = f.id", ...(orden && { orden }) }, campos);

const TEXTO = `SELECT json_build_object(
  'plan', ${FILA_PLAN},
  'ajustes', ${lista({ de: "ajuste", alias: "j", donde: "j.plan_id = p.id", orden: "orden" }, AJUSTE)},
  'actas', ${lista({ de: "acta", alias: "c", donde: `${DEL_ANIO("c")} AND c.anulada_en IS NULL` }, ACTA, {
    asistentes: lista(
      { de: "acta_asistente", alias: "s", donde: "s.acta_id = c.id", orden: "orden" },
      ASISTENTE,
    ),
  })},
  'prorroga', ${una(
    {
      de: "prorroga",
      alias: "g",
      donde: `${DEL_ANIO("g")} AND g.alcance = 'ajuste' AND g.revocada_en IS NULL`,
    },
    ["hasta", "razon"],
  )},
  'informe', ${una({ de: "informe", alias: "f", donde: DEL_ANIO("f") }, INFORME, {
    actividades: respuestas("informe_actividad", RESPUESTA_ACTIVIDAD),
    tramites: respuestas("informe_tramite", RESPUESTA_TRAMITE),
    componentes: respuestas("informe_componente", RESPUESTA_COMPONENTE),
    indicadores: respuestas("informe_indicador", RESPUESTA_INDICADOR),
    dificultades: respuestas("dificultad_holgura", DIFICULTAD, "orden"),
  })},
  'difusion', ${una({ de: "difusion", alias: "d", donde: DEL_ANIO("d") }, DIFUSION, {
    destinatariosArchivo: archivo("d.destinatarios_archivo_id"),
    actoArchivo: archivo("d.acto_archivo_id"),
    dictamenArchivo: archivo("d.dictamen_archivo_id"),
    instancias: lista(
      { de: "difusion_instancia", alias: "i", donde: "i.difusion_id = d.id", orden: "orden" },
      INSTANCIA,
      {
        archivos: `(SELECT coalesce(json_agg(json_build_object('uso', u.uso, 'archivo', ${objeto("x", ARCHIVO)}) ORDER BY u.orden), '[]')
          FROM instancia_archivo u JOIN archivo x ON x.id = u.archivo_id WHERE u.instancia_id = i.id)`,
      },
    ),
  })})::text AS filas
  FROM plan p WHERE p.institucion_id = $1::uuid AND p.ejercicio_id = $2::uuid`;

/**
 * Every row of an institution's year, in one statement: one trip, one snapshot, and a plan that the server keeps.
 * @returns null when the institution has no plan loaded (or the actor does not reach it).
 */
export async function leerFilas(
  tx: Transaccion,
  institucionId: string,
  ejercicioId: string,
): Promise<FilasExpediente | null> {
  const [fila] = await tx.$queryRawUnsafe<{ filas: string }[]>(TEXTO, institucionId, ejercicioId);
  if (!fila) return null;
  const filas = JSON.parse(fila.filas) as FilasExpediente & { readonly ajustes: readonly FilaAjusteJson[] };
  return {
    ...filas,
    ajustes: filas.ajustes.map((ajuste) => ({
      ...ajuste,
      registradoEn: ajuste.registradoEn === null ? null : new Date(ajuste.registradoEn),
    })),
  };
}
