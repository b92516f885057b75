import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { type Decidir, decidir } from "@/lib/casos/ajuste/decidir";
import { eliminarElemento } from "@/lib/casos/ajuste/eliminar";
import { incorporar } from "@/lib/casos/ajuste/incorporar";
import { leerElementoEnAjuste, leerPlanEnAjuste } from "@/lib/casos/ajuste/leer";
import { deshacerMantener, mantenerPendientes } from "@/lib/casos/ajuste/mantener-pendientes";
import { quitarIncorporado } from "@/lib/casos/ajuste/quitar";
import { recuperarDescartado } from "@/lib/casos/ajuste/recuperar";
import { restaurarElemento } from "@/lib/casos/ajuste/restaurar";
import { guardarCampos } from "@/lib/casos/campo/guardar";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { leerExpedienteConFaltas } from "@/lib/casos/expediente";
import { escribirLugar, type ValorCampo } from "@/lib/flujo/campo";
import { conBase } from "@/tests/apoyo/base";
import { forasteroNoCambiaNada } from "@/tests/apoyo/forastero";
import { crearInstitucion, EN_PLAZO, type InstitucionDePrueba } from "@/tests/apoyo/institucion";

const base = conBase();
let casa: InstitucionDePrueba;
let numero = 0;
const nueva = () => crearInstitucion(`J${++numero}`);

beforeAll(async () => {
  casa = await nueva();
});

const eleccion = (cambios: Partial<Decidir> = {}): Decidir => ({
  elemento: "A1",
  componente: "plazos",
  decision: "modifica",
  visto: null,
  vistoEn: EN_PLAZO,
  ...cambios,
});

async function escribir(
  ctx: ContextoInstitucion,
  componente: string,
  campo: string,
  base: ValorCampo,
  valor: ValorCampo,
  elemento = "A1",
) {
  const lugar = escribirLugar({ grupo: "ajuste", clave: [elemento, componente], campo });
  const hecho = await guardarCampos(ctx, { usuario: ctx.actor.usuarioId, campos: [{ lugar, base, valor }] });
  return hecho.ok ? hecho.valor.respuestas[lugar] : hecho;
}

async function componente(ctx: ContextoInstitucion, id: string, cual: string) {
  const leido = await leerElementoEnAjuste(ctx, { elemento: id });
  if (!leido.ok) throw new Error(leido.falla.mensaje);
  return leido.valor.elemento.componentes.find((uno) => uno.componente === cual);
}

test("modificar parte del contenido de 2024 y lleva el instante en que se registró", async () => {
  const ctx = await casa.ctx();
  expect(await decidir(ctx, eleccion())).toEqual({ ok: true, valor: null });
  const visto = await componente(ctx, "A1", "plazos");
  expect(visto).toMatchObject({
    decision: "modifica",
    cambio: { contenido: { inicio: "2025-03-01", termino: "2025-11-30" }, registradoEn: EN_PLAZO },
  });
  const leido = await leerExpedienteConFaltas(ctx);
  expect(leido.ok && leido.valor.faltas.map(({ regla, ruta }) => `${regla} ${ruta}`)).toEqual(
    expect.arrayContaining(["AJU-03 /ajustes/0/contenido", "AJU-04 /ajustes/0/categorias"]),
  );
});

test("volver a «se mantiene» pregunta si se descarta lo escrito, y lo escrito se recupera", async () => {
  const lugar = await nueva();
  const ctx = await lugar.ctx();
  await decidir(ctx, eleccion({ componente: "descripcion" }));
  await escribir(ctx, "descripcion", "argumento", null, "Porque cambió la ley.");
  const volver = eleccion({ componente: "descripcion", decision: "mantiene", visto: "modifica" });
  expect(await decidir(ctx, volver)).toMatchObject({ ok: false, falla: { codigo: "confirmar" } });
  expect(await decidir(ctx, { ...volver, descartar: true })).toMatchObject({ ok: true });
  expect(await componente(ctx, "A1", "descripcion")).toMatchObject({
    decision: "mantiene",
    cambio: null,
    descartado: { autor: "Ana Rojas" },
  });

  expect(await recuperarDescartado(ctx, { elemento: "A1", componente: "descripcion" })).toMatchObject({
    ok: true,
  });
  expect(await componente(ctx, "A1", "descripcion")).toMatchObject({
    decision: "modifica",
    cambio: {
      argumento: "Porque cambió la ley.",
      contenido: "Publicar los tiempos de espera del trámite 1.",
    },
  });
});

test("sin nada escrito, volver a «se mantiene» no pregunta", async () => {
  const lugar = await nueva();
  const ctx = await lugar.ctx();
  await decidir(ctx, eleccion());
  expect(await decidir(ctx, eleccion({ decision: "mantiene", visto: "modifica" }))).toMatchObject({
    ok: true,
  });
});

