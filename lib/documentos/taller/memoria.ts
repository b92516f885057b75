import { LRUCache } from "lru-cache";

/** Bytes of documents that are remembered: some 30 whole forms. */
const TOPE_BYTES = 32 * 1024 * 1024;

/**
 * The last documents drawn, by the digest of what was asked: a document is a pure function of its order, so the same
 * order gives the same bytes. Two equal orders at once are drawn once. The least used goes first.
 */
export class Memoria {
  private readonly dibujados: LRUCache<string, Uint8Array>;
  private readonly enCurso = new Map<string, Promise<Uint8Array>>();

  constructor(tope = TOPE_BYTES) {
    this.dibujados = new LRUCache({ maxSize: tope, sizeCalculation: (x) => x.length });
  }

  /** What was drawn for that digest, or else what `dibujar` gives; a failure is not remembered. */
  async pedir(llave: string, dibujar: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const conocido = this.dibujados.get(llave);
    if (conocido) return conocido;
    const pedido = this.enCurso.get(llave) ?? this.dibujar(llave, dibujar);
    this.enCurso.set(llave, pedido);
    return pedido;
  }

  private async dibujar(llave: string, dibujar: () => Promise<Uint8Array>): Promise<Uint8Array> {
    try {
      const hecho = await dibujar();
      this.dibujados.set(llave, hecho);
      return hecho;
    } finally {
      this.enCurso.delete(llave);
    }
  }
}
