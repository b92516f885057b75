import { beforeAll, expect, test } from "vitest";
import { leerHistoria } from "@/lib/casos/bitacora/historia";
import { type FiltroBitacora, leerBitacora } from "@/lib/casos/bitacora/leer";
import { guardarCampos } from "@/lib/casos/campo/guardar";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { agregarInstancia } from "@/lib/casos/difusion/instancia";
import { tablasDe } from "@/lib/flujo/bitacora";
import { escribirLugar, type ValorCampo } from "@/lib/flujo/campo";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { DICIEMBRE } from "@/tests/apoyo/difusion";
import { valor } from "@/tests/apoyo/resultado";

const base = conBase({ sembrada: true });
let ana: ContextoInstitucion;
let luis: ContextoInstitucion;
let iris: ContextoInstitucion;

const ANA = "Ana Rojas Pinto";
const LUIS = "Luis Soto Vera";
const AVANCES = escribirLugar({ grupo: "informe", clave: [], campo: "avances" });
const SIN_FILTRO: FiltroBitacora = { seccion: null, persona: null, desde: null, hasta: null, pagina: 1 };

beforeAll(async () => {
  ana = await contextoDe(base, "ana.rojas@sva.example", "SVA", DICIEMBRE);
  luis = await contextoDe(base, "luis.soto@sva.example", "SVA", DICIEMBRE);
  iris = await contextoDe(base, "iris.vega@ipa.example", "IPA", DICIEMBRE);
});

async function escribe(ctx: ContextoInstitucion, lugar: string, de: ValorCampo, a: ValorCampo) {
  const { respuestas } = await valor(
    guardarCampos(ctx, { usuario: ctx.actor.usuarioId, campos: [{ lugar, base: de, valor: a }] }),
  );
  expect(respuestas[lugar]).toMatchObject({ estado: "guardado" });
}

const historia = async (ctx: ContextoInstitucion, lugar: string) =>
  (await valor(leerHistoria(ctx, { lugar }))).versiones;

test("la historia de un campo dice quién, de qué a qué, lo último primero; lo que uno escribe de corrido es una versión", async () => {
  const [{ avances: inicial } = { avances: null }] = await base.comoDueno<{ avances: string | null }>(
    "SELECT avances FROM informe WHERE institucion_id = $1",
    [ana.institucion.id],
  );
  await escribe(ana, AVANCES, inicial, "Primer");
  await escribe(ana, AVANCES, "Primer", "Primer avance");
  await escribe(luis, AVANCES, "Primer avance", "Avance de Luis");
  await escribe(ana, AVANCES, "Avance de Luis", "Vuelve Ana");
  const [ultima, deLuis, primera] = await historia(ana, AVANCES);
  expect(ultima).toMatchObject({ quien: ANA, antes: "Avance de Luis", valor: "Vuelve Ana" });
  expect(deLuis).toMatchObject({ quien: LUIS, antes: "Primer avance", valor: "Avance de Luis" });
  expect(primera).toMatchObject({ quien: ANA, antes: inicial, valor: "Primer avance" });
});

test("en la bitácora, lo que una persona guarda sin diez minutos de descanso es un solo cambio", async () => {
  const lugar = escribirLugar({ grupo: "informe", clave: [], campo: "desafios" });
  await escribe(ana, lugar, null, "Uno");
  await escribe(ana, lugar, "Uno", "Dos");
  const cambios = async () =>
    (await valor(leerBitacora(ana, { ...SIN_FILTRO, seccion: "seguimiento" }))).hechos.flatMap((hecho) =>
      hecho.cambios.flatMap(({ etiqueta, despues }) => (etiqueta === "Desafíos" ? [despues] : [])),
    );
  expect(await cambios()).toEqual(["Dos"]);
  // The trail does not let itself be changed: eleven minutes go by as only a superuser could make them.
  await base.comoAdmin(
    `SET session_replication_role = replica;
     UPDATE bitacora SET ocurrido_en = ocurrido_en - interval '11 minutes' WHERE nuevo->>'desafios' = 'Uno';
     RESET session_replication_role`,
  );
  expect(await cambios()).toEqual(["Dos", "Uno"]);
});

