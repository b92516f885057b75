import type { CitaGuia } from "@/components/ui/campo";

/** What every editor of a content takes: it is told the content and tells the next one. */
export type PropsEditor = {
  id: string;
  etiqueta: string;
  valor: unknown;
  cambiar: (valor: unknown) => void;
  /** On leaving a control, or on choosing: what waits is sent at once. */
  confirmar: () => void;
  bloqueado: boolean;
  guia?: CitaGuia | undefined;
  opciones: OpcionesEditor;
};

/** What the editors suggest and offer to choose from. */
export type OpcionesEditor = {
  readonly areas: readonly string[];
  readonly participantes: readonly string[];
  readonly catalogo: readonly string[];
  readonly subtitulos: readonly string[];
  readonly items: readonly string[];
  readonly objetivos: readonly { readonly id: string; readonly descripcion: string }[];
  /** Identifier that the indicators of this activity begin with. */
  readonly prefijo: string;
};

export type Objeto = Readonly<Record<string, unknown>>;

export const comoObjeto = (valor: unknown): Objeto =>
  typeof valor === "object" && valor !== null && !Array.isArray(valor) ? (valor as Objeto) : {};
export const comoLista = (valor: unknown): readonly unknown[] => (Array.isArray(valor) ? valor : []);
export const comoTexto = (valor: unknown): string => (typeof valor === "string" ? valor : "");
/** A kept number as it is typed: with decimal comma. What could not be read is a text, and stays so. */
export const numeroComoTexto = (valor: unknown): string =>
  typeof valor === "number" ? String(valor).replace(".", ",") : comoTexto(valor);
