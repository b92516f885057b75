import { leerSituacion } from "@/lib/casos/comite/situacion";
import { leerPlanConAjustes } from "@/lib/datos/repositorio/ajuste";
import type { Ejercicio } from "@/lib/datos/repositorio/ejercicio";
import { leerExpediente } from "@/lib/datos/repositorio/expediente";
import { type InstitucionDestino, leerRespuestas } from "@/lib/datos/repositorio/precarga";
import type { Transaccion } from "@/lib/datos/transaccion";
import { mostrarFecha } from "@/lib/expediente/fecha";
import type { Plan } from "@/lib/expediente/formato";
import { huella } from "@/lib/expediente/huella";
import type { Perdida, SituacionPrecarga } from "@/lib/flujo/vistaPrecarga";
import { actaIrrepetible, firmasVivas } from "../comite/modificar";
import { admitirPlan, esElMismo } from "./admitir";
import { decisionesPerdidas, describirDecision, respuestasAparte } from "./perdida";

type Materias = Record<"plan" | "informe", Awaited<ReturnType<typeof leerSituacion>>>;

/** A file's plan beside what the institution has, as the transaction sees it now. */
export type Cotejo = {
  readonly situacion: Exclude<SituacionPrecarga, "con_faltas">;
  /** The plan of the file, as it would be kept. */
  readonly nuevo: Plan;
  readonly actual: { readonly id: string; readonly plan: Plan } | null;
  readonly materias: Materias | null;
  /** Ids of the decisions that would be taken away. */
  readonly ajustesPerdidos: readonly string[];
  readonly perdida: Perdida | null;
  readonly impedimento: string | null;
  readonly visto: string;
};

type Quien = { readonly ahora: Date };

/** Compares a plan without error faults with what its institution has in a year. Reads only. */
export async function cotejar(
  tx: Transaccion,
  { ahora }: Quien,
  institucion: InstitucionDestino,
  ejercicio: Ejercicio,
  delArchivo: Plan,
): Promise<Cotejo> {
  const nuevo = admitirPlan(delArchivo, institucion);
  const cargado = await leerPlanConAjustes(tx, institucion.id, ejercicio.id);
  const leido = cargado && (await leerExpediente(tx, institucion.id, ejercicio.id));
  const base = { nuevo, ajustesPerdidos: [], perdida: null, impedimento: null };
  if (!cargado || !leido)
    return { ...base, situacion: "crear", actual: null, materias: null, visto: huella({ actual: null }) };
  const actual = { id: cargado.id, plan: cargado.original };
  if (esElMismo(actual.plan, nuevo))
    return { ...base, situacion: "igual", actual, materias: null, visto: huella({ actual: actual.plan }) };

  const { expediente } = leido;
  const ajustes = expediente.ajustes ?? [];
  const perdidas = decisionesPerdidas(ajustes, actual.plan, nuevo);
  const respuestas = await leerRespuestas(tx, institucion.id, ejercicio.id);
  const materias = {
    plan: await leerSituacion(tx, institucion.id, ejercicio, "plan"),
    informe: await leerSituacion(tx, institucion.id, ejercicio, "informe"),
  };
  const aparte = respuestasAparte(respuestas, expediente, nuevo, perdidas);
  const perdida: Perdida = {
    decisiones: perdidas.flatMap((i) => {
      const ajuste = ajustes[i];
      return ajuste ? [describirDecision(ajuste, actual.plan)] : [];
    }),
    conservadas: ajustes.length - perdidas.length,
    otras: [...frasesDeAprobacion(materias), ...frasesDelInforme(respuestas.length, aparte)],
  };
  const trabajado = ajustes.length > 0 || perdida.otras.length > 0;
  const irrepetible = await actaIrrepetible(tx, { ahora, institucion }, ejercicio, materias.plan.acta);
  const impedimento = materias.plan.enviado
    ? "El expediente ya está en la Red de Expertos y no admite otro plan. Devuélvalo con observaciones antes de cargarlo."
    : irrepetible
      ? `${irrepetible.mensaje} También puede otorgarle antes una prórroga de ajustes.`
      : null;
  return {
    nuevo,
    actual,
    materias,
    ajustesPerdidos: perdidas.flatMap((i) => cargado.ajustes[i]?.id ?? []),
    perdida: trabajado ? perdida : null,
    impedimento,
    situacion: impedimento ? "impedida" : trabajado ? "confirmar" : "reemplazar",
    visto: huella({
      actual: actual.plan,
      ajustes,
      respuestas,
      aprobaciones: Object.values(materias).map(({ ultima, acta }) => [
        ultima && [ultima.id, ultima.estado, ultima.firmas.length],
        acta?.id ?? null,
      ]),
    }),
  };
}

function frasesDeAprobacion({ plan, informe }: Materias): string[] {
  return (
    [
      ["El plan", plan],
      ["El informe", informe],
    ] as const
  ).flatMap(([que, situacion]) => {
    const { estado, acta } = situacion;
    const firmas = firmasVivas(situacion);
    const dadas = firmas === 1 ? "1 firma dada" : `${firmas} firmas dadas`;
    if (acta)
      return [
        `${que} está aprobado: el acta N° ${acta.numero}, del ${mostrarFecha(acta.fecha.toISOString().slice(0, 10))}, queda sin efecto y el Comité tiene que aprobar de nuevo.`,
      ];
    if (estado === "en_firma")
      return [
        `${que} está en el Comité, con ${dadas}: el envío y las firmas quedan sin efecto y hay que enviarlo otra vez.`,
      ];
    return estado === "objetada" ? [`El Comité objetó ${que.toLowerCase()} y está en corrección.`] : [];
  });
}

function frasesDelInforme(respuestas: number, aparte: readonly string[]): string[] {
  if (respuestas === 0) return [];
  const empezado = "El informe de implementación ya está empezado.";
  if (aparte.length === 0) return [`${empezado} Sus respuestas se conservan.`];
  return [
    `${empezado} Quedan fuera del informe, aunque no se borran, las respuestas sobre lo que el plan nuevo no tiene: ${aparte.join(", ")}.`,
  ];
}
