import type { Expediente, Plan } from "@/lib/expediente/formato";
import type { DestinatariosLeidos } from "../destinatarios/leer";
import { capturar, type FaltaCelda, type Leido } from "../falla";
import type { InformeLeido } from "../informe/leer";
import { leerLibro } from "../libro/leer";
import type { Libro, LimitesLibro } from "../libro/tipo";
import type { PlanesLeidos } from "../plan/leer";
import type { CabeceraPlan } from "../plan/plantilla";
import type { HojaTabla } from "../tablas";

/**
 * Everything this folder does with workbooks, as tasks of a worker: bytes in, bytes or values out.
 * Each loads only what it needs, so that a reading starts without waiting for the writer.
 */
export const TAREAS = {
  /** Values of a workbook, sheet by sheet. */
  leerLibro: (bytes: Uint8Array, limites?: LimitesLibro): Promise<Leido<Libro>> => leerLibro(bytes, limites),

  /** Plan template: filled with a plan, or blank with the institution and year given. */
  plantillaPlan: (plan: Plan | null, cabecera: CabeceraPlan): Promise<Leido<Uint8Array>> =>
    capturar(async () => (await import("../plan/plantilla")).plantillaPlan(plan, cabecera)),

  /** Plans of a file (JSON `plan-cseu/v1` or the template), with every fault. */
  leerPlanDeArchivo: async (nombre: string, bytes: Uint8Array): Promise<Leido<PlanesLeidos>> =>
    (await import("../plan/archivo")).leerPlanDeArchivo(nombre, bytes),

  /** Report template, prefilled from the expediente. */
  plantillaInforme: (expediente: Expediente, punto: string | null = null): Promise<Leido<Uint8Array>> =>
    capturar(async () => (await import("../informe/plantilla")).plantillaInforme(expediente, punto)),

  /** What a filled report template changes in the expediente's report, field by field, with every fault. */
  leerPlantillaInforme: async (bytes: Uint8Array, expediente: Expediente): Promise<Leido<InformeLeido>> => {
    const { leerPlantillaInforme } = await import("../informe/leer");
    const libro = await leerLibro(bytes);
    return libro.ok ? leerPlantillaInforme(libro.valor, expediente) : libro;
  },

  /** Blank list of recipients. */
  plantillaDestinatarios: (): Promise<Leido<Uint8Array>> =>
    capturar(async () => (await import("../destinatarios/plantilla")).plantillaDestinatarios()),

  /** Recipients of a workbook, counted by group, with every fault. */
  leerDestinatarios: async (bytes: Uint8Array): Promise<Leido<DestinatariosLeidos>> => {
    const { leerDestinatarios } = await import("../destinatarios/leer");
    const libro = await leerLibro(bytes);
    return libro.ok ? leerDestinatarios(libro.valor) : libro;
  },

  /** A workbook of tables for reading. */
  tablas: (titulo: string, hojas: readonly HojaTabla[]): Promise<Leido<Uint8Array>> =>
    capturar(async () => (await import("../tablas")).tablas(titulo, hojas)),

  /** The same workbook with its faults marked, explained and listed. */
  marcarFaltas: async (bytes: Uint8Array, faltas: readonly FaltaCelda[]): Promise<Leido<Uint8Array>> =>
    (await import("../marcas/marcar")).marcarFaltas(bytes, faltas),
} as const;

export type Tareas = typeof TAREAS;
export type NombreTarea = keyof Tareas;
