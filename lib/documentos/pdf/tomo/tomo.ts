import { hash } from "node:crypto";
import { cortar, escribir, type Objeto } from "./objetos";
import type { Parte } from "./parte";
import { Prensa } from "./prensa";

/**
 * Several PDF files on their way to be one: all their objects under one numbering, where the loose ones are given
 * another text or give their place to another.
 */
export class Tomo {
  /** Second half of the identifier: that of a part alone would be the same when another one changes. */
  readonly version: string;
  private readonly bases: number[] = [];
  /** By their number here: the loose objects of each part, as they are by now, and the new ones. */
  private readonly sueltos = new Map<number, { objeto: Objeto; base: number }>();
  private readonly sucesores = new Map<number, number>();
  private siguiente = 0;

  constructor(private readonly partes: readonly Parte[]) {
    for (const { cuantos, sueltos } of partes) {
      // Objects are counted from 1: the 0 of a part is the last of the one before.
      const base = Math.max(0, this.siguiente - 1);
      this.bases.push(base);
      for (const [n, objeto] of sueltos) this.sueltos.set(base + n, { objeto, base });
      this.siguiente = base + cuantos;
    }
    const versiones = partes.map((x) => x.version).join(" ");
    this.version = hash("sha256", versiones, "buffer").subarray(0, 16).toString("base64");
  }

  /** The number here of an object of a part. */
  numero(parte: number, suyo: number): number {
    return (this.bases[parte] ?? 0) + suyo;
  }

  private suelto(numero: number): { objeto: Objeto; base: number } {
    const suelto = this.sueltos.get(numero);
    if (!suelto) throw new Error(`PDF sin el objeto suelto ${numero}`);
    return suelto;
  }

  /** Text of a loose object, with the numbers of here. */
  texto(numero: number): string {
    const { objeto, base } = this.suelto(numero);
    return escribir(objeto, (n) => base + n);
  }

  /** What a loose object holds as a stream. */
  flujo(numero: number): Uint8Array {
    return this.suelto(numero).objeto.flujo ?? new Uint8Array();
  }

  /** Gives a loose object another text, with the numbers of here, and if it is said, another stream. */
  rehacer(numero: number, texto: string, flujo = this.suelto(numero).objeto.flujo): void {
    this.sueltos.set(numero, { objeto: cortar(texto, flujo), base: 0 });
  }

  /** A new object. Returns its number. */
  agregar(texto: string, flujo: Uint8Array | null = null): number {
    this.sueltos.set(this.siguiente, { objeto: cortar(texto, flujo), base: 0 });
    return this.siguiente++;
  }

  /** From now on, what is loose and refers to the first object finds the second. */
  reemplazar(numero: number, otro: number): void {
    this.sucesores.set(numero, otro);
    this.quitar(numero);
  }

  /** Leaves out a loose object. */
  quitar(numero: number): void {
    this.sueltos.delete(numero);
  }

  /** The file. Numbers that nobody has are free. */
  escribir(catalogo: number, informacion: number, identificador: string): Uint8Array {
    const prensa = new Prensa();
    const lugares = new Int32Array(this.siguiente).fill(-1);
    prensa.decir("%PDF-1.7\n%\u0080\u0080\u0080\u0080\n\n");
    this.partes.forEach((parte, i) => {
      const base = this.bases[i] ?? 0;
      const impreso = parte.imprimir(base);
      impreso.lugares.forEach((lugar, n) => {
        if (lugar >= 0) lugares[base + n] = prensa.largo + lugar;
      });
      prensa.pegar(impreso.bytes);
    });
    for (const [numero, { objeto, base }] of this.sueltos) {
      lugares[numero] = prensa.largo;
      prensa.objeto(numero, objeto, (n) => this.sucesores.get(base + n) ?? base + n);
    }
    const tabla = prensa.largo;
    const renglones = Array.from(lugares, (lugar) =>
      lugar < 0 ? "0000000000 65535 f\r\n" : `${String(lugar).padStart(10, "0")} 00000 n\r\n`,
    );
    prensa.decir(`xref\n0 ${lugares.length}\n${renglones.join("")}`);
    prensa.decir(
      `trailer\n<<\n  /Size ${lugares.length}\n  /Root ${catalogo} 0 R\n  /Info ${informacion} 0 R\n`,
    );
    prensa.decir(`  /ID [(${identificador}) (${this.version})]\n>>\nstartxref\n${tabla}\n%%EOF`);
    return prensa.bytes();
  }
}
