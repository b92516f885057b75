import { type AccionInstitucion, llamarAccion } from "@/components/formulario/llamar";
import { avisar } from "@/components/ui/avisos-cola";
import type { ArchivoListo } from "./subir";

/**
 * Ties a file that is whole on the server to what it proves, and says so.
 * @returns what went wrong, to be shown beside the file; null when nothing did
 */
export async function atarArchivo<E>(
  accion: AccionInstitucion<E>,
  entrada: E & { institucion: string },
  { nombre }: ArchivoListo,
): Promise<string | null> {
  const hecho = await llamarAccion(accion, entrada, "El archivo ya llegó a la plataforma");
  if (!hecho.ok) return hecho.falla.mensaje;
  avisar({ tono: "exito", texto: `«${nombre}» quedó adjunto.` });
  return null;
}
