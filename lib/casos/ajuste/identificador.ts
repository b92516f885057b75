import { identificadoresDe } from "@/lib/expediente/aplicar";
import type { Plan } from "@/lib/expediente/formato";
import { clave } from "@/lib/expediente/texto";
import type { TipoElemento } from "@/lib/guia/e3-2025/valores";

const LISTA = {
  objetivoEspecifico: "objetivosEspecificos",
  indicadorSatisfaccion: "indicadoresSatisfaccion",
  actividad: "actividades",
} as const satisfies Record<TipoElemento, keyof Plan>;

const PREFIJO: Readonly<Record<TipoElemento, string>> = {
  objetivoEspecifico: "OE",
  indicadorSatisfaccion: "IS",
  actividad: "A",
};

type Nombrado = { readonly elemento: string; readonly tipo: string | null; readonly contenido: unknown };

/**
 * The identifier that follows the numbering of the plan's own elements of a kind: after OE1, OE2, OE3, OE4. Never one in
 * use, nor one of an element removed or of an indicator.
 */
export function siguienteIdentificador(tipo: TipoElemento, plan: Plan, ajustes: readonly Nombrado[]): string {
  const suyos = [
    ...(plan[LISTA[tipo]] ?? []).map(({ id }) => id),
    ...ajustes.filter((ajuste) => ajuste.tipo === tipo).map(({ elemento }) => elemento),
  ];
  const partes = suyos.map((id) => /^(.*?)(\d+)$/.exec(id)).filter((parte) => parte !== null);
  const prefijo = partes.at(-1)?.[1] ?? PREFIJO[tipo];
  const usados = new Set([
    ...identificadoresDe(plan),
    ...ajustes.flatMap(identificadoresDelAjuste).map(clave),
  ]);
  let numero = Math.max(0, ...partes.map((parte) => Number(parte[2]))) + 1;
  while (usados.has(clave(`${prefijo}${numero}`))) numero += 1;
  return `${prefijo}${numero}`;
}

/** Identifiers that an adjustment brings: its own, and those of the indicators in its content. */
function identificadoresDelAjuste({ elemento, contenido }: Nombrado): string[] {
  const dentro = Array.isArray(contenido)
    ? contenido
    : ((contenido as { indicadoresDesempeno?: unknown[] } | null)?.indicadoresDesempeno ?? []);
  const ids = dentro.map((uno) => (typeof uno === "object" && uno !== null && "id" in uno ? uno.id : null));
  return [elemento, ...ids.filter((id) => typeof id === "string")];
}
