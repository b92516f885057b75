// A sender that stops where a crash would hurt most and says so; the test kills it there. Argument: "antes" (all has
// gone but the last byte) or "despues" (the server took it and nothing was noted).
import { abrirTransporte, entregar } from "@/lib/correo/entrega";
import { anotarEntrega, tomarCorreo } from "@/lib/datos/repositorio/correo";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";

const { SMTP_URL: url = "", CORREO: id = "" } = process.env;
const desde = "Plataforma CSEU <no-responder@cseu.example>";

function detenerse(): Promise<never> {
  process.stdout.write("aquí\n");
  return new Promise(() => setInterval(() => undefined, 1000));
}

async function principal(): Promise<void> {
  const correo = await conActor(SISTEMA, "prueba", (tx) => tomarCorreo(tx, id));
  if (!correo) throw new Error("No está el correo.");
  const transporte = abrirTransporte({ url, desde, exigeTls: false });
  await entregar(transporte, desde, { ...correo, baja: null }, async () => {
    if (process.argv[2] === "antes") await detenerse();
    await conActor(SISTEMA, "prueba", (tx) => anotarEntrega(tx, id, new Date()));
  });
  await detenerse();
}

void principal();
