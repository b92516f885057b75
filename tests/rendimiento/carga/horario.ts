/** Something to do at an instant fixed beforehand, in milliseconds from the start. */
export type Cita = { readonly en: number; readonly hacer: (programadoEn: number) => Promise<void> };

/**
 * Does each thing at its instant, whatever happens with those before it: arrivals are open, and a slow server finds a
 * queue, not a client that waits for it. Each receives the instant at which it was due, on the clock of `performance`.
 */
export async function cumplir(citas: readonly Cita[]): Promise<void> {
  const orden = [...citas].sort((a, b) => a.en - b.en);
  const enCurso: Promise<void>[] = [];
  const inicio = performance.now();
  for (let i = 0; i < orden.length; ) {
    const ahora = performance.now() - inicio;
    while (i < orden.length && (orden[i]?.en ?? 0) <= ahora) {
      const cita = orden[i++];
      if (cita) enCurso.push(cita.hacer(inicio + cita.en));
    }
    const falta = (orden[i]?.en ?? 0) - (performance.now() - inicio);
    if (i < orden.length) await new Promise((listo) => setTimeout(listo, Math.max(1, falta)));
  }
  await Promise.all(enCurso);
}

/** Times by kind and errors by reason, as they happen. */
export class Cronista {
  readonly tiempos = new Map<string, number[]>();
  readonly errores = new Map<string, number>();

  anotar(clase: string, programadoEn: number): void {
    const lista = this.tiempos.get(clase) ?? [];
    this.tiempos.set(clase, lista);
    lista.push(performance.now() - programadoEn);
  }

  fallar(clase: string, motivo: string): void {
    const llave = `${clase}: ${motivo}`;
    this.errores.set(llave, (this.errores.get(llave) ?? 0) + 1);
  }

  get cuantosErrores(): number {
    return [...this.errores.values()].reduce((suma, n) => suma + n, 0);
  }
}
