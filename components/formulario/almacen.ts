import { type DBSchema, openDB } from "idb";
import type { ValorCampo } from "@/lib/flujo/campo";

/** Something typed that the server has not acknowledged. It belongs to who typed it, and only they see it. */
export type Entrada = {
  readonly usuario: string;
  readonly institucion: string;
  readonly lugar: string;
  /** What the field held when the person began to write: the server saves only if it still holds it. */
  readonly base: ValorCampo;
  readonly valor: ValorCampo;
  /** Milliseconds since the epoch, of the browser's clock: shown, never decided upon. */
  readonly escritoEn: number;
  readonly detenida?: Detencion;
  /** It left, and the form left with it before an answer was seen: if the form comes back, it did not arrive. */
  readonly enviada?: true;
};

/** Why an entry waits for the person and not for the network. */
export type Detencion =
  | {
      readonly motivo: "conflicto";
      readonly actual: ValorCampo;
      readonly autor: string | null;
      /** The author is this same person, in another tab or computer. */
      readonly propio?: boolean;
      readonly en: string | null;
    }
  | { readonly motivo: "cerrado"; readonly mensaje: string };

/** Where the queue keeps what it has not sent. */
export type Almacen = {
  leer(usuario: string, institucion: string): Promise<Entrada[]>;
  guardar(entrada: Entrada): Promise<void>;
  /** Forgets an entry, unless another tab has written a later one in its place. */
  quitar(entrada: Entrada): Promise<void>;
};

interface Esquema extends DBSchema {
  entrada: { key: [string, string, string]; value: Entrada; indexes: { usuario: string } };
}

const abrir = () =>
  openDB<Esquema>("cseu", 1, {
    upgrade(base) {
      base
        .createObjectStore("entrada", { keyPath: ["usuario", "institucion", "lugar"] })
        .createIndex("usuario", "usuario");
    },
  });

let abierta: ReturnType<typeof abrir> | undefined;
const base = () => {
  abierta ??= abrir();
  return abierta;
};

/** The browser's own drawer (IndexedDB): survives reload, crash and a dead battery. */
export const almacen: Almacen = {
  async leer(usuario, institucion) {
    return (await borradoresDe(usuario)).filter((entrada) => entrada.institucion === institucion);
  },
  async guardar(entrada) {
    await (await base()).put("entrada", entrada);
  },
  async quitar({ usuario, institucion, lugar, escritoEn }) {
    const tx = (await base()).transaction("entrada", "readwrite");
    const guardada = await tx.store.get([usuario, institucion, lugar]);
    if (guardada && guardada.escritoEn <= escritoEn) await tx.store.delete([usuario, institucion, lugar]);
    await tx.done;
  },
};

/** The queue of no institution: what is sent whole, by a button, waits apart. */
const APARTE = "";

/** What a person was writing in a place that is sent whole; undefined when nothing. */
export async function leerAparte<T extends ValorCampo>(
  usuario: string,
  lugar: string,
): Promise<T | undefined> {
  return (await (await base()).get("entrada", [usuario, APARTE, lugar]))?.valor as T | undefined;
}

/** Keeps what a person is writing in a place that is sent whole. */
export async function guardarAparte(usuario: string, lugar: string, valor: ValorCampo): Promise<void> {
  await almacen.guardar({
    usuario,
    institucion: APARTE,
    lugar,
    base: null,
    valor,
    escritoEn: Date.now(),
  });
}

/** Says that it left, and nobody has seen whether it arrived. */
export async function marcarEnviada(usuario: string, lugar: string): Promise<void> {
  const tx = (await base()).transaction("entrada", "readwrite");
  const entrada = await tx.store.get([usuario, APARTE, lugar]);
  if (entrada) await tx.store.put({ ...entrada, enviada: true });
  await tx.done;
}

/** Forgets it: it was sent, or is as it was. */
export async function quitarAparte(usuario: string, lugar: string): Promise<void> {
  await (await base()).delete("entrada", [usuario, APARTE, lugar]);
}

/** All that a person left unsent in this browser, whatever the institution. */
export async function borradoresDe(usuario: string): Promise<Entrada[]> {
  const entradas = await (await base()).getAllFromIndex("entrada", "usuario", usuario);
  return entradas.filter(({ enviada }) => !enviada);
}

/** Forgets all that a person left unsent in this browser: on sign-out, after the warning. */
export async function olvidarBorradores(usuario: string): Promise<void> {
  const tx = (await base()).transaction("entrada", "readwrite");
  for (const llave of await tx.store.index("usuario").getAllKeys(usuario)) await tx.store.delete(llave);
  await tx.done;
}
