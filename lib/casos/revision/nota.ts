import { unaVez } from "@/lib/datos/repositorio/intento";
import { borrarNota, crearNota } from "@/lib/datos/repositorio/revision";
import { conActor } from "@/lib/datos/transaccion";
import { esDeLaRed } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";
import { tomarEnvio } from "./comun";
import { comprobarLugares } from "./lugarClavado";

/** Writes a private note on a version, in any of its states: only people of the Red read it, and the database keeps it so. */
export async function escribirNota(
  ctx: Contexto,
  entrada: { readonly envio: string; readonly ruta?: string | undefined; readonly texto: string },
): Promise<Resultado<{ readonly id: string }>> {
  if (!esDeLaRed(ctx.actor)) return NO_ENCONTRADO;
  const texto = entrada.texto.trim();
  if (texto === "") return fallar("entrada_invalida", "Escriba la nota.", { texto: "Escriba la nota." });
  return conActor(ctx.actor, "revision.anotar", (tx) =>
    unaVez(tx, ctx, "revision.anotar", async () => {
      const tomado = await tomarEnvio(tx, ctx, entrada.envio, "revision.ver");
      if (!tomado.ok) return tomado;
      const { ruta = "" } = entrada;
      const existe = await comprobarLugares(tx, tomado.valor, [ruta]);
      if (!existe.ok) return existe;
      const id = await crearNota(tx, {
        institucionId: tomado.valor.institucionId,
        envioId: tomado.valor.id,
        ruta,
        texto,
        autorId: ctx.actor.usuarioId,
        escritaEn: ctx.ahora,
      });
      return exito({ id });
    }),
  );
}

/** Takes away one's own note; the trail keeps that there was one, without its text. */
export async function quitarNota(
  ctx: Contexto,
  entrada: { readonly envio: string; readonly nota: string },
): Promise<Resultado<null>> {
  if (!esDeLaRed(ctx.actor)) return NO_ENCONTRADO;
  return conActor(ctx.actor, "revision.quitarNota", async (tx) => {
    const tomado = await tomarEnvio(tx, ctx, entrada.envio, "revision.ver");
    if (!tomado.ok) return tomado;
    const { nota: id } = entrada;
    const quitada = await borrarNota(tx, { id, envioId: tomado.valor.id, autorId: ctx.actor.usuarioId });
    return quitada ? exito(null) : NO_ENCONTRADO;
  });
}
