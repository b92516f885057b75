import { leerRastroDeCampo } from "@/lib/datos/repositorio/rastro";
import { leerLugar } from "@/lib/flujo/campo";
import { juntarVersiones, type VersionDeCampo } from "@/lib/flujo/historia";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "../contexto";

/** The versions of a field that saves itself, newest first, read from the trail. */
export async function leerHistoria(
  ctx: ContextoInstitucion,
  { lugar }: { readonly lugar: string },
): Promise<Resultado<{ versiones: readonly VersionDeCampo[] }>> {
  const leido = leerLugar(lugar);
  if (!leido) return NO_ENCONTRADO;
  const { actor, institucion, ahora } = ctx;
  const cambios = await leerRastroDeCampo({ actor, institucionId: institucion.id, ahora }, leido);
  const guardados = cambios.map(
    ({ secuencia, en, quien, antes, valor }): VersionDeCampo => ({
      clave: secuencia,
      en: en.toISOString(),
      quien,
      antes: antes ?? null,
      valor: valor ?? null,
    }),
  );
  return exito({ versiones: juntarVersiones(guardados.reverse()) });
}
