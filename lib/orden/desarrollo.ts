// npm run dev: the local database and Next in development, with the demonstration's people.
import { abrirConexion, cerrarConexion, usarConexion } from "@/lib/datos/conexion";
import { migrar } from "@/lib/datos/migraciones";
import { iniciarServidor } from "@/lib/datos/servidor";
import { sembrar } from "@/prisma/semilla";
import { decir, ejecutar } from "./consola";
import { conEntorno, entornoLocal, puertoPedido } from "./entorno";
import { correr, NEXT } from "./proceso";

ejecutar(async () => {
  const puerto = puertoPedido();
  const servidor = await iniciarServidor({ alInformar: decir });
  // Ctrl-C reaches Next as well; we stay to stop the database after it.
  for (const senal of ["SIGINT", "SIGTERM"] as const) process.on(senal, () => undefined);
  try {
    await migrar(servidor.dueno, { alAplicar: (nombre) => decir(`Aplicada ${nombre}`) });
    usarConexion(abrirConexion(servidor.app));
    await sembrar(decir, new Date());
    await cerrarConexion();
    const env = conEntorno({ ...entornoLocal(servidor, puerto), CSEU_DEMO: "1" });
    return await correr(NEXT(), ["dev", "-p", String(puerto)], env);
  } finally {
    if (servidor.encendido) await servidor.detener();
  }
});
