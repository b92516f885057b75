import "server-only";
import { cookies, headers } from "next/headers";
import type { Solicitante } from "@/lib/casos/ingreso/solicitante";
import { configuracionSesion } from "@/lib/sesion/configuracion";
import { ahoraReal } from "@/lib/sesion/reloj";
import { abrirToken, atributosCookie, nombreCookie, sellarSesion } from "@/lib/sesion/sesion";
import { origenDe } from "./origen";

/** Gives the browser the cookie of a session just opened. */
export async function ponerSesion(sesionId: string): Promise<void> {
  const { segura, maximaMinutos } = configuracionSesion();
  (await cookies()).set(nombreCookie(segura), await sellarSesion(sesionId), {
    ...atributosCookie(segura),
    maxAge: maximaMinutos * 60,
  });
}

/** Takes the cookie of the session away from the browser. */
export async function quitarSesion(): Promise<void> {
  const { segura } = configuracionSesion();
  (await cookies()).set(nombreCookie(segura), "", { ...atributosCookie(segura), maxAge: 0 });
}

/** What is known of the request before anybody is. */
export async function leerSolicitante(): Promise<Solicitante> {
  const cabeceras = await headers();
  const { segura } = configuracionSesion();
  const token = (await cookies()).get(nombreCookie(segura))?.value;
  return {
    ahora: ahoraReal(),
    origen: origenDe(cabeceras),
    agente: cabeceras.get("user-agent")?.slice(0, 300) ?? null,
    sesionAnterior: token ? await abrirToken(token) : null,
  };
}

const AQUI = "http://aqui.invalid";

/**
 * A path of this platform to go back to, as a browser would read it; anything else (another site, a trick with slashes
 * or dots) becomes `/inicio`.
 */
export function rutaLocal(texto: unknown): string {
  if (typeof texto !== "string" || !/^\/[^\s\\]*$/.test(texto)) return "/inicio";
  const url = URL.parse(texto, AQUI);
  // «/.//site» is read as «//site»: written again in an address, it would be another site.
  if (url?.origin !== AQUI || url.pathname.startsWith("//")) return "/inicio";
  return `${url.pathname}${url.search}${url.hash}`;
}
