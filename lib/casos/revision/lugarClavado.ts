import { leerContenido } from "@/lib/datos/repositorio/revision";
import type { Transaccion } from "@/lib/datos/transaccion";
import type { Expediente } from "@/lib/expediente/formato";
import { exito, fallar, type Resultado } from "@/lib/flujo/resultado";
import { esLugarDe } from "./documento";

/**
 * Whether what is written on a version, or opened by its return, points to places that the version has: what points
 * nowhere is shown nowhere, and opens nothing. Fails: `entrada_invalida`, with the field.
 */
export async function comprobarLugares(
  tx: Transaccion,
  envio: { readonly id: string },
  rutas: readonly string[],
): Promise<Resultado<null>> {
  const clavadas = rutas.filter((ruta) => ruta !== "");
  if (clavadas.length === 0) return exito(null);
  const expediente = (await leerContenido(tx, envio.id)) as Expediente;
  if (clavadas.every((ruta) => esLugarDe(expediente, ruta))) return exito(null);
  const mensaje =
    "Ese lugar no está en la versión que se revisa. Recargue la página y elija uno de los que muestra.";
  return fallar("entrada_invalida", mensaje, { ruta: mensaje });
}
