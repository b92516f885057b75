import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * Faces that travel with the platform, as TTF (decision 0031). The first two draw the documents; the others
 * only lend glyphs that Roboto lacks, so that a text in another script, a symbol or an emoji is drawn and not
 * lost. Nothing is taken from the machine: the same input gives the same bytes anywhere.
 */
const CARAS = [
  ["roboto", "400Regular", "Roboto_400Regular"],
  ["roboto", "400Regular_Italic", "Roboto_400Regular_Italic"],
  ["roboto", "700Bold", "Roboto_700Bold"],
  ["roboto-slab", "700Bold", "RobotoSlab_700Bold"],
  ["noto-sans", "400Regular", "NotoSans_400Regular"],
  ["noto-sans-arabic", "400Regular", "NotoSansArabic_400Regular"],
  ["noto-sans-hebrew", "400Regular", "NotoSansHebrew_400Regular"],
  ["noto-sans-symbols", "400Regular", "NotoSansSymbols_400Regular"],
  ["noto-sans-symbols-2", "400Regular", "NotoSansSymbols2_400Regular"],
  ["noto-sans-math", "400Regular", "NotoSansMath_400Regular"],
  ["noto-emoji", "400Regular", "NotoEmoji_400Regular"],
] as const;

let leidas: Buffer[] | undefined;

/** The font files, read once. Throws when a font package is not installed: a broken deployment, not bad input. */
export function fuentes(): readonly Buffer[] {
  if (!leidas) {
    const desde = createRequire(import.meta.url);
    leidas = CARAS.map(([paquete, peso, archivo]) =>
      readFileSync(desde.resolve(`@expo-google-fonts/${paquete}/${peso}/${archivo}.ttf`)),
    );
  }
  return leidas;
}
