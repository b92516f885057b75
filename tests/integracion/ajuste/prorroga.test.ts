import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { elegirInstitucion, proponerInstituciones } from "@/lib/casos/prorroga/elegirInstitucion";
import { leerProrrogas, POR_PAGINA } from "@/lib/casos/prorroga/listar";
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
  const vistas = await leerProrrogas(ana, { texto: "", pagina: 1 });
  expect(
    vistas.ok && vistas.valor.prorrogas.filas.filter(({ revocadaEn }) => revocadaEn === null),
  ).toMatchObject([
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

test("la institución se elige escribiendo su código, su nombre entero o los dos; una parte no elige a nadie", async () => {
  const casa = await crearInstitucion("P4");
  const vecina = await crearInstitucion("P5");
  await base.comoDueno(
    "UPDATE institucion SET nombre = 'Dirección de Ríos' || CASE codigo WHEN 'P5' THEN ' del Sur' ELSE '' END WHERE codigo IN ('P4', 'P5')",
  );
  const red = await casa.ctx("Carla Núñez", undefined, "coordinacion");
  const elegir = (texto: string) => elegirInstitucion(red, { campo: "destino", texto });
  for (const texto of ["P4", " p4 ", "direccion de rios", "Dirección de Ríos (P4)"])
    expect(await elegir(texto)).toEqual({ ok: true, valor: casa.id });
  expect(await elegir("Dirección de Ríos del Sur (P5)")).toEqual({ ok: true, valor: vecina.id });
  expect(await elegir("ríos")).toMatchObject({
    falla: {
      campos: { destino: expect.stringContaining("Dirección de Ríos (P4); Dirección de Ríos del Sur (P5)") },
    },
  });
  expect(await elegir("nadie así")).toMatchObject({
    falla: { campos: { destino: expect.stringContaining("Nada coincide") } },
  });
  expect(await elegir(" ")).toMatchObject({ falla: { campos: { destino: expect.any(String) } } });

  // With the same name, only the code says which.
  await base.comoDueno("UPDATE institucion SET nombre = 'Dirección de Ríos' WHERE codigo = 'P5'");
  expect(await elegir("Dirección de Ríos")).toMatchObject({ ok: false });
  expect(await elegir("Dirección de Ríos (P5)")).toEqual({ ok: true, valor: vecina.id });

  // One that no longer reports cannot be given more time.
  await base.comoDueno("UPDATE institucion SET activa = false WHERE codigo = 'P5'");
  expect(await elegir("P5")).toMatchObject({ ok: false });
  expect(await proponerInstituciones(red, { texto: "RIOS" })).toMatchObject({
    valor: { opciones: [{ texto: "Dirección de Ríos (P4)" }], hayMas: false },
  });
  const ana = await casa.ctx();
  for (const negada of [
    elegirInstitucion(ana, { campo: "destino", texto: "P4" }),
    proponerInstituciones(ana, { texto: "p" }),
  ])
    expect(await negada).toMatchObject({ falla: { codigo: "no_encontrado" } });
});

test("las otorgadas se ven por páginas y se buscan por la institución", async () => {
  const casa = await crearInstitucion("P6");
  const red = await casa.ctx("Carla Núñez", undefined, "coordinacion");
  await base.comoDueno(
    `INSERT INTO prorroga (institucion_id, ejercicio_id, alcance, hasta, razon, otorgada_por_id, otorgada_en, revocada_por_id, revocada_en)
     SELECT $1, e.id, 'envio', now(), 'Razón ' || n, $2, timestamptz '2025-05-01' + n * interval '1 minute', $2, now()
     FROM ejercicio e, generate_series(1, 20) n WHERE e.anio = 2025`,
    [casa.id, red.actor.usuarioId],
  );
  const leer = async (texto: string, pagina: number) => {
    const leidas = await leerProrrogas(red, { texto, pagina });
    return leidas.ok ? leidas.valor.prorrogas : null;
  };
  expect(await leer("p6", 1)).toMatchObject({ total: 20, paginas: 2, filas: { length: POR_PAGINA } });
  const ultima = await leer("P6", 99);
  expect(ultima).toMatchObject({ pagina: 2, filas: { length: 5 } });
  expect(ultima?.filas.at(-1)).toMatchObject({ razon: "Razón 1", institucion: { codigo: "P6" } });
  expect(await leer("ninguna así", 1)).toMatchObject({ total: 0, filas: [] });
});
