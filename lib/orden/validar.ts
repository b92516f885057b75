import { readFile, stat } from "node:fs/promises";
import "@/lib/datos/sha256Nativo";
import { ilegible, type Juicio, juzgar } from "@/lib/expediente/juzgar";
import { informar } from "./informar";

/** Far more than the largest expediente (50.000 recipients are some 10 MB). */
const TAMANO_MAXIMO = 32 * 1024 * 1024;

const MENSAJES: Readonly<Record<string, string>> = {
  ENOENT: "El archivo no existe. Revise el nombre y la carpeta.",
  ENOTDIR: "La dirección pasa por un archivo como si fuera carpeta. Revise el nombre y la carpeta.",
  ENAMETOOLONG: "El nombre del archivo es demasiado largo. Revise el nombre y la carpeta.",
  ELOOP: "La dirección del archivo da vueltas sobre sí misma (enlaces). Indique el archivo mismo.",
  EACCES: "No hay permiso para leer el archivo. Pídalo, o valide una copia suya.",
  EPERM: "No hay permiso para leer el archivo. Pídalo, o valide una copia suya.",
};

const NO_SE_LEE =
  "El archivo no se puede leer. Revise que siga en su lugar y que se abra, o valide una copia en otra carpeta.";

/** Judges one file of the disk. What cannot be read is a judgement too, never an exception. */
async function juzgarArchivo(archivo: string): Promise<Juicio> {
  try {
    // Before opening: opening a pipe would wait for whoever writes into it.
    const estado = await stat(archivo);
    if (estado.isDirectory()) return ilegible("Es una carpeta, no un archivo. Indique los archivos.");
    if (!estado.isFile())
      return ilegible(
        "No es un archivo común, sino un dispositivo o una tubería. Guarde su contenido en un archivo e indique ese.",
      );
    if (estado.size > TAMANO_MAXIMO)
      return ilegible(
        `El archivo pesa ${Math.round(estado.size / 2 ** 20)} MB y el máximo es ${TAMANO_MAXIMO / 2 ** 20} MB: no es un expediente ni un plan. Revise que sea el archivo que exportó.`,
      );
    return juzgar(await readFile(archivo));
  } catch (error) {
    const codigo = (error as NodeJS.ErrnoException).code;
    if (codigo === undefined) throw error;
    return ilegible(MENSAJES[codigo] ?? NO_SE_LEE);
  }
}

function codigoDe({ valido, faltas }: Juicio): number {
  if (faltas.some(({ regla }) => regla === "FORMATO")) return 2;
  return valido ? 0 : 1;
}

/**
 * `validar ARCHIVO… [--json]`: judges each file, in order, without database or network. Exit code 0 when all are valid,
 * 1 when some has errors, 2 when some cannot be read or breaks the format.
 */
export async function ejecutar(argumentos: readonly string[]): Promise<number> {
  const corte = argumentos.indexOf("--");
  const opciones = corte < 0 ? argumentos : argumentos.slice(0, corte);
  const desconocida = opciones.find((argumento) => argumento.startsWith("--") && argumento !== "--json");
  const archivos = [
    ...opciones.filter((argumento) => !argumento.startsWith("--")),
    ...(corte < 0 ? [] : argumentos.slice(corte + 1)),
  ];
  if (desconocida !== undefined || archivos.length === 0) {
    const motivo =
      desconocida === undefined ? "Falta indicar los archivos." : `La opción ${desconocida} no existe.`;
    console.error(`${motivo}\nUso: npm run --silent cseu -- validar ARCHIVO… [--json]`);
    return 2;
  }
  const enJson = opciones.includes("--json");
  const cuenta = { validos: 0, conErrores: 0, ilegibles: 0 };
  let salida = 0;
  for (const archivo of archivos) {
    const juicio = await juzgarArchivo(archivo);
    const codigo = codigoDe(juicio);
    cuenta[codigo === 0 ? "validos" : codigo === 1 ? "conErrores" : "ilegibles"]++;
    salida = Math.max(salida, codigo);
    const { valido, faltas, huellaPlan, huellaInforme } = juicio;
    console.log(
      enJson
        ? JSON.stringify({ archivo, valido, faltas, huellaPlan, huellaInforme })
        : informar(archivo, juicio),
    );
  }
  if (!enJson && archivos.length > 1)
    console.log(
      `${archivos.length} archivos: ${cuenta.validos} válidos, ${cuenta.conErrores} con errores, ${cuenta.ilegibles} ilegibles o fuera de formato.`,
    );
  return salida;
}
