// npm run restaurar -- CARPETA: a backup made by `npm run respaldo`, into an empty database and the file store.
import { almacenArchivos } from "@/lib/archivos/configuracion";
import { iniciarServidor } from "@/lib/datos/servidor";
import { decir, ejecutar } from "./consola";
import { restaurar } from "./respaldar";

ejecutar(async () => {
  const [carpeta, ...resto] = process.argv.slice(2);
  if (!carpeta || carpeta.startsWith("--") || resto.length > 0) {
    console.error("Uso: npm run restaurar -- CARPETA");
    return 2;
  }
  const dueno = process.env.DATABASE_URL_DUENO;
  const servidor = dueno ? null : await iniciarServidor({ alInformar: decir });
  try {
    const lugares = { dueno: dueno ?? servidor?.dueno ?? "", almacen: almacenArchivos(), carpeta, decir };
    const { manifiesto, bitacora } = await restaurar(lugares);
    decir(
      `Restaurado lo que había el ${manifiesto.creado}: ${manifiesto.tablas.length} tablas, ${manifiesto.archivos.cuantos} archivos, bitácora íntegra (${bitacora.filas} filas, sello ${bitacora.sello}).`,
    );
    return 0;
  } finally {
    if (servidor?.encendido) await servidor.detener();
  }
});
