import { Agent, request } from "node:http";

export type Peticion = {
  readonly metodo: "GET" | "POST";
  readonly ruta: string;
  readonly cabeceras?: Readonly<Record<string, string>>;
  readonly cuerpo?: string;
};
export type Recibido = {
  readonly estado: number;
  readonly texto: string;
  readonly destino: string | undefined;
};

/** A light client of one local server, with its connections kept open. */
export function abrirCliente(puerto: number, conexiones: number, pacienciaMs = 30_000) {
  const agent = new Agent({ keepAlive: true, maxSockets: conexiones, scheduling: "fifo" });
  const pedir = ({ metodo, ruta, cabeceras, cuerpo }: Peticion): Promise<Recibido> =>
    new Promise((listo, rechazar) => {
      const headers = {
        ...cabeceras,
        ...(cuerpo !== undefined && { "content-length": String(Buffer.byteLength(cuerpo)) }),
      };
      const opciones = { agent, host: "127.0.0.1", port: puerto, method: metodo, path: ruta, headers };
      const pedido = request({ ...opciones, timeout: pacienciaMs }, (respuesta) => {
        const partes: Buffer[] = [];
        respuesta.on("data", (parte: Buffer) => partes.push(parte));
        respuesta.on("error", rechazar);
        respuesta.on("end", () =>
          listo({
            estado: respuesta.statusCode ?? 0,
            texto: Buffer.concat(partes).toString("utf8"),
            destino: respuesta.headers.location,
          }),
        );
      });
      pedido.on("timeout", () => pedido.destroy(new Error("sin respuesta")));
      pedido.on("error", rechazar);
      pedido.end(cuerpo);
    });
  return { pedir, cerrar: () => agent.destroy() };
}

export type Cliente = ReturnType<typeof abrirCliente>;
