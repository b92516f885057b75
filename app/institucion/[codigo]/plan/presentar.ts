import type { OpcionesEditor } from "@/components/plan/editores/contenido";
import type { Pendiente } from "@/components/plan/mantener-pendientes";
import type { PlanEnAjuste } from "@/lib/casos/ajuste/leer";
import type { ElementoVisto } from "@/lib/casos/ajuste/vista";
import { abreviar } from "@/lib/expediente/texto";

/** Address of an element's page. */
export function rutaDeElemento(codigo: string, id: string): string {
  return `/institucion/${codigo}/plan/${encodeURIComponent(id)}`;
}

/** What «Mantener todo lo pendiente» would cover in some elements. */
export function pendientesDe(elementos: readonly ElementoVisto[]): Pendiente[] {
  return elementos
    .filter(({ origen, eliminado }) => origen === "original" && !eliminado)
    .map(({ id, titulo, componentes }) => ({
      id,
      titulo,
      componentes: componentes
        .filter(({ decision, componente }) => decision === null && componente !== "objetivoEspecifico")
        .map(({ nombre }) => nombre),
    }))
    .filter(({ componentes }) => componentes.length > 0);
}

/** What the editors of an element suggest and offer to choose from. */
export function opcionesDeEditor(plan: PlanEnAjuste, elemento: ElementoVisto): OpcionesEditor {
  const { areas, participantes, tramites, subtitulos, items } = plan.sugerencias;
  return {
    areas,
    participantes,
    subtitulos,
    items,
    // What the plan already names counts as the catalogue's: it was chosen from it in 2024.
    catalogo: [...new Set([...plan.catalogo, ...tramites])],
    objetivos: (plan.vigente?.objetivosEspecificos ?? []).map(({ id, descripcion }) => ({
      id,
      descripcion: abreviar(descripcion, 80),
    })),
    prefijo: elemento.id,
  };
}

/** What comes next and who acts, in the words of the plan's page. */
export function siguienteDelPlan({ estado, elementos, faltas, cierre, actaTarde }: PlanEnAjuste) {
  const pendientes = pendientesDe(elementos).reduce((suma, { componentes }) => suma + componentes.length, 0);
  const errores = faltas.filter(({ nivel }) => nivel === "error").length - pendientes;
  if (estado === "en_firma")
    return { que: "El plan está en el Comité y espera sus firmas", quien: "Comité de Calidad", accion: null };
  if (estado === "aprobada")
    return { que: "El Comité aprobó el Plan 2025", quien: "Contraparte: implementar el plan", accion: null };
  if (cierre?.motivo === "envio")
    return { que: "El expediente está en la Red de Expertos", quien: "Red de Expertos", accion: null };
  const quien = "Contraparte";
  const vencido = cierre?.motivo === "plazo";
  const luego = actaTarde ? "registre el acta en papel del Comité" : "envíelo al Comité";
  if (pendientes > 0 && vencido)
    return {
      que: `${pendientes === 1 ? "Quedó 1 componente sin decidir" : `Quedaron ${pendientes} componentes sin decidir`}: ya no se modifican, pero puede mantenerlos como estaban. Después, ${luego}`,
      quien,
      accion: "decidir" as const,
    };
  if (pendientes > 0)
    return {
      que:
        pendientes === 1
          ? "Falta decidir sobre 1 componente"
          : `Falta decidir sobre ${pendientes} componentes`,
      quien,
      accion: "decidir" as const,
    };
  if (errores > 0 && vencido)
    return {
      que: `${errores === 1 ? "Falta 1 dato" : `Faltan ${errores} datos`} de los cambios y el plazo venció: pida una prórroga a la Red de Expertos`,
      quien,
      accion: "completar" as const,
    };
  if (errores > 0)
    return {
      que:
        errores === 1
          ? "Falta completar 1 dato de los cambios"
          : `Falta completar ${errores} datos de los cambios`,
      quien,
      accion: "completar" as const,
    };
  return {
    que: actaTarde
      ? "El plan está completo: registre el acta en papel con que el Comité lo aprobó dentro de plazo"
      : "El plan está completo: envíelo al Comité para su aprobación",
    quien,
    accion: "enviar" as const,
  };
}
