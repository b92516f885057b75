import { beforeAll, describe, expect, test } from "vitest";
import { exportarTablero } from "@/lib/casos/tablero/exportar";
import { leerTablero } from "@/lib/casos/tablero/leer";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { leerSituacion } from "@/lib/datos/repositorio/situacion";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { type Etapa, type FiltroTablero, SECCIONES_TABLERO, SIN_FILTRO } from "@/lib/flujo/tablero";
import { sembrarMucho } from "@/prisma/semilla/mucho";
import { conBase } from "@/tests/apoyo/base";
import { crearInstitucion } from "@/tests/apoyo/institucion";
import { leerTablas } from "@/tests/apoyo/leerTablas";

const base = conBase();
const AHORA = new Date("2025-12-28T15:00:00Z");
const CUANTAS = 120;
let ctx: Awaited<ReturnType<Awaited<ReturnType<typeof crearInstitucion>>["ctx"]>>;

const pedir = async (filtro: Partial<FiltroTablero> = {}, pagina = 1) => {
  const leido = await leerTablero(ctx, { filtro: { ...SIN_FILTRO, ...filtro }, por: "ministerio", pagina });
  if (!leido.ok) throw new Error(leido.falla.mensaje);
  return leido.valor;
};

beforeAll(async () => {
  await sembrarMucho(base.dueno, { instituciones: CUANTAS, momento: AHORA });
  const propia = await crearInstitucion("TAB");
  ctx = await propia.ctx("Carla Núñez", AHORA, "coordinacion");
}, 120_000);

describe("el resumen dice lo mismo que cada institución", () => {
  test("elementos decididos, actividades informadas, instancias y observaciones", async () => {
    const filas: Awaited<ReturnType<typeof pedir>>["tablero"]["filas"][number][] = [];
    for (let pagina = 1; filas.length < CUANTAS + 1; pagina++)
      filas.push(...(await pedir({}, pagina)).tablero.filas);
    await conActor(SISTEMA, "prueba", async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, AHORA);
      if (!ejercicio) throw new Error("Falta el ejercicio.");
      for (const fila of filas) {
        const { id } = await tx.institucion.findUniqueOrThrow({ where: { codigo: fila.codigo } });
        const s = await leerSituacion(tx, id, ejercicio);
        expect({ codigo: fila.codigo, ...contar(fila) }).toEqual({
          codigo: fila.codigo,
          decididas: s.decisiones.hechas,
          elementos: s.decisiones.total,
          informadas: s.actividades.hechas,
          actividades: s.actividades.total,
          instancias: s.instanciasDifusion,
          abiertas: s.observacionesAbiertas,
        });
        if (s.ultimoEnvio) expect(fila.etapa).toBe(s.ultimoEnvio.estado);
      }
    });
  }, 60_000);

  test("las cuentas guardadas son las de contar ahora", async () => {
    const guardadas = await pedir();
    // A filter that everything passes makes them be counted now.
    const vivas = await pedir({ texto: "i" });
    expect(vivas.tablero.total.instituciones).toBe(CUANTAS + 1);
    expect(guardadas.tablero.total).toEqual(vivas.tablero.total);
    expect(guardadas.tablero.partes).toEqual(vivas.tablero.partes);
    const orden = (dias: readonly { dia: string }[]) => dias.toSorted((a, b) => (a.dia < b.dia ? -1 : 1));
    expect(orden(guardadas.tablero.dias.envio)).toEqual(orden(vivas.tablero.dias.envio));
  });
});

const contar = ({
  decididas,
  elementos,
  informadas,
  actividades,
  instancias,
  abiertas,
}: Awaited<ReturnType<typeof pedir>>["tablero"]["filas"][number]) => ({
  decididas,
  elementos,
  informadas,
  actividades,
  instancias,
  abiertas,
});

describe("lo que cambia se ve en la vista siguiente", () => {
  const etapaDeTab = async () => (await pedir({ texto: "TAB" })).tablero.filas[0]?.etapa;

  test("aprobar, prorrogar, cambiar de nombre y desactivar", async () => {
    expect(await etapaDeTab()).toBe("ajuste" satisfies Etapa);
    const [tab] = await base.comoDueno<{ id: string; e: string }>(
      "SELECT i.id, j.id AS e FROM institucion i, ejercicio j WHERE i.codigo = 'TAB'",
    );
    await base.comoDueno(
      `INSERT INTO aprobacion (institucion_id, ejercicio_id, materia, version, huella, contenido, firmas_necesarias, exige_presidencia, enviada_por_id, enviada_en)
       VALUES ($1, $2, 'plan', 1, repeat('a', 64), '{}', 1, false, gen_random_uuid(), now())`,
      [tab?.id, tab?.e],
    );
    expect(await etapaDeTab()).toBe("plan_en_comite");
    const antes = (await pedir()).tablero;
    await base.comoDueno(
      "INSERT INTO prorroga (institucion_id, ejercicio_id, alcance, hasta, razon, otorgada_por_id, otorgada_en) VALUES ($1, $2, 'ajuste', '2026-01-20', 'x', gen_random_uuid(), now())",
      [tab?.id, tab?.e],
    );
    const despues = (await pedir()).tablero;
    expect(despues.total.atrasadas).toBe(antes.total.atrasadas - 1);
    expect(despues.conProrroga).toBe(antes.conProrroga + 1);
    await base.comoDueno("UPDATE institucion SET nombre = 'Ñandúes del Sur' WHERE id = $1", [tab?.id]);
    expect((await pedir({ texto: "NANDUES" })).tablero.filas.map(({ codigo }) => codigo)).toEqual(["TAB"]);
    await base.comoDueno("UPDATE institucion SET activa = false WHERE id = $1", [tab?.id]);
    expect((await pedir({ texto: "nandues" })).tablero.filas).toEqual([]);
    await base.comoDueno("UPDATE institucion SET activa = true WHERE id = $1", [tab?.id]);
  });

  test("lo guardado mientras otro lee queda para la lectura siguiente", async () => {
    await base.conexion.pool.query("BEGIN; SELECT 1; COMMIT");
    const cliente = await base.conexion.pool.connect();
    try {
      await cliente.query("BEGIN; SELECT set_config('app.alcance', '*', true)");
      await cliente.query("UPDATE institucion SET nombre = 'A medias' WHERE codigo = 'TAB'");
      expect((await pedir({ texto: "a medias" })).tablero.filas).toEqual([]);
      await cliente.query("COMMIT");
    } finally {
      cliente.release();
    }
    expect((await pedir({ texto: "a medias" })).tablero.filas).toHaveLength(1);
  });
});

