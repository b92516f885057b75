import { buscarArchivo } from "@/lib/datos/repositorio/archivo";
import {
  type Contraparte,
  type Designacion,
  esContraparte,
  escribirDesignacion,
  listarContrapartes,
  ponerDocumento,
} from "@/lib/datos/repositorio/contraparte";
import { buscarIntegrante } from "@/lib/datos/repositorio/membresia";
import { conActor } from "@/lib/datos/transaccion";
import { diaEnChile, leerFecha } from "@/lib/expediente/fecha";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, REVISE, type Resultado } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "../contexto";

/** Who speaks for the institution, now and before. */
export type Contrapartes = {
  readonly vigentes: readonly Contraparte[];
  readonly anteriores: readonly Contraparte[];
};

/** The counterparts of an institution with their designations. */
export function leerContrapartes(ctx: ContextoInstitucion): Promise<Resultado<Contrapartes>> {
  return conActor(
    ctx.actor,
    "persona.contrapartes",
    async (tx) => {
      if (!puede(ctx.actor, "persona.ver", ctx.institucion.id)) return NO_ENCONTRADO;
      const todas = await listarContrapartes(tx, ctx.institucion.id);
      return exito({
        vigentes: todas.filter(({ hasta }) => hasta === null),
        anteriores: todas.filter(({ hasta }) => hasta !== null),
      });
    },
    { soloLectura: true },
  );
}

/** What a form says of a designation. */
export type DatosDesignacion = {
  /** The document: its name and number; "" when it is not known. */
  readonly designadaPor: string;
  /** Its date, as typed; "" when it is not known. */
  readonly designadaEn: string;
};

/** The designation that was typed, or what is wrong with it by field. A document cannot be of the future. */
export function leerDesignacion(
  { designadaPor, designadaEn }: DatosDesignacion,
  ahora: Date,
): { readonly valor: Omit<Designacion, "archivo"> } | { readonly campos: Readonly<Record<string, string>> } {
  const por = designadaPor.trim() || null;
  const fecha = leerFecha(designadaEn);
  if (designadaEn.trim() === "") return { valor: { por, en: null } };
  if (fecha.estado !== "fecha")
    return {
      campos: { designadaEn: "Escriba la fecha del documento como día/mes/año, o déjela en blanco." },
    };
  if (fecha.valor > diaEnChile(ahora))
    return { campos: { designadaEn: "La fecha del documento no puede ser posterior a hoy." } };
  if (por === null) return { campos: { designadaPor: "Escriba qué documento es, como «Oficio N° 240»." } };
  return { valor: { por, en: fecha.valor } };
}

export type Designar = DatosDesignacion & { readonly membresia: string; readonly mesu: boolean };

/**
 * Notes which document designated a counterpart in office, and whether the satisfaction survey (MESU) is theirs too.
 * The titular and the coordination do it. Fails: `entrada_invalida`, `no_es_contraparte`.
 */
export async function designar(ctx: ContextoInstitucion, entrada: Designar): Promise<Resultado<null>> {
  const institucionId = ctx.institucion.id;
  if (!puede(ctx.actor, "persona.retirar", institucionId)) return NO_ENCONTRADO;
  const leida = leerDesignacion(entrada, ctx.ahora);
  if ("campos" in leida) return fallar("entrada_invalida", REVISE, leida.campos);
  return conActor(ctx.actor, "persona.designar", async (tx) => {
    const integrante = await buscarIntegrante(tx, entrada.membresia, institucionId);
    if (!integrante) return NO_ENCONTRADO;
    if (!esContraparte(integrante.rol))
      return fallar("no_es_contraparte", "Solo las contrapartes llevan el documento que las designó.");
    const [actual] = (await listarContrapartes(tx, institucionId)).filter(({ id }) => id === integrante.id);
    const archivo = actual?.designacion?.id ?? null;
    await escribirDesignacion(tx, integrante.id, { ...leida.valor, archivo }, entrada.mesu);
    return exito(null);
  });
}

/**
 * Ties an uploaded file to the designation of a counterpart in office; "" takes away the one it has.
 * The counterparts and the coordination do it, each with a file they uploaded. Fails: `no_es_contraparte`.
 */
export async function adjuntarDesignacion(
  ctx: ContextoInstitucion,
  entrada: { readonly membresia: string; readonly archivo: string },
): Promise<Resultado<null>> {
  const institucionId = ctx.institucion.id;
  if (!puede(ctx.actor, "persona.adjuntarDesignacion", institucionId)) return NO_ENCONTRADO;
  return conActor(ctx.actor, "persona.adjuntarDesignacion", async (tx) => {
    const integrante = await buscarIntegrante(tx, entrada.membresia, institucionId);
    const archivo = entrada.archivo === "" ? null : await buscarArchivo(tx, institucionId, entrada.archivo);
    if (!integrante || (entrada.archivo !== "" && !archivo)) return NO_ENCONTRADO;
    if (!esContraparte(integrante.rol))
      return fallar("no_es_contraparte", "Solo las contrapartes llevan el documento que las designó.");
    await ponerDocumento(tx, integrante.id, archivo?.id ?? null);
    return exito(null);
  });
}
