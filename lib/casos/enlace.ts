import { configuracionSesion } from "@/lib/sesion/configuracion";

/** The full address of a path of the platform, for mails. Takes a path that starts with "/". */
export function direccion(ruta: string): string {
  return `${configuracionSesion().urlPublica}${ruta}`;
}
