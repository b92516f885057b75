import { leerCampos } from "@/lib/datos/repositorio/campo";
import { leerCierre } from "@/lib/datos/repositorio/campoCierre";
import { type ConteoDestinatarios, contarDestinatarios } from "@/lib/datos/repositorio/destinatario";
import { buscarDifusion, leerArchivosDifusion, type UsoArchivo } from "@/lib/datos/repositorio/difusion";
import { leerDevuelta } from "@/lib/datos/repositorio/envio";
import { conActor } from "@/lib/datos/transaccion";
import type { Falta } from "@/lib/expediente/falta";
import type { Expediente } from "@/lib/expediente/formato";
import type { ValorCampo } from "@/lib/flujo/campo";
import { destinoDeFalta, enlaceDeFalta } from "@/lib/flujo/destino";
import { puede } from "@/lib/flujo/permiso";
import type { Devuelta } from "@/lib/flujo/puntero";
import { exito, type Resultado } from "@/lib/flujo/resultado";
import { REGLAS } from "@/lib/guia/e3-2025/reglas";
import { MENSAJE_CIERRE_DE_MATERIA } from "../campo/cierre";
import type { ContextoInstitucion } from "../contexto";
import { expedienteConFaltas, SIN_PLAN } from "../expediente";
import { archivosAbiertos, destinatariosAbiertos, documentoAbierto, listaAbierta } from "./reabierto";

/** A rule of the dissemination and how it stands. */
export type ReglaEnVivo = {
  readonly codigo: string;
  readonly exigencia: string;
  readonly nivel: "error" | "aviso";
  /** There is nothing yet that could meet it or break it. */
  readonly enEspera: boolean;
  readonly cuantas: number;
  /** The first ones, with where each is mended. */
  readonly faltas: readonly { readonly mensaje: string; readonly href: string }[];
};

export type DifusionEnPantalla = Awaited<ReturnType<typeof leerArchivosDifusion>> & {
  readonly anio: number;
  readonly campos: Record<string, ValorCampo>;
  readonly destinatarios: ConteoDestinatarios;
  readonly reglas: readonly ReglaEnVivo[];
  /** What is wrong with what a field says, by its place: «instancia-1/fecha». */
  readonly errores: Readonly<Record<string, string>>;
  /** Day of the Committee's approval of the report, AAAA-MM-DD: nothing is disseminated before (DIF-12). */
  readonly aprobadoEl: string | null;
  /** Why nothing can be written now. */
  readonly cierre: string | null;
  readonly puedeLlenar: boolean;
  /** After a return that did not open everything, which parts without a field can be changed; null when all of them. */
  readonly abierto: PartesAbiertas | null;
};

/** Each part by whether the return opened it; the files of an instance by its id. */
export type PartesAbiertas = {
  readonly instancias: boolean;
  readonly archivos: Readonly<Record<string, Readonly<Record<UsoArchivo, boolean>>>>;
  readonly acto: boolean;
  readonly dictamen: boolean;
  readonly destinatarios: boolean;
};

function partesAbiertas(devuelta: Devuelta, instancias: readonly { readonly id: string }[]): PartesAbiertas {
  return {
    instancias: listaAbierta(devuelta),
    archivos: Object.fromEntries(
      instancias.map(({ id }, i) => [
        id,
        {
          copia_medio: archivosAbiertos(devuelta, i, "copia_medio"),
          material: archivosAbiertos(devuelta, i, "material"),
        },
      ]),
    ),
    acto: documentoAbierto(devuelta, "acto"),
    dictamen: documentoAbierto(devuelta, "dictamen"),
    destinatarios: destinatariosAbiertos(devuelta),
  };
}

/** A long list may break the same rule thousands of times: these are told one by one, the rest are counted. */
const POR_REGLA = 20;

/** Said to whom fills in, where the rule's own words carry codes of the format or tell the fault. */
const EN_PANTALLA: Readonly<Record<string, string>> = {
  "DIF-04": "Listado de destinatarios en Excel (.xlsx)",
  "DIF-06": "Cada destinatario en un grupo: personal, directivos o COSOC",
  "DIF-08": "Personal de planta, contrata, honorarios o código del trabajo; el subcontratado queda excluido",
  "DIF-13": "Ningún destinatario repetido (mismo nombre y cargo)",
};

const DE_INSTANCIAS: ReadonlySet<string> = new Set(["DIF-02", "DIF-03", "DIF-12"]);
const DE_DESTINATARIOS: ReadonlySet<string> = new Set(["DIF-05", "DIF-06", "DIF-08", "DIF-09", "DIF-13"]);

