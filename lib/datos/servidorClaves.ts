import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { ErrorDatos } from "./errorDatos";

/** Secrets of a local installation, made on its first start and kept beside its data. */
export type Claves = {
  readonly admin: string;
  readonly dueno: string;
  readonly app: string;
  /** Signs the session tokens (NEXTAUTH_SECRET). */
  readonly sesion: string;
};

const aleatoria = () => randomBytes(24).toString("base64url");

/** Writes a file that only we read, whole or not at all; false when another process had written it first. */
function escribirUnaVez(ruta: string, contenido: string): boolean {
  const parcial = `${ruta}.${process.pid}`;
  rmSync(parcial, { force: true });
  const archivo = openSync(parcial, "wx", 0o600);
  try {
    writeSync(archivo, contenido);
    fsyncSync(archivo);
  } finally {
    closeSync(archivo);
  }
  try {
    linkSync(parcial, ruta);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(parcial, { force: true });
  }
}

/**
 * Reads the secrets of a folder, making them the first time.
 * @throws ErrorDatos `servidor_local` when the file is another user's, unreadable or broken, or the disk is full
 */
export function leerClaves(carpeta: string): Claves {
  const ruta = join(carpeta, "claves.json");
  try {
    mkdirSync(dirname(ruta), { recursive: true });
    if (!existsSync(ruta)) {
      const nuevas: Claves = {
        admin: aleatoria(),
        dueno: aleatoria(),
        app: aleatoria(),
        sesion: aleatoria(),
      };
      escribirUnaVez(ruta, `${JSON.stringify(nuevas, null, 2)}\n`);
    }
    return JSON.parse(readFileSync(ruta, "utf8")) as Claves;
  } catch (error) {
    throw fallaDeDisco(error, ruta) ?? error;
  }
}

/** A failure of the file system in words, or null when the error is something else. */
export function fallaDeDisco(error: unknown, ruta: string): ErrorDatos | null {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new ErrorDatos(
      "sin_espacio",
      `No queda espacio en el disco para escribir ${ruta}. Libere espacio y repita la orden: lo ya guardado sigue ahí.`,
      { causa: error },
    );
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new ErrorDatos(
      "servidor_local",
      `No se puede leer o escribir ${ruta}: pertenece a otro usuario (¿se ejecutó antes como root?). Repita la orden con ese usuario, o devuélvale la carpeta al suyo: sudo chown -R "$USER" ${dirname(ruta)}`,
      { causa: error },
    );
  }
  if (error instanceof SyntaxError) {
    return new ErrorDatos(
      "servidor_local",
      `El archivo ${ruta} está dañado y con él las claves de la base local. Empiece de nuevo con npm run demo:reset.`,
      { causa: error },
    );
  }
  return null;
}
