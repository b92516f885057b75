import { randomUUID } from "node:crypto";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { crearPlan, normalizarPlan } from "@/lib/datos/repositorio/plan";
import { conActor } from "@/lib/datos/transaccion";
import type { Plan } from "@/lib/expediente/formato";
import { huellaPlan } from "@/lib/expediente/huella";
import { type ActorPersona, SISTEMA } from "@/lib/flujo/actor";
import type { Rol } from "@/lib/flujo/permiso";
import { planDePrueba } from "./planDePrueba";

// Notices carry the platform's address, which comes with the settings of identity.
process.env.SECRETO_SESION ??= "secreto-de-prueba-de-al-menos-32-letras";
process.env.URL_PUBLICA ??= "http://localhost:3000";

const TITULAR = "Ana Rojas";

/** The exercise of the guide: June 30 closes at 00:00 of July 1 in continental Chile. */
export const EJERCICIO_2025 = {
  anio: 2025,
  edicion: "e3-2025",
  aperturaAjuste: new Date("2025-01-02T12:00:00Z"),
  cierreAjuste: new Date("2025-07-01T04:00:00Z"),
  aperturaEnvio: new Date("2025-11-03T12:00:00Z"),
  cierreEnvio: new Date("2026-01-01T03:00:00Z"),
};

/** A day in June, in term. */
export const EN_PLAZO = new Date("2025-06-10T14:00:00Z");

/** The exercise of 2025, once by database. Returns its id. */
export function asegurarEjercicio(): Promise<string> {
  return conActor(SISTEMA, "prueba", async (tx) => {
    const { anio, ...datos } = EJERCICIO_2025;
    const fila = await tx.ejercicio.upsert({ where: { anio }, create: { anio, ...datos }, update: {} });
    return fila.id;
  });
}

export type InstitucionDePrueba = {
  readonly id: string;
  readonly codigo: string;
  readonly ejercicioId: string;
  readonly planId: string;
  /** A person with a function in it, as a use case sees them. Named people are remembered. */
  readonly ctx: (nombre?: string, ahora?: Date, rol?: Rol) => Promise<ContextoInstitucion>;
};

/** An institution with its plan loaded and whoever works in it. */
export async function crearInstitucion(
  codigo: string,
  plan: Plan = planDePrueba(codigo),
): Promise<InstitucionDePrueba> {
  const ejercicioId = await asegurarEjercicio();
  const { id, planId } = await conActor(SISTEMA, "prueba", async (tx) => {
    const { nombre, ministerio } = plan.institucion;
    const fila = await tx.institucion.create({
      data: { codigo, nombre: nombre ?? codigo, ministerio: ministerio ?? "" },
    });
    const normal = normalizarPlan(plan);
    const creado = await crearPlan(tx, {
      institucionId: fila.id,
      ejercicioId,
      plan: normal,
      huella: huellaPlan(normal),
      origen: "prueba",
      cargadoPorId: null,
      cargadoEn: EJERCICIO_2025.aperturaAjuste,
    });
    return { id: fila.id, planId: creado };
  });
  const personas = new Map<string, Promise<ActorPersona>>();
  const persona = (nombre: string, rol: Rol): Promise<ActorPersona> => {
    const previa = personas.get(nombre) ?? crearPersona(id, nombre, rol);
    personas.set(nombre, previa);
    return previa;
  };
  return {
    id,
    codigo,
    ejercicioId,
    planId,
    // An institution has one counterpart in office; whoever else fills in is a substitute.
    ctx: async (
      nombre = TITULAR,
      ahora = EN_PLAZO,
      rol = nombre === TITULAR ? "contraparte_titular" : "contraparte_suplente",
    ) => ({
      actor: await persona(nombre, rol),
      ahora,
      institucion: { id, codigo, nombre: plan.institucion.nombre ?? codigo },
    }),
  };
}

async function crearPersona(institucionId: string, nombre: string, rol: Rol): Promise<ActorPersona> {
  const deLaRed = rol === "coordinacion" || rol === "administrador";
  const { id: usuarioId, membresiaId } = await conActor(SISTEMA, "prueba", async (tx) => {
    const usuario = await tx.usuario.create({ data: { nombre, correo: `${randomUUID()}@prueba.example` } });
    const membresia = await tx.membresia.create({
      data: { usuarioId: usuario.id, rol, institucionId: deLaRed ? null : institucionId },
    });
    return { id: usuario.id, membresiaId: membresia.id };
  });
  return {
    usuarioId,
    sesionId: randomUUID(),
    alcance: deLaRed ? "*" : [institucionId],
    nombre,
    membresiaId,
    rol,
    institucionId: deLaRed ? null : institucionId,
    cargo: null,
    preside: false,
    autenticadaEn: EN_PLAZO,
  };
}
