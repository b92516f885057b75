import { type EnvioDeRevision, leerContenido } from "@/lib/datos/repositorio/revision";
import type { Transaccion } from "@/lib/datos/transaccion";
import { compararCampos } from "@/lib/expediente/comparar";
import type { Expediente } from "@/lib/expediente/formato";
import type { CambiosVistos, VersionVista } from "@/lib/flujo/vistaRevision";
import { leerValor } from "./documentoComun";

/** Changed fields of a page: what can be read one by one. */
const POR_PAGINA = 200;

/**
 * What changed since the version before, by field, a page of it: the last one of its round or, for the first of a round,
 * the last one of any earlier round of the year. Null for the first of all.
 * @param versiones those of the year that the actor reaches, the newest first.
 */
export async function cambiosDesdeLaAnterior(
  tx: Transaccion,
  envio: Pick<EnvioDeRevision, "version">,
  versiones: readonly VersionVista[],
  expediente: Expediente,
  { pagina, lugar }: { readonly pagina: number; readonly lugar: (ruta: string) => string },
): Promise<CambiosVistos | null> {
  const anteriores = versiones.filter(({ version }) => version < envio.version);
  const anterior = anteriores.find(({ deEstaRonda }) => deEstaRonda) ?? anteriores[0];
  if (!anterior) return null;
  const todos = compararCampos(await leerContenido(tx, anterior.id), expediente);
  const paginas = Math.max(1, Math.ceil(todos.length / POR_PAGINA));
  const actual = Math.min(Math.max(1, pagina), paginas);
  const enTexto = (ruta: string, valor: unknown) => leerValor(ruta, valor) ?? "";
  return {
    desde: {
      id: anterior.id,
      version: anterior.version,
      ronda: anterior.deEstaRonda ? null : anterior.ronda,
    },
    total: todos.length,
    pagina: actual,
    paginas,
    rutas: new Set(todos.map(({ ruta }) => ruta)),
    campos: todos.slice((actual - 1) * POR_PAGINA, actual * POR_PAGINA).map(({ ruta, antes, despues }) => ({
      ruta,
      lugar: lugar(ruta),
      antes: enTexto(ruta, antes),
      despues: enTexto(ruta, despues),
    })),
  };
}
