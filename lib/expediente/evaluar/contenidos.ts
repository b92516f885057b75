import {
  type Componente,
  NOMBRES_COMPONENTE,
  OBJETIVO_GENERAL,
  TIPOS_ELEMENTO,
  type TipoElemento,
} from "@/lib/guia/e3-2025/valores";
import type { AjusteLeido, Aplicacion } from "../aplicar";
import type { Actividad, Areas, Costos, Indicador, ObjetivoEspecifico, Plazos } from "../formato";
import { mostrarNumero } from "../numero";
import { clave, vacio } from "../texto";
import type { Contexto } from "./contexto";
import { faltantesDe, revisarPlazos } from "./piezas";
import type { Nombre, Recolector } from "./recolector";

/** AJU-02: the new content of an adjustment is whole and valid for its component. */

interface Revision {
  readonly f: Recolector;
  readonly lugar: Nombre;
  readonly objetivos: ReadonlyMap<string, unknown>;
  /** Identifiers that an indicator of the new content may not take; null when its adjustment is not applied. */
  readonly usados: Set<string> | null;
}

type Revisor = (contenido: unknown, ruta: string, revision: Revision) => void;

const texto =
  (campo: string): Revisor =>
  (contenido, ruta, { f, lugar }) => {
    if (vacio(contenido)) f.poner("AJU-02", "texto", ruta, { lugar, campo });
  };

const lista =
  (campo: string): Revisor =>
  (contenido, ruta, revision) => {
    const textos = (contenido ?? []) as string[];
    if (textos.length === 0) revision.f.poner("AJU-02", "lista", ruta, { lugar: revision.lugar, campo });
    textos.forEach((dato, k) => {
      texto(`el texto ${k + 1} de ${campo}`)(dato, `${ruta}/${k}`, revision);
    });
  };

const plazos: Revisor = (contenido, ruta, { f, lugar }) => {
  const problema = revisarPlazos(contenido as Plazos | null);
  if (problema)
    f.poner("AJU-02", problema.variante === "orden" ? "orden" : "plazos", ruta, { lugar, ...problema.datos });
};

const costos: Revisor = (contenido, ruta, { f, lugar }) => {
  const monto = (contenido as Costos | null | undefined)?.montoClp;
  if (typeof monto === "number" && Number.isInteger(monto) && monto >= 0) return;
  const encontrado = typeof monto === "number" ? mostrarNumero(monto) : "nada";
  f.poner("AJU-02", "monto", `${ruta}/montoClp`, { lugar, encontrado });
};

const areas: Revisor = (contenido, ruta, revision) => {
  const { areasResponsables, participantes } = contenido as Areas;
  lista("las áreas responsables")(areasResponsables, `${ruta}/areasResponsables`, revision);
  texto("quiénes participan")(participantes, `${ruta}/participantes`, revision);
};

const vinculo: Revisor = (contenido, ruta, { f, lugar, objetivos }) => {
  const id = contenido as string | null | undefined;
  if (!objetivos.has(clave(id)) || vacio(id))
    f.poner("AJU-02", "vinculo", ruta, { lugar, id: vacio(id) ? "(ninguno)" : `«${id}»` });
};

const indicador =
  (nombre: string): Revisor =>
  (contenido, ruta, { f, lugar }) => {
    for (const falta of faltantesDe(contenido as Indicador))
      f.poner("AJU-02", "texto", `${ruta}/${falta.campo}`, { lugar, campo: `${falta.nombre} ${nombre}` });
  };

const indicadores: Revisor = (contenido, ruta, revision) => {
  const datos = (contenido ?? []) as Indicador[];
  const { f, lugar, usados } = revision;
  if (datos.length === 0) f.poner("AJU-02", "lista", ruta, { lugar, campo: "los indicadores de desempeño" });
  datos.forEach((dato, k) => {
    indicador(`del indicador ${k + 1}`)(dato, `${ruta}/${k}`, revision);
    if (usados?.has(clave(dato.id)))
      f.poner("AJU-02", "identificador", `${ruta}/${k}/id`, { lugar, id: dato.id });
    usados?.add(clave(dato.id));
  });
};

