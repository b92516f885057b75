import "server-only";
import { createHash, randomBytes } from "node:crypto";
import NextAuth, { type NextAuthOptions } from "next-auth";
import { ingresarExterno } from "@/lib/casos/ingreso/ingresarExterno";
import type { Solicitante } from "@/lib/casos/ingreso/solicitante";
import { configuracionSesion } from "@/lib/sesion/configuracion";
import { type PerfilExterno, proveedorNextAuth } from "@/lib/sesion/proveedorNextAuth";
import { atributosCookie, nombreCookie } from "@/lib/sesion/sesion";
import { registro } from "./registro";

/** Where providers send people back to: `/acceso/callback/PROVEEDOR`. The rest of next-auth's own paths is not served. */
const BASE = "/acceso";
const FALLA = "/ingresar?aviso=externo";

function opciones(solicitante: Solicitante, otraVez = false): NextAuthOptions {
  const { segura, secreto, maximaMinutos, proveedores, urlPublica } = configuracionSesion();
  // next-auth reads its own address from here and from nowhere else.
  process.env.NEXTAUTH_URL = `${urlPublica}${BASE}`;
  const cookie = (nombre: string, maxAge?: number) => ({
    name: nombreDe(nombre, segura),
    options: { ...atributosCookie(segura), ...(maxAge ? { maxAge } : {}) },
  });
  return {
    secret: secreto,
    session: { strategy: "jwt", maxAge: maximaMinutos * 60 },
    providers: proveedores.map((uno) => proveedorNextAuth(uno, otraVez)),
    cookies: {
      sessionToken: { name: nombreCookie(segura), options: atributosCookie(segura) },
      callbackUrl: cookie("volver"),
      csrfToken: cookie("csrf"),
      pkceCodeVerifier: cookie("pkce", 900),
      state: cookie("estado", 900),
      nonce: cookie("nonce", 900),
    },
    callbacks: {
      async signIn({ user, account }) {
        if (!account) return false;
        const { id, run, correo, autenticadaEn } = user as unknown as PerfilExterno;
        const esClaveUnica = proveedores.find((p) => p.id === account.provider)?.tipo === "claveunica";
        if (esClaveUnica && run === null) return FALLA;
        const identidad = { proveedor: account.provider, sujeto: id, run, correo, autenticadaEn };
        const abierta = await ingresarExterno(identidad, solicitante);
        if (!abierta.ok) return `/ingresar?aviso=${abierta.falla.codigo}`;
        Object.assign(user, { sid: abierta.valor.sesionId });
        return true;
      },
      // The token names the row of the session and says nothing else of the person.
      jwt: ({ user }) => ({ sid: "sid" in user ? user.sid : null }),
    },
    logger: {
      error: (codigo, datos) => registro.warn({ codigo, motivo: motivoDe(datos) }, "ingreso externo"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

const nombreDe = (nombre: string, segura: boolean): string => `${segura ? "__Host-" : ""}cseu-${nombre}`;

function motivoDe(datos: unknown): string {
  const error = typeof datos === "object" && datos !== null && "error" in datos ? datos.error : datos;
  return error instanceof Error ? error.message : "desconocido";
}

type Llamada = {
  accion: "signin" | "callback";
  proveedor: string;
  metodo: "GET" | "POST";
  cookies: Readonly<Record<string, string>>;
  consulta?: Readonly<Record<string, string>>;
  cuerpo?: Readonly<Record<string, string>>;
};

// next-auth as a function: what it would write to a response is what we answer.
async function llamar(
  { accion, proveedor, metodo, cookies, consulta, cuerpo }: Llamada,
  config: NextAuthOptions,
) {
  const cabeceras = new Headers();
  const escribir = (nombre: string, valor: string | readonly string[]) => {
    cabeceras.delete(nombre);
    for (const uno of [valor].flat()) cabeceras.append(nombre, uno);
  };
  const respuesta = {
    status: () => respuesta,
    getHeader: (nombre: string) =>
      nombre.toLowerCase() === "set-cookie" ? cabeceras.getSetCookie() : cabeceras.get(nombre),
    setHeader: (nombre: string, valor: string | readonly string[]) => {
      escribir(nombre, valor);
      return respuesta;
    },
    end: () => undefined,
    json: () => undefined,
    send: () => undefined,
  };
  const peticion = {
    method: metodo,
    headers: {},
    cookies,
    query: { ...consulta, nextauth: [accion, proveedor] },
    body: cuerpo ?? {},
  };
  await NextAuth(peticion as never, respuesta as never, config);
  return cabeceras;
}

/**
 * Starts the sign-in with a provider. Takes its id, the local path to come back to and whether the provider must ask
 * the person who they are again, which is how somebody with a session confirms it before signing.
 * Returns the redirection to the provider, with the cookies of the attempt; null when there is no such provider.
 */
export async function iniciarExterno(
  proveedor: string,
  volver: string,
  solicitante: Solicitante,
  otraVez = false,
): Promise<Response | null> {
  const { proveedores, urlPublica, secreto, segura } = configuracionSesion();
  if (!proveedores.some(({ id }) => id === proveedor)) return null;
  // next-auth wants its own double cookie besides our check of origin: made here, for this one request.
  const csrf = randomBytes(32).toString("hex");
  const firma = createHash("sha256").update(`${csrf}${secreto}`).digest("hex");
  const cabeceras = await llamar(
    {
      accion: "signin",
      proveedor,
      metodo: "POST",
      cookies: { [nombreDe("csrf", segura)]: `${csrf}|${firma}` },
      cuerpo: { csrfToken: csrf, callbackUrl: `${urlPublica}${volver}` },
    },
    opciones(solicitante, otraVez),
  );
  return redirigir(cabeceras);
}

/** Ends the sign-in: the provider sent the person back to `/acceso/callback/PROVEEDOR`. Returns the redirection into the platform. */
export async function terminarExterno(
  proveedor: string,
  consulta: Readonly<Record<string, string>>,
  cookies: Readonly<Record<string, string>>,
  solicitante: Solicitante,
): Promise<Response> {
  const { proveedores } = configuracionSesion();
  if (!proveedores.some(({ id }) => id === proveedor)) return redirigir(new Headers());
  return redirigir(
    await llamar({ accion: "callback", proveedor, metodo: "GET", cookies, consulta }, opciones(solicitante)),
  );
}

// next-auth leads its failures to pages of its own; ours says what to do, in Spanish.
function redirigir(cabeceras: Headers): Response {
  const destino = cabeceras.get("location");
  const { urlPublica } = configuracionSesion();
  if (!destino || destino.startsWith(`${urlPublica}${BASE}`)) cabeceras.set("location", FALLA);
  return new Response(null, { status: 303, headers: cabeceras });
}
