import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { gruposDePersonas } from "@/lib/datos/repositorio/grupo";
import { type Invitacion, listarPendientes } from "@/lib/datos/repositorio/invitacion";
import {
  buscarIntegrantesDeLaRed,
  type Integrante,
  listarIntegrantes,
} from "@/lib/datos/repositorio/membresia";
import { conActor } from "@/lib/datos/transaccion";
import { puede } from "@/lib/flujo/permiso";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { comoSeBusca } from "@/lib/flujo/tablero";
import type { Contexto } from "../contexto";
import { leerPagina, type Pagina } from "../pagina";

export type Personas = {
  readonly integrantes: readonly Integrante[];
  /** Empty for those who cannot invite: an invitation is between who invites and who is invited. */
  readonly invitaciones: readonly Invitacion[];
};

/** People with a function in an institution, and who has been invited. */
export async function listarPersonas(ctx: Contexto, institucionId: string): Promise<Resultado<Personas>> {
  const invita = puede(ctx.actor, "persona.invitar", institucionId);
  return conActor(ctx.actor, "persona.listar", async (tx) =>
    exito({
      integrantes: await listarIntegrantes(tx, institucionId),
      invitaciones: invita ? await listarPendientes(tx, institucionId) : [],
    }),
  );
}

/** Somebody of the Red, with the groups of the exercise in course in whose pair their function of reviewer has them. */
export type IntegranteDeLaRed = Integrante & { readonly grupos: readonly string[] };

export type PersonasDeLaRed = {
  readonly integrantes: Pagina<IntegranteDeLaRed>;
  readonly invitaciones: readonly Invitacion[];
};

export const POR_PAGINA = 50;

/** A page of the people of the Red de Expertos whose name or e-mail contains a text, and who has been invited. */
export async function listarRed(
  { actor, ahora }: Contexto,
  { texto, pagina }: { readonly texto: string; readonly pagina: number },
): Promise<Resultado<PersonasDeLaRed>> {
  if (!puede(actor, "red.administrar")) return NO_ENCONTRADO;
  const buscado = comoSeBusca(texto);
  return conActor(
    actor,
    "persona.listarRed",
    async (tx) => {
      const integrantes = await leerPagina(pagina, POR_PAGINA, (tramo) =>
        buscarIntegrantesDeLaRed(tx, buscado, tramo),
      );
      const revisan = integrantes.filas.filter(({ rol }) => rol === "revisor");
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      const grupos = ejercicio
        ? await gruposDePersonas(
            tx,
            ejercicio.id,
            revisan.map(({ usuarioId }) => usuarioId),
          )
        : new Map<string, readonly string[]>();
      const conGrupos = integrantes.filas.map((integrante) => ({
        ...integrante,
        grupos: integrante.rol === "revisor" ? (grupos.get(integrante.usuarioId) ?? []) : [],
      }));
      return exito({
        integrantes: { ...integrantes, filas: conGrupos },
        invitaciones: await listarPendientes(tx, null),
      });
    },
    { soloLectura: true },
  );
}
