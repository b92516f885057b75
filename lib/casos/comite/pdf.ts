import {
  type ActaLeida,
  type AprobacionLeida,
  actaVigente,
  buscarAprobacion,
} from "@/lib/datos/repositorio/aprobacion";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { conActor } from "@/lib/datos/transaccion";
import { type Encargo, generar } from "@/lib/documentos/taller";
import { planVigente } from "@/lib/expediente/aplicar";
import type { Acta, Expediente } from "@/lib/expediente/formato";
import { type Materia, NOMBRES_MATERIA } from "@/lib/flujo/aprobacion";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "../contexto";
import { direccion } from "../enlace";
import { leerComite } from "./leer";

export type PdfComite = { readonly bytes: Uint8Array; readonly nombre: string };

/**
 * The act in force as PDF/UA-1, drawn from the version it approved and nothing later: the same act gives the same bytes.
 * Fails with `no_encontrado` when there is none, or when it was signed on paper (its file is the act).
 */
export async function actaComoPdf(ctx: ContextoInstitucion, materia: Materia): Promise<Resultado<PdfComite>> {
  if (!puede(ctx.actor, "plan.ver", ctx.institucion.id)) return NO_ENCONTRADO;
  const leida = await conActor(
    ctx.actor,
    "comite.acta",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      const lugar = { institucionId: ctx.institucion.id, ejercicioId: ejercicio?.id ?? "", materia };
      const acta = ejercicio && (await actaVigente(tx, lugar));
      const version = acta?.aprobacionId
        ? await buscarAprobacion(tx, ctx.institucion.id, acta.aprobacionId)
        : null;
      return acta && version ? { acta, version } : null;
    },
    { soloLectura: true },
  );
  if (!leida) return NO_ENCONTRADO;
  const { acta, version } = leida;
  const expediente = conActa(version.contenido as unknown as Expediente, materia, acta);
  const bytes = await generar({
    pieza: "actaPdf",
    clase: materia,
    expediente,
    opciones: {
      borrador: false,
      codigo: acta.codigo,
      urlVerificacion: direccion(`/verificar/${acta.codigo}`),
      emitidoEn: acta.registradaEn.toISOString(),
      firmas: firmasDe(version),
    },
  });
  return exito({ bytes, nombre: `${ctx.institucion.codigo} ${acta.numero.replaceAll("/", "-")}.pdf` });
}

/** The frozen expediente with the act that approved it, which came after freezing. */
function conActa(expediente: Expediente, materia: Materia, fila: ActaLeida): Expediente {
  const acta: Acta = {
    numero: fila.numero,
    fecha: fila.fecha.toISOString().slice(0, 10),
    decision: "aprueba",
    asistentes: fila.asistentes.map(({ nombre, cargo, area }) => ({ nombre, cargo, ...(area && { area }) })),
    huella: fila.huella,
    // Without changes there is nothing to declare, and saying that it was not would read as a reproach (APL-05).
    ...(fila.declaraCoherencia && { declaraCoherenciaDiagnostico: true }),
  };
  return { ...expediente, [materia === "plan" ? "aprobacionPlan" : "aprobacionInforme"]: acta };
}

const firmasDe = ({ firmas }: AprobacionLeida) =>
  firmas
    .filter(({ decision }) => decision === "aprueba")
    .map(({ nombre, cargo, area, firmadaEn }) => ({
      nombre,
      cargo,
      area,
      firmadoEn: firmadaEn.toISOString(),
    }));

/** What the Committee reads, as PDF: the plan in force, or form E3O1RT1; `minuta`, the summary of changes to the plan. */
export async function documentoComoPdf(
  ctx: ContextoInstitucion,
  materia: Materia,
  cual: "documento" | "minuta",
): Promise<Resultado<PdfComite>> {
  if (!puede(ctx.actor, "plan.ver", ctx.institucion.id)) return NO_ENCONTRADO;
  const leida = await leerComite(ctx, materia);
  if (!leida.ok) return leida;
  const { expediente, acta, actaVale, version, anio } = leida.valor;
  if (cual === "minuta" && materia !== "plan") return NO_ENCONTRADO;
  const borrador = acta === null || !actaVale;
  const opciones = {
    borrador,
    ...(acta &&
      !borrador && { codigo: acta.codigo, urlVerificacion: direccion(`/verificar/${acta.codigo}`) }),
  };
  const plan = planVigente(expediente);
  let encargo: Encargo | null = null;
  if (cual === "minuta") encargo = { pieza: "minutaPdf", expediente, opciones };
  else if (materia === "informe")
    encargo = { pieza: "formularioPdf", requisito: "E3O1RT1", expediente, opciones };
  else if (plan) encargo = { pieza: "planPdf", plan, opciones: { ...opciones, rotulo: `Vigente ${anio}` } };
  if (!encargo)
    return fallar("sin_plan", "Todavía no hay un plan que mostrar: corrija antes los ajustes que faltan.");
  const que = cual === "minuta" ? "Resumen de cambios" : NOMBRES_MATERIA[materia].nombre;
  const sufijo = version === null ? "" : `, versión ${version}`;
  return exito({ bytes: await generar(encargo), nombre: `${ctx.institucion.codigo} ${que}${sufijo}.pdf` });
}
