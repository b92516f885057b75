import { randomBytes } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { cargarPlan } from "@/lib/casos/precarga/cargar";
import { leerPlan } from "@/lib/casos/precarga/leer";
import { type Precargador, revisarPlan } from "@/lib/casos/precarga/revisar";
import { abrirConexion, cerrarConexion, urlDeLaAplicacion, usarConexion } from "@/lib/datos/conexion";
import { errorDeDatos } from "@/lib/datos/errorDatos";
import { iniciarServidor } from "@/lib/datos/servidor";
import { SISTEMA } from "@/lib/flujo/actor";
import {
  type FaltaPrecarga,
  type ResultadoPrecarga,
  TAMANO_MAXIMO_PLAN,
  TAMANO_MAXIMO_PLAN_TEXTO,
} from "@/lib/flujo/vistaPrecarga";

const CREAR = "--crear-instituciones";
const USO = `Uso: npm run --silent cseu -- precargar ARCHIVO… [${CREAR}]`;

/** The arguments of `precargar`: what follows "--" is always a file. */
function leerArgumentos(argumentos: readonly string[]) {
  const corte = argumentos.indexOf("--");
  const antes = corte < 0 ? argumentos : argumentos.slice(0, corte);
  return {
    archivos: [
      ...antes.filter((argumento) => !argumento.startsWith("--")),
      ...(corte < 0 ? [] : argumentos.slice(corte + 1)),
    ],
    creaInstituciones: antes.includes(CREAR),
    desconocida: antes.find((argumento) => argumento.startsWith("--") && argumento !== CREAR),
  };
}

/** What became of one file: loaded or the same (0), refused (1), unreadable (2). */
type Suerte = { readonly codigo: 0 | 1 | 2; readonly lineas: readonly string[] };

const ILEGIBLE: Readonly<Record<string, string>> = {
  ENOENT: "El archivo no existe. Revise el nombre y la carpeta.",
  EACCES: "No hay permiso para leer el archivo.",
};

async function leerArchivo(ruta: string): Promise<Uint8Array | string> {
  try {
    // Before opening: opening a pipe would wait for whoever writes into it.
    const estado = await stat(ruta);
    if (!estado.isFile()) return "No es un archivo común. Indique los archivos.";
    if (estado.size > TAMANO_MAXIMO_PLAN)
      return `El archivo supera el máximo de ${TAMANO_MAXIMO_PLAN_TEXTO}.`;
    return await readFile(ruta);
  } catch (error) {
    const codigo = (error as NodeJS.ErrnoException).code;
    if (codigo === undefined) throw error;
    return ILEGIBLE[codigo] ?? "El archivo no se puede leer. Revise que siga en su lugar y que se abra.";
  }
}

function lineaDeFalta({ hoja, celda, mensaje, nivel, regla }: FaltaPrecarga): string {
  const lugar = hoja === "" ? celda || "el archivo" : celda === "" ? `hoja «${hoja}»` : `${hoja}!${celda}`;
  return `    ${nivel === "error" ? "✗" : "!"} ${mensaje}\n      ${regla ? `${regla} · ` : ""}${lugar}`;
}

const HECHO: Readonly<Record<ResultadoPrecarga["hecho"], string>> = {
  creado: "plan creado",
  reemplazado: "plan reemplazado",
  sin_cambios: "ya estaba cargado, sin cambios",
};

