// JavaScript that each page makes a browser download, compressed, against what Next and React alone weigh in this build, and
// how much the page moves while it opens (CLS, which must be 0):
// CARPETA_NEXT=.next npx tsx tests/rendimiento/javascript.ts [/ruta…]
// Opens each one with an empty cache on the production build. Ends with one line of JSON.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Request } from "@playwright/test";
import { CLAVE_DEMO } from "@/prisma/semilla/personas";
import { lanzamientoDe, rutaChromium } from "@/tests/apoyo/chromium";
import { levantarWeb } from "@/tests/apoyo/levantarWeb";
import { MAXIMO_VECES } from "@/tests/apoyo/pesoJavascript";

const NADIE = "/una-pagina-que-no-existe";
const SVA = "/institucion/SVA";

/** Who opens each page; `null`, anybody without a session. */
const PAGINAS: readonly (readonly [string | null, readonly string[]])[] = [
  [null, ["/ingresar", "/verificar"]],
  [
    "ana.rojas@sva.example",
    [
      SVA,
      `${SVA}/plan`,
      `${SVA}/plan/A1`,
      `${SVA}/plan/OG`,
      `${SVA}/plan/nuevo`,
      `${SVA}/plan/cambios`,
      `${SVA}/comite`,
      `${SVA}/comite/plan`,
      `${SVA}/comite/informe`,
      `${SVA}/informe`,
      `${SVA}/informe/actividad/A1`,
      `${SVA}/difusion`,
      `${SVA}/envio`,
      "/avisos",
    ],
  ],
  ["carla.nunez@red.example", ["/coordinacion", "/coordinacion/prorrogas", "/coordinacion/precarga"]],
];

const esScript = (pedido: Request) => pedido.resourceType() === "script" || pedido.url().endsWith(".js");

type Pesos = ReadonlyMap<string, number>;

/** Adds, in the page, what moved without anybody asking for it. */
function medirSaltos(): void {
  const ventana = window as unknown as { saltos: number };
  ventana.saltos = 0;
  new PerformanceObserver((lista) => {
    for (const entrada of lista.getEntries()) {
      const { value, hadRecentInput } = entrada as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      };
      if (!hadRecentInput) ventana.saltos += value;
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/**
 * Scripts that one page makes a browser with an empty cache receive, in bytes as they travel, and its layout shift.
 */
async function pesar(
  browser: Browser,
  estado: Estado,
  url: string,
): Promise<{ pesos: Pesos; salto: number }> {
  const contexto = await browser.newContext({ ...(estado && { storageState: estado }) });
  const page = await contexto.newPage();
  const pedidos: Request[] = [];
  page.on("requestfinished", (pedido) => {
    if (esScript(pedido)) pedidos.push(pedido);
  });
  await page.addInitScript(medirSaltos);
  await page.goto(url, { waitUntil: "networkidle" });
  const salto = await page.evaluate(() => (window as unknown as { saltos: number }).saltos);
  const pesos = await Promise.all(
    pedidos.map(async (uno) => [new URL(uno.url()).pathname, (await uno.sizes()).responseBodySize] as const),
  );
  await contexto.close();
  return { pesos: new Map(pesos), salto };
}

const sumar = (pesos: Iterable<number>) => [...pesos].reduce((suma, peso) => suma + peso, 0);

/** Paths of the scripts that any page of Next loads, ours or not: its runtime, React and its router. */
function deNext(): string[] {
  const carpeta = process.env.CARPETA_NEXT ?? ".next-prueba";
  const leer = (ruta: string) => readFileSync(join(carpeta, ruta), "utf8");
  const { rootMainFiles } = JSON.parse(leer("build-manifest.json")) as { rootMainFiles: string[] };
  const manifiesto = leer("server/app/_not-found/page_client-reference-manifest.js");
  const router = /components\/layout-router\.js":\{[^}]*"chunks":\[([^\]]*)\]/.exec(manifiesto)?.[1] ?? "";
  const suyos = router.split(",").map((uno) => uno.replaceAll('"', ""));
  return [...new Set([...rootMainFiles.map((uno) => `/_next/${uno}`), ...suyos])];
}

type Estado = Awaited<ReturnType<BrowserContext["storageState"]>> | null;

async function ingresar(browser: Browser, url: string, correo: string): Promise<Estado> {
  const contexto = await browser.newContext();
  const page = await contexto.newPage();
  await page.goto(`${url}/ingresar`);
  await page.getByLabel("Correo").fill(correo);
  await page.getByLabel("Clave", { exact: true }).fill(CLAVE_DEMO);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
  await page.waitForURL(({ pathname }) => !/^\/(ingresar|inicio)/.test(pathname));
  const estado = await contexto.storageState();
  await contexto.close();
  return estado;
}

const web = await levantarWeb();
const browser = await chromium.launch(lanzamientoDe(rutaChromium()));
try {
  const pedidas = process.argv.slice(2);
  const { pesos: vacia } = await pesar(browser, null, `${web.url}${NADIE}`);
  const desnuda = sumar(deNext().map((ruta) => vacia.get(ruta) ?? 0));
  const kb = (bytes: number) => Number((bytes / 1000).toFixed(1));
  console.log(`${"(Next y React, sin página)".padEnd(40)} ${kb(desnuda)} kB`);
  const rutas: Record<string, { kb: number; veces: number; cls: number }> = {};
  for (const [correo, paginas] of PAGINAS) {
    const cuales = paginas.filter((una) => pedidas.length === 0 || pedidas.includes(una));
    if (cuales.length === 0) continue;
    const estado = correo ? await ingresar(browser, web.url, correo) : null;
    for (const ruta of cuales) {
      const { pesos, salto } = await pesar(browser, estado, `${web.url}${ruta}`);
      const bytes = sumar(pesos.values());
      const cls = Number(salto.toFixed(4));
      const veces = Number((bytes / desnuda).toFixed(3));
      rutas[ruta] = { kb: kb(bytes), veces, cls };
      console.log(
        `${ruta.padEnd(40)} ${kb(bytes)} kB  ${veces}×  CLS ${cls}${veces > MAXIMO_VECES ? "  sobre lo admitido" : ""}`,
      );
    }
  }
  console.log(
    JSON.stringify({ rendimiento: "javascript", desnudaKb: kb(desnuda), maximo: MAXIMO_VECES, rutas }),
  );
} finally {
  await browser.close();
  await web.detener();
}
