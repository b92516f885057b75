import { crearPlan, normalizarPlan } from "@/lib/datos/repositorio/plan";
import { conActor } from "@/lib/datos/transaccion";
import type { Plan } from "@/lib/expediente/formato";
import { huellaPlan } from "@/lib/expediente/huella";
import { SISTEMA } from "@/lib/flujo/actor";
import { planFicticio } from "@/prisma/semilla/plan";
import { enLaBase } from "@/tests/apoyo/baseE2e";
import { lugarDe } from "@/tests/apoyo/comite";
import { planesReales } from "@/tests/apoyo/datosReales";
import { conBaseDeLaPlataforma } from "./comite-apoyo";

export type Lugar = {
  readonly codigo: string;
  readonly plan: Plan;
  readonly contraparte: string;
  /** Who presides the Committee, and the other member. */
  readonly preside: string;
  readonly integrante: string;
  readonly lectora: string;
};

const GENTE = [
  {
    clave: "contraparte",
    nombre: "Clara Muñoz Peña",
    rol: "contraparte_titular",
    cargo: "Jefa de Planificación",
  },
  { clave: "preside", nombre: "Beatriz Lillo Ossa", rol: "integrante_comite", cargo: "Directora" },
  { clave: "integrante", nombre: "Iván Güell Ñanco", rol: "integrante_comite", cargo: "Jefe de la OIRS" },
  { clave: "lectora", nombre: "Rita Ñuñez Soto", rol: "lector", cargo: null },
] as const;

/**
 * An institution of its own with a real plan of those at hand, or with an invented one of as many activities where
 * there is none, and who works in it: a counterpart, a Committee of two and a reader.
 * @param codigo of the institution, which no other test uses
 * @param archivo real plan
 */
export async function conPlanReal(codigo: string, archivo: string, actividades = 10): Promise<Lugar> {
  const real = planesReales().find(([nombre]) => nombre === archivo)?.[1];
  const nombre = real?.institucion.nombre ?? `Servicio de Prueba ${codigo}`;
  const ministerio = real?.institucion.ministerio ?? "Ministerio de Prueba";
  const plan = normalizarPlan({
    ...(real ?? planFicticio({ codigo, nombre, ministerio } as never, actividades)),
    institucion: { codigo, nombre, ministerio },
  });
  await enLaBase("INSERT INTO institucion (codigo, nombre, ministerio) VALUES ($1, $2, $3)", [
    codigo,
    nombre,
    ministerio,
  ]);
  const correo = (clave: string) => `${clave}@${codigo.toLowerCase()}.example`;
  for (const uno of GENTE)
    await enLaBase(
      `WITH u AS (
         INSERT INTO usuario (nombre, correo, clave_hash)
         SELECT $1, $2, clave_hash FROM usuario WHERE correo = 'ana.rojas@sva.example' RETURNING id)
       INSERT INTO membresia (usuario_id, rol, institucion_id, cargo, preside)
       SELECT u.id, $3::rol, i.id, $4, $5 FROM u, institucion i WHERE i.codigo = $6`,
      [uno.nombre, correo(uno.clave), uno.rol, uno.cargo, uno.clave === "preside", codigo],
    );
  await conBaseDeLaPlataforma(async (base) => {
    const { institucion, ejercicioId } = await lugarDe(base, codigo);
    await conActor(SISTEMA, "prueba", (tx) =>
      crearPlan(tx, {
        institucionId: institucion.id,
        ejercicioId,
        plan,
        huella: huellaPlan(plan),
        origen: "prueba",
        cargadoPorId: null,
        cargadoEn: new Date("2025-03-03T12:00:00Z"),
      }),
    );
  });
  return {
    codigo,
    plan,
    contraparte: correo("contraparte"),
    preside: correo("preside"),
    integrante: correo("integrante"),
    lectora: correo("lectora"),
  };
}
