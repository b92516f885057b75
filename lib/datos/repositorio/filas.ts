import { columna } from "./columna";

/** JSON written by PostgreSQL: days are AAAA-MM-DD, instants ISO 8601 with their offset, numbers JSON numbers. */
type Otros = Readonly<Record<string, string>>;

/** SQL of one row as a JSON object: columns by the name they have in the code, and other values by theirs. */
export function objeto(alias: string, campos: readonly string[], otros: Otros = {}): string {
  const pares = [
    ...campos.map((campo) => `'${campo}', ${alias}.${columna(campo)}`),
    ...Object.entries(otros).map(([campo, sql]) => `'${campo}', ${sql}`),
  ];
  return `json_build_object(${pares.join(", ")})`;
}

type De = { readonly de: string; readonly alias: string; readonly donde: string; readonly orden?: string };

/** SQL of the rows of a table as a JSON list, `[]` when there are none. */
export function lista({ de, alias, donde, orden }: De, campos: readonly string[], otros?: Otros): string {
  const segun = orden ? ` ORDER BY ${alias}.${orden}` : "";
  return `(SELECT coalesce(json_agg(${objeto(alias, campos, otros)}${segun}), '[]') FROM ${de} ${alias} WHERE ${donde})`;
}

/** SQL of the only row of a table that meets a condition, as a JSON object; NULL when there is none. */
export function una({ de, alias, donde }: De, campos: readonly string[], otros?: Otros): string {
  return `(SELECT ${objeto(alias, campos, otros)} FROM ${de} ${alias} WHERE ${donde} LIMIT 1)`;
}
