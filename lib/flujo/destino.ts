import type { Expediente } from "@/lib/expediente/formato";
import { OBJETIVO_GENERAL } from "@/lib/guia/e3-2025/valores";
import { escribirLugar, type NombreGrupo } from "./campo";

/** What a destination is computed from: a fault as `evaluar` gives it, or any place of the expediente. */
type Senal = {
  readonly ruta: string;
  readonly elemento?: string | undefined;
  readonly componente?: string | undefined;
};

const destino = (
  camino: string,
  grupo?: NombreGrupo,
  clave: readonly string[] = [],
  campo?: string,
): string => (grupo && campo ? `${camino}#${escribirLugar({ grupo, clave, campo })}` : camino);

/**
 * Where in the institution's screens a fault is mended.
 * @param senal JSON Pointer of the fault, with `elemento` and `componente` when it brings them.
 * @param expediente the one that was evaluated: indices of the pointer are read in it.
 * @returns the path after `/institucion/CODIGO`, with the id of the field as its fragment when there is one.
 */
export function destinoDeFalta(senal: Senal, expediente: Expediente): string {
  const partes = senal.ruta
    .split("/")
    .slice(1)
    .map((parte) => parte.replaceAll("~1", "/").replaceAll("~0", "~"));
  const raiz = partes[0];
  const seccion = raiz !== undefined && Object.hasOwn(SECCIONES, raiz) ? SECCIONES[raiz] : undefined;
  return seccion ? seccion(partes.slice(1), senal, expediente) : "/plan";
}

type Seccion = (partes: readonly string[], senal: Senal, expediente: Expediente) => string;

const SECCIONES: Readonly<Record<string, Seccion>> = {
  planOriginal: dePlanOriginal,
  ajustes: deAjuste,
  prorroga: () => "/plan",
  aprobacionPlan: () => "/comite/plan",
  aprobacionInforme: () => "/comite/informe",
  informe: deInforme,
  difusion: deDifusion,
};

/** Where the decision about a part of the plan of 2024 is taken. */
function dePlanOriginal(
  [lista, indice, componente]: readonly string[],
  _senal: Senal,
  { planOriginal }: Expediente,
): string {
  if (lista === "objetivoGeneral") return `/plan/${OBJETIVO_GENERAL}`;
  if (lista !== "objetivosEspecificos" && lista !== "indicadoresSatisfaccion" && lista !== "actividades")
    return "/plan";
  const id = indice === undefined ? undefined : planOriginal?.[lista]?.[Number(indice)]?.id;
  if (id === undefined) return "/plan";
  const camino = `/plan/${encodeURIComponent(id)}`;
  return lista === "actividades" && componente !== undefined
    ? `${camino}#componente-${componente === "participantes" ? "areasResponsables" : componente}`
    : camino;
}

function deAjuste([indice, campo]: readonly string[], senal: Senal, expediente: Expediente): string {
  const ajuste = indice === undefined ? undefined : expediente.ajustes?.[Number(indice)];
  const elemento = ajuste?.elemento ?? senal.elemento;
  if (elemento === undefined) return "/plan";
  const camino = `/plan/${encodeURIComponent(elemento)}`;
  const componente = ajuste?.componente ?? senal.componente ?? "";
  // What is kept has no content to write: one lands on the card of its decision.
  if (ajuste?.decision === "mantiene" && componente !== "") return `${camino}#componente-${componente}`;
  return destino(camino, "ajuste", [elemento, componente], campo ?? "contenido");
}

function deInforme(
  [lista, indice, campo, j, subcampo]: readonly string[],
  senal: Senal,
  expediente: Expediente,
): string {
  const informe = expediente.informe;
  const k = Number(indice);
  switch (lista) {
    case "seguimiento":
      return destino("/informe/seguimiento", "informe", [], indice ?? "avances");
    case "sinDificultadesNiHolguras":
      return destino("/informe/dificultades", "informe", [], "sinDificultadesNiHolguras");
    case "actividades": {
      const actividad =
        (indice === undefined ? undefined : informe?.actividades?.[k]?.actividad) ?? senal.elemento;
      if (actividad === undefined) return "/informe";
      const camino = `/informe/actividad/${encodeURIComponent(actividad)}`;
      if (campo === "medioVerificacion") {
        const medio = j === "formatos" ? "medioFormatos" : "medioDescripcion";
        return destino(camino, "actividad", [actividad], medio);
      }
      const resultado = informe?.actividades?.[k];
      if (campo === "tramites") {
        const tramite =
          (j === undefined ? undefined : resultado?.tramites?.[Number(j)]?.tramite) ?? senal.elemento;
        return destino(camino, "tramite", [actividad, tramite ?? ""], subcampo ?? "vinculado");
      }
      if (campo === "componentes") {
        const componente =
          (j === undefined ? undefined : resultado?.componentes?.[Number(j)]?.componente) ?? senal.componente;
        return destino(camino, "componente", [actividad, componente ?? ""], subcampo ?? "modificado");
      }
      return destino(camino, "actividad", [actividad], campo ?? "ejecutadaSegunDescripcion");
    }
    case "indicadoresDesempeno":
    case "indicadoresSatisfaccion": {
      const indicador =
        (indice === undefined ? undefined : informe?.[lista]?.[k]?.indicador) ?? senal.elemento;
      if (indicador === undefined) return "/informe/indicadores";
      const camino = `/informe/indicador/${encodeURIComponent(indicador)}`;
      return destino(camino, "indicador", [indicador], campo ?? "medido");
    }
    case "dificultadesHolguras":
      return indice === undefined ? "/informe/dificultades" : `/informe/dificultades#dificultad-${k + 1}`;
    default:
      return "/informe";
  }
}

/** Fields of the COSOC's documents, by their place in the format. */
const DEL_COSOC: Readonly<Record<string, string>> = {
  "actoAdministrativo/fecha": "actoFecha",
  "actoAdministrativo/vigenciaDesde": "actoVigenciaDesde",
  "actoAdministrativo/vigenciaHasta": "actoVigenciaHasta",
  "dictamen/fecha": "dictamenFecha",
};

function deDifusion([parte, indice, campo]: readonly string[]): string {
  switch (parte) {
    case "instancias":
      return indice === undefined ? "/difusion" : `/difusion#instancia-${Number(indice) + 1}`;
    case "destinatarios":
      return "/difusion/destinatarios";
    case "cosoc": {
      const propio = DEL_COSOC[`${indice}/${campo}`];
      if (propio !== undefined) return destino("/difusion", "difusion", [], propio);
      return indice === "homologado" || indice === undefined
        ? destino("/difusion", "difusion", [], "homologado")
        : "/difusion#cosoc";
    }
    default:
      return "/difusion";
  }
}
