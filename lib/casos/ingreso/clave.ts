import { mensajeClave, mensajeClaveCambiada } from "@/lib/correo/plantilla";
import { encolarCorreos } from "@/lib/datos/repositorio/correo";
import { buscarEnlace, crearEnlace, usarEnlace } from "@/lib/datos/repositorio/enlaceClave";
import { anotarIntento, confirmarIntento } from "@/lib/datos/repositorio/intentoIngreso";
import { cerrarSesiones } from "@/lib/datos/repositorio/sesion";
import {
  actualizarUsuario,
  buscarPorCorreo,
  buscarPorId,
  type Usuario,
} from "@/lib/datos/repositorio/usuario";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { resumirClave } from "@/lib/sesion/clave";
import { faltaEnClave } from "@/lib/sesion/claveComun";
import { nuevoToken, resumirToken } from "@/lib/sesion/token";
import { direccion } from "../enlace";
import type { Solicitante } from "./solicitante";

const HORAS_ENLACE = 2;
const MINUTOS_ENTRE_ENLACES = 10;

/**
 * Sends a link to choose a new password, if the e-mail has an account. Answers the same if it has none, and writes at
 * most one link by person every ten minutes.
 */
export async function pedirClave({ correo }: { correo: string }, ahora: Date): Promise<Resultado<null>> {
  const { token, tokenHash } = nuevoToken();
  await conActor(SISTEMA, "ingreso.pedirClave", async (tx) => {
    const usuario = await buscarPorCorreo(tx, correo);
    if (!usuario?.activo) return;
    const expiraEn = new Date(ahora.getTime() + HORAS_ENLACE * 3_600_000);
    const tanda = Math.floor(ahora.getTime() / (MINUTOS_ENTRE_ENLACES * 60_000));
    const mensaje = mensajeClave({ nombre: usuario.nombre, enlace: direccion(`/clave/${token}`), expiraEn });
    const escritos = await encolarCorreos(
      tx,
      [{ clave: `clave:${usuario.id}:${tanda}`, para: usuario.correo, ...mensaje, tipo: "cuenta" }],
      ahora,
    );
    if (escritos > 0) await crearEnlace(tx, { usuarioId: usuario.id, tokenHash, expiraEn, ahora });
  });
  return exito(null);
}

/** Whose a link to choose a password is; `no_encontrado` when it was used, expired or never existed. */
export function leerEnlaceClave(token: string, ahora: Date): Promise<Resultado<{ correo: string }>> {
  return conActor(SISTEMA, "ingreso.leerEnlace", async (tx) => {
    const enlace = await buscarEnlace(tx, resumirToken(token), ahora);
    const usuario = enlace && (await buscarPorId(tx, enlace.usuarioId));
    return usuario?.activo ? exito({ correo: usuario.correo }) : NO_ENCONTRADO;
  });
}

/**
 * Chooses a new password with a link. It ends every session of the person and tells them by mail. It counts as a sign-in
 * from where it is chosen: whoever was kept out by what others failed gets in.
 */
export async function elegirClave(
  { token, clave }: { token: string; clave: string },
  ahora: Date,
  { ahora: instante, origen }: Pick<Solicitante, "ahora" | "origen">,
): Promise<Resultado<{ usuarioId: string }>> {
  const tokenHash = resumirToken(token);
  const leido = await leerEnlaceClave(token, ahora);
  if (!leido.ok)
    return fallar("enlace_vencido", "Este enlace ya se usó o venció. Pida otro desde la página de ingreso.");
  const falta = faltaEnClave(clave, leido.valor.correo);
  if (falta) return fallar("clave_debil", falta, { clave: falta });
  const claveHash = await resumirClave(clave);
  return conActor(SISTEMA, "ingreso.elegirClave", async (tx) => {
    const enlace = await buscarEnlace(tx, tokenHash, ahora);
    const usuario = enlace && (await buscarPorId(tx, enlace.usuarioId));
    if (!enlace || !usuario || !(await usarEnlace(tx, enlace.id, ahora))) return NO_ENCONTRADO;
    await fijarClave(tx, usuario, claveHash, ahora, null);
    await confirmarIntento(tx, await anotarIntento(tx, { cuenta: usuario.correo, origen, instante }));
    return exito({ usuarioId: usuario.id });
  });
}

/** Writes a new password, ends the person's sessions (but one, if given) and tells them by mail. */
export async function fijarClave(
  tx: Transaccion,
  usuario: Pick<Usuario, "id" | "nombre" | "correo">,
  claveHash: string,
  ahora: Date,
  salvo: string | null,
): Promise<void> {
  await actualizarUsuario(tx, usuario.id, { claveHash });
  await cerrarSesiones(tx, { usuarioId: usuario.id, ...(salvo ? { salvo } : {}) }, ahora, usuario.id);
  const mensaje = mensajeClaveCambiada({ nombre: usuario.nombre, instante: ahora });
  await encolarCorreos(
    tx,
    [
      {
        clave: `clave-cambiada:${usuario.id}:${ahora.getTime()}`,
        para: usuario.correo,
        ...mensaje,
        tipo: "cuenta",
      },
    ],
    ahora,
  );
}
