import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { planillaEnTaller } from "@/lib/planilla/taller/taller";
import type { Contexto } from "../contexto";
import { type ArchivoPlan, leerPlan } from "./leer";
import { faltasDelArchivo, precargadorDe } from "./revisar";

/** The same workbook with its faults marked and listed. Fails with `sin_marcas` for what is not a workbook. */
export async function marcarArchivo(
  ctx: Contexto,
  archivo: ArchivoPlan,
): Promise<Resultado<{ bytes: Uint8Array; nombre: string }>> {
  if (!puede(ctx.actor, "plan.precargar")) return NO_ENCONTRADO;
  const leido = await leerPlan(archivo);
  if (!leido.ok) return leido;
  const faltas = await faltasDelArchivo(precargadorDe(ctx), leido.valor);
  if (!faltas.ok) return faltas;
  if (archivo.bytes[0] !== 0x50)
    return fallar(
      "sin_marcas",
      "Solo un libro de Excel se devuelve marcado. Corrija el JSON con la lista de faltas.",
    );
  const marcado = await planillaEnTaller("marcarFaltas", [archivo.bytes, faltas.valor]);
  if (!marcado.ok) return marcado;
  return exito({ bytes: marcado.valor, nombre: archivo.nombre.replace(/(\.xlsx)?$/i, " con faltas.xlsx") });
}
