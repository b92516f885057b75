import { beforeAll, describe, expect, test } from "vitest";
import {
  ANALISIS_ENTERO,
  analizar,
  exportarAnalisis,
  type PedidoAnalisis,
} from "@/lib/casos/tablero/analizar";
import { leerExpediente } from "@/lib/datos/repositorio/expediente";
import { conActor } from "@/lib/datos/transaccion";
import { ejercicioDe } from "@/lib/expediente/ejercicio";
import { evaluar } from "@/lib/expediente/evaluar";
import { SISTEMA } from "@/lib/flujo/actor";
import type { Rol } from "@/lib/flujo/permiso";
import { sembrarMucho } from "@/prisma/semilla/mucho";
import { conBase } from "@/tests/apoyo/base";
import { crearInstitucion } from "@/tests/apoyo/institucion";
import { leerTablas } from "@/tests/apoyo/leerTablas";

const base = conBase();
const AHORA = new Date("2025-12-28T15:00:00Z");
const CUANTAS = 60;
let ctx: Awaited<ReturnType<Awaited<ReturnType<typeof crearInstitucion>>["ctx"]>>;

const pedir = async (pedido: Partial<PedidoAnalisis> = {}) => {
  const leido = await analizar(ctx, { ...ANALISIS_ENTERO, ...pedido });
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
    expect(internos.total).toBeGreaterThan(0);
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

describe("las sumas guardadas", () => {
  /** What is kept, and the same counted now: for whoever reaches each institution by its name there are no sums kept. */
  const guardadoYContado = async (pedido: Partial<PedidoAnalisis> = {}) => {
    const ids = await base.comoDueno<{ id: string }>("SELECT id FROM institucion");
    const porNombre = { ...ctx.actor, rol: "revisor" as const, alcance: ids.map(({ id }) => id) };
    const guardado = await pedir(pedido);
    const contado = await analizar({ ...ctx, actor: porNombre }, { ...ANALISIS_ENTERO, ...pedido });
    if (!contado.ok) throw new Error(contado.falla.mensaje);
    return [guardado, contado.valor].map(({ analisis, dificultades }) => ({ analisis, dificultades })) as [
      Pick<typeof guardado, "analisis" | "dificultades">,
      Pick<typeof guardado, "analisis" | "dificultades">,
    ];
  };

  test("son las de contar ahora, en cada campo y tipo", async () => {
    for (const campo of ["descripcion", "internos", "externos"] as const)
      for (const tipo of ["", "dificultad", "holgura"] as const) {
        const [guardado, contado] = await guardadoYContado({ campo, tipo });
        expect(guardado).toEqual(contado);
      }
  });

  test("cambia solo lo de quien cambió algo, y queda como si se hiciera todo de nuevo", async () => {
    const rehecha = async () =>
      (
        await base.comoDueno<{ filas: string[] }>(
          "SELECT array_agg(x.codigo) AS filas FROM resumen.analizada z JOIN institucion x ON x.id = z.institucion_id WHERE z.xmin::text = (SELECT xmin::text FROM resumen.analizado)",
        )
      )[0]?.filas;
    const [antes] = await guardadoYContado();
    await base.comoDueno(
      "UPDATE informe_indicador SET numerador = '1' WHERE indicador = 'A1.ID1' AND institucion_id = (SELECT id FROM institucion WHERE codigo = 'ANA')",
    );
    await base.comoDueno(
      "INSERT INTO dificultad_holgura (institucion_id, informe_id, tipo, descripcion, componentes) SELECT i.id, f.id, 'holgura', 'Esperamos el convenio, los convenios y otro convenio.', '{tramites}' FROM institucion i JOIN informe f ON f.institucion_id = i.id WHERE i.codigo = 'ANA'",
    );
    const [despues, contado] = await guardadoYContado();
    expect(despues).toEqual(contado);
    expect(await rehecha()).toEqual(["ANA"]);
    const alcanzadas = ({ analisis }: typeof antes) =>
      analisis.metas.find(({ clase, estado }) => clase === "desempeno" && estado === "alcanzada")?.cuantas ??
      0;
    expect(alcanzadas(despues)).toBe(alcanzadas(antes) + 1);
    expect(despues.dificultades.total).toBe(antes.dificultades.total + 1);
    await base.comoDueno("INSERT INTO resumen.pendiente VALUES (NULL)");
    const [entera] = await guardadoYContado();
    expect(entera).toEqual(despues);
  });

  test("una institución que deja de estar activa deja de contar", async () => {
    const activar = (activa: boolean) =>
      base.comoDueno("UPDATE institucion SET activa = $1 WHERE codigo = 'ANA'", [activa]);
    const [antes] = await guardadoYContado();
    await activar(false);
    const [sin, contado] = await guardadoYContado();
    expect(sin.analisis.instituciones).toBe(antes.analisis.instituciones - 1);
    expect(sin).toEqual(contado);
    await activar(true);
    expect((await guardadoYContado())[0]).toEqual(antes);
  });
});

test("trae textos de borradores: ni una contraparte ni un validador externo lo ven; quien revisa, solo lo suyo", async () => {
  const [una] = await base.comoDueno<{ id: string }>("SELECT id FROM institucion WHERE codigo = 'ANA'");
  const como = (rol: Rol) => ({ ...ctx, actor: { ...ctx.actor, rol, alcance: [una?.id ?? ""] } });
  for (const rol of ["contraparte_titular", "validador_externo"] as const) {
    expect(await analizar(como(rol), ANALISIS_ENTERO), rol).toMatchObject({
      falla: { codigo: "no_encontrado" },
    });
    expect(await exportarAnalisis(como(rol), ANALISIS_ENTERO), rol).toMatchObject({
      falla: { codigo: "no_encontrado" },
    });
  }
  const leido = await analizar(como("revisor"), ANALISIS_ENTERO);
  expect(leido).toMatchObject({ ok: true, valor: { analisis: { instituciones: 1 } } });
});

test("el libro trae una hoja por pregunta, con todas sus filas", async () => {
  const libro = await exportarAnalisis(ctx, ANALISIS_ENTERO);
  if (!libro.ok) throw new Error(libro.falla.mensaje);
  expect(libro.valor.nombre).toBe("Análisis global 2025.xlsx");
  const hojas = await leerTablas(libro.valor.bytes);
  const { analisis, dificultades } = await pedir();
  expect(hojas.Categorías?.map(({ Categoría, Cambios }) => [Categoría, Cambios])).toEqual(
    analisis.categorias.map(({ categoria, cambios }) => [categoria, cambios]),
  );
  const suma = (filas: readonly { readonly cuantas: number }[]) =>
    filas.reduce((total, { cuantas }) => total + cuantas, 0);
  expect(hojas.Cumplimiento?.reduce((total, fila) => total + Number(fila.Cuántas), 0)).toBe(
    suma(analisis.actividades) + suma(analisis.metas),
  );
  const incumplidas = analisis.actividades.find(({ estado }) => estado === "noCumplida")?.cuantas ?? 0;
  const noAlcanzadas = suma(analisis.metas.filter(({ estado }) => estado === "noAlcanzada"));
  expect(hojas["Actividades no cumplidas"]).toHaveLength(incumplidas);
  expect(hojas["Metas no alcanzadas"]).toHaveLength(noAlcanzadas);
  expect(hojas["Dificultades y holguras"]).toHaveLength(dificultades.total);
});
