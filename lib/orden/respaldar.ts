import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type AlmacenArchivos, ContenidoDanado } from "@/lib/archivos/almacen";
import {
  comprobarContenidos,
  copiarContenidos,
  FallaDeRespaldo,
  reponerContenidos,
} from "@/lib/archivos/respaldo";
import { type Verificacion, verificarBitacora } from "@/lib/datos/bitacora";
import { migrar } from "@/lib/datos/migraciones";
import { comprobarTablas } from "@/lib/datos/respaldo/comprobar";
import { type AlAvanzar, conInstantanea } from "@/lib/datos/respaldo/exportar";
import {
  escribirLista,
  escribirManifiesto,
  FORMATO_RESPALDO,
  fallaRespaldo,
  HUELLA_MANIFIESTO,
  LISTA_ARCHIVOS,
  leerLista,
  leerManifiesto,
  MANIFIESTO,
  type Manifiesto,
  rutaContenido,
} from "@/lib/datos/respaldo/formato";
import { exigirBaseVacia, exigirMismasMigraciones, importarBase } from "@/lib/datos/respaldo/importar";
import { fallaDeDisco } from "@/lib/datos/servidorClaves";

type Lugares = {
  /** Connection of the owner of the tables. */
  readonly dueno: string;
  readonly almacen: AlmacenArchivos;
  /** Folder of the backup. */
  readonly carpeta: string;
  readonly decir?: (linea: string) => void;
};

const MILES = new Intl.NumberFormat("es-CL");
const CADA = 500;

const avanceDeTablas =
  (decir: (linea: string) => void): AlAvanzar =>
  ({ tabla, filas, numero, total }) =>
    decir(`  ${String(numero).padStart(2)}/${total}  ${tabla}: ${MILES.format(filas)} filas`);

const avanceDeArchivos = (decir: (linea: string) => void) => (hechos: number, total: number) => {
  if (hechos === total || hechos % CADA === 0)
    decir(`  ${MILES.format(hechos)} de ${MILES.format(total)} archivos`);
};

/** What goes wrong with disks and files, as a sentence with its remedy. */
async function enPalabras<T>(carpeta: string, trabajo: () => Promise<T>): Promise<T> {
  try {
    return await trabajo();
  } catch (error) {
    if (error instanceof FallaDeRespaldo || error instanceof ContenidoDanado)
      throw fallaRespaldo(error.message, error);
    throw fallaDeDisco(error, carpeta) ?? error;
  }
}

/**
 * Copies database and files, as they were at one instant, into a folder that must not exist or be empty. It appears
 * there whole or not at all: meanwhile it is called `CARPETA.parcial`.
 * The database is read in one snapshot, and its files after it: contents never change and none is deleted meanwhile,
 * so what the snapshot names is there.
 * @throws ErrorDatos with what to do
 */
export async function respaldar({ dueno, almacen, carpeta, decir = () => undefined }: Lugares, ahora: Date) {
  const destino = resolve(carpeta);
  const parcial = `${destino}.parcial`;
  return enPalabras(parcial, async () => {
    await exigirLibre(destino);
    await rm(parcial, { recursive: true, force: true });
    await mkdir(parcial, { recursive: true, mode: 0o700 });
    const manifiesto = await conInstantanea(dueno, async (instantanea): Promise<Manifiesto> => {
      decir("Copiando la base…");
      const tablas = await instantanea.exportarTablas(parcial, avanceDeTablas(decir));
      const { contenidos, migraciones, secuencias, sello } = instantanea;
      const bytes = contenidos.reduce((suma, uno) => suma + uno.tamano, 0);
      decir(`Copiando ${MILES.format(contenidos.length)} archivos (${MILES.format(bytes)} bytes)…`);
      await copiarContenidos(almacen, contenidos, (h) => rutaContenido(parcial, h), avanceDeArchivos(decir));
      const lista = escribirLista(contenidos);
      await escribir(join(parcial, LISTA_ARCHIVOS), lista.texto);
      return {
        formato: FORMATO_RESPALDO,
        creado: ahora.toISOString(),
        migraciones,
        tablas,
        secuencias,
        archivos: { cuantos: contenidos.length, bytes, sha256: lista.sha256 },
        sello,
      };
    });
    const { texto, huella } = escribirManifiesto(manifiesto);
    await escribir(join(parcial, MANIFIESTO), texto);
    await escribir(join(parcial, HUELLA_MANIFIESTO), huella);
    await rm(destino, { recursive: true, force: true });
    await rename(parcial, destino);
    await sincronizar(dirname(destino));
    return manifiesto;
  });
}

async function exigirLibre(destino: string): Promise<void> {
  const hay = await readdir(destino).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    if (error.code === "ENOTDIR") return [destino];
    throw error;
  });
  if (hay.length > 0)
    throw fallaRespaldo(
      `${destino} ya tiene algo y un respaldo no se escribe encima. Indique una carpeta nueva.`,
    );
}

async function escribir(ruta: string, texto: string): Promise<void> {
  const archivo = await open(ruta, "wx", 0o600);
  try {
    await archivo.writeFile(texto);
    await archivo.sync();
  } finally {
    await archivo.close();
  }
}

async function sincronizar(carpeta: string): Promise<void> {
  const abierta = await open(carpeta, "r");
  await abierta.sync().catch(() => undefined);
  await abierta.close();
}

/** What a restored platform is checked with. */
export type Restaurado = { readonly manifiesto: Manifiesto; readonly bitacora: Verificacion };

/**
 * Restores a backup into an empty database and a file store: checks every piece before touching anything, then files,
 * then tables (as the migrations of the backup had them), then the trail whole against the seal of that day, and at
 * last the migrations that are newer.
 * @throws ErrorDatos with what to do; a database that could not be restored stays without rows
 */
export async function restaurar({
  dueno,
  almacen,
  carpeta,
  decir = () => undefined,
}: Lugares): Promise<Restaurado> {
  const origen = resolve(carpeta);
  const rutaDe = (huella: string) => rutaContenido(origen, huella);
  return enPalabras(origen, async () => {
    const manifiesto = await leerManifiesto(origen);
    exigirMismasMigraciones(manifiesto);
    await exigirBaseVacia(dueno);
    decir(`Comprobando el respaldo del ${manifiesto.creado}…`);
    await comprobarTablas(origen, manifiesto);
    const contenidos = await leerLista(origen, manifiesto);
    await comprobarContenidos(contenidos, rutaDe);
    decir(`Reponiendo ${MILES.format(contenidos.length)} archivos…`);
    await reponerContenidos(almacen, contenidos, rutaDe, avanceDeArchivos(decir));
    decir("Cargando la base…");
    await importarBase(dueno, origen, manifiesto, avanceDeTablas(decir));
    decir("Verificando la bitácora…");
    const bitacora = await verificarBitacora(dueno);
    if (bitacora.quiebres.length > 0 || bitacora.sello !== manifiesto.sello) {
      throw fallaRespaldo(
        `La bitácora restaurada no es la del día del respaldo (${bitacora.quiebres.length} cadenas rotas, sello ${bitacora.sello}; se esperaba ${manifiesto.sello}). Ejecute npm run bitacora:verificar para ver dónde: si ya estaba rota al respaldar, lo dirá igual allá.`,
      );
    }
    for (const nombre of await migrar(dueno)) decir(`Aplicada ${nombre}`);
    return { manifiesto, bitacora };
  });
}
