import type { AjusteDescartado, FilaAjuste } from "@/lib/datos/repositorio/ajuste";
import { contenidoDe, type ElementoPlan, elementosDe, sinContenido } from "@/lib/expediente/elementos";
import type { Falta } from "@/lib/expediente/falta";
import type { Expediente } from "@/lib/expediente/formato";
import { abreviar } from "@/lib/expediente/texto";
import {
  type Componente,
  NOMBRES_COMPONENTE,
  TIPOS_ELEMENTO,
  type TipoElemento,
} from "@/lib/guia/e3-2025/valores";

/** A change as its screen shows it: its fields as kept. */
export type CambioVisto = Pick<
  FilaAjuste,
  "contenido" | "categorias" | "otraRazon" | "argumento" | "antecedentes" | "registradoEn"
> & { readonly autor: string | null };

export type ComponenteVisto = {
  readonly componente: Componente;
  readonly nombre: string;
  /** What the plan of 2024 says, in the form of `contenido`. */
  readonly original: unknown;
  readonly vacio: boolean;
  /** Null while nobody has decided. */
  readonly decision: "mantiene" | "modifica" | null;
  readonly cambio: CambioVisto | null;
  readonly faltas: readonly Falta[];
  /** A change that was discarded and can come back. */
  readonly descartado: { readonly en: Date; readonly autor: string | null } | null;
};

export type ElementoVisto = {
  readonly id: string;
  readonly tipo: "objetivoGeneral" | TipoElemento;
  /** «Actividad A1». */
  readonly titulo: string;
  readonly resumen: string;
  readonly origen: "original" | "nuevo";
  /** The change on the whole element: it is removed, or it is new. */
  readonly cambio: CambioVisto | null;
  readonly eliminado: boolean;
  readonly componentes: readonly ComponenteVisto[];
  /** Components with a decision, of those that need one. */
  readonly avance: { readonly hechas: number; readonly total: number };
  readonly faltas: readonly Falta[];
};

type Materiales = {
  readonly expediente: Expediente;
  readonly filas: readonly FilaAjuste[];
  readonly faltas: readonly Falta[];
  readonly nombres: ReadonlyMap<string, string>;
  readonly descartados: readonly AjusteDescartado[];
};

const titulo = (tipo: ElementoVisto["tipo"], id: string): string =>
  tipo === "objetivoGeneral" ? "Objetivo general" : `${TIPOS_ELEMENTO[tipo]} ${id}`;

function resumenDe(elemento: ElementoPlan): string {
  switch (elemento.tipo) {
    case "objetivoGeneral":
      return elemento.dato ?? "";
    case "indicadorSatisfaccion":
      return elemento.dato.nombre ?? "";
    default:
      return elemento.dato.descripcion ?? "";
  }
}

/** Which element and component a fault of the plan is about. */
function lugarDeFalta(falta: Falta, expediente: Expediente, elementos: readonly ElementoPlan[]) {
  const indice = /^\/ajustes\/(\d+)/.exec(falta.ruta)?.[1];
  if (indice !== undefined) {
    const ajuste = expediente.ajustes?.[Number(indice)];
    return { elemento: ajuste?.elemento, componente: ajuste?.componente ?? undefined };
  }
  if (falta.elemento !== undefined) return { elemento: falta.elemento, componente: falta.componente };
  const dentro = falta.ruta.replace(/^\/planOriginal/, "");
  const elemento = elementos.find(({ ruta }) => dentro === ruta || dentro.startsWith(`${ruta}/`));
  return { elemento: elemento?.id, componente: dentro.slice(elemento?.ruta.length ?? 0).split("/")[1] };
}

