import { beforeAll, beforeEach, expect, test } from "vitest";
import { guardarCampos } from "@/lib/casos/campo/guardar";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { leerRevision } from "@/lib/casos/observacion/leer";
import { borrarRonda, type GuardarRonda, guardarRonda, leerRondas } from "@/lib/casos/ronda/administrar";
import { enviarARonda } from "@/lib/casos/ronda/enviar";
import { leerRonda } from "@/lib/casos/ronda/leer";
import { escribirLugar } from "@/lib/flujo/campo";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { forasteroNoCambiaNada } from "@/tests/apoyo/forastero";
import { valor } from "@/tests/apoyo/resultado";

const base = conBase({ sembrada: true });
const SEPTIEMBRE = new Date("2025-09-10T15:00:00Z");
let ana: ContextoInstitucion;
let carla: ContextoInstitucion;

const RONDA: GuardarRonda = {
  ronda: "",
  nombre: "Primer ejercicio metodológico",
  requisitos: ["E3O1RT2"],
  abre: "01/09/2025",
  cierra: "15/09/2025",
  retroalimentacion: "30/09/2025",
};

beforeAll(async () => {
  ana = await contextoDe(base, "ana.rojas@sva.example", "SVA", SEPTIEMBRE);
  carla = await contextoDe(base, "carla.nunez@red.example", "SVA", SEPTIEMBRE);
  carla = { ...carla, actor: { ...carla.actor, alcance: "*" } };
});
beforeEach(async () => {
  for (const tabla of [
    "observacion_mensaje",
    "observacion",
    "envio",
    "ronda",
    "correo",
    "notificacion",
    "intento",
  ])
    await base.comoDueno(`DELETE FROM ${tabla}`);
});

const falla = (codigo: string) => ({ ok: false, falla: { codigo } });
const abrir = async (cambios: Partial<GuardarRonda> = {}) =>
  (await valor(guardarRonda(carla, { ...RONDA, ...cambios }))).id;
const enviar = async (ronda: string, ctx = ana) =>
  enviarARonda(ctx, { ronda, huella: (await valor(leerRonda(ctx, { ronda }))).huella });
const en = (instante: string): ContextoInstitucion => ({ ...ana, ahora: new Date(instante) });

test("la Coordinación abre una ronda con sus fechas de Chile, y las contrapartes se enteran", async () => {
  const id = await abrir();
  const { rondas } = await valor(leerRondas(carla));
  expect(rondas).toMatchObject([
    {
      id,
      requisitos: ["E3O1RT2"],
      abreEn: new Date("2025-09-01T04:00:00Z"),
      cierraEn: new Date("2025-09-16T03:00:00Z"),
      retroalimentacionEn: new Date("2025-10-01T03:00:00Z"),
    },
  ]);
  const avisados = await base.comoDueno<{ correo: string }>(
    "SELECT u.correo FROM notificacion n JOIN usuario u ON u.id = n.usuario_id WHERE n.tipo = 'ronda'",
  );
  expect(avisados.map(({ correo }) => correo)).toContain("iris.vega@ipa.example");
});

test("lo que falta se dice campo por campo", async () => {
  const mala = {
    ...RONDA,
    nombre: " ",
    requisitos: [],
    abre: "ayer",
    cierra: "10/09/2025",
    retroalimentacion: "01/09/2025",
  };
  expect(await guardarRonda(carla, mala)).toMatchObject({
    ok: false,
    falla: {
      codigo: "entrada_invalida",
      campos: {
        nombre: expect.any(String),
        requisitos: expect.any(String),
        abre: expect.any(String),
        retroalimentacion: expect.any(String),
      },
    },
  });
  await abrir();
  expect(await guardarRonda(carla, { ...RONDA, nombre: "PRIMER ejercicio metodológico" })).toMatchObject({
    ok: false,
    falla: { campos: { nombre: expect.stringContaining("Ya hay") } },
  });
});

