import { abrirSesion, cerrarSesiones, sombreroInicial } from "@/lib/datos/repositorio/sesion";
import { actualizarUsuario } from "@/lib/datos/repositorio/usuario";
import { conActor } from "@/lib/datos/transaccion";
import { configuracionSesion } from "@/lib/sesion/configuracion";
import { recienReconocida, type Solicitante } from "./solicitante";

/**
 * Opens a session for a person who has just proved who they are, and ends the one this browser had.
 * Takes the person's id, how they proved it ("clave" or a provider's id), the request and the true instant of the proof.
 * Returns the id of the session.
 */
export function abrirPara(
  usuarioId: string,
  metodo: string,
  solicitante: Solicitante,
  autenticadaEn: Date = solicitante.ahora,
): Promise<string> {
  const { ahora, origen, agente, sesionAnterior } = solicitante;
  const expiraEn = new Date(ahora.getTime() + configuracionSesion().maximaMinutos * 60_000);
  return conActor(recienReconocida(usuarioId), "ingreso.abrir", async (tx) => {
    const membresiaId = await sombreroInicial(tx, usuarioId);
    if (sesionAnterior) await cerrarSesiones(tx, { usuarioId, id: sesionAnterior }, ahora, usuarioId);
    await actualizarUsuario(tx, usuarioId, { ultimoIngresoEn: ahora });
    return abrirSesion(tx, {
      usuarioId,
      membresiaId,
      metodo,
      origen,
      agente,
      ahora,
      autenticadaEn,
      expiraEn,
    });
  });
}
