import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import { CABECERAS_DE_SEGURIDAD } from "./cabeceras";

const CABECERAS = new Map(Object.entries(CABECERAS_DE_SEGURIDAD));

/** Puts the headers of security on every answer of this process as its request arrives, whatever answers it later. */
export function protegerRespuestas(): void {
  subscribe("http.server.request.start", (mensaje) => {
    (mensaje as { response: ServerResponse }).response.setHeaders(CABECERAS);
  });
}
