import { leerContenido } from "@/lib/datos/repositorio/revision";
import type { ObservacionConHilo } from "@/lib/datos/repositorio/revisionObservacion";
import type { Transaccion } from "@/lib/datos/transaccion";
import type { Expediente } from "@/lib/expediente/formato";
import { trasladar } from "@/lib/flujo/reapertura";
import { nombradorDeLugares } from "./documento";

type Observacion = Pick<ObservacionConHilo, "envioId" | "ruta">;

/** Where observations point, seen from one version: they may have been made on earlier ones, whose lists differ. */
export type Lugares = {
  /** The place of an observation, as a pointer into the version it is seen from. */
  readonly ahora: (observacion: Observacion) => string;
  /** How it is called in the version it was made on. */
  readonly nombre: (observacion: Observacion) => string;
};

/**
 * @param version the one they are seen from, with its content when it has already been read.
 * @param observaciones of that round: the versions they were made on are read, and no other.
 */
export async function lugaresDesde(
  tx: Transaccion,
  version: { readonly id: string; readonly contenido?: Expediente },
  observaciones: readonly Observacion[],
): Promise<Lugares> {
  const contenidos = new Map<string, Expediente>();
  if (version.contenido) contenidos.set(version.id, version.contenido);
  const suyas = observaciones.map(({ envioId }) => envioId);
  for (const id of new Set(suyas.length > 0 ? [version.id, ...suyas] : []))
    if (!contenidos.has(id)) contenidos.set(id, (await leerContenido(tx, id)) as Expediente);
  const nombradores = new Map([...contenidos].map(([id, contenido]) => [id, nombradorDeLugares(contenido)]));
  return {
    ahora: ({ envioId, ruta }) =>
      envioId === version.id ? ruta : trasladar(ruta, contenidos.get(envioId), contenidos.get(version.id)),
    nombre: ({ envioId, ruta }) => nombradores.get(envioId)?.(ruta) ?? "",
  };
}
