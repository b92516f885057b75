import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, Socket } from "node:net";
import { basename, dirname, join } from "node:path";
import pg from "pg";
import { ErrorDatos } from "./errorDatos";
import type { Binarios, UsuarioSistema } from "./servidorBinarios";
import type { Claves } from "./servidorClaves";

/** Everything one server of ours needs to be known. */
export type Instalacion = {
  readonly usuario: UsuarioSistema | null;
  readonly binarios: Binarios;
  readonly datos: string;
  readonly registro: string;
  readonly claves: Claves;
};

const AMBIENTE = {
  PATH: process.env.PATH ?? "/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
  NODE_ENV: "production" as const,
};

// fsync stays as PostgreSQL ships it (on): what it acknowledged survives a power cut.
const AJUSTES = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=200",
  "shared_buffers=256MB",
  "jit=off",
  "log_min_messages=warning",
  "timezone=UTC",
];

const MAYOR = 18;

/**
 * Creates the data folder if there is none: apart and then renamed, so that one killed half-way is never
 * taken for a whole one.
 * @returns whether it was created now
 */
export function crearDatos(
  { usuario, binarios, datos, claves }: Instalacion,
  alInformar?: (linea: string) => void,
): boolean {
  const version = join(datos, "PG_VERSION");
  if (existsSync(version)) {
    const mayor = Number(readFileSync(version, "utf8"));
    if (mayor === MAYOR) return false;
    throw new ErrorDatos(
      "servidor_local",
      `Los datos de ${datos} son de PostgreSQL ${mayor} y este proyecto trae el ${MAYOR}. Empiece de nuevo con npm run demo:reset.`,
    );
  }
  alInformar?.("Creando la base de datos local…");
  const padre = dirname(datos);
  mkdirSync(padre, { recursive: true });
  for (const resto of readdirSync(padre).filter((n) => n.startsWith(`${basename(datos)}.nueva-`))) {
    const dueno = Number(resto.split("-").at(-1));
    if (!estaVivo(dueno)) rmSync(join(padre, resto), { recursive: true, force: true });
  }
  const nueva = `${datos}.nueva-${process.pid}`;
  const claveInicial = `${nueva}.clave`;
  try {
    mkdirSync(nueva, { mode: 0o700 });
    writeFileSync(claveInicial, claves.admin, { mode: 0o600 });
    if (usuario) for (const ruta of [nueva, claveInicial]) chownSync(ruta, usuario.uid, usuario.gid);
    const { status, stderr } = spawnSync(
      binarios.initdb,
      [
        `--pgdata=${nueva}`,
        "--auth=scram-sha-256",
        "--username=postgres",
        `--pwfile=${claveInicial}`,
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
      ],
      { ...usuario, cwd: "/", env: AMBIENTE, encoding: "utf8" },
    );
    if (status !== 0) throw fallaDelServidor(stderr ?? "", nueva);
    renameSync(nueva, datos);
    return true;
  } catch (error) {
    // Another command finished first: its data are as good as ours.
    if (existsSync(version)) return false;
    throw error;
  } finally {
    rmSync(claveInicial, { force: true });
    rmSync(nueva, { recursive: true, force: true });
  }
}

