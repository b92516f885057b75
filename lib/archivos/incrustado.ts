import { extensionDe } from "@/lib/flujo/nombreArchivo";
import { rechazoDeExtension } from "@/lib/flujo/rechazoArchivo";
import { examinarOle, isOle } from "./examenOle";
import { examinarZip, isZip } from "./examenZip";
import type { FuenteArchivo } from "./fuente";

const NIVELES = 3;
const PROGRAMAS = [Buffer.from("MZ"), Buffer.from("\x7fELF", "latin1"), Buffer.from("#!")];

/**
 * Whether something carried inside a document must not be: a program, a document with macros, or a nest too
 * deep to look into. What is merely unknown (an image, an equation) may stay. `nivel` counts the nesting.
 */
export async function revisarIncrustado(fuente: FuenteArchivo, nivel: number): Promise<boolean> {
  if (nivel > NIVELES) return true;
  const inicio = await fuente.leer(0, 64);
  if (PROGRAMAS.some((p) => inicio.subarray(0, p.length).equals(p))) return true;
  const examen = isZip(inicio)
    ? await examinarZip(fuente, nivel)
    : isOle(inicio)
      ? await examinarOle(fuente, nivel)
      : null;
  if (!examen || examen.ok) return false;
  return ["archivo_macros", "archivo_incrustado", "archivo_ejecutable", "archivo_con_contrasena"].includes(
    examen.falla.codigo,
  );
}

/** Whether something carried inside a document or a mail is refused by its name alone: programs and documents of macros. */
export function isNombreActivo(nombre: string): boolean {
  // Outlook also keeps the extension by itself, as ".exe".
  const extension = extensionDe(nombre.startsWith(".") ? `x${nombre}` : nombre);
  const codigo = extension ? rechazoDeExtension(extension)?.codigo : undefined;
  return codigo === "archivo_ejecutable" || codigo === "archivo_macros";
}
