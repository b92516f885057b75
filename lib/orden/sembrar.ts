// npm run db:sembrar -- --instituciones N [--anios A] [--momento AAAA-MM-DDTHH:MM:SSZ]
//
// Fills a database with N fictional institutions (10,000 in about a minute), A years of them (1 by default; those
// before the last are all decided), in every stage from «sin plan» to «validado», at an instant of the last year
// (28 December 2025 by default): believable plans, adjustments, acts, reports, difficulties, submissions and
// observations, in groups of 40 with their pair. The people of the demonstration are sown too, with its password, which
// everybody sown has: titular.m00001@masiva.example (also suplente, presidenta, integrante), revisora.1@red-masiva.example.
//
// It writes as the owner of the tables and WITH THE TRIGGERS OFF: what it sows leaves no trail. So it takes only a
// database without work, and one of these two: the local server of the demonstration (no DATABASE_URL), or the database
// of DATABASE_URL_DUENO with CSEU_DEMO=1. Never in production. From code: `sembrarMucho(urlDueno, …)` of prisma/semilla/mucho.
import { abrirConexion, cerrarConexion, usarConexion } from "@/lib/datos/conexion";
import { ErrorDatos } from "@/lib/datos/errorDatos";
import { migrar } from "@/lib/datos/migraciones";
import { iniciarServidor } from "@/lib/datos/servidor";
import { sembrar } from "@/prisma/semilla";
import { MOMENTO_MUCHO, sembrarMucho, ULTIMO_ANIO } from "@/prisma/semilla/mucho";
import { CLAVE_DEMO } from "@/prisma/semilla/personas";
import { decir, ejecutar } from "./consola";

function leerArgumentos(argumentos: readonly string[]) {
  const valor = (nombre: string) => {
    const i = argumentos.indexOf(nombre);
    return i < 0 ? undefined : argumentos[i + 1];
  };
  const entero = (nombre: string, porDefecto: number, maximo: number) => {
    const numero = Number(valor(nombre) ?? porDefecto);
    if (Number.isInteger(numero) && numero >= 1 && numero <= maximo) return numero;
    throw new ErrorDatos("configuracion", `${nombre} es un número entre 1 y ${maximo}.`);
  };
  const momento = new Date(valor("--momento") ?? MOMENTO_MUCHO);
  if (momento.getUTCFullYear() !== ULTIMO_ANIO)
    throw new ErrorDatos(
      "configuracion",
      `--momento es un instante de ${ULTIMO_ANIO}, como ${MOMENTO_MUCHO}.`,
    );
  return { instituciones: entero("--instituciones", 200, 99_999), anios: entero("--anios", 1, 10), momento };
}

async function principal(): Promise<number> {
  const opciones = leerArgumentos(process.argv.slice(2));
  const { DATABASE_URL: app, DATABASE_URL_DUENO: dueno, CSEU_DEMO: demo } = process.env;
  if ((app || dueno) && demo !== "1")
    throw new ErrorDatos(
      "configuracion",
      "La siembra masiva es solo para demostraciones y pruebas. Si esta base lo es, repita la orden con CSEU_DEMO=1.",
    );
  const servidor = await iniciarServidor({ alInformar: decir });
  try {
    await migrar(servidor.dueno);
    usarConexion(abrirConexion(servidor.app));
    await sembrar(decir, new Date());
    await cerrarConexion();
    decir(
      `Sembrando ${opciones.instituciones} instituciones y ${opciones.anios} ejercicio(s), sin bitácora…`,
    );
    const desde = performance.now();
    await sembrarMucho(servidor.dueno, { ...opciones, alInformar: decir });
    decir(
      `Listo en ${((performance.now() - desde) / 1000).toFixed(0)} s. La clave de todas las personas es ${CLAVE_DEMO}`,
    );
  } finally {
    if (servidor.encendido) await servidor.detener();
  }
  return 0;
}

ejecutar(principal);
