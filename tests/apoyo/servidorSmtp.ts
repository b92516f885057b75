import type { AddressInfo, Socket } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach } from "vitest";

/**
 * How the server behaves with the mails that come: takes them; answers 451 after the last byte; cuts the connection in
 * the middle of the message; or takes them and dies without answering.
 */
export type Animo = "recibe" | "rechaza" | "corta" | "recibe_y_calla";

export type ServidorSmtp = {
  readonly url: string;
  /** What it took, in order. */
  readonly recibidos: Email[];
  animo: Animo;
  /** Stops listening, so that connections are refused, and listens again on the same port. */
  readonly apagar: () => Promise<void>;
  readonly encender: () => Promise<void>;
};

/** A real SMTP server for the file of tests that calls it, in a good mood at each test. */
export function conServidorSmtp(): ServidorSmtp {
  const recibidos: Email[] = [];
  const conexiones = new Set<Socket>();
  let servidor: SMTPServer | null = null;
  let puerto = 0;
  const estado = {
    recibidos,
    animo: "recibe" as Animo,
    get url() {
      return `smtp://127.0.0.1:${puerto}`;
    },
    encender: async () => {
      if (servidor) return;
      const nuevo = abrir();
      await new Promise<void>((listo) => nuevo.listen(puerto, "127.0.0.1", () => listo()));
      puerto = (nuevo.server.address() as AddressInfo).port;
      servidor = nuevo;
    },
    apagar: async () => {
      const viejo = servidor;
      servidor = null;
      if (!viejo) return;
      const cerrado = new Promise<void>((listo) => viejo.close(() => listo()));
      for (const conexion of conexiones) conexion.destroy();
      await cerrado;
    },
  };

  function abrir(): SMTPServer {
    const nuevo = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData(flujo, _sesion, listo) {
        const partes: Buffer[] = [];
        flujo.on("data", (parte: Buffer) => {
          partes.push(parte);
          if (estado.animo === "corta") for (const conexion of conexiones) conexion.destroy();
        });
        flujo.on("end", async () => {
          if (estado.animo === "rechaza") {
            listo(Object.assign(new Error("casilla ocupada"), { responseCode: 451 }));
            return;
          }
          recibidos.push(await PostalMime.parse(Buffer.concat(partes)));
          if (estado.animo === "recibe_y_calla") for (const conexion of conexiones) conexion.destroy();
          else listo();
        });
      },
    });
    nuevo.on("error", () => undefined);
    nuevo.server.on("connection", (conexion: Socket) => {
      conexiones.add(conexion);
      conexion.on("close", () => conexiones.delete(conexion));
    });
    return nuevo;
  }

  beforeAll(() => estado.encender());
  beforeEach(async () => {
    recibidos.length = 0;
    estado.animo = "recibe";
    await estado.encender();
  });
  afterAll(() => estado.apagar());
  return estado;
}
