import {
  COMPONENTES_DIFICULTAD,
  type ComponenteDificultad,
  TIPOS_DIFICULTAD,
} from "@/lib/guia/e3-2025/valores";
import { nombrar } from "../elementos";
import type { DificultadHolgura } from "../formato";
import { abreviar, clave, nombreEn, vacio } from "../texto";
import type { Contexto, IndicadorVigente } from "./contexto";
import type { Cumplimiento, CumplimientoMetas } from "./cumplimiento";
import type { Recolector } from "./recolector";

const LISTA = "/informe/dificultadesHolguras";

/** DYH and INF: difficulties and slacks, and the follow-up of the report. */
export function evaluarCierre(contexto: Contexto, cumplimiento: Cumplimiento, f: Recolector): void {
  const informe = contexto.expediente.informe;
  const lista = informe?.dificultadesHolguras ?? [];
  lista.forEach((dato, k) => {
    evaluarDificultad(dato, k, contexto, f);
  });
  if (lista.length === 0 && vacio(informe?.sinDificultadesNiHolguras)) f.poner("DYH-06", "falta", LISTA);
  else evaluarPresencia(lista, contexto, cumplimiento, f);
  for (const [campo, nombre] of SEGUIMIENTO)
    if (vacio(informe?.seguimiento?.[campo]))
      f.poner("INF-01", "falta", `/informe/seguimiento/${campo}`, { campo: nombre });
}

const SEGUIMIENTO = [
  ["avances", "los avances"],
  ["desafios", "los desafíos"],
  ["resultados", "los resultados"],
  ["leccionesAprendidas", "las lecciones aprendidas"],
] as const;

/** In which components of the plan in force an element stands: `OG` is in none. */
function componentesDe(llave: string, contexto: Contexto): ComponenteDificultad[] {
  return COMPONENTES.filter((componente) => contexto[EN_CONTEXTO[componente]].has(llave));
}

const COMPONENTES = Object.keys(COMPONENTES_DIFICULTAD) as ComponenteDificultad[];

const EN_CONTEXTO = {
  objetivos: "objetivos",
  actividades: "actividades",
  indicadoresDesempeno: "desempeno",
  indicadoresSatisfaccion: "satisfaccion",
} as const satisfies Readonly<Record<ComponenteDificultad, keyof Contexto>>;

/** The name of what has an identifier in a component. */
function nombrarEn(componente: ComponenteDificultad, llave: string, contexto: Contexto): string {
  const suyo = contexto[EN_CONTEXTO[componente]].get(llave);
  if (!suyo) return llave;
  return "nombre" in suyo ? suyo.nombre : nombrar(suyo);
}

function evaluarDificultad(dato: DificultadHolgura, k: number, contexto: Contexto, f: Recolector): void {
  const ruta = `${LISTA}/${k}`;
  const tipo = nombreEn(TIPOS_DIFICULTAD, dato.tipo);
  const titulo = `${tipo ?? "Dificultad u holgura"} ${k + 1}`;
  const lugar = () => (vacio(dato.descripcion) ? titulo : `${titulo} (${abreviar(dato.descripcion)})`);
  if (vacio(dato.tipo)) f.poner("DYH-01", "falta", `${ruta}/tipo`, { lugar });
  else if (!Object.hasOwn(TIPOS_DIFICULTAD, dato.tipo as string))
    f.poner("DYH-01", "ajeno", `${ruta}/tipo`, { lugar, tipo: abreviar(dato.tipo, 30) });
  if (vacio(dato.descripcion)) f.poner("DYH-02", "falta", `${ruta}/descripcion`, { lugar });
  if (vacio(dato.factoresInternos) && vacio(dato.factoresExternos))
    f.poner("DYH-03", "falta", ruta, { lugar });

  const marcados = dato.componentes ?? [];
  const ajenos = marcados.filter((componente) => !Object.hasOwn(COMPONENTES_DIFICULTAD, componente));
  if (marcados.length === 0) f.poner("DYH-04", "falta", `${ruta}/componentes`, { lugar });
  marcados.forEach((componente, j) => {
    if (ajenos.includes(componente))
      f.poner("DYH-04", "ajeno", `${ruta}/componentes/${j}`, { lugar, componente: abreviar(componente, 30) });
  });
  // With nothing well marked, only whether the element exists can be told.
  const seSabeLoMarcado = marcados.length > 0 && ajenos.length === 0;
  dato.elementos?.forEach((id, j) => {
    // A faulty plan may give one identifier to two kinds (PLAN-03): the citation may mean either.
    const suyos = componentesDe(clave(id), contexto);
    const [suyo] = suyos;
    if (!suyo) f.poner("DYH-05", "ajeno", `${ruta}/elementos/${j}`, { lugar, id: abreviar(id, 30) });
    else if (seSabeLoMarcado && !suyos.some((uno) => marcados.includes(uno)))
      f.poner("DYH-05", "sinMarcar", `${ruta}/elementos/${j}`, {
        lugar,
        elemento: () => nombrarEn(suyo, clave(id), contexto),
        componente: COMPONENTES_DIFICULTAD[suyo],
      });
  });
}

type Vigentes = ReadonlyMap<string, IndicadorVigente>;

/** DYH-07: what went wrong, by what is already answered, should be explained by some difficulty. */
function evaluarPresencia(
  lista: readonly DificultadHolgura[],
  contexto: Contexto,
  cumplimiento: Cumplimiento,
  f: Recolector,
): void {
  const citados = new Set(
    lista
      .filter(({ tipo }) => tipo === "dificultad")
      .flatMap(({ elementos }) => (elementos ?? []).map(clave)),
  );
  const avisar = (id: string, variante: "actividad" | "meta", lugar: () => string) => {
    if (!citados.has(clave(id))) f.poner("DYH-07", variante, LISTA, { lugar }, { elemento: id });
  };
  const sinAlcanzar = ({ detalle }: CumplimientoMetas) =>
    new Set(
      detalle.filter(({ estado }) => estado === "noAlcanzada").map(({ indicador }) => clave(indicador)),
    );
  // Each is told once, where it is first found: an identifier may be repeated (PLAN-03).
  const metas = (indicadores: Iterable<string>, faltan: Set<string>, vigentes: Vigentes) => {
    for (const llave of indicadores) {
      const vigente = faltan.delete(llave) ? vigentes.get(llave) : undefined;
      if (vigente) avisar(vigente.indicador.id, "meta", () => vigente.nombre);
    }
  };
  metas(contexto.satisfaccion.keys(), sinAlcanzar(cumplimiento.satisfaccion), contexto.satisfaccion);
  const faltan = sinAlcanzar(cumplimiento.desempeno);
  const noCumplidas = new Set(
    cumplimiento.actividades.detalle
      .filter(({ estado }) => estado === "noCumplida")
      .map(({ actividad }) => clave(actividad)),
  );
  for (const { id, indicadoresDesempeno } of contexto.vigente?.actividades ?? []) {
    const actividad = noCumplidas.delete(clave(id)) ? contexto.actividades.get(clave(id)) : undefined;
    if (actividad) avisar(actividad.id, "actividad", () => nombrar(actividad));
    metas(
      (indicadoresDesempeno ?? []).map((uno) => clave(uno.id)),
      faltan,
      contexto.desempeno,
    );
  }
}
