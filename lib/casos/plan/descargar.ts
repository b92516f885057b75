import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { leerExpediente } from "@/lib/datos/repositorio/expediente";
import { conActor } from "@/lib/datos/transaccion";
import { generar } from "@/lib/documentos/taller";
import { aplicarAjustes } from "@/lib/expediente/aplicar";
import type { Plan } from "@/lib/expediente/formato";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { planillaEnTaller } from "@/lib/planilla/taller/taller";
import { documentoComoPdf } from "../comite/pdf";
import type { ContextoInstitucion } from "../contexto";
import { SIN_PLAN } from "../expediente";

/** Which plan: as it was loaded, or with the decisions taken up to now. */
export type CualPlan = "original" | "vigente";

export type ArchivoListo = { readonly bytes: Uint8Array; readonly nombre: string };

/** Reads one of the two plans of the exercise in course. Fails with `sin_plan` when there is none to show. */
export async function leerPlanParaDescargar(
  { actor, ahora, institucion }: ContextoInstitucion,
  cual: CualPlan,
): Promise<Resultado<{ plan: Plan; anio: number }>> {
  if (!puede(actor, "plan.ver", institucion.id)) return NO_ENCONTRADO;
  return conActor(
    actor,
    "plan.descargar",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      const leido = ejercicio && (await leerExpediente(tx, institucion.id, ejercicio.id));
      if (!leido) return SIN_PLAN;
      const { expediente } = leido;
      const { plan, completa } =
        cual === "original"
          ? { plan: expediente.planOriginal ?? null, completa: true }
          : aplicarAjustes(expediente);
      if (!plan || !completa)
        return fallar(
          "sin_plan",
          "Hay ajustes que no se pueden aplicar todavía: corríjalos antes de descargar el plan vigente.",
        );
      return exito({ plan, anio: ejercicio.anio });
    },
    { soloLectura: true },
  );
}

const nombreDe = ({ plan }: { plan: Plan }, cual: CualPlan, extension: string): string =>
  `Plan ${plan.ejercicio} ${plan.institucion.codigo}${cual === "vigente" ? " vigente" : ""}.${extension}`;

/** The plan in the exchange format `plan-cseu/v1`. */
export async function planComoJson(
  ctx: ContextoInstitucion,
  cual: CualPlan,
): Promise<Resultado<ArchivoListo>> {
  const leido = await leerPlanParaDescargar(ctx, cual);
  if (!leido.ok) return leido;
  const bytes = new TextEncoder().encode(`${JSON.stringify(leido.valor.plan, null, 2)}\n`);
  return exito({ bytes, nombre: nombreDe(leido.valor, cual, "json") });
}

/**
 * The plan as a workbook: in the template's form, which can be loaded again as it is; or, `paraLeer`, as a document.
 * A text that does not fit in a cell fails with its remedy (JSON).
 */
export async function planComoLibro(
  ctx: ContextoInstitucion,
  cual: CualPlan,
  paraLeer: boolean,
): Promise<Resultado<ArchivoListo>> {
  const leido = await leerPlanParaDescargar(ctx, cual);
  if (!leido.ok) return leido;
  const { plan, anio } = leido.valor;
  const nombre = nombreDe(leido.valor, cual, "xlsx");
  if (paraLeer) {
    const opciones = { rotulo: rotuloDe(cual, anio), borrador: cual === "vigente" };
    return exito({ bytes: await generar({ pieza: "planXlsx", plan, opciones }), nombre });
  }
  const { institucion, ejercicio } = plan;
  const libro = await planillaEnTaller("plantillaPlan", [plan, { institucion, ejercicio }]);
  return libro.ok ? exito({ bytes: libro.valor, nombre }) : libro;
}

/** The plan as PDF. The one in force is the Committee's document, with its code and seal once it is approved. */
export async function planComoPdf(
  ctx: ContextoInstitucion,
  cual: CualPlan,
): Promise<Resultado<ArchivoListo>> {
  if (!puede(ctx.actor, "plan.ver", ctx.institucion.id)) return NO_ENCONTRADO;
  if (cual === "vigente") return documentoComoPdf(ctx, "plan", "documento");
  const leido = await leerPlanParaDescargar(ctx, cual);
  if (!leido.ok) return leido;
  const { plan, anio } = leido.valor;
  const bytes = await generar({ pieza: "planPdf", plan, opciones: { rotulo: rotuloDe(cual, anio) } });
  return exito({ bytes, nombre: nombreDe(leido.valor, cual, "pdf") });
}

const rotuloDe = (cual: CualPlan, anio: number): string =>
  cual === "vigente" ? `Vigente ${anio}` : `Diseñado en ${anio - 1}`;
