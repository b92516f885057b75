// npm run respaldo -- --salida CARPETA: database and files, as they are at one instant, while the platform goes on.
import { almacenArchivos } from "@/lib/archivos/configuracion";
import { iniciarServidor } from "@/lib/datos/servidor";
import { decir, ejecutar } from "./consola";
import { respaldar } from "./respaldar";

ejecutar(async () => {
  const [bandera, carpeta, ...resto] = process.argv.slice(2);
  if (bandera !== "--salida" || !carpeta || resto.length > 0) {
    console.error("Uso: npm run respaldo -- --salida CARPETA");
    return 2;
  }
  const dueno = process.env.DATABASE_URL_DUENO;
  const servidor = dueno ? null : await iniciarServidor({ alInformar: decir });
  try {
    const lugares = { dueno: dueno ?? servidor?.dueno ?? "", almacen: almacenArchivos(), carpeta, decir };
    const { archivos, tablas, sello } = await respaldar(lugares, new Date());
    const filas = tablas.reduce((suma, { filas: suyas }) => suma + suyas, 0);
    decir(`Respaldo terminado en ${carpeta}: ${filas} filas y ${archivos.cuantos} archivos.`);
    decir(`Sello de la bitácora: ${sello}`);
    decir("Contiene datos personales y claves resumidas: guárdelo cifrado y fuera de este servidor.");
    return 0;
  } finally {
    if (servidor?.encendido) await servidor.detener();
  }
});
