import { unaVez } from "@/lib/datos/repositorio/intento";
import {
  type EnvioDeRevision,
  leerContenido,
  listarCriterios,
  transitarEnvio,
} from "@/lib/datos/repositorio/revision";
import { crearDecision } from "@/lib/datos/repositorio/revisionDecision";
import {
  type ObservacionConHilo,
  observacionesDeRonda,
  publicarObservaciones,
} from "@/lib/datos/repositorio/revisionObservacion";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { huella } from "@/lib/expediente/huella";
import { codigoNuevo } from "@/lib/flujo/codigo";
import { exito, fallar, type Resultado } from "@/lib/flujo/resultado";
import { type IdRequisito, REQUISITOS } from "@/lib/guia/e3-2025/requisitos";
import { avisar } from "../aviso";
import { personasDe } from "../comite/situacion";
import type { Contexto } from "../contexto";
import { CHOQUE, requisitosDe, tomarParaEvento } from "./comun";

export type Decidir = {
  readonly envio: string;
  readonly decision: "valida" | "no_valida";
  readonly razones: string;
  /** Drafts of observations that the person was shown: with «no cumple» the institution reads them. */
  readonly borradores: readonly string[];
};

export type Decidido = { readonly codigo: string; readonly decision: Decidir["decision"] };

type Veredicto = { readonly criterio: string; readonly resultado: string; readonly razon: string };

/**
 * Decides a version of the final round, requirement by requirement, bound to the digest of what was sent; the
 * counterparts and the Committee are told. What makes it refuse is `impedimento`. Fails also: `conflicto_estado`.
 */
export function decidirEnvio(ctx: Contexto, entrada: Decidir): Promise<Resultado<Decidido>> {
  return conActor(ctx.actor, "revision.decidir", (tx) =>
    unaVez(tx, ctx, "revision.decidir", async () => {
      const evento = entrada.decision === "valida" ? "validar" : "no_validar";
      const tomado = await tomarParaEvento(tx, ctx, entrada.envio, "revision.decidir", evento);
      if (!tomado.ok) return tomado;
      const { envio, hacia } = tomado.valor;
      const criterios = await listarCriterios(tx, envio.id);
      const requisitos = requisitosDe(envio);
      const observaciones = await observacionesDeRonda(tx, envio);
      const contra = impedimento(entrada, { requisitos, criterios, observaciones });
      if (contra) return fallar(contra.codigo, contra.mensaje, contra.campos);
      const sinVer = observaciones.filter(
        ({ id, envioId, publicadaEn }) =>
          envioId === envio.id && publicadaEn === null && !entrada.borradores.includes(id),
      );
      if (sinVer.length > 0)
        return fallar(
          "borradores_sin_ver",
          `Mientras tanto se ${sinVer.length === 1 ? "guardó 1 observación" : `guardaron ${sinVer.length} observaciones`} en borrador que usted no vio, y la institución las leería con la decisión. Recargue la página y revíselas antes de decidir.`,
        );
      if (!(await transitarEnvio(tx, envio.id, envio.estado, { estado: hacia }))) return CHOQUE;
      // What was observed and not returned is part of why it does not comply: the institution reads it.
      await publicarObservaciones(tx, envio.id, ctx.ahora);
      const codigo = await escribirDecision(tx, ctx, { envio, entrada, requisitos, criterios });
      await contarDecision(tx, ctx, envio, entrada.decision, codigo);
      return exito({ codigo, decision: entrada.decision });
    }),
  );
}

async function escribirDecision(
  tx: Transaccion,
  ctx: Contexto,
  {
    envio,
    entrada,
    requisitos,
    criterios,
  }: {
    envio: EnvioDeRevision;
    entrada: Decidir;
    requisitos: readonly IdRequisito[];
    criterios: readonly Veredicto[];
  },
): Promise<string> {
  const codigo = codigoNuevo();
  await crearDecision(tx, {
    institucionId: envio.institucionId,
    envioId: envio.id,
    decision: entrada.decision,
    razones: entrada.razones.trim(),
    huella: huella(await leerContenido(tx, envio.id)),
    codigo,
    porId: ctx.actor.usuarioId,
    en: ctx.ahora,
    requisitos: requisitos.map((requisito) => {
      const suyo = criterios.find(({ criterio }) => criterio === requisito);
      return { requisito, cumple: suyo?.resultado === "cumple", razon: suyo?.razon ?? "" };
    }),
  });
  return codigo;
}

