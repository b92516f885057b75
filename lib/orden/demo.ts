// npm run demo: database, migrations, fictional data, production build and server, in one command.
import type { ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { abrirConexion, cerrarConexion, usarConexion } from "@/lib/datos/conexion";
import { ErrorDatos } from "@/lib/datos/errorDatos";
import { migrar } from "@/lib/datos/migraciones";
import { CARPETA_DATOS, iniciarServidor, type Servidor } from "@/lib/datos/servidor";
import { exigirLoginSinPoder } from "@/lib/datos/servidorRoles";
import { sembrar } from "@/prisma/semilla";
import { USUARIOS_DEMO } from "@/prisma/semilla/personas";
import { decir, ejecutar } from "./consola";
import { construirSiCambio } from "./construccion";
import { conEntorno, entornoLocal, puertoPedido, SENALES_NUESTRAS } from "./entorno";
import { fechaPedida, ponerFechaDemo } from "./fecha-demo";
import {
  anotarHijo,
  esperarRespuesta,
  finDe,
  lanzar,
  NEXT,
  puertoDisponible,
  terminar,
  tomarTurno,
} from "./proceso";

const TURNO = join(CARPETA_DATOS, "demo.json");

async function prepararBase(fecha: Date | null, puerto: number): Promise<Servidor> {
  decir(
    process.env.DATABASE_URL
      ? "Usando la base de datos de DATABASE_URL…"
      : "Encendiendo la base de datos local…",
  );
  const servidor = await iniciarServidor({ alInformar: decir });
  const nuevas = await migrar(servidor.dueno, {
    alAplicar: (nombre) => decir(`  migración ${nombre}`),
  }).catch((error) => {
    if (error instanceof ErrorDatos && error.codigo === "migracion" && servidor.admin) {
      decir("\nSi los datos de la demostración no importan, npm run demo:reset empieza de nuevo.");
    }
    throw error;
  });
  if (nuevas.length === 0) decir("  al día, sin migraciones pendientes");
  await exigirLoginSinPoder(servidor.app);
  usarConexion(abrirConexion(servidor.app));
  if (await sembrar(decir, new Date())) decir("  datos ficticios sembrados");
  if (fecha) {
    const { ARCHIVOS_CARPETA, SECRETO_SESION, URL_PUBLICA } = entornoLocal(servidor, puerto);
    Object.assign(process.env, { ARCHIVOS_CARPETA, SECRETO_SESION, URL_PUBLICA });
    await ponerFechaDemo(fecha, new Date());
  }
  await cerrarConexion();
  return servidor;
}

function anunciar(puerto: number): void {
  const ancho = Math.max(...USUARIOS_DEMO.map((u) => u.correo.length));
  decir(`\nLa demostración está en  http://localhost:${puerto}\n`);
  decir("Personas ficticias con que se puede entrar:");
  for (const { correo, clave, papel } of USUARIOS_DEMO)
    decir(`  ${correo.padEnd(ancho)}  ${clave}  ${papel}`);
  decir("\nCtrl-C la detiene; lo escrito se conserva. npm run demo:reset empieza de nuevo.\n");
}

/** Aborts at the first request to stop: Ctrl-C, kill, or the terminal closed. */
function pedidoDeParar(): AbortSignal {
  const control = new AbortController();
  for (const senal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(senal, () => control.abort());
  return control.signal;
}

/** Builds if needed and serves until asked to stop. @returns the exit code */
async function servir(servidor: Servidor, puerto: number, parar: AbortSignal): Promise<number> {
  const env = conEntorno({
    ...entornoLocal(servidor, puerto),
    ...SENALES_NUESTRAS,
    CSEU_DEMO: "1",
    NODE_ENV: "production",
    // A line by request would bury the addresses and the people printed below.
    NIVEL_REGISTRO: process.env.NIVEL_REGISTRO ?? "warn",
  });
  const next = (argumentos: string[]): ChildProcess => {
    parar.throwIfAborted();
    const hijo = lanzar(NEXT(), argumentos, env);
    anotarHijo(TURNO, { pid: process.pid, puerto, hijo: hijo.pid ?? 0 });
    parar.addEventListener("abort", () => terminar(hijo), { once: true });
    return hijo;
  };
  decir("Construyendo (la primera vez, cerca de un minuto)…");
  const carpeta = process.env.CARPETA_NEXT ?? ".next";
  const nueva = await construirSiCambio(carpeta, join(CARPETA_DATOS, "construido"), () =>
    finDe(next(["build"])),
  );
  if (!nueva) decir("  ya estaba construida");
  const web = next(["start", "-H", process.env.ANFITRION ?? "127.0.0.1", "-p", String(puerto)]);
  await esperarRespuesta(`http://127.0.0.1:${puerto}/`, web);
  anunciar(puerto);
  const codigo = await finDe(web);
  if (!parar.aborted) return codigo;
  decir("\nDemostración detenida.");
  return 0;
}

ejecutar(async () => {
  const puerto = puertoPedido();
  const fecha = fechaPedida(process.argv.slice(2));
  const otra = tomarTurno(TURNO, puerto);
  if (otra) {
    decir(`La demostración ya está corriendo en http://localhost:${otra.puerto} (proceso ${otra.pid}).`);
    decir(`Para detenerla: Ctrl-C en su terminal, o kill ${otra.pid}.`);
    return 0;
  }
  const parar = pedidoDeParar();
  let servidor: Servidor | undefined;
  try {
    if (!(await puertoDisponible(puerto, 2000))) {
      throw new ErrorDatos(
        "configuracion",
        `El puerto ${puerto} lo ocupa otro programa. Ciérrelo o elija otro: PUERTO=${puerto + 1} npm run demo`,
      );
    }
    servidor = await prepararBase(fecha, puerto);
    return await servir(servidor, puerto, parar);
  } catch (error) {
    // Being asked to stop also ends whatever step was under way: that is no failure of it.
    if (!parar.aborted) throw error;
    decir("\nDetenida antes de terminar. La próxima vez retoma donde quedó.");
    return 0;
  } finally {
    await servidor?.detener();
    rmSync(TURNO, { force: true });
  }
});
