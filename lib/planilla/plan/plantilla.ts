import type { Indicador, Institucion, Plan } from "@/lib/expediente/formato";
import { PRIORIDADES, SENTIDOS } from "@/lib/guia/e3-2025/valores";
import { Escritura, type ValorEscrito } from "../escritura";
import {
  DATOS_INSTITUCION,
  HOJA_ACTIVIDADES,
  HOJA_AREAS,
  HOJA_DESEMPENO,
  HOJA_INSTITUCION,
  HOJA_ITEMS,
  HOJA_OBJETIVOS,
  HOJA_SATISFACCION,
  HOJA_TRAMITES,
  type HojaPlan,
} from "./estructura";

/** Whose plan a template is, when there is no plan yet. */
export interface CabeceraPlan {
  institucion: Institucion;
  ejercicio: number;
}

type Registro<C extends string> = Partial<Record<C, ValorEscrito>>;

const INSTRUCCIONES = [
  "Esta planilla tiene una hoja por cada tipo de elemento del plan. Se llena de izquierda a derecha: primero los objetivos específicos, luego las actividades y, con el código de cada actividad, sus indicadores, trámites, áreas e ítems presupuestarios.",
  "Cada objetivo, actividad e indicador lleva un código propio, que no se repite en todo el plan (OE1, A1, A1.ID1, IS1…).",
  "Los trámites, las áreas y los ítems se escriben uno por fila: si una actividad tiene tres trámites, ocupa tres filas de la hoja «Trámites por actividad».",
  "Las fechas van como fechas (30-06-2025) y los números con coma decimal (47,8). Donde hay una lista, elija de ella.",
  "Puede cambiar el orden de las columnas y de las hojas; no cambie sus nombres. Lo que escriba fuera de las tablas no se lee.",
  "Al cargarla, la plataforma muestra todas las faltas con su hoja y su celda, y nada se guarda hasta que usted lo confirme.",
];

const palabra = <V extends Readonly<Record<string, string>>>(
  valores: V,
  codigo: string | null | undefined,
): ValorEscrito => (codigo && Object.hasOwn(valores, codigo) ? valores[codigo as keyof V] : codigo);

const deIndicador = (indicador: Indicador) => ({
  ...indicador,
  factor: typeof indicador.factor === "number" ? indicador.factor : null,
  sentido: palabra(SENTIDOS, indicador.sentido),
});

/**
 * The plan template: one sheet per kind of element, with help, lists and limits, and the plan's data when there is a
 * plan. Uploading it back unchanged gives the same plan (`leerPlantillaPlan`).
 * @returns bytes of an .xlsx. Throws a refusal when a text does not fit in a cell.
 */
export async function plantillaPlan(plan: Plan | null, cabecera: CabeceraPlan): Promise<Uint8Array> {
  const { institucion, ejercicio } = plan ?? cabecera;
  const escritura = new Escritura(`Plan de Mejoramiento ${ejercicio}`);
  escritura.instrucciones(
    `Plan de Mejoramiento de la Calidad de Servicio y Experiencia Usuaria ${ejercicio}`,
    INSTRUCCIONES,
  );
  const hoja = <C extends string>(definicion: HojaPlan<C>, filas: readonly Registro<C>[]) =>
    escritura.tabla(
      definicion.nombre,
      definicion.titulo,
      definicion.columnas,
      filas.map((fila) => definicion.columnas.map(({ clave }) => fila[clave])),
    );
  const datos: Record<(typeof DATOS_INSTITUCION)[number]["clave"], ValorEscrito> = {
    codigo: institucion.codigo,
    nombre: institucion.nombre,
    ministerio: institucion.ministerio,
    ejercicio: String(ejercicio),
    objetivoGeneral: plan?.objetivoGeneral,
  };
  await escritura.tabla(
    HOJA_INSTITUCION.nombre,
    HOJA_INSTITUCION.titulo,
    HOJA_INSTITUCION.columnas,
    DATOS_INSTITUCION.map(({ clave, etiqueta }) => [etiqueta, datos[clave]]),
    { filasNuevas: false },
  );
  const actividades = plan?.actividades ?? [];
  await hoja(HOJA_OBJETIVOS, plan?.objetivosEspecificos ?? []);
  await hoja(HOJA_SATISFACCION, (plan?.indicadoresSatisfaccion ?? []).map(deIndicador));
  await hoja(
    HOJA_ACTIVIDADES,
    actividades.map((a) => ({
      id: a.id,
      objetivoEspecifico: a.objetivoEspecifico,
      descripcion: a.descripcion,
      inicio: a.plazos?.inicio,
      termino: a.plazos?.termino,
      participantes: a.participantes,
      poblacionObjetivo: a.poblacionObjetivo,
      sistemasRespaldo: a.sistemasRespaldo,
      priorizacion: palabra(PRIORIDADES, a.priorizacion),
      montoClp: a.costos?.montoClp,
    })),
  );
  const porActividad = <T, R>(
    lista: (a: (typeof actividades)[number]) => readonly T[] | null | undefined,
    fila: (parte: T) => R,
  ) => actividades.flatMap((a) => (lista(a) ?? []).map((parte) => ({ actividad: a.id, ...fila(parte) })));
  await hoja(
    HOJA_DESEMPENO,
    porActividad((a) => a.indicadoresDesempeno, deIndicador),
  );
  await hoja(
    HOJA_TRAMITES,
    porActividad(
      (a) => a.tramites,
      (tramite) => ({ tramite }),
    ),
  );
  await hoja(
    HOJA_AREAS,
    porActividad(
      (a) => a.areasResponsables,
      (area) => ({ area }),
    ),
  );
  await hoja(
    HOJA_ITEMS,
    porActividad(
      (a) => a.costos?.items,
      ({ subtitulo, item }) => ({ subtitulo, item }),
    ),
  );
  return escritura.bytes();
}
