import { nombresDe } from "@/lib/datos/repositorio/ajuste";
import {
  type ActaLeida,
  actasAnuladas,
  actaVigente,
  buscarAprobacion,
} from "@/lib/datos/repositorio/aprobacion";
import { type Ejercicio, ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { buscarEnvio, envioEnCurso } from "@/lib/datos/repositorio/envio";
import { leerExpediente } from "@/lib/datos/repositorio/expediente";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import type { Acta, Expediente } from "@/lib/expediente/formato";
import type { Materia } from "@/lib/flujo/aprobacion";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "../contexto";
import { SIN_PLAN } from "../expediente";

export type EnvioDeFuente = {
  readonly version: number;
  readonly codigo: string;
  readonly enviadoEn: Date;
  readonly enviadoPor: string;
};

export type FirmaDeFuente = {
  readonly nombre: string;
  readonly cargo: string;
  readonly area: string | null;
  readonly firmadoEn: string;
};

/** What an act of the expediente has behind it: signatures on the platform, or its scanned paper. */
export type RespaldoActa = {
  readonly firmas: readonly FirmaDeFuente[];
  readonly papel: { readonly nombre: string; readonly sha256: string } | null;
};

/** An expediente to draw documents from: a submission, frozen, or what there is now (a draft). */
export type Fuente = {
  readonly expediente: Expediente;
  readonly envio: EnvioDeFuente | null;
  readonly actas: Readonly<Record<Materia, RespaldoActa>>;
};

/**
 * What the documents are drawn from. Without `version`: the submission in course, if there is one, or else the
 * expediente as it stands, as a draft. Fails with `no_encontrado` for a version that was never sent.
 */
export function leerFuente(
  ctx: ContextoInstitucion,
  version: number | undefined,
): Promise<Resultado<Fuente>> {
  return conActor(
    ctx.actor,
    "documento.leer",
    async (tx) => {
      const institucionId = ctx.institucion.id;
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      const pedida = version ?? (await envioEnCurso(tx, institucionId, ejercicio.id))?.version;
      const soloFinal = ctx.actor.rol === "validador_externo";
      if (pedida === undefined) {
        if (soloFinal) return NO_ENCONTRADO;
        const leido = await leerExpediente(tx, institucionId, ejercicio.id);
        if (!leido) return SIN_PLAN;
        const { expediente } = leido;
        return exito({ expediente, envio: null, actas: await respaldos(tx, ctx, ejercicio, expediente) });
      }
      const envio = await buscarEnvio(tx, institucionId, pedida, ejercicio.id);
      if (!envio || (soloFinal && envio.rondaId !== null)) return NO_ENCONTRADO;
      const expediente = envio.contenido as unknown as Expediente;
      const nombres = await nombresDe(tx, [envio.enviadoPorId]);
      return exito({
        expediente,
        envio: {
          version: envio.version,
          codigo: envio.codigo,
          enviadoEn: envio.enviadoEn,
          enviadoPor: nombres.get(envio.enviadoPorId) ?? "Contraparte",
        },
        actas: await respaldos(tx, ctx, ejercicio, expediente),
      });
    },
    { soloLectura: true },
  );
}

async function respaldos(
  tx: Transaccion,
  ctx: ContextoInstitucion,
  ejercicio: Ejercicio,
  { aprobacionPlan, aprobacionInforme }: Expediente,
): Promise<Fuente["actas"]> {
  const respaldo = (materia: Materia, acta: Acta | null | undefined) =>
    respaldoDe(tx, { institucionId: ctx.institucion.id, ejercicioId: ejercicio.id, materia }, acta);
  return {
    plan: await respaldo("plan", aprobacionPlan),
    informe: await respaldo("informe", aprobacionInforme),
  };
}

type Lugar = { readonly institucionId: string; readonly ejercicioId: string; readonly materia: Materia };

/** The act may have been annulled since: that of the expediente is the one with its number and its digest. */
async function respaldoDe(
  tx: Transaccion,
  lugar: Lugar,
  acta: Acta | null | undefined,
): Promise<RespaldoActa> {
  const vigente = acta ? await actaVigente(tx, lugar) : null;
  const esLaSuya = ({ numero, huella }: ActaLeida) => numero === acta?.numero && huella === acta?.huella;
  const fila =
    vigente && esLaSuya(vigente) ? vigente : acta ? (await actasAnuladas(tx, lugar)).find(esLaSuya) : null;
  const aprobacion = fila?.aprobacionId
    ? await buscarAprobacion(tx, lugar.institucionId, fila.aprobacionId)
    : null;
  return {
    firmas: (aprobacion?.firmas ?? [])
      .filter(({ decision }) => decision === "aprueba")
      .map(({ nombre, cargo, area, firmadaEn }) => ({
        nombre,
        cargo,
        area,
        firmadoEn: firmadaEn.toISOString(),
      })),
    papel: fila?.archivo ? { nombre: fila.archivo.nombre, sha256: fila.archivo.sha256 } : null,
  };
}
