import type { FallaPrecarga } from "./cola";

const RUTA = "/coordinacion/precarga";

const SIN_CONEXION: FallaPrecarga = {
  codigo: "sin_conexion",
  mensaje:
    "No hay conexión con la plataforma. Vuelva a intentarlo; con este archivo no se cambió nada que no se diga aquí.",
};

type Respuesta<T> = { ok: true; valor: T } | { ok: false; falla: FallaPrecarga };

async function enviar(
  paso: "revisar" | "cargar" | "marcar",
  archivo: File,
  datos: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<{ ok: true; respuesta: Response } | { ok: false; falla: FallaPrecarga }> {
  const cuerpo = new FormData();
  cuerpo.set("archivo", archivo, archivo.name);
  for (const [nombre, valor] of Object.entries(datos)) cuerpo.set(nombre, valor);
  try {
    const respuesta = await fetch(`${RUTA}/${paso}`, {
      method: "POST",
      body: cuerpo,
      signal: signal ?? null,
    });
    if (respuesta.ok) return { ok: true, respuesta };
    return { ok: false, falla: (await respuesta.json()) as FallaPrecarga };
  } catch (error) {
    if (signal?.aborted) throw error;
    return { ok: false, falla: SIN_CONEXION };
  }
}

/** Sends a file to be reviewed or loaded. Rejects only when it was cancelled. */
export async function pedir<T>(
  paso: "revisar" | "cargar",
  archivo: File,
  datos: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<Respuesta<T>> {
  const hecho = await enviar(paso, archivo, datos, signal);
  return hecho.ok ? { ok: true, valor: (await hecho.respuesta.json()) as T } : hecho;
}

/** Asks for the workbook with its faults marked and hands it to the browser to be saved. Returns why not, if not. */
export async function bajarMarcado(archivo: File): Promise<FallaPrecarga | null> {
  const hecho = await enviar("marcar", archivo, {});
  if (!hecho.ok) return hecho.falla;
  const direccion = URL.createObjectURL(await hecho.respuesta.blob());
  const enlace = document.createElement("a");
  enlace.href = direccion;
  enlace.download = archivo.name.replace(/(\.xlsx)?$/i, " con faltas.xlsx");
  enlace.click();
  setTimeout(() => URL.revokeObjectURL(direccion), 60_000);
  return null;
}
