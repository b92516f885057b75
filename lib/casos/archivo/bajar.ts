import type { ArchivoAbierto } from "@/lib/archivos/almacen";
import { almacenArchivos } from "@/lib/archivos/configuracion";
import { buscarArchivo, estaEnVersionFinal } from "@/lib/datos/repositorio/archivo";
import { conActor } from "@/lib/datos/transaccion";
import { puede } from "@/lib/flujo/permiso";
import { NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "../contexto";

/**
 * A file of the institution, opened for reading, with the name and type it was noted with. An external validator reads
 * those that a final version carries (decision 0118).
 */
export async function bajarArchivo(
  ctx: ContextoInstitucion,
  id: string,
): Promise<Resultado<ArchivoAbierto & { readonly nombre: string; readonly tipo: string }>> {
  if (!puede(ctx.actor, "archivo.bajar", ctx.institucion.id)) return NO_ENCONTRADO;
  const { actor, institucion } = ctx;
  const fila = await conActor(
    actor,
    "archivo.bajar",
    async (tx) => {
      const suyo = actor.rol !== "validador_externo" || (await estaEnVersionFinal(tx, institucion.id, id));
      return suyo ? buscarArchivo(tx, institucion.id, id) : null;
    },
    { soloLectura: true },
  );
  if (!fila) return NO_ENCONTRADO;
  const abierto = await almacenArchivos().abrir(fila.sha256);
  if (!abierto.ok) return abierto;
  return { ok: true, valor: { ...abierto.valor, nombre: fila.nombre, tipo: fila.tipo } };
}