function estaVivo(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * The server running on these data, if one does. A postmaster.pid left by a kill -9 or a power cut, whose
 * number now belongs to another program, is removed: PostgreSQL would refuse to start for it.
 */
export function procesoVivo({ datos }: Instalacion): { pid: number; puerto: number } | null {
  const archivo = join(datos, "postmaster.pid");
  if (!existsSync(archivo)) return null;
  const lineas = readFileSync(archivo, "utf8").split("\n");
  const pid = Number(lineas[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !estaVivo(pid)) return null;
  const programa = spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
  if (programa.status === 0 && !programa.stdout.includes("postgres")) {
    rmSync(archivo, { force: true });
    return null;
  }
  if (programa.stdout?.includes("<defunct>")) return null;
  return { pid, puerto: Number(lineas[3]) };
}

/** Whether a connection is accepted; false while it starts. @throws ErrorDatos when it refuses our password */
export async function responde(url: string, pid: number): Promise<boolean> {
  const cliente = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  cliente.on("error", () => undefined);
  try {
    await cliente.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === "28P01") {
      throw new ErrorDatos(
        "servidor_local",
        `En ${new URL(url).host} responde un PostgreSQL (proceso ${pid}) que no acepta la clave guardada en claves.json: los datos son de otra instalación. Empiece de nuevo con npm run demo:reset.`,
      );
    }
    return false;
  } finally {
    await cliente.end().catch(() => undefined);
  }
}

/** The wished port if it is free, or any free one. */
export function puertoLibre(deseado: number | null): Promise<number> {
  return new Promise((listo, rechazar) => {
    const prueba = createServer();
    prueba.once("error", (error: NodeJS.ErrnoException) =>
      deseado === null ? rechazar(error) : listo(puertoLibre(null)),
    );
    prueba.listen(deseado ?? 0, "127.0.0.1", () => {
      const direccion = prueba.address();
      prueba.close(() => listo(typeof direccion === "object" && direccion ? direccion.port : 0));
    });
  });
}

function fallaDelServidor(salida: string, registro: string): ErrorDatos {
  if (/No space left on device|Disk quota exceeded/i.test(salida)) {
    return new ErrorDatos(
      "sin_espacio",
      `No queda espacio en el disco para la base de datos local (${dirname(registro)}). Libere al menos 500 MB y repita la orden: lo ya guardado sigue ahí.`,
    );
  }
  if (
    /could not resize shared memory|could not map anonymous shared memory|Cannot allocate memory/i.test(
      salida,
    )
  ) {
    return new ErrorDatos(
      "servidor_local",
      "No hay memoria suficiente para la base de datos local (necesita unos 400 MB). Cierre otros programas y repita la orden.",
    );
  }
  return new ErrorDatos(
    "servidor_local",
    `PostgreSQL no pudo arrancar. Lo último que dijo (${registro}):\n${salida.trim().split("\n").slice(-8).join("\n")}`,
  );
}

// A shell that outlives us by an instant: when our end of its input closes, however we died, it stops the
// server and deletes its folder.
const GUARDIAN = '"$@" </dev/null & p=$!; cat >/dev/null; kill -QUIT $p; wait $p; rm -rf "$BORRAR"';

export type Encendido =
  | { estado: "listo"; pid: number }
  | { estado: "puerto_ocupado" }
  | { estado: "ya_estaba" };

export type OpcionesEncendido = {
  readonly efimero: boolean;
  /** Settings of PostgreSQL on top of ours, as `name=value`. */
  readonly ajustes: readonly string[];
};

/**
 * Starts the server and waits until it answers. It outlives us (a closed terminal does not cut it half-way)
 * unless `efimero`.
 * @throws ErrorDatos with the reason, in words, when it ends before answering
 */
export async function encender(
  instalacion: Instalacion,
  puerto: number,
  url: string,
  { efimero, ajustes }: OpcionesEncendido,
): Promise<Encendido> {
  const { usuario, binarios, datos, registro } = instalacion;
  const argumentos = [
    "-D",
    datos,
    "-p",
    String(puerto),
    ...[...AJUSTES, ...ajustes].flatMap((uno) => ["-c", uno]),
  ];
  const desde = existsSync(registro) ? statSync(registro).size : 0;
  const salida = openSync(registro, "a", 0o600);
  const hijo = efimero
    ? spawn("/bin/sh", ["-c", GUARDIAN, "sh", binarios.postgres, ...argumentos], {
        ...usuario,
        cwd: "/",
        detached: true,
        stdio: ["pipe", salida, salida],
        env: { ...AMBIENTE, BORRAR: datos },
      })
    : spawn(binarios.postgres, argumentos, {
        ...usuario,
        cwd: "/",
        detached: true,
        stdio: ["ignore", salida, salida],
        env: AMBIENTE,
      });
  closeSync(salida);
  let terminado = false;
  hijo.once("exit", () => {
    terminado = true;
  });
  hijo.once("error", () => {
    terminado = true;
  });
  hijo.unref();
  if (hijo.stdin instanceof Socket) hijo.stdin.unref();
  const dicho = () => (existsSync(registro) ? readFileSync(registro, "utf8").slice(desde) : "");
  const limite = Date.now() + 60_000;
  while (Date.now() < limite) {
    const vivo = procesoVivo(instalacion);
    if (vivo && vivo.puerto === puerto && (await responde(url, vivo.pid)))
      return { estado: "listo", pid: vivo.pid };
    if (terminado || /FATAL/.test(dicho())) {
      const texto = dicho();
      if (/could not bind|Address already in use|could not create any TCP/i.test(texto))
        return { estado: "puerto_ocupado" };
      // Another command won the start, or the processes of a killed server are still leaving.
      if (/lock file "postmaster.pid" already exists|pre-existing shared memory block/i.test(texto)) {
        await new Promise((listo) => setTimeout(listo, 200));
        return { estado: "ya_estaba" };
      }
      if (terminado) throw fallaDelServidor(texto, registro);
    }
    await new Promise((listo) => setTimeout(listo, 30));
  }
  throw fallaDelServidor(dicho(), registro);
}
