import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { recordatoriosPrevios } from "@/lib/datos/repositorio/revisionAsignacion";
import { conActor } from "@/lib/datos/transaccion";
import { diaEnChile } from "@/lib/expediente/fecha";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { avisar } from "../aviso";
import { personasDe } from "../comite/situacion";
import type { Contexto } from "../contexto";
import { deudasDe } from "./deudas";

export type Recordado = {
  /** Institutions whose counterparts were told now. */
  readonly recordadas: number;
  /** Institutions already told today, or that owe nothing. */
  readonly omitidas: number;
};

/**
 * Reminds the counterparts of some institutions of what they owe the Red (`deudasDe`); of each thing at most once a day
 * (continental Chile), whoever reminds. Those that owe nothing are left alone.
 */
export function recordarPendientes(
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
      const { alcanzadas, avisadas } = await recordatoriosPrevios(tx, ids);
      if (alcanzadas < ids.length) return NO_ENCONTRADO;
      const hoy = diaEnChile(ctx.ahora);
      const institucionesAvisadas = new Set<string>();
      for (const { que, institucion, ...aviso } of await deudasDe(tx, ids, ejercicio, ctx.ahora)) {
        const clave = `revision.recordar ${que} ${hoy}`;
        const { contrapartes } = await personasDe(tx, institucion.id);
        if (avisadas.has(clave) || contrapartes.length === 0) continue;
        institucionesAvisadas.add(institucion.id);
        await avisar(tx, { ...ctx, institucion }, contrapartes, { ...aviso, clave, tipo: "recordatorio" });
      }
      return exito({
        recordadas: institucionesAvisadas.size,
        omitidas: ids.length - institucionesAvisadas.size,
      });
    }),
  );
}
