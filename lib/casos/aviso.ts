import { direccionDeBaja } from "@/lib/correo/baja";
import { cuerpoDeAviso } from "@/lib/correo/plantilla";
import { type CorreoNuevo, encolarCorreos } from "@/lib/datos/repositorio/correo";
import type { Integrante } from "@/lib/datos/repositorio/membresia";
import { crearNotificaciones } from "@/lib/datos/repositorio/notificacion";
import { leerPreferencias } from "@/lib/datos/repositorio/preferencia";
import type { Transaccion } from "@/lib/datos/transaccion";
import type { Actor } from "@/lib/flujo/actor";
import { despachoDe, type Preferencia, type TipoAviso } from "@/lib/flujo/aviso";
import type { ContextoInstitucion } from "./contexto";
import { direccion } from "./enlace";

export type Aviso = {
  /** What it is about, unique: nobody is told the same thing twice. */
  readonly clave: string;
  /** Its kind (lib/flujo/aviso): whether it may be silenced or wait for the digest. Essential unless said. */
  readonly tipo?: TipoAviso;
  readonly asunto: string;
  /** One sentence: the notice on screen and the first line of the mail. */
  readonly texto: string;
  /** Path inside the platform, from its root. */
  readonly enlace: string;
  /** Also tells whoever did it, when they are among the people: a receipt. */
  readonly tambienQuienActua?: boolean;
};

/** Whoever is told. */
export type Avisado = Pick<Integrante, "usuarioId" | "correo" | "nombre">;

/** When, about which institution (null: none in particular), and who did it (null: the platform). */
type Momento = {
  readonly ahora: Date;
  readonly institucion: Pick<ContextoInstitucion["institucion"], "id"> | null;
  readonly actor: Pick<Actor, "usuarioId">;
};

const SIN_PREFERENCIA: Preferencia = { resumenDiario: false, silenciados: [] };

/**
 * Tells people of something, on screen and by mail, in the transaction of what happened: if it is undone nobody hears.
 * Whoever did it is not told, unless the notice asks for it. By mail it arrives as its kind and each person's
 * preferences say.
 */
export async function avisar(
  tx: Transaccion,
  ctx: Momento,
  personas: readonly Avisado[],
  aviso: Aviso,
): Promise<void> {
  const unicas = [...new Map(personas.map((persona) => [persona.usuarioId, persona])).values()];
  const otras = unicas.filter(
    (persona) => aviso.tambienQuienActua || persona.usuarioId !== ctx.actor.usuarioId,
  );
  if (otras.length === 0) return;
  const tipo = aviso.tipo ?? "aviso";
  await crearNotificaciones(
    tx,
    otras.map(({ usuarioId }) => ({
      usuarioId,
      institucionId: ctx.institucion?.id ?? null,
      clave: aviso.clave,
      tipo,
      texto: aviso.texto,
      enlace: aviso.enlace,
      creadaEn: ctx.ahora,
    })),
  );
  const preferencias = await leerPreferencias(
    tx,
    otras.map(({ usuarioId }) => usuarioId),
  );
  const correos = otras.map((persona) =>
    correoDe(persona, { ...aviso, tipo }, preferencias.get(persona.usuarioId) ?? SIN_PREFERENCIA),
  );
  await encolarCorreos(
    tx,
    correos.filter((correo) => correo !== null),
    ctx.ahora,
  );
}

/** The mail of a notice for one person, by what they prefer; null when they do not want it by mail. */
export function correoDe(
  { usuarioId, correo, nombre }: Avisado,
  { clave, tipo, asunto, texto, enlace }: Aviso & { readonly tipo: TipoAviso },
  preferencia: Preferencia,
): CorreoNuevo | null {
  const despacho = despachoDe(tipo, preferencia);
  if (despacho === "sin_correo") return null;
  const base = { clave: `${clave} ${usuarioId}`, para: correo, asunto, tipo, usuarioId };
  const donde = direccion(enlace);
  // Gathered, it is one item of the digest, which brings its own greeting.
  if (despacho === "en_resumen") return { ...base, texto: `${texto}\n${donde}`, enResumen: true };
  return {
    ...base,
    texto: cuerpoDeAviso({ nombre, texto, enlace: donde, baja: direccionDeBaja({ usuarioId, que: tipo }) }),
  };
}