async function precargarUno(quien: Precargador, ruta: string): Promise<Suerte> {
  const bytes = await leerArchivo(ruta);
  if (typeof bytes === "string") return { codigo: 2, lineas: [`${ruta}: ${bytes}`] };
  const nombre = basename(ruta);
  const leido = await leerPlan({ nombre, bytes });
  if (!leido.ok) return { codigo: 2, lineas: [`${ruta}: ${leido.falla.mensaje}`] };
  const revision = await revisarPlan(quien, leido.valor);
  if (!revision.ok) return { codigo: 1, lineas: [`${ruta}: ${revision.falla.mensaje}`] };
  const { errores, faltas, institucion } = revision.valor;
  if (errores > 0) {
    const cuales = faltas.filter(({ nivel }) => nivel === "error");
    const cuenta = errores === 1 ? "1 falta, no se cargó" : `${errores} faltas, no se cargó`;
    return {
      codigo: institucion ? 1 : 2,
      lineas: [`${ruta}: ${cuenta}`, ...cuales.map(lineaDeFalta)],
    };
  }
  const cargado = await cargarPlan(quien, nombre, leido.valor, {});
  const quienEs = `${institucion?.codigo} ${institucion?.nombre}`;
  if (!cargado.ok) return { codigo: 1, lineas: [`${quienEs}: ${cargado.falla.mensaje}`] };
  const { hecho, cuenta, institucionCreada } = cargado.valor;
  const detalle = `${cuenta.objetivos} objetivos, ${cuenta.actividades} actividades, ${cuenta.indicadores} indicadores`;
  return {
    codigo: 0,
    lineas: [`${quienEs}: ${HECHO[hecho]} (${detalle})${institucionCreada ? "; institución creada" : ""}`],
  };
}

/** Opens DATABASE_URL or, without it, the local server. Returns how to leave everything as it was. */
async function conectar(): Promise<() => Promise<void>> {
  // Notices carry addresses, which come with the settings of sessions; this command opens none.
  process.env.SECRETO_SESION ??= randomBytes(32).toString("hex");
  const servidor = process.env.DATABASE_URL ? null : await iniciarServidor({ alInformar: console.error });
  usarConexion(abrirConexion(servidor?.app ?? urlDeLaAplicacion()));
  return async () => {
    await cerrarConexion();
    if (servidor?.encendido) await servidor.detener();
  };
}

/** Of a database that cannot be used, what to do; null for what is a bug. */
function motivoDe(error: unknown): string | null {
  const conocido = errorDeDatos(error);
  if (conocido) return conocido.message;
  const { code } = error as { code?: unknown };
  if (typeof code !== "string") return null;
  // P1: it cannot be entered (address, login, name). P202 and P2010: its tables are not those of this version.
  if (code.startsWith("P1"))
    return "No se puede entrar a la base de datos: revise la dirección, el usuario y la clave de DATABASE_URL.";
  return /^P20(10|21|22)$/.test(code)
    ? "La base de datos no está al día: ejecute npm run db:migrar y vuelva a intentarlo."
    : null;
}

/**
 * `precargar ARCHIVO… [--crear-instituciones]`: loads the plan of each file, one institution at a time, all or nothing.
 * What would undo an institution's work is refused: it is confirmed on the screen. Exit code 0 when all are loaded, 1
 * when some is refused, 2 when some cannot be read or there is no database.
 */
export async function ejecutar(argumentos: readonly string[]): Promise<number> {
  const { archivos, creaInstituciones, desconocida } = leerArgumentos(argumentos);
  if (desconocida !== undefined || archivos.length === 0) {
    console.error(
      `${desconocida === undefined ? "Falta indicar los archivos." : `La opción ${desconocida} no existe.`}\n${USO}`,
    );
    return 2;
  }
  let soltar: (() => Promise<void>) | null = null;
  try {
    soltar = await conectar();
    const cuenta = [0, 0, 0];
    for (const archivo of archivos) {
      const quien = { actor: SISTEMA, nombre: "La Red de Expertos", ahora: new Date(), creaInstituciones };
      const { codigo, lineas } = await precargarUno(quien, archivo);
      cuenta[codigo] = (cuenta[codigo] ?? 0) + 1;
      for (const linea of lineas) console.log(linea);
    }
    const [bien = 0, rechazados = 0, ilegibles = 0] = cuenta;
    if (archivos.length > 1)
      console.log(
        `${archivos.length} archivos: ${bien} cargados o iguales, ${rechazados} rechazados, ${ilegibles} ilegibles.`,
      );
    return ilegibles > 0 ? 2 : rechazados > 0 ? 1 : 0;
  } catch (error) {
    const motivo = motivoDe(error);
    if (motivo === null) throw error;
    console.error(motivo);
    return 2;
  } finally {
    await soltar?.();
  }
}
