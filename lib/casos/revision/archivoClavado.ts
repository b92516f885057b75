import { buscarArchivo } from "@/lib/datos/repositorio/archivo";
import { actasEscaneadas, type EnvioDeRevision, leerContenido } from "@/lib/datos/repositorio/revision";
import type { Transaccion } from "@/lib/datos/transaccion";
import type { Expediente } from "@/lib/expediente/formato";
import { exito, fallar, type Resultado } from "@/lib/flujo/resultado";
import { archivosEnviados } from "../envio/contenido";

/** More pages than any file handed in; those of each are not known, but an image has one. */
const PAGINAS_MAXIMAS = 10_000;

type Clavado = { readonly archivo?: string | undefined; readonly pagina?: number | undefined };

const deArchivo = (mensaje: string) => fallar("entrada_invalida", mensaje, { archivo: mensaje });
const dePagina = (mensaje: string) => fallar("entrada_invalida", mensaje, { pagina: mensaje });

/**
 * Whether an observation may be pinned to a file and a page: a file that goes with the version, or a scanned act that
 * stands for it, and a page that it can have. Fails: `entrada_invalida`, with the field.
 */
export async function comprobarArchivo(
  tx: Transaccion,
  envio: EnvioDeRevision,
  { archivo, pagina }: Clavado,
): Promise<Resultado<null>> {
  if (archivo === undefined)
    return pagina === undefined ? exito(null) : dePagina("Para decir una página, elija primero el archivo.");
  const tipo = await tipoEnLaVersion(tx, envio, archivo);
  if (tipo === null)
    return deArchivo("Ese archivo no es de esta versión: elija uno de los que trae. Recargue la página.");
  if (pagina === undefined) return exito(null);
  if (!Number.isInteger(pagina) || pagina < 1)
    return dePagina("Escriba el número de la página: 1, 2, 3 u otro entero.");
  if (tipo.startsWith("image/") && pagina > 1)
    return dePagina("Ese archivo es una imagen: tiene una página.");
  if (pagina > PAGINAS_MAXIMAS) return dePagina("Ningún archivo tiene tantas páginas: revise el número.");
  return exito(null);
}

/** The type of a file, if it is of the version; null when it is not. */
async function tipoEnLaVersion(tx: Transaccion, envio: EnvioDeRevision, id: string): Promise<string | null> {
  const fila = await buscarArchivo(tx, envio.institucionId, id);
  if (!fila) return null;
  if ((await actasEscaneadas(tx, envio)).some(({ archivo }) => archivo?.id === id)) return fila.tipo;
  const enviados = archivosEnviados((await leerContenido(tx, envio.id)) as Expediente);
  return enviados.some(({ sha256 }) => sha256 === fila.sha256) ? fila.tipo : null;
}
