import { isDeepStrictEqual } from "node:util";
import { borrarDificultad, crearDificultades, leerDificultad } from "@/lib/datos/repositorio/informe";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { leerLugar, type ValorCampo } from "@/lib/flujo/campo";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { DificultadEscrita, ImportacionHecha } from "@/lib/flujo/vistaInforme";
import { guardarCampos } from "../campo/guardar";
import { ACCION_DE_CIERRE, aceptaValor } from "../campo/valor";
import type { ContextoInstitucion } from "../contexto";
import { conInforme } from "./comun";

export type AplicarImportacion = {
  readonly cambios: readonly {
    readonly lugar: string;
    readonly base: ValorCampo;
    readonly valor: ValorCampo;
    readonly que: string;
  }[];
  readonly nuevas: readonly DificultadEscrita[];
  readonly quitadas: readonly { readonly id: string; readonly visto: DificultadEscrita }[];
};

const deNuevo = (que: string) => `${que} cambió después de revisar el archivo, y quedó como está.`;

/**
 * Does what the preview of a file showed, and nothing else: each field is written only if it still holds what the
 * preview said, as if a person had typed it. Difficulties are added once for each key of intent.
 * @returns what was done, and the fields that somebody changed in between; `cerrado_…` when nothing can be written.
 */
export async function aplicarImportacion(
  ctx: ContextoInstitucion,
  { cambios, nuevas, quitadas }: AplicarImportacion,
): Promise<Resultado<ImportacionHecha>> {
  for (const { lugar } of cambios) {
    const leido = leerLugar(lugar);
    if (!leido || ACCION_DE_CIERRE[leido.grupo] !== "informe.llenar") return NO_ENCONTRADO;
  }
  for (const nueva of nuevas)
    for (const [campo, valor] of Object.entries(nueva))
      if (!aceptaValor({ grupo: "dificultad", clave: [""], campo }, valor))
        return fallar("entrada_invalida", "El archivo cambió desde que se revisó. Vuelva a cargarlo.");

  const conflictos: { que: string; mensaje: string }[] = [];
  const sinListas = nuevas.length === 0 && quitadas.length === 0;
  const listas = sinListas
    ? exito({ agregadas: 0, quitadas: 0 })
    : await conInforme(ctx, "informe.importar", async (tx, informe) => {
        let fuera = 0;
        for (const { id, visto } of quitadas) {
          const actual = await leerDificultad(tx, informe, id);
          if (!actual) continue;
          const que = `La dificultad u holgura «${visto.descripcion ?? "sin descripción"}»`;
          if (isDeepStrictEqual({ ...actual }, { ...visto })) {
            await borrarDificultad(tx, informe, id);
            fuera += 1;
          } else conflictos.push({ que, mensaje: deNuevo(que) });
        }
        const creadas = await unaVez(tx, ctx, "informe.importar", async () =>
          exito((await crearDificultades(tx, informe, nuevas)).length),
        );
        return creadas.ok ? exito({ agregadas: creadas.valor, quitadas: fuera }) : creadas;
      });
  if (!listas.ok) return listas;

  const hecho = await guardarCampos(ctx, {
    usuario: ctx.actor.usuarioId,
    campos: cambios.map(({ lugar, base, valor }) => ({ lugar, base, valor })),
  });
  if (!hecho.ok) return hecho;
  let guardados = 0;
  for (const { lugar, que } of cambios) {
    const respuesta = hecho.valor.respuestas[lugar];
    if (respuesta?.estado === "guardado") guardados += 1;
    else
      conflictos.push({ que, mensaje: respuesta?.estado === "cerrado" ? respuesta.mensaje : deNuevo(que) });
  }
  return exito({ guardados, ...listas.valor, conflictos });
}
