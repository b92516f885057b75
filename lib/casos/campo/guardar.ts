import { guardarCampo, type MotivoCierre } from "@/lib/datos/repositorio/campo";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { leerFecha } from "@/lib/expediente/fecha";
import { leerNumero } from "@/lib/expediente/numero";
import { type Lugar, leerLugar, tipoDe, type ValorCampo } from "@/lib/flujo/campo";
import { puede } from "@/lib/flujo/permiso";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "../contexto";
import { ACCION_DE_CIERRE, aceptaValor } from "./valor";

export type CampoEscrito = { readonly lugar: string; readonly base: ValorCampo; readonly valor: ValorCampo };

/** What the browser's queue is told of each field. */
export type RespuestaCampo =
  | { readonly estado: "guardado"; readonly valor: ValorCampo }
  | {
      readonly estado: "conflicto";
      readonly actual: ValorCampo;
      readonly autor: string | null;
      readonly en: string | null;
    }
  | { readonly estado: "cerrado"; readonly mensaje: string };

const MENSAJE_CIERRE: Readonly<Record<MotivoCierre, string>> = {
  en_firma:
    "El documento fue enviado al Comité y espera sus firmas. Para cambiarlo, vuelva a abrirlo desde la página del Comité.",
  acta: "El Comité ya aprobó este documento. Para cambiarlo, deje sin efecto el acta desde la página del Comité.",
  envio: "El expediente ya fue enviado a la Red de Expertos y no admite cambios mientras no sea devuelto.",
  plazo:
    "El plazo para ajustar el plan venció (30 de junio, 23:59 horas de Chile continental) y no hay una prórroga vigente.",
};

const YA_NO_EXISTE = "Este elemento ya no existe: otra persona lo quitó.";

/** The form in which a value is kept: canonical when it can be read, as written when it cannot. */
function normalizar(lugar: Lugar, valor: ValorCampo): ValorCampo {
  if (typeof valor !== "string") return valor;
  switch (tipoDe(lugar.grupo, lugar.campo)) {
    case "numero": {
      const leido = leerNumero(valor);
      return leido.estado === "numero" ? String(leido.valor) : leido.estado === "vacio" ? null : valor;
    }
    case "fecha": {
      const leida = leerFecha(valor);
      return leida.estado === "fecha" ? leida.valor : leida.estado === "vacio" ? null : valor;
    }
    default:
      return valor === "" ? null : valor;
  }
}

/**
 * Saves the fields that a person typed, each in its own transaction: one that is closed or that somebody else
 * changed does not hold back the others. Repeating it is the same as doing it once.
 * @returns one answer by address; an address that names no field, or that the hat may not write, is not found.
 */
export async function guardarCampos(
  ctx: ContextoInstitucion,
  { campos }: { readonly campos: readonly CampoEscrito[] },
): Promise<Resultado<{ respuestas: Record<string, RespuestaCampo> }>> {
  const leidos = campos.map((campo) => ({ ...campo, leido: leerLugar(campo.lugar) }));
  for (const { leido, valor } of leidos)
    if (!leido || !puede(ctx.actor, ACCION_DE_CIERRE[leido.grupo]) || !aceptaValor(leido, valor))
      return NO_ENCONTRADO;
  const ejercicio = await ejercicioEnCurso(ctx.ahora);
  if (!ejercicio) return NO_ENCONTRADO;
  const respuestas: Record<string, RespuestaCampo> = {};
  for (const { lugar, leido, base, valor } of leidos) {
    if (!leido) continue;
    const nuevo = normalizar(leido, valor);
    const resultado = await guardarCampo({
      actor: ctx.actor,
      institucionId: ctx.institucion.id,
      ejercicioId: ejercicio.id,
      lugar: leido,
      base: normalizar(leido, base),
      valor: nuevo,
      ahora: ctx.ahora,
    });
    respuestas[lugar] =
      resultado.estado === "guardado"
        ? { estado: "guardado", valor: nuevo }
        : resultado.estado === "cerrado"
          ? { estado: "cerrado", mensaje: MENSAJE_CIERRE[resultado.motivo] }
          : resultado.existe
            ? {
                estado: "conflicto",
                actual: resultado.actual,
                autor: resultado.autor,
                en: resultado.en?.toISOString() ?? null,
              }
            : { estado: "cerrado", mensaje: YA_NO_EXISTE };
  }
  return exito({ respuestas });
}
