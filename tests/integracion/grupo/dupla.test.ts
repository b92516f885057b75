import { describe, expect, test } from "vitest";
import { ausentar, terminar } from "@/lib/casos/grupo/ausencia";
import { nombrarEnDupla } from "@/lib/casos/grupo/dupla";
import { leerGrupo, leerGrupos } from "@/lib/casos/grupo/leer";
import { forasteroNoCambiaNada } from "@/tests/apoyo/forastero";
import { valor } from "@/tests/apoyo/resultado";
import { conRed, PRIMERA } from "./red";

const red = conRed();
const { base, idDe, grupoNuevo, grupoLlamado, moverA, nombrar } = red;

const enManos = async (codigo: string) =>
  (
    await base.comoDueno<{ nombre: string }>(
      "SELECT u.nombre FROM asignacion_revision a JOIN usuario u ON u.id = a.usuario_id JOIN institucion i ON i.id = a.institucion_id WHERE i.codigo = $1",
      [codigo],
    )
  )[0]?.nombre ?? null;
const asignar = (codigo: string, quien: string) =>
  base.comoDueno(
    "INSERT INTO asignacion_revision (institucion_id, ejercicio_id, usuario_id, asignada_por_id, asignada_en) SELECT i.id, e.id, $2, $2, now() FROM institucion i, ejercicio e WHERE i.codigo = $1",
    [codigo, idDe(quien)],
  );

describe("duplas", () => {
  test("al reemplazar, lo asignado pasa a quien entra, y la historia queda", async () => {
    const grupo = await grupoNuevo("Dupla A");
    await moverA(grupo, "GA", "GB");
    await nombrar(grupo, 1, "Elena");
    await nombrar(grupo, 2, "Tomas");
    await asignar("GA", "Elena");
    await asignar("GB", "Tomas");
    expect(await valor(nombrar(grupo, 1, "Sara"))).toEqual({ pasadas: 1, a: "Sara" });
    expect([await enManos("GA"), await enManos("GB")]).toEqual(["Sara", "Tomas"]);
    const { historia, grupo: leido } = await valor(leerGrupo(red.ctx, { grupo, ...PRIMERA }));
    expect(leido.dupla.map(({ nombre }) => nombre)).toEqual(["Sara", "Tomas"]);
    expect(historia.filter(({ hasta }) => hasta).map(({ nombre }) => nombre)).toEqual(["Elena"]);
    const avisos = await base.comoDueno("SELECT texto FROM notificacion WHERE usuario_id = $1", [
      idDe("Sara"),
    ]);
    expect(avisos[0]?.texto).toContain("Queda 1 institución en sus manos");
  });

  test("o a la pareja; y con el puesto vacío, a quien queda", async () => {
    const grupo = await grupoLlamado("Dupla A");
    expect(await valor(nombrar(grupo, 1, "Omar", "pareja"))).toEqual({ pasadas: 1, a: "Tomas" });
    expect(await enManos("GA")).toBe("Tomas");
    expect(await valor(nombrar(grupo, 2, ""))).toEqual({ pasadas: 2, a: "Omar" });
    expect([await enManos("GA"), await enManos("GB")]).toEqual(["Omar", "Omar"]);
  });

  test("quien ya es de la dupla, o no es revisor, no entra", async () => {
    const grupo = await grupoLlamado("Dupla A");
    expect(await nombrar(grupo, 2, "Omar")).toMatchObject({ falla: { codigo: "ya_es_parte" } });
    const entrada = { grupo, posicion: 2, revisor: red.ctx.actor.usuarioId, sigue: "reemplazo" } as const;
    expect(await nombrarEnDupla(red.ctx, entrada)).toMatchObject({ falla: { codigo: "no_es_revisor" } });
  });

  test("al mover una institución, quien no es de la dupla nueva la suelta", async () => {
    const otro = await grupoNuevo("Dupla B");
    await nombrar(otro, 1, "Elena");
    expect(await valor(moverA(otro, "GA"))).toEqual({ movidas: 1, sueltas: 1, grupo: "Dupla B" });
    expect([await enManos("GA"), await enManos("GB")]).toEqual([null, "Omar"]);
  });

  test("la carga cuenta los grupos de cada quien y lo que tiene en sus manos", async () => {
    const { filas: carga } = (await valor(leerGrupos(red.ctx, PRIMERA))).revisores;
    expect(carga.find(({ nombre }) => nombre === "Omar")).toMatchObject({
      grupos: ["Dupla A"],
      asignadas: 1,
      instituciones: 1,
    });
    expect(carga.find(({ nombre }) => nombre === "Sara")).toMatchObject({
      grupos: [],
      asignadas: 0,
      instituciones: 0,
    });
  });
});

