import { type NextRequest, NextResponse } from "next/server";
import { cabecerasDeSeguridad } from "@/lib/borde/cabeceras";
import { CABECERA_CARGA, claseDe, respuestaDeSobrecarga, seCede } from "@/lib/borde/sobrecarga";
import { proceso } from "@/lib/metrica/proceso";
import { configuracionSesion } from "@/lib/sesion/configuracion";

/** Before every request: what is given up under too much load, its nonce, the headers that protect it, and its own address for the pages. */
export function proxy(solicitud: NextRequest): Response {
  const nonce = crypto.randomUUID();
  const { segura, proveedores } = configuracionSesion();
  const seguridad = cabecerasDeSeguridad({
    nonce,
    segura,
    proveedores,
    desarrollo: process.env.NODE_ENV === "development",
  });
  const { pathname: ruta, search } = solicitud.nextUrl;
  const { deteniendo, leerNivel } = proceso();
  const nivel = leerNivel();
  const clase = claseDe({ metodo: solicitud.method, ruta, cabeceras: solicitud.headers });
  if (seCede(clase, nivel)) return con(respuestaDeSobrecarga(clase, solicitud.headers, nonce), seguridad);
  if (ruta === "/salud" && deteniendo)
    return con(Response.json({ estado: "deteniendo" }, { status: 503 }), seguridad);
  const cabeceras = new Headers(solicitud.headers);
  // Next reads the policy from here and gives its nonce to its own scripts.
  cabeceras.set("content-security-policy", seguridad["content-security-policy"]);
  cabeceras.set("x-nonce", nonce);
  cabeceras.set("x-cseu-ruta", ruta + search);
  const respuesta = NextResponse.next({ request: { headers: cabeceras } });
  if (clase === "guardado" && nivel > 0) respuesta.headers.set(CABECERA_CARGA, "alta");
  return con(respuesta, seguridad);
}

// The saving of fields, and nothing else at its address, answers for itself: see lib/borde/rutaGuardado.ts.
export const config = {
  matcher: [
    "/((?!institucion/[^/]+/campo$).*)",
    {
      source: "/institucion/:codigo/campo",
      missing: [{ type: "header", key: "content-type", value: "application/json" }],
    },
  ],
};

function con<R extends Response>(respuesta: R, cabeceras: Readonly<Record<string, string>>): R {
  for (const [nombre, valor] of Object.entries(cabeceras)) respuesta.headers.set(nombre, valor);
  return respuesta;
}
