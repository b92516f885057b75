import { leerCatalogo, leerDescartados, nombresDe } from "@/lib/datos/repositorio/ajuste";
import { estadosDeMaterias } from "@/lib/datos/repositorio/aprobacion";
import { leerCierre } from "@/lib/datos/repositorio/campoCierre";
import { listarProrrogas } from "@/lib/datos/repositorio/prorroga";
import { conActor } from "@/lib/datos/transaccion";
import { planVigente } from "@/lib/expediente/aplicar";
import type { Falta } from "@/lib/expediente/falta";
import { puede } from "@/lib/flujo/permiso";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { MENSAJE_CIERRE_DE_MATERIA } from "../campo/cierre";
import { fueraDePlazoParaFirmar } from "../comite/plazo";
import type { ContextoInstitucion } from "../contexto";
import { expedienteConFaltas } from "../expediente";
import { type ElementoVisto, elementosVistos, sugerenciasDe } from "./vista";

/** Whether a fault is about the plan and its changes: the report and the rest have their own screens. */
const esDelPlan = ({ regla, ruta }: Falta): boolean =>
  /^(PLAN|AJU)-/.test(regla) || (regla === "FORMATO" && ruta.startsWith("/ajustes"));

/**
 * The plan of the year while it is adjusted: each element with its decisions, what is at fault, until when it can be
 * changed and who acts.
 */
export function leerPlanEnAjuste(ctx: ContextoInstitucion) {
  return conActor(
    ctx.actor,
    "ajuste.leer",
    async (tx) => {
      const leido = await expedienteConFaltas(tx, ctx);
      if (!leido.ok) return leido;
      const { expediente, faltas, ejercicio, planId, filasAjuste: filas } = leido.valor;
      const institucionId = ctx.institucion.id;
      const cierre = await leerCierre(tx, { institucionId, ahora: ctx.ahora }, "plan");
      const prorrogas = (await listarProrrogas(tx, ejercicio.id, institucionId)).filter(
        ({ revocadaEn, alcance }) => revocadaEn === null && alcance === "ajuste",
      );
      const [prorroga = null] = prorrogas;
      const escribe = puede(ctx.actor, "plan.ajustar", institucionId);
      const descartados = escribe ? await leerDescartados(tx, { id: planId, institucionId }) : [];
      const nombres = await nombresDe(
        tx,
        filas.map(({ modificadoPorId }) => modificadoPorId),
      );
      const estados = await estadosDeMaterias(tx, { institucionId, ejercicioId: ejercicio.id });
      const suyas = faltas.filter(esDelPlan);
      const vigente = planVigente(expediente);
      return exito({
        expediente,
        vigente,
        ejercicio,
        estado: estados.plan,
        prorroga,
        faltas: suyas,
        elementos: elementosVistos({ expediente, filas, faltas: suyas, nombres, descartados }),
        quitados: descartados.filter(
          ({ ajuste }) =>
            ajuste.decision === "incorpora" && !filas.some((fila) => fila.elemento === ajuste.elemento),
        ),
        catalogo: await leerCatalogo(tx, institucionId),
        sugerencias: sugerenciasDe(expediente.planOriginal, vigente),
        // The last instant at which a change is in time: a millisecond before the cutoff, or the extension's own.
        vence:
          prorroga && prorroga.hasta >= ejercicio.cierreAjuste
            ? prorroga.hasta
            : new Date(ejercicio.cierreAjuste.getTime() - 1),
        cierre: cierre && { motivo: cierre, mensaje: MENSAJE_CIERRE_DE_MATERIA[cierre] },
        // Only a paper act will do: none can be signed on screen any more.
        actaTarde: fueraDePlazoParaFirmar("plan", ejercicio, ctx.ahora) !== null,
        puedeAjustar: escribe && cierre === null,
        puedeMantener: escribe && (cierre === null || cierre === "plazo"),
        ahora: ctx.ahora,
      });
    },
    { soloLectura: true },
  );
}

export type PlanEnAjuste = Extract<Awaited<ReturnType<typeof leerPlanEnAjuste>>, { ok: true }>["valor"];

/** One element of the plan with what its screen needs of the rest; not found when the plan has no such element. */
export async function leerElementoEnAjuste(
  ctx: ContextoInstitucion,
  { elemento }: { readonly elemento: string },
): Promise<
  Resultado<{
    plan: PlanEnAjuste;
    elemento: ElementoVisto;
    anterior: ElementoVisto | null;
    siguiente: ElementoVisto | null;
  }>
> {
  const leido = await leerPlanEnAjuste(ctx);
  if (!leido.ok) return leido;
  const { elementos } = leido.valor;
  const indice = elementos.findIndex(({ id }) => id === elemento);
  const encontrado = elementos[indice];
  if (!encontrado) return NO_ENCONTRADO;
  return exito({
    plan: leido.valor,
    elemento: encontrado,
    anterior: elementos[indice - 1] ?? null,
    siguiente: elementos[indice + 1] ?? null,
  });
}
