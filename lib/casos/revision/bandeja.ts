import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { revisoresDeEllas } from "@/lib/datos/repositorio/revisionAsignacion";
import { leerPaginaBandeja, opcionesBandeja } from "@/lib/datos/repositorio/revisionBandeja";
import { conActor } from "@/lib/datos/transaccion";
import { puede } from "@/lib/flujo/permiso";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { Bandeja, FiltroBandeja } from "@/lib/flujo/vistaBandeja";
import type { Contexto } from "../contexto";
import { soloLoFinal } from "./comun";

/** Rows of a page: what fits in a look and a half. */
export const POR_PAGINA = 25;

export type PaginaBandeja = Bandeja & {
  readonly anio: number;
  readonly filtro: FiltroBandeja;
  readonly paginas: number;
  readonly ministerios: readonly string[];
  readonly rondas: readonly { readonly id: string; readonly nombre: string }[];
  /** To whom those of the page may be given; empty for who cannot assign. */
  readonly revisores: readonly { readonly id: string; readonly nombre: string }[];
};

/** A page of the reviewers' inbox in the exercise in course, within the reach of the hat. */
export function leerBandeja(ctx: Contexto, filtro: FiltroBandeja): Promise<Resultado<PaginaBandeja>> {
  const { actor, ahora } = ctx;
  return conActor(
    actor,
    "revision.bandeja",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      if (!ejercicio || !puede(actor, "revision.ver")) return NO_ENCONTRADO;
      const consulta = {
        ...filtro,
        // Only reviewers have institutions in hand.
        vista: actor.rol === "revisor" ? filtro.vista : ("todas" as const),
        ejercicioId: ejercicio.id,
        usuarioId: actor.usuarioId,
        alcance: actor.alcance,
        soloFinal: soloLoFinal(ctx),
        ahora,
        porPagina: POR_PAGINA,
      };
      const bandeja = await leerPaginaBandeja(tx, consulta);
      const opciones = await opcionesBandeja(tx, consulta);
      const revisores = puede(actor, "revision.asignar")
        ? await revisoresDeEllas(
            tx,
            bandeja.filas.map(({ institucionId }) => institucionId),
            ejercicio.id,
            ahora,
          )
        : [];
      return exito({
        ...bandeja,
        ...opciones,
        anio: ejercicio.anio,
        filtro: { ...filtro, vista: consulta.vista },
        paginas: Math.max(1, Math.ceil(bandeja.total / POR_PAGINA)),
        revisores: revisores.map(({ usuarioId, nombre }) => ({ id: usuarioId, nombre })),
      });
    },
    { soloLectura: true },
  );
}
