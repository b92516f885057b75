// A whole platform for tests: its own PostgreSQL with the fictional people, a real SMTP server and the production
// build on a free port. Started as a process (it needs the server side of React); writes one line of JSON when
// ready and lives as long as its standard input. Arguments: none. Environment: CARPETA_NEXT (.next-prueba).
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { abrirConexion, cerrarConexion, usarConexion } from "@/lib/datos/conexion";
import { migrar } from "@/lib/datos/migraciones";
import { puertoLibre } from "@/lib/datos/servidorProceso";
import { conEntorno, entornoLocal, SENALES_NUESTRAS } from "@/lib/orden/entorno";
import { esperarRespuesta, lanzar, NEXT, terminar } from "@/lib/orden/proceso";
import { sembrar } from "@/prisma/semilla";
import { guardarSemilla, type WebDePrueba } from "./semillaE2e";
import { iniciarServidorEfimero } from "./servidorEfimero";

/** Receives mail for real and leaves each message in a folder, in order of arrival. */
async function recibirCorreo(carpeta: string): Promise<{ puerto: number; cerrar: () => void }> {
  mkdirSync(carpeta, { recursive: true });
  let recibidos = 0;
  const servidor = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(flujo, _sesion, listo) {
      const partes: Buffer[] = [];
      flujo.on("data", (parte: Buffer) => partes.push(parte));
      flujo.on("end", () => {
        recibidos++;
        writeFileSync(join(carpeta, `${String(recibidos).padStart(5, "0")}.eml`), Buffer.concat(partes));
        listo();
      });
    },
  });
  const puerto = await puertoLibre(null);
  await new Promise<void>((listo) => servidor.listen(puerto, "127.0.0.1", () => listo()));
  return { puerto, cerrar: () => servidor.close() };
}

async function principal(): Promise<void> {
  const carpetaNext = process.env.CARPETA_NEXT ?? ".next-prueba";
  if (!existsSync(join(carpetaNext, "BUILD_ID"))) {
    throw new Error(`Falta construir: CARPETA_NEXT=${carpetaNext} npx next build`);
  }
  const { servidor, carpeta, terminar: terminarServidor } = await iniciarServidorEfimero("cseu-web-");
  await migrar(servidor.dueno);
  usarConexion(abrirConexion(servidor.app));
  await sembrar(() => undefined, new Date());
  await cerrarConexion();
  await guardarSemilla(servidor.admin ?? "", servidor.dueno);
  const correo = join(carpeta, "correo");
  const archivos = join(carpeta, "archivos");
  const smtp = await recibirCorreo(correo);
  const puerto = await puertoLibre(null);
  const env = conEntorno({
    ...entornoLocal(servidor, puerto),
    ...SENALES_NUESTRAS,
    NIVEL_REGISTRO: process.env.NIVEL_REGISTRO ?? "warn",
    CARPETA_NEXT: carpetaNext,
    ARCHIVOS_CARPETA: archivos,
    CSEU_DEMO: process.env.CSEU_DEMO ?? "1",
    NODE_ENV: "production",
    SMTP_URL: `smtp://127.0.0.1:${smtp.puerto}`,
    CORREO_DESDE: "Plataforma CSEU <no-responder@cseu.example>",
    SMTP_EXIGE_TLS: "0",
  });
  // Our own output is the line of JSON: Next's goes to the error stream.
  const web = lanzar(NEXT(), ["start", "-H", "127.0.0.1", "-p", String(puerto)], env, "error");
  const fin = new Promise<void>((listo) => {
    process.stdin.resume();
    for (const evento of ["end", "close", "error"]) process.stdin.on(evento, () => listo());
    for (const senal of ["SIGINT", "SIGTERM"] as const) process.on(senal, () => listo());
    web.once("exit", () => listo());
  });
  try {
    await esperarRespuesta(`http://127.0.0.1:${puerto}/`, web);
    const listo: WebDePrueba = {
      url: `http://localhost:${puerto}`,
      admin: servidor.admin ?? "",
      dueno: servidor.dueno,
      app: servidor.app,
      correo,
      archivos,
    };
    process.stdout.write(`${JSON.stringify(listo)}\n`);
    await fin;
  } finally {
    await terminar(web);
    smtp.cerrar();
    await terminarServidor();
  }
}

principal().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
