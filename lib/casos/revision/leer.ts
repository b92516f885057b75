import { nombresDe } from "@/lib/datos/repositorio/ajuste";
import {
  actasEscaneadas,
  archivosPorHuella,
  type EnvioDeRevision,
  leerContenido,
  listarCriterios,
  listarNotas,
  versionesDelAnio,
} from "@/lib/datos/repositorio/revision";
import { type DecisionCompleta, listarDecisiones } from "@/lib/datos/repositorio/revisionDecision";
import { listarPlantillas, observacionesDeRonda } from "@/lib/datos/repositorio/revisionObservacion";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import type { Expediente } from "@/lib/expediente/formato";
import { huella } from "@/lib/expediente/huella";
import { esDeLaRed, puede } from "@/lib/flujo/permiso";
import { exito, type Resultado } from "@/lib/flujo/resultado";
import { siguienteDeRevision, type TurnoRevision, turnoDeRevision } from "@/lib/flujo/revision";
import { hastaCuandoSeResponde } from "@/lib/flujo/ronda";
import type {
  CambiosVistos,
  FichaRevisada,
  IdSeccion,
  NotaVista,
  ObservacionVista,
  Plantilla,
  RequisitoVisto,
  VersionVista,
} from "@/lib/flujo/vistaRevision";
import type { Contexto } from "../contexto";
import { archivosEnviados } from "../envio/contenido";
import { cambiosDesdeLaAnterior } from "./cambios";
import { nombreDeRonda, requisitosDe, soloLoFinal, tomarEnvio } from "./comun";
import { fichasDe, nombradorDeLugares } from "./documento";
import type { Bajable } from "./documentoComun";
import { listaDeVerificacion } from "./lista";
import { lugaresDesde } from "./lugares";
import { loQueAbren, observacionVista } from "./observaciones";
import { diaPropuesto, limiteParaResponder } from "./plazo";

export type DecisionVista = Pick<
  DecisionCompleta,
  "id" | "decision" | "razones" | "codigo" | "huella" | "en" | "anuladaEn" | "anuladaRazon"
> & {
  readonly por: string;
  readonly requisitos: readonly {
    readonly requisito: string;
    readonly cumple: boolean;
    readonly razon: string;
  }[];
};

export type PaginaRevision = {
  readonly envio: Pick<
    EnvioDeRevision,
    | "id"
    | "version"
    | "estado"
    | "codigo"
    | "enviadoEn"
    | "abiertoEn"
    | "devueltoEn"
    | "reabierto"
    | "institucion"
  > & {
    readonly ronda: string;
    readonly preliminar: boolean;
    readonly anio: number;
    readonly huella: string;
    /** Until when what was returned may be answered; null when nothing may. */
    readonly responderHasta: Date | null;
  };
  readonly turno: TurnoRevision;
  readonly enviadoPor: string;
  /** Every version of the year within reach, the newest first. */
  readonly versiones: readonly VersionVista[];
  readonly seccion: IdSeccion;
  readonly fichas: readonly FichaRevisada[];
  readonly requisitos: readonly RequisitoVisto[];
  readonly observaciones: readonly ObservacionVista[];
  /** What changed since the version before; null for the first of all. */
  readonly cambios: CambiosVistos | null;
  /** Null for who is not of the Red. */
  readonly notas: readonly NotaVista[] | null;
  readonly plantillas: readonly Plantilla[];
  readonly decisiones: readonly DecisionVista[];
  readonly devolucion: {
    /** In a preliminary round there is no day to choose: only the close of the round, if it has not passed. */
    readonly preliminar: boolean;
    readonly dia: string;
    readonly limite: Date | null;
    readonly lugares: readonly { readonly ruta: string; readonly nombre: string }[];
  };
  readonly puede: {
    readonly abrir: boolean;
    readonly observar: boolean;
    readonly devolver: boolean;
    readonly decidir: boolean;
    readonly reabrir: boolean;
  };
};

