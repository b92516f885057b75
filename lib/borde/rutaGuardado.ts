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
import { DEMASIADAS, estadoHttp, mapearError, parsear } from "./respuesta";
import { permiteRitmo, type Ritmo } from "./ritmo";
import { definirRutaInstitucion } from "./ruta";
import { CABECERA_CARGA, respuestaDeSobrecarga, seCede } from "./sobrecarga";
import { contextoDe } from "./solicitud";

type Definicion<C extends z.ZodType, R> = {
  permiso: Accion;
  cuerpo: C;
  caso: (
    ctx: ContextoInstitucion & { readonly comprobar?: SesionPorComprobar },
    entrada: { readonly cuerpo: z.output<C> },
  ) => Promise<Resultado<R>>;
  ritmo: Ritmo;
};
type Contexto = { params: Promise<Record<string, unknown>> };

/**
 * The route of saving: `definirRutaInstitucion` with a short way. When this process read the session less than a minute
 * ago, the case receives `ctx.comprobar` and has the database check it in the transaction of the save: one trip instead
 * of two, and a closed session still saves nothing. Whatever is out of the ordinary (first save of the minute, another
 * function, a body that cannot be read, a session that changed) takes the long way. Nothing runs before it: neither the
 * proxy, whose shedding of load it applies itself. See decision 0131.
 */
export function definirRutaGuardado<C extends z.ZodType, R>(definicion: Definicion<C, R>) {
  const larga = definirRutaInstitucion({
    permiso: definicion.permiso,
    cuerpo: definicion.cuerpo as z.ZodType<z.output<C>>,
    caso: (ctx: ContextoInstitucion, { cuerpo }) => definicion.caso(ctx, { cuerpo: cuerpo as z.output<C> }),
    ritmo: definicion.ritmo,
  });
  return async (solicitud: Request, contexto: Contexto): Promise<Response> => {
    const nivel = proceso().leerNivel();
    if (seCede("guardado", nivel)) return respuestaDeSobrecarga("guardado", solicitud.headers, "");
    // Read here once: the long way gets it again.
    const texto = await solicitud.text();
    const respuesta =
      (await responderCorto(definicion, solicitud, texto, await contexto.params)) ??
      (await larga(conCuerpo(solicitud, texto), contexto));
    if (nivel > 0) respuesta.headers.set(CABECERA_CARGA, "alta");
    return respuesta;
  };
}

/** The answer by the short way; null when it must be the long one. */
async function responderCorto<C extends z.ZodType, R>(
  { permiso, cuerpo, caso, ritmo }: Definicion<C, R>,
  solicitud: Request,
  texto: string,
  { codigo }: Record<string, unknown>,
): Promise<Response | null> {
  const { segura, urlPublica, inactivaMinutos } = configuracionSesion();
  const ahora = ahoraReal();
  const token = leerCookie(solicitud.headers.get("cookie"), nombreCookie(segura));
  // The clock of a demonstration may have moved since the session was read.
  const sesion = token && !esDemo() ? sesionConocida(token, ahora) : null;
  const actor = sesion?.actor;
  const institucion = sesion?.institucion;
  if (!token || !sesion || !actor || !institucion || institucion.codigo !== codigo) return null;
  if (actor.rol !== "contraparte_titular" && actor.rol !== "contraparte_suplente") return null;
  if (!puede(actor, permiso, institucion.id) || !esMismoOrigen(solicitud.headers, urlPublica)) return null;
  const leido = parsear(cuerpo as z.ZodType<z.output<C>>, leerJson(texto));
  if (!leido.ok) return null;
  try {
    if (!permiteRitmo(`guardado ${actor.sesionId}`, ritmo, ahora.getTime())) return responder(DEMASIADAS);
    anotarEnCurso({ institucion: institucion.codigo });
    const comprobar = { membresiaId: actor.membresiaId, ahora, inactivaMinutos };
    const ctx = { ...contextoDe(sesion, actor), institucion, comprobar };
    const resultado = await caso(ctx, { cuerpo: leido.valor });
    if (resultado.ok || resultado.falla.codigo !== SESION_POR_LEER) return responder(resultado);
    olvidarSesion(token);
    return null;
  } catch (error) {
    // No connection in time: as any other overload, the browser keeps the text and comes back.
    if (error instanceof ErrorDatos && error.codigo === "base_ocupada")
      return respuestaDeSobrecarga("guardado", solicitud.headers, "");
    const ruta = new URL(solicitud.url).pathname;
    return responder(mapearError(error, { puerta: "ruta", metodo: solicitud.method, ruta }));
  }
}

function responder(resultado: Resultado<unknown>): Response {
  if (resultado.ok) return Response.json(resultado.valor ?? null);
  const headers = { "cache-control": "no-store" };
  return Response.json(resultado.falla, { status: estadoHttp(resultado.falla.codigo), headers });
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
