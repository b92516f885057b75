import { crearPlan, normalizarPlan } from "@/lib/datos/repositorio/plan";
import { fijarDesfase } from "@/lib/datos/repositorio/reloj";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { huellaPlan } from "@/lib/expediente/huella";
import { SISTEMA } from "@/lib/flujo/actor";
import { resumirClave } from "@/lib/sesion/clave";
import { CLAVE_DEMO, PERSONAS } from "./personas";
import { planFicticio } from "./plan";
import { TRAMITES } from "./textos";

/** When the demonstration is, until somebody moves its clock. */
const INICIO_DEMO = new Date("2025-06-10T14:00:00Z");

const INSTITUCIONES = [
  {
    codigo: "SVA",
    nombre: "Servicio de Valles y Aguas",
    ministerio: "Ministerio de Territorios Ficticios",
    actividades: 4,
  },
  {
    codigo: "IPA",
    nombre: "Instituto de Prestaciones Australes",
    ministerio: "Ministerio de Prestaciones Ficticias",
    actividades: 14,
  },
  {
    codigo: "DRN",
    nombre: "Dirección de Registros del Norte",
    ministerio: "Ministerio de Registros Ficticios",
    actividades: 60,
  },
  // Its expediente is submitted when the demonstration reaches December: see `enviado.ts`.
  {
    codigo: "SCB",
    nombre: "Subsecretaría de Caletas y Borde Costero",
    ministerio: "Ministerio del Mar Ficticio",
    actividades: 4,
  },
] as const;

/** Codes of the institutions of the demonstration. */
export const CODIGOS_DEMO: readonly string[] = INSTITUCIONES.map(({ codigo }) => codigo);

async function sembrarPersonas(
  tx: Transaccion,
  instituciones: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const claveHash = await resumirClave(CLAVE_DEMO);
  const ids = new Map<string, string>();
  for (const { nombre, correo, rol, institucion, cargo, preside } of PERSONAS) {
    const usuario = await tx.usuario.create({ data: { nombre, correo, claveHash } });
    ids.set(correo, usuario.id);
    await tx.membresia.create({
      data: {
        usuarioId: usuario.id,
        rol,
        institucionId: institucion ? (instituciones.get(institucion) ?? null) : null,
        cargo: cargo ?? null,
        preside: preside ?? false,
      },
    });
  }
  return ids;
}

async function sembrarPlan(
  tx: Transaccion,
  institucion: (typeof INSTITUCIONES)[number],
  institucionId: string,
  ejercicio: { id: string; aperturaAjuste: Date },
): Promise<void> {
  const plan = normalizarPlan(planFicticio(institucion, institucion.actividades));
  await tx.tramite.createMany({
    data: (TRAMITES[institucion.codigo] ?? []).map((nombre) => ({ institucionId, nombre })),
  });
  await crearPlan(tx, {
    institucionId,
    ejercicioId: ejercicio.id,
    plan,
    huella: huellaPlan(plan),
    origen: "semilla",
    cargadoPorId: null,
    cargadoEn: ejercicio.aperturaAjuste,
  });
}

async function sembrarTodo(tx: Transaccion, ahora: Date): Promise<void> {
  const instituciones = new Map<string, string>();
  for (const { actividades: _, ...data } of INSTITUCIONES)
    instituciones.set(data.codigo, (await tx.institucion.create({ data })).id);
  const personas = await sembrarPersonas(tx, instituciones);
  const ejercicio = await tx.ejercicio.create({
    data: {
      anio: 2025,
      edicion: "e3-2025",
      aperturaAjuste: new Date("2025-01-02T03:00:00Z"),
      cierreAjuste: new Date("2025-07-01T04:00:00Z"),
      aperturaEnvio: new Date("2025-07-01T04:00:00Z"),
      cierreEnvio: new Date("2026-01-01T03:00:00Z"),
    },
  });
  for (const institucion of INSTITUCIONES)
    await sembrarPlan(tx, institucion, instituciones.get(institucion.codigo) ?? "", ejercicio);
  // The demonstration opens on a working morning of June, with the plan still to be adjusted.
  await fijarDesfase(tx, INICIO_DEMO.getTime() - ahora.getTime());
  const grupo = await tx.grupo.create({ data: { ejercicioId: ejercicio.id, nombre: "Grupo 1" } });
  for (const institucionId of instituciones.values()) {
    await tx.grupoInstitucion.create({
      data: { ejercicioId: ejercicio.id, grupoId: grupo.id, institucionId },
    });
  }
  for (const [i, correo] of ["elena.fuentes@red.example", "tomas.araya@red.example"].entries()) {
    await tx.dupla.create({
      data: { grupoId: grupo.id, usuarioId: personas.get(correo) ?? "", posicion: i + 1 },
    });
  }
}

/**
 * Fills an empty database with the fictional institutions and people, all or nothing.
 * @param ahora the true instant: the clock of the demonstration is set against it
 * @returns false when there was already something, and then nothing changes
 */
export async function sembrar(alInformar: (linea: string) => void, ahora: Date): Promise<boolean> {
  return conActor(
    SISTEMA,
    "semilla",
    async (tx) => {
      if ((await tx.institucion.count()) > 0) return false;
      alInformar("Sembrando datos ficticios…");
      await sembrarTodo(tx, ahora);
      return true;
    },
    { duracionMs: 300_000 },
  );
}
