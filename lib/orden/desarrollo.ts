// npm run dev: the local database and Next in development, with the demonstration's people.
import { abrirConexion, cerrarConexion, usarConexion } from "@/lib/datos/conexion";
import { ErrorDatos } from "@/lib/datos/errorDatos";
import { migrar } from "@/lib/datos/migraciones";
import { iniciarServidor } from "@/lib/datos/servidor";
import { sembrar } from "@/prisma/semilla";
import { decir, ejecutar } from "./consola";
import { conEntorno, entornoLocal, puertoPedido } from "./entorno";
import { finDe, lanzar, NEXT, puertoDisponible, terminar } from "./proceso";

ejecutar(async () => {
  const puerto = puertoPedido();
  // Next would quietly take another port, and the links in mails would lead to the wrong one.
  if (!(await puertoDisponible(puerto)))
    throw new ErrorDatos(
      "configuracion",
      `El puerto ${puerto} está ocupado. Elija otro: PUERTO=${puerto + 1} npm run dev`,
    );
  const parar = new AbortController();
  for (const senal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(senal, () => parar.abort());
  const servidor = await iniciarServidor({ alInformar: decir });
  try {
    await migrar(servidor.dueno, { alAplicar: (nombre) => decir(`Aplicada ${nombre}`) });
    usarConexion(abrirConexion(servidor.app));
    await sembrar(decir, new Date());
    await cerrarConexion();
    const env = conEntorno({ ...entornoLocal(servidor, puerto), CSEU_DEMO: "1" });
    if (parar.signal.aborted) return 0;
    const web = lanzar(NEXT(), ["dev", "-p", String(puerto)], env);
    // Ctrl-C reaches Next by itself, a kill does not; we stay to stop the database after it.
    parar.signal.addEventListener("abort", () => void terminar(web), { once: true });
    const codigo = await finDe(web);
    return parar.signal.aborted ? 0 : codigo;
  } finally {
    if (servidor.encendido) await servidor.detener();
  }
});
