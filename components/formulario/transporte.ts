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
      readonly respuestas: Readonly<Record<string, Respuesta>>;
      /** The server is under load: what only redraws the page may wait. */
      readonly cargaAlta?: boolean;
    }
  | { readonly tipo: "sin-conexion" }
  | { readonly tipo: "sin-sesion" }
  | {
      readonly tipo: "sobrecarga";
      /** Milliseconds the server asked to wait, when it said. */
      readonly esperaMs?: number;
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
    if (respuesta.status === 429 || respuesta.status >= 500) return sobrecarga(respuesta.headers);
    if (respuesta.status === 404 || respuesta.status === 400)
      return { tipo: "respondido", respuestas: responder(entradas, () => RECHAZO) };
    if (!respuesta.ok) return { tipo: "sobrecarga" };
    const respuestas =
      // Nothing to tell: all of it was saved as it was sent.
      respuesta.status === 204
        ? responder(entradas, ({ valor }) => ({ estado: "guardado", valor }))
        : ((await respuesta.json()) as { respuestas: Record<string, Respuesta> }).respuestas;
    return { tipo: "respondido", respuestas, cargaAlta: respuesta.headers.has("x-cseu-carga") };
  } catch {
    return { tipo: "sin-conexion" };
  }
}

function sobrecarga(cabeceras: Headers): Envio {
  const segundos = Number(cabeceras.get("retry-after"));
  return segundos > 0 ? { tipo: "sobrecarga", esperaMs: segundos * 1000 } : { tipo: "sobrecarga" };
}

const responder = (
  entradas: readonly Entrada[],
  respuesta: (entrada: Entrada) => Respuesta,
): Record<string, Respuesta> =>
  Object.fromEntries(entradas.map((entrada) => [entrada.lugar, respuesta(entrada)]));

const RECHAZO: Respuesta = {
  estado: "cerrado",
  mensaje:
    "La plataforma ya no acepta este campo con su perfil actual. Su texto se conserva en este equipo: cópielo antes de salir.",
};
