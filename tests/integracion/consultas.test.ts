import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { instituciones } from "@/lib/casos/administracion/institucion";
import { leerElementoEnAjuste, leerPlanEnAjuste } from "@/lib/casos/ajuste/leer";
import { leerResumenComite } from "@/lib/casos/comite/resumen";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { agregarInstancia } from "@/lib/casos/difusion/instancia";
import { leerDifusion } from "@/lib/casos/difusion/leer";
import { leerEnvio } from "@/lib/casos/envio/leer";
import { leerGrupos } from "@/lib/casos/grupo/leer";
import { leerActividad } from "@/lib/casos/informe/actividad";
import { leerInforme } from "@/lib/casos/informe/leer";
import { leerInicio } from "@/lib/casos/institucion/inicio";
import { leerRevision as leerObservaciones } from "@/lib/casos/observacion/leer";
import { leerProrrogas } from "@/lib/casos/prorroga/listar";
import { leerBandeja } from "@/lib/casos/revision/bandeja";
import { leerRevision } from "@/lib/casos/revision/leer";
import { leerTablero } from "@/lib/casos/tablero/leer";
import type { Plan } from "@/lib/expediente/formato";
import type { Resultado } from "@/lib/flujo/resultado";
import { SIN_FILTRO } from "@/lib/flujo/tablero";
import { BANDEJA_ENTERA } from "@/lib/flujo/vistaBandeja";
import { sembrarMucho } from "@/prisma/semilla/mucho";
import { conBase } from "@/tests/apoyo/base";
import { crearInstitucion } from "@/tests/apoyo/institucion";
import { planDePrueba } from "@/tests/apoyo/planDePrueba";
import { valor } from "@/tests/apoyo/resultado";

const base = conBase();
const DICIEMBRE = new Date("2025-12-28T15:00:00Z");
const CUANTAS = 60;

let chica: ContextoInstitucion;
let grande: ContextoInstitucion;
let coordinacion: ContextoInstitucion;

/** A plan with many more elements of each kind than the other. */
function planGrande(codigo: string): Plan {
  const plan = planDePrueba(codigo);
  const [modelo] = plan.actividades ?? [];
  const [indicador] = modelo?.indicadoresDesempeno ?? [];
  if (!modelo || !indicador) throw new Error("El plan de prueba no tiene actividades.");
  const actividades = Array.from({ length: 15 }, (_, n) => ({
    ...modelo,
    id: `A${n + 1}`,
    areasResponsables: ["Una", "Dos", "Tres"],
    tramites: ["Certificado", "Permiso", "Inscripción"],
    indicadoresDesempeno: [1, 2, 3].map((k) => ({ ...indicador, id: `A${n + 1}.ID${k}` })),
  }));
  return { ...plan, actividades };
}

let cuenta = 0;
const original = pg.Client.prototype.query;

beforeAll(async () => {
  await sembrarMucho(base.dueno, { instituciones: CUANTAS, momento: DICIEMBRE });
  const [una, otra] = [await crearInstitucion("CHI"), await crearInstitucion("GRA", planGrande("GRA"))];
  chica = await una.ctx("Ana Rojas", DICIEMBRE);
  grande = await otra.ctx("Ana Rojas", DICIEMBRE);
  coordinacion = await una.ctx("Carla Núñez", DICIEMBRE, "coordinacion");
  for (const [ctx, veces] of [
    [chica, 1],
    [grande, 12],
  ] as const)
    for (let i = 0; i < veces; i++) await valor(agregarInstancia(ctx));
  await base.comoDueno(
    "INSERT INTO dificultad_holgura (institucion_id, informe_id, tipo) SELECT institucion_id, id, 'dificultad' FROM informe, generate_series(1, 10) WHERE institucion_id = $1",
    [grande.institucion.id],
  );
  pg.Client.prototype.query = function contada(this: pg.Client, ...argumentos: unknown[]) {
    cuenta++;
    return Reflect.apply(original, this, argumentos);
  } as typeof original;
});
afterAll(() => {
  pg.Client.prototype.query = original;
});
beforeEach(() => {
  cuenta = 0;
});

/** Queries that a screen sends to the database, once it works. */
async function contar(pantalla: () => Promise<Resultado<unknown>>): Promise<number> {
  await valor(pantalla());
  cuenta = 0;
  await valor(pantalla());
  return cuenta;
}

