import { diffWordsWithSpace } from "diff";
import { type Componente, NOMBRES_COMPONENTE } from "@/lib/guia/e3-2025/valores";
import { describirContenido } from "./describir";
import { contenidoDe, type ElementoPlan, elementosDe, nombrar } from "./elementos";
import type { Plan } from "./formato";
import { puntero } from "./orden";
import { iguales } from "./texto";

/** Differences: between two plans, by component; between two versions of anything, by field; inside texts, by word. */

export interface Tramo {
  readonly tipo: "igual" | "quitado" | "agregado";
  readonly texto: string;
}

/** Beyond this many edits two texts are different texts, and finding the words in common would only hold the reader. */
const EDICIONES_MAXIMAS = 2000;

/** The stretches that two texts share and those that only one has, by word. Joined, they give back each text. */
export function compararTextos(antes: string, despues: string): Tramo[] {
  const cambios = diffWordsWithSpace(antes, despues, { maxEditLength: EDICIONES_MAXIMAS });
  const tramos: Tramo[] = cambios
    ? cambios.map(({ added, removed, value }) => ({
        tipo: added ? "agregado" : removed ? "quitado" : "igual",
        texto: value,
      }))
    : [
        { tipo: "quitado", texto: antes },
        { tipo: "agregado", texto: despues },
      ];
  return tramos.filter(({ texto }) => texto !== "");
}

export type EstadoDiferencia = "igual" | "modificado" | "incorporado" | "eliminado";

export interface DiferenciaComponente {
  readonly componente: Componente;
  readonly nombre: string;
  readonly estado: EstadoDiferencia;
  /** The content in words, before and after ("" when there is none). */
  readonly antes: string;
  readonly despues: string;
  readonly tramos: readonly Tramo[];
}

export interface DiferenciaElemento {
  readonly elemento: string;
  readonly tipo: ElementoPlan["tipo"];
  readonly nombre: string;
  readonly estado: EstadoDiferencia;
  readonly componentes: readonly DiferenciaComponente[];
}

/** The components compared: those on which one decides, and an activity's link to its objective. */
function componentesDe({ tipo, componentes }: ElementoPlan): readonly Componente[] {
  return tipo === "actividad" ? ["objetivoEspecifico", ...componentes] : componentes;
}

function compararElemento(
  antes: ElementoPlan | undefined,
  despues: ElementoPlan | undefined,
): DiferenciaElemento | null {
  const presente = despues ?? antes;
  if (!presente) return null;
  const componentes = componentesDe(presente).map((componente): DiferenciaComponente => {
    const [uno, otro] = [
      antes && contenidoDe(antes, componente),
      despues && contenidoDe(despues, componente),
    ];
    const estado = !antes
      ? "incorporado"
      : !despues
        ? "eliminado"
        : iguales(uno, otro)
          ? "igual"
          : "modificado";
    const [textoAntes, textoDespues] = [
      describirContenido(componente, uno),
      describirContenido(componente, otro),
    ];
    return {
      componente,
      nombre: NOMBRES_COMPONENTE[componente],
      estado,
      antes: textoAntes,
      despues: textoDespues,
      tramos:
        estado === "igual"
          ? [{ tipo: "igual", texto: textoDespues }]
          : compararTextos(textoAntes, textoDespues),
    };
  });
  const estado = !antes
    ? "incorporado"
    : !despues
      ? "eliminado"
      : componentes.every((componente) => componente.estado === "igual")
        ? "igual"
        : "modificado";
  return { elemento: presente.id, tipo: presente.tipo, nombre: nombrar(presente), estado, componentes };
}

/** The elements of a plan under a key of their own, even when a faulty plan repeats an identifier. */
function porLlave(plan: Plan | null | undefined): Map<string, ElementoPlan> {
  const mapa = new Map<string, ElementoPlan>();
  for (const elemento of elementosDe(plan)) {
    let vez = 0;
    while (mapa.has(`${elemento.tipo}|${elemento.clave}|${vez}`)) vez++;
    mapa.set(`${elemento.tipo}|${elemento.clave}|${vez}`, elemento);
  }
  return mapa;
}

/** Two plans side by side, element by element: those of `a` in its order, then what `b` adds. */
export function comparar(a: Plan | null | undefined, b: Plan | null | undefined): DiferenciaElemento[] {
  const [antes, despues] = [porLlave(a), porLlave(b)];
  return [...new Set([...antes.keys(), ...despues.keys()])]
    .map((llave) => compararElemento(antes.get(llave), despues.get(llave)))
    .filter((diferencia) => diferencia !== null);
}

export interface DiferenciaCampo {
  /** JSON Pointer into the later version; into the earlier one when the field is gone. */
  readonly ruta: string;
  readonly antes: unknown;
  readonly despues: unknown;
  /** By word, when both are texts. */
  readonly tramos?: readonly Tramo[];
}

/** The keys that say which element of a list is which. */
const IDENTIDAD = ["id", "elemento", "actividad", "indicador", "tramite"] as const;

function identidad(dato: unknown): string | null {
  if (typeof dato !== "object" || dato === null) return null;
  const objeto = dato as Record<string, unknown>;
  const llave = IDENTIDAD.find((candidata) => typeof objeto[candidata] === "string");
  if (llave) return JSON.stringify([objeto[llave], objeto.componente]);
  return typeof objeto.componente === "string" ? JSON.stringify(objeto.componente) : null;
}

function emparejar(antes: readonly unknown[], despues: readonly unknown[]): [number | null, number | null][] {
  const [unos, otros] = [antes.map(identidad), despues.map(identidad)];
  if ([...unos, ...otros].includes(null))
    return Array.from({ length: Math.max(antes.length, despues.length) }, (_, i) => [
      i < antes.length ? i : null,
      i < despues.length ? i : null,
    ]);
  return [
    ...otros.map((llave, i): [number | null, number | null] => [
      unos.includes(llave) ? unos.indexOf(llave) : null,
      i,
    ]),
    ...unos.flatMap((llave, i): [number, null][] => (otros.includes(llave) ? [] : [[i, null]])),
  ];
}

const esObjeto = (valor: unknown): valor is Record<string, unknown> =>
  typeof valor === "object" && valor !== null && !Array.isArray(valor);

/** What changed between two versions, by field; elements of lists are matched by their identifier. */
export function compararCampos(
  antes: unknown,
  despues: unknown,
  camino: readonly PropertyKey[] = [],
): DiferenciaCampo[] {
  if (iguales(antes, despues)) return [];
  if (esObjeto(antes) && esObjeto(despues))
    return [...new Set([...Object.keys(despues), ...Object.keys(antes)])].flatMap((llave) =>
      compararCampos(antes[llave], despues[llave], [...camino, llave]),
    );
  if (Array.isArray(antes) && Array.isArray(despues))
    return emparejar(antes, despues).flatMap(([i, j]) =>
      compararCampos(i === null ? undefined : antes[i], j === null ? undefined : despues[j], [
        ...camino,
        j ?? i ?? 0,
      ]),
    );
  const cambio = { ruta: puntero(camino), antes, despues };
  return [
    typeof antes === "string" && typeof despues === "string"
      ? { ...cambio, tramos: compararTextos(antes, despues) }
      : cambio,
  ];
}
