import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { buscarGrupo } from "@/lib/datos/repositorio/grupo";
import { idsDeBusqueda, moverInstituciones } from "@/lib/datos/repositorio/grupoInstitucion";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { actualizarResumen } from "@/lib/datos/repositorio/resumen";
import { conActor } from "@/lib/datos/transaccion";
import { exito, fallar, NO_ENCONTRADO, REVISE, type Resultado } from "@/lib/flujo/resultado";
import { comoSeBusca, SIN_GRUPO } from "@/lib/flujo/tablero";
import type { Contexto } from "../contexto";
import { administraGrupos } from "./comun";
import { elegirGrupos } from "./elegirGrupo";

export type Mover = {
  /** Ids of the institutions marked. */
  readonly instituciones: readonly string[];
  /** Instead of those marked, all that match what is being looked for. */
  readonly todas: boolean;
  readonly texto: string;
  readonly grupo: string;
  /** Id of the group they go to; «ninguno» to take them out of theirs. */
  readonly destino: string;
};

export type Movidas = { readonly movidas: number; readonly sueltas: number; readonly grupo: string | null };

const MAXIMO_MS = 60_000;

/**
 * Moves institutions to a group of the exercise in course, many at once. What somebody of another pair had in hand is
 * left for the new pair. Fails: `entrada_invalida` (none marked, no group).
 */
export async function mover(ctx: Contexto, entrada: Mover): Promise<Resultado<Movidas>> {
  if (!administraGrupos(ctx.actor)) return NO_ENCONTRADO;
  if (entrada.todas) await actualizarResumen();
  return conActor(
    ctx.actor,
    "grupo.mover",
    (tx) =>
      unaVez(tx, ctx, "grupo.mover", async () => {
        const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
        if (!ejercicio) return NO_ENCONTRADO;
        const busqueda = { texto: comoSeBusca(entrada.texto), grupo: entrada.grupo };
        const ids = entrada.todas ? await idsDeBusqueda(tx, ejercicio.id, busqueda) : entrada.instituciones;
        if (ids.length === 0)
          return fallar("entrada_invalida", "Marque al menos una institución antes de moverlas.");
        const alGrupo =
          entrada.destino === SIN_GRUPO ? null : await buscarGrupo(tx, ejercicio.id, entrada.destino);
        if (entrada.destino !== SIN_GRUPO && !alGrupo) return NO_ENCONTRADO;
        const hecho = await moverInstituciones(tx, ejercicio.id, ids, alGrupo?.id ?? null);
        return exito({ ...hecho, grupo: alGrupo?.nombre ?? null });
      }),
    { duracionMs: MAXIMO_MS },
  );
}

type Escrito = Omit<Mover, "destino"> & {
  /** The group they go to, as a person writes it. */
  readonly destino: string;
  /** Instead, they are left in none. */
  readonly quitar: boolean;
};

const revise = (destino: string) => fallar("entrada_invalida", REVISE, { destino });

/** `mover` to the group that a text names. Fails, besides, with `entrada_invalida` when it names none. */
export async function moverAlEscrito(ctx: Contexto, { destino, quitar, ...cuales }: Escrito) {
  if (!administraGrupos(ctx.actor)) return NO_ENCONTRADO;
  const escrito = destino.trim() !== "";
  if (quitar && escrito)
    return revise("Escribió un grupo y marcó dejarlas sin grupo: borre el grupo o quite la marca.");
  if (!quitar && !escrito) return revise("Escriba el grupo al que van.");
  const elegido = quitar ? exito({ destino: SIN_GRUPO }) : await elegirGrupos(ctx, { destino });
  return elegido.ok ? mover(ctx, { ...cuales, ...elegido.valor }) : elegido;
}
