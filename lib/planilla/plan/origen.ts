import type { ValorCelda } from "../libro/tipo";
import type { Registro } from "../registros";

export interface LugarCelda {
  hoja: string;
  celda: string;
  valor: ValorCelda | undefined;
}

/** From which cell each place of the plan (JSON Pointer) was read, so that a fault of the rules lands on it. */
export class Origen {
  private readonly lugares = new Map<string, LugarCelda>();

  anotar(ruta: string, lugar: LugarCelda): void {
    this.lugares.set(ruta, lugar);
  }

  anotarHoja(ruta: string, hoja: string, encabezado: number): void {
    this.anotar(ruta, { hoja, celda: `A${encabezado}`, valor: undefined });
  }

  /** Notes a record and each of its fields. */
  anotarRegistro<C extends string>(
    ruta: string,
    registro: Registro<C>,
    columnas: readonly { clave: C }[],
  ): void {
    const { hoja } = registro;
    const lugar = (clave: C): LugarCelda => ({
      hoja,
      celda: registro.celda(clave),
      valor: registro.crudo(clave),
    });
    this.anotar(ruta, lugar("id" as C));
    for (const { clave } of columnas) this.anotar(`${ruta}/${clave}`, lugar(clave));
  }

  /** Makes a place that the sheet does not have as such point to a cell that mends it. */
  copiar(ruta: string, otra: string): void {
    const lugar = this.lugares.get(otra);
    if (lugar && !this.lugares.has(ruta)) this.lugares.set(ruta, lugar);
  }

  /** The cell of a place, or that of the nearest one that contains it. */
  buscar(ruta: string): LugarCelda {
    for (let r = ruta; r !== ""; r = r.slice(0, r.lastIndexOf("/"))) {
      const lugar = this.lugares.get(r);
      if (lugar) return lugar;
    }
    return { hoja: "", celda: "", valor: undefined };
  }
}
