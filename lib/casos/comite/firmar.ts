import {
  type AprobacionLeida,
  cerrarAprobacion,
  contarActas,
  crearActa,
  crearFirma,
  type FirmaNueva,
  metodoDeSesion,
  ultimaAprobacion,
} from "@/lib/datos/repositorio/aprobacion";
import type { Ejercicio } from "@/lib/datos/repositorio/ejercicio";
import type { Integrante } from "@/lib/datos/repositorio/membresia";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { diaEnChile } from "@/lib/expediente/fecha";
import { autenticadaHacePoco, MINUTOS_FIRMA } from "@/lib/flujo/actor";
import { estaCompleta, type Materia, NOMBRES_MATERIA } from "@/lib/flujo/aprobacion";
import { codigoNuevo } from "@/lib/flujo/codigo";
import { exito, type Falla, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { avisar } from "../aviso";
import type { ContextoInstitucion } from "../contexto";
import { rutaComite, tomarParaActuar } from "./materia";
import { fueraDePlazoParaFirmar } from "./plazo";
import { personasDe } from "./situacion";
import { leerVersion } from "./version";

export type EntradaFirma = {
  readonly materia: Materia;
  /** Digest of what the person was shown: a signature is never put on another text. */
  readonly huella: string;
  readonly decision: "aprueba" | "objeta";
  readonly motivo?: string | undefined;
  readonly declaraCoherencia?: boolean | undefined;
};

/** What everything after the lock needs: the version that waits, and who is deciding on it. */
type Firmando = {
  readonly tx: Transaccion;
  readonly ctx: ContextoInstitucion;
  readonly ejercicio: Ejercicio;
  readonly abierta: AprobacionLeida;
  readonly entrada: EntradaFirma;
};

/**
 * A member of the Committee signs or objects what was sent. One transaction: with the signature that completes the
 * rule of approval the act is written; an objection closes the version. Whoever comes second finds it done.
 */
export function firmar(
  ctx: ContextoInstitucion,
  entrada: EntradaFirma,
): Promise<Resultado<{ completa: boolean }>> {
  const { materia, decision } = entrada;
  const institucionId = ctx.institucion.id;
  return conActor(ctx.actor, `comite.${decision === "aprueba" ? "firmar" : "objetar"}`, async (tx) => {
    const ejercicio = await tomarParaActuar(tx, ctx, materia, "comite.firmar");
    if (!ejercicio) return NO_ENCONTRADO;
    const personas = await personasDe(tx, institucionId);
    const yo = personas.integrantes.find(({ usuarioId }) => usuarioId === ctx.actor.usuarioId);
    const abierta = await ultimaAprobacion(tx, { institucionId, ejercicioId: ejercicio.id, materia });
    if (!yo || !abierta) return NO_ENCONTRADO;
    const motivo = entrada.motivo?.trim() ?? "";
    const mia = abierta.firmas.find(({ usuarioId }) => usuarioId === yo.usuarioId);
    if (mia?.decision === decision && mia.huella === entrada.huella && abierta.estado !== "anulada") {
      // Whoever did not hear that it was done may have written more: that is not to be taken for said.
      if (decision === "objeta" && mia.motivo !== motivo)
        return fallar(
          "conflicto_estado",
          `Su objeción ya había quedado registrada, con este motivo: «${mia.motivo}». Lo que escribió después no se agregó: cópielo y dígaselo a la contraparte.`,
        );
      return exito({ completa: abierta.estado === "aprobada" });
    }
    const falla =
      faltaEnMomento(ctx, abierta, entrada, mia !== undefined) ??
      (decision === "aprueba" ? await faltaEnFirma({ tx, ctx, ejercicio, abierta, entrada }) : null);
    if (falla) return { ok: false, falla };
    if (decision === "objeta" && motivo === "")
      return fallar("entrada_invalida", "Escriba el motivo de su objeción.", {
        motivo: "Escriba el motivo de su objeción.",
      });

    const firma = {
      institucionId,
      aprobacionId: abierta.id,
      usuarioId: yo.usuarioId,
      decision,
      motivo: decision === "objeta" ? motivo : null,
      nombre: yo.nombre,
      cargo: yo.cargo ?? "Integrante del Comité",
      area: yo.area,
      preside: yo.preside,
      metodo: await metodoDeSesion(tx, ctx.actor.sesionId),
      huella: abierta.huella,
      firmadaEn: ctx.ahora,
    };
    await crearFirma(tx, firma);
    const { nombre, conArticulo } = NOMBRES_MATERIA[materia];
    const enlace = rutaComite(ctx.institucion.codigo, materia);
    if (decision === "objeta") {
      await cerrarAprobacion(tx, abierta.id, {
        estado: "objetada",
        cerradaEn: ctx.ahora,
        motivoCierre: motivo,
      });
      await avisar(tx, ctx, [...personas.contrapartes, ...personas.integrantes], {
        clave: `comite.objetar ${abierta.id}`,
        tipo: "comite_objetado",
        asunto: `${nombre}: el Comité lo objetó`,
        texto: `${yo.nombre} objetó ${conArticulo}: ${motivo}`,
        enlace,
      });
      return exito({ completa: false });
    }
    const firmas = [...abierta.firmas, firma];
    const completa = estaCompleta(firmas, abierta.firmasNecesarias, abierta.exigePresidencia);
    if (completa) await levantarActa({ tx, ctx, ejercicio, abierta, entrada }, firmas);
    const todos: readonly Integrante[] = completa
      ? [...personas.contrapartes, ...personas.integrantes]
      : personas.contrapartes;
    await avisar(tx, ctx, todos, {
      clave: `comite.firmar ${abierta.id} ${yo.usuarioId}`,
      tipo: completa ? "comite_aprobado" : "comite_firma",
      asunto: completa ? `${nombre}: el Comité lo aprobó` : `${nombre}: nueva firma`,
      texto: completa
        ? `El Comité aprobó ${conArticulo}; el acta está disponible.`
        : `${yo.nombre} firmó ${conArticulo}.`,
      enlace,
    });
    return exito({ completa });
  });
}

/** Why nobody, or not this person now, can decide on the version. */
function faltaEnMomento(
  ctx: ContextoInstitucion,
  abierta: AprobacionLeida,
  { materia, huella }: EntradaFirma,
  yaDecidio: boolean,
): Falla | null {
  const { nombre } = NOMBRES_MATERIA[materia];
  if (abierta.estado !== "en_firma" || abierta.huella !== huella)
    return fallar(
      "conflicto_version",
      `${nombre}: lo que usted revisó ya no espera firmas o cambió después. Recargue la página antes de decidir.`,
    ).falla;
  if (yaDecidio) return fallar("conflicto_estado", "Usted ya se pronunció sobre esta versión.").falla;
  if (!autenticadaHacePoco(ctx.actor, ctx.ahora))
    return fallar(
      "reautenticar",
      `Confirme su identidad: para decidir debe haberla comprobado en los últimos ${MINUTOS_FIRMA} minutos.`,
    ).falla;
  return null;
}

/** Why an approving signature cannot be put now (APL-02, APL-04, APL-05 and their twins of the report). */
async function faltaEnFirma({ tx, ctx, ejercicio, abierta, entrada }: Firmando): Promise<Falla | null> {
  const tarde = fueraDePlazoParaFirmar(entrada.materia, ejercicio, ctx.ahora);
  if (tarde) return fallar("fuera_de_plazo", tarde).falla;
  if (abierta.declaraCoherencia && entrada.declaraCoherencia !== true)
    return fallar("entrada_invalida", "Falta la declaración de coherencia con el diagnóstico.", {
      declaraCoherencia:
        "El plan cambia: declare que los ajustes resguardan la coherencia con el diagnóstico de la etapa 1.",
    }).falla;
  // Closed to editing while it waits; this is for a change that came by another path.
  const vigente = await leerVersion(tx, ctx.institucion.id, ejercicio, entrada.materia);
  if (vigente?.huella === abierta.huella) return null;
  return fallar(
    "conflicto_version",
    `${NOMBRES_MATERIA[entrada.materia].nombre}: cambió después de ser enviado. La contraparte debe enviarlo otra vez.`,
  ).falla;
}

/** Closes the version as approved and writes its act: dated the day it is completed, attended by those who signed. */
async function levantarActa(
  { tx, ctx, ejercicio, abierta, entrada }: Firmando,
  firmas: readonly Pick<FirmaNueva, "decision" | "nombre" | "cargo" | "area" | "firmadaEn">[],
): Promise<void> {
  const institucionId = ctx.institucion.id;
  await cerrarAprobacion(tx, abierta.id, { estado: "aprobada", cerradaEn: ctx.ahora, motivoCierre: null });
  await crearActa(tx, {
    institucionId,
    ejercicioId: ejercicio.id,
    materia: entrada.materia,
    origen: "plataforma",
    aprobacionId: abierta.id,
    archivoId: null,
    numero: `Acta ${(await contarActas(tx, institucionId, ejercicio.id)) + 1}/${ejercicio.anio}`,
    fecha: diaEnChile(ctx.ahora),
    huella: abierta.huella,
    declaraCoherencia: abierta.declaraCoherencia,
    codigo: codigoNuevo(),
    registradaPorId: ctx.actor.usuarioId,
    registradaEn: ctx.ahora,
    asistentes: firmas
      .filter((una) => una.decision === "aprueba")
      .map(({ nombre, cargo, area, firmadaEn }) => ({ nombre, cargo, area, firmadaEn })),
  });
}
