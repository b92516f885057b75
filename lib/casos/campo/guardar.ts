import { isDeepStrictEqual } from "node:util";
import { guardarCampo, type SesionPorComprobar } from "@/lib/datos/repositorio/campo";
import { leerFecha } from "@/lib/expediente/fecha";
import { leerNumero, mostrarNumero } from "@/lib/expediente/numero";
import { type Lugar, leerLugar, tipoDe, type ValorCampo } from "@/lib/flujo/campo";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "../contexto";
import { MENSAJE_CIERRE } from "./cierre";
import { conSaltos, normalizarContenido } from "./contenido";
import { ACCION_DE_CIERRE, aceptaValor, LARGO_MAXIMO, largoDeMas } from "./valor";

export type CampoEscrito = {
  readonly lugar: string;
  /** What the field held when the person began to write, as the server keeps it. */
  readonly base: ValorCampo;
  /** What the person typed. */
  readonly valor: ValorCampo;
};

/** What the browser's queue is told of each field. */
export type RespuestaCampo =
  | { readonly estado: "guardado"; readonly valor: ValorCampo }
  | {
      readonly estado: "conflicto";
      readonly actual: ValorCampo;
      readonly autor: string | null;
      /** The author is the person who saves, from another tab or computer. */
      readonly propio: boolean;
      readonly en: string | null;
    }
  | { readonly estado: "cerrado"; readonly mensaje: string };

const YA_NO_SE_ACEPTA =
  "La plataforma cambió y ya no recibe este campo. Copie su texto y vuelva a cargar la página.";
const YA_NO_EXISTE = "Este elemento ya no existe o volvió a «se mantiene»: otra persona lo cambió.";

/** Why a value is not of its field, with its remedy. Takes no address when it cannot be read. */
function porQueNoSeAcepta(lugar: Lugar | null, valor: ValorCampo): string {
  const largo = lugar && largoDeMas(valor);
  if (largo === null) return YA_NO_SE_ACEPTA;
  return `El texto es demasiado largo: este campo guarda hasta ${mostrarNumero(LARGO_MAXIMO)} caracteres y el suyo tiene ${mostrarNumero(largo)}. Se conserva en este equipo: acórtelo e intente guardar otra vez.`;
}

/** The form in which a value is kept: canonical when it can be read, as written when it cannot. */
function normalizar(lugar: Lugar, valor: ValorCampo): ValorCampo {
  const tipo = tipoDe(lugar.grupo, lugar.campo);
  if (tipo === "json") return normalizarContenido(valor);
  if (typeof valor !== "string") return valor;
  switch (tipo) {
    case "numero": {
      const leido = leerNumero(valor);
      return leido.estado === "numero" ? String(leido.valor) : leido.estado === "vacio" ? null : valor;
    }
    case "fecha": {
      const leida = leerFecha(valor);
      return leida.estado === "fecha" ? leida.valor : leida.estado === "vacio" ? null : valor;
    }
    default:
      return valor === "" ? null : conSaltos(valor);
  }
}

/** Code of the failure of a save whose session must be read again. It never leaves the server. */
export const SESION_POR_LEER = "sesion_por_leer";

type Entrada = {
  /** Who typed it: what one person left in a shared computer is never saved in another's name. */
  readonly usuario: string;
  readonly campos: readonly CampoEscrito[];
};

/**
 * Saves the fields that a person typed, each by itself: one that is closed or that somebody else
 * changed does not hold back the others. Repeating it is the same as doing it once.
 * @param ctx with `comprobar`, its session was read before and each save checks it where it writes.
 * @returns one answer by address; not found when the hat may not write one of them; `sin_sesion` when who is signed
 * in is not who typed them; `SESION_POR_LEER` when the session to check is not as it was read.
 */
export async function guardarCampos(
  ctx: ContextoInstitucion & { readonly comprobar?: SesionPorComprobar },
  { usuario, campos }: Entrada,
): Promise<Resultado<{ respuestas: Record<string, RespuestaCampo> }>> {
  if (usuario !== ctx.actor.usuarioId)
    return fallar(
      "sin_sesion",
      "En este navegador ingresó otra persona. Ingrese usted y se guardará lo que escribió.",
    );
  const leidos = campos.map((campo) => ({ ...campo, leido: leerLugar(campo.lugar) }));
  for (const { leido } of leidos)
    if (leido && !puede(ctx.actor, ACCION_DE_CIERRE[leido.grupo], ctx.institucion.id)) return NO_ENCONTRADO;
  const respuestas: Record<string, RespuestaCampo> = {};
  for (const { lugar, leido, base, valor } of leidos) {
    const nuevo = leido ? normalizar(leido, valor) : null;
    const respuesta: RespuestaCampo | null =
      leido && aceptaValor(leido, nuevo)
        ? await guardarUno(ctx, leido, base, nuevo)
        : { estado: "cerrado", mensaje: porQueNoSeAcepta(leido, nuevo) };
    if (!respuesta) return fallar(SESION_POR_LEER, "La sesión cambió mientras se guardaba.");
    respuestas[lugar] = respuesta;
  }
  return exito({ respuestas });
}

/** Whether every field was saved just as it was sent, and there is nothing to tell of them. */
export function seGuardoTalCual(
  campos: readonly CampoEscrito[],
  respuestas: Readonly<Record<string, RespuestaCampo>>,
): boolean {
  return campos.every(({ lugar, valor }) => {
    const respuesta = respuestas[lugar];
    return respuesta?.estado === "guardado" && isDeepStrictEqual(respuesta.valor, valor);
  });
}

/** Null when the session to check is not as it was read. */
async function guardarUno(
  ctx: ContextoInstitucion & { readonly comprobar?: SesionPorComprobar },
  lugar: Lugar,
  base: ValorCampo,
  valor: ValorCampo,
): Promise<RespuestaCampo | null> {
  const { actor, ahora, institucion, comprobar } = ctx;
  const institucionId = institucion.id;
  const resultado = await guardarCampo({ actor, institucionId, lugar, base, valor, ahora, comprobar });
  if (resultado.estado === "sesion") return null;
  if (resultado.estado === "guardado") return { estado: "guardado", valor };
  if (resultado.estado === "cerrado") return { estado: "cerrado", mensaje: MENSAJE_CIERRE[resultado.motivo] };
  if (!resultado.existe) return { estado: "cerrado", mensaje: YA_NO_EXISTE };
  const { actual, autor, propio, en } = resultado;
  return { estado: "conflicto", actual, autor, propio, en: en?.toISOString() ?? null };
}
