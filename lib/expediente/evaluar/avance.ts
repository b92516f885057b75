import { REGLA_POR_CODIGO, type SeccionTrabajo } from "@/lib/guia/e3-2025/reglas";
import { SECCIONES } from "@/lib/guia/e3-2025/secciones";
import type { Falta } from "../falta";
import { clave, vacio } from "../texto";
import type { Contexto } from "./contexto";

/** How far each section is, in counts that a task list and a dashboard show. */
export interface AvanceSeccion {
  readonly seccion: SeccionTrabajo;
  readonly titulo: string;
  /** Units of work of the section (components to decide, activities to report…). */
  readonly total: number;
  /** Units without any error. */
  readonly hechos: number;
  readonly faltan: number;
  readonly errores: number;
  readonly avisos: number;
  readonly estado: "sinIniciar" | "enCurso" | "lista";
}

/** The units of a section, as keys, and whether any was begun. */
interface Unidades {
  readonly total: number;
  /** Written out only when some has to be told from the others. */
  readonly todas: () => readonly string[];
  readonly iniciada: boolean;
}

const porIndice = (ruta: string, lista: string) => `${lista}/${ruta.slice(lista.length + 1).split("/")[0]}`;

function unidadesDe(seccion: SeccionTrabajo, contexto: Contexto): Unidades {
  const { expediente, aplicacion } = contexto;
  const { informe, difusion } = expediente;
  const lista = (claves: readonly string[], iniciada: boolean): Unidades => ({
    total: claves.length,
    todas: () => claves,
    iniciada,
  });
  switch (seccion) {
    case "plan":
      return lista(
        aplicacion.elementos.map(({ ruta }) => `/planOriginal${ruta}`),
        aplicacion.elementos.length > 0,
      );
    case "ajustes": {
      const nuevos = aplicacion.ajustes.filter(({ elemento }) => !elemento);
      return {
        total: aplicacion.elementos.reduce(
          (suma, { componentes }) => suma + componentes.length,
          nuevos.length,
        ),
        todas: () => [
          ...aplicacion.elementos.flatMap((e) => e.componentes.map((c) => `${e.clave}|${c}`)),
          ...nuevos.map(({ indice }) => `/ajustes/${indice}`),
        ],
        iniciada: aplicacion.ajustes.length > 0,
      };
    }
    case "aprobacionPlan":
      return lista(["/aprobacionPlan"], Boolean(expediente.aprobacionPlan));
    case "aprobacionInforme":
      return lista(["/aprobacionInforme"], Boolean(expediente.aprobacionInforme));
    case "ejecucion":
      return lista([...contexto.actividades.keys()], Boolean(informe?.actividades?.length));
    case "desempeno":
      return lista([...contexto.desempeno.keys()], Boolean(informe?.indicadoresDesempeno?.length));
    case "satisfaccion":
      return lista([...contexto.satisfaccion.keys()], Boolean(informe?.indicadoresSatisfaccion?.length));
    case "dificultades": {
      const base = "/informe/dificultadesHolguras";
      const suyas = informe?.dificultadesHolguras ?? [];
      return lista(
        suyas.length ? suyas.map((_, k) => `${base}/${k}`) : [base],
        suyas.length > 0 || !vacio(informe?.sinDificultadesNiHolguras),
      );
    }
    case "seguimiento":
      return lista(
        ["avances", "desafios", "resultados", "leccionesAprendidas"].map((c) => `/informe/seguimiento/${c}`),
        Object.values(informe?.seguimiento ?? {}).some((texto) => !vacio(texto)),
      );
    case "difusion": {
      const suyas = difusion?.instancias ?? [];
      const base = "/difusion/instancias";
      return lista(
        [
          ...(suyas.length ? suyas.map((_, i) => `${base}/${i}`) : [base]),
          "/difusion/destinatarios",
          "/difusion/cosoc",
        ],
        Boolean(difusion),
      );
    }
  }
}

/** The units of its section that a fault leaves undone. */
function afectadas(falta: Falta, seccion: SeccionTrabajo, contexto: Contexto): string[] {
  const { informe } = contexto.expediente;
  const posicion = (lista: string) => Number(falta.ruta.slice(lista.length + 1).split("/")[0]);
  const delResultado = (lista: string, ids: readonly string[]) =>
    falta.elemento !== undefined && falta.ruta === lista
      ? [clave(falta.elemento)]
      : [clave(ids[posicion(lista)])];
  switch (seccion) {
    case "plan":
      return [falta.ruta.split("/").slice(0, 4).join("/")];
    case "ajustes": {
      if (falta.ruta === "/ajustes") return [`${clave(falta.elemento)}|${falta.componente}`];
      const leido = contexto.aplicacion.ajustes[posicion("/ajustes")];
      if (!leido?.elemento) return [porIndice(falta.ruta, "/ajustes")];
      const { elemento, componente } = leido;
      return (componente ? [componente] : elemento.componentes).map((c) => `${elemento.clave}|${c}`);
    }
    case "ejecucion":
      return delResultado("/informe/actividades", informe?.actividades?.map((r) => r.actividad) ?? []);
    case "desempeno":
      return delResultado(
        "/informe/indicadoresDesempeno",
        informe?.indicadoresDesempeno?.map((r) => r.indicador) ?? [],
      );
    case "satisfaccion":
      return delResultado(
        "/informe/indicadoresSatisfaccion",
        informe?.indicadoresSatisfaccion?.map((r) => r.indicador) ?? [],
      );
    case "dificultades":
      return [falta.ruta.split("/").slice(0, 4).join("/")];
    case "difusion":
      return [
        falta.ruta
          .split("/")
          .slice(0, falta.ruta.startsWith("/difusion/instancias") ? 4 : 3)
          .join("/"),
      ];
    case "seguimiento":
      return [falta.ruta];
    default:
      return [`/${falta.ruta.split("/")[1]}`];
  }
}

/** The progress of each section, in the order of the work. */
export function calcularAvance(faltas: readonly Falta[], contexto: Contexto): AvanceSeccion[] {
  return SECCIONES.map(({ id, titulo }) => {
    const suyas = faltas.filter(({ regla }) => regla !== "FORMATO" && REGLA_POR_CODIGO[regla].seccion === id);
    const errores = suyas.filter(({ nivel }) => nivel === "error");
    const { total, todas, iniciada } = unidadesDe(id, contexto);
    const conError = new Set(errores.flatMap((falta) => afectadas(falta, id, contexto)));
    const sinError = () => todas().filter((unidad) => !conError.has(unidad)).length;
    const hechos = conError.size === 0 ? total : iniciada ? sinError() : 0;
    return {
      seccion: id,
      titulo,
      total,
      hechos,
      faltan: total - hechos,
      errores: errores.length,
      avisos: suyas.length - errores.length,
      estado: errores.length === 0 ? "lista" : iniciada ? "enCurso" : "sinIniciar",
    };
  });
}
