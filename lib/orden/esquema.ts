import { esquemasJson } from "@/lib/expediente/esquemaJson";

/** `esquema [expediente|plan]`: JSON Schema of one format, or of both by name. */
export async function ejecutar([cual]: readonly string[]): Promise<number> {
  const esquemas = esquemasJson();
  if (cual !== undefined && !Object.hasOwn(esquemas, cual)) {
    console.error(`El formato «${cual}» no existe. Indique expediente o plan.`);
    return 2;
  }
  console.log(
    JSON.stringify(cual === undefined ? esquemas : esquemas[cual as keyof typeof esquemas], null, 2),
  );
  return 0;
}
