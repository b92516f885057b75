import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { enviarAlComite } from "@/lib/casos/comite/enviar";
import { firmar } from "@/lib/casos/comite/firmar";
import { leerComite } from "@/lib/casos/comite/leer";
import { volverAModificar } from "@/lib/casos/comite/modificar";
import { registrarActaEnPapel } from "@/lib/casos/comite/registrar-papel";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import type { Resultado } from "@/lib/flujo/resultado";
import { conBase } from "@/tests/apoyo/base";
import { archivoDe, contextoDe, mantenerTodo } from "@/tests/apoyo/comite";

const base = conBase({ sembrada: true });
const codigo = "SVA";
const materia = "plan";
let ana: ContextoInstitucion;
let luis: ContextoInstitucion;
let marta: ContextoInstitucion;
let pedro: ContextoInstitucion;
let julia: ContextoInstitucion;

beforeAll(async () => {
  const de = (correo: string) => contextoDe(base, `${correo}@sva.example`, codigo);
  [ana, luis, marta, pedro, julia] = [
    await de("ana.rojas"),
    await de("luis.soto"),
    await de("marta.diaz"),
    await de("pedro.mella"),
    await de("julia.ibanez"),
  ];
  await mantenerTodo(base, codigo);
});

beforeEach(async () => {
  for (const tabla of ["firma", "acta_asistente", "acta", "aprobacion", "notificacion", "correo"])
    await base.comoDueno(`DELETE FROM ${tabla}`);
});

async function huellaActual(): Promise<string> {
  const leida = await leerComite(ana, materia);
  if (!leida.ok) throw new Error(leida.falla.codigo);
  return leida.valor.huella ?? "";
}

async function enviado(): Promise<string> {
  const hecho = await enviarAlComite(ana, { materia });
  if (!hecho.ok) throw new Error(hecho.falla.codigo);
  return huellaActual();
}

const aprueba = (ctx: ContextoInstitucion, huella: string) =>
  firmar(ctx, { materia, huella, decision: "aprueba" });
const objeta = (ctx: ContextoInstitucion, huella: string) =>
  firmar(ctx, { materia, huella, decision: "objeta", motivo: "No corresponde" });
const abre = (ctx: ContextoInstitucion) => volverAModificar(ctx, { materia, motivo: "Corrección" });
const papel = async (huella: string, ctx = ana) => ({
  materia: "plan" as const,
  huella,
  numero: "Acta N° 3",
  fecha: "05/06/2025",
  archivoId: await archivoDe(base, ctx),
  asistentes: [{ nombre: "Marta Díaz Leal", cargo: "Jefa de servicio" }],
  declaraCoherencia: false,
});

