import { z } from "zod";
import { FORMA_POR_COMPONENTE, FORMA_POR_TIPO } from "./contenido";
import { esquemaAjuste, esquemaExpediente, esquemaPlan } from "./formato";

/** JSON Schema (2020-12) of the exchange formats, from the very schemas that read them. */

function aJsonSchema(esquema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(esquema, {
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if ((zodSchema as unknown) !== esquemaAjuste.shape.contenido) return;
      const formas = [...Object.values(FORMA_POR_COMPONENTE), ...Object.values(FORMA_POR_TIPO)];
      const distintas = new Map(formas.map((forma) => [JSON.stringify(limpio(forma)), limpio(forma)]));
      for (const llave of Object.keys(jsonSchema)) delete (jsonSchema as Record<string, unknown>)[llave];
      jsonSchema.description = "La forma la decide el componente; en «incorpora», el tipo.";
      jsonSchema.anyOf = [...distintas.values(), { type: "null" }];
    },
  }) as Record<string, unknown>;
}

function limpio(forma: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...resto } = z.toJSONSchema(forma, { unrepresentable: "any" });
  return resto;
}

/** The schema of each format by its name. */
export function esquemasJson(): { expediente: Record<string, unknown>; plan: Record<string, unknown> } {
  return {
    expediente: { title: "expediente-cseu/v1", ...aJsonSchema(esquemaExpediente) },
    plan: { title: "plan-cseu/v1", ...aJsonSchema(esquemaPlan) },
  };
}
