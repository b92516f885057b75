import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { enviosQueDebenRespuesta } from "@/lib/datos/repositorio/revisionAsignacion";
import { conActor } from "@/lib/datos/transaccion";
import { diaEnChile, mostrarInstante } from "@/lib/expediente/fecha";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { avisar } from "../aviso";
import { personasDe } from "../comite/situacion";
import type { Contexto } from "../contexto";

export type Recordado = {
  /** Institutions whose counterparts were told now. */
  readonly recordadas: number;
  /** Institutions already told today, or that owe no answer. */
  readonly omitidas: number;
};

/**
 * Reminds the counterparts of some institutions that they owe an answer to what was returned; each at most once a day
 * (continental Chile), whoever reminds. Those that owe nothing are left alone: in a preliminary round nobody owes.
 */
export function recordarRespuesta(
  ctx: Contexto,
  entrada: { readonly instituciones: readonly string[] },
): Promise<Resultado<Recordado>> {
  return conActor(ctx.actor, "revision.recordar", (tx) =>
    unaVez(tx, ctx, "revision.recordar", async () => {
      const ids = [...new Set(entrada.instituciones)];
      if (!ids.every((id) => puede(ctx.actor, "revision.asignar", id))) return NO_ENCONTRADO;
      if (ids.length === 0) return fallar("entrada_invalida", "Marque al menos una institución de la lista.");
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      const hoy = diaEnChile(ctx.ahora);
      const claveDe = (envioId: string) => `revision.recordar ${envioId} ${hoy}`;
      const deben = await enviosQueDebenRespuesta(tx, ids, ejercicio.id);
      if (deben.alcanzadas < ids.length) return NO_ENCONTRADO;
      const nuevos = deben.envios.filter(({ id }) => !deben.avisadas.has(claveDe(id)));
      const institucionesAvisadas = new Set<string>();
      for (const { id, institucion, responderHasta } of nuevos) {
        const { contrapartes } = await personasDe(tx, institucion.id);
        if (contrapartes.length === 0) continue;
        institucionesAvisadas.add(institucion.id);
        const hasta = responderHasta
          ? ` Responda hasta el ${mostrarInstante(responderHasta)} horas de Chile continental.`
          : "";
        await avisar(tx, { ...ctx, institucion }, contrapartes, {
          clave: claveDe(id),
          tipo: "recordatorio",
          asunto: "Recordatorio: hay observaciones por responder",
          texto: `${institucion.nombre} tiene observaciones de la Red de Expertos por responder.${hasta}`,
          enlace: `/institucion/${institucion.codigo}/revision`,
        });
      }
      const recordadas = institucionesAvisadas.size;
      return exito({ recordadas, omitidas: ids.length - recordadas });
    }),
  );
}
