import type { Expediente } from "@/lib/expediente/formato";
import { OBJETIVO_GENERAL } from "@/lib/guia/e3-2025/objetivoGeneral";
import type { Cierre, Lugar, NombreGrupo } from "./campo";
import { algoReabierto, estaReabierto } from "./reapertura";

/**
 * Where each field that is saved stands in the expediente **as sent** (JSON Pointer). One table: the rule of what a
 * return opened (`lugarAbierto`) walks it here, and the statement that saves a field is drawn from it.
 */

/** A list of the expediente, and which of its elements: by its properties, or by its position among its rows. */
export type Paso = {
  /** Path of the list inside what comes before it. */
  readonly lista: readonly string[];
  /** Property of the element → part of the field's key that it must equal, or the text itself. */
  readonly donde: Readonly<Record<string, number | { readonly texto: string }>> | "posicion";
};

/** One way to the field. */
export type Camino = {
  readonly pasos: readonly Paso[];
  /** Only for keys with these parts. */
  readonly si?: Readonly<Record<number, string>>;
  /** What follows the record: the field by default, a part of the key (a component of the plan), or a fixed path. */
  readonly fin?: { readonly parte: number } | { readonly fijo: string };
};

type Mapa = {
  readonly caminos: readonly Camino[];
  /** Where a field stands inside its record, when it is not by its own name; "" is the record itself. */
  readonly campos?: Readonly<Record<string, string>>;
  /** Fields that another one makes necessary or forbids (EJE-03, DES-06 to DES-10…): opened with it. */
  readonly arrastra?: Readonly<Record<string, readonly string[]>>;
  /** The report is of the plan in force: what a change of the plan brings new is answered with it. */
  readonly sigueAlPlan?: true;
};

const deLista = (ruta: string, donde: Paso["donde"]): Paso => ({ lista: ruta.split("/"), donde });
const ACTIVIDAD = deLista("informe/actividades", { actividad: 0 });
const MEDICION = ["medido", "numerador", "denominador", "resultado"];
const DEL_PLAN = deLista("planOriginal/actividades", { id: 0 });
const ACTO = "difusion/cosoc/actoAdministrativo";

export const MAPAS: Readonly<Record<NombreGrupo, Mapa>> = {
  informe: {
    caminos: [{ pasos: [] }],
    campos: {
      avances: "informe/seguimiento/avances",
      desafios: "informe/seguimiento/desafios",
      resultados: "informe/seguimiento/resultados",
      leccionesAprendidas: "informe/seguimiento/leccionesAprendidas",
      sinDificultadesNiHolguras: "informe/sinDificultadesNiHolguras",
    },
  },
  actividad: {
    caminos: [{ pasos: [ACTIVIDAD] }],
    campos: {
      medioDescripcion: "medioVerificacion/descripcion",
      medioFormatos: "medioVerificacion/formatos",
      // The institution's own note of who keeps the evidence: it goes with what it is about.
      custodia: "medioVerificacion",
    },
    arrastra: { ejecutadaSegunDescripcion: ["explicacion"] },
    sigueAlPlan: true,
  },
  tramite: {
    caminos: [{ pasos: [ACTIVIDAD, deLista("tramites", { tramite: 1 })] }],
    arrastra: { vinculado: ["explicacion"] },
    sigueAlPlan: true,
  },
  componente: {
    caminos: [{ pasos: [ACTIVIDAD, deLista("componentes", { componente: 1 })] }],
    arrastra: { modificado: ["justificacion"] },
    sigueAlPlan: true,
  },
  indicador: {
    caminos: [
      { pasos: [deLista("informe/indicadoresDesempeno", { indicador: 0 })] },
      { pasos: [deLista("informe/indicadoresSatisfaccion", { indicador: 0 })] },
    ],
    arrastra: Object.fromEntries(
      MEDICION.map((campo) => [
        campo,
        [
          ...MEDICION.filter((otro) => otro !== campo),
          "interpretacion",
          "analisisBrechas",
          "justificacion",
          "antecedentes",
        ],
      ]),
    ),
    sigueAlPlan: true,
  },
  dificultad: { caminos: [{ pasos: [deLista("informe/dificultadesHolguras", "posicion")] }] },
  difusion: {
    caminos: [{ pasos: [] }],
    campos: {
      homologado: "difusion/cosoc/homologado",
      actoFecha: `${ACTO}/fecha`,
      actoVigenciaDesde: `${ACTO}/vigenciaDesde`,
      actoVigenciaHasta: `${ACTO}/vigenciaHasta`,
      dictamenFecha: "difusion/cosoc/dictamen/fecha",
    },
    arrastra: { homologado: ["dictamenFecha"] },
  },
  instancia: {
    caminos: [{ pasos: [deLista("difusion/instancias", "posicion")] }],
    // The institution's own note of whom it addressed.
    campos: { audiencia: "" },
  },
  ajuste: {
    caminos: [
      { pasos: [deLista("ajustes", { elemento: 0, componente: 1 })] },
      { pasos: [deLista("ajustes", { elemento: 0, componente: { texto: "" } })] },
      // A component that no adjustment touched is pinned where the plan of 2024 says it (decision 0110).
      { pasos: [], si: { 0: OBJETIVO_GENERAL }, fin: { fijo: "planOriginal/objetivoGeneral" } },
      { pasos: [deLista("planOriginal/objetivosEspecificos", { id: 0 })], fin: { fijo: "" } },
      { pasos: [deLista("planOriginal/indicadoresSatisfaccion", { id: 0 })], fin: { fijo: "" } },
      { pasos: [DEL_PLAN], fin: { parte: 1 } },
      { pasos: [DEL_PLAN], si: { 1: "areasResponsables" }, fin: { fijo: "participantes" } },
    ],
    arrastra: {
      categorias: ["otraRazon"],
      contenido: ["categorias", "otraRazon", "argumento", "antecedentes"],
    },
  },
};

