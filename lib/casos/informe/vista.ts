import type { AvanceSeccion, Cumplimiento, EstadoActividad } from "@/lib/expediente/evaluar";
import type { Actividad, Indicador, Informe, Plan, ResultadoActividad } from "@/lib/expediente/formato";
import { abreviar, clave, conTexto } from "@/lib/expediente/texto";
import type { ElementoVinculable, Sugerencia } from "@/lib/flujo/vistaInforme";

export const SECCIONES_INFORME = [
  "ejecucion",
  "desempeno",
  "satisfaccion",
  "dificultades",
  "seguimiento",
] as const;

export type IdSeccionInforme = (typeof SECCIONES_INFORME)[number];
export type SeccionInforme = AvanceSeccion & { readonly seccion: IdSeccionInforme };

export const esDelInforme = (seccion: string): seccion is IdSeccionInforme =>
  (SECCIONES_INFORME as readonly string[]).includes(seccion);

/** An indicator of the plan in force, with the activity it belongs to; satisfaction ones belong to none. */
export type IndicadorVisto = {
  readonly indicador: Indicador;
  readonly tipo: "desempeno" | "satisfaccion";
  readonly actividad: Actividad | null;
};

/** Every indicator of the plan in force: performance ones in the order of their activities, then satisfaction. */
export function indicadoresDe(vigente: Plan | null): IndicadorVisto[] {
  return [
    ...(vigente?.actividades ?? []).flatMap((actividad) =>
      (actividad.indicadoresDesempeno ?? []).map(
        (indicador): IndicadorVisto => ({ indicador, tipo: "desempeno", actividad }),
      ),
    ),
    ...(vigente?.indicadoresSatisfaccion ?? []).map(
      (indicador): IndicadorVisto => ({ indicador, tipo: "satisfaccion", actividad: null }),
    ),
  ];
}

/** Everything a difficulty may be linked to, in the order of the plan (the general objective apart: DYH-05). */
export function vinculablesDe(vigente: Plan | null): ElementoVinculable[] {
  const nombre = (titulo: string, texto: string | null | undefined) => `${titulo}: ${abreviar(texto, 70)}`;
  return [
    ...(vigente?.objetivosEspecificos ?? []).map(
      ({ id, descripcion }): ElementoVinculable => ({
        id,
        nombre: nombre(`Objetivo específico ${id}`, descripcion),
        componente: "objetivos",
      }),
    ),
    ...(vigente?.actividades ?? []).map(
      ({ id, descripcion }): ElementoVinculable => ({
        id,
        nombre: nombre(`Actividad ${id}`, descripcion),
        componente: "actividades",
      }),
    ),
    ...indicadoresDe(vigente).map(
      ({ indicador, tipo }): ElementoVinculable => ({
        id: indicador.id,
        nombre: nombre(`Indicador ${indicador.id}`, indicador.nombre),
        componente: tipo === "desempeno" ? "indicadoresDesempeno" : "indicadoresSatisfaccion",
      }),
    ),
  ];
}

/** Activities not fulfilled and targets missed that no difficulty is linked to yet (DYH-07), as soon as they are known. */
export function sugerenciasDe(
  vigente: Plan | null,
  informe: Informe | null | undefined,
  { actividades, desempeno, satisfaccion }: Cumplimiento,
): Sugerencia[] {
  const citados = new Set(
    (informe?.dificultadesHolguras ?? [])
      .filter(({ tipo }) => tipo === "dificultad")
      .flatMap(({ elementos }) => (elementos ?? []).map(clave)),
  );
  const fallidos = new Map([
    ...actividades.detalle
      .filter(({ estado }) => estado === "noCumplida")
      .map(({ actividad }) => [clave(actividad), "No se cumplió"] as const),
    ...[...desempeno.detalle, ...satisfaccion.detalle]
      .filter(({ estado }) => estado === "noAlcanzada")
      .map(({ indicador }) => [clave(indicador), "No alcanzó la meta"] as const),
  ]);
  return vinculablesDe(vigente).flatMap((elemento) => {
    const motivo = elemento.componente === "objetivos" ? undefined : fallidos.get(clave(elemento.id));
    return motivo === undefined || citados.has(clave(elemento.id)) ? [] : [{ ...elemento, motivo }];
  });
}

/** The answer to an activity, if any. */
export function resultadoDe(
  informe: Informe | null | undefined,
  actividad: string,
): ResultadoActividad | undefined {
  return informe?.actividades?.find((uno) => clave(uno.actividad) === clave(actividad));
}

/** Why an activity counts as fulfilled or not (note 5), or which answers are still needed to tell. */
export function razonesDe(
  actividad: Actividad,
  resultado: ResultadoActividad | undefined,
  estado: EstadoActividad,
): string[] {
  const respuestas = new Map(
    (resultado?.tramites ?? []).map(({ tramite, vinculado }) => [clave(tramite), vinculado]),
  );
  const tramites = conTexto(actividad.tramites);
  const ejecutada = resultado?.ejecutadaSegunDescripcion;
  const cuales = (vinculado: boolean | null) =>
    tramites.filter((tramite) => (respuestas.get(clave(tramite)) ?? null) === vinculado);
  switch (estado) {
    case "cumplida":
      return [
        tramites.length === 0
          ? "Se llevó a cabo de acuerdo con lo descrito y no tiene trámites declarados."
          : "Se llevó a cabo de acuerdo con lo descrito y todos sus trámites declarados estuvieron vinculados.",
      ];
    case "noCumplida":
      return [
        ...(ejecutada === false ? ["No se llevó a cabo de acuerdo con lo descrito."] : []),
        ...cuales(false).map((tramite) => `El trámite «${abreviar(tramite)}» no estuvo vinculado.`),
      ];
    case "pendiente":
      return [
        ...(typeof ejecutada === "boolean" ? [] : ["Falta responder si se llevó a cabo según lo descrito."]),
        ...cuales(null).map(
          (tramite) => `Falta responder si estuvo vinculado el trámite «${abreviar(tramite)}».`,
        ),
      ];
  }
}
