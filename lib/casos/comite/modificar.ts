import { anularActa, cerrarAprobacion } from "@/lib/datos/repositorio/aprobacion";
import type { Ejercicio } from "@/lib/datos/repositorio/ejercicio";
import { leerDevuelta, prorrogaVigente } from "@/lib/datos/repositorio/envio";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import type { Actor } from "@/lib/flujo/actor";
import { type Materia, NOMBRES_MATERIA, siguienteEstado } from "@/lib/flujo/aprobacion";
import { LUGARES_DE_CIERRE } from "@/lib/flujo/puntero";
import { algoReabierto } from "@/lib/flujo/reapertura";
import { exito, type Falla, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { avisar } from "../aviso";
import type { ContextoInstitucion } from "../contexto";
import { rutaComite, tomarParaActuar } from "./materia";
import { fueraDePlazoParaFirmar } from "./plazo";
import { leerSituacion, personasDe } from "./situacion";

type Situacion = Awaited<ReturnType<typeof leerSituacion>>;

/**
 * Why a matter that was sent or approved cannot be opened again now; null when it can. After a return, only a matter
 * of which the return opened something: the Committee's change after review is impossible without one. An act signed on the platform
 * is not given up after its date limit, since another could not be signed: only a paper act, which can be registered
 * again with its own date, or a plan whose adjustments were extended (note 2).
 */
export async function impedimentoParaModificar(
  tx: Transaccion,
  ctx: Pick<ContextoInstitucion, "ahora" | "institucion">,
  ejercicio: Ejercicio,
  materia: Materia,
  { estado, acta, enviado }: Situacion,
): Promise<Falla | null> {
  const { nombre } = NOMBRES_MATERIA[materia];
  if (enviado)
    return fallar("ya_enviado", "El expediente ya está en la Red de Expertos y no admite cambios.").falla;
  const devuelta = await leerDevuelta(tx, ctx.institucion.id, ejercicio.id);
  const abierta =
    devuelta === null || LUGARES_DE_CIERRE[materia].some((lugar) => algoReabierto(devuelta.reabierto, lugar));
  if (!abierta)
    return fallar(
      "no_observado",
      `${nombre}: la Red de Expertos no lo observó, y el acta del Comité sigue vigente. Solo se cambia lo que la devolución reabrió.`,
    ).falla;
  if (siguienteEstado(estado, "modificar") === null)
    return fallar("conflicto_estado", `${nombre}: ya está abierto. Recargue la página para ver su estado.`)
      .falla;
  if (materia === "informe" || !acta) return null;
  const irrepetible = await actaIrrepetible(tx, ctx, ejercicio, acta);
  if (irrepetible) return irrepetible;
  const informe = await leerSituacion(tx, ctx.institucion.id, ejercicio, "informe");
  if (informe.estado === "en_firma" || informe.estado === "aprobada")
    return fallar(
      "informe_en_comite",
      "El informe ya está en el Comité o aprobado con este plan. Ábralo primero.",
    ).falla;
  return null;
}

/** Why the act of a plan cannot be given up: no other could be signed now. Null when it can. */
export async function actaIrrepetible(
  tx: Transaccion,
  ctx: Pick<ContextoInstitucion, "ahora" | "institucion">,
  ejercicio: Ejercicio,
  acta: Situacion["acta"],
): Promise<Falla | null> {
  const tarde = fueraDePlazoParaFirmar("plan", ejercicio, ctx.ahora);
  if (!tarde || acta?.origen !== "plataforma") return null;
  const prorroga = await prorrogaVigente(tx, ctx.institucion.id, ejercicio.id, "ajuste");
  return prorroga && prorroga.hasta >= ctx.ahora
    ? null
    : fallar("fuera_de_plazo", `El acta vigente no se puede dejar sin efecto. ${tarde}`).falla;
}

/**
 * Opens the plan or the report again after it was sent or approved: its signatures, and its act if there is one, are
 * left without effect, and those who signed are told.
 */
export function volverAModificar(
  ctx: ContextoInstitucion,
  { materia, motivo }: { readonly materia: Materia; readonly motivo: string },
): Promise<Resultado<{ firmas: number }>> {
  const institucionId = ctx.institucion.id;
  return conActor(ctx.actor, "comite.modificar", async (tx) => {
    const ejercicio = await tomarParaActuar(tx, ctx, materia, "plan.enviarComite");
    if (!ejercicio) return NO_ENCONTRADO;
    const situacion = await leerSituacion(tx, institucionId, ejercicio, materia);
    const falla = await impedimentoParaModificar(tx, ctx, ejercicio, materia, situacion);
    if (falla) return { ok: false, falla };
    const porque = motivo.trim() || "La contraparte lo volvió a abrir para modificarlo.";
    const que = `${ctx.actor.nombre} volvió a abrir ${NOMBRES_MATERIA[materia].conArticulo}`;
    await dejarSinEfecto(tx, ctx, materia, situacion, { que, porque });
    return exito({ firmas: firmasVivas(situacion) });
  });
}

/**
 * Closes the version that waits and annuls the act in force of a matter, if there are, and tells the Committee and the
 * counterparts. Inside a transaction that holds the institution.
 * @param razon `que` opens the notice and says who did what; `porque` is the reason, kept with what is annulled.
 */
export async function dejarSinEfecto(
  tx: Transaccion,
  ctx: Pick<ContextoInstitucion, "ahora" | "institucion"> & { readonly actor: Pick<Actor, "usuarioId"> },
  materia: Materia,
  { ultima, acta }: Situacion,
  { que, porque }: { readonly que: string; readonly porque: string },
): Promise<void> {
  if (ultima?.estado === "en_firma")
    await cerrarAprobacion(tx, ultima.id, {
      estado: "anulada",
      cerradaEn: ctx.ahora,
      motivoCierre: porque,
    });
  if (acta) await anularActa(tx, acta.id, ctx.ahora, porque);
  const { integrantes, contrapartes } = await personasDe(tx, ctx.institucion.id);
  await avisar(tx, ctx, [...integrantes, ...contrapartes], {
    clave: `comite.modificar ${acta?.id ?? ultima?.id}`,
    tipo: "comite_sin_efecto",
    asunto: `${NOMBRES_MATERIA[materia].nombre}: las firmas quedaron sin efecto`,
    texto: `${que}: ${acta ? "el acta y las firmas dadas quedaron" : "las firmas dadas quedaron"} sin efecto. Motivo: ${porque}`,
    enlace: rutaComite(ctx.institucion.codigo, materia),
  });
}

/** How many approving signatures would be left without effect by opening a matter again. */
export function firmasVivas({ ultima, acta }: Pick<Situacion, "ultima" | "acta">): number {
  const vive = ultima?.estado === "en_firma" || (acta !== null && acta.aprobacionId === ultima?.id);
  return vive ? (ultima?.firmas.filter(({ decision }) => decision === "aprueba").length ?? 0) : 0;
}