describe("ausencias", () => {
  const dias = (revisorNombre: string, suplente: string, desde: string, hasta: string) =>
    ausentar(red.ctx, {
      revisor: idDe(revisorNombre),
      suplente: idDe(suplente),
      desde,
      hasta,
    });

  test("quien cubre se ve en el grupo mientras dura, y se le avisa", async () => {
    const { id } = await valor(dias("Omar", "Sara", "09/06/2025", "12/06/2025"));
    const { grupos, ausencias } = await valor(leerGrupos(red.ctx, PRIMERA));
    const dupla = grupos.filas.find(({ nombre }) => nombre === "Dupla A")?.dupla;
    expect(dupla?.[0]).toMatchObject({
      nombre: "Omar",
      cubre: "Sara",
      ausenteHasta: new Date("2025-06-13T04:00:00Z"),
    });
    expect(ausencias).toHaveLength(1);
    const avisos = await base.comoDueno(
      "SELECT texto FROM notificacion WHERE usuario_id = $1 ORDER BY creada_en DESC",
      [idDe("Sara")],
    );
    expect(
      avisos.some(({ texto }) => String(texto).includes("Usted cubre a Omar del 09/06/2025 al 12/06/2025")),
    ).toBe(true);
    expect(await dias("Omar", "Elena", "12/06/2025", "20/06/2025")).toMatchObject({
      falla: { codigo: "ausencia_cruzada" },
    });
    expect(await dias("Elena", "Omar", "10/06/2025", "11/06/2025")).toMatchObject({
      falla: { campos: { suplente: expect.any(String) } },
    });
    expect(await dias("Sara", "Elena", "12/06/2025", "14/06/2025")).toMatchObject({
      falla: { campos: { revisor: expect.any(String) } },
    });
    expect(await terminar(red.ctx, { ausencia: id })).toMatchObject({ ok: true });
    expect((await valor(leerGrupos(red.ctx, PRIMERA))).ausencias).toEqual([]);
  });

  test("días que no se leen, al revés o ya pasados se explican en su campo", async () => {
    expect(await dias("Omar", "", "32/06/2025", "")).toMatchObject({
      falla: { campos: { desde: expect.any(String), hasta: expect.any(String) } },
    });
    expect(await dias("Omar", "", "20/06/2025", "19/06/2025")).toMatchObject({
      falla: { campos: { hasta: expect.any(String) } },
    });
    expect(await dias("Omar", "", "01/06/2025", "02/06/2025")).toMatchObject({
      falla: { campos: { hasta: expect.any(String) } },
    });
    expect(await dias("Omar", "Omar", "20/06/2025", "21/06/2025")).toMatchObject({
      falla: { campos: { suplente: expect.any(String) } },
    });
  });
});

describe("quien no es de la coordinación no cambia nada", () => {
  test("cada verbo, como forastero", async () => {
    const grupo = await grupoLlamado("Dupla A");
    const dias = { suplente: "", desde: "20/06/2025", hasta: "21/06/2025" };
    const { id: ausencia } = await valor(ausentar(red.ctx, { revisor: idDe("Tomas"), ...dias }));
    const ajeno = { base, ctx: red.ctx };
    const puesto = { grupo, posicion: 2, revisor: idDe("Tomas"), sigue: "reemplazo" } as const;
    await forasteroNoCambiaNada({ ...ajeno, caso: nombrarEnDupla, entrada: puesto });
    await forasteroNoCambiaNada({ ...ajeno, caso: ausentar, entrada: { revisor: idDe("Sara"), ...dias } });
    await forasteroNoCambiaNada({ ...ajeno, caso: terminar, entrada: { ausencia } });
  });
});
