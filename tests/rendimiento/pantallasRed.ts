// What the screens of the Red weigh and take with 10,000 institutions: the whole HTML, as it travels and as it is read,
// on the production build. CARPETA_NEXT=.next npx tsx --conditions=react-server tests/rendimiento/pantallasRed.ts [instituciones] [veces]
// Ends with one line of JSON.
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import pg from "pg";
import { MOMENTO_MUCHO, sembrarMucho } from "@/prisma/semilla/mucho";
import { CLAVE_DEMO } from "@/prisma/semilla/personas";
import { lanzamientoDe, rutaChromium } from "@/tests/apoyo/chromium";
import { levantarWeb } from "@/tests/apoyo/levantarWeb";

const INSTITUCIONES = Number(process.argv[2] ?? 10_000);
const VECES = Number(process.argv[3] ?? 10);

const web = await levantarWeb();
const dueno = new pg.Client({ connectionString: web.dueno });
await dueno.connect();
const browser = await chromium.launch(lanzamientoDe(rutaChromium()));
try {
  await sembrarMucho(web.dueno, { instituciones: INSTITUCIONES });
  const desfase = Math.round(Date.parse(MOMENTO_MUCHO) - Date.now());
  await dueno.query("UPDATE reloj_demo SET desfase_ms = $1", [desfase]);
  await dueno.query("SELECT set_config('app.alcance', '*', false), set_config('app.red', 'si', false)");
  const { rows } = await dueno.query<{ id: string }>(
    "SELECT grupo_id AS id FROM grupo_institucion GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
  );
  const page = await browser.newPage();
  await page.goto(`${web.url}/ingresar`);
  await page.getByLabel("Correo").fill("carla.nunez@red.example");
  await page.getByLabel("Clave", { exact: true }).fill(CLAVE_DEMO);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
  await page.waitForURL(({ pathname }) => !/^\/(ingresar|inicio)/.test(pathname));
  const rutas = [
    "/revision",
    "/coordinacion",
    "/coordinacion/grupos",
    "/coordinacion/grupos?texto=1&pagina=2",
    `/coordinacion/grupos/${rows[0]?.id}`,
    "/coordinacion/grupos/mover",
  ];
  const medidas: Record<string, { kb: number; kbComprimido: number; p50: number; p95: number }> = {};
  for (const ruta of rutas) {
    const tiempos: number[] = [];
    let html: Buffer = Buffer.alloc(0);
    for (let i = 0; i < VECES + 2; i++) {
      const desde = performance.now();
      const respuesta = await page.request.get(`${web.url}${ruta}`);
      html = await respuesta.body();
      if (respuesta.status() !== 200) throw new Error(`${ruta}: ${respuesta.status()}`);
      if (i >= 2) tiempos.push(performance.now() - desde);
    }
    tiempos.sort((a, b) => a - b);
    const en = (q: number) => Number((tiempos[Math.floor(tiempos.length * q)] ?? 0).toFixed(0));
    const kb = (bytes: number) => Number((bytes / 1000).toFixed(1));
    const medida = {
      kb: kb(html.length),
      kbComprimido: kb(gzipSync(html).length),
      p50: en(0.5),
      p95: en(0.95),
    };
    const nombre = ruta.replace(/[0-9a-f-]{36}/, "GRUPO");
    medidas[nombre] = medida;
    console.log(
      `${nombre.padEnd(42)} ${medida.kb} kB (${medida.kbComprimido} comprimidos)  p50 ${medida.p50} ms  p95 ${medida.p95} ms`,
    );
  }
  console.log(JSON.stringify({ banco: "pantallasRed", instituciones: INSTITUCIONES, veces: VECES, medidas }));
} finally {
  await browser.close();
  await dueno.end();
  await web.detener();
}
