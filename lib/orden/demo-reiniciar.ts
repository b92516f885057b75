// npm run demo:reset: forgets everything of the local demonstration.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { ErrorDatos } from "@/lib/datos/errorDatos";
import { borrarServidor, CARPETA_DATOS } from "@/lib/datos/servidor";
import { decir, ejecutar } from "./consola";
import { leerTurno } from "./proceso";

const OTRAS = ["archivos", "construido", "demo.json"];

async function confirmado(): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY || process.argv.includes("--si")) return true;
  const consola = createInterface({ input: process.stdin, output: process.stdout });
  const respuesta = await consola.question(
    "Se borrarán los datos y archivos de la demostración. ¿Continuar? (s/n) ",
  );
  consola.close();
  return /^s/i.test(respuesta.trim());
}

ejecutar(async () => {
  const corriendo = leerTurno(join(CARPETA_DATOS, "demo.json"));
  if (corriendo) {
    throw new ErrorDatos(
      "configuracion",
      `La demostración está corriendo (proceso ${corriendo.pid}). Deténgala primero con Ctrl-C en su terminal, o kill ${corriendo.pid}.`,
    );
  }
  if (!(await confirmado())) {
    decir("No se borró nada.");
    return 0;
  }
  const borradas = await borrarServidor();
  for (const nombre of OTRAS) {
    const ruta = join(CARPETA_DATOS, nombre);
    if (!existsSync(ruta)) continue;
    rmSync(ruta, { recursive: true, force: true });
    borradas.push(ruta);
  }
  decir(
    borradas.length === 0
      ? "No había nada que borrar."
      : `Borrado:\n${borradas.map((r) => `  ${r}`).join("\n")}`,
  );
  if (process.env.DATABASE_URL) decir("La base de DATABASE_URL no es de la demostración y no se tocó.");
  return 0;
});
