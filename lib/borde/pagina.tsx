import "server-only";
import type { Route } from "next";
import { headers } from "next/headers";
import { notFound, redirect, unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import type { z } from "zod";
import type { Contexto, ContextoInstitucion, ContextoPropio } from "@/lib/casos/contexto";
import { anotarLectura } from "@/lib/casos/validador/lectura";
import { type Accion, puede } from "@/lib/flujo/permiso";
import type { Falla, Resultado } from "@/lib/flujo/resultado";
import { ahoraReal, esDemo } from "@/lib/sesion/reloj";
import { obtenerSesion, type Sesion } from "@/lib/sesion/sesion";
import { codigoDe } from "./entrada";
import { CambieDeInstitucion, FallaDePagina, Marco, SinFunciones } from "./marco";
import { origenDe } from "./origen";
import { anotarError } from "./registro";
import { parsear } from "./respuesta";
import { permiteRitmo, type Ritmo } from "./ritmo";
import {
  type ContextoPublico,
  contextoDe,
  contextoEnInstitucion,
  contextoPropio,
  contextoPublico,
  todasLasSuyas,
} from "./solicitud";

type Esquema = z.ZodType | undefined;
type Leido<S extends Esquema> = S extends z.ZodType ? z.output<S> : undefined;
type Direccion<P extends Esquema, B extends Esquema> = {
  readonly params: Leido<P>;
  readonly busqueda: Leido<B>;
};

type Comun<C, P extends Esquema, B extends Esquema, D> = {
  /** The variable parts of the address, `codigo` apart. What it refuses is a 404. */
  params?: P;
  /** What follows "?". What it refuses is a 404: prefer `.catch(…)`. */
  busqueda?: B;
  cargar?: (ctx: C, direccion: Direccion<P, B>) => Promise<Resultado<D>>;
  ver: (lo: Direccion<P, B> & { readonly ctx: C; readonly datos: D }) => ReactNode | Promise<ReactNode>;
};
type ConPermiso = { permiso: Accion };
type ConLectura<P extends Esquema, B extends Esquema> = {
  /** Ids of the institutions that the page tells about, for the trail of a validator: all within reach unless said. */
  deQuien?: (ctx: Contexto, direccion: Direccion<P, B>) => Promise<readonly string[]>;
};
type PropsPagina = {
  params: Promise<Record<string, unknown>>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type Pagina = (props: PropsPagina) => Promise<ReactNode>;

/** A page of a signed-in person. See docs/borde.md. */
export function definirPagina<D = undefined, P extends Esquema = undefined, B extends Esquema = undefined>(
  definicion: Comun<Contexto & { readonly sesion: Sesion }, P, B, D> & ConPermiso & ConLectura<P, B>,
): Pagina {
  return async (props) => {
    const sesion = await exigirSesion();
    if (!sesion.actor) return <SinFunciones sesion={sesion} />;
    if (!puede(sesion.actor, definicion.permiso)) notFound();
    const ctx = { ...contextoDe(sesion, sesion.actor), sesion };
    if (definicion.permiso !== "cuenta.propia") {
      const deQuien = await definicion.deQuien?.(ctx, await leerDireccion(definicion, props));
      await anotarLectura(ctx, await rutaActual(), deQuien ?? todasLasSuyas(ctx));
    }
    return <Marco sesion={sesion}>{await dibujar(definicion, ctx, props)}</Marco>;
  };
}

/** A page of a person's own account, whatever their function, or with none. See docs/borde.md. */
export function definirPaginaPropia<
  D = undefined,
  P extends Esquema = undefined,
  B extends Esquema = undefined,
>(definicion: Comun<ContextoPropio & { readonly sesion: Sesion }, P, B, D>): Pagina {
  return async (props) => {
    const sesion = await exigirSesion();
    const ctx = { ...contextoPropio(sesion), sesion };
    return <Marco sesion={sesion}>{await dibujar(definicion, ctx, props)}</Marco>;
  };
}

/** A page under `/institucion/[codigo]`. See docs/borde.md. */
export function definirPaginaInstitucion<
  D = undefined,
  P extends Esquema = undefined,
  B extends Esquema = undefined,
>(definicion: Comun<ContextoInstitucion, P, B, D> & ConPermiso): Pagina {
  return async (props) => {
    const sesion = await exigirSesion();
    if (!sesion.actor) return <SinFunciones sesion={sesion} />;
    const codigo = codigoDe((await props.params).codigo);
    const ctx = await contextoEnInstitucion(sesion, sesion.actor, definicion.permiso, codigo);
    if (!ctx) {
      const otros = sesion.sombreros.filter(
        (s) => s.institucion?.codigo === codigo && s.id !== sesion.actor?.membresiaId,
      );
      const alguno = otros.some((s) =>
        puede({ rol: s.rol, alcance: [s.institucion?.id ?? ""] }, definicion.permiso),
      );
      if (!alguno) notFound();
      return <CambieDeInstitucion sesion={sesion} sombreros={otros} volver={await rutaActual()} />;
    }
    await anotarLectura(ctx, await rutaActual(), [ctx.institucion.id]);
    return (
      <Marco sesion={sesion} institucion={ctx.institucion}>
        {await dibujar(definicion, ctx, props)}
      </Marco>
    );
  };
}

let definidas = 0;
const DEMASIADAS_DE_LA_RED: Falla = {
  codigo: "demasiadas_solicitudes",
  mensaje: "Recibimos muchas consultas seguidas desde su red. Espere un minuto y vuelva a intentarlo.",
};

/** A page for whoever comes, with the reason why it needs no session; `soloDemo` makes it a 404 outside a demonstration. */
export function definirPaginaPublica<
  D = undefined,
  P extends Esquema = undefined,
  B extends Esquema = undefined,
>(
  definicion: Comun<ContextoPublico, P, B, D> & {
    razon: string;
    soloDemo?: boolean;
    ancho?: "hoja" | "completo";
    /** Limit by address of the client, where each drawing costs the database something. */
    ritmo?: Ritmo;
  },
): Pagina {
  definidas += 1;
  const nombre = `pagina ${definidas}`;
  return async (props) => {
    // Read first: it makes the page dynamic, and only a dynamic page carries the nonce of its request.
    const cabeceras = await headers();
    if (definicion.soloDemo && !esDemo()) notFound();
    const ctx = await contextoPublico();
    const llave = `${nombre} ${origenDe(cabeceras)}`;
    const cabe = !definicion.ritmo || permiteRitmo(llave, definicion.ritmo, ahoraReal().getTime());
    return (
      <Marco sesion={null} desfaseMs={ctx.desfaseMs} ancho={definicion.ancho ?? "hoja"}>
        {cabe ? await dibujar(definicion, ctx, props) : <FallaDePagina falla={DEMASIADAS_DE_LA_RED} />}
      </Marco>
    );
  };
}

async function exigirSesion(): Promise<Sesion> {
  const sesion = await obtenerSesion();
  if (sesion) return sesion;
  const ruta = await rutaActual();
  redirect(
    (ruta === "/inicio" ? "/ingresar" : `/ingresar?${new URLSearchParams({ volver: ruta })}`) as Route,
  );
}

// proxy.ts writes it: a server component does not know its own address.
async function rutaActual(): Promise<string> {
  return (await headers()).get("x-cseu-ruta") ?? "/inicio";
}

async function dibujar<C, P extends Esquema, B extends Esquema, D>(
  definicion: Comun<C, P, B, D>,
  ctx: C,
  props: PropsPagina,
): Promise<ReactNode> {
  const direccion = await leerDireccion(definicion, props);
  try {
    if (!definicion.cargar) return await definicion.ver({ ...direccion, ctx, datos: undefined as D });
    const cargado = await definicion.cargar(ctx, direccion);
    if (cargado.ok) return await definicion.ver({ ...direccion, ctx, datos: cargado.valor });
    if (cargado.falla.codigo === "no_encontrado") notFound();
    return <FallaDePagina falla={cargado.falla} />;
  } catch (error) {
    unstable_rethrow(error);
    // Next shows `digest` on the error page and hides the rest: the number is all that the person sees.
    const id = anotarError(error, { puerta: "pagina", ruta: await rutaActual() });
    throw Object.assign(new Error("Error interno"), { digest: id });
  }
}

async function leerDireccion<P extends Esquema, B extends Esquema>(
  { params, busqueda }: { params?: P; busqueda?: B },
  props: PropsPagina,
): Promise<Direccion<P, B>> {
  return {
    params: leerODesaparecer<P>(params, await props.params),
    busqueda: leerODesaparecer<B>(busqueda, await props.searchParams),
  };
}

function leerODesaparecer<S extends Esquema>(esquema: S | undefined, crudo: unknown): Leido<S> {
  if (!esquema) return undefined as Leido<S>;
  const leido = parsear(esquema as z.ZodType<Leido<S>>, crudo);
  if (!leido.ok) notFound();
  return leido.valor;
}
