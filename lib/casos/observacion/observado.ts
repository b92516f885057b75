import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { leerDevuelta, leerEnviados, posicionesDe } from "@/lib/datos/repositorio/envio";
import { hayObservado } from "@/lib/datos/repositorio/observacion";
import { conActor } from "@/lib/datos/transaccion";
import { destinoDeFalta } from "@/lib/flujo/destino";
import { esqueletoDe } from "@/lib/flujo/esqueleto";
import type { Devuelta } from "@/lib/flujo/puntero";
import type { ContextoInstitucion } from "../contexto";
import { nombradorDeLugares } from "../revision/documento";
import { leerVistas } from "./leer";

/** An observation on the screens where what it is about is written. */
export type Marca = {
  readonly id: string;
  /** Path of the page where it is mended, from the root. */
  readonly camino: string;
  /** Id of the field or of the part of that page; null when it is all of it. */
  readonly lugar: string | null;
  readonly nombre: string;
  readonly texto: string;
  readonly pendiente: boolean;
  /** Where its thread is. */
  readonly href: string;
};

export type Observado = {
  readonly marcas: readonly Marca[];
  /** After a return that did not open everything: by which each field knows whether it can be written. */
  readonly devuelta: (Devuelta & { readonly posiciones: Readonly<Record<string, number>> }) | null;
};

const NADA: Observado = { marcas: [], devuelta: null };

/** What was observed and is still to be attended, by page and field; and what a partial return opened. */
export async function leerObservado(ctx: ContextoInstitucion): Promise<Observado> {
  const institucionId = ctx.institucion.id;
  if (!(await hayObservado(ctx.actor, institucionId, ctx.ahora))) return NADA;
  return conActor(
    ctx.actor,
    "observacion.marcas",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      if (!ejercicio) return NADA;
      const vivas = (await leerVistas(tx, institucionId, ejercicio.id)).filter(({ admite }) => admite);
      const enviados = await leerEnviados(tx, institucionId, ejercicio.id, [
        ...new Set(vivas.map(({ version }) => version)),
      ]);
      const nombradores = new Map([...enviados].map(([version, uno]) => [version, nombradorDeLugares(uno)]));
      const devuelta = await leerDevuelta(tx, institucionId, ejercicio.id);
      const base = `/institucion/${ctx.institucion.codigo}`;
      return {
        marcas: vivas.flatMap(({ id, ruta, version, pendiente, mensajes, rondaId }): Marca[] => {
          const enviado = enviados.get(version);
          if (!enviado || ruta === "") return [];
          const { camino, id: lugar } = destinoDeFalta({ ruta }, enviado);
          const texto =
            mensajes.findLast(({ gesto }) => gesto === "observa" || gesto === "insiste")?.texto ?? "";
          return [
            {
              id,
              camino: `${base}${camino}`,
              lugar,
              nombre: nombradores.get(version)?.(ruta) ?? "",
              texto,
              pendiente,
              href: `${base}/revision${rondaId === null ? "" : `/${rondaId}`}#observacion-${id}`,
            },
          ];
        }),
        devuelta: devuelta && {
          reabierto: devuelta.reabierto,
          enviado: esqueletoDe(devuelta.enviado),
          posiciones: await posicionesDe(tx, institucionId, ejercicio.id),
        },
      };
    },
    { soloLectura: true },
  );
}
