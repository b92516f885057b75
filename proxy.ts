import { type NextRequest, NextResponse } from "next/server";
import { cabecerasDeSeguridad } from "@/lib/borde/cabeceras";
import { configuracionSesion } from "@/lib/sesion/configuracion";

/** Before every request: its nonce, the headers that protect it, and its own address for the pages. */
export function proxy(solicitud: NextRequest): NextResponse {
  const nonce = crypto.randomUUID();
  const { segura, proveedores } = configuracionSesion();
  const seguridad = cabecerasDeSeguridad({
    nonce,
    segura,
    proveedores,
    desarrollo: process.env.NODE_ENV === "development",
  });
  const cabeceras = new Headers(solicitud.headers);
  // Next reads the policy from here and gives its nonce to its own scripts.
  cabeceras.set("content-security-policy", seguridad["content-security-policy"]);
  cabeceras.set("x-nonce", nonce);
  cabeceras.set("x-cseu-ruta", solicitud.nextUrl.pathname + solicitud.nextUrl.search);
  const respuesta = NextResponse.next({ request: { headers: cabeceras } });
  for (const [nombre, valor] of Object.entries(seguridad)) respuesta.headers.set(nombre, valor);
  return respuesta;
}