describe("filtros", () => {
  test("cada condición deja solo las que la cumplen", async () => {
    const { tablero } = await pedir({ con: "prorroga" });
    expect(tablero.filas.every(({ prorroga }) => prorroga)).toBe(true);
    const observadas = await pedir({ etapa: "observado" });
    expect(observadas.tablero.filas.length).toBeGreaterThan(0);
    expect(new Set(observadas.tablero.filas.map(({ etapa }) => etapa))).toEqual(new Set(["observado"]));
    const [ministerio] = tablero.ministerios;
    const delMinisterio = await pedir({ ministerio: ministerio ?? "" });
    expect(delMinisterio.tablero.total.instituciones).toBe(
      (await pedir()).tablero.partes.find(({ valor }) => valor === ministerio)?.instituciones,
    );
  });

  test("una página más allá de la última muestra la última", async () => {
    const { pagina, paginas, tablero } = await pedir({}, 999);
    expect(pagina).toBe(paginas);
    expect(tablero.filas.length).toBeGreaterThan(0);
  });
});

describe("quién lo ve", () => {
  test("una contraparte no", async () => {
    const actor = { ...ctx.actor, rol: "contraparte_titular" as const };
    const pedido = { filtro: SIN_FILTRO, por: "ministerio", pagina: 1 } as const;
    expect(await leerTablero({ ...ctx, actor }, pedido)).toMatchObject({
      falla: { codigo: "no_encontrado" },
    });
    expect(await exportarTablero({ ...ctx, actor }, SIN_FILTRO)).toMatchObject({
      falla: { codigo: "no_encontrado" },
    });
  });

  test("un validador externo, solo lo suyo y contado solo con lo suyo", async () => {
    const [una] = await base.comoDueno<{ id: string }>("SELECT id FROM institucion WHERE codigo = 'M00007'");
    const actor = { ...ctx.actor, rol: "validador_externo" as const, alcance: [una?.id ?? ""] };
    const leido = await leerTablero({ ...ctx, actor }, { filtro: SIN_FILTRO, por: "ministerio", pagina: 1 });
    if (!leido.ok) throw new Error(leido.falla.mensaje);
    expect(leido.valor.tablero.filas.map(({ codigo }) => codigo)).toEqual(["M00007"]);
    expect(leido.valor.tablero.total.instituciones).toBe(1);
    expect(leido.valor.tablero.partes).toHaveLength(1);
  });
});

describe("el libro", () => {
  const hojas = async (filtro: Partial<FiltroTablero> = {}) => {
    const libro = await exportarTablero(ctx, { ...SIN_FILTRO, ...filtro });
    if (!libro.ok) throw new Error(libro.falla.mensaje);
    expect(libro.valor.nombre).toBe("Tablero 2025.xlsx");
    return leerTablas(libro.valor.bytes);
  };

  test("trae todas las que pasan los filtros, y solo esas", async () => {
    const { tablero } = await pedir();
    expect((await hojas()).Instituciones).toHaveLength(tablero.total.instituciones);
    const [{ ministerio = "" } = {}] = tablero.filas;
    const suyas = await pedir({ ministerio });
    const { Instituciones = [] } = await hojas({ ministerio });
    expect(Instituciones).toHaveLength(suyas.tablero.total.instituciones);
    expect(new Set(Instituciones.map((fila) => fila.Ministerio))).toEqual(new Set([ministerio]));
    const atrasadas = await hojas({ con: "atraso" });
    expect(atrasadas.Instituciones).toHaveLength(tablero.total.atrasadas);
    expect(new Set(atrasadas.Instituciones?.map((fila) => fila["Fuera de plazo"]))).toEqual(new Set(["Sí"]));
  });

  test("cuenta por ministerio y por grupo lo mismo que el tablero", async () => {
    const libro = await hojas();
    for (const por of ["ministerio", "grupo"] as const) {
      const leido = await leerTablero(ctx, { filtro: SIN_FILTRO, por, pagina: 1 });
      if (!leido.ok) throw new Error(leido.falla.mensaje);
      const deHoja = libro[`Por ${por}`]?.map((fila) => [
        fila.Instituciones,
        fila["Fuera de plazo"],
        ...Object.values(SECCIONES_TABLERO).map((seccion) => fila[seccion]),
      ]);
      const delTablero = leido.valor.tablero.partes.map(({ instituciones, atrasadas, listas }) => [
        instituciones,
        atrasadas,
        ...(Object.keys(SECCIONES_TABLERO) as (keyof typeof listas)[]).map((seccion) => listas[seccion]),
      ]);
      const enOrden = (filas: unknown[][] = []) => filas.map((fila) => fila.join(" ")).toSorted();
      expect(enOrden(deHoja)).toEqual(enOrden(delTablero));
    }
  });
});
