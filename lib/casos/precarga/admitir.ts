import { normalizarPlan } from "@/lib/datos/repositorio/plan";
import type { Institucion, Plan } from "@/lib/expediente/formato";
import { formaCanonica } from "@/lib/expediente/huella";
import { puntero } from "@/lib/expediente/orden";
import { clave, largo, vacio } from "@/lib/expediente/texto";
import type { CuentaPlan, FaltaPrecarga } from "@/lib/flujo/vistaPrecarga";

const LARGO_CODIGO = 100;

/**
 * What the rules of the guide let pass and the tables cannot hold: told as a fault, with its place, before trying.
 * @param hoja "" for JSON, whose places are pointers; in a workbook the sheet to which what has no cell is tied.
 */
export function faltasDeTabla(plan: Plan, hoja: string): FaltaPrecarga[] {
  const faltas: FaltaPrecarga[] = [];
  const poner = (ruta: readonly PropertyKey[], encontrado: string, esperado: string, mensaje: string) => {
    const lugar = hoja === "" ? { hoja, celda: puntero(ruta) } : { hoja, celda: "" };
    faltas.push({ ...lugar, encontrado, esperado, mensaje, nivel: "error" });
  };
  const visitar = (valor: unknown, ruta: readonly PropertyKey[]): void => {
    if (typeof valor === "string" && valor.includes("\u0000"))
      poner(
        ruta,
        "un carácter nulo",
        "texto sin caracteres de control",
        "El texto trae un carácter nulo, que no se puede guardar. Escríbalo de nuevo.",
      );
    else if (ruta.at(-1) === "id" && typeof valor === "string" && largo(valor) > LARGO_CODIGO)
      poner(
        ruta,
        `${largo(valor)} caracteres`,
        `un código de hasta ${LARGO_CODIGO} caracteres`,
        "El código es demasiado largo. Use uno corto, por ejemplo A1.",
      );
    else if (typeof valor === "object" && valor !== null)
      for (const [llave, hijo] of Object.entries(valor))
        visitar(hijo, [...ruta, Array.isArray(valor) ? Number(llave) : llave]);
  };
  visitar(plan, []);
  // A workbook tells it at its cell (see the reader of the template).
  if (hoja === "")
    for (const [i, { costos }] of (plan.actividades ?? []).entries()) {
      const monto = costos?.montoClp;
      if (typeof monto === "number" && (monto < 0 || !Number.isSafeInteger(monto)))
        poner(
          ["actividades", i, "costos", "montoClp"],
          String(monto),
          "un monto en pesos, entero y no negativo",
          "El costo total va en pesos, sin decimales ni signo negativo.",
        );
    }
  return faltas;
}

/**
 * The plan as the tables will give it back: of the institution as the platform names it, each activity tied to its
 * objective by the objective's own code, and what is blank left out.
 * @param plan without error faults.
 */
export function admitirPlan(plan: Plan, institucion: Institucion): Plan {
  const codigos = new Map((plan.objetivosEspecificos ?? []).map(({ id }) => [clave(id), id]));
  const { codigo, nombre, ministerio } = institucion;
  return normalizarPlan({
    ...plan,
    institucion: { codigo, nombre, ministerio },
    actividades: plan.actividades?.map((actividad) => ({
      ...actividad,
      objetivoEspecifico: codigos.get(clave(actividad.objetivoEspecifico)) ?? actividad.objetivoEspecifico,
      priorizacion: vacio(actividad.priorizacion) ? null : actividad.priorizacion,
      plazos: actividad.plazos && {
        inicio: vacio(actividad.plazos.inicio) ? null : actividad.plazos.inicio,
        termino: vacio(actividad.plazos.termino) ? null : actividad.plazos.termino,
      },
    })),
  });
}

/** A value without what says nothing: blank texts, nulls, empty lists and objects. */
function sinBlancos(valor: unknown): unknown {
  if (typeof valor === "string") return vacio(valor) ? undefined : valor;
  if (Array.isArray(valor)) {
    const partes = valor.map(sinBlancos).filter((parte) => parte !== undefined);
    return partes.length > 0 ? partes : undefined;
  }
  if (typeof valor !== "object" || valor === null) return valor ?? undefined;
  const pares = Object.entries(valor)
    .map(([llave, hijo]) => [llave, sinBlancos(hijo)] as const)
    .filter(([, hijo]) => hijo !== undefined);
  return pares.length > 0 ? Object.fromEntries(pares) : undefined;
}

/** Whether two plans say exactly the same, to the letter and in the same order. */
export function esElMismo(uno: Plan, otro: Plan): boolean {
  return formaCanonica(sinBlancos(uno)) === formaCanonica(sinBlancos(otro));
}

/** Every trámite that a plan names, in its order. */
export const tramitesDe = (plan: Plan): string[] =>
  (plan.actividades ?? []).flatMap(({ tramites }) => tramites ?? []);

/** How much a plan brings. */
export function contarPlan(plan: Plan): CuentaPlan {
  const actividades = plan.actividades ?? [];
  return {
    objetivos: plan.objetivosEspecificos?.length ?? 0,
    indicadores:
      (plan.indicadoresSatisfaccion?.length ?? 0) +
      actividades.reduce((suma, { indicadoresDesempeno }) => suma + (indicadoresDesempeno?.length ?? 0), 0),
    actividades: actividades.length,
    tramites: new Set(tramitesDe(plan)).size,
  };
}
