const LLAVE = "cseu-acuse";

/** Notes that the server has just acknowledged a save to this tab. */
export function anotarAcuse(): void {
  try {
    sessionStorage.setItem(LLAVE, String(Date.now()));
  } catch {
    // A browser that keeps nothing.
  }
}

/**
 * Whether a save was acknowledged after this page was asked for. The page before goes on living until this one arrives:
 * this one may have been drawn from before the save, whose text is no longer in the queue to be shown.
 */
export function pedidaAntesDelAcuse(): boolean {
  try {
    return Number(sessionStorage.getItem(LLAVE)) >= performance.timeOrigin;
  } catch {
    return false;
  }
}
