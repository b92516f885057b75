import type { z } from "zod";
import { CITAS, type Cita, type IdCita } from "../citas";
import type { CodigoRegla } from "../reglas";
import type { SeccionTrabajo } from "../reglas/tipo";

/** Who writes a field: it comes preloaded, or the institution, its Committee or the Red de Expertos fills it in. */
export type Quien = "precarga" | "contraparte" | "comite" | "redExpertos";

/** A field of stage 3, as forms, workbooks, PDFs and messages call it. */
export interface Campo {
  /** Stable: the place in the expediente with `*` for each position of a list, without the first slash. */
  readonly id: string;
  readonly etiqueta: string;
  /** What heads its column or its value in a document, where the table already says what it is of. */
  readonly columna: string;
  /** Help, in the guide's words. */
  readonly ayuda: string;
  readonly cita: Cita;
  readonly esquema: z.ZodType;
  /** Unit in which a number is written. */
  readonly unidad: string | null;
  readonly seccion: SeccionTrabajo;
  readonly llena: Quien;
  readonly precargado: boolean;
  /** Rules whose faults point to this field. */
  readonly reglas: readonly CodigoRegla[];
}

interface Entrada {
  readonly etiqueta: string;
  /** Heading in the documents, when it is not the label. */
  readonly columna?: string;
  readonly ayuda: string;
  readonly cita: IdCita;
  readonly esquema: z.ZodType;
  readonly unidad?: string;
  readonly llena?: Quien;
  readonly reglas?: readonly CodigoRegla[];
}

/** The fields of one place of the expediente, in the order of the format. */
export function camposDe(
  base: string,
  seccion: SeccionTrabajo,
  llena: Quien,
  entradas: Readonly<Record<string, Entrada>>,
): Campo[] {
  return Object.entries(entradas).map(([nombre, entrada]) => {
    const quien = entrada.llena ?? llena;
    return {
      id: base === "" ? nombre : `${base}/${nombre}`,
      etiqueta: entrada.etiqueta,
      columna: entrada.columna ?? entrada.etiqueta,
      ayuda: entrada.ayuda,
      cita: CITAS[entrada.cita],
      esquema: entrada.esquema,
      unidad: entrada.unidad ?? null,
      seccion,
      llena: quien,
      precargado: quien === "precarga",
      reglas: entrada.reglas ?? [],
    };
  });
}
