import type { Server } from "node:http";
import { cerrarConexion } from "@/lib/datos/conexion";
import { proceso } from "@/lib/metrica/proceso";
import { registro } from "./registro";

type Detencion = {
  readonly servidores: Set<Server>;
  readonly tareas: { readonly nombre: string; readonly parar: () => Promise<void> | void }[];
};

// Next loads this module once per bundle; a process stops once.
const CLAVE = Symbol.for("cseu.detencion");
type Lugar = { [CLAVE]?: Detencion };

function detencion(): Detencion {
  const lugar = globalThis as Lugar;
  lugar[CLAVE] ??= { servidores: new Set(), tareas: [] };
  return lugar[CLAVE];
}

/** Notes a server that has received something: it is the one to close. */
export function observarServidor(servidor: Server): void {
  detencion().servidores.add(servidor);
}

/** What must end before the connections close: `parar` stops beginning new work and waits for what is under way. */
export function alDetener(nombre: string, parar: () => Promise<void> | void): void {
  detencion().tareas.push({ nombre, parar });
}

function numero(nombre: string, porDefecto: number): number {
  const valor = Number(process.env[nombre] ?? porDefecto);
  return Number.isFinite(valor) && valor >= 0 ? valor : porDefecto;
}

const pausa = (ms: number) => new Promise<void>((listo) => setTimeout(listo, ms));

/** Stops accepting and waits for what has begun; connections that wait between two requests are closed. */
async function cerrarServidor(servidor: Server): Promise<void> {
  const cerrado = new Promise<void>((listo) => servidor.close(() => listo()));
  const ociosas = setInterval(() => servidor.closeIdleConnections(), 50);
  await cerrado;
  clearInterval(ociosas);
}

async function detener(senal: string): Promise<void> {
  const estado = detencion();
  const limite = numero("DETENCION_MS", 30_000);
  registro.info({ senal }, "deteniendo");
  const plazo = setTimeout(() => {
    registro.error({ limite }, "detención: lo empezado no terminó en su plazo");
    process.exit(1);
  }, limite);
  // Time for the balancer to look at /salud and send its people elsewhere.
  await pausa(numero("DETENCION_AVISO_MS", 0));
  await Promise.all([...estado.servidores].map(cerrarServidor));
  for (const { nombre, parar } of estado.tareas) {
    try {
      await parar();
    } catch (err) {
      registro.error({ err, tarea: nombre }, "detención: una tarea falló al parar");
    }
  }
  await cerrarConexion();
  clearTimeout(plazo);
  registro.info("detenido");
  process.exit(0);
}

/**
 * Makes SIGTERM and SIGINT stop this process in order: no new connections, what has begun ends, then tasks, then the
 * pools; it ends with 0, or with 1 after DETENCION_MS (30 s). Only when whoever started Next left the signals to us
 * (NEXT_MANUAL_SIG_HANDLE): otherwise Next ends the process by itself.
 */
export function prepararDetencion(): void {
  if (!process.env.NEXT_MANUAL_SIG_HANDLE) return;
  for (const senal of ["SIGTERM", "SIGINT"] as const) {
    process.on(senal, () => {
      if (proceso().deteniendo) return;
      proceso().deteniendo = true;
      void detener(senal);
    });
  }
}
