import {
  anotarIntento,
  confirmarIntento,
  contarFallidos,
  tomarTurno,
} from "@/lib/datos/repositorio/intentoIngreso";
import { buscarPorCorreo, normalizarCorreo, type Usuario } from "@/lib/datos/repositorio/usuario";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { exito, fallar, type Resultado } from "@/lib/flujo/resultado";
import { esClave } from "@/lib/sesion/clave";
import type { Solicitante } from "./solicitante";

/** Failed attempts before one must wait, and how long, in minutes. By origin it is higher: an institution shares its address. */
export const LIMITES = { cuenta: 10, origen: 100, minutos: 15 } as const;

const INCORRECTA = fallar(
  "credenciales",
  "El correo o la clave no son correctos. Revíselos, o pida una clave nueva si no la recuerda.",
);
const DEMASIADOS = fallar(
  "demasiados_intentos",
  `Hubo muchos intentos fallidos seguidos. Espere ${LIMITES.minutos} minutos y vuelva a intentarlo, o pida una clave nueva.`,
);

/**
 * Whether a password is the one of an e-mail's account, counting the attempt for all the nodes together. The attempt
 * is written as failed before looking, so that a burst cannot outrun the count, and the slow digest holds no connection.
 * Says the same, after the same time, whether or not the account exists.
 * Returns the person; or `credenciales`, or `demasiados_intentos`.
 */
export async function comprobarClave(
  caso: string,
  { correo, clave }: { correo: string; clave: string },
  { ahora, origen }: Pick<Solicitante, "ahora" | "origen">,
): Promise<Resultado<Usuario>> {
  const cuenta = normalizarCorreo(correo);
  const desde = new Date(ahora.getTime() - LIMITES.minutos * 60_000);
  const inicio = await conActor(SISTEMA, caso, async (tx) => {
    await tomarTurno(tx, cuenta);
    const fallidos = await contarFallidos(tx, cuenta, origen, desde);
    // Whoever usually comes from there does not pay for what others fail behind the same address.
    const porOrigen = fallidos.origen >= LIMITES.origen && !fallidos.conocida;
    if (fallidos.cuenta >= LIMITES.cuenta || porOrigen) return null;
    const intento = await anotarIntento(tx, { cuenta, origen, instante: ahora });
    return { intento, usuario: await buscarPorCorreo(tx, cuenta) };
  });
  if (!inicio) return DEMASIADOS;
  const { intento, usuario } = inicio;
  const coincide = await esClave(clave, usuario?.activo ? usuario.claveHash : null);
  if (!usuario || !coincide) return INCORRECTA;
  await conActor(SISTEMA, caso, (tx) => confirmarIntento(tx, intento));
  return exito(usuario);
}
