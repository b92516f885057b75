import type { ValorCampo } from "@/lib/flujo/campo";
import type { Entrada } from "./almacen";

/** A value as lines of text: to compare two, to copy one, to hand over what was not saved. */
export function valorComoTexto(valor: unknown): string {
  if (valor === null || valor === undefined || valor === "") return "(vacío)";
  if (typeof valor === "boolean") return valor ? "Sí" : "No";
  if (typeof valor === "number") return String(valor).replace(".", ",");
  if (Array.isArray(valor)) return valor.length === 0 ? "(vacío)" : valor.map(valorComoTexto).join("\n");
  if (typeof valor === "object")
    return Object.entries(valor)
      .filter(([, v]) => v !== null && v !== undefined && v !== "")
      .map(([llave, v]) => `${ROTULOS[llave] ?? llave}: ${valorComoTexto(v)}`)
      .join("\n");
  return String(valor);
}

const ROTULOS: Readonly<Record<string, string>> = {
  inicio: "Inicio",
  termino: "Término",
  areasResponsables: "Áreas responsables",
  participantes: "Participantes",
  nombre: "Nombre",
  formula: "Fórmula",
  factor: "Factor",
  unidad: "Unidad",
  sentido: "Sentido",
  meta: "Meta",
  montoClp: "Monto en pesos",
  items: "Ítems",
  subtitulo: "Subtítulo",
  item: "Ítem",
  id: "Identificador",
  descripcion: "Descripción",
};

/** «30/06/2025, 23:59» in continental Chile: the British order is ours, and writing it by parts would weigh in every page. */
export const INSTANTE = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "short",
  timeStyle: "short",
  timeZone: "America/Santiago",
});

/** An entry with its heading, for the file of what was not saved. `donde`: its place in words. */
export function comoTexto({ institucion, valor, escritoEn }: Entrada, donde: string): string {
  const cuando = INSTANTE.format(escritoEn);
  return `== ${[institucion, donde, cuando].filter(Boolean).join(" · ")}\n${valorComoTexto(valor as ValorCampo)}`;
}
