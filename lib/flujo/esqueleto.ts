import type { Expediente } from "@/lib/expediente/formato";

/** Only what `lugarAbierto` needs of a version: the identities of its elements. What a browser is given. */
export function esqueletoDe({
  formato,
  ejercicio,
  institucion,
  planOriginal,
  ajustes,
  informe,
  difusion,
}: Expediente): Expediente {
  const ids = <T extends { id: string }>(lista: readonly T[] | null | undefined) =>
    (lista ?? []).map(({ id }) => ({ id }));
  return {
    formato,
    ejercicio,
    institucion: { codigo: institucion.codigo },
    planOriginal: planOriginal && {
      formato: planOriginal.formato,
      ejercicio: planOriginal.ejercicio,
      institucion: { codigo: institucion.codigo },
      objetivosEspecificos: ids(planOriginal.objetivosEspecificos),
      indicadoresSatisfaccion: ids(planOriginal.indicadoresSatisfaccion),
      actividades: ids(planOriginal.actividades),
    },
    ajustes: (ajustes ?? []).map(({ elemento, componente, decision }) => ({
      elemento,
      componente,
      decision,
    })),
    informe: informe && {
      actividades: (informe.actividades ?? []).map(({ actividad, tramites, componentes }) => ({
        actividad,
        tramites: (tramites ?? []).map(({ tramite }) => ({ tramite })),
        componentes: (componentes ?? []).map(({ componente }) => ({ componente })),
      })),
      indicadoresDesempeno: (informe.indicadoresDesempeno ?? []).map(({ indicador }) => ({ indicador })),
      indicadoresSatisfaccion: (informe.indicadoresSatisfaccion ?? []).map(({ indicador }) => ({
        indicador,
      })),
      dificultadesHolguras: (informe.dificultadesHolguras ?? []).map(() => ({})),
    },
    difusion: { instancias: (difusion?.instancias ?? []).map(() => ({})) },
  };
}
