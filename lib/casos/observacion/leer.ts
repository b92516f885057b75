import { nombresDe } from "@/lib/datos/repositorio/ajuste";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { leerEnviados, listarEnvios } from "@/lib/datos/repositorio/envio";
import {
  decisionVigente,
  observacionesPublicadas,
  ultimasDeRonda,
} from "@/lib/datos/repositorio/observacion";
import { listarCriterios } from "@/lib/datos/repositorio/revision";
import { rondasDe } from "@/lib/datos/repositorio/ronda";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import type { Expediente } from "@/lib/expediente/formato";
import { enlaceDeFalta } from "@/lib/flujo/destino";
import { type EstadoObservacion, GESTOS, type GestoObservacion } from "@/lib/flujo/observacion";
import { puede } from "@/lib/flujo/permiso";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { EstadoEnvio } from "@/lib/flujo/revision";
import type { ResultadoPublicado } from "@/lib/flujo/vistaRevision";
import { ID_REQUISITOS, type IdRequisito, REQUISITOS } from "@/lib/guia/e3-2025/requisitos";
import type { ContextoInstitucion } from "../contexto";
import { nombradorDeLugares } from "../revision/documento";
import { type RondaDeInstitucion, rondasDeInstitucion } from "../ronda/vista";
import { comoLaVeLaInstitucion, type ObservacionVista } from "./hilo";

export type MensajeVisto = {
  readonly gesto: GestoObservacion;
  /** Who of the institution; the Red speaks as one. */
  readonly quien: string;
  readonly texto: string;
  readonly en: Date;
};

export type ObservacionDePagina = {
  readonly id: string;
  readonly requisito: IdRequisito;
  readonly nombre: string;
  /** Path from the root that lands on the field. */
  readonly href: string;
  readonly version: number;
  /** Name of the preliminary round; null for the final one. */
  readonly ronda: string | null;
  readonly rondaId: string | null;
  readonly archivo: string | null;
  readonly pagina: number | null;
  readonly estado: EstadoObservacion;
  /** The institution owes an answer. */
  readonly pendiente: boolean;
  readonly admite: boolean;
  readonly hilo: readonly MensajeVisto[];
};

export type VersionRevisada = {
  readonly version: number;
  readonly estado: EstadoEnvio;
  readonly enviadoEn: Date;
  readonly devueltoEn: Date | null;
  readonly responderHasta: Date | null;
};

export type DecisionVista = {
  readonly decision: "valida" | "no_valida";
  readonly razones: string;
  readonly codigo: string;
  readonly en: Date;
  readonly requisitos: readonly { requisito: string; cumple: boolean; razon: string }[];
};

export type PaginaRevision = {
  readonly anio: number;
  /** The last version of the final round; null before the first. */
  readonly ultima: VersionRevisada | null;
  readonly versiones: readonly VersionRevisada[];
  readonly observaciones: readonly ObservacionDePagina[];
  /** Of the final round, those that the institution owes an answer to. */
  readonly pendientes: number;
  readonly decision: DecisionVista | null;
  /** Of the last version, in the order of the guide; none while the Red has it. */
  readonly resultados: readonly ResultadoPublicado[];
  readonly puedeResponder: boolean;
  readonly rondas: readonly RondaDeInstitucion[];
};

// The same states in which the database lets the institution read them.
const CON_RESULTADOS: readonly EstadoEnvio[] = ["observado", "validado", "no_validado"];

async function resultadosPublicados(
  tx: Transaccion,
  ultimo: { readonly id: string; readonly estado: EstadoEnvio } | undefined,
): Promise<ResultadoPublicado[]> {
  if (!ultimo || !CON_RESULTADOS.includes(ultimo.estado)) return [];
  const criterios = await listarCriterios(tx, ultimo.id);
  return ID_REQUISITOS.flatMap((requisito) => [
    { id: requisito, nombre: `${requisito}. ${REQUISITOS[requisito].nombre}` },
    ...REQUISITOS[requisito].medios,
  ]).flatMap(({ id, nombre }) => {
    const suyo = criterios.find(({ criterio }) => criterio === id);
    return suyo ? [{ id, nombre, resultado: suyo.resultado, razon: suyo.razon }] : [];
  });
}

const TODO_EL_REQUISITO = "Todo el requisito";

