/** What tells how loaded a node is. */
export type Figuras = {
  /** How late the event loop runs, in milliseconds, over the last moments. */
  readonly demoraMs: number;
  /** Requests waiting for a connection, of the pool that saves and of the other. */
  readonly esperaGuardado: number;
  readonly esperaGeneral: number;
};

/** From where on a node gives up something: half of each brings it back. */
export type Umbrales = {
  readonly demoraMs: number;
  readonly esperaGeneral: number;
  readonly esperaGuardado: number;
};

/** 0, all is served; 1, readings are given up; 2, also the saves that a browser keeps and repeats by itself. */
export type Nivel = 0 | 1 | 2;

/** Times the load at which readings are given up, at which saves are too. */
const AGUANTE_DEL_GUARDADO = 4;

/**
 * How loaded a node is. What was given up comes back at half the load that ended it: without that, each relief would
 * bring everybody at once and end itself.
 * Takes the figures of now, the thresholds and the level there was.
 */
export function nivelDeCarga(figuras: Figuras, umbrales: Umbrales, previo: Nivel): Nivel {
  const demora = figuras.demoraMs / umbrales.demoraMs;
  // Readings also pass by the pool that saves, to know who asks: there they are the first to go.
  const guardado = Math.max(demora / AGUANTE_DEL_GUARDADO, figuras.esperaGuardado / umbrales.esperaGuardado);
  const lectura = Math.max(guardado * AGUANTE_DEL_GUARDADO, figuras.esperaGeneral / umbrales.esperaGeneral);
  if (guardado >= (previo === 2 ? 0.5 : 1)) return 2;
  return lectura >= (previo >= 1 ? 0.5 : 1) ? 1 : 0;
}
