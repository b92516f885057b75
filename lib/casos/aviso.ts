import { encolarCorreos } from "@/lib/datos/repositorio/correo";
import type { Integrante } from "@/lib/datos/repositorio/membresia";
import { crearNotificaciones } from "@/lib/datos/repositorio/notificacion";
import type { Transaccion } from "@/lib/datos/transaccion";
import type { Actor } from "@/lib/flujo/actor";
import type { ContextoInstitucion } from "./contexto";
import { direccion } from "./enlace";

export type Aviso = {
  /** What it is about, unique: nobody is told the same thing twice. */
  readonly clave: string;
  readonly asunto: string;
  /** One sentence: the notice on screen and the first line of the mail. */
  readonly texto: string;
  /** Path inside the platform, from its root. */
  readonly enlace: string;
  /** Also tells whoever did it, when they are among the people: a receipt. */
  readonly tambienQuienActua?: boolean;
};

/**
 * Tells people of something, on screen and by mail, in the transaction of what happened: if it is undone nobody hears.
 * Whoever did it is not told, unless the notice asks for it.
 */
export async function avisar(
  tx: Transaccion,
  ctx: Pick<ContextoInstitucion, "ahora" | "institucion"> & { readonly actor: Pick<Actor, "usuarioId"> },
  personas: readonly Pick<Integrante, "usuarioId" | "correo" | "nombre">[],
  aviso: Aviso,
): Promise<void> {
  const unicas = [...new Map(personas.map((persona) => [persona.usuarioId, persona])).values()];
  const otras = unicas.filter(
    (persona) => aviso.tambienQuienActua || persona.usuarioId !== ctx.actor.usuarioId,
  );
  await crearNotificaciones(
    tx,
    otras.map(({ usuarioId }) => ({
      usuarioId,
      institucionId: ctx.institucion.id,
      clave: aviso.clave,
      texto: aviso.texto,
      enlace: aviso.enlace,
      creadaEn: ctx.ahora,
    })),
  );
  await encolarCorreos(
    tx,
    otras.map(({ usuarioId, correo, nombre }) => ({
      clave: `${aviso.clave} ${usuarioId}`,
      para: correo,
      asunto: aviso.asunto,
      texto: `Hola, ${nombre}:\n\n${aviso.texto}\n\nÁbralo aquí: ${direccion(aviso.enlace)}\n\nPlataforma CSEU\nEste mensaje es automático: no lo responda.\n`,
    })),
    ctx.ahora,
  );
}
