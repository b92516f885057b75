import {
  cerrarAprobacion,
  contarActas,
  crearActa,
  crearFirma,
  tomarMateria,
  ultimaAprobacion,
} from "@/lib/datos/repositorio/aprobacion";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { conActor } from "@/lib/datos/transaccion";
import { diaEnChile } from "@/lib/expediente/fecha";
import { autenticadaHacePoco, MINUTOS_FIRMA } from "@/lib/flujo/actor";
import { estaCompleta, type Materia, NOMBRES_MATERIA } from "@/lib/flujo/aprobacion";
import { codigoNuevo } from "@/lib/flujo/codigo";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { avisar } from "../aviso";
import type { ContextoInstitucion } from "../contexto";
import { personasDe } from "./leer";
import { fueraDePlazoParaFirmar } from "./plazo";
import { leerVersion } from "./version";

export type EntradaFirma = {
  readonly materia: Materia;
  /** Digest of what the person was shown: a signature is never put on another text. */
  readonly huella: string;
  readonly decision: "aprueba" | "objeta";
  readonly motivo?: string | undefined;
  readonly declaraCoherencia?: boolean | undefined;
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
    const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
    if (!ejercicio || !(await tomarMateria(tx, { institucionId, ejercicioId: ejercicio.id, materia })))
      return NO_ENCONTRADO;
    const abierta = await ultimaAprobacion(tx, { institucionId, ejercicioId: ejercicio.id, materia });
    const { nombre, conArticulo } = NOMBRES_MATERIA[materia];
    if (!abierta) return NO_ENCONTRADO;
    const mia = abierta.firmas.find(({ usuarioId }) => usuarioId === ctx.actor.usuarioId);
    if (mia?.decision === decision && mia.huella === entrada.huella)
      return exito({ completa: abierta.estado === "aprobada" });
    if (abierta.estado !== "en_firma" || abierta.huella !== entrada.huella)
      return fallar(
        "conflicto_version",
        `${nombre}: lo que usted revisó ya no espera firmas o cambió después. Recargue la página antes de decidir.`,
      );
    if (mia) return fallar("conflicto_estado", "Usted ya se pronunció sobre esta versión.");
    if (!autenticadaHacePoco(ctx.actor, ctx.ahora))
      return fallar(
        "reautenticar",
        `Confirme su identidad: para firmar debe haber ingresado su clave en los últimos ${MINUTOS_FIRMA} minutos.`,
      );
    const motivo = entrada.motivo?.trim() ?? "";
    if (decision === "objeta" && motivo === "")
      return fallar("entrada_invalida", "Escriba el motivo de su objeción.", {
        motivo: "Escriba el motivo de su objeción.",
      });
    if (decision === "aprueba") {
      const tarde = fueraDePlazoParaFirmar(materia, ejercicio, ctx.ahora);
      if (tarde) return fallar("fuera_de_plazo", tarde);
      if (abierta.declaraCoherencia && entrada.declaraCoherencia !== true)
        return fallar("entrada_invalida", "Falta la declaración de coherencia con el diagnóstico.", {
          declaraCoherencia:
            "El plan cambia: declare que los ajustes resguardan la coherencia con el diagnóstico de la etapa 1.",
        });
      // Closed to editing while it waits; this is for a change that came by another path.
      const vigente = await leerVersion(tx, institucionId, ejercicio, materia);
      if (vigente?.huella !== abierta.huella)
        return fallar(
          "conflicto_version",
          `${nombre}: cambió después de ser enviado. La contraparte debe enviarlo otra vez.`,
        );
    }

    const { integrantes, contrapartes } = await personasDe(tx, institucionId);
    const yo = integrantes.find(({ usuarioId }) => usuarioId === ctx.actor.usuarioId);
    if (!yo) return NO_ENCONTRADO;
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
      metodo: "plataforma",
      huella: abierta.huella,
      firmadaEn: ctx.ahora,
    };
    await crearFirma(tx, firma);
    const enlace = `/institucion/${ctx.institucion.codigo}/comite/${materia}`;
    if (decision === "objeta") {
      await cerrarAprobacion(tx, abierta.id, {
        estado: "objetada",
        cerradaEn: ctx.ahora,
        motivoCierre: motivo,
      });
      await avisar(tx, ctx, contrapartes, {
        clave: `comite.objetar ${abierta.id}`,
        asunto: `${nombre}: el Comité lo objetó`,
        texto: `${yo.nombre} objetó ${conArticulo}: ${motivo}`,
        enlace,
      });
      return exito({ completa: false });
    }

    const firmas = [...abierta.firmas, firma];
    const completa = estaCompleta(firmas, abierta.firmasNecesarias, abierta.exigePresidencia);
    if (completa) {
      await cerrarAprobacion(tx, abierta.id, {
        estado: "aprobada",
        cerradaEn: ctx.ahora,
        motivoCierre: null,
      });
      await crearActa(tx, {
        institucionId,
        ejercicioId: ejercicio.id,
        materia,
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
          .map(({ nombre: quien, cargo, area, firmadaEn }) => ({ nombre: quien, cargo, area, firmadaEn })),
      });
    }
    await avisar(tx, ctx, contrapartes, {
      clave: `comite.firmar ${abierta.id} ${yo.usuarioId}`,
      asunto: completa ? `${nombre}: el Comité lo aprobó` : `${nombre}: nueva firma`,
      texto: completa
        ? `El Comité aprobó ${conArticulo}; el acta está disponible.`
        : `${yo.nombre} firmó ${conArticulo}.`,
      enlace,
    });
    return exito({ completa });
  });
}
