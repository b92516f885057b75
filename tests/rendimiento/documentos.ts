// Whole E3O1RT1 of 60 activities and 120 indicators, through the worker pool as the server draws it. Prints what it
// measures and ends with one line of JSON. What is asked again is remembered; the rest is drawn. Goals: PDF under 100 ms and workbook under 500 ms warm; loop never held 50 ms.
import { cpus } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { calentarTaller, cerrarTaller, type Encargo, generar } from "@/lib/documentos/taller";
import type { Expediente } from "@/lib/expediente/formato";
import { expedienteFicticio } from "@/tests/apoyo/expediente-ficticio";

const TAMANO = { actividades: 60, indicadoresPorActividad: 2, destinatarios: 300 };
const VECES = 15;

type Pieza = "formularioPdf" | "formularioXlsx";
type Informe = NonNullable<Expediente["informe"]>;

/** What a person may have just written, from the least section of the form to the longest. */
const CAMBIOS = {
  seguimiento: (x: Informe, i: number): Informe => ({ ...x, seguimiento: { avances: `avance ${i}` } }),
  actividad: (x: Informe, i: number): Informe => ({
    ...x,
    actividades: x.actividades?.map((a, n) => (n === 7 ? { ...a, explicacion: `explicación ${i}` } : a)),
  }),
  indicador: (x: Informe, i: number): Informe => ({
    ...x,
    indicadoresDesempeno: x.indicadoresDesempeno?.map((a, n) =>
      n === 9 ? { ...a, interpretacion: `interpretación ${i}` } : a,
    ),
  }),
};

function encargo(pieza: Pieza, sello: string, cambio: keyof typeof CAMBIOS, i: number): Encargo {
  const expediente = expedienteFicticio({ ...TAMANO, sello });
  expediente.informe = CAMBIOS[cambio](expediente.informe ?? {}, i);
  return { pieza, requisito: "E3O1RT1", expediente, opciones: { borrador: false, codigo: "ABCD-EFGH-JKMN" } };
}

const redondo = (x: number) => Math.round(x * 10) / 10;

async function medir(encargos: readonly Encargo[]) {
  const tiempos: number[] = [];
  let bytes = 0;
  const bucle = monitorEventLoopDelay({ resolution: 1 });
  bucle.enable();
  const antes = process.cpuUsage();
  for (const x of encargos) {
    const desde = performance.now();
    bytes = (await generar(x)).length;
    tiempos.push(performance.now() - desde);
  }
  bucle.disable();
  const { user, system } = process.cpuUsage(antes);
  // What it costs whatever else the machine is doing: CPU of all threads, by document.
  const cpu = redondo((user + system) / 1000 / encargos.length);
  tiempos.sort((a, b) => a - b);
  const en = (p: number) =>
    redondo(tiempos[Math.min(tiempos.length - 1, Math.floor(tiempos.length * p))] ?? 0);
  return {
    minimo: en(0),
    mediana: en(0.5),
    p90: en(0.9),
    cpu,
    bucleMaximo: redondo(bucle.max / 1e6),
    kB: Math.round(bytes / 1024),
    // Of the whole process when it ends: what grows from one row to the next is not being freed.
    mB: Math.round(process.memoryUsage().rss / 1048576),
  };
}

const lista = (f: (i: number) => Encargo) => Array.from({ length: VECES }, (_, i) => f(i));

async function main() {
  const frio = performance.now();
  await calentarTaller();
  await generar(encargo("formularioPdf", "x", "seguimiento", 0));
  await generar(encargo("formularioXlsx", "x", "seguimiento", 0));
  const primero = redondo(performance.now() - frio);
  const unCampo = (cambio: keyof typeof CAMBIOS) =>
    medir(lista((i) => encargo("formularioPdf", "a", cambio, i)));
  const resultados = {
    pdfMismoExpediente: await medir(lista(() => encargo("formularioPdf", "a", "seguimiento", 0))),
    pdfCambiaSeguimiento: await unCampo("seguimiento"),
    pdfCambiaActividad: await unCampo("actividad"),
    pdfCambiaIndicador: await unCampo("indicador"),
    pdfTodoNuevo: await medir(lista((i) => encargo("formularioPdf", `nuevo ${i}`, "seguimiento", 0))),
    xlsx: await medir(lista((i) => encargo("formularioXlsx", `nuevo ${i}`, "seguimiento", 0))),
  };
  console.log(`Primer PDF y primer libro, con el arranque del taller: ${primero} ms`);
  console.log("ms, en el taller (ida y vuelta entre hilos incluida)");
  console.table(resultados);
  console.log(
    JSON.stringify({ prueba: "documentos", ...TAMANO, nucleos: cpus().length, primero, ...resultados }),
  );
  await cerrarTaller();
}

await main();
