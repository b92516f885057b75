import type { ResultadoPrecarga, RevisionPlan } from "@/lib/flujo/vistaPrecarga";

/** One chosen file and how far it is. What happened to it stays until the person takes it away. */
export type EnCola = {
  readonly id: string;
  readonly archivo: File;
  readonly fase: "por_revisar" | "revisando" | "revisado" | "por_cargar" | "cargando" | "hecho" | "fallido";
  readonly revision?: RevisionPlan;
  readonly resultado?: ResultadoPrecarga;
  readonly falla?: FallaPrecarga | undefined;
};

export type FallaPrecarga = {
  readonly codigo: string;
  readonly mensaje: string;
  readonly campos?: Readonly<Record<string, string>>;
};

/** Where a file is, in the words of its label; its key filters the list. */
export function estadoDe({ fase, revision, resultado }: EnCola): string {
  if (fase === "por_revisar" || fase === "revisando") return "revisando";
  if (fase === "por_cargar" || fase === "cargando") return "cargando";
  if (fase === "fallido") return "fallido";
  if (fase === "hecho") return resultado?.hecho ?? "fallido";
  return revision?.situacion ?? "fallido";
}

export const NOMBRES_ESTADO: Readonly<Record<string, string>> = {
  revisando: "Por revisar",
  cargando: "Por cargar",
  con_faltas: "Con faltas",
  impedida: "No se puede cargar",
  confirmar: "Pide confirmación",
  reemplazar: "Se reemplaza",
  crear: "Se crea",
  igual: "Ya está cargado",
  fallido: "No se pudo",
  creado: "Cargado",
  reemplazado: "Reemplazado",
  sin_cambios: "Sin cambios",
};

export const TONOS_ESTADO: Readonly<Record<string, "neutro" | "info" | "exito" | "advertencia" | "error">> = {
  con_faltas: "error",
  impedida: "error",
  fallido: "error",
  confirmar: "advertencia",
  reemplazar: "info",
  crear: "info",
  creado: "exito",
  reemplazado: "exito",
};

/** Files that name an institution that another file of the list already names. */
export function repetidos(cola: readonly EnCola[]): ReadonlySet<string> {
  const vistos = new Set<string>();
  const otros = new Set<string>();
  for (const { id, revision } of cola) {
    const codigo = revision?.institucion?.codigo;
    if (codigo === undefined) continue;
    if (vistos.has(codigo)) otros.add(id);
    else vistos.add(codigo);
  }
  return otros;
}
