import "server-only";
import type { z } from "zod";
import type { Contexto, ContextoInstitucion } from "@/lib/casos/contexto";
import { anotarLectura } from "@/lib/casos/validador/lectura";
import { type Accion, puede } from "@/lib/flujo/permiso";
import { fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { ahoraReal } from "@/lib/sesion/reloj";
import { obtenerSesion } from "@/lib/sesion/sesion";
import { aObjeto, CAMPO_CLAVE, claveDe, codigoDe, type Intento } from "./entrada";
import {
  DEMASIADAS,
  estadoHttp,
  type FallaRespuesta,
  mapearError,
  ORIGEN_AJENO,
  parsear,
  SIN_SESION,
} from "./respuesta";
import { permiteRitmo, RITMO_POR_DEFECTO, type Ritmo } from "./ritmo";
import {
  type ContextoPublico,
  contextoDe,
  contextoEnInstitucion,
  contextoPublico,
  todasLasSuyas,
  vieneDeCasa,
} from "./solicitud";

type Entrada<P, B, C> = { readonly params: P; readonly busqueda: B; readonly cuerpo: C };
type Esquema = z.ZodType | undefined;
type Leido<S extends Esquema> = S extends z.ZodType ? z.output<S> : undefined;

type Comun<X, P extends Esquema, B extends Esquema, C extends Esquema, R> = {
  /** The variable parts of the address, `codigo` apart. */
  params?: P;
  busqueda?: B;
  /** Shape of a body in JSON or of a form. Without it the body stays unread in the request. */
  cuerpo?: C;
  caso: (ctx: X, entrada: Entrada<Leido<P>, Leido<B>, Leido<C>>, solicitud: Request) => Promise<Resultado<R>>;
  /** How a value becomes an answer; JSON unless said otherwise. */
  responder?: (valor: R) => Response | Promise<Response>;
  ritmo?: Ritmo;
};
type ConPermiso = { permiso: Accion };
type Manejador = (
  solicitud: Request,
  contexto: { params: Promise<Record<string, unknown>> },
) => Promise<Response>;

/** A route handler of a signed-in person. See docs/borde.md. */
export function definirRuta<
  R,
  P extends Esquema = undefined,
  B extends Esquema = undefined,
  C extends Esquema = undefined,
>(definicion: Comun<Contexto, P, B, C, R> & ConPermiso): Manejador {
  return construir(definicion, async (_params, intento, ruta) => {
    const sesion = await obtenerSesion();
    if (!sesion) return SIN_SESION;
    if (!sesion.actor || !puede(sesion.actor, definicion.permiso)) return NO_ENCONTRADO;
    const ctx = contextoDe(sesion, sesion.actor, intento);
    if (definicion.permiso !== "cuenta.propia") await anotarLectura(ctx, ruta, todasLasSuyas(ctx));
    return { ok: true, valor: ctx };
  });
}

/** A route handler under `/institucion/[codigo]`. See docs/borde.md. */
export function definirRutaInstitucion<
  R,
  P extends Esquema = undefined,
  B extends Esquema = undefined,
  C extends Esquema = undefined,
>(definicion: Comun<ContextoInstitucion, P, B, C, R> & ConPermiso): Manejador {
  return construir(definicion, async (params, intento, ruta) => {
    const sesion = await obtenerSesion();
    if (!sesion) return SIN_SESION;
    if (!sesion.actor) return NO_ENCONTRADO;
    const ctx = await contextoEnInstitucion(
      sesion,
      sesion.actor,
      definicion.permiso,
      codigoDe(params.codigo),
      intento,
    );
    if (!ctx) return NO_ENCONTRADO;
    await anotarLectura(ctx, ruta, [ctx.institucion.id]);
    return { ok: true, valor: ctx };
  });
}

/** A route handler for whoever comes, with the reason why it needs no session. */
export function definirRutaPublica<
  R,
  P extends Esquema = undefined,
  B extends Esquema = undefined,
  C extends Esquema = undefined,
>(
  definicion: Comun<ContextoPublico, P, B, C, R> & {
    razon: string;
    /** Programs that are not our pages may ask for the change: the address itself proves it, and no session is read. */
    desdeFuera?: boolean;
  },
): Manejador {
  return construir(definicion, async () => ({ ok: true, valor: await contextoPublico() }));
}

const NO_CAMBIAN = new Set(["GET", "HEAD"]);
let definidas = 0;

function construir<
  X extends { actor: { sesionId: string } | null },
  R,
  P extends Esquema,
  B extends Esquema,
  C extends Esquema,
>(
  definicion: Comun<X, P, B, C, R> & { desdeFuera?: boolean },
  /** `ruta`: path and query of the request. */
  abrir: (params: Record<string, unknown>, intento: Intento, ruta: string) => Promise<Resultado<X>>,
): Manejador {
  const ritmo = definicion.ritmo ?? RITMO_POR_DEFECTO;
  definidas += 1;
  const nombre = `ruta ${definidas}`;

  async function hacer(solicitud: Request, crudos: Record<string, unknown>): Promise<Resultado<R>> {
    const cambia = !NO_CAMBIAN.has(solicitud.method) && !definicion.desdeFuera;
    if (cambia && !(await vieneDeCasa())) return ORIGEN_AJENO;
    const clave = claveDe({ [CAMPO_CLAVE]: solicitud.headers.get("idempotency-key") });
    const { pathname, search } = new URL(solicitud.url);
    const abierto = await abrir(crudos, clave === undefined ? {} : { clave }, `${pathname}${search}`);
    if (!abierto.ok) return abierto;
    const ctx = abierto.valor;
    const quien = ctx.actor?.sesionId;
    if (quien && !permiteRitmo(`${nombre} ${quien}`, ritmo, ahoraReal().getTime())) return DEMASIADAS;
    const entrada = await leerEntrada(definicion, solicitud, crudos);
    if (!entrada.ok) return entrada;
    return definicion.caso(ctx, entrada.valor, solicitud);
  }

  return async (solicitud, contexto) => {
    try {
      const resultado = await hacer(solicitud, await contexto.params);
      if (!resultado.ok) return responderFalla(resultado.falla, solicitud);
      return definicion.responder
        ? await definicion.responder(resultado.valor)
        : Response.json(resultado.valor ?? null);
    } catch (error) {
      const donde = { puerta: "ruta", metodo: solicitud.method, ruta: new URL(solicitud.url).pathname };
      return responderFalla(mapearError(error, donde).falla, solicitud);
    }
  };
}

async function leerEntrada<P extends Esquema, B extends Esquema, C extends Esquema>(
  definicion: { params?: P; busqueda?: B; cuerpo?: C },
  solicitud: Request,
  crudos: Record<string, unknown>,
): Promise<Resultado<Entrada<Leido<P>, Leido<B>, Leido<C>>>> {
  const params = leerParte<P>(definicion.params, crudos);
  // An address that no schema accepts names nothing.
  if (!params.ok) return NO_ENCONTRADO;
  const busqueda = leerParte<B>(definicion.busqueda, Object.fromEntries(new URL(solicitud.url).searchParams));
  if (!busqueda.ok) return busqueda;
  let json: unknown;
  if (definicion.cuerpo) {
    const esFormulario = /^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(
      solicitud.headers.get("content-type") ?? "",
    );
    try {
      json = esFormulario ? aObjeto(await solicitud.formData()) : await solicitud.json();
    } catch {
      return fallar("entrada_invalida", "El cuerpo de la solicitud no se puede leer.");
    }
  }
  const cuerpo = leerParte<C>(definicion.cuerpo, json);
  if (!cuerpo.ok) return cuerpo;
  return { ok: true, valor: { params: params.valor, busqueda: busqueda.valor, cuerpo: cuerpo.valor } };
}

function leerParte<S extends Esquema>(esquema: S | undefined, crudo: unknown): Resultado<Leido<S>> {
  if (!esquema) return { ok: true, valor: undefined as Leido<S> };
  return parsear(esquema as z.ZodType<Leido<S>>, crudo);
}

// A person who follows a link reads a sentence; a program reads JSON.
function responderFalla(falla: FallaRespuesta, solicitud: Request): Response {
  const status = estadoHttp(falla.codigo);
  const navega = NO_CAMBIAN.has(solicitud.method) && solicitud.headers.get("sec-fetch-mode") === "navigate";
  if (navega && falla.codigo === "sin_sesion") {
    const { pathname, search } = new URL(solicitud.url);
    const volver = new URLSearchParams({ volver: pathname + search });
    return new Response(null, { status: 303, headers: { location: `/ingresar?${volver}` } });
  }
  const cabeceras = { "cache-control": "no-store" };
  if (!navega) return Response.json(falla, { status, headers: cabeceras });
  return new Response(`${falla.mensaje}\n`, {
    status,
    headers: { ...cabeceras, "content-type": "text/plain; charset=utf-8" },
  });
}