test("se cambia y se borra mientras nadie envíe; después, no", async () => {
  const ronda = await abrir();
  await valor(guardarRonda(carla, { ...RONDA, ronda, cierra: "20/09/2025" }));
  await valor(enviar(ronda));
  expect(await guardarRonda(carla, { ...RONDA, ronda })).toMatchObject(falla("con_envios"));
  expect(await borrarRonda(carla, { ronda })).toMatchObject(falla("con_envios"));
  const otra = await abrir({ nombre: "Segundo" });
  await valor(borrarRonda(carla, { ronda: otra }));
  expect((await valor(leerRondas(carla))).rondas).toHaveLength(1);
});

test("nadie más que la Coordinación administra rondas, y un forastero no envía", async () => {
  const ronda = await abrir();
  expect(await guardarRonda(ana, RONDA)).toMatchObject(falla("no_encontrado"));
  expect(await borrarRonda(ana, { ronda })).toMatchObject(falla("no_encontrado"));
  expect(await leerRondas(ana)).toMatchObject(falla("no_encontrado"));
  const entrada = { ronda, huella: (await valor(leerRonda(ana, { ronda }))).huella };
  await forasteroNoCambiaNada({ base, caso: enviarARonda, ctx: ana, entrada });
  const lector: ContextoInstitucion = { ...ana, actor: { ...ana.actor, rol: "lector" } };
  expect(await enviarARonda(lector, entrada)).toMatchObject(falla("no_encontrado"));
});

test("la institución envía como está: ve lo que falta de los requisitos elegidos y no la detiene ni le cierra nada", async () => {
  const ronda = await abrir();
  const pagina = await valor(leerRonda(ana, { ronda }));
  expect(pagina.errores).toBeGreaterThan(0);
  expect(pagina.revision.map(({ titulo }) => titulo)).toEqual(["Difusión del informe"]);
  expect(await valor(enviar(ronda))).toMatchObject({ version: 1 });
  const lugar = escribirLugar({ grupo: "difusion", clave: [], campo: "homologado" });
  const campos = [{ lugar, base: null, valor: true }];
  const { respuestas } = await valor(guardarCampos(ana, { usuario: ana.actor.usuarioId, campos }));
  expect(respuestas[lugar]).toMatchObject({ estado: "guardado" });
  const [fila] = await base.comoDueno<{ estado: string; huella_informe: string | null }>(
    "SELECT estado, huella_informe FROM envio",
  );
  expect(fila).toMatchObject({ estado: "enviado" });
  await base.comoDueno("UPDATE difusion SET homologado = NULL");
});

test("seis envíos a la vez son uno; otro distinto espera la retroalimentación; con ella se envía otra vez", async () => {
  const ronda = await abrir();
  const hechos = await Promise.all(
    Array.from({ length: 6 }, () => enviar(ronda, { ...ana, clave: crypto.randomUUID() })),
  );
  expect(new Set(hechos.map((uno) => uno.ok && uno.valor.codigo)).size).toBe(1);
  expect(await enviarARonda(ana, { ronda, huella: "0".repeat(64) })).toMatchObject(falla("ya_enviado"));
  await base.comoDueno(
    "UPDATE envio SET estado = 'observado', devuelto_en = enviado_en, devuelto_por_id = $1, responder_hasta = '2025-09-12T03:00:00Z'",
    [carla.actor.usuarioId],
  );
  expect(await valor(enviar(ronda))).toMatchObject({ version: 2 });
  const { ronda: vista } = await valor(leerRonda(ana, { ronda }));
  expect(vista.versiones.map(({ version, estado }) => [version, estado])).toEqual([
    [2, "enviado"],
    [1, "corregido"],
  ]);
  expect((await valor(leerRevision(ana))).ultima).toBeNull();
});

test("antes de abrir y después de cerrar no se envía, hasta el último instante sí", async () => {
  const ronda = await abrir();
  expect(await enviar(ronda, en("2025-09-01T03:59:59.999Z"))).toMatchObject(falla("fuera_de_plazo"));
  expect(await enviar(ronda, en("2025-09-16T03:00:00Z"))).toMatchObject(falla("fuera_de_plazo"));
  expect(await enviar(ronda, en("2025-09-16T02:59:59.999Z"))).toMatchObject({ ok: true });
  expect(await enviarARonda(ana, { ronda: crypto.randomUUID(), huella: "0".repeat(64) })).toMatchObject(
    falla("no_encontrado"),
  );
});
