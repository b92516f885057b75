import { beforeAll, describe, expect, test } from "vitest";
import { analizar, exportarAnalisis, type PedidoAnalisis } from "@/lib/casos/tablero/analizar";
import { leerExpediente } from "@/lib/datos/repositorio/expediente";
import { conActor } from "@/lib/datos/transaccion";
import { ejercicioDe } from "@/lib/expediente/ejercicio";
import { evaluar } from "@/lib/expediente/evaluar";
import { SISTEMA } from "@/lib/flujo/actor";
import { sembrarMucho } from "@/prisma/semilla/mucho";
import { conBase } from "@/tests/apoyo/base";
import { crearInstitucion } from "@/tests/apoyo/institucion";

const base = conBase();
const AHORA = new Date("2025-12-28T15:00:00Z");
const CUANTAS = 60;
let ctx: Awaited<ReturnType<Awaited<ReturnType<typeof crearInstitucion>>["ctx"]>>;
const SIN_FILTRO: PedidoAnalisis = {
  institucion: "",
  ministerio: "",
  grupo: "",
  campo: "descripcion",
  tipo: "",
  texto: "",
};

const pedir = async (pedido: Partial<PedidoAnalisis> = {}) => {
  const leido = await analizar(ctx, { ...SIN_FILTRO, ...pedido });
  if (!leido.ok) throw new Error(leido.falla.mensaje);
  return leido.valor;
};

beforeAll(async () => {
  await sembrarMucho(base.dueno, { instituciones: CUANTAS, momento: AHORA });
  const propia = await crearInstitucion("ANA");
  ctx = await propia.ctx("Carla Núñez", AHORA, "coordinacion");
  const modificado = {
    nombre: "Otro indicador",
    formula: "a/b",
    factor: 100,
    unidad: "%",
    sentido: "descendente",
    meta: 12.345,
  };
  const cambio = (
    elemento: string,
    componente: string | null,
    decision: string,
    tipo: string | null,
    contenido: unknown,
  ) =>
    base.comoDueno(
      "INSERT INTO ajuste (institucion_id, plan_id, elemento, componente, decision, tipo, contenido, categorias, registrado_en) VALUES ($1, $2, $3, $4, $5::decision, $6, $7, '{g}', now())",
      [
        propia.id,
        propia.planId,
        elemento,
        componente,
        decision,
        tipo,
        contenido === null ? null : JSON.stringify(contenido),
      ],
    );
  // Everything that may change which activities and targets count.
  await cambio("IS1", "indicador", "modifica", null, modificado);
  await cambio("A1", "indicadoresDesempeno", "modifica", null, [
    { ...modificado, id: "A1.ID1" },
    { ...modificado, id: "A1.ID9", meta: 50 },
  ]);
  await cambio("A1", "tramites", "modifica", null, ["Uno nuevo"]);
  await cambio("A2", null, "elimina", null, null);
  await cambio("A7", null, "incorpora", "actividad", {
    objetivoEspecifico: "OE1",
    descripcion: "Incorporada",
    tramites: ["Otro"],
    indicadoresDesempeno: [{ ...modificado, id: "A7.ID1" }],
  });
  await cambio("IS8", null, "incorpora", "indicadorSatisfaccion", { ...modificado, sentido: "ascendente" });
  const [informe] = await base.comoDueno<{ id: string }>("SELECT id FROM informe WHERE institucion_id = $1", [
    propia.id,
  ]);
  const resultado = (
    indicador: string,
    numerador: string | null,
    denominador: string | null,
    medido: boolean | null = true,
  ) =>
    base.comoDueno(
      "INSERT INTO informe_indicador (institucion_id, informe_id, indicador, medido, numerador, denominador) VALUES ($1, $2, $3, $4, $5, $6)",
      [propia.id, informe?.id, indicador, medido, numerador, denominador],
    );
  // 12.3454… rounds to the target, 12.3455 does not; a text that is no number says nothing.
  await resultado("IS1", "123454", "1000000");
  await resultado("A1.ID1", "123455", "1000000");
  await resultado("A1.ID9", "no sé", "10");
  await resultado("A7.ID1", null, null, false);
  await resultado("IS8", "1", "0");
  const ejecucion = (actividad: string, ejecutada: boolean | null) =>
    base.comoDueno(
      "INSERT INTO informe_actividad (institucion_id, informe_id, actividad, ejecutada_segun_descripcion) VALUES ($1, $2, $3, $4)",
      [propia.id, informe?.id, actividad, ejecutada],
    );
  await ejecucion("A1", true);
  await ejecucion("A7", true);
  await base.comoDueno(
    "INSERT INTO informe_tramite (institucion_id, informe_id, actividad, tramite, vinculado) VALUES ($1, $2, 'A1', 'Uno nuevo', false), ($1, $2, 'A1', 'Certificado de afiliación', true)",
    [propia.id, informe?.id],
  );
}, 120_000);

