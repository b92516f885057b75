import { randomUUID } from "node:crypto";
import type { Contexto } from "@/lib/casos/contexto";
import { cargarArchivo } from "@/lib/casos/precarga/cargar";
import { revisarArchivo } from "@/lib/casos/precarga/revisar";
import { conActor } from "@/lib/datos/transaccion";
import type { Plan } from "@/lib/expediente/formato";
import { SISTEMA } from "@/lib/flujo/actor";
import type { RevisionPlan } from "@/lib/flujo/vistaPrecarga";
import { EN_PLAZO } from "./institucion";

// Mails carry addresses, and those come from the settings of identity.
process.env.SECRETO_SESION ??= "secreto-de-prueba-de-al-menos-32-letras";

/** A plan as the file that somebody chooses. */
export const enJson = (plan: Plan) => ({
  nombre: `${plan.institucion.codigo}.json`,
  bytes: new TextEncoder().encode(JSON.stringify(plan)),
});

/** A person of the Red with the coordination's function, as the door hands them over. */
export async function coordinadora(nombre = "Carla Núñez", ahora: Date = EN_PLAZO): Promise<Contexto> {
  const ids = await conActor(SISTEMA, "prueba", async (tx) => {
    const usuario = await tx.usuario.create({ data: { nombre, correo: `${randomUUID()}@red.example` } });
    const membresia = await tx.membresia.create({ data: { usuarioId: usuario.id, rol: "coordinacion" } });
    return { usuarioId: usuario.id, membresiaId: membresia.id };
  });
  return {
    ahora,
    actor: {
      ...ids,
      nombre,
      sesionId: randomUUID(),
      alcance: "*",
      rol: "coordinacion",
      institucionId: null,
      cargo: null,
      preside: false,
      autenticadaEn: ahora,
    },
  };
}

/** Institutions without a plan, as administration creates them. */
export async function crearVacias(
  instituciones: readonly { codigo: string; nombre: string; ministerio: string }[],
): Promise<void> {
  await conActor(SISTEMA, "prueba", (tx) => tx.institucion.createMany({ data: [...instituciones] }));
}

/** What the screen would show of a plan. */
export async function revisar(ctx: Contexto, plan: Plan): Promise<RevisionPlan> {
  const revision = await revisarArchivo(ctx, enJson(plan));
  if (!revision.ok) throw new Error(revision.falla.mensaje);
  return revision.valor;
}

/** Reviews and loads, as the screen does, confirming when `motivo` is given. */
export async function cargar(ctx: Contexto, plan: Plan, motivo?: string) {
  const { visto, institucion } = await revisar(ctx, plan);
  const confirmacion = motivo === undefined ? { visto } : { visto, motivo, codigo: institucion?.codigo };
  return cargarArchivo(ctx, { ...enJson(plan), confirmacion });
}
