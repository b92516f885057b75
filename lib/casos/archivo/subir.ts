import { almacenArchivos } from "@/lib/archivos/configuracion";
import {
  agregarParte,
  cancelarSubida,
  type DuenoSubida,
  type EstadoSubida,
  estadoSubida,
  iniciarSubida,
  terminarSubida,
} from "@/lib/archivos/subida";
import { anotarArchivo, buscarArchivo } from "@/lib/datos/repositorio/archivo";
import { conActor } from "@/lib/datos/transaccion";
import { LIMITES_ARCHIVO } from "@/lib/flujo/archivo";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { ahoraReal } from "@/lib/sesion/reloj";
import type { ContextoInstitucion } from "../contexto";

/** A file of the institution, ready to be tied to what it proves. */
export type ArchivoListo = {
  readonly id: string;
  readonly nombre: string;
  readonly tipo: string;
  readonly tamano: number;
};

function duenoDe({ actor, institucion }: ContextoInstitucion): DuenoSubida | null {
  if (!puede(actor, "archivo.subir", institucion.id)) return null;
  return { personaId: actor.usuarioId, institucionId: institucion.id };
}

/** Opens an upload, or finds it again by the `id` the browser gave it. Fails as `iniciarSubida`. */
export async function abrirSubida(
  ctx: ContextoInstitucion,
  archivo: { readonly id: string; readonly nombre: string; readonly tipo: string; readonly tamano: number },
): Promise<Resultado<EstadoSubida>> {
  const dueno = duenoDe(ctx);
  return dueno ? iniciarSubida(almacenArchivos(), dueno, archivo, ahoraReal()) : NO_ENCONTRADO;
}

/** Where an upload goes, to resume it. Fails as `estadoSubida`. */
export async function verSubida(ctx: ContextoInstitucion, id: string): Promise<Resultado<EstadoSubida>> {
  const dueno = duenoDe(ctx);
  return dueno ? estadoSubida(almacenArchivos(), dueno, id, ahoraReal()) : NO_ENCONTRADO;
}

/** Keeps one part. Fails as `agregarParte`; `demasiado_grande` when it is longer than a part may be. */
export async function recibirParte(
  ctx: ContextoInstitucion,
  id: string,
  parte: { readonly desde: number; readonly bytes: Uint8Array },
): Promise<Resultado<EstadoSubida>> {
  const dueno = duenoDe(ctx);
  if (!dueno) return NO_ENCONTRADO;
  if (parte.bytes.length > LIMITES_ARCHIVO.tamanoParte)
    return fallar("demasiado_grande", "La parte enviada es más larga de lo que se recibe de una vez.");
  return agregarParte(almacenArchivos(), dueno, id, parte, ahoraReal());
}

/**
 * Ends an upload: examines the whole and notes it as a file of the institution, under the same id. Repeating it gives
 * the same file. Fails as `terminarSubida`.
 */
export async function cerrarSubida(
  ctx: ContextoInstitucion,
  id: string,
  declarado: { readonly sha256?: string },
): Promise<Resultado<ArchivoListo>> {
  const dueno = duenoDe(ctx);
  if (!dueno) return NO_ENCONTRADO;
  const subido = await terminarSubida(almacenArchivos(), dueno, id, declarado, ahoraReal());
  if (!subido.ok) return subido;
  const { nombre, tipo, tamano, sha256 } = subido.valor;
  return conActor(ctx.actor, "archivo.subir", async (tx) => {
    await anotarArchivo(tx, id, {
      institucionId: ctx.institucion.id,
      nombre,
      tipo,
      tamano,
      sha256,
      subidoPorId: ctx.actor.usuarioId,
      subidoEn: ctx.ahora,
    });
    const fila = await buscarArchivo(tx, ctx.institucion.id, id);
    return fila?.sha256 === sha256 ? exito({ id, nombre, tipo, tamano }) : NO_ENCONTRADO;
  });
}

/** Forgets an upload that was not ended. */
export async function olvidarSubida(ctx: ContextoInstitucion, id: string): Promise<Resultado<null>> {
  const dueno = duenoDe(ctx);
  return dueno ? cancelarSubida(almacenArchivos(), dueno, id) : NO_ENCONTRADO;
}
