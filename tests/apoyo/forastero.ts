import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import type { ActorPersona } from "@/lib/flujo/actor";
import type { Resultado } from "@/lib/flujo/resultado";
import type { BaseDePrueba } from "./base";

// The trail may grow when an outsider is refused; nothing else may.
const APARTE = ["bitacora", "bitacora_cadena", "_prisma_migrations"];

/**
 * A digest of every row of every table, by table: what a refused use case must leave as it was.
 * @param sinMirar tables left aside besides the trail's
 */
export async function huellaDeTodo(
  base: Pick<BaseDePrueba, "comoAdmin">,
  sinMirar: readonly string[] = [],
): Promise<Record<string, string>> {
  const tablas = await base.comoAdmin<{ tabla: string }>(
    "SELECT tablename AS tabla FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1) ORDER BY 1",
    [[...APARTE, ...sinMirar]],
  );
  const huellas: Record<string, string> = {};
  for (const { tabla } of tablas) {
    const [fila] = await base.comoAdmin<{ huella: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS huella FROM "${tabla}" t`,
    );
    huellas[tabla] = fila?.huella ?? "";
  }
  return huellas;
}

/** Somebody with the same function in another institution (which need not exist), wearing a valid session. */
export function forasteroDe(actor: ActorPersona): ActorPersona {
  const otra = randomUUID();
  return { ...actor, institucionId: otra, alcance: [otra] };
}

/**
 * An outsider gets `no_encontrado` and nothing changed: one line for each use case that changes something.
 * It calls the use case as if the door had let the outsider in, so it is the second wall that is proven.
 *
 * @param caso the use case, called as `caso(ctx, entrada)`
 * @param ctx a context in which it would succeed; the outsider takes its actor's place
 * @param entrada an input with which it would succeed
 */
export async function forasteroNoCambiaNada<E>({
  base,
  caso,
  ctx,
  entrada,
}: {
  base: BaseDePrueba;
  caso: (ctx: ContextoInstitucion, entrada: E) => Promise<Resultado<unknown>>;
  ctx: ContextoInstitucion;
  entrada: E;
}): Promise<void> {
  const antes = await huellaDeTodo(base);
  const resultado = await caso({ ...ctx, actor: forasteroDe(ctx.actor) }, entrada);
  expect(resultado).toMatchObject({ ok: false, falla: { codigo: "no_encontrado" } });
  expect(await huellaDeTodo(base)).toEqual(antes);
}
