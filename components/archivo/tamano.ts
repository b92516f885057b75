const KB = 1024;
const MB = KB * KB;

/** A size in bytes as people read it: «2,4 MB», «312 kB». */
export function enPalabras(bytes: number): string {
  const [cuanto, unidad] = bytes < MB ? [Math.max(1, Math.round(bytes / KB)), "kB"] : [bytes / MB, "MB"];
  return `${cuanto.toLocaleString("es-CL", { maximumFractionDigits: 1 })} ${unidad}`;
}
