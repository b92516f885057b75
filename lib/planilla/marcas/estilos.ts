import { agregarDentro, conAtributo, etiquetas, prefijoDe } from "./xml";

const MINIMOS = `<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;

/** Highlight of errors and of warnings. */
const FONDOS = { error: "FFFFC7CE", aviso: "FFFFEB9C" } as const;
export type Realce = keyof typeof FONDOS;

/** The styles of a workbook, to which highlighted copies of its own are added. */
export class EstilosEditados {
  private xml: string;
  private readonly formatos: string[] = [];
  private readonly agregados: string[] = [];
  private readonly realzados = new Map<string, number>();
  private readonly fondo: Record<Realce, number>;
  readonly encabezado: number;
  readonly texto: number;
  readonly enlace: number;

  constructor(xml: string | undefined) {
    this.xml = xml && /<(?:[\w.-]+:)?cellXfs[\s>]/.test(xml) ? xml : MINIMOS;
    const p = prefijoDe(this.xml, "styleSheet");
    let desde = -1;
    let dentro = false;
    for (const e of etiquetas(this.xml)) {
      if (e.nombre === "cellXfs") dentro = e.clase === "abre";
      if (!dentro || e.nombre !== "xf") continue;
      if (e.clase === "abre") desde = e.inicio;
      else this.formatos.push(this.xml.slice(e.clase === "sola" ? e.inicio : desde, e.fin));
    }
    const relleno = (color: string) =>
      `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${color}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
    const primero = this.agregar("fills", "fill", [relleno(FONDOS.error), relleno(FONDOS.aviso)]);
    this.fondo = { error: primero, aviso: primero + 1 };
    const letra = (dentroDe: string) =>
      `<${p}font>${dentroDe}<${p}sz val="11"/><${p}name val="Calibri"/></${p}font>`;
    const fuente = this.agregar("fonts", "font", [
      letra(`<${p}b/>`),
      letra(`<${p}u/><${p}color rgb="FF0563C1"/>`),
    ]);
    const formato = (font: number) =>
      `<${p}xf numFmtId="0" fontId="${font}" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><${p}alignment vertical="top" wrapText="1"/></${p}xf>`;
    this.encabezado = this.nuevo(formato(fuente));
    this.texto = this.nuevo(formato(0));
    this.enlace = this.nuevo(formato(fuente + 1));
  }

  /** Index of the style that is that of the cell, highlighted. */
  realzar(estilo: number, realce: Realce): number {
    const llave = `${estilo} ${realce}`;
    const conocido = this.realzados.get(llave);
    if (conocido !== undefined) return conocido;
    const original = this.formatos[estilo] ?? this.formatos[0] ?? "";
    const apertura = /^<[^>]*>/.exec(original)?.[0] ?? "";
    const realzada = conAtributo(conAtributo(apertura, "fillId", this.fondo[realce]), "applyFill", 1);
    const indice = this.nuevo(realzada + original.slice(apertura.length));
    this.realzados.set(llave, indice);
    return indice;
  }

  private nuevo(formato: string): number {
    this.agregados.push(formato);
    return this.formatos.length + this.agregados.length - 1;
  }

  /** Adds elements to a list of the styles, correcting its count. Returns the index of the first. */
  private agregar(lista: string, elemento: string, nuevos: readonly string[]): number {
    let total = 0;
    let nivel = 0;
    let apertura: { inicio: number; fin: number } | null = null;
    for (const e of etiquetas(this.xml)) {
      if (e.nombre === lista && e.clase !== "cierra") apertura = { inicio: e.inicio, fin: e.fin };
      if (e.nombre === lista) nivel = e.clase === "abre" ? 1 : 0;
      else if (nivel > 0 && e.nombre === elemento && e.clase !== "cierra") total++;
    }
    if (apertura) {
      const { inicio, fin } = apertura;
      this.xml =
        this.xml.slice(0, inicio) +
        conAtributo(this.xml.slice(inicio, fin), "count", total + nuevos.length) +
        this.xml.slice(fin);
    }
    this.xml = agregarDentro(this.xml, lista, nuevos.join(""));
    return total;
  }

  terminar(): string {
    this.agregar("cellXfs", "xf", this.agregados);
    return this.xml;
  }
}