/** Every element of the plan, and then those the institution adds, with their decisions, progress and faults. */
export function elementosVistos(materiales: Materiales): ElementoVisto[] {
  const { expediente, filas, faltas, nombres, descartados } = materiales;
  const elementos = elementosDe(expediente.planOriginal);
  const ubicadas = faltas.map((falta) => ({ falta, ...lugarDeFalta(falta, expediente, elementos) }));
  const cambioDe = (fila: FilaAjuste | undefined): CambioVisto | null =>
    fila === undefined || fila.decision === "mantiene"
      ? null
      : { ...fila, autor: nombres.get(fila.modificadoPorId ?? "") ?? null };
  const filaDe = (elemento: string, componente: string | null) =>
    filas.find((fila) => fila.elemento === elemento && fila.componente === componente);

  const componenteVisto = (elemento: ElementoPlan, componente: Componente): ComponenteVisto => {
    const fila = filaDe(elemento.id, componente);
    const decision = fila?.decision === "mantiene" || fila?.decision === "modifica" ? fila.decision : null;
    const descartado = descartados.find(
      ({ ajuste }) => ajuste.elemento === elemento.id && ajuste.componente === componente,
    );
    return {
      componente,
      nombre: NOMBRES_COMPONENTE[componente],
      original: contenidoDe(elemento, componente) ?? null,
      vacio: sinContenido(elemento, componente),
      decision,
      cambio: cambioDe(fila),
      faltas: ubicadas
        .filter((una) => una.elemento === elemento.id && una.componente === componente)
        .map(({ falta }) => falta),
      descartado:
        descartado && decision !== "modifica" ? { en: descartado.en, autor: descartado.autor } : null,
    };
  };

  const originales = elementos.map((elemento): ElementoVisto => {
    const completo = filaDe(elemento.id, null);
    const eliminado = completo?.decision === "elimina";
    const todos: Componente[] =
      elemento.tipo === "actividad"
        ? ["objetivoEspecifico", ...elemento.componentes]
        : [...elemento.componentes];
    const componentes = todos.map((componente) => componenteVisto(elemento, componente));
    const cuentan = componentes.filter(({ componente }) => elemento.componentes.includes(componente));
    const hechas = cuentan.filter(({ decision }) => decision !== null).length;
    return {
      id: elemento.id,
      tipo: elemento.tipo,
      titulo: titulo(elemento.tipo, elemento.id),
      resumen: abreviar(resumenDe(elemento), 140),
      origen: "original",
      cambio: cambioDe(completo),
      eliminado,
      componentes,
      avance: { hechas: eliminado ? cuentan.length : hechas, total: cuentan.length },
      faltas: ubicadas.filter((una) => una.elemento === elemento.id).map(({ falta }) => falta),
    };
  });

  const nuevos = filas
    .filter(({ decision }) => decision === "incorpora")
    .map((fila): ElementoVisto => {
      const tipo = (fila.tipo ?? "actividad") as TipoElemento;
      const { descripcion, nombre } = (fila.contenido ?? {}) as Record<string, unknown>;
      const suyas = ubicadas.filter((una) => una.elemento === fila.elemento).map(({ falta }) => falta);
      return {
        id: fila.elemento,
        tipo,
        titulo: titulo(tipo, fila.elemento),
        resumen: abreviar(String(descripcion ?? nombre ?? ""), 140),
        origen: "nuevo",
        cambio: cambioDe(fila),
        eliminado: false,
        componentes: [],
        avance: { hechas: suyas.some(({ nivel }) => nivel === "error") ? 0 : 1, total: 1 },
        faltas: suyas,
      };
    });
  return [...originales, ...nuevos];
}

/** Texts already written in the plan and its changes, to suggest while typing: each once, in Spanish order. */
export function sugerenciasDe(plan: Expediente["planOriginal"], vigente: Expediente["planOriginal"]) {
  const actividades = [...(plan?.actividades ?? []), ...(vigente?.actividades ?? [])];
  const unicos = (textos: readonly (string | null | undefined)[]) =>
    [
      ...new Set(textos.map((texto) => texto?.trim()).filter((texto) => texto !== undefined && texto !== "")),
    ].sort((a, b) => String(a).localeCompare(String(b), "es-CL")) as string[];
  return {
    areas: unicos(actividades.flatMap(({ areasResponsables }) => areasResponsables ?? [])),
    participantes: unicos(actividades.map(({ participantes }) => participantes)),
    tramites: unicos(actividades.flatMap(({ tramites }) => tramites ?? [])),
    subtitulos: unicos(
      actividades.flatMap(({ costos }) => (costos?.items ?? []).map(({ subtitulo }) => subtitulo)),
    ),
    items: unicos(actividades.flatMap(({ costos }) => (costos?.items ?? []).map(({ item }) => item))),
  };
}

export type Sugerencias = ReturnType<typeof sugerenciasDe>;
