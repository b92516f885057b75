import {
  COMPONENTES_DIFICULTAD,
  type ComponenteDificultad,
  OBJETIVO_GENERAL,
  TIPOS_DIFICULTAD,
} from "@/lib/guia/e3-2025/valores";
import { nombrar } from "../elementos";
import type { DificultadHolgura } from "../formato";
import { abreviar, clave, nombreEn, vacio } from "../texto";
import type { Contexto } from "./contexto";
import type { Cumplimiento } from "./cumplimiento";
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

/** In which component of the plan an element stands; null when it is not in the plan in force. */
function componenteDe(llave: string, contexto: Contexto): ComponenteDificultad | null {
  if (llave === OBJETIVO_GENERAL) return null;
  if (contexto.objetivos.has(llave)) return "objetivos";
  if (contexto.actividades.has(llave)) return "actividades";
  if (contexto.desempeno.has(llave)) return "indicadoresDesempeno";
  return contexto.satisfaccion.has(llave) ? "indicadoresSatisfaccion" : null;
}

function nombrarElemento(llave: string, contexto: Contexto): string {
  const elemento = contexto.objetivos.get(llave) ?? contexto.actividades.get(llave);
  const indicador = contexto.desempeno.get(llave) ?? contexto.satisfaccion.get(llave);
  return elemento ? nombrar(elemento) : (indicador?.nombre ?? llave);
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
    const suyo = componenteDe(clave(id), contexto);
    if (!suyo) f.poner("DYH-05", "ajeno", `${ruta}/elementos/${j}`, { lugar, id: abreviar(id, 30) });
    else if (seSabeLoMarcado && !marcados.includes(suyo))
      f.poner("DYH-05", "sinMarcar", `${ruta}/elementos/${j}`, {
        lugar,
        elemento: nombrarElemento(clave(id), contexto),
        componente: COMPONENTES_DIFICULTAD[suyo],
      });
  });
}

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
  const avisar = (id: string, variante: "actividad" | "meta") => {
    if (citados.has(clave(id))) return;
    f.poner("DYH-07", variante, LISTA, { lugar: nombrarElemento(clave(id), contexto) }, { elemento: id });
  };
  const sinAlcanzar = new Set(
    [...cumplimiento.satisfaccion.detalle, ...cumplimiento.desempeno.detalle]
      .filter(({ estado }) => estado === "noAlcanzada")
      .map(({ indicador }) => clave(indicador)),
  );
  for (const [llave, { indicador }] of contexto.satisfaccion)
    if (sinAlcanzar.has(llave)) avisar(indicador.id, "meta");
  for (const { actividad, estado } of cumplimiento.actividades.detalle) {
    if (estado === "noCumplida") avisar(actividad, "actividad");
    for (const { id } of contexto.actividades.get(clave(actividad))?.dato.indicadoresDesempeno ?? [])
      if (sinAlcanzar.has(clave(id))) avisar(id, "meta");
  }
}
