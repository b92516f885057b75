import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { formularioPdf, formularioXlsx } from "@/lib/documentos";
import { juzgar } from "@/lib/expediente/juzgar";

const USO = "Uso: npm run --silent cseu -- documentos EXPEDIENTE.json --salida CARPETA";

interface Argumentos {
  archivo: string;
  salida: string;
}

function leerArgumentos(argumentos: readonly string[]): Argumentos | string {
  const archivos: string[] = [];
  let salida: string | undefined;
  for (let i = 0; i < argumentos.length; i++) {
    const actual = argumentos[i] ?? "";
    if (actual === "--salida") {
      i += 1;
      salida = argumentos[i];
      if (!salida || salida.startsWith("--")) return "Falta la carpeta después de --salida.";
    } else if (actual.startsWith("--salida=")) {
      salida = actual.slice("--salida=".length);
    } else if (actual.startsWith("--")) {
      return `No existe la opción ${actual}.`;
    } else archivos.push(actual);
  }
  const [archivo] = archivos;
  if (!archivo) return "Falta el archivo del expediente.";
  if (archivos.length > 1) return "Se dibuja un expediente a la vez.";
  return salida ? { archivo, salida } : "Falta --salida CARPETA.";
}

const MOTIVOS: Readonly<Record<string, string>> = {
  ENOENT: "no existe",
  EISDIR: "es una carpeta",
  ENOTDIR: "no es una carpeta",
  EEXIST: "ya existe y no es una carpeta",
  EACCES: "no se tiene permiso",
  EPERM: "no se tiene permiso",
  EROFS: "es de solo lectura",
  ENOSPC: "no queda espacio en el disco",
};

/** The reason of a file-system error in Spanish, or null when it is not one. */
function motivo(error: unknown): string | null {
  const codigo = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!codigo || !/^E[A-Z]+$/.test(codigo)) return null;
  return MOTIVOS[codigo] ?? codigo;
}

async function escribir(
  carpeta: string,
  piezas: readonly (readonly [string, Uint8Array])[],
): Promise<string | null> {
  try {
    await mkdir(carpeta, { recursive: true });
    for (const [nombre, bytes] of piezas) await writeFile(join(carpeta, nombre), bytes);
    return null;
  } catch (error) {
    const razon = motivo(error);
    if (!razon) throw error;
    return `No se puede escribir en ${carpeta}: ${razon}.`;
  }
}

/**
 * `cseu documentos EXPEDIENTE.json --salida CARPETA`: writes both forms as workbook and PDF, from the file alone.
 * Returns the exit code: 0 written; 2 bad arguments, an unreadable file or FORMATO faults, or a folder that cannot
 * be written. An expediente with errors is drawn all the same, as BORRADOR.
 */
export async function ejecutar(argumentos: readonly string[]): Promise<number> {
  const leidos = leerArgumentos(argumentos);
  if (typeof leidos === "string") {
    console.error(`${leidos}\n${USO}`);
    return 2;
  }
  const { archivo, salida } = leidos;
  let bytes: Uint8Array;
  try {
    bytes = await readFile(archivo);
  } catch (error) {
    const razon = motivo(error);
    if (!razon) throw error;
    console.error(`No se puede leer ${archivo}: ${razon}.`);
    return 2;
  }
  const juicio = juzgar(bytes);
  const { expediente } = juicio;
  if (!expediente) {
    if (juicio.plan) console.error(`${archivo} es un plan; los formularios se dibujan de un expediente.`);
    for (const x of juicio.plan ? [] : juicio.faltas)
      console.error(`${archivo}: ${x.regla} · ${x.ruta || "el archivo"}: ${x.mensaje}`);
    return 2;
  }
  const opciones = { borrador: !juicio.valido };
  const error = await escribir(salida, [
    ["e3o1rt1.xlsx", await formularioXlsx("E3O1RT1", expediente, opciones)],
    ["e3o1rt1.pdf", formularioPdf("E3O1RT1", expediente, opciones)],
    ["e3o1rt2.xlsx", await formularioXlsx("E3O1RT2", expediente, opciones)],
    ["e3o1rt2.pdf", formularioPdf("E3O1RT2", expediente, opciones)],
  ]);
  if (error) {
    console.error(error);
    return 2;
  }
  const faltas = juicio.faltas.filter((x) => x.nivel === "error").length;
  const estado = juicio.valido
    ? "definitivos"
    : `marcados BORRADOR: el expediente tiene ${faltas} ${faltas === 1 ? "error" : "errores"}`;
  console.log(
    `Documentos escritos en ${salida} (${estado}): e3o1rt1.xlsx, e3o1rt1.pdf, e3o1rt2.xlsx, e3o1rt2.pdf`,
  );
  return 0;
}
