// npm run db:migrar: brings a database up to date. DATABASE_URL_DUENO, or DATABASE_URL of an administrator,
// or nothing for the local server.
import { migrar } from "@/lib/datos/migraciones";
import { iniciarServidor } from "@/lib/datos/servidor";
import { decir, ejecutar } from "./consola";

ejecutar(async () => {
  const dueno = process.env.DATABASE_URL_DUENO;
  const servidor = dueno ? null : await iniciarServidor({ alInformar: decir });
  try {
    const nuevas = await migrar(dueno ?? servidor?.dueno ?? "", {
      alAplicar: (nombre) => decir(`Aplicada ${nombre}`),
    });
    decir(
      nuevas.length === 0
        ? "La base está al día."
        : `La base está al día: ${nuevas.length} migraciones nuevas.`,
    );
  } finally {
    if (servidor?.encendido) await servidor.detener();
  }
  return 0;
});