const esDeDifusion = ({ regla, ruta }: Falta): boolean =>
  regla.startsWith("DIF-") || (regla === "FORMATO" && ruta.startsWith("/difusion"));

/** The dissemination of the year: what is kept of it, its files, and the live state of its rules. */
export async function leerDifusion(ctx: ContextoInstitucion): Promise<Resultado<DifusionEnPantalla>> {
  const institucionId = ctx.institucion.id;
  const leida = await conActor(
    ctx.actor,
    "difusion.leer",
    async (tx) => {
      const leido = await expedienteConFaltas(tx, ctx);
      if (!leido.ok) return leido;
      const { expediente, faltas, ejercicio } = leido.valor;
      const difusion = await buscarDifusion(tx, institucionId, ejercicio.id);
      if (!difusion) return SIN_PLAN;
      const cierre = await leerCierre(tx, { institucionId, ahora: ctx.ahora }, "envio");
      const llena = puede(ctx.actor, "difusion.llenar", institucionId);
      const devuelta = await leerDevuelta(tx, institucionId, ejercicio.id);
      const archivos = await leerArchivosDifusion(tx, difusion);
      return exito({
        ...archivos,
        abierto: devuelta && partesAbiertas(devuelta, archivos.instancias),
        anio: ejercicio.anio,
        destinatarios: await contarDestinatarios(tx, difusion),
        reglas: reglasEnVivo(
          faltas.filter(esDeDifusion),
          {
            hayInstancias: (expediente.difusion?.instancias ?? []).length > 0,
            hayDestinatarios: (expediente.difusion?.destinatarios?.filas ?? []).length > 0,
          },
          (falta) => enlaceDeFalta(ctx.institucion.codigo, falta, expediente),
        ),
        errores: erroresPorLugar(faltas.filter(esDeDifusion), expediente),
        aprobadoEl: expediente.aprobacionInforme?.fecha ?? null,
        cierre: cierre && MENSAJE_CIERRE_DE_MATERIA[cierre],
        puedeLlenar: llena && cierre === null,
      });
    },
    { soloLectura: true },
  );
  if (!leida.ok) return leida;
  const campos = await leerCampos({ actor: ctx.actor, institucionId, ahora: ctx.ahora }, [
    "difusion",
    "instancia",
  ]);
  return exito({ ...leida.valor, campos });
}

/** The faults that are mended in one field of a card, by both. */
function erroresPorLugar(faltas: readonly Falta[], expediente: Expediente): Record<string, string> {
  const errores: Record<string, string> = {};
  for (const falta of faltas) {
    const { id, campo } = destinoDeFalta(falta, expediente);
    if (falta.nivel === "error" && id !== null && campo !== undefined)
      errores[`${id}/${campo}`] ??= falta.mensaje;
  }
  return errores;
}

/** Every rule of the dissemination, met or not; what was written and cannot be read goes first. */
function reglasEnVivo(
  faltas: readonly Falta[],
  hay: { readonly hayInstancias: boolean; readonly hayDestinatarios: boolean },
  hrefDe: (falta: Falta) => string,
): ReglaEnVivo[] {
  const enlazar = (suyas: readonly Falta[]) =>
    suyas.slice(0, POR_REGLA).map((falta) => ({ mensaje: falta.mensaje, href: hrefDe(falta) }));
  const ilegibles = faltas.filter(({ regla }) => regla === "FORMATO");
  const deLaGuia = REGLAS.filter(({ codigo }) => codigo.startsWith("DIF-")).map(
    ({ codigo, exigencia, nivel }): ReglaEnVivo => {
      const suyas = faltas.filter(({ regla }) => regla === codigo);
      return {
        codigo,
        exigencia: EN_PANTALLA[codigo] ?? exigencia,
        nivel,
        enEspera:
          (DE_INSTANCIAS.has(codigo) && !hay.hayInstancias) ||
          (DE_DESTINATARIOS.has(codigo) && !hay.hayDestinatarios),
        cuantas: suyas.length,
        faltas: enlazar(suyas),
      };
    },
  );
  if (ilegibles.length === 0) return deLaGuia;
  return [
    {
      codigo: "FORMATO",
      exigencia: "Las fechas se entienden",
      nivel: "error",
      enEspera: false,
      cuantas: ilegibles.length,
      faltas: enlazar(ilegibles),
    },
    ...deLaGuia,
  ];
}
