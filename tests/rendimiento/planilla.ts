// Workbooks read and written in workers, as the server does it. Prints what it measures and ends with one line of
// JSON. Goals: 50,000 recipients read and judged under 5 s; bombs refused at once; the event loop never held.
import { cpus, loadavg } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import type { Plan } from "@/lib/expediente/formato";
import { planillaEnTaller } from "@/lib/planilla/taller/taller";
import { expedienteFicticio } from "@/tests/apoyo/expediente-ficticio";
import { libroCrudo } from "@/tests/apoyo/libros";
import { zip } from "@/tests/apoyo/zip";

const FILAS = 50_000;
const VECES = 5;
const redondo = (x: number) => Math.round(x * 10) / 10;

interface Medida {
  mediana: number;
  maximo: number;
  /** Processor used by the main thread per task: what other people's requests wait for, whatever the machine's load. */
  cpuPrincipal: number;
  cpuTotal: number;
  bucleMaximo: number;
  resultado: string;
}

/** Median and worst milliseconds of a task, the longest the event loop was held meanwhile, and what it answered. */
async function medir(tarea: () => Promise<string>, veces = VECES): Promise<Medida> {
  const tiempos: number[] = [];
  let resultado = "";
  const bucle = monitorEventLoopDelay({ resolution: 1 });
  const [cpuHilo, cpuProceso] = [process.threadCpuUsage(), process.cpuUsage()];
  bucle.enable();
  for (let i = 0; i < veces; i++) {
    const desde = performance.now();
    resultado = await tarea();
    tiempos.push(performance.now() - desde);
  }
  bucle.disable();
  const porVez = ({ user, system }: NodeJS.CpuUsage) => redondo((user + system) / 1000 / veces);
  const [cpuPrincipal, cpuTotal] = [process.threadCpuUsage(cpuHilo), process.cpuUsage(cpuProceso)].map(
    porVez,
  );
  tiempos.sort((a, b) => a - b);
  return {
    mediana: redondo(tiempos[Math.floor(veces / 2)] ?? 0),
    maximo: redondo(tiempos.at(-1) ?? 0),
    cpuPrincipal: cpuPrincipal ?? 0,
    cpuTotal: cpuTotal ?? 0,
    bucleMaximo: redondo(bucle.max / 1e6),
    resultado,
  };
}

async function destinatarios(conFaltas: boolean): Promise<Uint8Array> {
  const libro = new ExcelJS.Workbook();
  const hoja = libro.addWorksheet("Destinatarios");
  hoja.addRow(["Listado de destinatarios"]);
  hoja.addRow(["N°", "RUT", "Nombre completo", "Cargo / función", "Grupo", "Calidad jurídica", "Unidad"]);
  const calidades = ["Planta", "A contrata", "HSA", "Código del Trabajo"];
  for (let i = 0; i < FILAS; i++) {
    const grupo = i % 100 === 0 ? "Directivo/a" : i % 1000 === 1 ? "COSOC" : "Funcionario/a";
    const calidad = conFaltas && i % 10 === 0 ? "Subcontratado" : calidades[i % 4];
    hoja.addRow([
      i + 1,
      `${10_000_000 + i}-K`,
      `Persona Número ${i} Apellido`,
      `Profesional ${i % 300}`,
      grupo,
      calidad,
      `Departamento ${i % 80}`,
    ]);
  }
  return new Uint8Array(await libro.xlsx.writeBuffer());
}

const respuesta = (r: { ok: true } | { ok: false; falla: { codigo: string } }) =>
  r.ok ? "leído" : r.falla.codigo;
const leer = (bytes: Uint8Array) => async () => respuesta(await planillaEnTaller("leerLibro", [bytes]));

async function main() {
  const lista = await destinatarios(false);
  const conFaltas = await destinatarios(true);
  const juicio = await planillaEnTaller("leerDestinatarios", [conFaltas]);
  if (!juicio.ok) throw new Error(juicio.falla.mensaje);
  const { faltas } = juicio.valor;
  const contar = (bytes: Uint8Array) => async () => {
    const leido = await planillaEnTaller("leerDestinatarios", [bytes]);
    return leido.ok
      ? `${leido.valor.filas.length} filas, ${leido.valor.faltas.length} faltas`
      : leido.falla.codigo;
  };

  const gigante = deflateRawSync(Buffer.alloc(180 * 1024 * 1024, "<c/>"), { level: 9 });
  const bomba = (declarado: number) =>
    zip([
      { nombre: "[Content_Types].xml", contenido: "<a/>" },
      { nombre: "xl/workbook.xml", contenido: "", comprimido: gigante, declarado },
    ]);
  const vacias = "<row/>".repeat(1_000_000);
  const milHojas = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`H${i}`, "<sheetData/>"]));

  const expediente = expedienteFicticio({ actividades: 60, indicadoresPorActividad: 2, destinatarios: 1 });
  const sinLargos = JSON.parse(JSON.stringify(expediente), (_, v) =>
    typeof v === "string" && v.length > 30_000 ? v.slice(0, 30_000) : v,
  );
  const plan = sinLargos.planOriginal as Plan;
  const plantilla = await planillaEnTaller("plantillaPlan", [plan, plan]);
  if (!plantilla.ok) throw new Error(plantilla.falla.mensaje);
  const tamano = (r: Awaited<ReturnType<typeof planillaEnTaller<"plantillaInforme">>>) =>
    r.ok ? `${Math.round(r.valor.length / 1024)} kB` : r.falla.codigo;

  const resultados = {
    destinatarios50000: await medir(contar(lista)),
    destinatarios50000ConFaltas: await medir(contar(conFaltas)),
    marcar5000Faltas: await medir(
      async () => tamano(await planillaEnTaller("marcarFaltas", [conFaltas, faltas])),
      3,
    ),
    bombaDeclarada: await medir(leer(bomba(0xfffffff0))),
    bombaQueMiente: await medir(leer(bomba(2000))),
    bombaDentroDelLimite: await medir(leer(bomba(180 * 1024 * 1024)), 1),
    millonDeFilasVacias: await medir(
      leer(libroCrudo({ hojas: { H: `<sheetData>${vacias}</sheetData>` } })),
      3,
    ),
    milHojas: await medir(leer(libroCrudo({ hojas: milHojas }))),
    escribirPlan60: await medir(async () => tamano(await planillaEnTaller("plantillaPlan", [plan, plan]))),
    leerPlan60: await medir(async () =>
      respuesta(await planillaEnTaller("leerPlanDeArchivo", ["p.xlsx", plantilla.valor])),
    ),
    escribirInforme60: await medir(async () =>
      tamano(await planillaEnTaller("plantillaInforme", [sinLargos])),
    ),
  };
  console.log(
    `Listado de ${FILAS} filas: ${Math.round(lista.length / 1024)} kB. Milisegundos, con el arranque de un hilo por lectura:`,
  );
  console.table(resultados);
  console.log(
    JSON.stringify({
      prueba: "planilla",
      filas: FILAS,
      nucleos: cpus().length,
      carga: redondo(loadavg()[0] ?? 0),
      ...resultados,
    }),
  );
}

await main();