async function contarDecision(
  tx: Transaccion,
  ctx: Contexto,
  { institucion, institucionId, version }: EnvioDeRevision,
  decision: Decidir["decision"],
  codigo: string,
): Promise<void> {
  const { contrapartes, integrantes } = await personasDe(tx, institucionId);
  const que = decision === "valida" ? "CUMPLE" : "NO CUMPLE";
  await avisar(tx, { ...ctx, institucion }, [...contrapartes, ...integrantes], {
    clave: `revision.decidir ${codigo}`,
    tipo: "decision",
    asunto: `Decisión de la Red de Expertos: ${que.toLowerCase()}`,
    texto: `La Red de Expertos decidió sobre la versión ${version} de ${institucion.nombre}: ${que}. Código de verificación: ${codigo}.`,
    enlace: `/institucion/${institucion.codigo}/revision`,
  });
}

type Situacion = {
  readonly requisitos: readonly IdRequisito[];
  readonly criterios: readonly Veredicto[];
  readonly observaciones: readonly Pick<ObservacionConHilo, "estado">[];
};

export type Impedimento = {
  readonly codigo: "sin_veredicto" | "incoherente" | "observaciones_abiertas" | "entrada_invalida";
  readonly mensaje: string;
  readonly campos?: Readonly<Record<string, string>>;
};

const contar = (n: number, uno: string, varios: string): string => (n === 1 ? `1 ${uno}` : `${n} ${varios}`);

/**
 * Why a decision cannot be taken; null when it can. Each requirement needs its verdict, cumple or no cumple, that its
 * medios do not contradict; to validate, every one complies and no observation is left without resolving; not to
 * validate, some does not comply and the reasons are written.
 */
export function impedimento(
  { decision, razones }: Pick<Decidir, "decision" | "razones">,
  { requisitos, criterios, observaciones }: Situacion,
): Impedimento | null {
  const de = (id: string) => criterios.find(({ criterio }) => criterio === id)?.resultado;
  const pendientes = requisitos.filter((id) => de(id) !== "cumple" && de(id) !== "no_cumple");
  if (pendientes.length > 0)
    return {
      codigo: "sin_veredicto",
      mensaje: `Falta decir si cumple o no cumple: ${pendientes.join(" y ")}. «Con observaciones» sirve para devolver, no para decidir.`,
    };
  for (const id of requisitos) {
    const contrario = REQUISITOS[id].medios.find((medio) => {
      const suyo = de(medio.id);
      return suyo === "no_cumple" || suyo === "con_observaciones";
    });
    if (de(id) === "cumple" && contrario)
      return {
        codigo: "incoherente",
        mensaje: `${id} quedó en «cumple», pero uno de sus medios de verificación no: «${contrario.nombre}». Revise uno de los dos.`,
      };
  }
  const noCumplen = requisitos.filter((id) => de(id) === "no_cumple");
  if (decision === "valida" && noCumplen.length > 0)
    return {
      codigo: "incoherente",
      mensaje: `No se puede validar: ${noCumplen.join(" y ")} no ${noCumplen.length === 1 ? "cumple" : "cumplen"}.`,
    };
  if (decision === "no_valida" && noCumplen.length === 0)
    return {
      codigo: "incoherente",
      mensaje: "Todos los requisitos quedaron en «cumple»: para no validar, diga cuál no cumple y por qué.",
    };
  const abiertas = observaciones.filter(({ estado }) => estado !== "resuelta").length;
  if (decision === "valida" && abiertas > 0)
    return {
      codigo: "observaciones_abiertas",
      mensaje: `No se puede validar con ${contar(abiertas, "observación sin resolver", "observaciones sin resolver")}: resuélvalas, quite los borradores o devuelva la versión.`,
    };
  if (decision === "no_valida" && razones.trim() === "") {
    const mensaje =
      abiertas > 0
        ? `Escriba las razones, y por qué se decide con ${contar(abiertas, "observación sin resolver", "observaciones sin resolver")}.`
        : "Escriba las razones: van en el certificado.";
    return { codigo: "entrada_invalida", mensaje, campos: { razones: mensaje } };
  }
  return null;
}