/** Where a field stands inside its record, and where those that bring it along do. "" is the record itself. */
export function sufijosDe({ grupo, campo }: Pick<Lugar, "grupo" | "campo">): readonly string[] {
  const { campos = {}, arrastra = {} } = MAPAS[grupo];
  const propios = [campo, ...Object.keys(arrastra).filter((otro) => arrastra[otro]?.includes(campo))];
  return propios.map((uno) => campos[uno] ?? uno);
}

/** A pointer that a field answers to, and whether the version had that very field (if not, it is its list). */
export type RutaDeCampo = { readonly ruta: string; readonly completa: boolean };

const valorEn = (dato: unknown, llave: string): unknown =>
  typeof dato === "object" && dato !== null ? (dato as Record<string, unknown>)[llave] : undefined;

function seguir(enviado: Expediente, { pasos }: Camino, clave: readonly string[], posicion: number | null) {
  let dato: unknown = enviado;
  let ruta = "";
  for (const { lista, donde } of pasos) {
    for (const llave of lista) dato = valorEn(dato, llave);
    ruta += `/${lista.join("/")}`;
    const elementos = Array.isArray(dato) ? dato : [];
    const indice =
      donde === "posicion"
        ? posicion !== null && posicion < elementos.length
          ? posicion
          : -1
        : elementos.findIndex((elemento) =>
            Object.entries(donde).every(([llave, que]) => {
              const esperado = typeof que === "number" ? clave[que] : que.texto;
              return (valorEn(elemento, llave) ?? "") === esperado;
            }),
          );
    if (indice < 0) return { ruta, completa: false };
    dato = elementos[indice];
    ruta += `/${indice}`;
  }
  return { ruta, completa: true };
}

const unir = (ruta: string, resto: string): string => (resto === "" ? ruta : `${ruta}/${resto}`);

/**
 * Every pointer of a field in the expediente as sent.
 * @param posicion place among its rows (from 0) of a record without identity: a difficulty, an instance.
 */
export function rutasDe(lugar: Lugar, enviado: Expediente, posicion: number | null): readonly RutaDeCampo[] {
  return MAPAS[lugar.grupo].caminos.flatMap((camino): RutaDeCampo[] => {
    const vale = Object.entries(camino.si ?? {}).every(
      ([parte, texto]) => lugar.clave[Number(parte)] === texto,
    );
    if (!vale) return [];
    const { ruta, completa } = seguir(enviado, camino, lugar.clave, posicion);
    if (!completa) return [{ ruta, completa }];
    const { fin } = camino;
    if (fin === undefined) return sufijosDe(lugar).map((sufijo) => ({ ruta: unir(ruta, sufijo), completa }));
    const resto = "fijo" in fin ? fin.fijo : (lugar.clave[fin.parte] ?? "");
    return [{ ruta: unir(ruta, resto), completa }];
  });
}

/** Places whose opening changes the plan in force. */
export const LUGARES_DEL_PLAN = ["/ajustes", "/planOriginal"] as const;

