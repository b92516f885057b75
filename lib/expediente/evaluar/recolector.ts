import { type CodigoRegla, REGLA_POR_CODIGO, type Variante } from "@/lib/guia/e3-2025/reglas";
import type { Falta } from "../falta";

/** A name that is worked out only if a message needs it: most of what is evaluated has no faults. */
export type Nombre = string | (() => string);

/** What a message says of the case: what was found, already written for a person. */
export type Datos = Readonly<Record<string, Nombre | number | null | undefined>>;

export interface Lugar {
  readonly elemento?: string;
  readonly componente?: string;
}

function redactar(plantilla: string, datos: Datos): string {
  return plantilla.replace(/\{(\w+)\}/g, (_, llave: string) => {
    const dato = datos[llave];
    return String((typeof dato === "function" ? dato() : dato) ?? "");
  });
}

/** Collects faults, one per rule and place, with the message of the rule table. */
export class Recolector {
  readonly faltas: Falta[] = [];
  private readonly vistas = new Set<string>();

  poner<C extends CodigoRegla>(
    regla: C,
    variante: Variante<C>,
    ruta: string,
    datos: Datos = {},
    lugar: Lugar = {},
  ): void {
    const llave = JSON.stringify([regla, ruta, lugar.elemento, lugar.componente]);
    if (this.vistas.has(llave)) return;
    this.vistas.add(llave);
    const { nivel, mensajes } = REGLA_POR_CODIGO[regla];
    this.faltas.push({ regla, nivel, ruta, mensaje: redactar(mensajes[variante] ?? "", datos), ...lugar });
  }

  /** Adds faults of places that nobody else judges. */
  sumar(faltas: readonly Falta[]): void {
    for (const falta of faltas) this.faltas.push(falta);
  }
}
