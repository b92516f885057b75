import { actualizarResumen } from "@/lib/datos/repositorio/resumen";
import { ejercicioDelTablero, type FilaTablero, leerTableroEntero } from "@/lib/datos/repositorio/tablero";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { puede } from "@/lib/flujo/permiso";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { DIMENSIONES, ETAPAS, estaAtrasada, type FiltroTablero } from "@/lib/flujo/tablero";
import { planillaEnTaller } from "@/lib/planilla/taller/taller";
import type { Contexto } from "../contexto";
import { hojaDeParte } from "./hojasDeParte";
import { SIN_EJERCICIO } from "./leer";

export type LibroListo = { readonly bytes: Uint8Array; readonly nombre: string };

const COLUMNAS = [
  { etiqueta: "Código", ancho: 12 },
  { etiqueta: "Institución", ancho: 44 },
  { etiqueta: "Ministerio", ancho: 36 },
  { etiqueta: "Grupo", ancho: 16 },
  { etiqueta: "Etapa", ancho: 22 },
  { etiqueta: "Fuera de plazo", ancho: 12 },
  { etiqueta: "Con prórroga", ancho: 12 },
  { etiqueta: "Elementos del plan con decisión", ancho: 14 },
  { etiqueta: "Elementos del plan", ancho: 12 },
  { etiqueta: "Actividades empezadas", ancho: 14 },
  { etiqueta: "Actividades", ancho: 12 },
  { etiqueta: "Instancias de difusión", ancho: 12 },
  { etiqueta: "Observaciones abiertas", ancho: 14 },
  { etiqueta: "Plan aprobado (hora de Chile)", ancho: 20 },
  { etiqueta: "Informe aprobado (hora de Chile)", ancho: 20 },
  { etiqueta: "Primer envío (hora de Chile)", ancho: 20 },
  { etiqueta: "Decisión (hora de Chile)", ancho: 20 },
] as const;

const siNo = (valor: boolean) => (valor ? "Sí" : "No");
const instante = (fecha: Date | null) => (fecha ? mostrarInstante(fecha) : "");

/** The institutions within reach that pass the filters, one by one and counted by ministry and by group, as a workbook. */
export async function exportarTablero(
  { actor, ahora }: Contexto,
  filtro: FiltroTablero,
): Promise<Resultado<LibroListo>> {
  if (!puede(actor, "tablero.ver")) return NO_ENCONTRADO;
  await actualizarResumen();
  const ejercicio = await ejercicioDelTablero(actor, ahora);
  if (!ejercicio) return SIN_EJERCICIO;
  const filas: readonly FilaTablero[] = await leerTableroEntero(actor, {
    ejercicioId: ejercicio.id,
    filtro,
    ahora,
  });
  const libro = await planillaEnTaller("tablas", [
    `Tablero ${ejercicio.anio}, al ${mostrarInstante(ahora)} horas de Chile continental`,
    [
      {
        nombre: "Instituciones",
        columnas: COLUMNAS,
        filas: filas.map((fila) => [
          fila.codigo,
          fila.nombre,
          fila.ministerio,
          fila.grupo ?? "Sin grupo",
          ETAPAS[fila.etapa].nombre,
          siNo(estaAtrasada(fila, ahora)),
          siNo(fila.prorroga),
          fila.decididas,
          fila.elementos,
          fila.informadas,
          fila.actividades,
          fila.instancias,
          fila.abiertas,
          instante(fila.planEn),
          instante(fila.informeEn),
          instante(fila.enviadoEn),
          instante(fila.decididoEn),
        ]),
      },
      hojaDeParte(DIMENSIONES.ministerio, filas, ({ ministerio }) => ministerio, ahora),
      hojaDeParte(DIMENSIONES.grupo, filas, ({ grupo }) => grupo ?? "Sin grupo", ahora),
    ],
  ]);
  if (!libro.ok) return libro;
  return exito({ bytes: libro.valor, nombre: `Tablero ${ejercicio.anio}.xlsx` });
}