/** Above what any screen needs today; a screen that passes it asks for too much at once, or one thing at a time. */
const TECHO = 100;

const DE_INSTITUCION: readonly (readonly [
  string,
  (ctx: ContextoInstitucion) => Promise<Resultado<unknown>>,
])[] = [
  ["el inicio", leerInicio],
  ["el plan", leerPlanEnAjuste],
  ["un elemento del plan", (ctx) => leerElementoEnAjuste(ctx, { elemento: "A1" })],
  ["el informe", leerInforme],
  ["una actividad del informe", (ctx) => leerActividad(ctx, { actividad: "A1" })],
  ["la difusión", leerDifusion],
  ["el Comité", leerResumenComite],
  ["el envío", leerEnvio],
  ["las observaciones", leerObservaciones],
];

test.each(DE_INSTITUCION)(
  "%s pide lo mismo a la base con dos actividades que con quince",
  async (_, leer) => {
    const [poco, mucho] = [await contar(() => leer(chica)), await contar(() => leer(grande))];
    expect(mucho).toBe(poco);
    expect(mucho).toBeGreaterThan(0);
    expect(mucho).toBeLessThan(TECHO);
  },
);

test("una versión en revisión pide lo mismo a la base por chica o grande que sea", async () => {
  const envios = await base.comoDueno<{ id: string }>(
    `SELECT e.id FROM envio e JOIN plan p ON p.institucion_id = e.institucion_id AND p.ejercicio_id = e.ejercicio_id
     WHERE e.estado = 'en_revision' ORDER BY (SELECT count(*) FROM actividad a WHERE a.plan_id = p.id)`,
  );
  const leer = (envio: string) => contar(() => leerRevision(coordinacion, { envio, seccion: "plan" }));
  const [poco, mucho] = [await leer(envios[0]?.id ?? ""), await leer(envios.at(-1)?.id ?? "")];
  expect(mucho).toBe(poco);
  expect(mucho).toBeLessThan(TECHO);
});

test("la bandeja de revisión pide lo mismo a la base con una fila que con una página llena", async () => {
  const leer = (buscar: string) => contar(() => leerBandeja(coordinacion, { ...BANDEJA_ENTERA, buscar }));
  const [una, muchas] = [await leer("M00001"), await leer("")];
  expect(muchas).toBe(una);
  expect(muchas).toBeLessThan(TECHO);
});

test("el tablero y los grupos de la coordinación piden lo mismo con una institución que con todas", async () => {
  const tablero = (texto: string) =>
    contar(() =>
      leerTablero(coordinacion, { filtro: { ...SIN_FILTRO, texto }, por: "etapa", pagina: 1 } as never),
    );
  const [una, todas] = [await tablero("M00001"), await tablero("")];
  expect(todas).toBe(una);
  expect(todas).toBeLessThan(TECHO);
  const grupos = () =>
    contar(
      () => leerGrupos(coordinacion, { texto: "", pagina: 1, personas: 1 }) as Promise<Resultado<unknown>>,
    );
  const antes = await grupos();
  await base.comoDueno(
    "INSERT INTO grupo (ejercicio_id, nombre) SELECT id, 'Nuevo ' || n FROM ejercicio, generate_series(1, 20) n WHERE anio = 2025",
  );
  expect(await grupos()).toBe(antes);
});

test("las prórrogas y las instituciones piden lo mismo a la base con una que con una página llena", async () => {
  await base.comoDueno(
    `INSERT INTO prorroga (institucion_id, ejercicio_id, alcance, hasta, razon, otorgada_por_id, otorgada_en)
     SELECT i.id, e.id, 'envio', now(), 'Una razón', $1, now() FROM institucion i, ejercicio e WHERE e.anio = 2025 ON CONFLICT DO NOTHING`,
    [coordinacion.actor.usuarioId],
  );
  for (const leer of [leerProrrogas, instituciones]) {
    const pedir = (texto: string) =>
      contar(() => leer(coordinacion, { texto, pagina: 1 }) as Promise<Resultado<unknown>>);
    const [una, muchas] = [await pedir("M00001"), await pedir("")];
    expect(muchas).toBe(una);
    expect(muchas).toBeLessThan(TECHO);
  }
});
