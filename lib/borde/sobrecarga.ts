import type { Nivel } from "@/lib/metrica/carga";
import { contarRechazo } from "@/lib/metrica/medidor";

/** Tells the browser, in the answer to a save, to leave for later what only redraws the page. */
export const CABECERA_CARGA = "x-cseu-carga";

export type Clase = "lectura" | "guardado" | "siempre";

/** Answered whatever happens: light, or what lets a person go on or the operator see. */
const SIEMPRE = /^\/(_next\/|salud$|metricas$|ingresar|sesion\/|acceso\/|[\w-]+\.(svg|css|txt|ico)$)/;
/** Written by a browser that keeps what it sends until it is acknowledged, and repeats it by itself. */
const SE_REPITE = /^\/(campo|institucion\/[^/]+\/archivo\/subida\/[^/]+)$/;

/**
 * What a request is, for who decides what to give up. A form or a signature is never given up: nobody would repeat
 * it. Nor is the redrawing of the page a person is on: refusing it would take the page away from them.
 */
export function claseDe(pedido: {
  readonly metodo: string;
  readonly ruta: string;
  readonly cabeceras: Headers;
}): Clase {
  const { metodo, ruta, cabeceras } = pedido;
  if (SIEMPRE.test(ruta)) return "siempre";
  if (SE_REPITE.test(ruta) && metodo !== "GET") return "guardado";
  if (metodo !== "GET" && metodo !== "HEAD") return "siempre";
  return esDeLaMismaPagina(ruta, cabeceras) ? "siempre" : "lectura";
}

function esDeLaMismaPagina(ruta: string, cabeceras: Headers): boolean {
  if (!cabeceras.has("rsc") || cabeceras.has("next-router-prefetch")) return false;
  const origen = cabeceras.get("referer");
  return origen !== null && URL.canParse(origen) && new URL(origen).pathname === ruta;
}

/** Whether a class is given up at a level. */
export function seCede(clase: Clase, nivel: Nivel): boolean {
  return (clase === "lectura" && nivel >= 1) || (clase === "guardado" && nivel >= 2);
}

export const MENSAJE_SOBRECARGA =
  "Estamos recibiendo muchas visitas; su texto está guardado en este equipo. Vuelva a intentarlo en unos segundos.";

/**
 * The answer to what is given up: 503 with a moment to come back that differs from one to another, so that they do not
 * all come back together. A person sees a page that tries again by itself; a program reads JSON.
 */
export function respuestaDeSobrecarga(clase: Clase, cabeceras: Headers, nonce: string): Response {
  contarRechazo(clase === "guardado" ? "guardado" : "lectura");
  const segundos = 5 + Math.floor(Math.random() * 11);
  const comunes = { "cache-control": "no-store", "retry-after": String(segundos) };
  const esPersona =
    cabeceras.get("sec-fetch-dest") === "document" || /text\/html/.test(cabeceras.get("accept") ?? "");
  if (!esPersona || cabeceras.has("rsc")) {
    const falla = { codigo: "sobrecarga", mensaje: MENSAJE_SOBRECARGA };
    return Response.json(falla, { status: 503, headers: comunes });
  }
  return new Response(pagina(segundos, nonce), {
    status: 503,
    headers: { ...comunes, "content-type": "text/html; charset=utf-8" },
  });
}

const pagina = (segundos: number, nonce: string) => `<!doctype html>
<html lang="es-CL">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Muchas visitas · Plataforma CSEU</title>
<link rel="stylesheet" href="/sobrecarga.css">
</head>
<body>
<main>
<h1>Estamos recibiendo muchas visitas</h1>
<p><strong>Su texto está guardado en este equipo.</strong> Nada de lo que escribió se pierde: se enviará solo cuando la página vuelva.</p>
<p>Esta página vuelve a intentarlo sola en ${segundos} segundos. No necesita hacer nada.</p>
<p><a href="">Intentarlo ahora</a></p>
</main>
<script nonce="${nonce}">setTimeout(() => location.reload(), ${segundos * 1000})</script>
</body>
</html>
`;
