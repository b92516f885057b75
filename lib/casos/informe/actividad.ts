import { describirContenido } from "@/lib/expediente/describir";
import { contenidoDe, elementosDe } from "@/lib/expediente/elementos";
import type { Expediente } from "@/lib/expediente/formato";
import { clave } from "@/lib/expediente/texto";
import { exito, NO_ENCONTRADO } from "@/lib/flujo/resultado";
import { CATEGORIAS } from "@/lib/guia/e3-2025/categorias";
import { type Componente, DECISIONES_AJUSTE, NOMBRES_COMPONENTE } from "@/lib/guia/e3-2025/valores";
import type { ContextoInstitucion } from "../contexto";
import { leerInformeConCampos } from "./leer";
import { razonesDe, resultadoDe } from "./vista";

/**
 * One activity of the plan in force with what was reported of it: whether it counts as fulfilled and why, and the
 * justifications its changes brought from the plan. Not found when the plan in force has no such activity.
 */
export async function leerActividad(
  ctx: ContextoInstitucion,
  { actividad: id }: { readonly actividad: string },
) {
  const leido = await leerInformeConCampos(ctx, ["actividad", "tramite", "componente"]);
  if (!leido.ok) return leido;
  const { informe, valores } = leido.valor;
  const actividades = informe.vigente?.actividades ?? [];
  const indice = actividades.findIndex((una) => una.id === id);
  const actividad = actividades[indice];
  if (!actividad) return NO_ENCONTRADO;
  const estado =
    informe.cumplimiento.actividades.detalle.find((uno) => uno.actividad === id)?.estado ?? "pendiente";
  const cambios = cambiosDe(informe.expediente, id);
  return exito({
    informe,
    valores,
    actividad,
    anterior: actividades[indice - 1] ?? null,
    siguiente: actividades[indice + 1] ?? null,
    estado,
    razones: razonesDe(actividad, resultadoDe(informe.expediente.informe, id), estado),
    cambios,
    ajustados: cambios.flatMap(({ componente }) => (componente ? [componente] : [])),
  });
}

export type ActividadVista = Extract<Awaited<ReturnType<typeof leerActividad>>, { ok: true }>["valor"];

/** The changes of an activity with their reasons, as the plan brings them (guide, §1). */
function cambiosDe(expediente: Expediente, id: string) {
  const original = elementosDe(expediente.planOriginal).find((uno) => uno.clave === clave(id));
  return (expediente.ajustes ?? [])
    .filter((ajuste) => clave(ajuste.elemento) === clave(id) && ajuste.decision !== "mantiene")
    .map((ajuste) => {
      const componente = (ajuste.componente ?? null) as Componente | null;
      return {
        clave: componente ?? "",
        componente,
        que: componente === null ? "Actividad completa" : NOMBRES_COMPONENTE[componente],
        enPalabras: ajuste.decision ? DECISIONES_AJUSTE[ajuste.decision] : "",
        antes:
          componente !== null && original
            ? describirContenido(componente, contenidoDe(original, componente))
            : "",
        categorias: (ajuste.categorias ?? []).map((letra) => categoriaEnPalabras(letra, ajuste.otraRazon)),
        argumento: ajuste.argumento ?? "",
        antecedentes: ajuste.antecedentes ?? "",
      };
    });
}

function categoriaEnPalabras(letra: string, otraRazon: string | null | undefined): string {
  const nombre = (CATEGORIAS as Readonly<Record<string, { readonly nombre: string }>>)[letra]?.nombre ?? "";
  return `${letra}) ${nombre}${letra === "g" && otraRazon ? `: ${otraRazon}` : ""}`;
}
