import {
  type AlcanceAnalisis,
  type Analisis,
  INCUMPLIDAS_EN_PANTALLA,
  leerAnalisis,
} from "@/lib/datos/repositorio/analisis";
import { actualizarAnalisis } from "@/lib/datos/repositorio/analisisSumas";
import {
  type BusquedaDificultades,
  type Dificultades,
  leerDificultades,
} from "@/lib/datos/repositorio/dificultad";
import { actualizarResumen } from "@/lib/datos/repositorio/resumen";
import { ejercicioDelTablero, leerPartesDelTablero } from "@/lib/datos/repositorio/tablero";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { puede } from "@/lib/flujo/permiso";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { CATEGORIAS_AJUSTE } from "@/lib/guia/e3-2025/categorias";
import { planillaEnTaller } from "@/lib/planilla/taller/taller";
import type { Contexto } from "../contexto";
import type { LibroListo } from "./exportar";
import { SIN_EJERCICIO } from "./leer";

export type PedidoAnalisis = AlcanceAnalisis & BusquedaDificultades;

/** The analysis of everything within reach. */
export const ANALISIS_ENTERO: PedidoAnalisis = {
  institucion: "",
  ministerio: "",
  grupo: "",
  campo: "descripcion",
  tipo: "",
  texto: "",
};

const TODAS = 100_000;

/**
 * What the guide recommends to look at across institutions, or for one: categories that justify changes, common
 * difficulties and factors, targets reached and missed, activities not fulfilled. Of the exercise in course.
 * Fails: `no_encontrado`, `sin_ejercicio`.
 */
export async function analizar({ actor, ahora }: Contexto, pedido: PedidoAnalisis) {
  if (!puede(actor, "analisis.ver")) return NO_ENCONTRADO;
  const [ejercicio] = await Promise.all([ejercicioDelTablero(actor, ahora), actualizarResumen()]);
  if (!ejercicio) return SIN_EJERCICIO;
  await actualizarAnalisis(ejercicio.id);
  const [analisis, dificultades, partes] = await Promise.all([
    leerAnalisis(actor, ejercicio.id, pedido, INCUMPLIDAS_EN_PANTALLA),
    leerDificultades(actor, ejercicio.id, pedido, pedido, INCUMPLIDAS_EN_PANTALLA),
    leerPartesDelTablero(actor, ejercicio.id),
  ]);
  return exito({ ejercicio, analisis, dificultades, ...partes });
}

const ESTADOS_META = {
  alcanzada: "Alcanzada",
  noAlcanzada: "No alcanzada",
  noMedida: "No medida",
  pendiente: "Sin informar",
} as const;
const ESTADOS_ACTIVIDAD = {
  cumplida: "Cumplida",
  noCumplida: "No cumplida",
  pendiente: "Sin informar",
} as const;
const CLASES = { desempeno: "Desempeño", satisfaccion: "Satisfacción usuaria" } as const;

function hojas(analisis: Analisis, dificultades: Dificultades) {
  const incumplidas = (filas: Analisis["metasIncumplidas"]) =>
    filas.map(({ codigo, institucion, elemento, nombre, razon }) => [
      codigo,
      institucion,
      elemento,
      nombre,
      razon ?? "",
    ]);
  const columnas = (elemento: string, razon: string) => [
    { etiqueta: "Código", ancho: 12 },
    { etiqueta: "Institución", ancho: 44 },
    { etiqueta: elemento, ancho: 14 },
    { etiqueta: "Nombre o descripción", ancho: 70 },
    { etiqueta: razon, ancho: 70 },
  ];
  return [
    {
      nombre: "Categorías",
      columnas: [
        { etiqueta: "Categoría", ancho: 10 },
        { etiqueta: "Nombre", ancho: 60 },
        { etiqueta: "Cambios", ancho: 12 },
        { etiqueta: "Instituciones", ancho: 14 },
      ],
      filas: analisis.categorias.map(({ categoria, cambios, instituciones }) => [
        categoria,
        CATEGORIAS_AJUSTE[categoria as keyof typeof CATEGORIAS_AJUSTE] ?? "",
        cambios,
        instituciones,
      ]),
    },
    {
      nombre: "Cumplimiento",
      columnas: [
        { etiqueta: "De", ancho: 30 },
        { etiqueta: "Estado", ancho: 20 },
        { etiqueta: "Cuántas", ancho: 12 },
      ],
      filas: [
        ...analisis.actividades.map(({ estado, cuantas }) => [
          "Actividades",
          ESTADOS_ACTIVIDAD[estado],
          cuantas,
        ]),
        ...analisis.metas.map(({ clase, estado, cuantas }) => [
          `Metas de ${CLASES[clase].toLowerCase()}`,
          ESTADOS_META[estado],
          cuantas,
        ]),
      ],
    },
    {
      nombre: "Actividades no cumplidas",
      columnas: columnas("Actividad", "Explicación"),
      filas: incumplidas(analisis.actividadesIncumplidas),
    },
    {
      nombre: "Metas no alcanzadas",
      columnas: columnas("Indicador", "Análisis de brechas"),
      filas: incumplidas(analisis.metasIncumplidas),
    },
    {
      nombre: "Dificultades y holguras",
      columnas: [
        { etiqueta: "Código", ancho: 12 },
        { etiqueta: "Institución", ancho: 44 },
        { etiqueta: "Tipo", ancho: 14 },
        { etiqueta: "Descripción", ancho: 60 },
        { etiqueta: "Factores internos", ancho: 50 },
        { etiqueta: "Factores externos", ancho: 50 },
      ],
      filas: dificultades.lista.map(({ codigo, institucion, tipo, descripcion, internos, externos }) => [
        codigo,
        institucion,
        tipo ?? "",
        descripcion ?? "",
        internos ?? "",
        externos ?? "",
      ]),
    },
  ];
}

/** The same analysis as a workbook, with every row of each list. */
export async function exportarAnalisis(
  { actor, ahora }: Contexto,
  pedido: PedidoAnalisis,
): Promise<Resultado<LibroListo>> {
  if (!puede(actor, "analisis.ver")) return NO_ENCONTRADO;
  const [ejercicio] = await Promise.all([ejercicioDelTablero(actor, ahora), actualizarResumen()]);
  if (!ejercicio) return SIN_EJERCICIO;
  await actualizarAnalisis(ejercicio.id);
  const analisis = await leerAnalisis(actor, ejercicio.id, pedido, TODAS);
  const dificultades = await leerDificultades(actor, ejercicio.id, pedido, pedido, TODAS);
  const libro = await planillaEnTaller("tablas", [
    `Análisis global ${ejercicio.anio}, al ${mostrarInstante(ahora)} horas de Chile continental`,
    hojas(analisis, dificultades),
  ]);
  return libro.ok ? exito({ bytes: libro.valor, nombre: `Análisis global ${ejercicio.anio}.xlsx` }) : libro;
}
