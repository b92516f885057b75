import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { contarSolicitud, medidor } from "@/lib/metrica/medidor";
import { proceso } from "@/lib/metrica/proceso";
import { observarServidor } from "./detencion";
import { almacenEnCurso, type EnCurso } from "./enCurso";
import { leerCatalogo, nombreDeCaso } from "./nombreDeCaso";
import { registro } from "./registro";

type Inicio = { request: IncomingMessage; response: ServerResponse; server: Server };

/** The status of a request whose client left before the answer, as proxies write it. */
const SE_FUE = 499;
const EN_DESARROLLO = process.env.NODE_ENV === "development";
const ID_AJENO = /^[\w-]{8,64}$/;

function una(cabecera: string | string[] | undefined): string | undefined {
  return Array.isArray(cabecera) ? cabecera[0] : cabecera;
}

/**
 * Watches every request of this process from Node's own channel, whoever started the server: gives it an id, counts
 * it, and writes one line when it ends. Nothing of what people write, nor the address itself, is written down.
 * @param carpeta Next's build folder
 */
export function vigilar(carpeta: string): void {
  const catalogo = leerCatalogo(carpeta);
  subscribe("http.server.request.start", (mensaje) => {
    const { request, response, server } = mensaje as Inicio;
    observarServidor(server);
    const ajeno = una(request.headers["x-request-id"]) ?? "";
    const metodo = request.method ?? "";
    const ruta = (request.url ?? "").split("?", 1)[0] ?? "";
    const accion = una(request.headers["next-action"]);
    const pedido: EnCurso = {
      id: ID_AJENO.test(ajeno) ? ajeno : randomUUID(),
      // In development there is no finished build to name from, and nobody's data.
      caso: EN_DESARROLLO ? `${metodo} ${ruta}` : nombreDeCaso(catalogo, { metodo, ruta, accion }),
    };
    const desde = performance.now();
    medidor().enVuelo++;
    // The handlers of the server run right after this, inside this same context.
    almacenEnCurso().enterWith(pedido);
    response.setHeader("x-solicitud", pedido.id);
    if (proceso().deteniendo) response.setHeader("connection", "close");
    response.once("close", () => terminar(pedido, response, performance.now() - desde));
  });
}

function terminar(pedido: EnCurso, response: ServerResponse, ms: number): void {
  const { id, ...resto } = pedido;
  const status = response.writableFinished ? response.statusCode : SE_FUE;
  medidor().enVuelo--;
  contarSolicitud(pedido.caso, status, ms);
  const nivel = status >= 500 ? "warn" : pedido.caso === "estático" ? "debug" : "info";
  registro[nivel]({ solicitud: id, ...resto, status, ms: Math.round(ms * 10) / 10 }, "solicitud");
}
