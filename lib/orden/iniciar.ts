// npm run start: serves the production build against DATABASE_URL. Migrating is a step apart (db:migrar).
import { urlDeLaAplicacion } from "@/lib/datos/conexion";
import { ErrorDatos } from "@/lib/datos/errorDatos";
import { estadoMigraciones } from "@/lib/datos/migraciones";
import { exigirLoginSinPoder } from "@/lib/datos/servidorRoles";
import { decir, ejecutar } from "./consola";
import { conEntorno, puertoPedido, SENALES_NUESTRAS } from "./entorno";
import { lanzar, NEXT } from "./proceso";

ejecutar(async () => {
  const url = urlDeLaAplicacion();
  if (process.env.CSEU_DEMO)
    throw new ErrorDatos("configuracion", "CSEU_DEMO es solo de la demostración: quítela antes de iniciar.");
  const { pendientes } = await estadoMigraciones(url);
  if (pendientes.length > 0) {
    throw new ErrorDatos(
      "migracion",
      `Faltan migraciones por aplicar (${pendientes.join(", ")}). Ejecute npm run db:migrar.`,
    );
  }
  await exigirLoginSinPoder(url);
  const argumentos = [
    "start",
    "-p",
    String(puertoPedido()),
    ...(process.env.ANFITRION ? ["-H", process.env.ANFITRION] : []),
  ];
  const web = lanzar(
    NEXT(),
    argumentos,
    conEntorno({ ...SENALES_NUESTRAS, NODE_ENV: "production", DATABASE_URL_DUENO: "" }),
  );
  for (const senal of ["SIGINT", "SIGTERM"] as const) process.on(senal, () => web.kill(senal));
  const codigo = await new Promise<number>((listo) => web.once("exit", (c) => listo(c ?? 0)));
  decir("Servidor detenido.");
  return codigo;
});