const bien = (resultados: readonly Resultado<unknown>[]) => resultados.filter(({ ok }) => ok).length;
const contar = async (sql: string) =>
  (await base.comoDueno<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`))[0]?.n;

/** What must hold whoever came first: at most one act in force, and every act whole. */
async function integridad() {
  expect(await contar("acta WHERE anulada_en IS NULL")).toBeLessThanOrEqual(1);
  expect(await contar("aprobacion WHERE estado = 'en_firma'")).toBeLessThanOrEqual(1);
  // Every approved version has its act, and each act of the platform names everyone who signed its version.
  expect(
    await contar(
      "aprobacion p WHERE estado = 'aprobada' AND NOT EXISTS (SELECT FROM acta a WHERE a.aprobacion_id = p.id)",
    ),
  ).toBe(0);
  expect(
    await contar(
      `acta a WHERE origen = 'plataforma' AND (SELECT count(*) FROM acta_asistente s WHERE s.acta_id = a.id)
         <> (SELECT count(*) FROM firma f WHERE f.aprobacion_id = a.aprobacion_id AND f.decision = 'aprueba')`,
    ),
  ).toBe(0);
}

const VECES = [1, 2, 3];

describe.each(VECES)("al mismo instante (vuelta %i)", () => {
  test("dos clics de la misma firma son una firma", async () => {
    const huella = await enviado();
    const hechos = await Promise.all([
      aprueba(marta, huella),
      aprueba(marta, huella),
      aprueba(marta, huella),
    ]);
    expect(bien(hechos)).toBe(3);
    expect(await contar("firma")).toBe(1);
    await integridad();
  });

  test("dos clics de la última firma son un acta", async () => {
    const huella = await enviado();
    await aprueba(pedro, huella);
    const hechos = await Promise.all([aprueba(marta, huella), aprueba(marta, huella)]);
    expect(hechos).toEqual([
      { ok: true, valor: { completa: true } },
      { ok: true, valor: { completa: true } },
    ]);
    expect([await contar("acta"), await contar("firma")]).toEqual([1, 2]);
    await integridad();
  });

  test("tres integrantes firman a la vez: un acta, y ninguna firma de las que valieron se pierde", async () => {
    const huella = await enviado();
    const hechos = await Promise.all([marta, pedro, julia].map((ctx) => aprueba(ctx, huella)));
    expect(await contar("acta")).toBe(1);
    expect(await contar("firma")).toBe(bien(hechos));
    expect(bien(hechos)).toBeGreaterThanOrEqual(2);
    await integridad();
  });

  test("la misma persona firma en una pestaña y objeta en otra: vale una sola decisión", async () => {
    const huella = await enviado();
    const hechos = await Promise.all([aprueba(marta, huella), objeta(marta, huella)]);
    expect(bien(hechos)).toBe(1);
    expect(await contar("firma")).toBe(1);
    await integridad();
  });

  test("la última firma contra una objeción: o hay acta, o la versión queda objetada", async () => {
    const huella = await enviado();
    await aprueba(pedro, huella);
    const [firma, objecion] = await Promise.all([aprueba(marta, huella), objeta(julia, huella)]);
    expect(bien([firma, objecion])).toBe(1);
    expect(await contar("acta")).toBe(firma.ok ? 1 : 0);
    expect(await contar("aprobacion WHERE estado = 'objetada'")).toBe(objecion.ok ? 1 : 0);
    await integridad();
  });

  test("la última firma contra volver a abrir: nunca queda un acta vigente de algo abierto", async () => {
    const huella = await enviado();
    await aprueba(pedro, huella);
    const [firma, abierta] = await Promise.all([aprueba(marta, huella), abre(ana)]);
    expect(abierta.ok).toBe(true);
    expect(await contar("acta WHERE anulada_en IS NULL")).toBe(0);
    expect(await contar("acta")).toBe(firma.ok ? 1 : 0);
    await integridad();
  });

  test("dos contrapartes envían a la vez: una versión", async () => {
    const hechos = await Promise.all([enviarAlComite(ana, { materia }), enviarAlComite(luis, { materia })]);
    expect(bien(hechos)).toBe(1);
    expect(await contar("aprobacion")).toBe(1);
    await integridad();
  });

  test("el mismo envío repetido por la red responde lo mismo y avisa una vez", async () => {
    const ctx = { ...ana, clave: crypto.randomUUID() };
    const hechos = await Promise.all([enviarAlComite(ctx, { materia }), enviarAlComite(ctx, { materia })]);
    expect(hechos[0]).toEqual(hechos[1]);
    expect([await contar("aprobacion"), await contar("correo")]).toEqual([1, 3]);
  });

  test("un acta en papel contra un envío: gana una, y no quedan las dos", async () => {
    const huella = await huellaActual();
    const hechos = await Promise.all([
      registrarActaEnPapel(ana, await papel(huella)),
      enviarAlComite(luis, { materia }),
    ]);
    expect(bien(hechos)).toBe(1);
    expect((await contar("acta")) === 1).toBe((await contar("aprobacion")) === 0);
    await integridad();
  });

  test("dos actas en papel a la vez: queda una", async () => {
    const huella = await huellaActual();
    const [una, otra] = [await papel(huella), await papel(huella, luis)];
    const hechos = await Promise.all([registrarActaEnPapel(ana, una), registrarActaEnPapel(luis, otra)]);
    expect(bien(hechos)).toBe(1);
    expect(await contar("acta")).toBe(1);
    await integridad();
  });

  test("dos personas vuelven a abrir a la vez: una lo hace y se avisa una vez", async () => {
    await enviado();
    const hechos = await Promise.all([abre(ana), abre(luis)]);
    expect(bien(hechos)).toBe(1);
    expect(await contar("correo WHERE clave LIKE 'comite.modificar %' AND para LIKE 'marta%'")).toBe(1);
    await integridad();
  });
});
