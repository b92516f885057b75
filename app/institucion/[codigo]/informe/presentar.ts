import type { IndicadorMedible } from "@/components/informe/medicion";
import type { InformeEnCurso } from "@/lib/casos/informe/leer";
import type { Falta } from "@/lib/expediente/falta";
import type { Expediente, Indicador } from "@/lib/expediente/formato";
import type { ValorCampo } from "@/lib/flujo/campo";
import { destinoDeFalta } from "@/lib/flujo/destino";

export type Valores = Readonly<Record<string, ValorCampo>>;

export const rutaDeActividad = (codigo: string, id: string): string =>
  `/institucion/${codigo}/informe/actividad/${encodeURIComponent(id)}`;
export const rutaDeIndicador = (codigo: string, id: string): string =>
  `/institucion/${codigo}/informe/indicador/${encodeURIComponent(id)}`;

/** The faults whose field is in a page, by the address of that page after `/institucion/CODIGO`. */
export function faltasPorPagina(
  faltas: readonly Falta[],
  expediente: Expediente,
): ReadonlyMap<string, readonly Falta[]> {
  return Map.groupBy(faltas, (falta) => destinoDeFalta(falta, expediente).camino);
}

/**
 * What is wrong with what a field holds, to be said beside it. That something is missing is told in the list of the
 * page: a form not filled in yet is not all in red.
 */
export function erroresDe(
  faltas: readonly Falta[],
  expediente: Expediente,
  valores: Valores,
): ReadonlyMap<string, string> {
  const errores = new Map<string, string>();
  for (const falta of faltas) {
    const { id: lugar } = destinoDeFalta(falta, expediente);
    if (lugar !== null && falta.nivel === "error" && tieneAlgo(valores[lugar]))
      errores.set(lugar, falta.mensaje);
  }
  return errores;
}

const tieneAlgo = (valor: ValorCampo | undefined): boolean =>
  typeof valor === "string" ? valor.trim() !== "" : Array.isArray(valor) ? valor.length > 0 : false;

export const textoDe = (valores: Valores, lugar: string): string | null => {
  const valor = valores[lugar];
  return typeof valor === "string" ? valor : null;
};
export const siNoDe = (valores: Valores, lugar: string): boolean | null => {
  const valor = valores[lugar];
  return typeof valor === "boolean" ? valor : null;
};
export const listaDe = (valores: Valores, lugar: string): readonly string[] => {
  const valor = valores[lugar];
  return Array.isArray(valor) ? valor.filter((uno) => typeof uno === "string") : [];
};

/** What the browser needs of an indicator. */
export const medibleDe = (indicador: Indicador): IndicadorMedible => ({
  id: indicador.id,
  nombre: indicador.nombre ?? "",
  formula: indicador.formula ?? "",
  factor: indicador.factor || null,
  unidad: indicador.unidad ?? "",
  sentido: indicador.sentido || null,
  meta: indicador.meta ?? null,
});

const cuantos = (n: number, uno: string, varios: string) => (n === 1 ? `1 ${uno}` : `${n} ${varios}`);

/** What comes next in the report and who acts. */
export function siguienteDelInforme({ estado, estadoPlan, cierre, faltas, devuelta }: InformeEnCurso) {
  const nada = { accion: null } as const;
  if (estado === "en_firma")
    return { ...nada, que: "El informe está en el Comité y espera sus firmas", quien: "Comité de Calidad" };
  if (cierre?.motivo === "envio")
    return { ...nada, que: "El expediente está en la Red de Expertos", quien: "Red de Expertos" };
  // It was disseminated before it was sent: what is owed now is the answer.
  if (estado === "aprobada" && devuelta)
    return { ...nada, que: "Responda las observaciones y envíe la nueva versión", quien: "Contraparte" };
  if (estado === "aprobada")
    return { ...nada, que: "El Comité aprobó el informe", quien: "Contraparte: difundir el informe" };
  const quien = "Contraparte";
  const errores = faltas.filter(({ nivel }) => nivel === "error").length;
  if (errores > 0)
    return {
      que: `${errores === 1 ? "Falta" : "Faltan"} ${cuantos(errores, "dato", "datos")} del informe`,
      quien,
      accion: "completar" as const,
    };
  if (estadoPlan !== "aprobada")
    return {
      que: "El informe está completo. Antes de enviarlo, el Comité debe aprobar el plan",
      quien,
      accion: "plan" as const,
    };
  return {
    que:
      estado === "objetada"
        ? "Resuelva la objeción y envíe otra vez el informe al Comité"
        : "El informe está completo: envíelo al Comité para su aprobación",
    quien,
    accion: "enviar" as const,
  };
}
