import { buscarPorToken, usarInvitacion } from "@/lib/datos/repositorio/invitacion";
import { crearMembresia } from "@/lib/datos/repositorio/membresia";
import { actualizarUsuario, buscarPorCorreo, crearUsuario } from "@/lib/datos/repositorio/usuario";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import type { Rol } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { esClave, resumirClave } from "@/lib/sesion/clave";
import { faltaEnClave } from "@/lib/sesion/claveComun";
import { resumirToken } from "@/lib/sesion/token";
import { impedimentoDe } from "./invitar";

/** An invitation as the invited person sees it before accepting. */
export type InvitacionVista = {
  readonly correo: string;
  readonly nombre: string;
  readonly rol: Rol;
  readonly institucion: string | null;
  readonly expiraEn: Date;
  /** The e-mail has an account already: accepting asks for its password, and gives it one more function. */
  readonly tieneCuenta: boolean;
};

/** What a link of invitation offers; `no_encontrado` when it was used, cancelled, expired or never existed. */
export function leerInvitacion(token: string, ahora: Date): Promise<Resultado<InvitacionVista>> {
  return conActor(SISTEMA, "persona.leerInvitacion", async (tx) => {
    const invitacion = await buscarPorToken(tx, resumirToken(token), ahora);
    if (!invitacion) return NO_ENCONTRADO;
    const usuario = await buscarPorCorreo(tx, invitacion.correo);
    const { correo, nombre, rol, institucion, expiraEn } = invitacion;
    return exito({
      correo,
      nombre,
      rol,
      institucion: institucion?.nombre ?? null,
      expiraEn,
      tieneCuenta: usuario !== null && usuario.claveHash !== null,
    });
  });
}

/**
 * Accepts an invitation: creates the account, or proves it with its password, and gives the function. The link works once.
 * Fails with `no_encontrado`, `credenciales`, `clave_debil`, or why the function cannot be given now.
 */
export async function aceptarInvitacion(
  { token, nombre, clave }: { token: string; nombre: string; clave: string },
  ahora: Date,
): Promise<Resultado<{ usuarioId: string }>> {
  const tokenHash = resumirToken(token);
  const previa = await conActor(SISTEMA, "persona.aceptar", async (tx) => {
    const invitacion = await buscarPorToken(tx, tokenHash, ahora);
    return invitacion && { invitacion, usuario: await buscarPorCorreo(tx, invitacion.correo) };
  });
  if (!previa) return NO_ENCONTRADO;
  const revisada = await claveParaAceptar(previa.invitacion.correo, previa.usuario, clave);
  if (!revisada.ok) return revisada;
  const claveHash = revisada.valor;

  return conActor(SISTEMA, "persona.aceptar", async (tx) => {
    const invitacion = await buscarPorToken(tx, tokenHash, ahora);
    if (!invitacion || !(await usarInvitacion(tx, invitacion.id, ahora))) return NO_ENCONTRADO;
    const { institucionId, correo, rol, cargo, area, preside } = invitacion;
    const impedimento = await impedimentoDe(tx, institucionId ? { id: institucionId } : null, {
      correo,
      rol,
      preside,
    });
    if (impedimento) return impedimento;
    const existente = await buscarPorCorreo(tx, correo);
    if (existente && claveHash) await actualizarUsuario(tx, existente.id, { claveHash });
    const usuarioId =
      existente?.id ?? (await crearUsuario(tx, { correo, nombre, claveHash, creadoEn: ahora }));
    await crearMembresia(tx, { usuarioId, institucionId, rol, cargo, area, preside, desde: ahora });
    return exito({ usuarioId });
  });
}

/** The digest to write, or null when the account keeps the password it has. */
async function claveParaAceptar(
  correo: string,
  usuario: { readonly claveHash: string | null; readonly activo: boolean } | null,
  clave: string,
): Promise<Resultado<string | null>> {
  if (usuario && !usuario.activo) return NO_ENCONTRADO;
  if (usuario?.claveHash) {
    if (await esClave(clave, usuario.claveHash)) return exito(null);
    const mensaje = "Esa no es la clave de su cuenta. Revísela, o pida una nueva desde la página de ingreso.";
    return fallar("credenciales", mensaje, { clave: mensaje });
  }
  const falta = faltaEnClave(clave, correo);
  return falta ? fallar("clave_debil", falta, { clave: falta }) : exito(await resumirClave(clave));
}
