import { escribir, type Objeto } from "./objetos";

/** Some bytes of a PDF, and where in them each object begins: -1 those that are not there. */
export interface Impreso {
  bytes: Uint8Array;
  lugares: Int32Array;
}

/** Writes objects one after another, each with its number: text, a byte a letter, and streams between. */
export class Prensa {
  private readonly trozos: Uint8Array[] = [];
  private pendiente = "";
  private escrito = 0;

  get largo(): number {
    return this.escrito + this.pendiente.length;
  }

  decir(texto: string): void {
    this.pendiente += texto;
  }

  /** Bytes that were printed before. */
  pegar(bytes: Uint8Array): void {
    this.vaciar();
    this.trozos.push(bytes);
    this.escrito += bytes.length;
  }

  objeto(numero: number, objeto: Objeto, numerar: (n: number) => number): void {
    this.pendiente += `${numero} 0 obj\n${escribir(objeto, numerar)}`;
    if (objeto.flujo) {
      this.pendiente += "\nstream\n";
      this.pegar(objeto.flujo);
      this.pendiente = "\nendstream";
    }
    this.pendiente += "\nendobj\n\n";
  }

  bytes(): Uint8Array {
    this.vaciar();
    return Buffer.concat(this.trozos);
  }

  private vaciar(): void {
    this.trozos.push(Buffer.from(this.pendiente, "latin1"));
    this.escrito += this.pendiente.length;
    this.pendiente = "";
  }
}
