import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { type FilaTablero, leerTablero } from "@/lib/datos/repositorio/precarga";
import { conActor } from "@/lib/datos/transaccion";
import { estadoDeMateria } from "@/lib/flujo/aprobacion";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";

/** How far an institution is, from nothing loaded to validated: the one word of the coordination's list. */
export const ETAPAS = {
  sin_plan: "Sin plan cargado",
  ajuste: "Ajusta el plan",
  plan_en_comite: "Plan en el Comité",
  plan_objetado: "Plan objetado",
  plan_aprobado: "Plan aprobado",
  informe: "Llena el informe",
  informe_en_comite: "Informe en el Comité",
  informe_aprobado: "Informe aprobado",
  enviado: "Enviado",
  observado: "Con observaciones",
  validado: "Validado",
  no_validado: "No validado",
} as const;

export type Etapa = keyof typeof ETAPAS;

export type InstitucionEnTablero = Pick<
  FilaTablero,
  "codigo" | "nombre" | "ministerio" | "decididas" | "elementos" | "prorrogas"
> & { readonly etapa: Etapa };

function etapaDe(fila: FilaTablero): Etapa {
  if (fila.envio) return fila.envio === "en_revision" ? "enviado" : fila.envio;
  if (!fila.hayPlan) return "sin_plan";
  const ultima = (estado: FilaTablero["estadoPlan"]) => estado && { estado };
  const informe = estadoDeMateria(ultima(fila.estadoInforme), fila.actaInforme);
  if (informe === "aprobada") return "informe_aprobado";
  if (informe === "en_firma") return "informe_en_comite";
  const plan = estadoDeMateria(ultima(fila.estadoPlan), fila.actaPlan);
  if (plan === "aprobada") return fila.informeEmpezado ? "informe" : "plan_aprobado";
  if (plan === "en_firma") return "plan_en_comite";
  return plan === "objetada" ? "plan_objetado" : "ajuste";
}

/** Every active institution within reach with how far it is in the exercise in course. */
export async function leerInicioCoordinacion({ actor, ahora }: Contexto) {
  if (!puede(actor, "plan.precargar")) return NO_ENCONTRADO;
  return conActor(
    actor,
    "coordinacion.inicio",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      if (!ejercicio)
        return fallar("sin_ejercicio", "No hay un ejercicio anual. Créelo en «Ejercicios» para empezar.");
      const filas = await leerTablero(tx, ejercicio.id);
      return exito({
        ejercicio,
        instituciones: filas.map((fila): InstitucionEnTablero => ({ ...fila, etapa: etapaDe(fila) })),
      });
    },
    { soloLectura: true },
  );
}
