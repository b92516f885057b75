import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { puertoLibre } from "@/lib/datos/servidorProceso";
import { SENALES_NUESTRAS } from "@/lib/orden/entorno";
import { esperarRespuesta, NEXT, terminar } from "@/lib/orden/proceso";

/** One process of the platform, on the build of CARPETA_NEXT. */
export type Nodo = {
  readonly url: string;
  readonly puerto: number;
  readonly proceso: ChildProcess;
  /** What it wrote in its log: one line of JSON each, the rest apart. */
  readonly lineas: Record<string, unknown>[];
  /** Asks it to stop, and waits. Returns its exit code; null when a signal ended it. */
  readonly detener: (senal?: NodeJS.Signals) => Promise<number | null>;
};

/**
 * Starts a node.
 * @param app connection of the application's login
 * @param entorno variables on top of ours; the same SECRETO_SESION and ARCHIVOS_CARPETA make nodes of one platform
 */
export async function lanzarNodo(
  app: string,
  entorno: Readonly<Record<string, string>>,
  puertoFijo?: number,
): Promise<Nodo> {
  const puerto = puertoFijo ?? (await puertoLibre(null));
  const url = `http://localhost:${puerto}`;
  const proceso = spawn(process.execPath, [NEXT(), "start", "-H", "127.0.0.1", "-p", String(puerto)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      ...SENALES_NUESTRAS,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      NIVEL_REGISTRO: "info",
      CARPETA_NEXT: process.env.CARPETA_NEXT ?? ".next-prueba",
      CSEU_DEMO: "1",
      DATABASE_URL: app,
      DATABASE_URL_DUENO: "",
      URL_PUBLICA: url,
      NEXTAUTH_URL: entorno.URL_PUBLICA ?? url,
      ...entorno,
    },
  });
  const lineas: Record<string, unknown>[] = [];
  createInterface({ input: proceso.stdout }).on("line", (linea) => {
    if (linea.startsWith("{")) lineas.push(JSON.parse(linea));
  });
  await esperarRespuesta(`http://127.0.0.1:${puerto}/ingresar`, proceso);
  const detener = async (senal: NodeJS.Signals = "SIGTERM") => {
    const fin = proceso.exitCode === null && proceso.signalCode === null ? once(proceso, "exit") : null;
    proceso.kill(senal);
    await fin;
    return proceso.exitCode;
  };
  return { url, puerto, proceso, lineas, detener };
}

/** Ends whatever is left of some nodes, however the test went. */
export async function apagar(nodos: readonly Nodo[]): Promise<void> {
  await Promise.all(nodos.map(({ proceso }) => terminar(proceso)));
}

export type Reparto = {
  readonly url: string;
  /** The ports it sends to, in turns; changed while it runs. */
  readonly puertos: number[];
  readonly cerrar: () => Promise<void>;
};

/**
 * A balancer as small as one can be: each request to the next node, and to another when nobody answers at that one. What
 * has already been sent is not sent again: whoever asked hears 502, as with any balancer.
 */
export async function repartir(puertos: number[]): Promise<Reparto> {
  let turno = 0;
  const servidor = createServer((pedido, respuesta) => {
    turno++;
    const orden = puertos.map((_, i) => puertos[(turno + i) % puertos.length] ?? 0);
    pasar(pedido, respuesta, orden);
  });
  await new Promise<void>((listo) => servidor.listen(0, "127.0.0.1", () => listo()));
  return {
    url: `http://localhost:${(servidor.address() as AddressInfo).port}`,
    puertos,
    cerrar: () =>
      new Promise((listo) => {
        servidor.close(() => listo());
        servidor.closeAllConnections();
      }),
  };
}

function pasar(pedido: IncomingMessage, respuesta: ServerResponse, [puerto, ...resto]: number[]): void {
  const rendirse = () => {
    if (!respuesta.headersSent) respuesta.writeHead(502);
    respuesta.end();
  };
  if (puerto === undefined) {
    rendirse();
    return;
  }
  let enviado = false;
  const headers = { ...pedido.headers, "x-forwarded-host": pedido.headers.host ?? "" };
  const { method, url: path } = pedido;
  const agent = false as unknown as Agent;
  const otro = request({ host: "127.0.0.1", port: puerto, method, path, headers, agent }, (suya) => {
    respuesta.writeHead(suya.statusCode ?? 502, suya.headers);
    suya.pipe(respuesta);
    // Cut half-way: whoever asked must see it cut, not ended.
    suya.on("error", () => respuesta.destroy());
  });
  otro.on("socket", (socket) =>
    socket.once("connect", () => {
      enviado = true;
      pedido.pipe(otro);
    }),
  );
  otro.on("error", () => (enviado ? rendirse() : pasar(pedido, respuesta, resto)));
  respuesta.on("close", () => otro.destroy());
}