test("dos contrapartes: la segunda se entera de lo que decidió la primera en vez de pisarlo", async () => {
  const lugar = await nueva();
  const [ana, luis] = [await lugar.ctx("Ana Rojas"), await lugar.ctx("Luis Soto")];
  await decidir(ana, eleccion());
  const deLuis = await decidir(luis, eleccion({ decision: "mantiene" }));
  expect(deLuis).toMatchObject({ ok: false, falla: { codigo: "conflicto_decision" } });
  expect(!deLuis.ok && deLuis.falla.mensaje).toContain("Ana Rojas");

  // Luis sees «modifica» as Ana left it, and Ana goes on writing before he goes back to «mantiene».
  const despues = { ...ana, ahora: new Date(EN_PLAZO.getTime() + 60_000) };
  await escribir(despues, "plazos", "argumento", null, "La licitación se atrasó.");
  expect(
    await decidir(luis, eleccion({ decision: "mantiene", visto: "modifica", descartar: true })),
  ).toMatchObject({ ok: false, falla: { codigo: "conflicto_decision" } });
});

test("dos personas que deciden en el mismo instante dejan una sola decisión", async () => {
  const lugar = await nueva();
  const [ana, luis] = [await lugar.ctx("Ana Rojas"), await lugar.ctx("Luis Soto")];
  const resultados = await Promise.all([
    decidir(ana, eleccion({ componente: "tramites" })),
    decidir(luis, eleccion({ componente: "tramites", decision: "mantiene" })),
  ]);
  expect(resultados.filter(({ ok }) => ok)).toHaveLength(1);
  const filas = await base.comoDueno("SELECT FROM ajuste WHERE plan_id = $1 AND componente = 'tramites'", [
    lugar.planId,
  ]);
  expect(filas).toHaveLength(1);
});

test("mantener todo lo pendiente cubre lo que nadie decidió, una sola vez, y se deshace", async () => {
  const lugar = await nueva();
  const ctx = { ...(await lugar.ctx()), clave: randomUUID() };
  await decidir(ctx, eleccion());
  const hecho = await mantenerPendientes(ctx);
  // OG, OE1, OE2, IS1 and nine components of each of two activities, but the one modified.
  expect(hecho.ok && hecho.valor.lugares).toHaveLength(4 + 9 * 2 - 1);
  expect(await mantenerPendientes(ctx)).toEqual(hecho);
  const leido = await leerPlanEnAjuste(ctx);
  expect(leido.ok && leido.valor.faltas.filter(({ regla }) => regla === "AJU-01")).toEqual([]);

  expect(await deshacerMantener(ctx, { hecho: ctx.clave })).toMatchObject({
    ok: true,
    valor: { cuantos: 21 },
  });
  expect(await componente(ctx, "A1", "plazos")).toMatchObject({ decision: "modifica" });
  expect(await componente(ctx, "A1", "costos")).toMatchObject({ decision: null });
});

test("eliminar decide por todos los componentes, y volver a incluir devuelve lo que se había decidido", async () => {
  const lugar = await nueva();
  const ctx = await lugar.ctx();
  await decidir(ctx, eleccion({ elemento: "A2", componente: "descripcion" }));
  await escribir(
    ctx,
    "descripcion",
    "contenido",
    "Publicar los tiempos de espera del trámite 2.",
    "Otra cosa.",
    "A2",
  );
  await decidir(ctx, eleccion({ elemento: "A2", componente: "costos", decision: "mantiene" }));
  expect(await eliminarElemento(ctx, { elemento: "A2", vistoEn: EN_PLAZO })).toMatchObject({ ok: true });
  const leido = await leerExpedienteConFaltas(ctx);
  expect(leido.ok && leido.valor.expediente.ajustes).toMatchObject([{ elemento: "A2", decision: "elimina" }]);
  expect(await decidir(ctx, eleccion({ elemento: "A2" }))).toMatchObject({
    ok: false,
    falla: { codigo: "conflicto_eliminado" },
  });

  expect(await restaurarElemento(ctx, { elemento: "A2" })).toMatchObject({ ok: true });
  expect(await componente(ctx, "A2", "descripcion")).toMatchObject({ cambio: { contenido: "Otra cosa." } });
  expect(await componente(ctx, "A2", "costos")).toMatchObject({ decision: "mantiene" });
  expect(await componente(ctx, "A2", "plazos")).toMatchObject({ decision: null });
});

test("el objetivo general no se elimina", async () => {
  const ctx = await casa.ctx();
  expect(await eliminarElemento(ctx, { elemento: "OG", vistoEn: EN_PLAZO })).toMatchObject({
    ok: false,
    falla: { codigo: "objetivo_general" },
  });
});

