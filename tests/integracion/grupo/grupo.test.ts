import { beforeAll, describe, expect, test } from "vitest";
import { borrar, crear, renombrar } from "@/lib/casos/grupo/crear";
import { FILAS_POR_TABLA, leerGrupo, leerGrupos, leerParaMover } from "@/lib/casos/grupo/leer";
import { mover, moverAlEscrito } from "@/lib/casos/grupo/mover";
import { forasteroNoCambiaNada } from "@/tests/apoyo/forastero";
import { valor } from "@/tests/apoyo/resultado";
import { conRed, PRIMERA } from "./red";

const red = conRed();
const { base, instituciones, grupoNuevo, grupoLlamado, moverA, nombrar } = red;

describe("grupos", () => {
  test("se crean con nombre propio, se renombran, y se borran mientras nunca se usaron", async () => {
    const id = await grupoNuevo("Grupo de paso");
    expect(await crear(red.ctx, { nombre: " grupo de PASO " })).toMatchObject({
      falla: { codigo: "nombre_repetido" },
    });
    expect(await crear(red.ctx, { nombre: "  " })).toMatchObject({
      falla: { campos: { nombre: expect.any(String) } },
    });
    expect(await renombrar(red.ctx, { grupo: id, nombre: "Otro nombre" })).toMatchObject({ ok: true });
    expect(await borrar(red.ctx, { grupo: id })).toMatchObject({ ok: true });
    expect(await leerGrupo(red.ctx, { grupo: id, ...PRIMERA })).toMatchObject({
      falla: { codigo: "no_encontrado" },
    });
  });

  test("las instituciones pasan de un grupo a otro, muchas de una vez", async () => {
    const norte = await grupoNuevo("Norte");
    const sur = await grupoNuevo("Sur");
    expect(await valor(moverA(norte, "GA", "GB", "GC"))).toMatchObject({ movidas: 3, grupo: "Norte" });
    expect(await valor(moverA(sur, "GC"))).toMatchObject({ movidas: 1 });
    const lista = await valor(leerParaMover(red.ctx, { ...PRIMERA, grupo: "", sinGrupo: true }));
    expect(lista.filas.map(({ codigo }) => codigo)).toEqual(["GD"]);
    const todas = { instituciones: [], todas: true, texto: "servicio g", grupo: norte, destino: sur };
    expect(await valor(mover(red.ctx, todas))).toMatchObject({ movidas: 2 });
    expect(await borrar(red.ctx, { grupo: sur })).toMatchObject({ falla: { codigo: "grupo_en_uso" } });
    expect((await valor(moverA("ninguno", "GA", "GB", "GC"))).movidas).toBe(3);
  });

  test("sin marcar ninguna no se mueve nada, y lo dice", async () => {
    expect(await moverA("ninguno")).toMatchObject({ falla: { codigo: "entrada_invalida" } });
  });
});

describe("con muchos grupos y personas", () => {
  const listados = async (cambio: object = {}) => await valor(leerGrupos(red.ctx, { ...PRIMERA, ...cambio }));

  beforeAll(async () => {
    const [a, b] = [await grupoNuevo("Dupla A"), await grupoNuevo("Dupla B")];
    await nombrar(a, 1, "Omar");
    await moverA(b, "GA");
    await base.comoDueno(
      "INSERT INTO grupo (ejercicio_id, nombre) SELECT id, 'Zona ' || lpad(n::text, 2, '0') FROM ejercicio, generate_series(1, 20) AS n",
    );
  });

  test("se ven por páginas, y pedir más allá lleva a la última página", async () => {
    const { grupos } = await listados();
    expect(grupos.total).toBeGreaterThan(20);
    const paginas = Math.ceil(grupos.total / FILAS_POR_TABLA);
    expect([grupos.filas.length, grupos.paginas]).toEqual([FILAS_POR_TABLA, paginas]);
    const { grupos: final } = await listados({ pagina: 99 });
    expect(final.pagina).toBe(paginas);
    expect(final.filas.at(-1)?.nombre).toBe("Zona 20");
  });

  test("se busca por el grupo o por una persona de su dupla, sin importar tildes ni mayúsculas", async () => {
    expect((await listados({ texto: "zóna 07" })).grupos.filas.map(({ nombre }) => nombre)).toEqual([
      "Zona 07",
    ]);
    const { grupos, revisores: personas } = await listados({ texto: "OMAR" });
    expect(grupos.filas.map(({ nombre }) => nombre)).toEqual(["Dupla A"]);
    expect(personas.filas.map(({ nombre }) => nombre)).toEqual(["Omar"]);
    expect((await listados({ texto: "dupla a" })).revisores.filas.map(({ nombre }) => nombre)).toEqual([
      "Omar",
    ]);
  });

  test("las instituciones de un grupo se ven y se buscan en él", async () => {
    const { filas } = (await listados({ texto: "Dupla B" })).grupos;
    const id = filas[0]?.id ?? "";
    const suyas = async (texto: string) =>
      (await valor(leerGrupo(red.ctx, { grupo: id, texto, pagina: 1 }))).instituciones.filas.map(
        ({ codigo }) => codigo,
      );
    expect(await suyas("")).toEqual(["GA"]);
    expect(await suyas("GB")).toEqual([]);
  });
});

describe("quien no es de la coordinación no cambia nada", () => {
  test("cada verbo, como forastero", async () => {
    const grupo = await grupoLlamado("Dupla A");
    const suyas = { instituciones: instituciones.map(({ id }) => id), todas: false, texto: "", grupo: "" };
    const ajeno = { base, ctx: red.ctx };
    await forasteroNoCambiaNada({ ...ajeno, caso: crear, entrada: { nombre: "Ajeno" } });
    await forasteroNoCambiaNada({ ...ajeno, caso: renombrar, entrada: { grupo, nombre: "Ajeno" } });
    await forasteroNoCambiaNada({ ...ajeno, caso: borrar, entrada: { grupo } });
    const entrada = { ...suyas, destino: "Dupla A", quitar: false };
    await forasteroNoCambiaNada({ ...ajeno, caso: moverAlEscrito, entrada });
  });

  test("ni una revisora ni una contraparte los ven", async () => {
    for (const rol of ["revisor", "contraparte_titular"] as const) {
      const actor = { ...red.ctx.actor, rol };
      expect(await leerGrupos({ ...red.ctx, actor }, PRIMERA)).toMatchObject({ ok: false });
    }
  });
});
