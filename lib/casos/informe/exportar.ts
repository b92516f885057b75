import { leerPunto } from "@/lib/datos/repositorio/posterior";
import { conActor } from "@/lib/datos/transaccion";
import { exito, type Resultado } from "@/lib/flujo/resultado";
import { planillaEnTaller } from "@/lib/planilla/taller/taller";
import type { ContextoInstitucion } from "../contexto";
import { expedienteConFaltas } from "../expediente";

export type ArchivoExportado = { readonly nombre: string; readonly bytes: Uint8Array };

const leer = (ctx: ContextoInstitucion) =>
  conActor(
    ctx.actor,
    "informe.exportar",
    async (tx) => {
      // The point first: what changes while the rest is read counts as later, and is asked for.
      const punto = await leerPunto(tx, ctx.institucion.id);
      const leido = await expedienteConFaltas(tx, ctx);
      return leido.ok ? exito({ expediente: leido.valor.expediente, punto }) : leido;
    },
    { soloLectura: true },
  );

const nombre = (ctx: ContextoInstitucion, que: string, anio: number, extension: string) =>
  `${que}-${ctx.institucion.codigo}-${anio}.${extension}`;

/** The whole expediente as JSON `expediente-cseu/v1`, indented. */
export async function exportarExpediente(ctx: ContextoInstitucion): Promise<Resultado<ArchivoExportado>> {
  const leido = await leer(ctx);
  if (!leido.ok) return leido;
  const { expediente } = leido.valor;
  const bytes = new TextEncoder().encode(`${JSON.stringify(expediente, null, 2)}\n`);
  return exito({ nombre: nombre(ctx, "expediente", expediente.ejercicio, "json"), bytes });
}

/** The Excel template of the report, prefilled with the plan in force and what was answered so far. */
export async function exportarPlantilla(ctx: ContextoInstitucion): Promise<Resultado<ArchivoExportado>> {
  const leido = await leer(ctx);
  if (!leido.ok) return leido;
  const { expediente, punto } = leido.valor;
  const libro = await planillaEnTaller("plantillaInforme", [expediente, punto]);
  if (!libro.ok) return libro;
  return exito({ nombre: nombre(ctx, "informe", expediente.ejercicio, "xlsx"), bytes: libro.valor });
}