describe("dice lo mismo que las reglas, institución por institución", () => {
  test("metas y actividades del plan vigente", async () => {
    const [{ id: ejercicioId } = { id: "" }] = await base.comoDueno<{ id: string }>(
      "SELECT id FROM ejercicio WHERE anio = 2025",
    );
    const todas = await base.comoDueno<{ id: string; codigo: string }>(
      "SELECT i.id, i.codigo FROM institucion i JOIN plan p ON p.institucion_id = i.id ORDER BY (i.codigo = 'ANA') DESC, i.codigo LIMIT 40",
    );
    for (const { id, codigo } of todas) {
      const leido = await conActor(SISTEMA, "prueba", (tx) => leerExpediente(tx, id, ejercicioId));
      if (!leido) throw new Error(codigo);
      const { actividades, desempeno, satisfaccion } = evaluar(
        leido.expediente,
        ejercicioDe(2025),
      ).cumplimiento;
      const { analisis } = await pedir({ institucion: codigo });
      const metas = (clase: string) =>
        Object.fromEntries(
          analisis.metas.filter((m) => m.clase === clase).map(({ estado, cuantas }) => [estado, cuantas]),
        );
      const esperadas = ({ alcanzadas, noAlcanzadas, noMedidas, pendientes }: typeof desempeno) =>
        Object.fromEntries(
          Object.entries({
            alcanzada: alcanzadas,
            noAlcanzada: noAlcanzadas,
            noMedida: noMedidas,
            pendiente: pendientes,
          }).filter(([, n]) => n > 0),
        );
      expect({ codigo, ...metas("desempeno") }).toEqual({ codigo, ...esperadas(desempeno) });
      expect({ codigo, ...metas("satisfaccion") }).toEqual({ codigo, ...esperadas(satisfaccion) });
      const deActividades = Object.fromEntries(
        analisis.actividades.map(({ estado, cuantas }) => [estado, cuantas]),
      );
      expect({
        codigo,
        cumplida: deActividades.cumplida ?? 0,
        noCumplida: deActividades.noCumplida ?? 0,
        pendiente: deActividades.pendiente ?? 0,
      }).toEqual({
        codigo,
        cumplida: actividades.cumplidas,
        noCumplida: actividades.noCumplidas,
        pendiente: actividades.pendientes,
      });
      expect(analisis.actividadesIncumplidas).toHaveLength(actividades.noCumplidas);
    }
  }, 60_000);
});

describe("lo común a muchas", () => {
  test("las categorías cuentan cambios e instituciones", async () => {
    const { analisis } = await pedir();
    const g = analisis.categorias.find(({ categoria }) => categoria === "g");
    expect(g?.cambios).toBeGreaterThanOrEqual(6);
    expect(analisis.categorias.map(({ categoria }) => categoria)).toEqual(
      analisis.categorias.map(({ categoria }) => categoria).toSorted(),
    );
    const { analisis: una } = await pedir({ institucion: "ANA" });
    expect(una.categorias).toEqual([{ categoria: "g", cambios: 6, instituciones: 1 }]);
  });

  test("las dificultades se agrupan por su texto y se buscan por cualquier forma de una palabra", async () => {
    const { dificultades } = await pedir();
    expect(dificultades.textos[0]?.instituciones).toBeGreaterThan(1);
    expect(dificultades.temas.length).toBeGreaterThan(3);
    const { dificultades: halladas } = await pedir({ texto: "licitaciones" });
    expect(halladas.total).toBeGreaterThan(0);
    expect(halladas.lista.every(({ descripcion }) => descripcion?.includes("licitación"))).toBe(true);
    const { dificultades: internos } = await pedir({ campo: "internos", texto: "DOTACION" });
    expect(internos.lista.every(({ internos: texto }) => texto?.includes("dotación"))).toBe(true);
    expect((await pedir({ texto: "zzz" })).dificultades.total).toBe(0);
  });

  test("por ministerio quedan solo las suyas", async () => {
    const { ministerios, analisis } = await pedir();
    const partes = await Promise.all(ministerios.map((ministerio) => pedir({ ministerio })));
    expect(partes.reduce((suma, parte) => suma + parte.analisis.instituciones, 0)).toBe(
      analisis.instituciones,
    );
  });
});

test("una contraparte no lo ve; un validador externo ve solo lo suyo", async () => {
  const comoContraparte = { ...ctx, actor: { ...ctx.actor, rol: "contraparte_titular" as const } };
  expect(await analizar(comoContraparte, SIN_FILTRO)).toMatchObject({ falla: { codigo: "no_encontrado" } });
  expect(await exportarAnalisis(comoContraparte, SIN_FILTRO)).toMatchObject({
    falla: { codigo: "no_encontrado" },
  });
  const [una] = await base.comoDueno<{ id: string }>("SELECT id FROM institucion WHERE codigo = 'ANA'");
  const actor = { ...ctx.actor, rol: "validador_externo" as const, alcance: [una?.id ?? ""] };
  const leido = await analizar({ ...ctx, actor }, SIN_FILTRO);
  expect(leido).toMatchObject({ ok: true, valor: { analisis: { instituciones: 1 } } });
});

test("el libro trae una hoja por pregunta", async () => {
  const libro = await exportarAnalisis(ctx, SIN_FILTRO);
  expect(libro).toMatchObject({ ok: true, valor: { nombre: "Análisis global 2025.xlsx" } });
});
