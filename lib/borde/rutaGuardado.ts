import "server-only";
import type { z } from "zod";
import { SESION_POR_LEER } from "@/lib/casos/campo/guardar";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { ErrorDatos } from "@/lib/datos/errorDatos";
import type { SesionPorComprobar } from "@/lib/datos/repositorio/campo";
import { type Accion, puede } from "@/lib/flujo/permiso";
import type { Resultado } from "@/lib/flujo/resultado";
import { proceso } from "@/lib/metrica/proceso";
import { configuracionSesion } from "@/lib/sesion/configuracion";
import { olvidarSesion, sesionConocida } from "@/lib/sesion/conocida";
import { ahoraReal, esDemo } from "@/lib/sesion/reloj";
import { nombreCookie } from "@/lib/sesion/sesion";
import { anotarEnCurso } from "./enCurso";
import { esMismoOrigen } from "./origen";
import { DEMASIADAS, estadoHttp, type FallaRespuesta, mapearError, parsear } from "./respuesta";
import { permiteRitmo, type Ritmo } from "./ritmo";
import { definirRutaInstitucion } from "./ruta";
import { CABECERA_CARGA, respuestaDeSobrecarga, seCede } from "./sobrecarga";
import { contextoDe } from "./solicitud";

/** `institucion`: the code of the institution. */
type Cuerpo = { readonly institucion: string };
type Definicion<C extends Cuerpo, R> = {
  permiso: Accion;
  cuerpo: z.ZodType<C>;
  caso: (
    ctx: ContextoInstitucion & { readonly comprobar?: SesionPorComprobar },
    entrada: { readonly cuerpo: C },
  ) => Promise<Resultado<R>>;
  /** How a value becomes an answer. */
  responder: (valor: R) => Response;
  ritmo: Ritmo;
};

/**
 * The route of saving: `definirRutaInstitucion`, but that the institution comes in the body (finding a route of variable
 * parts costs Next a tenth of the save), and with a short way. When this process read the session less than a minute
 * ago, the case receives `ctx.comprobar` and has the database check it in the transaction of the save: one trip instead
 * of two, and a closed session still saves nothing. Whatever is out of the ordinary (first save of the minute, another
 * function, a body that cannot be read, a session that changed) takes the long way. Nothing runs before it: neither the
 * proxy, whose shedding of load it applies itself. See decision 0131.
 */
export function definirRutaGuardado<C extends Cuerpo, R>(definicion: Definicion<C, R>) {
  const larga = definirRutaInstitucion({
    permiso: definicion.permiso,
    cuerpo: definicion.cuerpo,
    caso: (ctx: ContextoInstitucion, { cuerpo }) => definicion.caso(ctx, { cuerpo }),
    responder: definicion.responder,
    ritmo: definicion.ritmo,
  });
  return async (solicitud: Request): Promise<Response> => {
    const nivel = proceso().leerNivel();
    if (seCede("guardado", nivel)) return respuestaDeSobrecarga("guardado", solicitud.headers, "");
    // Read here once: the long way gets it again.
    const texto = await solicitud.text();
    const crudo = leerJson(texto);
    const respuesta =
      (await responderCorto(definicion, solicitud, crudo)) ??
      (await larga(conCuerpo(solicitud, texto), { params: Promise.resolve({ codigo: codigoDe(crudo) }) }));
    if (nivel > 0) respuesta.headers.set(CABECERA_CARGA, "alta");
    return respuesta;
  };
}

/** The answer by the short way; null when it must be the long one. */
async function responderCorto<C extends Cuerpo, R>(
  { permiso, cuerpo, caso, responder, ritmo }: Definicion<C, R>,
  solicitud: Request,
  crudo: unknown,
): Promise<Response | null> {
  const { segura, urlPublica, inactivaMinutos } = configuracionSesion();
  const ahora = ahoraReal();
  const token = leerCookie(solicitud.headers.get("cookie"), nombreCookie(segura));
  // The clock of a demonstration may have moved since the session was read.
  const sesion = token && !esDemo() ? sesionConocida(token, ahora) : null;
  const actor = sesion?.actor;
  const institucion = sesion?.institucion;
  if (!token || !sesion || !actor || !institucion || institucion.codigo !== codigoDe(crudo)) return null;
  if (actor.rol !== "contraparte_titular" && actor.rol !== "contraparte_suplente") return null;
  if (!puede(actor, permiso, institucion.id) || !esMismoOrigen(solicitud.headers, urlPublica)) return null;
  const leido = parsear(cuerpo, crudo);
  if (!leido.ok) return null;
  try {
    if (!permiteRitmo(`guardado ${actor.sesionId}`, ritmo, ahora.getTime()))
      return responderFalla(DEMASIADAS.falla);
    anotarEnCurso({ institucion: institucion.codigo });
    const comprobar = { membresiaId: actor.membresiaId, ahora, inactivaMinutos };
    const ctx = { ...contextoDe(sesion, actor), institucion, comprobar };
    const resultado = await caso(ctx, { cuerpo: leido.valor });
    if (resultado.ok) return responder(resultado.valor);
    if (resultado.falla.codigo !== SESION_POR_LEER) return responderFalla(resultado.falla);
    olvidarSesion(token);
    return null;
  } catch (error) {
    // No connection in time: as any other overload, the browser keeps the text and comes back.
    if (error instanceof ErrorDatos && error.codigo === "base_ocupada")
      return respuestaDeSobrecarga("guardado", solicitud.headers, "");
    const ruta = new URL(solicitud.url).pathname;
    return responderFalla(mapearError(error, { puerta: "ruta", metodo: solicitud.method, ruta }).falla);
  }
}

function responderFalla(falla: FallaRespuesta): Response {
  const headers = { "cache-control": "no-store" };
  return Response.json(falla, { status: estadoHttp(falla.codigo), headers });
}

/** The code of the institution that a body not read yet says. */
function codigoDe(crudo: unknown): unknown {
  return (crudo as { institucion?: unknown } | null | undefined)?.institucion;
}

function leerJson(texto: string): unknown {
  try {
    return JSON.parse(texto);
  } catch {
    return undefined;
  }
}

function leerCookie(cabecera: string | null, nombre: string): string | undefined {
  const desde = `${nombre}=`;
  return cabecera
    ?.split("; ")
    .find((una) => una.startsWith(desde))
    ?.slice(desde.length);
}

function conCuerpo(solicitud: Request, texto: string): Request {
  return new Request(solicitud.url, { method: solicitud.method, headers: solicitud.headers, body: texto });
}
