// JavaScript that each page makes a browser download, compressed, against a page with nothing of its own:
// CARPETA_NEXT=.next npx tsx tests/rendimiento/javascript.ts [/ruta…]
// Opens each one with an empty cache on the production build. Ends with one line of JSON.
import { type Browser, type BrowserContext, chromium, type Request } from "@playwright/test";
import { BANDERAS_CHROMIUM, rutaChromium } from "@/tests/apoyo/chromium";
import { levantarWeb } from "@/tests/apoyo/levantarWeb";

/** What may be added to the bare page, as decision 0021 has it. */
const MAXIMO = 1.25;
const DESNUDA = "/una-pagina-que-no-existe";
const CLAVE = "demostracion-cseu-2025";
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

/** Bytes of script that one page makes a browser with an empty cache receive. */
async function pesar(browser: Browser, estado: Estado, url: string): Promise<number> {
  const contexto = await browser.newContext({ ...(estado && { storageState: estado }) });
  const page = await contexto.newPage();
  const pedidos: Request[] = [];
  page.on("requestfinished", (pedido) => {
    if (esScript(pedido)) pedidos.push(pedido);
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const pesos = await Promise.all(pedidos.map(async (uno) => (await uno.sizes()).responseBodySize));
  await contexto.close();
  return pesos.reduce((suma, peso) => suma + peso, 0);
}

type Estado = Awaited<ReturnType<BrowserContext["storageState"]>> | null;

async function ingresar(browser: Browser, url: string, correo: string): Promise<Estado> {
  const contexto = await browser.newContext();
  const page = await contexto.newPage();
  await page.goto(`${url}/ingresar`);
  await page.getByLabel("Correo").fill(correo);
  await page.getByLabel("Clave", { exact: true }).fill(CLAVE);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
  await page.waitForURL(({ pathname }) => !/^\/(ingresar|inicio)/.test(pathname));
  const estado = await contexto.storageState();
  await contexto.close();
  return estado;
}

const web = await levantarWeb();
const executablePath = rutaChromium();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: [...BANDERAS_CHROMIUM],
});
try {
  const pedidas = process.argv.slice(2);
  const desnuda = await pesar(browser, null, `${web.url}${DESNUDA}`);
  const kb = (bytes: number) => Number((bytes / 1000).toFixed(1));
  console.log(`${"(página desnuda)".padEnd(40)} ${kb(desnuda)} kB`);
  const rutas: Record<string, { kb: number; veces: number }> = {};
  for (const [correo, paginas] of PAGINAS) {
    const cuales = paginas.filter((una) => pedidas.length === 0 || pedidas.includes(una));
    if (cuales.length === 0) continue;
    const estado = correo ? await ingresar(browser, web.url, correo) : null;
    for (const ruta of cuales) {
      const bytes = await pesar(browser, estado, `${web.url}${ruta}`);
      const veces = Number((bytes / desnuda).toFixed(3));
      rutas[ruta] = { kb: kb(bytes), veces };
      console.log(
        `${ruta.padEnd(40)} ${kb(bytes)} kB  ${veces}×${veces > MAXIMO ? "  sobre lo admitido" : ""}`,
      );
    }
  }
  console.log(JSON.stringify({ rendimiento: "javascript", desnudaKb: kb(desnuda), maximo: MAXIMO, rutas }));
} finally {
  await browser.close();
  await web.detener();
}
