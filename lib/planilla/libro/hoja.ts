import { Rechazo } from "../falla";
import { deSerial, type Forma } from "./estilos";
import { type Combinada, type FilaLeida, type LimitesLibro, leerDireccion, type ValorCelda } from "./tipo";
import { desescapar, type Oyente } from "./xml";

/** What is common to the sheets of a workbook, and how much of it has been read so far. */
export interface Contexto {
  compartidos: readonly string[];
  formas: readonly Forma[];
  sistema1904: boolean;
  limites: LimitesLibro;
  filas: number;
  celdas: number;
}

const excesivo = (mensaje: string): never => {
  throw new Rechazo("LIBRO_EXCESIVO", mensaje);
};

/**
 * Listens to the XML of a sheet and keeps only what has content: a million blank rows leave nothing, and the
 * declared dimension is not looked at.
 */
export class LectorHoja implements Oyente {
  readonly filas: FilaLeida[] = [];
  readonly combinadas: Combinada[] = [];
  private readonly contexto: Contexto;
  private numero = 0;
  private columna = -1;
  private fila: FilaLeida | null = null;
  private tipo = "n";
  private estilo = 0;
  private valor = "";
  private conValor = false;
  private formula: string | null = null;
  private leyendo: "v" | "f" | "t" | null = null;
  private fonetico = 0;

  constructor(contexto: Contexto) {
    this.contexto = contexto;
  }

  abre(nombre: string, a: Readonly<Record<string, string>>): void {
    switch (nombre) {
      case "row": {
        const r = a.r === undefined ? this.numero + 1 : Number(a.r);
        this.numero = Number.isInteger(r) && r > 0 ? r : this.numero + 1;
        this.columna = -1;
        this.fila = null;
        break;
      }
      case "c": {
        const sitio = a.r === undefined ? null : leerDireccion(a.r);
        this.columna = sitio ? sitio.columna : this.columna + 1;
        this.tipo = a.t ?? "n";
        this.estilo = a.s === undefined ? 0 : Number(a.s);
        this.valor = "";
        this.conValor = false;
        this.formula = null;
        break;
      }
      case "v":
        this.leyendo = "v";
        this.conValor = true;
        break;
      case "f":
        this.leyendo = "f";
        this.formula = "";
        break;
      case "t":
        if (this.fonetico === 0) {
          this.leyendo = "t";
          this.conValor = true;
        }
        break;
      case "rPh":
        this.fonetico++;
        break;
      case "mergeCell":
        this.combinar(a.ref ?? "");
        break;
    }
  }

  texto(texto: string): void {
    if (this.leyendo === "f") this.formula += texto;
    else if (this.leyendo) this.valor += texto;
  }

  cierra(nombre: string): void {
    if (nombre === "v" || nombre === "f" || nombre === "t") this.leyendo = null;
    else if (nombre === "rPh") this.fonetico--;
    else if (nombre === "c") this.guardar();
  }

  private guardar(): void {
    const valor = this.leer();
    if (valor === undefined) return;
    const { contexto } = this;
    if (this.columna >= contexto.limites.columnas) {
      excesivo(
        `La planilla tiene datos más allá de la columna ${contexto.limites.columnas}. Borre lo que está fuera de la tabla y vuelva a cargarla.`,
      );
    }
    if (!this.fila) {
      this.fila = { numero: this.numero, celdas: [] };
      this.filas.push(this.fila);
      if (++contexto.filas > contexto.limites.filas) {
        excesivo(
          `La planilla tiene más de ${contexto.limites.filas.toLocaleString("es-CL")} filas con datos. Divídala en varios archivos.`,
        );
      }
    }
    if (++contexto.celdas > contexto.limites.celdas) {
      excesivo("La planilla tiene demasiadas celdas con datos. Divídala en varios archivos.");
    }
    const { celdas } = this.fila;
    while (celdas.length < this.columna) celdas.push(undefined);
    celdas[this.columna] = valor;
  }

  private leer(): ValorCelda | undefined {
    if (!this.conValor) return this.formula === null ? undefined : { sinValor: this.formula };
    switch (this.tipo) {
      case "s": {
        const texto = this.contexto.compartidos[Number(this.valor)];
        return texto === undefined ? { error: "#REF!" } : texto === "" ? undefined : texto;
      }
      case "b":
        return this.valor.trim() === "1" || this.valor.trim() === "true";
      case "e":
        return { error: this.valor };
      case "d": {
        const partes = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(this.valor.trim());
        if (!partes?.[1]) return this.valor;
        return partes[2] && partes[2] !== "00:00:00"
          ? { fecha: partes[1], hora: partes[2] }
          : { fecha: partes[1] };
      }
      case "str":
      case "inlineStr":
        return this.valor === "" ? undefined : desescapar(this.valor);
      default:
        return this.leerNumero();
    }
  }

  private leerNumero(): ValorCelda | undefined {
    const crudo = this.valor.trim();
    if (crudo === "") return undefined;
    const numero = Number(crudo);
    if (!Number.isFinite(numero)) return this.valor;
    const forma = this.contexto.formas[this.estilo];
    if (forma === "fecha") return deSerial(numero, this.contexto.sistema1904) ?? numero;
    return forma === "porcentaje" ? { porcentaje: numero } : numero;
  }

  private combinar(rango: string): void {
    const [desde, hasta] = rango.split(":").map(leerDireccion);
    if (!desde || !hasta) return;
    if (this.combinadas.length >= this.contexto.limites.combinadas) {
      excesivo("La planilla tiene demasiadas celdas combinadas. Sepárelas y vuelva a cargarla.");
    }
    this.combinadas.push({
      filaDesde: desde.fila,
      filaHasta: hasta.fila,
      columnaDesde: desde.columna,
      columnaHasta: hasta.columna,
    });
  }
}

/** Listens to sharedStrings.xml: the text of each entry, its runs joined and its phonetic guides left out. */
export class LectorCompartidos implements Oyente {
  readonly textos: string[] = [];
  private actual: string | null = null;
  private leyendo = false;
  private fonetico = 0;

  abre(nombre: string): void {
    if (nombre === "si") this.actual = "";
    else if (nombre === "rPh") this.fonetico++;
    else if (nombre === "t") this.leyendo = this.fonetico === 0;
  }

  texto(texto: string): void {
    if (this.leyendo && this.actual !== null) this.actual += texto;
  }

  cierra(nombre: string): void {
    if (nombre === "t") this.leyendo = false;
    else if (nombre === "rPh") this.fonetico--;
    else if (nombre === "si" && this.actual !== null) {
      this.textos.push(desescapar(this.actual));
      this.actual = null;
    }
  }
}
