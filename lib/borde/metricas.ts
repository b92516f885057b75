import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { leerEsperas } from "@/lib/casos/sistema/esperas";
import { figurasDePools, tamanos } from "@/lib/datos/conexion";
import { NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { medidor } from "@/lib/metrica/medidor";
import { type Medida, textoPrometheus } from "@/lib/metrica/prometheus";
import { carga } from "./carga";

const resumen = (texto: string) => createHash("sha256").update(texto).digest();

/** Whether a request brings METRICAS_CLAVE (`Authorization: Bearer …`); without the variable, nobody does. */
function traeClave(autorizacion: string | null): boolean {
  const clave = process.env.METRICAS_CLAVE;
  if (!clave || !autorizacion?.startsWith("Bearer ")) return false;
  return timingSafeEqual(resumen(autorizacion.slice(7)), resumen(clave));
}

/**
 * What this node tells Prometheus of itself: counts of the process, and what waits in the database (asked at most every
 * 10 s). Nothing of anybody. Fails with `no_encontrado` for whoever does not bring the key.
 */
export async function leerMetricas(autorizacion: string | null): Promise<Resultado<string>> {
  if (!traeClave(autorizacion)) return NO_ENCONTRADO;
  const esperas = await leerEsperas();
  return {
    ok: true,
    valor: textoPrometheus(medidor(), [...delProceso(), ...dePools(), ...deEsperas(esperas)]),
  };
}

const indicador = (nombre: string, ayuda: string, valor: number): Medida => ({
  nombre,
  tipo: "gauge",
  ayuda,
  muestras: [{ valor }],
});

function delProceso(): Medida[] {
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const { nivel, demoraMs, maximaMs } = carga();
  return [
    indicador("cseu_solicitudes_en_vuelo", "Requests being answered.", medidor().enVuelo),
    indicador("cseu_carga_nivel", "0 serves all, 1 gives up readings, 2 saves too.", nivel),
    indicador("cseu_bucle_demora_segundos", "Event loop delay, mean of the last moments.", demoraMs / 1000),
    indicador(
      "cseu_bucle_demora_maxima_segundos",
      "Event loop delay, longest of the last window.",
      maximaMs / 1000,
    ),
    indicador("process_resident_memory_bytes", "Resident memory.", rss),
    indicador("nodejs_heap_size_used_bytes", "Heap in use.", heapUsed),
    indicador("nodejs_external_memory_bytes", "Memory outside of the heap.", external),
    {
      nombre: "process_cpu_seconds_total",
      tipo: "counter",
      ayuda: "Processor time.",
      muestras: [{ valor: (user + system) / 1e6 }],
    },
    indicador("process_uptime_seconds", "Since the process started.", process.uptime()),
  ];
}

function dePools(): Medida[] {
  const figuras = Object.entries(figurasDePools());
  const { guardado, general } = tamanos();
  const maximos: Record<string, number> = { guardado: guardado.maximo, general: general.maximo };
  return [
    {
      nombre: "cseu_pool_conexiones",
      tipo: "gauge",
      ayuda: "Connections to the database.",
      muestras: figuras.flatMap(([pool, { enUso, libres }]) => [
        { rotulos: { pool, estado: "en_uso" }, valor: enUso },
        { rotulos: { pool, estado: "libre" }, valor: libres },
      ]),
    },
    {
      nombre: "cseu_pool_espera",
      tipo: "gauge",
      ayuda: "Requests waiting for a connection.",
      muestras: figuras.map(([pool, { esperan }]) => ({ rotulos: { pool }, valor: esperan })),
    },
    {
      nombre: "cseu_pool_maximo",
      tipo: "gauge",
      ayuda: "Connections allowed.",
      muestras: figuras.map(([pool]) => ({ rotulos: { pool }, valor: maximos[pool] ?? 0 })),
    },
  ];
}

function deEsperas(esperas: Awaited<ReturnType<typeof leerEsperas>>): Medida[] {
  const responde = indicador(
    "cseu_base_responde",
    "Whether the database answered.",
    esperas === null ? 0 : 1,
  );
  if (esperas === null) return [responde];
  return [
    responde,
    indicador("cseu_correos_en_espera", "Mails not delivered yet.", esperas.correos),
    {
      nombre: "cseu_trabajos",
      tipo: "gauge",
      ayuda: "Jobs by queue and state.",
      muestras: esperas.trabajos.map(({ cola, estado, cuantos }) => ({
        rotulos: { cola, estado },
        valor: cuantos,
      })),
    },
  ];
}