/** The institution's page of the review: where its submission stands, what was observed and what was decided. */
export function leerRevision(ctx: ContextoInstitucion): Promise<Resultado<PaginaRevision>> {
  return conActor(
    ctx.actor,
    "observacion.leer",
    async (tx) => {
      const institucionId = ctx.institucion.id;
      if (!puede(ctx.actor, "observacion.ver", institucionId)) return NO_ENCONTRADO;
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      const envios = await listarEnvios(tx, institucionId, ejercicio.id);
      const versiones = envios.map(
        ({ version, estado, enviadoEn, devueltoEn, responderHasta }): VersionRevisada => ({
          version,
          estado,
          enviadoEn,
          devueltoEn,
          responderHasta,
        }),
      );
      const observaciones = await observacionesVistas(tx, ctx, ejercicio.id);
      return exito({
        anio: ejercicio.anio,
        ultima: versiones[0] ?? null,
        versiones,
        observaciones,
        pendientes: observaciones.filter(({ ronda, pendiente }) => ronda === null && pendiente).length,
        decision: await decisionVigente(tx, institucionId, ejercicio.id),
        resultados: await resultadosPublicados(tx, envios[0]),
        puedeResponder: puede(ctx.actor, "observacion.responder", institucionId),
        rondas: await rondasDeInstitucion(tx, ctx, ejercicio.id),
      });
    },
    { soloLectura: true },
  );
}

/** Every published observation of a year as the institution sees it, with the names of what it is about. */
export async function observacionesVistas(
  tx: Transaccion,
  ctx: ContextoInstitucion,
  ejercicioId: string,
): Promise<readonly ObservacionDePagina[]> {
  const institucionId = ctx.institucion.id;
  const vistas = await leerVistas(tx, institucionId, ejercicioId);
  if (vistas.length === 0) return [];
  const enviados = await leerEnviados(tx, institucionId, ejercicioId, [
    ...new Set(vistas.map(({ version }) => version)),
  ]);
  const nombradores = new Map([...enviados].map(([version, uno]) => [version, nombradorDeLugares(uno)]));
  const nombres = await nombresDe(
    tx,
    vistas.flatMap(({ mensajes }) => mensajes.map(({ autorId }) => autorId)),
  );
  const rondas = new Map((await rondasDe(tx, ejercicioId)).map(({ id, nombre }) => [id, nombre]));
  return ID_REQUISITOS.flatMap((requisito) =>
    vistas
      .filter((vista) => vista.requisito === requisito)
      .map((vista) => {
        const donde = vista.ruta === "" ? TODO_EL_REQUISITO : nombradores.get(vista.version)?.(vista.ruta);
        return describir(vista, requisito, ctx, enviados.get(vista.version), {
          lugar: donde ?? requisito,
          personas: nombres,
          rondas,
        });
      }),
  );
}

/** The same without their names: for what only needs to know where and how they stand. */
export async function leerVistas(
  tx: Transaccion,
  institucionId: string,
  ejercicioId: string,
): Promise<ObservacionVista[]> {
  const publicadas = await observacionesPublicadas(tx, institucionId, ejercicioId);
  if (publicadas.length === 0) return [];
  const ultimas = await ultimasDeRonda(tx, institucionId, ejercicioId);
  return publicadas.map((una) =>
    comoLaVeLaInstitucion(
      una,
      ultimas.find(({ rondaId }) => rondaId === una.rondaId),
    ),
  );
}

function describir(
  vista: ObservacionVista,
  requisito: IdRequisito,
  { institucion }: ContextoInstitucion,
  enviado: Expediente | undefined,
  nombres: {
    readonly lugar: string;
    readonly personas: ReadonlyMap<string, string>;
    readonly rondas: ReadonlyMap<string, string>;
  },
): ObservacionDePagina {
  const { id, ruta, version, archivo, pagina, estado, pendiente, admite, mensajes, rondaId } = vista;
  const { codigo } = institucion;
  return {
    id,
    requisito,
    nombre: nombres.lugar,
    href:
      enviado && ruta !== ""
        ? enlaceDeFalta(codigo, { ruta }, enviado)
        : `/institucion/${codigo}${PAGINAS[requisito]}`,
    version,
    ronda: rondaId === null ? null : (nombres.rondas.get(rondaId) ?? "Ronda preliminar"),
    rondaId,
    archivo,
    pagina,
    estado,
    pendiente,
    admite,
    hilo: mensajes.map(({ gesto, autorId, texto, escritoEn }) => ({
      gesto,
      quien:
        GESTOS[gesto].de === "red" ? "Red de Expertos" : (nombres.personas.get(autorId) ?? "Contraparte"),
      texto,
      en: escritoEn,
    })),
  };
}

const PAGINAS: Readonly<Record<IdRequisito, string>> = { E3O1RT1: "/informe", E3O1RT2: "/difusion" };
