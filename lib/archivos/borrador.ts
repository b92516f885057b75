import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { archivoMuyGrande } from "@/lib/flujo/rechazoArchivo";
import { exito, fallar, type Resultado } from "@/lib/flujo/resultado";
import { type ArchivoGuardado, type Borrador, isSha256 } from "./almacen";
import { fuenteDeRuta } from "./fuente";

/**
 * Receives bytes into a temporary file of `carpeta`, synced to the disk and digested on the way.
 * `llevar` moves it to its final place; whatever happens, nothing is left in `carpeta` afterwards
 * but what a crash leaves, which `limpiarTemporales` removes.
 */
export async function recibirBorrador(
  carpeta: string,
  origen: AsyncIterable<Uint8Array>,
  limite: number,
  llevar: (ruta: string, contenido: ArchivoGuardado) => Promise<void>,
): Promise<Resultado<Borrador>> {
  await mkdir(carpeta, { recursive: true, mode: 0o700 });
  const ruta = join(carpeta, `recibiendo-${randomUUID()}`);
  try {
    const contenido = await escribir(ruta, origen, limite);
    if (!contenido.ok) {
      await rm(ruta, { force: true });
      return contenido;
    }
    const fuente = await fuenteDeRuta(ruta);
    let cerrada: Promise<void> | undefined;
    const cerrar = () => {
      cerrada ??= fuente.cerrar();
      return cerrada;
    };
    const descartar = async () => {
      await cerrar();
      await rm(ruta, { force: true });
    };
    const confirmar = async () => {
      try {
        await cerrar();
        await llevar(ruta, contenido.valor);
        return contenido.valor;
      } finally {
        await descartar();
      }
    };
    return exito({ ...contenido.valor, fuente, confirmar, descartar });
  } catch (error) {
    await rm(ruta, { force: true });
    throw error;
  }
}

async function escribir(
  ruta: string,
  origen: AsyncIterable<Uint8Array>,
  limite: number,
): Promise<Resultado<ArchivoGuardado>> {
  const archivo = await open(ruta, "wx", 0o600);
  try {
    const huella = createHash("sha256");
    let tamano = 0;
    for await (const pieza of origen) {
      tamano += pieza.length;
      if (tamano > limite) return { ok: false, falla: archivoMuyGrande(null, limite) };
      huella.update(pieza);
      await archivo.writeFile(pieza);
    }
    if (tamano === 0)
      return fallar("archivo_vacio", "El archivo llegó vacío. Compruebe su contenido y súbalo de nuevo.");
    await archivo.sync();
    return exito({ sha256: huella.digest("hex"), tamano });
  } finally {
    await archivo.close();
  }
}

/** Confirms a draft, unless its digest is not the expected one. */
export async function confirmarEsperado(
  borrador: Resultado<Borrador>,
  esperado: string | undefined,
): Promise<Resultado<ArchivoGuardado>> {
  if (!borrador.ok) return borrador;
  if (esperado !== undefined && (!isSha256(esperado) || borrador.valor.sha256 !== esperado)) {
    await borrador.valor.descartar();
    return archivoAlterado();
  }
  return exito(await borrador.valor.confirmar());
}

/** The refusal of bytes that did not arrive as they left. */
export function archivoAlterado(): ReturnType<typeof fallar> {
  return fallar(
    "archivo_alterado",
    "El archivo no llegó igual a como salió de su equipo. Súbalo de nuevo; si se repite, compruebe que nadie lo esté modificando.",
  );
}

/** Removes files of a temporary folder last written before `antesDe`. @returns how many. */
export async function limpiarTemporales(carpeta: string, antesDe: Date): Promise<number> {
  let borrados = 0;
  for (const nombre of await readdir(carpeta).catch(() => [])) {
    const ruta = join(carpeta, nombre);
    const datos = await stat(ruta).catch(() => null);
    if (!datos?.isFile() || datos.mtime >= antesDe) continue;
    await rm(ruta, { force: true });
    borrados++;
  }
  return borrados;
}
