import { contarEsperas, type Esperas } from "@/lib/datos/repositorio/esperas";

const VIGENCIA_MS = 10_000;
let ultima: { en: number; esperas: Promise<Esperas | null> } | undefined;

/** What waits in the database, asked at most every 10 s however many ask; null when it does not answer. */
export function leerEsperas(): Promise<Esperas | null> {
  const ahora = performance.now();
  if (!ultima || ahora - ultima.en > VIGENCIA_MS)
    ultima = { en: ahora, esperas: contarEsperas().catch(() => null) };
  return ultima.esperas;
}