const POR_COMPONENTE: Readonly<Record<Componente, Revisor>> = {
  texto: texto("el texto del objetivo"),
  indicador: indicador("del indicador"),
  descripcion: texto("la descripción de la actividad"),
  plazos,
  areasResponsables: areas,
  poblacionObjetivo: texto("la población objetivo"),
  tramites: lista("los trámites"),
  indicadoresDesempeno: indicadores,
  sistemasRespaldo: texto("los sistemas de respaldo y reportabilidad"),
  priorizacion: texto("la priorización"),
  costos,
  objetivoEspecifico: vinculo,
};

const COMPONENTES_DE_UN_CAMPO = [
  "descripcion",
  "plazos",
  "poblacionObjetivo",
  "tramites",
  "indicadoresDesempeno",
  "sistemasRespaldo",
  "priorizacion",
  "costos",
  "objetivoEspecifico",
] as const;

const POR_TIPO: Readonly<Record<TipoElemento, Revisor>> = {
  objetivoEspecifico: (contenido, ruta, revision) => {
    texto("la descripción del objetivo")(
      (contenido as ObjetivoEspecifico).descripcion,
      `${ruta}/descripcion`,
      revision,
    );
  },
  indicadorSatisfaccion: indicador("del indicador"),
  actividad: (contenido, ruta, revision) => {
    const actividad = contenido as Actividad;
    for (const campo of COMPONENTES_DE_UN_CAMPO)
      POR_COMPONENTE[campo](actividad[campo], `${ruta}/${campo}`, revision);
    areas(actividad, ruta, revision);
  },
};

function revisorDe({ ajuste }: AjusteLeido): Revisor | null {
  if (ajuste.decision === "incorpora")
    return Object.hasOwn(TIPOS_ELEMENTO, ajuste.tipo ?? "") ? POR_TIPO[ajuste.tipo as TipoElemento] : null;
  return Object.hasOwn(NOMBRES_COMPONENTE, ajuste.componente ?? "")
    ? POR_COMPONENTE[ajuste.componente as Componente]
    : null;
}

/** Identifiers of the plan in force that do not come from an indicator of new content. */
function identificadoresFijos({ plan, ajustes, elementos }: Aplicacion): Set<string> {
  const fijos = new Set([OBJETIVO_GENERAL]);
  const reemplazados = new Set(
    ajustes
      .filter(
        ({ aplicado, ajuste, componente }) =>
          aplicado && ajuste.decision === "modifica" && componente === "indicadoresDesempeno",
      )
      .map(({ ajuste }) => clave(ajuste.elemento)),
  );
  const originales = new Set(elementos.map((elemento) => elemento.clave));
  for (const { id } of plan?.objetivosEspecificos ?? []) fijos.add(clave(id));
  for (const { id } of plan?.indicadoresSatisfaccion ?? []) fijos.add(clave(id));
  for (const { id, indicadoresDesempeno } of plan?.actividades ?? []) {
    fijos.add(clave(id));
    if (originales.has(clave(id)) && !reemplazados.has(clave(id)))
      for (const propio of indicadoresDesempeno ?? []) fijos.add(clave(propio.id));
  }
  return fijos;
}

/** Reports AJU-02 and returns the positions of the adjustments whose content is missing or not valid. */
export function evaluarContenidos(
  { aplicacion, objetivos }: Contexto,
  f: Recolector,
  nombrarAjuste: (leido: AjusteLeido) => string,
): ReadonlySet<number> {
  const usados = identificadoresFijos(aplicacion);
  const invalidos = new Set<number>();
  for (const leido of aplicacion.ajustes) {
    const { ajuste, indice, aplicado } = leido;
    if (ajuste.decision !== "modifica" && ajuste.decision !== "incorpora") continue;
    const antes = f.faltas.length;
    const ruta = `/ajustes/${indice}/contenido`;
    const lugar = () => nombrarAjuste(leido);
    if (vacio(ajuste.contenido)) f.poner("AJU-02", "falta", ruta, { lugar });
    else
      revisorDe(leido)?.(ajuste.contenido, ruta, { f, lugar, objetivos, usados: aplicado ? usados : null });
    if (f.faltas.length > antes) invalidos.add(indice);
  }
  return invalidos;
}
