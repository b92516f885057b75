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
};

/** Why an entry waits for the person and not for the network. */
export type Detencion =
  | {
      readonly motivo: "conflicto";
      readonly actual: ValorCampo;
      readonly autor: string | null;
      readonly en: string | null;
    }
  | { readonly motivo: "cerrado"; readonly mensaje: string };

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
export const almacen = {
  async leer(usuario: string, institucion: string): Promise<Entrada[]> {
    const todas = await (await base()).getAllFromIndex("entrada", "usuario", usuario);
    return todas.filter((entrada) => entrada.institucion === institucion);
  },
  async guardar(entrada: Entrada): Promise<void> {
    await (await base()).put("entrada", entrada);
  },
  async quitar({ usuario, institucion, lugar }: Entrada): Promise<void> {
    await (await base()).delete("entrada", [usuario, institucion, lugar]);
  },
  async contar(usuario: string): Promise<number> {
    return (await base()).countFromIndex("entrada", "usuario", usuario);
  },
  /** Forgets all that a person left unsent in this browser: on sign-out, after the warning. */
  async olvidar(usuario: string): Promise<void> {
    const tx = (await base()).transaction("entrada", "readwrite");
    for (const llave of await tx.store.index("usuario").getAllKeys(usuario)) await tx.store.delete(llave);
    await tx.done;
  },
};
