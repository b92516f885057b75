import { crearPlan, normalizarPlan } from "@/lib/datos/repositorio/plan";
import { fijarDesfase } from "@/lib/datos/repositorio/reloj";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { huellaPlan } from "@/lib/expediente/huella";
import { SISTEMA } from "@/lib/flujo/actor";
import type { Rol } from "@/lib/flujo/permiso";
import { resumirClave } from "@/lib/sesion/clave";
import { planFicticio } from "./plan";
import { TRAMITES } from "./textos";

/** When the demonstration is, until somebody moves its clock. */
const INICIO_DEMO = new Date("2025-06-10T14:00:00Z");

/** The password of every person of the demonstration. */
export const CLAVE_DEMO = "demostracion-cseu-2025";

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
] as const;

type Persona = {
  nombre: string;
  correo: string;
  rol: Rol;
  institucion: string | null;
  papel: string;
  cargo?: string;
  preside?: boolean;
};

const PERSONAS: readonly Persona[] = [
  {
    nombre: "Ana Rojas Pinto",
    correo: "ana.rojas@sva.example",
    rol: "contraparte_titular",
    institucion: "SVA",
    papel: "Contraparte titular (Valles y Aguas)",
  },
  {
    nombre: "Luis Soto Vera",
    correo: "luis.soto@sva.example",
    rol: "contraparte_suplente",
    institucion: "SVA",
    papel: "Contraparte suplente (Valles y Aguas)",
  },
  {
    nombre: "Marta Díaz Leal",
    correo: "marta.diaz@sva.example",
    rol: "integrante_comite",
    institucion: "SVA",
    papel: "Preside el Comité (Valles y Aguas)",
    cargo: "Jefa de servicio",
    preside: true,
  },
  {
    nombre: "Pedro Mella Ruiz",
    correo: "pedro.mella@sva.example",
    rol: "integrante_comite",
    institucion: "SVA",
    papel: "Integrante del Comité (Valles y Aguas)",
    cargo: "Jefe de Planificación",
  },
  {
    nombre: "Julia Ibáñez Toro",
    correo: "julia.ibanez@sva.example",
    rol: "integrante_comite",
    institucion: "SVA",
    papel: "Integrante del Comité (Valles y Aguas)",
    cargo: "Encargada de Atención Ciudadana",
  },
  {
    nombre: "Rosa Campos Lira",
    correo: "rosa.campos@sva.example",
    rol: "lector",
    institucion: "SVA",
    papel: "Lectora (Valles y Aguas)",
  },
  {
    nombre: "Iris Vega Mora",
    correo: "iris.vega@ipa.example",
    rol: "contraparte_titular",
    institucion: "IPA",
    papel: "Contraparte titular (Prestaciones Australes)",
  },
  {
    nombre: "Nora Pavez Silva",
    correo: "nora.pavez@ipa.example",
    rol: "integrante_comite",
    institucion: "IPA",
    papel: "Preside el Comité (Prestaciones Australes)",
    cargo: "Directora nacional",
    preside: true,
  },
  {
    nombre: "Óscar Bravo Lagos",
    correo: "oscar.bravo@ipa.example",
    rol: "integrante_comite",
    institucion: "IPA",
    papel: "Integrante del Comité (Prestaciones Australes)",
    cargo: "Fiscal",
  },
  {
    nombre: "Hugo Parra Gil",
    correo: "hugo.parra@drn.example",
    rol: "contraparte_titular",
    institucion: "DRN",
    papel: "Contraparte titular (Registros del Norte)",
  },
  {
    nombre: "Sonia Cid Retamal",
    correo: "sonia.cid@drn.example",
    rol: "integrante_comite",
    institucion: "DRN",
    papel: "Preside el Comité (Registros del Norte)",
    cargo: "Subdirectora",
    preside: true,
  },
  {
    nombre: "Raúl Tapia Oñate",
    correo: "raul.tapia@drn.example",
    rol: "integrante_comite",
    institucion: "DRN",
    papel: "Integrante del Comité (Registros del Norte)",
    cargo: "Jefe de Tecnologías",
  },
  {
    nombre: "Elena Fuentes Paz",
    correo: "elena.fuentes@red.example",
    rol: "revisor",
    institucion: null,
    papel: "Revisora de la Red de Expertos",
  },
  {
    nombre: "Tomás Araya Cid",
    correo: "tomas.araya@red.example",
    rol: "revisor",
    institucion: null,
    papel: "Revisor de la Red de Expertos",
  },
  {
    nombre: "Carla Núñez Rey",
    correo: "carla.nunez@red.example",
    rol: "coordinacion",
    institucion: null,
    papel: "Coordinación de la Red",
  },
  {
    nombre: "Diego Lagos Mena",
    correo: "diego.lagos@red.example",
    rol: "administrador",
    institucion: null,
    papel: "Administrador de la plataforma",
  },
  {
    nombre: "Vera Ossa Tapia",
    correo: "vera.ossa@externo.example",
    rol: "validador_externo",
    institucion: "SVA",
    papel: "Validadora externa (Valles y Aguas)",
  },
];

/** Who may walk into the demonstration, to be printed. */
export const USUARIOS_DEMO = PERSONAS.map(({ correo, papel }) => ({ correo, papel, clave: CLAVE_DEMO }));

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
