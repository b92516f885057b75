/** Whether this server is a demonstration. Read at each call: no build ever fixes it. */
export function esDemo(): boolean {
  return process.env.CSEU_DEMO === "1";
}

/** The true clock. For what must not move with the demonstration's: sessions, attempts, the log. */
export function ahoraReal(): Date {
  return new Date();
}

/**
 * The instant for the use cases: the true one, moved only in a demonstration.
 * Takes the offset in milliseconds read from `reloj_demo` (the session's query brings it).
 */
export function ahoraCon(desfaseMs: number): Date {
  return new Date(ahoraReal().getTime() + (esDemo() ? desfaseMs : 0));
}
