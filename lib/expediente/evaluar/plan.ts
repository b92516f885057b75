import { NOMBRES_COMPONENTE } from "@/lib/guia/e3-2025/valores";
import { type ElementoPlan, nombrar, nombrarIndicador, sinContenido } from "../elementos";
import type { Expediente, Indicador, Plan } from "../formato";
import { clave, vacio } from "../texto";
import { faltantesDe, revisarPlazos } from "./piezas";
import type { Recolector } from "./recolector";

/**
 * PLAN-01 to PLAN-08, on a plan and its elements. `base` is where the plan stands: "/planOriginal" in an expediente,
 * "" in a plan file.
 */
export function evaluarPlanOriginal(
  plan: Plan | null,
  elementos: readonly ElementoPlan[],
  base: string,
  f: Recolector,
): void {
  if (vacio(plan?.objetivoGeneral)) f.poner("PLAN-01", "falta", `${base}/objetivoGeneral`);
  evaluarMinimos(plan, base, f);
  evaluarUnicidad(elementos, base, f);
  const objetivos = new Set(
    elementos.filter(({ tipo }) => tipo === "objetivoEspecifico").map((elemento) => elemento.clave),
  );
  for (const elemento of elementos) {
    if (elemento.tipo === "indicadorSatisfaccion")
      evaluarIndicador(elemento.dato, { elemento }, `${base}${elemento.ruta}`, f);
    if (elemento.tipo === "actividad") evaluarActividad(elemento, objetivos, `${base}${elemento.ruta}`, f);
  }
}

function evaluarMinimos(plan: Plan | null, base: string, f: Recolector): void {
  const sinObjetivos = !plan?.objetivosEspecificos?.length;
  const sinActividades = !plan?.actividades?.length;
  if (sinObjetivos)
    f.poner("PLAN-02", sinActividades ? "ambos" : "objetivos", `${base}/objetivosEspecificos`);
  else if (sinActividades) f.poner("PLAN-02", "actividades", `${base}/actividades`);
}

/** Who has an identifier: an element of the plan, or one of the performance indicators of an activity. */
interface Dueno {
  readonly elemento: ElementoPlan;
  readonly posicion?: number;
}

function nombrarDueno({ elemento, posicion }: Dueno): string {
  if (elemento.tipo === "objetivoGeneral") return "el objetivo general";
  const indicador =
    elemento.tipo === "actividad" && posicion !== undefined
      ? elemento.dato.indicadoresDesempeno?.[posicion]
      : undefined;
  return indicador && posicion !== undefined
    ? nombrarIndicador(elemento, indicador, posicion)
    : nombrar(elemento);
}

function evaluarUnicidad(elementos: readonly ElementoPlan[], base: string, f: Recolector): void {
  const usados = new Map<string, Dueno>();
  const registrar = (id: string, ruta: string, dueno: Dueno) => {
    const llave = clave(id);
    const otro = usados.get(llave);
    if (!otro) usados.set(llave, dueno);
    else f.poner("PLAN-03", "falta", ruta, { lugar: nombrarDueno(dueno), id, otro: nombrarDueno(otro) });
  };
  for (const elemento of elementos) {
    const ruta = `${base}${elemento.ruta}`;
    registrar(elemento.id, ruta, { elemento });
    if (elemento.tipo === "actividad")
      elemento.dato.indicadoresDesempeno?.forEach((indicador, posicion) => {
        registrar(indicador.id, `${ruta}/indicadoresDesempeno/${posicion}`, { elemento, posicion });
      });
  }
}

function evaluarIndicador(indicador: Indicador, dueno: Dueno, ruta: string, f: Recolector): void {
  for (const { campo, nombre, remedio } of faltantesDe(indicador))
    f.poner("PLAN-06", "falta", `${ruta}/${campo}`, { lugar: nombrarDueno(dueno), campo: nombre, remedio });
}

function evaluarActividad(
  elemento: ElementoPlan & { tipo: "actividad" },
  objetivos: ReadonlySet<string>,
  ruta: string,
  f: Recolector,
): void {
  const { dato } = elemento;
  const vinculo = dato.objetivoEspecifico;
  if (vacio(vinculo)) f.poner("PLAN-04", "falta", `${ruta}/objetivoEspecifico`, { lugar: nombrar(elemento) });
  else if (!objetivos.has(clave(vinculo)))
    f.poner("PLAN-04", "ajeno", `${ruta}/objetivoEspecifico`, { lugar: nombrar(elemento), id: vinculo });

  const plazos = sinContenido(elemento, "plazos") ? null : revisarPlazos(dato.plazos);
  if (plazos)
    f.poner("PLAN-05", plazos.variante, `${ruta}/plazos`, { lugar: nombrar(elemento), ...plazos.datos });

  dato.indicadoresDesempeno?.forEach((indicador, i) => {
    evaluarIndicador(indicador, { elemento, posicion: i }, `${ruta}/indicadoresDesempeno/${i}`, f);
  });

  for (const componente of elemento.componentes) {
    if (!sinContenido(elemento, componente)) continue;
    // Without trámites or indicators an activity has its own warning.
    if (componente === "tramites")
      f.poner("PLAN-08", "tramites", `${ruta}/tramites`, { lugar: nombrar(elemento) });
    else if (componente === "indicadoresDesempeno")
      f.poner("PLAN-08", "indicadores", `${ruta}/indicadoresDesempeno`, { lugar: nombrar(elemento) });
    else
      f.poner("PLAN-07", "falta", `${ruta}/${componente}`, {
        lugar: nombrar(elemento),
        componente: NOMBRES_COMPONENTE[componente],
      });
  }
}

/** PLAN-09: the preloaded plan is of this exercise and institution. */
export function evaluarPertenencia(expediente: Expediente, f: Recolector): void {
  const plan = expediente.planOriginal;
  if (!plan) return;
  if (plan.ejercicio !== expediente.ejercicio)
    f.poner("PLAN-09", "ejercicio", "/planOriginal/ejercicio", {
      plan: plan.ejercicio,
      expediente: expediente.ejercicio,
    });
  if (clave(plan.institucion.codigo) !== clave(expediente.institucion.codigo))
    f.poner("PLAN-09", "institucion", "/planOriginal/institucion/codigo", {
      plan: plan.institucion.codigo,
      expediente: expediente.institucion.codigo,
    });
}
