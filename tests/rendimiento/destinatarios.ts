// A long list of recipients: importing its workbook, and what the screens cost from then on.
// tsx --conditions=react-server tests/rendimiento/destinatarios.ts [filas]. Ends with one line of JSON.
// Goals: the whole import of 50,000 rows in seconds, and no screen that reads them holds the event loop.
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { leerDestinatariosGuardados } from "@/lib/casos/difusion/destinatarios";
import { leerDifusion } from "@/lib/casos/difusion/leer";
import { reemplazarListado, revisarListado } from "@/lib/casos/difusion/listado";
import { leerEnvio } from "@/lib/casos/envio/leer";
import { leerInforme } from "@/lib/casos/informe/leer";
import { abrirConexion, cerrarConexion, usarConexion } from "@/lib/datos/conexion";
import { migrar } from "@/lib/datos/migraciones";
import { DICIEMBRE, libroDeDestinatarios, subir } from "@/tests/apoyo/difusion";
import { crearInstitucion } from "@/tests/apoyo/institucion";
import { valor } from "@/tests/apoyo/resultado";
import { iniciarServidorEfimero } from "@/tests/apoyo/servidorEfimero";

const FILAS = Number(process.argv[2] ?? 50_000);
const { servidor, carpeta, terminar } = await iniciarServidorEfimero("cseu-rendimiento-", { enDisco: true });
process.env.ARCHIVOS_CARPETA = join(carpeta, "archivos");
await migrar(servidor.dueno);
usarConexion(abrirConexion(servidor.app));

const medidas: Record<string, { ms: number; bucleMaximo: number }> = {};

/** Milliseconds of a task and the longest that the event loop was held meanwhile. */
async function medir(nombre: string, hacer: () => Promise<unknown>): Promise<void> {
  const bucle = monitorEventLoopDelay({ resolution: 1 });
  bucle.enable();
  const desde = performance.now();
  await hacer();
  const ms = Math.round(performance.now() - desde);
  await new Promise((listo) => setImmediate(listo));
  bucle.disable();
  medidas[nombre] = { ms, bucleMaximo: Math.round(bucle.max / 1e6) };
}

try {
  const { ctx } = await crearInstitucion("R1");
  const ana = await ctx(undefined, DICIEMBRE);
  const libros = await Promise.all([FILAS - 4, FILAS - 5].map((otros) => libroDeDestinatarios(otros)));
  const [uno = "", otro = ""] = await Promise.all(
    libros.map((bytes, i) => subir(ana, `Listado ${i}.xlsx`, bytes)),
  );
  await medir("revisar", () => valor(revisarListado(ana, { archivo: uno })));
  await medir("importar", () => valor(reemplazarListado(ana, { archivo: uno })));
  await medir("reemplazar por otro", () => valor(reemplazarListado(ana, { archivo: otro })));
  await medir("difusión, la primera vez", () => valor(leerDifusion(ana)));
  await medir("difusión, después", () => valor(leerDifusion(ana)));
  await medir("una página del listado", () =>
    valor(leerDestinatariosGuardados(ana, { pagina: 500, grupo: null })),
  );
  await medir("informe", () => valor(leerInforme(ana)));
  await medir("envío", () => valor(leerEnvio(ana)));
  await medir("envío, después", () => valor(leerEnvio(ana)));
  console.table(medidas);
  console.log(
    JSON.stringify({
      prueba: "destinatarios",
      filas: FILAS,
      nucleos: cpus().length,
      carga: loadavg()[0],
      ...medidas,
    }),
  );
} finally {
  await cerrarConexion();
  await terminar();
}
