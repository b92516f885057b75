// npm test: everything, from types to screens, on a bare machine. The last line is "N passed, N failed".
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { conEntorno } from "@/lib/orden/entorno";
import { correr, NEXT, programa } from "@/lib/orden/proceso";
import { asegurarChromium } from "./chromium";
import { pantallasRevisadas } from "./pantallasRevisadas";
import { MAXIMO_VECES, pesarRutas } from "./pesoJavascript";

type Cuenta = { bien: number; mal: number };
type Paso = { nombre: string; hacer: () => Promise<Cuenta> };

const RESULTADOS = "tests/resultados";
const CARPETA_NEXT = ".next-prueba";
// What the tests leave in the temporary folder goes with it. The database's own user passes through when we are root.
const TMPDIR = mkdtempSync(join(tmpdir(), "cseu-pruebas-"));
chmodSync(TMPDIR, 0o711);
const env = conEntorno({
  CI: process.env.CI ?? "true",
  NEXT_TELEMETRY_DISABLED: "1",
  CARPETA_NEXT,
  TMPDIR,
});
// A real server or a demonstration's settings have no part in the tests.
for (const nombre of ["DATABASE_URL", "DATABASE_URL_DUENO", "URL_PUBLICA", "PUERTO", "PORT"])
  delete env[nombre];

const decir = (linea: string) => console.log(linea);
const una = (codigo: number): Cuenta => (codigo === 0 ? { bien: 1, mal: 0 } : { bien: 0, mal: 1 });

function leer<T>(archivo: string): T | null {
  return existsSync(archivo) ? (JSON.parse(readFileSync(archivo, "utf8")) as T) : null;
}

type InformeVitest = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/** A test without its data says so and counts for nothing: never in silence. */
function avisarSaltadas(cuantas: number): void {
  if (cuantas > 0) decir(`${cuantas} pruebas no se hicieron (les falta algo que esta máquina no tiene).`);
}

/** A file that could not even be read failed. */
function contarVitest(codigo: number): Cuenta {
  const informe = leer<InformeVitest>(`${RESULTADOS}/vitest.json`);
  if (!informe) return { bien: 0, mal: 1 };
  const rotos = informe.testResults.filter(
    (a) => a.status === "failed" && a.assertionResults.length === 0,
  ).length;
  const mal = informe.numFailedTests + rotos;
  avisarSaltadas(informe.numPendingTests);
  return { bien: informe.numPassedTests, mal: mal === 0 && codigo !== 0 ? 1 : mal };
}

type InformePlaywright = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

function contarPlaywright(codigo: number): Cuenta {
  const informe = leer<InformePlaywright>(`${RESULTADOS}/playwright.json`);
  if (!informe) return { bien: 0, mal: 1 };
  const { expected, unexpected, flaky, skipped } = informe.stats;
  const mal = unexpected + flaky;
  avisarSaltadas(skipped);
  return { bien: expected, mal: mal === 0 && codigo !== 0 ? 1 : mal };
}

const PASOS: readonly Paso[] = [
  {
    nombre: "tipos",
    hacer: async () => {
      const generado = await correr(programa("prisma", "build/index.js"), ["generate", "--no-hints"], env);
      // Next's own folder: its types of the routes are the ones tsconfig.json names.
      const rutas = generado || (await correr(NEXT(), ["typegen"], { ...env, CARPETA_NEXT: undefined }));
      return una(rutas || (await correr(programa("typescript", "bin/tsc"), ["--noEmit"], env)));
    },
  },
  {
    nombre: "estilo y flechas entre carpetas",
    hacer: async () => una(await correr(programa("@biomejs/biome", "bin/biome"), ["check"], env)),
  },
  {
    nombre: "pruebas unitarias y de integración",
    hacer: async () =>
      contarVitest(
        await correr(
          programa("vitest", "vitest.mjs"),
          [
            "run",
            "--config",
            "tests/vitest.config.ts",
            "--reporter=default",
            "--reporter=json",
            `--outputFile.json=${RESULTADOS}/vitest.json`,
          ],
          env,
        ),
      ),
  },
  {
    nombre: "construcción de producción",
    hacer: async () => una(await correr(NEXT(), ["build"], { ...env, NODE_ENV: "production" })),
  },
  {
    nombre: "JavaScript por página",
    hacer: async () => {
      const { desnuda, rutas } = pesarRutas(CARPETA_NEXT);
      const sobran = rutas.filter(({ veces }) => veces > MAXIMO_VECES);
      const mayor = rutas.reduce((una, otra) => (otra.veces > una.veces ? otra : una));
      const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
      decir(`Next y React solos: ${kb(desnuda)}; la que más pesa, ${mayor.ruta}: ${mayor.veces}×.`);
      for (const { ruta, bytes, veces } of sobran)
        decir(`${ruta}: ${kb(bytes)}, ${veces}×, sobre las ${MAXIMO_VECES} admitidas.`);
      return { bien: rutas.length - sobran.length, mal: sobran.length };
    },
  },
  {
    nombre: "pantallas en el navegador",
    hacer: async () => {
      const falta = asegurarChromium(decir);
      if (falta) {
        decir(falta);
        return { bien: 0, mal: 1 };
      }
      const argumentos = ["test", "--config", "tests/playwright.config.ts"];
      // While there is no screen to test there is nothing to start.
      if (!existsSync("tests/e2e")) return { bien: 0, mal: 0 };
      return contarPlaywright(await correr(programa("@playwright/test", "cli.js"), argumentos, env));
    },
  },
  {
    nombre: "cada pantalla, revisada en alguna prueba",
    hacer: async () => {
      const { revisadas, faltan } = pantallasRevisadas();
      for (const pagina of faltan) decir(`${pagina}: ninguna prueba la lleva a esperarPantallaDebida.`);
      return { bien: revisadas.length, mal: faltan.length };
    },
  },
];

rmSync(RESULTADOS, { recursive: true, force: true });
decir(
  existsSync("../shared/datos")
    ? "Datos reales en ../shared/datos: las pruebas que los leen los usarán."
    : "Sin ../shared/datos: las pruebas que leen datos reales dirán que no los tienen.",
);
const total: Cuenta = { bien: 0, mal: 0 };
for (const [i, { nombre, hacer }] of PASOS.entries()) {
  decir(`\n── ${i + 1}/${PASOS.length} ${nombre}`);
  const desde = performance.now();
  const { bien, mal } = await hacer().catch((error) => {
    console.error(error);
    return { bien: 0, mal: 1 };
  });
  total.bien += bien;
  total.mal += mal;
  decir(`── ${nombre}: ${bien} bien, ${mal} mal, ${Math.round((performance.now() - desde) / 1000)} s`);
}
for (const carpeta of [CARPETA_NEXT, TMPDIR]) rmSync(carpeta, { recursive: true, force: true });
process.exitCode = total.mal === 0 && total.bien > 0 ? 0 : 1;
decir(`\n${total.bien} passed, ${total.mal} failed`);