test("un elemento nuevo sigue la numeración del plan, y quitarlo se puede deshacer", async () => {
  const lugar = await nueva();
  const ctx = await lugar.ctx();
  const clave = randomUUID();
  const una = await incorporar({ ...ctx, clave }, { tipo: "actividad" });
  expect(una).toEqual({ ok: true, valor: { elemento: "A3" } });
  expect(await incorporar({ ...ctx, clave }, { tipo: "actividad" })).toEqual(una);
  expect(await incorporar(ctx, { tipo: "objetivoEspecifico" })).toMatchObject({ valor: { elemento: "OE3" } });

  expect(
    await escribir(
      ctx,
      "",
      "contenido",
      {},
      { descripcion: "Abrir un canal nuevo.", tramites: ["Uno", " "] },
      "A3",
    ),
  ).toEqual({ estado: "guardado", valor: { descripcion: "Abrir un canal nuevo.", tramites: ["Uno"] } });
  expect(await quitarIncorporado(ctx, { elemento: "A3", vistoEn: EN_PLAZO })).toMatchObject({ ok: true });
  const sin = await leerPlanEnAjuste(ctx);
  expect(sin.ok && sin.valor.quitados.map(({ ajuste }) => ajuste.elemento)).toEqual(["A3"]);
  expect(await recuperarDescartado(ctx, { elemento: "A3", componente: null })).toMatchObject({ ok: true });
  const con = await leerExpedienteConFaltas(ctx);
  expect(
    con.ok && con.valor.expediente.ajustes?.find(({ elemento }) => elemento === "A3")?.contenido,
  ).toEqual({
    descripcion: "Abrir un canal nuevo.",
    tramites: ["Uno"],
  });
});

test("un monto que no se entiende se guarda como se escribió, y la falta lo cita", async () => {
  const lugar = await nueva();
  const ctx = await lugar.ctx();
  await decidir(ctx, eleccion({ componente: "costos" }));
  const antes = { montoClp: 1_500_000, items: [{ subtitulo: "22", item: "11" }] };
  expect(
    await escribir(ctx, "costos", "contenido", antes, { ...antes, montoClp: "dos millones" }),
  ).toMatchObject({
    estado: "guardado",
  });
  const leido = await leerExpedienteConFaltas(ctx);
  const falta = leido.ok && leido.valor.faltas.find(({ ruta }) => ruta === "/ajustes/0/contenido/montoClp");
  expect(falta).toMatchObject({ regla: "AJU-02", mensaje: expect.stringContaining("«dos millones»") });
  expect(
    await escribir(
      ctx,
      "costos",
      "contenido",
      { ...antes, montoClp: "dos millones" },
      { ...antes, montoClp: "1.234.567" },
    ),
  ).toEqual({ estado: "guardado", valor: { ...antes, montoClp: 1_234_567 } });
});

test("un contenido que no tiene la forma de su componente no entra al plan", async () => {
  const lugar = await nueva();
  const ctx = await lugar.ctx();
  await decidir(ctx, eleccion());
  const antes = { inicio: "2025-03-01", termino: "2025-11-30" };
  expect(
    await escribir(ctx, "plazos", "contenido", antes, { inicio: "2025-03-01", veneno: "x" }),
  ).toMatchObject({
    estado: "cerrado",
  });
  expect(await escribir(ctx, "plazos", "categorias", [], ["z"])).toMatchObject({ estado: "cerrado" });
});

test("un forastero no cambia nada con ninguna decisión del plan", async () => {
  const lugar = await nueva();
  const ctx = { ...(await lugar.ctx()), clave: randomUUID() };
  await decidir(ctx, eleccion({ componente: "descripcion" }));
  await escribir(ctx, "descripcion", "argumento", null, "Algo");
  await decidir(
    ctx,
    eleccion({ componente: "descripcion", decision: "mantiene", visto: "modifica", descartar: true }),
  );
  await incorporar(ctx, { tipo: "actividad" });
  await eliminarElemento(ctx, { elemento: "OE2", vistoEn: EN_PLAZO });
  const seis = [
    () => forasteroNoCambiaNada({ base, caso: decidir, ctx, entrada: eleccion() }),
    () =>
      forasteroNoCambiaNada({
        base,
        caso: eliminarElemento,
        ctx,
        entrada: { elemento: "A1", vistoEn: EN_PLAZO },
      }),
    () => forasteroNoCambiaNada({ base, caso: restaurarElemento, ctx, entrada: { elemento: "OE2" } }),
    () => forasteroNoCambiaNada({ base, caso: incorporar, ctx, entrada: { tipo: "actividad" as const } }),
    () =>
      forasteroNoCambiaNada({
        base,
        caso: quitarIncorporado,
        ctx,
        entrada: { elemento: "A3", vistoEn: EN_PLAZO },
      }),
    () => forasteroNoCambiaNada({ base, caso: mantenerPendientes, ctx, entrada: {} }),
    () => forasteroNoCambiaNada({ base, caso: deshacerMantener, ctx, entrada: { hecho: ctx.clave } }),
    () =>
      forasteroNoCambiaNada({
        base,
        caso: recuperarDescartado,
        ctx,
        entrada: { elemento: "A1", componente: "descripcion" },
      }),
    () =>
      forasteroNoCambiaNada({
        base,
        caso: guardarCampos,
        ctx,
        entrada: {
          usuario: ctx.actor.usuarioId,
          campos: [{ lugar: "ajuste/A3//argumento", base: null, valor: "De afuera" }],
        },
      }),
  ];
  for (const uno of seis) await uno();
});
