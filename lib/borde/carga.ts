import { monitorEventLoopDelay } from "node:perf_hooks";
import { figurasDePools, tamanos } from "@/lib/datos/conexion";
import { type Nivel, nivelDeCarga, type Umbrales } from "@/lib/metrica/carga";
import { proceso } from "@/lib/metrica/proceso";

const VENTANA_MS = 250;
const RESOLUCION_MS = 10;

type Vigilancia = { demoraMs: number; maximaMs: number; nivel: Nivel; umbrales: Umbrales };

// Next loads this module once per bundle; the load of a process is one.
const CLAVE = Symbol.for("cseu.carga");
type Lugar = { [CLAVE]?: Vigilancia };

function numero(nombre: string, porDefecto: number): number {
  const valor = Number(process.env[nombre] ?? porDefecto);
  return Number.isFinite(valor) && valor > 0 ? valor : porDefecto;
}

function vigilancia(): Vigilancia {
  const lugar = globalThis as Lugar;
  const { guardado, general } = tamanos();
  lugar[CLAVE] ??= {
    demoraMs: 0,
    maximaMs: 0,
    nivel: 0,
    umbrales: {
      demoraMs: numero("CARGA_DEMORA_MS", 400),
      esperaGeneral: numero("CARGA_ESPERA_LECTURA", general.maximo * 20),
      esperaGuardado: numero("CARGA_ESPERA_GUARDADO", guardado.maximo * 50),
    },
  };
  return lugar[CLAVE];
}

/** Begins to measure how late the event loop runs. Once, at start. */
export function vigilarCarga(): void {
  const estado = vigilancia();
  const histograma = monitorEventLoopDelay({ resolution: RESOLUCION_MS });
  histograma.enable();
  setInterval(() => {
    const media = histograma.count > 0 ? histograma.mean / 1e6 - RESOLUCION_MS : 0;
    estado.maximaMs = histograma.count > 0 ? Math.max(0, histograma.max / 1e6 - RESOLUCION_MS) : 0;
    // Half of it is memory: one slow document is not overload.
    estado.demoraMs = Math.max(0, (estado.demoraMs + media) / 2);
    histograma.reset();
  }, VENTANA_MS).unref();
  proceso().leerNivel = () => carga().nivel;
}

/** How loaded this process is now: the delay of the last moments, and who waits for a connection at this instant. */
export function carga(): Readonly<Vigilancia> {
  const estado = vigilancia();
  const { guardado, general } = figurasDePools();
  const figuras = {
    demoraMs: estado.demoraMs,
    esperaGuardado: guardado.esperan,
    esperaGeneral: general.esperan,
  };
  estado.nivel = nivelDeCarga(figuras, estado.umbrales, estado.nivel);
  return estado;
}