/** The review of a version: a section of the document as sent, beside its checklist and everything said about it. */
export function leerRevision(
  ctx: Contexto,
  entrada: {
    readonly envio: string;
    readonly seccion: IdSeccion;
    /** Page of what changed, from 1. */
    readonly cambios?: number;
  },
): Promise<Resultado<PaginaRevision>> {
  return conActor(
    ctx.actor,
    "revision.leer",
    async (tx) => {
      const tomado = await tomarEnvio(tx, ctx, entrada.envio, "revision.ver");
      if (!tomado.ok) return tomado;
      const envio = tomado.valor;
      const expediente = (await leerContenido(tx, envio.id)) as Expediente;
      const lugar = nombradorDeLugares(expediente);
      const bajable = await bajables(tx, envio, expediente);
      const versiones = (await versionesDelAnio(tx, envio, soloLoFinal(ctx))).map(
        ({ ronda, rondaId, ...una }): VersionVista => ({
          ...una,
          ronda: nombreDeRonda({ ronda }),
          deEstaRonda: rondaId === envio.rondaId,
        }),
      );
      const crudas = await observacionesDeRonda(tx, envio);
      const criterios = await listarCriterios(tx, envio.id);
      const deLaRed = esDeLaRed(ctx.actor);
      // Of the whole year: what was noted of a version is wanted when the next one arrives.
      const delAnio = new Map(versiones.map((una) => [una.id, una.version]));
      const notas = deLaRed ? await listarNotas(tx, [...delAnio.keys()]) : [];
      const decisiones = await listarDecisiones(tx, envio.id);
      const nombres = await nombresDe(tx, [
        envio.enviadoPorId,
        ...crudas.flatMap(({ mensajes }) => mensajes.map(({ autorId }) => autorId)),
        ...criterios.map(({ porId }) => porId),
        ...notas.map(({ autorId }) => autorId),
        ...decisiones.map(({ porId }) => porId),
      ]);
      const nombre = (id: string) => nombres.get(id) ?? "Persona retirada";
      const escaneadas = await actasEscaneadas(tx, envio);
      const requisitos = listaDeVerificacion({
        expediente,
        ejercicio: envio.ejercicio,
        requisitos: requisitosDe(envio),
        criterio: (id) => {
          const fila = criterios.find(({ criterio }) => criterio === id);
          return fila ? { ...fila, por: nombre(fila.porId) } : null;
        },
        bajable,
        actas: escaneadas.flatMap(({ materia, archivo }) =>
          archivo
            ? [
                {
                  materia,
                  archivo: { id: archivo.id, nombre: archivo.nombre, tamano: Number(archivo.tamano) },
                },
              ]
            : [],
        ),
      });
      const lugares = await lugaresDesde(tx, { id: envio.id, contenido: expediente }, crudas);
      const observaciones = crudas.map((una) => observacionVista(una, lugares, nombre));
      const limite = await limiteParaResponder(tx, envio, ctx.ahora);
      const preliminar = envio.rondaId !== null;
      const responderHasta = hastaCuandoSeResponde(envio, ctx.ahora);
      const hace = (evento: Parameters<typeof siguienteDeRevision>[1]) =>
        siguienteDeRevision(envio.estado, evento, preliminar) !== null;
      const suya = (accion: Parameters<typeof puede>[1]) => puede(ctx.actor, accion, envio.institucionId);
      return exito({
        envio: {
          ...envio,
          ronda: nombreDeRonda(envio),
          preliminar,
          anio: envio.ejercicio.anio,
          huella: huella(expediente),
          responderHasta,
        },
        turno: turnoDeRevision(envio.estado, preliminar ? { abierta: responderHasta !== null } : null),
        enviadoPor: nombre(envio.enviadoPorId),
        versiones,
        seccion: entrada.seccion,
        fichas: fichasDe(entrada.seccion, expediente, bajable),
        requisitos,
        observaciones,
        cambios: await cambiosDesdeLaAnterior(tx, envio, versiones, expediente, {
          pagina: entrada.cambios ?? 1,
          lugar,
        }),
        notas: deLaRed
          ? notas.map(({ id, texto, autorId, escritaEn, envioId }) => ({
              id,
              texto,
              autor: nombre(autorId),
              propia: autorId === ctx.actor.usuarioId,
              deVersion: envioId === envio.id ? null : (delAnio.get(envioId) ?? null),
              en: escritaEn,
            }))
          : null,
        plantillas: suya("revision.observar") ? await listarPlantillas(tx) : [],
        decisiones: decisiones.map((una) => ({ ...una, por: nombre(una.porId) })),
        devolucion: {
          preliminar,
          dia: diaPropuesto(ctx.ahora, limite),
          limite,
          lugares: loQueAbren(observaciones, lugar),
        },
        puede: {
          abrir: hace("abrir") && suya("revision.observar"),
          observar: envio.estado === "en_revision" && suya("revision.observar"),
          devolver: hace("devolver") && suya("revision.observar"),
          decidir: hace("validar") && suya("revision.decidir"),
          reabrir: hace("reabrir") && suya("revision.reabrir"),
        },
      });
    },
    { soloLectura: true },
  );
}

async function bajables(
  tx: Transaccion,
  { institucionId }: EnvioDeRevision,
  expediente: Expediente,
): Promise<Bajable> {
  const huellas = archivosEnviados(expediente).flatMap(({ sha256 }) => sha256 ?? []);
  const ids = await archivosPorHuella(tx, institucionId, huellas);
  return (sha256) => (sha256 ? (ids.get(sha256) ?? null) : null);
}