test("de un registro con clave se lee su fila y no otra, y de un campo que no existe nada", async () => {
  const [uno, otro] = [await valor(agregarInstancia(ana)), await valor(agregarInstancia(ana))];
  const de = (id: string) => escribirLugar({ grupo: "instancia", clave: [id], campo: "fecha" });
  await escribe(ana, de(uno.id), null, "10/12/2025");
  expect(await historia(ana, de(uno.id))).toMatchObject([{ antes: null, valor: "2025-12-10" }]);
  expect(await historia(ana, de(otro.id))).toEqual([]);
  expect(await leerHistoria(ana, { lugar: "informe/no-existe" })).toMatchObject({ ok: false });
});

test("otra institución no ve ni la historia ni la bitácora ajena", async () => {
  const ajena: ContextoInstitucion = { ...iris, institucion: ana.institucion };
  expect(await historia(ajena, AVANCES)).toEqual([]);
  expect((await valor(leerBitacora(ajena, SIN_FILTRO))).hechos).toEqual([]);
});

test("la bitácora cuenta lo mismo en palabras de la guía, con quién y en qué sección", async () => {
  const { hechos, total, personas } = await valor(leerBitacora(ana, SIN_FILTRO));
  expect(total).toBeGreaterThan(3);
  const avance = hechos.find(({ cambios }) => cambios.some(({ despues }) => despues === "Vuelve Ana"));
  expect(avance).toMatchObject({
    quien: ANA,
    que: "Informe",
    seccion: "seguimiento",
    operacion: "cambio",
    cambios: [{ etiqueta: "Avances", antes: "Avance de Luis", despues: "Vuelve Ana" }],
  });
  expect(personas.map(({ nombre }) => nombre)).toContain(LUIS);
  const funciones = await valor(leerBitacora(ana, { ...SIN_FILTRO, seccion: "personas" }));
  expect(funciones.hechos.map(({ que }) => que)).toContain(`Función de ${LUIS}`);
});

test("se filtra por sección, persona y día de Chile, y se pagina sin repetir", async () => {
  const seccion = await valor(leerBitacora(ana, { ...SIN_FILTRO, seccion: "difusion" }));
  expect(seccion.hechos.length).toBeGreaterThan(0);
  expect(new Set(seccion.hechos.map((hecho) => hecho.seccion))).toEqual(new Set(["difusion"]));
  const persona = luis.actor.usuarioId;
  const deLuis = await valor(leerBitacora(ana, { ...SIN_FILTRO, persona }));
  expect(new Set(deLuis.hechos.map(({ quien }) => quien))).toEqual(new Set([LUIS]));
  expect((await valor(leerBitacora(ana, { ...SIN_FILTRO, hasta: "2020-01-01" }))).total).toBe(0);
  expect((await valor(leerBitacora(ana, { ...SIN_FILTRO, desde: "2020-01-01" }))).total).toBe(
    (await valor(leerBitacora(ana, SIN_FILTRO))).total,
  );
  const lejos = await valor(leerBitacora(ana, { ...SIN_FILTRO, pagina: 5000 }));
  expect(lejos.pagina).toBe(1);
});

test("toda tabla que se cuenta existe en la base y deja rastro", async () => {
  const filas = await base.comoDueno<{ tabla: string }>(
    "SELECT tablename AS tabla FROM pg_tables WHERE schemaname = 'public' AND NOT bitacora_exenta(tablename)",
  );
  const existentes = new Set(filas.map(({ tabla }) => tabla));
  expect(tablasDe(null).filter((tabla) => !existentes.has(tabla))).toEqual([]);
});
