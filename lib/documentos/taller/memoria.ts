/** Bytes of documents that are remembered: some 30 whole forms. */
const TOPE_BYTES = 32 * 1024 * 1024;

/**
 * The last documents drawn, by the digest of what was asked: a document is a pure function of its order, so the same
 * order gives the same bytes. Two equal orders at once are drawn once. The least used goes first.
 */
export class Memoria {
  private readonly dibujados = new Map<string, Uint8Array>();
  private readonly enCurso = new Map<string, Promise<Uint8Array>>();
  private bytes = 0;

  constructor(private readonly tope = TOPE_BYTES) {}

  /** What was drawn for that digest, or else what `dibujar` gives; a failure is not remembered. */
  async pedir(llave: string, dibujar: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const conocido = this.dibujados.get(llave);
    if (conocido) {
      this.dibujados.delete(llave);
      this.dibujados.set(llave, conocido);
      return conocido;
    }
    const pedido = this.enCurso.get(llave) ?? this.dibujar(llave, dibujar);
    this.enCurso.set(llave, pedido);
    return pedido;
  }

  private async dibujar(llave: string, dibujar: () => Promise<Uint8Array>): Promise<Uint8Array> {
    try {
      const hecho = await dibujar();
      this.recordar(llave, hecho);
      return hecho;
    } finally {
      this.enCurso.delete(llave);
    }
  }

  private recordar(llave: string, hecho: Uint8Array): void {
    if (hecho.length > this.tope) return;
    this.dibujados.set(llave, hecho);
    this.bytes += hecho.length;
    for (const [vieja, { length }] of this.dibujados) {
      if (this.bytes <= this.tope) return;
      this.dibujados.delete(vieja);
      this.bytes -= length;
    }
  }
}
