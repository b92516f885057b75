import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { institucionDeCodigo, leerPlanCargado } from "@/lib/datos/repositorio/precarga";
import { conActor } from "@/lib/datos/transaccion";
import { puede } from "@/lib/flujo/permiso";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { planillaEnTaller } from "@/lib/planilla/taller/taller";
import type { Contexto } from "../contexto";

/**
 * The template that the platform hands out: blank, or of an institution: with its name and, when it has a plan loaded,
 * with the plan.
 */
export async function plantillaParaPrecarga(
  { actor, ahora }: Contexto,
  codigo: string | undefined,
): Promise<Resultado<{ bytes: Uint8Array; nombre: string }>> {
  if (!puede(actor, "plan.precargar")) return NO_ENCONTRADO;
  const leido = await conActor(
    actor,
    "plan.plantilla",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      if (!ejercicio) return null;
      if (codigo === undefined) return { ejercicio, institucion: null, plan: null };
      const institucion = await institucionDeCodigo(tx, codigo);
      if (!institucion || !puede(actor, "plan.precargar", institucion.id)) return null;
      const cargado = await leerPlanCargado(tx, institucion.id, ejercicio.id);
      return { ejercicio, institucion, plan: cargado?.plan ?? null };
    },
    { soloLectura: true },
  );
  if (!leido) return NO_ENCONTRADO;
  const { ejercicio, institucion, plan } = leido;
  const cabecera = {
    institucion: {
      codigo: institucion?.codigo ?? "",
      nombre: institucion?.nombre ?? "",
      ministerio: institucion?.ministerio ?? "",
    },
    ejercicio: ejercicio.anio,
  };
  const libro = await planillaEnTaller("plantillaPlan", [plan, cabecera]);
  if (!libro.ok) return libro;
  return exito({
    bytes: libro.valor,
    nombre: `Planilla del Plan ${ejercicio.anio}${institucion ? ` ${institucion.codigo}` : ""}.xlsx`,
  });
}
