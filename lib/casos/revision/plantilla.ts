import { unaVez } from "@/lib/datos/repositorio/intento";
import {
  crearPlantilla as escribirPlantilla,
  listarPlantillas,
  retirarPlantilla as retirar,
} from "@/lib/datos/repositorio/revisionObservacion";
import { conActor } from "@/lib/datos/transaccion";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, REVISE, type Resultado } from "@/lib/flujo/resultado";
import type { Plantilla } from "@/lib/flujo/vistaRevision";
import { ID_REQUISITOS } from "@/lib/guia/e3-2025/requisitos";
import type { Contexto } from "../contexto";

/** The texts that every reviewer may reuse, by title. */
export function leerPlantillas(ctx: Contexto): Promise<Resultado<readonly Plantilla[]>> {
  return conActor(
    ctx.actor,
    "plantilla.listar",
    async (tx) => {
      if (!puede(ctx.actor, "plantilla.administrar")) return NO_ENCONTRADO;
      const filas = await listarPlantillas(tx);
      return exito(filas.map(({ id, requisito, titulo, texto }) => ({ id, requisito, titulo, texto })));
    },
    { soloLectura: true },
  );
}

/** Keeps a text for reuse, for one requirement or, without it, for any. */
export async function crearPlantilla(
  ctx: Contexto,
  entrada: { readonly requisito: string; readonly titulo: string; readonly texto: string },
): Promise<Resultado<{ readonly id: string }>> {
  if (!puede(ctx.actor, "plantilla.administrar")) return NO_ENCONTRADO;
  const [titulo, texto] = [entrada.titulo.trim(), entrada.texto.trim()];
  const campos: Record<string, string> = {};
  if (titulo === "") campos.titulo = "Escriba un título corto: con él se elige la plantilla.";
  if (texto === "") campos.texto = "Escriba el texto de la observación.";
  if (Object.keys(campos).length > 0) return fallar("entrada_invalida", REVISE, campos);
  const requisito = ID_REQUISITOS.find((id) => id === entrada.requisito) ?? null;
  return conActor(ctx.actor, "plantilla.crear", (tx) =>
    unaVez(tx, ctx, "plantilla.crear", async () =>
      exito({
        id: await escribirPlantilla(tx, {
          requisito,
          titulo,
          texto,
          creadaPorId: ctx.actor.usuarioId,
          creadaEn: ctx.ahora,
        }),
      }),
    ),
  );
}

/** Retires a template: it is no longer offered; what was observed with it stays. */
export async function retirarPlantilla(
  ctx: Contexto,
  entrada: { readonly plantilla: string },
): Promise<Resultado<null>> {
  if (!puede(ctx.actor, "plantilla.administrar")) return NO_ENCONTRADO;
  return conActor(ctx.actor, "plantilla.retirar", async (tx) =>
    (await retirar(tx, entrada.plantilla, ctx.ahora)) ? exito(null) : NO_ENCONTRADO,
  );
}
