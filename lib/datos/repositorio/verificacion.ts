import type { Transaccion } from "../transaccion";

/** An act by its code, with what the public page may say and no more: positions, never names. */
export function actaPorCodigo(tx: Transaccion, codigo: string) {
  return tx.acta.findUnique({
    where: { codigo },
    select: {
      institucionId: true,
      materia: true,
      origen: true,
      numero: true,
      fecha: true,
      huella: true,
      registradaEn: true,
      anuladaEn: true,
      institucion: { select: { nombre: true, ministerio: true } },
      ejercicio: true,
      asistentes: { orderBy: { orden: "asc" }, select: { cargo: true, firmadaEn: true } },
    },
  });
}

/** A decision by its code, in force or annulled, with what the public page may say and no more. */
export function decisionPorCodigo(tx: Transaccion, codigo: string) {
  return tx.decisionRevision.findUnique({
    where: { codigo },
    select: {
      decision: true,
      huella: true,
      en: true,
      anuladaEn: true,
      requisitos: { orderBy: { requisito: "asc" }, select: { requisito: true, cumple: true } },
      envio: {
        select: {
          version: true,
          huellaPlan: true,
          huellaInforme: true,
          institucion: { select: { nombre: true, ministerio: true } },
          ejercicio: { select: { anio: true } },
        },
      },
    },
  });
}

/** A submission by its code, with what the public page may say and no more. */
export function envioPorCodigo(tx: Transaccion, codigo: string) {
  return tx.envio.findUnique({
    where: { codigo },
    select: {
      institucionId: true,
      version: true,
      huellaPlan: true,
      huellaInforme: true,
      enviadoEn: true,
      ronda: { select: { nombre: true } },
      institucion: { select: { nombre: true, ministerio: true } },
      ejercicio: true,
    },
  });
}
