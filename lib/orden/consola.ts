import { ErrorDatos } from "@/lib/datos/errorDatos";

/** Prints one line of progress of a command. */
export function decir(linea: string): void {
  console.log(linea);
}

/**
 * Runs the body of a command. An expected failure prints its message alone and ends with code 1;
 * a bug keeps its trace.
 */
export async function ejecutar(orden: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await orden()) ?? process.exitCode ?? 0;
  } catch (error) {
    console.error(error instanceof ErrorDatos ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
