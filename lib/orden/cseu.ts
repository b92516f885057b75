import { ORDENES } from "./ordenes";

/**
 * The command line of the house: `npm run --silent cseu -- ORDEN …`. Each command is one file, loaded only when asked
 * for, and returns its exit code.
 */
const [nombre, ...argumentos] = process.argv.slice(2);

// A reader that closes early (`| head`) is not a failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const orden = nombre !== undefined && Object.hasOwn(ORDENES, nombre) ? ORDENES[nombre] : undefined;
if (orden) {
  const { ejecutar } = await orden.cargar();
  process.exitCode = await ejecutar(argumentos);
} else {
  const ancho = Math.max(...Object.values(ORDENES).map(({ uso }) => uso.length));
  const lista = Object.values(ORDENES).map(({ uso, resumen }) => `  ${uso.padEnd(ancho)}  ${resumen}`);
  const ayuda = ["Uso: npm run --silent cseu -- ORDEN [argumentos]", "", ...lista].join("\n");
  const pideAyuda = nombre === undefined || nombre === "ayuda" || nombre === "--help" || nombre === "-h";
  if (pideAyuda) console.log(ayuda);
  else console.error(`La orden «${nombre}» no existe.\n\n${ayuda}`);
  process.exitCode = pideAyuda ? 0 : 2;
}
