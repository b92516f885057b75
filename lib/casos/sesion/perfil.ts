import { anotarAutenticacion } from "@/lib/datos/repositorio/sesion";
import { actualizarUsuario, buscarPorId, buscarPorRun, type Usuario } from "@/lib/datos/repositorio/usuario";
import { conActor } from "@/lib/datos/transaccion";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { resumirClave } from "@/lib/sesion/clave";
import { faltaEnClave } from "@/lib/sesion/claveComun";
import { ahoraReal } from "@/lib/sesion/reloj";
import type { ContextoPropio } from "../contexto";
import { fijarClave } from "../ingreso/clave";
import { comprobarClave } from "../ingreso/comprobarClave";

/** What a person sees of themselves. */
export type Perfil = Pick<Usuario, "nombre" | "correo" | "run"> & { readonly tieneClave: boolean };

/** The person's own data. */
export function leerPerfil({ actor }: ContextoPropio): Promise<Resultado<Perfil>> {
  return conActor(actor, "perfil.leer", async (tx) => {
    const usuario = await buscarPorId(tx, actor.usuarioId);
    if (!usuario) return NO_ENCONTRADO;
    const { nombre, correo, run, claveHash } = usuario;
    return exito({ nombre, correo, run, tieneClave: claveHash !== null });
  });
}

/** Changes the person's own name and RUN (canonical or null). A RUN that another person has is refused. */
export function guardarPerfil(
  { actor }: ContextoPropio,
  datos: { nombre: string; run: string | null },
): Promise<Resultado<null>> {
  return conActor(actor, "perfil.guardar", async (tx) => {
    const deQuien = datos.run === null ? null : await buscarPorRun(tx, datos.run);
    if (deQuien && deQuien.id !== actor.usuarioId) {
      const mensaje = "Ese RUN ya está en otra cuenta. Revíselo; si es el suyo, avise a la administración.";
      return fallar("run_tomado", mensaje, { run: mensaje });
    }
    await actualizarUsuario(tx, actor.usuarioId, datos);
    return exito(null);
  });
}

/** Proves again who the person is, with their password; signing asks for it if the last proof is old. */
export async function reautenticar(
  { actor }: ContextoPropio,
  { clave }: { clave: string },
  origen: string,
): Promise<Resultado<null>> {
  const propia = await comprobarPropia("sesion.reautenticar", actor.usuarioId, clave, origen);
  if (!propia.ok) return propia;
  await conActor(actor, "sesion.reautenticar", (tx) => anotarAutenticacion(tx, actor.sesionId, ahoraReal()));
  return exito(null);
}

/** Changes the person's own password, knowing the present one. Ends their other sessions. */
export async function cambiarClave(
  { actor }: ContextoPropio,
  { actual, nueva }: { actual: string; nueva: string },
  origen: string,
): Promise<Resultado<null>> {
  const propia = await comprobarPropia("perfil.cambiarClave", actor.usuarioId, actual, origen);
  if (!propia.ok) {
    const { codigo, mensaje } = propia.falla;
    return fallar(codigo, mensaje, { actual: mensaje });
  }
  const falta = faltaEnClave(nueva, propia.valor.correo);
  if (falta) return fallar("clave_debil", falta, { nueva: falta });
  const claveHash = await resumirClave(nueva);
  await conActor(actor, "perfil.cambiarClave", (tx) =>
    fijarClave(tx, propia.valor, claveHash, ahoraReal(), actor.sesionId),
  );
  return exito(null);
}

async function comprobarPropia(
  caso: string,
  usuarioId: string,
  clave: string,
  origen: string,
): Promise<Resultado<Usuario>> {
  const { correo } = await conActor({ usuarioId, sesionId: null, alcance: [] }, caso, async (tx) => {
    const usuario = await buscarPorId(tx, usuarioId);
    return { correo: usuario?.correo ?? "" };
  });
  const comprobada = await comprobarClave(caso, { correo, clave }, { ahora: ahoraReal(), origen });
  if (comprobada.ok || comprobada.falla.codigo !== "credenciales") return comprobada;
  return fallar("credenciales", "Esa no es su clave. Revísela y vuelva a intentarlo.", {
    clave: "Esa no es su clave. Revísela y vuelva a intentarlo.",
  });
}
