import { z } from "zod";
import { priorizacion, texto, textoDeLista } from "@/lib/guia/e3-2025/hojas";
import type { Componente, TipoElemento } from "@/lib/guia/e3-2025/valores";
import {
  esquemaActividad,
  esquemaAreas,
  esquemaCostos,
  esquemaIndicador,
  esquemaObjetivo,
  esquemaPlazos,
} from "./formato";

/** The form of `contenido`: that of the field it replaces, or of the element it adds, without `id`. */

const SIN_ID = { id: true } as const;

export const FORMA_POR_COMPONENTE: Readonly<Record<Componente, z.ZodType>> = {
  texto,
  descripcion: texto,
  poblacionObjetivo: texto,
  sistemasRespaldo: texto,
  objetivoEspecifico: texto,
  priorizacion,
  plazos: esquemaPlazos,
  costos: esquemaCostos,
  areasResponsables: esquemaAreas,
  tramites: z.array(textoDeLista),
  indicadoresDesempeno: z.array(esquemaIndicador),
  indicador: esquemaIndicador.omit(SIN_ID),
};

export const FORMA_POR_TIPO: Readonly<Record<TipoElemento, z.ZodType>> = {
  objetivoEspecifico: esquemaObjetivo.omit(SIN_ID),
  indicadorSatisfaccion: esquemaIndicador.omit(SIN_ID),
  actividad: esquemaActividad.omit(SIN_ID),
};

function propia<T>(tabla: Readonly<Record<string, T>>, llave: unknown): T | null {
  return typeof llave === "string" && Object.hasOwn(tabla, llave) ? (tabla[llave] ?? null) : null;
}

/**
 * The schema that the content of an adjustment must have, decided by its component (when it adds, by its type),
 * whether or not the element exists. Null when nothing decides it, or when it does not count («elimina»).
 */
export function formaDelContenido(ajuste: {
  decision?: unknown;
  componente?: unknown;
  tipo?: unknown;
}): z.ZodType | null {
  if (ajuste.decision === "elimina") return null;
  return ajuste.decision === "incorpora"
    ? propia(FORMA_POR_TIPO, ajuste.tipo)
    : propia(FORMA_POR_COMPONENTE, ajuste.componente);
}
