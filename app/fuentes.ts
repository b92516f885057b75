import localFont from "next/font/local";

/**
 * Roboto and Roboto Slab, shipped with the app and never fetched. Latin only: it covers Spanish and Mapudungun;
 * the extension (macrons of Rapa Nui) is a separate face that a browser downloads when a page holds such a letter.
 */
export const fuenteTexto = localFont({
  src: "../node_modules/@fontsource-variable/roboto/files/roboto-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--fuente-texto",
  display: "swap",
  adjustFontFallback: "Arial",
});

export const fuenteTextoExt = localFont({
  src: "../node_modules/@fontsource-variable/roboto/files/roboto-latin-ext-wght-normal.woff2",
  weight: "100 900",
  variable: "--fuente-texto-ext",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+1E00-1EFF" }],
});

export const fuenteTitulo = localFont({
  src: "../node_modules/@fontsource-variable/roboto-slab/files/roboto-slab-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--fuente-titulo",
  display: "swap",
  adjustFontFallback: "Times New Roman",
});
