import type { ValorCampo } from "@/lib/flujo/campo";
import type { Entrada } from "./almacen";

/** What the server answers of one field. */
export type Respuesta =
  | { readonly estado: "guardado"; readonly valor: ValorCampo }
  | {
      readonly estado: "conflicto";
      readonly actual: ValorCampo;
      readonly autor: string | null;
      readonly propio: boolean;
      readonly en: string | null;
    }
  | { readonly estado: "cerrado"; readonly mensaje: string };

export type Envio =
  | {
      readonly tipo: "respondido";
      /** What was answered of a field that was sent. */
      readonly respuesta: (entrada: Entrada) => Respuesta | undefined;
      /** The server is under load: what only redraws the page may wait. */
      readonly cargaAlta?: boolean;
    }
  | { readonly tipo: "sin-conexion" }
  | { readonly tipo: "sin-sesion" }
  | {
      readonly tipo: "sobrecarga";
      /** Milliseconds the server asked to wait; 0 when it did not say. */
      readonly esperaMs: number;
    };

/**
 * Sends a batch of fields of one institution. Never throws: what can go wrong is an answer.
 * A lost session (or somebody else's) answers "sin-sesion" whether the server says 401 or sends to the sign-in page.
 */
export async function enviarCampos(
  { usuario, institucion }: { readonly usuario: string; readonly institucion: string },
  entradas: readonly Entrada[],
  alCerrar: boolean,
): Promise<Envio> {
  try {
    const respuesta = await fetch("/campo", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        institucion,
        usuario,
        campos: entradas.map(({ lugar, base, valor }) => ({ lugar, base, valor })),
      }),
      redirect: "manual",
      keepalive: alCerrar,
    });
    if (respuesta.status === 401 || respuesta.type === "opaqueredirect") return { tipo: "sin-sesion" };
    if (!respuesta.ok) {
      const { status, headers } = respuesta;
      // Without our JSON it was not us: another version of the platform, or something on the way.
      if ((status === 404 || status === 400) && headers.get("content-type")?.includes("json"))
        return { tipo: "respondido", respuesta: () => RECHAZO };
      return { tipo: "sobrecarga", esperaMs: (Number(headers.get("retry-after")) || 0) * 1000 };
    }
    const cargaAlta = respuesta.headers.has("x-cseu-carga");
    // Nothing to tell: all of it was saved as it was sent.
    if (respuesta.status === 204)
      return { tipo: "respondido", cargaAlta, respuesta: ({ valor }) => ({ estado: "guardado", valor }) };
    const { respuestas } = (await respuesta.json()) as { respuestas: Record<string, Respuesta> };
    return { tipo: "respondido", cargaAlta, respuesta: ({ lugar }) => respuestas[lugar] };
  } catch {
    return { tipo: "sin-conexion" };
  }
}

const RECHAZO: Respuesta = {
  estado: "cerrado",
  mensaje:
    "La plataforma ya no acepta este campo con su perfil actual. Su texto se conserva en este equipo: cópielo antes de salir.",
};
