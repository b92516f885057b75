import type { AjusteLeido } from "../aplicar";
import { elementosDe, nombrar } from "../elementos";
import { clave } from "../texto";
import type { Contexto } from "./contexto";
import type { Recolector } from "./recolector";

/** AJU-12 and AJU-13: what the adjustments, together, do to the plan. */
export function evaluarResultante(
  contexto: Contexto,
  f: Recolector,
  nombrarAjuste: (leido: AjusteLeido) => string,
): void {
  const { aplicacion, vigente } = contexto;
  const aplicados = aplicacion.ajustes.filter(({ aplicado }) => aplicado);
  const eliminados = aplicados.filter(({ ajuste }) => ajuste.decision === "elimina");
  const poner = (
    leido: AjusteLeido,
    variante: "general" | "objetivos" | "actividades" | "vinculo",
    datos = {},
  ) => f.poner("AJU-12", variante, `/ajustes/${leido.indice}`, { lugar: nombrarAjuste(leido), ...datos });

  evaluarAcotados(contexto, aplicados, f);
  if (eliminados.length === 0) return;
  const ultimo = (tipo: string) => eliminados.findLast(({ elemento }) => elemento?.tipo === tipo);
  const general = ultimo("objetivoGeneral");
  if (general) poner(general, "general");
  const [objetivo, actividad] = [ultimo("objetivoEspecifico"), ultimo("actividad")];
  if (objetivo && !vigente?.objetivosEspecificos?.length) poner(objetivo, "objetivos");
  if (actividad && !vigente?.actividades?.length) poner(actividad, "actividades");

  // A link that comes from the content of an adjustment is judged there (AJU-02).
  const vinculosNuevos = new Set(
    aplicados
      .filter(
        ({ ajuste, componente }) =>
          ajuste.decision === "incorpora" ||
          (ajuste.decision === "modifica" && componente === "objetivoEspecifico"),
      )
      .map(({ ajuste }) => clave(ajuste.elemento)),
  );
  const huerfanas = elementosDe(vigente).filter(
    (elemento) => elemento.tipo === "actividad" && !vinculosNuevos.has(elemento.clave),
  );
  for (const leido of eliminados) {
    const { elemento } = leido;
    if (elemento?.tipo !== "objetivoEspecifico" || contexto.objetivos.has(elemento.clave)) continue;
    const suyas = huerfanas.filter(
      (suya) => suya.tipo === "actividad" && clave(suya.dato.objetivoEspecifico) === elemento.clave,
    );
    if (suyas.length > 0) poner(leido, "vinculo", { actividades: suyas.map(nombrar).join("; ") });
  }
}

/** AJU-13 counts components of the original plan: those modified, and every one of an element removed. */
function evaluarAcotados({ aplicacion }: Contexto, aplicados: readonly AjusteLeido[], f: Recolector): void {
  const total = aplicacion.elementos.reduce((suma, { componentes }) => suma + componentes.length, 0);
  const cambian = aplicados.reduce((suma, { ajuste, elemento, componente }) => {
    if (ajuste.decision === "elimina") return suma + (elemento?.componentes.length ?? 0);
    return suma + (ajuste.decision === "modifica" && componente !== "objetivoEspecifico" ? 1 : 0);
  }, 0);
  if (cambian * 2 > total) f.poner("AJU-13", "falta", "/ajustes", { cambian, total });
}
