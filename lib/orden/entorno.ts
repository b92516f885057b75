import { resolve } from "node:path";
import { CARPETA_DATOS, type Servidor } from "@/lib/datos/servidor";

/** The environment variables of this process with others on top, for a child. */
export function conEntorno(otras: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...otras };
}

/** Leaves SIGTERM to lib/borde/detencion: Next would end the process without waiting for jobs and connections. */
export const SENALES_NUESTRAS = { NEXT_MANUAL_SIG_HANDLE: "1" } as const;

/**
 * What the application needs to run beside a local server: its connection, its address, its secret. What the
 * person set by hand wins.
 * @param puerto where it will be served
 */
export function entornoLocal(servidor: Servidor, puerto: number): Record<string, string> {
  const direccion = process.env.URL_PUBLICA ?? `http://localhost:${puerto}`;
  const secreto = process.env.SECRETO_SESION ?? servidor.claves.sesion;
  return {
    DATABASE_URL: servidor.app,
    URL_PUBLICA: direccion,
    NEXTAUTH_URL: direccion,
    SECRETO_SESION: secreto,
    NEXTAUTH_SECRET: secreto,
    ARCHIVOS_CARPETA: process.env.ARCHIVOS_CARPETA ?? resolve(CARPETA_DATOS, "archivos"),
    NEXT_TELEMETRY_DISABLED: "1",
    // The owner's login stays with the commands: the application never holds it.
    DATABASE_URL_DUENO: "",
  };
}

/** The port asked for with PUERTO (or PORT), 3000 by default. */
export function puertoPedido(): number {
  const puerto = Number(process.env.PUERTO ?? process.env.PORT ?? 3000);
  return Number.isInteger(puerto) && puerto > 0 && puerto < 65_536 ? puerto : 3000;
}
