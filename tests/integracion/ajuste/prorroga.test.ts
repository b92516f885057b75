import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { leerProrrogas } from "@/lib/casos/prorroga/listar";
import { otorgar } from "@/lib/casos/prorroga/otorgar";
import { revocar } from "@/lib/casos/prorroga/revocar";
import { conBase } from "@/tests/apoyo/base";
import { forasteroNoCambiaNada } from "@/tests/apoyo/forastero";
import { crearInstitucion } from "@/tests/apoyo/institucion";

const base = conBase();

test("la coordinación otorga, reemplaza y revoca; la institución la ve y se le avisa", async () => {
  const casa = await crearInstitucion("P1");
  const ana = await casa.ctx();
  const red = await casa.ctx("Carla Núñez", undefined, "coordinacion");
  const entrada = {
    institucion: casa.id,
    alcance: "ajuste",
    dia: "10/07/2025",
    hora: "",
    razon: "Se habilitó después.",
  } as const;
  const clave = randomUUID();
  const una = await otorgar({ ...red, clave }, entrada);
  expect(una).toMatchObject({ ok: true });
  expect(await otorgar({ ...red, clave }, entrada)).toEqual(una);
  const otra = await otorgar(red, { ...entrada, dia: "11/07/2025", hora: "18:00" });
  const vistas = await leerProrrogas(ana);
  expect(vistas.ok && vistas.valor.prorrogas.filter(({ revocadaEn }) => revocadaEn === null)).toMatchObject([
    {
      hasta: new Date("2025-07-11T18:00:59.999-04:00"),
      razon: "Se habilitó después.",
      otorgadaPor: "Carla Núñez",
    },
  ]);
  const [aviso] = await base.comoDueno("SELECT FROM notificacion WHERE usuario_id = $1", [
    ana.actor.usuarioId,
  ]);
  expect(aviso).toBeDefined();

  const prorroga = otra.ok ? otra.valor.id : "";
  expect(await revocar(red, { prorroga, motivo: " " })).toMatchObject({ ok: false });
  expect(await revocar(red, { prorroga, motivo: "Por error" })).toMatchObject({ ok: true });
  expect(await revocar(red, { prorroga, motivo: "Otra vez" })).toMatchObject({ ok: false });
});

test("no termina antes del plazo general ni carece de razón", async () => {
  const casa = await crearInstitucion("P2");
  const red = await casa.ctx("Carla Núñez", undefined, "coordinacion");
  const entrada = { institucion: casa.id, alcance: "ajuste", hora: "", razon: "Razón." } as const;
  expect(await otorgar(red, { ...entrada, dia: "29/06/2025" })).toMatchObject({
    ok: false,
    falla: { campos: { dia: expect.stringContaining("30/06/2025, 23:59") } },
  });
  expect(await otorgar(red, { ...entrada, dia: "31/02/2026", razon: "" })).toMatchObject({
    ok: false,
    falla: { campos: { dia: expect.any(String), razon: expect.any(String) } },
  });
});

test("una institución no se otorga ni revoca prórrogas", async () => {
  const casa = await crearInstitucion("P3");
  const ctx = await casa.ctx();
  const entrada = {
    institucion: casa.id,
    alcance: "ajuste",
    dia: "10/07/2025",
    hora: "",
    razon: "Sí.",
  } as const;
  expect(await otorgar(ctx, entrada)).toMatchObject({ ok: false, falla: { codigo: "no_encontrado" } });
  const red = await casa.ctx("Carla Núñez", undefined, "coordinacion");
  const hecha = await otorgar(red, entrada);
  await forasteroNoCambiaNada({ base, caso: otorgar, ctx: red, entrada });
  await forasteroNoCambiaNada({
    base,
    caso: revocar,
    ctx: red,
    entrada: { prorroga: hecha.ok ? hecha.valor.id : "", motivo: "De afuera" },
  });
});
