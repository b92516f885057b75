/** A file of the institution once it is whole on the server. */
export type ArchivoListo = { readonly id: string; readonly nombre: string; readonly tamano: number };

export type ResultadoSubida =
  | { readonly ok: true; readonly archivo: ArchivoListo }
  | { readonly ok: false; readonly codigo: string; readonly mensaje: string };

type Opciones = {
  readonly institucion: string;
  /** Same id, same upload: a retry goes on from where the first try stopped. */
  readonly id: string;
  readonly archivo: File;
  /** Called with 0 to 100. */
  readonly alAvanzar: (avance: number) => void;
  readonly senal: AbortSignal;
};

type Estado = { readonly tamanoParte: number; readonly recibido: number };

const ESPERAS_MS = [1000, 2000, 4000, 8000, 15_000, 30_000];
const SIN_RED =
  "No hay conexión con la plataforma. El archivo sigue en su equipo: reintente al volver la red.";

/**
 * Sends a file by parts to the institution's store. What the network breaks is sent again from where the server says it
 * goes; a refusal comes back as a value with its remedy.
 */
export async function subirArchivo(opciones: Opciones): Promise<ResultadoSubida> {
  const { institucion, id, archivo, alAvanzar, senal } = opciones;
  // Asked for when there is a file: pages where nobody uploads do not carry the list of what is refused.
  const reglas = await import("@/lib/flujo/rechazoArchivo").catch(() => null);
  if (!reglas) return SIN_CONEXION;
  const previa = reglas.revisarAntesDeSubir({
    nombre: archivo.name,
    tamano: archivo.size,
    tipo: archivo.type,
  });
  if (previa) return { ok: false, ...previa };
  const base = `/institucion/${institucion}/archivo/subida`;
  const pedir = <T>(ruta: string, init: RequestInit) => pedirConPaciencia<T>(ruta, init, senal);

  const abierta = await pedir<Estado>(base, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ id, nombre: archivo.name, tipo: archivo.type, tamano: archivo.size }),
  });
  if (!abierta.ok) return abierta;
  let { recibido } = abierta.valor;
  const { tamanoParte } = abierta.valor;
  while (recibido < archivo.size) {
    alAvanzar(Math.floor((100 * recibido) / archivo.size));
    const parte = archivo.slice(recibido, recibido + tamanoParte);
    const puesta = await pedir<Estado>(`${base}/${id}?desde=${recibido}`, { method: "PUT", body: parte });
    if (puesta.ok) recibido = puesta.valor.recibido;
    else if (puesta.codigo === "parte_desordenada") {
      const va = await pedir<Estado>(`${base}/${id}`, { method: "GET" });
      if (!va.ok) return va;
      recibido = va.valor.recibido;
    } else return puesta;
  }
  alAvanzar(100);
  const cerrada = await pedir<ArchivoListo>(`${base}/${id}`, { method: "POST" });
  return cerrada.ok ? { ok: true, archivo: cerrada.valor } : cerrada;
}

type Pedido<T> = { readonly ok: true; readonly valor: T } | Extract<ResultadoSubida, { ok: false }>;

// A lost network and a busy server are waited for; anything else the server says is its answer.
async function pedirConPaciencia<T>(ruta: string, init: RequestInit, senal: AbortSignal): Promise<Pedido<T>> {
  for (const espera of [...ESPERAS_MS, null]) {
    const respuesta = await fetch(ruta, { ...init, signal: senal }).catch(() => null);
    if (senal.aborted) break;
    if (respuesta?.ok) return { ok: true, valor: (await respuesta.json()) as T };
    const pasajera = !respuesta || respuesta.status === 429 || respuesta.status >= 500;
    if (!pasajera || espera === null) return respuesta ? await leerFalla(respuesta) : SIN_CONEXION;
    await pausar(espera, senal);
    if (senal.aborted) break;
  }
  return SIN_CONEXION;
}

/** Waits so many milliseconds: less if the network comes back, and not at all once it is cancelled. */
function pausar(ms: number, senal: AbortSignal): Promise<void> {
  return new Promise((listo) => {
    const basta = new AbortController();
    const seguir = () => {
      basta.abort();
      clearTimeout(reloj);
      listo();
    };
    const reloj = setTimeout(seguir, ms);
    senal.addEventListener("abort", seguir, { signal: basta.signal });
    globalThis.addEventListener("online", seguir, { signal: basta.signal });
  });
}

const SIN_CONEXION = { ok: false, codigo: "sin_conexion", mensaje: SIN_RED } as const;

async function leerFalla(respuesta: Response): Promise<Extract<ResultadoSubida, { ok: false }>> {
  const falla = (await respuesta.json().catch(() => null)) as { codigo?: string; mensaje?: string } | null;
  return { ok: false, codigo: falla?.codigo ?? "error", mensaje: falla?.mensaje ?? SIN_RED };
}
