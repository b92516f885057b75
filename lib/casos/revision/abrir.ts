import { unaVez } from "@/lib/datos/repositorio/intento";
import { transitarEnvio } from "@/lib/datos/repositorio/revision";
import { tomarSiNadie } from "@/lib/datos/repositorio/revisionAsignacion";
import { conActor } from "@/lib/datos/transaccion";
import { exito, type Resultado } from "@/lib/flujo/resultado";
import { avisar } from "../aviso";
import { personasDe } from "../comite/situacion";
import type { Contexto } from "../contexto";
import { CHOQUE, nombreDeRonda, tomarParaEvento } from "./comun";

/**
 * Opens the review of a version that arrived. If nobody has its institution in hand, whoever opens it takes it.
 * Fails: `conflicto_estado` when somebody opened it first.
 */
export function abrirRevision(
  ctx: Contexto,
  entrada: { readonly envio: string },
): Promise<Resultado<{ readonly envio: string }>> {
  return conActor(ctx.actor, "revision.abrir", (tx) =>
    unaVez(tx, ctx, "revision.abrir", async () => {
      const tomado = await tomarParaEvento(tx, ctx, entrada.envio, "revision.observar", "abrir");
      if (!tomado.ok) return tomado;
      const { envio, hacia } = tomado.valor;
      const abierto = await transitarEnvio(tx, envio.id, envio.estado, {
        estado: hacia,
        abiertoEn: ctx.ahora,
        abiertoPorId: ctx.actor.usuarioId,
      });
      if (!abierto) return CHOQUE;
      await tomarSiNadie(tx, {
        institucionId: envio.institucionId,
        ejercicioId: envio.ejercicioId,
        usuarioId: ctx.actor.usuarioId,
        asignadaPorId: ctx.actor.usuarioId,
        asignadaEn: ctx.ahora,
      });
      const { contrapartes } = await personasDe(tx, envio.institucionId);
      const { institucion } = envio;
      await avisar(tx, { ...ctx, institucion }, contrapartes, {
        clave: `revision.abrir ${envio.id}`,
        tipo: "revision_abierta",
        asunto: "La Red de Expertos comenzó a revisar su expediente",
        texto: `La Red de Expertos abrió la versión ${envio.version} (ronda ${nombreDeRonda(envio)}) de ${institucion.nombre}.`,
        enlace: `/institucion/${institucion.codigo}/revision`,
      });
      return exito({ envio: envio.id });
    }),
  );
}
