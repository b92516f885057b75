import { REGLAS } from "@/lib/guia/e3-2025/reglas";
import { SECCIONES } from "@/lib/guia/e3-2025/secciones";

/** `reglas [--json]`: the rule table of the edition, each with the sentence of the guide it comes from. */
export async function ejecutar(argumentos: readonly string[]): Promise<number> {
  if (argumentos.includes("--json")) {
    console.log(
      JSON.stringify(
        REGLAS.map(({ mensajes: _, ...regla }) => regla),
        null,
        2,
      ),
    );
    return 0;
  }
  for (const { id, titulo } of SECCIONES) {
    console.log(`${titulo}\n`);
    for (const { codigo, nivel, exigencia, ruta, cita } of REGLAS.filter((regla) => regla.seccion === id))
      console.log(
        `  ${codigo} (${nivel}) ${exigencia}\n    ${ruta}\n    «${cita.frase}»\n    ${cita.seccion}\n`,
      );
  }
  return 0;
}