/** Where each matter is written: with none of them opened, a return leaves it closed whole. */
export const LUGARES_DE_CIERRE: Readonly<Record<Cierre, readonly string[]>> = {
  plan: [...LUGARES_DEL_PLAN, "/aprobacionPlan"],
  // A plan that changes asks for the report's act again (AIN-04), and may ask the report for more.
  informe: ["/informe", "/aprobacionInforme", ...LUGARES_DEL_PLAN, "/aprobacionPlan"],
  envio: ["/difusion"],
};

/** A version returned with only some of its places open. */
export type Devuelta = {
  /** Pointers that the return opened (`envio.reabierto`). */
  readonly reabierto: readonly string[];
  /** As sent; lists of recipients may be left out. */
  readonly enviado: Expediente;
};

/**
 * Whether a field can be written after a return: it, something inside it or something it is inside of was opened, or
 * another field that brings it along. What the version did not have follows its list, and in the report also the plan.
 */
export function lugarAbierto(
  { reabierto, enviado }: Devuelta,
  lugar: Lugar,
  posicion: number | null = null,
): boolean {
  const rutas = rutasDe(lugar, enviado, posicion);
  const completas = rutas.filter(({ completa }) => completa);
  if (completas.length > 0) return completas.some(({ ruta }) => algoReabierto(reabierto, ruta));
  const conElPlan =
    MAPAS[lugar.grupo].sigueAlPlan === true &&
    LUGARES_DEL_PLAN.some((ruta) => algoReabierto(reabierto, ruta));
  return conElPlan || rutas.some(({ ruta }) => estaReabierto(reabierto, ruta));
}

/** Whether the decision about a component of the plan (or a whole element, null) can be changed after a return. */
export function decisionAbierta(devuelta: Devuelta, elemento: string, componente: string | null): boolean {
  const lugar: Lugar = { grupo: "ajuste", clave: [elemento, componente ?? ""], campo: "contenido" };
  const delAjuste = rutasDe(lugar, devuelta.enviado, null);
  const completas = delAjuste.filter(({ completa }) => completa);
  // What justifies a decision does not open the decision itself; a place of the plan or the whole adjustment does.
  const sinCampo = completas.map(({ ruta }) => ruta.replace(/^(\/ajustes\/\d+)\/.*$/, "$1"));
  if (sinCampo.length > 0)
    return sinCampo.some((ruta) =>
      ruta.startsWith("/ajustes/")
        ? ["", "/decision", "/contenido"].some((resto) =>
            estaReabierto(devuelta.reabierto, `${ruta}${resto}`),
          )
        : (componente === null ? estaReabierto : algoReabierto)(devuelta.reabierto, ruta),
    );
  return LUGARES_DEL_PLAN.some((ruta) => estaReabierto(devuelta.reabierto, ruta));
}

/** Only what `lugarAbierto` needs of a version: the identities of its elements. What a browser is given. */
export function esqueletoDe({
  formato,
  ejercicio,
  institucion,
  planOriginal,
  ajustes,
  informe,
  difusion,
}: Expediente): Expediente {
  const ids = <T extends { id: string }>(lista: readonly T[] | null | undefined) =>
    (lista ?? []).map(({ id }) => ({ id }));
  return {
    formato,
    ejercicio,
    institucion: { codigo: institucion.codigo },
    planOriginal: planOriginal && {
      formato: planOriginal.formato,
      ejercicio: planOriginal.ejercicio,
      institucion: { codigo: institucion.codigo },
      objetivosEspecificos: ids(planOriginal.objetivosEspecificos),
      indicadoresSatisfaccion: ids(planOriginal.indicadoresSatisfaccion),
      actividades: ids(planOriginal.actividades),
    },
    ajustes: (ajustes ?? []).map(({ elemento, componente, decision }) => ({
      elemento,
      componente,
      decision,
    })),
    informe: informe && {
      actividades: (informe.actividades ?? []).map(({ actividad, tramites, componentes }) => ({
        actividad,
        tramites: (tramites ?? []).map(({ tramite }) => ({ tramite })),
        componentes: (componentes ?? []).map(({ componente }) => ({ componente })),
      })),
      indicadoresDesempeno: (informe.indicadoresDesempeno ?? []).map(({ indicador }) => ({ indicador })),
      indicadoresSatisfaccion: (informe.indicadoresSatisfaccion ?? []).map(({ indicador }) => ({
        indicador,
      })),
      dificultadesHolguras: (informe.dificultadesHolguras ?? []).map(() => ({})),
    },
    difusion: { instancias: (difusion?.instancias ?? []).map(() => ({})) },
  };
}
