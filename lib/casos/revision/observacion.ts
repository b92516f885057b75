import { unaVez } from "@/lib/datos/repositorio/intento";
import type { EnvioDeRevision } from "@/lib/datos/repositorio/revision";
import {
  borrarBorrador,
  cambiarBorrador,
  crearObservacion,
} from "@/lib/datos/repositorio/revisionObservacion";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { requisitoDeRuta } from "@/lib/flujo/reapertura";
import { exito, fallar, type Resultado } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";
import { comprobarArchivo } from "./archivoClavado";
import { requisitosDe, tomarEnRevision } from "./comun";
import { comprobarLugares } from "./lugarClavado";

/** Longer than any observation that somebody would read. */
export const LARGO_OBSERVACION = 10_000;

export type Observar = {
  readonly envio: string;
  /** Requirement observed as a whole, when it is pinned to no place. */
  readonly requisito: string;
  /** Pointer of the field in the expediente as sent; "" for the whole requirement. */
  readonly ruta: string;
  readonly archivo?: string | undefined;
  /** Page of the file, from 1. */
  readonly pagina?: number | undefined;
  readonly texto: string;
};

const sinTexto = fallar("entrada_invalida", "Escriba la observación.", {
  texto: "Escriba qué se observa y qué se espera de la institución.",
});

/**
 * Drafts an observation, pinned to a field, a file, a page of a file or the whole requirement. The institution sees it
 * when the version is returned. Fails: `entrada_invalida`, `no_en_revision`.
 */
export function observar(ctx: Contexto, entrada: Observar): Promise<Resultado<{ readonly id: string }>> {
  return conActor(ctx.actor, "revision.observar", (tx) =>
    unaVez(tx, ctx, "revision.observar", async () => {
      const tomado = await tomarEnRevision(tx, ctx, entrada.envio);
      if (!tomado.ok) return tomado;
      const envio = tomado.valor;
      const texto = entrada.texto.trim();
      if (texto === "") return sinTexto;
      const lugar = await lugarDe(tx, envio, entrada);
      if (!lugar.ok) return lugar;
      const id = await crearObservacion(tx, {
        institucionId: envio.institucionId,
        envioId: envio.id,
        ...lugar.valor,
        texto,
        autorId: ctx.actor.usuarioId,
        en: ctx.ahora,
      });
      return exito({ id });
    }),
  );
}

async function lugarDe(
  tx: Transaccion,
  envio: EnvioDeRevision,
  { requisito, ruta, archivo, pagina }: Observar,
) {
  const suyo = ruta === "" ? requisito : requisitoDeRuta(ruta);
  if (!suyo || !requisitosDe(envio).some((id) => id === suyo))
    return fallar("entrada_invalida", "Ese lugar no es de un requisito de esta ronda.", {
      ruta: "Elija un lugar de los requisitos de esta ronda.",
    });
  const existe = await comprobarLugares(tx, envio, [ruta]);
  if (!existe.ok) return existe;
  const clavado = await comprobarArchivo(tx, envio, { archivo, pagina });
  if (!clavado.ok) return clavado;
  return exito({ requisito: suyo, ruta, archivoId: archivo ?? null, pagina: pagina ?? null });
}

const YA_PUBLICADA = fallar(
  "conflicto_estado",
  "La observación ya fue enviada a la institución y no se puede cambiar. Recargue la página.",
);

/** Changes the text of a draft, whoever of the pair wrote it. */
export function cambiarObservacion(
  ctx: Contexto,
  entrada: { readonly envio: string; readonly observacion: string; readonly texto: string },
): Promise<Resultado<null>> {
  return conActor(ctx.actor, "revision.cambiarObservacion", async (tx) => {
    const tomado = await tomarEnRevision(tx, ctx, entrada.envio);
    if (!tomado.ok) return tomado;
    const texto = entrada.texto.trim();
    if (texto === "") return sinTexto;
    const cambiada = await cambiarBorrador(tx, {
      id: entrada.observacion,
      envioId: tomado.valor.id,
      texto,
    });
    return cambiada ? exito(null) : YA_PUBLICADA;
  });
}

/** Takes a draft away. */
export function quitarObservacion(
  ctx: Contexto,
  entrada: { readonly envio: string; readonly observacion: string },
): Promise<Resultado<null>> {
  return conActor(ctx.actor, "revision.quitarObservacion", async (tx) => {
    const tomado = await tomarEnRevision(tx, ctx, entrada.envio);
    if (!tomado.ok) return tomado;
    const quitada = await borrarBorrador(tx, { id: entrada.observacion, envioId: tomado.valor.id });
    return quitada ? exito(null) : YA_PUBLICADA;
  });
}
