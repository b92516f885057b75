import type { Falta } from "@/lib/expediente/falta";
import type { Expediente } from "@/lib/expediente/formato";
import { OBJETIVO_GENERAL } from "@/lib/guia/e3-2025/valores";
import { escribirLugar, type NombreGrupo } from "./campo";
import { fragmentoDe } from "./fragmento";

/** What a destination is computed from: a fault as `evaluar` gives it, or any place of the expediente. */
type Senal = {
  readonly ruta: string;
  readonly elemento?: string | undefined;
  readonly componente?: string | undefined;
};

/** A place of the institution's screens. */
export type Destino = {
  /** The path after `/institucion/CODIGO`. */
  readonly camino: string;
  /** Id of the field, or of the card that holds it; null when it is the whole page. */
  readonly id: string | null;
  /** The field inside the card, whose own id only the page knows. */
  readonly campo?: string | undefined;
};

const pagina = (camino: string, id: string | null = null, campo?: string): Destino => ({ camino, id, campo });

const destino = (camino: string, grupo: NombreGrupo, clave: readonly string[], campo: string): Destino =>
  pagina(camino, escribirLugar({ grupo, clave, campo }));

/**
 * Where in the institution's screens a fault is mended.
 * @param senal JSON Pointer of the fault, with `elemento` and `componente` when it brings them.
 * @param expediente the one that was evaluated: indices of the pointer are read in it.
 */
export function destinoDeFalta(senal: Senal, expediente: Expediente): Destino {
  const partes = senal.ruta
    .split("/")
    .slice(1)
    .map((parte) => parte.replaceAll("~1", "/").replaceAll("~0", "~"));
  const raiz = partes[0];
  const seccion = raiz !== undefined && Object.hasOwn(SECCIONES, raiz) ? SECCIONES[raiz] : undefined;
  return seccion ? seccion(partes.slice(1), senal, expediente) : pagina("/plan");
}

/** The same as the link to it, for an institution's code. */
export function enlaceDeFalta(codigo: string, senal: Senal, expediente: Expediente): string {
  const { camino, id, campo } = destinoDeFalta(senal, expediente);
  const fragmento = id === null ? "" : fragmentoDe(campo === undefined ? id : `${id}/${campo}`);
  return `/institucion/${codigo}${camino}${fragmento}`;
}

/** A fault as a list says it: the message is the link to where it is mended. */
export type FaltaConDestino = Pick<Falta, "nivel" | "mensaje"> & {
  readonly clave: string;
  readonly href: string;
};

/** Faults of an expediente with the way to their fields, for an institution's code. */
export function conDestino(
  faltas: readonly Falta[],
  expediente: Expediente,
  codigo: string,
): FaltaConDestino[] {
  return faltas.map((falta) => ({
    clave: `${falta.regla} ${falta.ruta} ${falta.elemento ?? ""} ${falta.componente ?? ""} ${falta.mensaje}`,
    nivel: falta.nivel,
    mensaje: falta.mensaje,
    href: enlaceDeFalta(codigo, falta, expediente),
  }));
}

type Seccion = (partes: readonly string[], senal: Senal, expediente: Expediente) => Destino;

const SECCIONES: Readonly<Record<string, Seccion>> = {
  planOriginal: dePlanOriginal,
  ajustes: deAjuste,
  prorroga: () => pagina("/plan"),
  aprobacionPlan: () => pagina("/comite/plan"),
  aprobacionInforme: () => pagina("/comite/informe"),
  informe: deInforme,
  difusion: deDifusion,
};

/** Where the decision about a part of the plan of 2024 is taken. */
function dePlanOriginal(
  [lista, indice, componente]: readonly string[],
  _senal: Senal,
  { planOriginal }: Expediente,
): Destino {
  if (lista === "objetivoGeneral") return pagina(`/plan/${OBJETIVO_GENERAL}`);
  if (lista !== "objetivosEspecificos" && lista !== "indicadoresSatisfaccion" && lista !== "actividades")
    return pagina("/plan");
  const id = indice === undefined ? undefined : planOriginal?.[lista]?.[Number(indice)]?.id;
  if (id === undefined) return pagina("/plan");
  const camino = `/plan/${encodeURIComponent(id)}`;
  return lista === "actividades" && componente !== undefined
    ? pagina(camino, `componente-${componente === "participantes" ? "areasResponsables" : componente}`)
    : pagina(camino);
}

function deAjuste([indice, campo]: readonly string[], senal: Senal, expediente: Expediente): Destino {
  const ajuste = indice === undefined ? undefined : expediente.ajustes?.[Number(indice)];
  const elemento = ajuste?.elemento ?? senal.elemento;
  if (elemento === undefined) return pagina("/plan");
  const camino = `/plan/${encodeURIComponent(elemento)}`;
  const componente = ajuste?.componente ?? senal.componente ?? "";
  // What is kept has no content to write: one lands on the card of its decision.
  if (ajuste?.decision === "mantiene" && componente !== "") return pagina(camino, `componente-${componente}`);
  return destino(camino, "ajuste", [elemento, componente], campo ?? "contenido");
}

function deInforme(
  [lista, indice, campo, j, subcampo]: readonly string[],
  senal: Senal,
  expediente: Expediente,
): Destino {
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
      if (actividad === undefined) return pagina("/informe");
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
      if (indicador === undefined) return pagina("/informe/indicadores");
      const camino = `/informe/indicador/${encodeURIComponent(indicador)}`;
      return destino(camino, "indicador", [indicador], campo ?? "medido");
    }
    case "dificultadesHolguras":
      return indice === undefined
        ? pagina("/informe/dificultades")
        : pagina("/informe/dificultades", `dificultad-${k + 1}`, campo);
    default:
      return pagina("/informe");
  }
}

/** Fields of the COSOC's documents, by their place in the format. */
const DEL_COSOC: Readonly<Record<string, string>> = {
  "actoAdministrativo/fecha": "actoFecha",
  "actoAdministrativo/vigenciaDesde": "actoVigenciaDesde",
  "actoAdministrativo/vigenciaHasta": "actoVigenciaHasta",
  "dictamen/fecha": "dictamenFecha",
};

/** The button that adds an instance, where the lack of any is mended. */
export const ID_AGREGAR_INSTANCIA = "agregar-instancia";

function deDifusion([parte, indice, campo]: readonly string[]): Destino {
  switch (parte) {
    case "instancias":
      return indice === undefined
        ? pagina("/difusion", ID_AGREGAR_INSTANCIA)
        : pagina(
            "/difusion",
            `instancia-${Number(indice) + 1}`,
            campo === "copiaMedio" ? "copia_medio" : campo,
          );
    case "destinatarios":
      return pagina("/difusion/destinatarios");
    case "cosoc": {
      const propio = DEL_COSOC[`${indice}/${campo}`];
      if (propio !== undefined) return destino("/difusion", "difusion", [], propio);
      return indice === "homologado" || indice === undefined
        ? destino("/difusion", "difusion", [], "homologado")
        : pagina("/difusion", "cosoc", indice === "dictamen" ? "dictamen" : "acto");
    }
    default:
      return pagina("/difusion");
  }
}
