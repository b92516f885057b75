import { crearPlan, normalizarPlan } from "@/lib/datos/repositorio/plan";
import { conActor } from "@/lib/datos/transaccion";
import type { Plan } from "@/lib/expediente/formato";
import { huellaPlan } from "@/lib/expediente/huella";
import { SISTEMA } from "@/lib/flujo/actor";
import { escribirLugar } from "@/lib/flujo/campo";
import { nombreCookie, sellarSesion } from "@/lib/sesion/sesion";
import { planesReales } from "@/tests/apoyo/datosReales";
import { planDePrueba } from "@/tests/apoyo/planDePrueba";
import type { BaseDeCarga } from "./base";

/** Somebody with a session open and fields of their own to write. */
export type Persona = {
  readonly usuarioId: string;
  readonly institucionId: string;
  readonly codigo: string;
  readonly cookie: string;
  /** Addresses that nobody else of the simulation writes. */
  readonly campos: readonly string[];
};

const DIA = 24 * 3_600_000;

/** The exercise of a night of December: the plan is closed and what remains is to report and to submit. */
export function ejercicioDeDiciembre(ahora: Date) {
  const dentro = (dias: number) => new Date(ahora.getTime() + dias * DIA);
  return {
    anio: 2025,
    edicion: "e3-2025",
    aperturaAjuste: dentro(-300),
    cierreAjuste: dentro(-150),
    aperturaEnvio: dentro(-40),
    cierreEnvio: dentro(0.5),
  };
}

/** Texts of a report, by plan: what people write on the last night. */
function camposDe(plan: Plan): string[] {
  const generales = ["avances", "desafios", "resultados", "leccionesAprendidas"].map((campo) =>
    escribirLugar({ grupo: "informe", clave: [], campo }),
  );
  const actividades = (plan.actividades ?? []).flatMap(({ id }) =>
    ["explicacion", "medioDescripcion", "custodia"].map((campo) =>
      escribirLugar({ grupo: "actividad", clave: [id], campo }),
    ),
  );
  return [...generales, ...actividades];
}

/**
 * Institutions with their plan (the real ones in turns when they are beside the repository, invented otherwise), a
 * report begun, and people with a session open, made directly in the database.
 * @returns the people, in turns by institution
 */
export async function poblar(
  { dueno }: Pick<BaseDeCarga, "dueno">,
  { instituciones, personas }: { instituciones: number; personas: number },
  {
    prefijo = "N",
    ahora = new Date(),
    planes,
  }: { prefijo?: string; ahora?: Date; planes?: readonly Plan[] } = {},
): Promise<Persona[]> {
  const reales = planes ?? planesReales().map(([, plan]) => plan);
  const ejercicioId = await conActor(SISTEMA, "medida", async (tx) => {
    const datos = ejercicioDeDiciembre(ahora);
    return (await tx.ejercicio.upsert({ where: { anio: datos.anio }, create: datos, update: {} })).id;
  });
  const gente: Persona[][] = [];
  for (let i = 0; i < instituciones; i++) {
    const codigo = `${prefijo}${String(i + 1).padStart(4, "0")}`;
    const crudo = reales[i % Math.max(1, reales.length)] ?? planDePrueba(codigo);
    const plan = normalizarPlan({ ...crudo, institucion: { ...crudo.institucion, codigo } });
    const institucionId = await conActor(SISTEMA, "medida", async (tx) => {
      const nombre = `Servicio de la noche ${i + 1}`;
      const { id } = await tx.institucion.create({ data: { codigo, nombre, ministerio: "Ministerio" } });
      const comun = { institucionId: id, ejercicioId };
      await crearPlan(tx, {
        ...comun,
        plan,
        huella: huellaPlan(plan),
        origen: "medida",
        cargadoPorId: null,
        cargadoEn: ejercicioDeDiciembre(ahora).aperturaAjuste,
      });
      // The plan may have brought its report and its dissemination with it.
      if ((await tx.informe.count({ where: comun })) === 0) await tx.informe.create({ data: comun });
      if ((await tx.difusion.count({ where: comun })) === 0) await tx.difusion.create({ data: comun });
      return id;
    });
    const cuantas = Math.floor(personas / instituciones) + (i < personas % instituciones ? 1 : 0);
    gente.push(await crearPersonas(dueno, { institucionId, codigo, cuantas, campos: camposDe(plan) }, ahora));
  }
  const vueltas = Math.max(0, ...gente.map((una) => una.length));
  return Array.from({ length: vueltas }, (_, k) => gente.flatMap((una) => una[k] ?? [])).flat();
}

type Nuevas = {
  institucionId: string;
  codigo: string;
  cuantas: number;
  campos: readonly string[];
};

async function crearPersonas(
  dueno: BaseDeCarga["dueno"],
  { institucionId, codigo, cuantas, campos }: Nuevas,
  ahora: Date,
): Promise<Persona[]> {
  if (cuantas === 0) return [];
  const { rows } = await dueno.query<{ id: string; usuario_id: string }>(
    `WITH nuevos AS (
       INSERT INTO usuario (correo, nombre) SELECT lower($2) || '.' || n || '@noche.example', 'Persona ' || n || ' de ' || $2 FROM generate_series(1, $3::int) n RETURNING id),
     puestos AS (
       INSERT INTO membresia (usuario_id, institucion_id, rol)
         SELECT id, $1, CASE WHEN row_number() OVER () = 1 THEN 'contraparte_titular'::rol ELSE 'contraparte_suplente' END FROM nuevos RETURNING id, usuario_id)
     INSERT INTO sesion (usuario_id, membresia_id, metodo, creada_en, vista_en, autenticada_en, expira_en)
       SELECT usuario_id, id, 'clave', $4, $4, $4, $4::timestamptz + interval '11 hours' FROM puestos RETURNING id, usuario_id`,
    [institucionId, codigo, cuantas, ahora],
  );
  return Promise.all(
    rows.map(async ({ id, usuario_id }, n) => ({
      usuarioId: usuario_id,
      institucionId,
      codigo,
      cookie: `${nombreCookie(false)}=${await sellarSesion(id)}`,
      campos: campos.filter((_, i) => i % cuantas === n),
    })),
  );
}
