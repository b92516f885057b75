import { type NextRequest, NextResponse } from "next/server";
import { politicaDePagina } from "@/lib/borde/cabeceras";
import { CABECERA_CARGA, claseDe, respuestaDeSobrecarga, seCede } from "@/lib/borde/sobrecarga";
import { proceso } from "@/lib/metrica/proceso";
import { configuracionSesion } from "@/lib/sesion/configuracion";

/** Before every request: what is given up under too much load, its nonce, the policy of its content, and its own address for the pages. */
export function proxy(solicitud: NextRequest): Response {
  const nonce = crypto.randomUUID();
  const { segura, proveedores } = configuracionSesion();
  const politica = politicaDePagina({
    nonce,
    segura,
    proveedores,
    desarrollo: process.env.NODE_ENV === "development",
  });
  const { pathname: ruta, search } = solicitud.nextUrl;
  const { deteniendo, leerNivel } = proceso();
  const nivel = leerNivel();
  const clase = claseDe({ metodo: solicitud.method, ruta, cabeceras: solicitud.headers });
  if (seCede(clase, nivel)) return con(respuestaDeSobrecarga(clase, solicitud.headers, nonce), politica);
  if (ruta === "/salud" && deteniendo)
    return con(Response.json({ estado: "deteniendo" }, { status: 503 }), politica);
  const cabeceras = new Headers(solicitud.headers);
  // Next reads the policy from here and gives its nonce to its own scripts.
  cabeceras.set("content-security-policy", politica);
  cabeceras.set("x-nonce", nonce);
  cabeceras.set("x-cseu-ruta", ruta + search);
  const respuesta = NextResponse.next({ request: { headers: cabeceras } });
  if (clase === "guardado" && nivel > 0) respuesta.headers.set(CABECERA_CARGA, "alta");
  return con(respuesta, politica);
}

// The saving of fields, and nothing else at its address, answers for itself: see lib/borde/rutaGuardado.ts.
export const config = {
  matcher: [
    "/((?!campo$).*)",
    { source: "/campo", missing: [{ type: "header", key: "content-type", value: "application/json" }] },
  ],
};

function con<R extends Response>(respuesta: R, politica: string): R {
  respuesta.headers.set("content-security-policy", politica);
  return respuesta;
}
