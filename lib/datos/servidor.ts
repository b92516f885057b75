import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ErrorDatos } from "./errorDatos";
import { carpetaAlcanzable, prepararBinarios, usuarioDelServidor } from "./servidorBinarios";
import { type Claves, fallaDeDisco, leerClaves } from "./servidorClaves";
import {
  crearDatos,
  encender,
  type Instalacion,
  procesoVivo,
  puertoLibre,
  responde,
} from "./servidorProceso";
import { type Conexiones, prepararRoles } from "./servidorRoles";

/** Name of the database inside a server of ours. */
export const BASE = "cseu";

export type Servidor = Conexiones & {
  /** Superuser of our own server; null when the server is somebody else's. */
  readonly admin: string | null;
  readonly claves: Claves;
  /** True when this call started it; false when it was already running or is not ours. */
  readonly encendido: boolean;
  /** Stops a server of ours cleanly (fast shutdown: open transactions are undone); does nothing to others. */
  readonly detener: () => Promise<void>;
};

export type OpcionesServidor = {
  /** Folder of data and secrets; the project's .datos by default. */
  carpeta?: string;
  /** Dies with this process and leaves nothing behind: for tests. */
  efimero?: boolean;
  /** Settings of PostgreSQL on top of ours, as `name=value`. */
  ajustes?: readonly string[];
  /** Told each slow step, in Spanish. */
  alInformar?: (linea: string) => void;
};

/** The project's folder of local data, ignored by git. */
export const CARPETA_DATOS = ".datos";

function describir(carpeta: string): Instalacion {
  const usuario = usuarioDelServidor();
  const binarios = prepararBinarios(usuario);
  const nombre = `datos-${createHash("sha256").update(carpeta).digest("hex").slice(0, 12)}`;
  return {
    usuario,
    binarios,
    datos: carpetaAlcanzable(usuario, join(carpeta, "postgres"), nombre),
    registro: join(carpeta, "postgres.log"),
    claves: leerClaves(carpeta),
  };
}

const urlDe = (puerto: number, claves: Claves) =>
  `postgres://postgres:${claves.admin}@127.0.0.1:${puerto}/postgres`;

function puertoRecordado(archivo: string): number | null {
  if (!existsSync(archivo)) return null;
  const puerto = Number(readFileSync(archivo, "utf8"));
  return Number.isInteger(puerto) && puerto > 1024 && puerto < 65_536 ? puerto : null;
}

/** Starts our server, or finds it started; port and secrets are remembered in the folder. */
async function levantar(
  instalacion: Instalacion,
  carpeta: string,
  opciones: OpcionesServidor,
): Promise<{ puerto: number; encendido: boolean; proceso: number }> {
  const archivoPuerto = join(carpeta, "puerto");
  const limite = Date.now() + 90_000;
  let puerto = puertoRecordado(archivoPuerto);
  if (crearDatos(instalacion, opciones.alInformar)) puerto = null;
  while (Date.now() < limite) {
    const vivo = procesoVivo(instalacion);
    if (vivo) {
      // It may still be recovering from a power cut, or be the start of another command.
      if (await responde(urlDe(vivo.puerto, instalacion.claves), vivo.pid)) {
        return { puerto: vivo.puerto, encendido: false, proceso: vivo.pid };
      }
      await new Promise((listo) => setTimeout(listo, 100));
      continue;
    }
    puerto = await puertoLibre(puerto);
    writeFileSync(archivoPuerto, String(puerto));
    const resultado = await encender(instalacion, puerto, urlDe(puerto, instalacion.claves), {
      efimero: opciones.efimero ?? false,
      ajustes: opciones.ajustes ?? [],
    });
    if (resultado.estado === "listo") return { puerto, encendido: true, proceso: resultado.pid };
    if (resultado.estado === "puerto_ocupado") puerto = null;
  }
  throw new ErrorDatos(
    "servidor_local",
    `La base local no terminó de arrancar. Vea ${instalacion.registro}.`,
  );
}

/** Asks the postmaster to stop and waits until it is gone. */
async function apagar(instalacion: Instalacion): Promise<void> {
  const vivo = procesoVivo(instalacion);
  if (!vivo) return;
  process.kill(vivo.pid, "SIGINT");
  const limite = Date.now() + 60_000;
  while (procesoVivo(instalacion)?.pid === vivo.pid) {
    if (Date.now() > limite)
      throw new ErrorDatos(
        "servidor_local",
        `La base local (proceso ${vivo.pid}) no quiso detenerse en un minuto.`,
      );
    await new Promise((listo) => setTimeout(listo, 50));
  }
}

/**
 * A PostgreSQL ready to migrate and to use: the one of DATABASE_URL when set, otherwise our own in `carpeta`.
 * With DATABASE_URL_DUENO set, both are taken as given; with DATABASE_URL alone its login must be able to
 * create the two the platform needs.
 * @throws ErrorDatos with what to do: no room, no permission, no server
 */
export async function iniciarServidor(opciones: OpcionesServidor = {}): Promise<Servidor> {
  const carpeta = resolve(opciones.carpeta ?? CARPETA_DATOS);
  const { DATABASE_URL: app, DATABASE_URL_DUENO: dueno } = process.env;
  const ajeno = { admin: null, encendido: false, detener: () => Promise.resolve() };
  try {
    if (app && !opciones.efimero) {
      const claves = leerClaves(carpeta);
      if (dueno) return { ...ajeno, claves, dueno, app };
      return { ...ajeno, claves, ...(await prepararRoles(app, null, claves)) };
    }
    mkdirSync(carpeta, { recursive: true });
    const instalacion = describir(carpeta);
    const { puerto, encendido } = await levantar(instalacion, carpeta, opciones);
    const admin = urlDe(puerto, instalacion.claves);
    const conexiones = await prepararRoles(admin, BASE, instalacion.claves);
    return {
      ...conexiones,
      admin,
      claves: instalacion.claves,
      encendido,
      detener: () => apagar(instalacion),
    };
  } catch (error) {
    throw fallaDeDisco(error, carpeta) ?? error;
  }
}

/** Stops our server in `carpeta` if it runs. @returns whether there was one */
export async function detenerServidor(carpeta: string = CARPETA_DATOS): Promise<boolean> {
  if (!existsSync(join(carpeta, "claves.json"))) return false;
  const instalacion = describir(resolve(carpeta));
  const vivo = procesoVivo(instalacion) !== null;
  await apagar(instalacion);
  return vivo;
}

/** Stops our server and deletes its data, secrets and log. @returns the paths deleted */
export async function borrarServidor(carpeta: string = CARPETA_DATOS): Promise<string[]> {
  await detenerServidor(carpeta);
  if (!existsSync(carpeta)) return [];
  const { datos, registro } = describir(resolve(carpeta));
  const rutas = [
    datos,
    registro,
    join(resolve(carpeta), "puerto"),
    join(resolve(carpeta), "claves.json"),
  ].filter((ruta) => existsSync(ruta));
  for (const ruta of rutas) rmSync(ruta, { recursive: true, force: true });
  return rutas;
}
