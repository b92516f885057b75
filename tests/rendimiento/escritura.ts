// How soon a form of 300 fields answers to typing, in a real browser on the production build:
// CARPETA_NEXT=.next node --import tsx --conditions=react-server tests/rendimiento/escritura.ts [--indicadores 100] [--letras 60]
// Opens the grid of the indicators of a large plan and types in its fields. Counts what the browser itself measures:
// event timing (from the key to the next frame) and long tasks. Ends with one line of JSON.
import { chromium } from "@playwright/test";
import { abrirConexion, cerrarConexion, usarConexion } from "@/lib/datos/conexion";
import type { Plan } from "@/lib/expediente/formato";
import { lanzamientoDe, rutaChromium } from "@/tests/apoyo/chromium";
import { planDePrueba } from "@/tests/apoyo/planDePrueba";
import { abrirBase } from "./carga/base";
import { opcion, redondear, resumir } from "./carga/medicion";
import { poblar } from "./carga/poblacion";
import { iniciarWeb, prepararEntorno } from "./carga/web";

const INDICADORES = opcion("indicadores", 100);
const LETRAS = opcion("letras", 60);
const MAXIMO_MS = 50;

type Visto = { eventos: { nombre: string; duracion: number; proceso: number }[]; tareas: number[] };
declare global {
  var visto: Visto;
}

function planDe(indicadores: number): Plan {
  const plan = planDePrueba("GRANDE");
  const [modelo] = plan.actividades ?? [];
  const [indicador] = modelo?.indicadoresDesempeno ?? [];
  if (!modelo || !indicador) throw new Error("El plan de prueba no tiene indicadores.");
  const porActividad = 5;
  const actividades = Array.from({ length: Math.ceil(indicadores / porActividad) }, (_, n) => ({
    ...modelo,
    id: `A${n + 1}`,
    indicadoresDesempeno: Array.from({ length: porActividad }, (__, k) => ({
      ...indicador,
      id: `A${n + 1}.ID${k + 1}`,
    })),
  }));
  return { ...plan, actividades };
}

prepararEntorno();
const base = await abrirBase();
usarConexion(abrirConexion(base.servidor.app));
const [persona] = await poblar(base, { instituciones: 1, personas: 1 }, { planes: [planDe(INDICADORES)] });
await cerrarConexion();
const web = await iniciarWeb(base);
const browser = await chromium.launch(lanzamientoDe(rutaChromium()));
try {
  if (!persona) throw new Error("Falta la persona.");
  const contexto = await browser.newContext();
  const [name = "", value = ""] = persona.cookie.split(/=(.*)/s);
  await contexto.addCookies([{ name, value, url: `http://127.0.0.1:${web.puerto}` }]);
  const page = await contexto.newPage();
  await page.addInitScript(() => {
    globalThis.visto = { eventos: [], tareas: [] };
    new PerformanceObserver((lista) => {
      for (const uno of lista.getEntries() as PerformanceEventTiming[])
        if (/^key|^input|^beforeinput/.test(uno.name))
          globalThis.visto.eventos.push({
            nombre: uno.name,
            duracion: uno.duration,
            proceso: uno.processingEnd - uno.processingStart,
          });
    }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
    new PerformanceObserver((lista) => {
      for (const uno of lista.getEntries()) globalThis.visto.tareas.push(uno.duration);
    }).observe({ type: "longtask" });
  });
  await page.goto(`http://127.0.0.1:${web.puerto}/institucion/${persona.codigo}/informe/indicadores`);
  await page.waitForLoadState("networkidle");
  const campos = page.locator("input:visible:enabled, select:visible:enabled, textarea:visible:enabled");
  const cuantos = await campos.count();
  const cajas = page.locator("main input[type=text]:visible:enabled, main input:not([type]):visible:enabled");
  const cajasVisibles = await cajas.count();
  await cajas.first().click();
  await page.keyboard.type("1");
  await page.evaluate(() => {
    globalThis.visto = { eventos: [], tareas: [] };
  });
  // In fields spread over the form, at the pace of a fast typist.
  const porCampo = 10;
  for (let n = 0; n < Math.ceil(LETRAS / porCampo); n++) {
    await cajas.nth(Math.floor((n * cajasVisibles) / Math.ceil(LETRAS / porCampo))).click();
    await page.keyboard.type("1234567890".slice(0, porCampo), { delay: 80 });
  }
  await page.waitForFunction(() => document.readyState === "complete");
  const { eventos, tareas } = await page.evaluate(() => globalThis.visto);
  const duraciones = eventos.map(({ duracion }) => duracion);
  const procesos = eventos.map(({ proceso }) => proceso);
  // Events under 16 ms are not reported by the browser: they are the rest of those typed.
  const resumen = {
    rendimiento: "escritura",
    campos: cuantos,
    cajas: cajasVisibles,
    letras: LETRAS,
    eventosSobre16Ms: eventos.length,
    hastaElCuadroMs: resumir(duraciones),
    procesoMs: resumir(procesos),
    tareasLargas: tareas.length,
    tareaMasLargaMs: redondear(Math.max(0, ...tareas), 0),
    meta: { procesoMaximoMs: MAXIMO_MS, cumple: Math.max(0, ...procesos) <= MAXIMO_MS },
  };
  console.log(JSON.stringify(resumen));
} finally {
  await browser.close();
  await web.detener();
  await base.cerrar();
}
process.exit(0);
