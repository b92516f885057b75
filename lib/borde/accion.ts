import "server-only";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { Contexto, ContextoInstitucion, ContextoPropio } from "@/lib/casos/contexto";
import { type Accion, puede } from "@/lib/flujo/permiso";
import { NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { ahoraReal } from "@/lib/sesion/reloj";
import { obtenerSesion } from "@/lib/sesion/sesion";
import { aObjeto, CAMPO_INSTITUCION, codigoDe, intentoDe, valoresQueVuelven } from "./entrada";
import { DEMASIADAS, mapearError, ORIGEN_AJENO, parsear, type Respuesta, SIN_SESION } from "./respuesta";
import { permiteRitmo, RITMO_POR_DEFECTO, type Ritmo } from "./ritmo";
import {
  type ContextoPublico,
  contextoDe,
  contextoEnInstitucion,
  contextoPropio,
  contextoPublico,
  vieneDeCasa,
} from "./solicitud";

type Comun<C, S extends z.ZodType, R> = {
  esquema: S;
  caso: (ctx: C, entrada: z.output<S>) => Promise<Resultado<R>>;
  /** Where to go after success. */
  destino?: (valor: R, ctx: C) => string | Promise<string>;
  /** Whether the page is drawn again after success; yes unless said otherwise. */
  refrescar?: boolean;
  ritmo?: Ritmo;
  /** Names of the fields that never go back to the screen. */
  secretos?: readonly string[];
};

type ConPermiso = { permiso: Accion };

/** A server action: for `useActionState`, or called from code with null first. */
export type AccionServidor<E, R> = (previo: unknown, entrada: FormData | E) => Promise<Respuesta<R>>;

/** An action of a signed-in person. See docs/borde.md. */
export function definirAccion<S extends z.ZodType, R>(
  definicion: Comun<Contexto, S, R> & ConPermiso,
): AccionServidor<z.input<S>, R> {
  return construir(definicion, async (objeto) => {
    const sesion = await obtenerSesion();
    if (!sesion) return SIN_SESION;
    if (!sesion.actor || !puede(sesion.actor, definicion.permiso)) return NO_ENCONTRADO;
    return { ok: true, valor: contextoDe(sesion, sesion.actor, intentoDe(objeto, definicion.secretos)) };
  });
}

/** An action of a person on their own account, whatever their function, or with none. See docs/borde.md. */
export function definirAccionPropia<S extends z.ZodType, R>(
  definicion: Comun<ContextoPropio, S, R>,
): AccionServidor<z.input<S>, R> {
  return construir(definicion, async (objeto) => {
    const sesion = await obtenerSesion();
    if (!sesion) return SIN_SESION;
    return { ok: true, valor: contextoPropio(sesion, intentoDe(objeto, definicion.secretos)) };
  });
}

/** An action inside the institution whose code comes in the field `institucion`. See docs/borde.md. */
export function definirAccionInstitucion<S extends z.ZodType, R>(
  definicion: Comun<ContextoInstitucion, S, R> & ConPermiso,
): AccionServidor<z.input<S> & { institucion: string; _clave?: string }, R> {
  return construir(definicion, async (objeto) => {
    const sesion = await obtenerSesion();
    if (!sesion) return SIN_SESION;
    if (!sesion.actor) return NO_ENCONTRADO;
    const codigo = codigoDe(objeto[CAMPO_INSTITUCION]);
    const ctx = await contextoEnInstitucion(
      sesion,
      sesion.actor,
      definicion.permiso,
      codigo,
      intentoDe(objeto, definicion.secretos),
    );
    return ctx ? { ok: true, valor: ctx } : NO_ENCONTRADO;
  });
}

/** An action for whoever comes, with the reason why it needs no session. */
export function definirAccionPublica<S extends z.ZodType, R>(
  definicion: Comun<ContextoPublico, S, R> & { razon: string },
): AccionServidor<z.input<S>, R> {
  return construir(definicion, async () => ({ ok: true, valor: await contextoPublico() }));
}

let definidas = 0;

function construir<C extends { actor: { sesionId: string } | null }, S extends z.ZodType, R, E>(
  definicion: Comun<C, S, R>,
  abrir: (objeto: Record<string, unknown>) => Promise<Resultado<C>>,
): AccionServidor<E, R> {
  const ritmo = definicion.ritmo ?? RITMO_POR_DEFECTO;
  definidas += 1;
  const nombre = `accion ${definidas}`;

  async function hacer(objeto: Record<string, unknown>): Promise<Resultado<{ valor: R; destino?: string }>> {
    if (!(await vieneDeCasa())) return ORIGEN_AJENO;
    const abierto = await abrir(objeto);
    if (!abierto.ok) return abierto;
    const ctx = abierto.valor;
    const quien = ctx.actor?.sesionId;
    if (quien && !permiteRitmo(`${nombre} ${quien}`, ritmo, ahoraReal().getTime())) return DEMASIADAS;
    const leida = parsear<z.output<S>>(definicion.esquema as z.ZodType<z.output<S>>, objeto);
    if (!leida.ok) return leida;
    const resultado = await definicion.caso(ctx, leida.valor);
    if (!resultado.ok) return resultado;
    const destino = await definicion.destino?.(resultado.valor, ctx);
    return {
      ok: true,
      valor: destino === undefined ? { valor: resultado.valor } : { valor: resultado.valor, destino },
    };
  }

  return async (_previo, entrada) => {
    const objeto = aObjeto(entrada);
    const hecho = await hacer(objeto).catch((error: unknown) => mapearError(error, { puerta: "accion" }));
    if (!hecho.ok) return { ...hecho, valores: valoresQueVuelven(objeto, definicion.secretos ?? []) };
    const { valor, destino } = hecho.valor;
    if (destino !== undefined) redirect(destino as Parameters<typeof redirect>[0]);
    if (definicion.refrescar !== false) refresh();
    return { ok: true, valor };
  };
}
