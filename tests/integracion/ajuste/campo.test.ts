import { beforeAll, describe, expect, test } from "vitest";
import { decidir } from "@/lib/casos/ajuste/decidir";
import { guardarCampos } from "@/lib/casos/campo/guardar";
import { LARGO_MAXIMO } from "@/lib/casos/campo/valor";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { leerCampos } from "@/lib/datos/repositorio/campo";
import { reservarInstitucion } from "@/lib/datos/repositorio/cerrojo";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import type { ValorCampo } from "@/lib/flujo/campo";
import { conBase } from "@/tests/apoyo/base";
import {
  crearInstitucion,
  EJERCICIO_2025,
  EN_PLAZO,
  type InstitucionDePrueba,
} from "@/tests/apoyo/institucion";

const base = conBase();
let casa: InstitucionDePrueba;
beforeAll(async () => {
  casa = await crearInstitucion("C1");
});

async function guardar(ctx: ContextoInstitucion, lugar: string, antes: ValorCampo, valor: ValorCampo) {
  const hecho = await guardarCampos(ctx, {
    usuario: ctx.actor.usuarioId,
    campos: [{ lugar, base: antes, valor }],
  });
  if (!hecho.ok) throw new Error(hecho.falla.codigo);
  return hecho.valor.respuestas[lugar];
}

const leer = async (ctx: ContextoInstitucion) =>
  leerCampos({ actor: ctx.actor, institucionId: ctx.institucion.id, ahora: ctx.ahora }, [
    "informe",
    "actividad",
    "tramite",
    "componente",
    "indicador",
    "dificultad",
    "difusion",
    "instancia",
    "ajuste",
  ]);

describe("guardar un campo", () => {
  test("los saltos de línea que Word pega se guardan como saltos de línea", async () => {
    const ctx = await (await crearInstitucion("C8")).ctx();
    expect(await guardar(ctx, "informe/desafios", null, "uno\u000bdos\u2028tres\u2029cuatro\u0085")).toEqual({
      estado: "guardado",
      valor: "uno\ndos\ntres\ncuatro\n",
    });
  });

  test("repetir el mismo guardado no cambia nada y responde lo mismo", async () => {
    const ctx = await casa.ctx();
    expect(await guardar(ctx, "informe/avances", null, "Avanzamos")).toEqual({
      estado: "guardado",
      valor: "Avanzamos",
    });
    expect(await guardar(ctx, "informe/avances", null, "Avanzamos")).toEqual({
      estado: "guardado",
      valor: "Avanzamos",
    });
    const historia = await base.comoDueno(
      "SELECT FROM bitacora WHERE tabla = 'informe' AND institucion_id = $1 AND operacion = 'cambio'",
      [casa.id],
    );
    expect(historia).toHaveLength(1);
  });

  test("sobre lo que otra persona cambió se responde su texto, quién y cuándo, y nada se pisa", async () => {
    const [ana, luis] = [await casa.ctx(), await casa.ctx("Luis Soto")];
    await guardar(ana, "informe/desafios", null, "De Ana");
    expect(await guardar(luis, "informe/desafios", null, "De Luis")).toMatchObject({
      estado: "conflicto",
      actual: "De Ana",
      autor: "Ana Rojas",
      propio: false,
      en: expect.stringMatching(/^\d{4}-/),
    });
    // From another tab of hers, which had not seen it.
    expect(await guardar(ana, "informe/desafios", null, "De Ana, en otra pestaña")).toMatchObject({
      estado: "conflicto",
      propio: true,
    });
    expect((await leer(ana))["informe/desafios"]).toBe("De Ana");
    expect(await guardar(luis, "informe/desafios", "De Ana", "De ambos")).toMatchObject({
      estado: "guardado",
    });
  });

  test("un texto más largo que lo que el campo guarda dice su límite y que sigue en este equipo; justo en él, se guarda", async () => {
    const ctx = await (await crearInstitucion("C1L")).ctx();
    // Every line end and quote counts once, as whoever cuts the text counts it.
    const justo = '\n"é😀'.repeat(LARGO_MAXIMO / 4);
    expect(await guardar(ctx, "informe/leccionesAprendidas", null, `${justo}s.`)).toEqual({
      estado: "cerrado",
      mensaje:
        "El texto es demasiado largo: este campo guarda hasta 200.000 caracteres y el suyo tiene 200.002. Se conserva en este equipo: acórtelo e intente guardar otra vez.",
    });
    const guardado = await guardar(ctx, "informe/leccionesAprendidas", null, justo);
    expect(guardado?.estado).toBe("guardado");
    const contenido = { componente: "plazos", inicio: "x".repeat(LARGO_MAXIMO) };
    expect(await guardar(ctx, "ajuste/A1/plazos/contenido", null, contenido)).toMatchObject({
      estado: "cerrado",
      mensaje: expect.stringContaining("demasiado largo"),
    });
    expect(await guardar(ctx, "informe/noExiste", null, "Algo")).toMatchObject({
      mensaje: expect.stringContaining("ya no recibe este campo"),
    });
  });

  test("veinte personas a la vez en un campo: una gana y las demás ven su texto", async () => {
    const todas = await Promise.all(Array.from({ length: 20 }, (_, i) => casa.ctx(`Persona ${i}`)));
    const respuestas = await Promise.all(
      todas.map((ctx, i) => guardar(ctx, "informe/resultados", null, `Texto ${i}`)),
    );
    const ganan = respuestas.filter((una) => una?.estado === "guardado");
    expect(ganan).toHaveLength(1);
    expect(respuestas.filter((una) => una?.estado === "conflicto")).toHaveLength(19);
  });

  test("campos distintos de una misma fila no se estorban", async () => {
    const [ana, luis] = [await casa.ctx(), await casa.ctx("Luis Soto")];
    const [uno, otro] = await Promise.all([
      guardar(ana, "actividad/A1/explicacion", null, "Faltó personal"),
      guardar(luis, "actividad/A1/medioDescripcion", null, "Actas"),
    ]);
    expect([uno?.estado, otro?.estado]).toEqual(["guardado", "guardado"]);
    expect(await leer(ana)).toMatchObject({
      "actividad/A1/explicacion": "Faltó personal",
      "actividad/A1/medioDescripcion": "Actas",
    });
  });

  test("números y fechas quedan canónicos si se entienden y como se escribieron si no", async () => {
    const ctx = await casa.ctx();
    expect(await guardar(ctx, "indicador/IS1/numerador", null, "1.234,50")).toMatchObject({
      valor: "1234.5",
    });
    expect(await guardar(ctx, "indicador/IS1/numerador", "1234.5", "mil y algo")).toMatchObject({
      estado: "guardado",
      valor: "mil y algo",
    });
    expect(await guardar(ctx, "difusion/actoFecha", null, "5/3/2025")).toMatchObject({ valor: "2025-03-05" });
    expect(await guardar(ctx, "difusion/actoFecha", "2025-03-05", "31/02/2025")).toMatchObject({
      valor: "31/02/2025",
    });
  });

  test("lo que escribió una persona no se guarda con la sesión de otra", async () => {
    const [ana, luis] = [await casa.ctx(), await casa.ctx("Luis Soto")];
    const hecho = await guardarCampos(luis, {
      usuario: ana.actor.usuarioId,
      campos: [{ lugar: "informe/leccionesAprendidas", base: null, valor: "De Ana" }],
    });
    expect(hecho).toMatchObject({ ok: false, falla: { codigo: "sin_sesion" } });
  });

  test("un campo que no existe no arrastra a los demás del envío", async () => {
    const ctx = await casa.ctx();
    const hecho = await guardarCampos(ctx, {
      usuario: ctx.actor.usuarioId,
      campos: [
        { lugar: "informe/inventado", base: null, valor: "x" },
        { lugar: "informe/leccionesAprendidas", base: null, valor: "Aprendimos" },
      ],
    });
    expect(hecho).toMatchObject({
      ok: true,
      valor: {
        respuestas: {
          "informe/inventado": { estado: "cerrado" },
          "informe/leccionesAprendidas": { estado: "guardado" },
        },
      },
    });
  });
});

describe("el cierre del 30 de junio, hora de Chile continental", () => {
  const ULTIMO = new Date("2025-06-30T23:59:59.999-04:00");
  const PRIMERO = new Date("2025-07-01T00:00:00-04:00");
  const plazos = { inicio: "2025-03-01", termino: "2025-11-30" };
  const LUGAR = "ajuste/A1/plazos/contenido";
  const eleccion = { elemento: "A1", componente: "plazos", visto: null, vistoEn: EN_PLAZO } as const;

  test("el último milisegundo del día todavía vale, y el siguiente ya no", async () => {
    const lugar = await crearInstitucion("C2");
    const enPlazo = await lugar.ctx(undefined, ULTIMO);
    const tarde = await lugar.ctx(undefined, PRIMERO);
    expect(PRIMERO).toEqual(EJERCICIO_2025.cierreAjuste);
    expect(await decidir(enPlazo, { ...eleccion, decision: "modifica" })).toMatchObject({ ok: true });
    const cambio = { ...plazos, termino: "2025-12-15" };
    expect(await guardar(enPlazo, LUGAR, plazos, cambio)).toMatchObject({ estado: "guardado" });
    expect(await guardar(tarde, LUGAR, cambio, plazos)).toMatchObject({
      estado: "cerrado",
      mensaje: expect.stringContaining("venció"),
    });
    // The same save, asked again because its answer was lost, was in time.
    expect(await guardar(tarde, LUGAR, plazos, cambio)).toMatchObject({ estado: "guardado" });
  });

  test("después del cierre se puede confirmar lo de 2024, pero no modificar", async () => {
    const lugar = await crearInstitucion("C3");
    const tarde = await lugar.ctx(undefined, PRIMERO);
    expect(await decidir(tarde, { ...eleccion, decision: "modifica" })).toMatchObject({
      ok: false,
      falla: { codigo: "cerrado_plazo" },
    });
    expect(await decidir(tarde, { ...eleccion, decision: "mantiene" })).toMatchObject({ ok: true });
  });

  test("una prórroga reabre hasta su instante inclusive, y revocada deja de valer", async () => {
    const lugar = await crearInstitucion("C4");
    const hasta = new Date("2025-07-10T18:00:00-04:00");
    const [fila] = await base.comoDueno<{ id: string }>(
      `INSERT INTO prorroga (institucion_id, ejercicio_id, alcance, hasta, razon, otorgada_por_id, otorgada_en)
       VALUES ($1, $2, 'ajuste', $3, 'La plataforma se habilitó después', $4, $5) RETURNING id`,
      [lugar.id, lugar.ejercicioId, hasta, (await lugar.ctx()).actor.usuarioId, PRIMERO],
    );
    const justo = await lugar.ctx(undefined, hasta);
    const despues = await lugar.ctx(undefined, new Date(hasta.getTime() + 1));
    expect(await decidir(despues, { ...eleccion, decision: "modifica" })).toMatchObject({ ok: false });
    expect(await decidir(justo, { ...eleccion, decision: "modifica" })).toMatchObject({ ok: true });
    await base.comoDueno(
      "UPDATE prorroga SET revocada_en = now(), revocada_por_id = otorgada_por_id WHERE id = $1",
      [fila?.id],
    );
    expect(await guardar(justo, LUGAR, plazos, { ...plazos, termino: "2025-12-31" })).toMatchObject({
      estado: "cerrado",
    });
  });
});

test("mientras se congela una versión, un guardado espera y después se entera de que está en firma", async () => {
  const lugar = await crearInstitucion("C5");
  const ctx = await lugar.ctx();
  await decidir(ctx, {
    elemento: "OG",
    componente: "texto",
    decision: "modifica",
    visto: null,
    vistoEn: EN_PLAZO,
  });
  let guardado: ReturnType<typeof guardar> | undefined;
  await conActor(SISTEMA, "prueba", async (tx) => {
    await reservarInstitucion(tx, lugar.id);
    guardado = guardar(ctx, "ajuste/OG/texto/argumento", null, "En el último instante");
    await tx.$executeRaw`INSERT INTO aprobacion (institucion_id, ejercicio_id, materia, version, huella, contenido, firmas_necesarias, exige_presidencia, enviada_por_id, enviada_en)
      VALUES (${lugar.id}::uuid, ${lugar.ejercicioId}::uuid, 'plan', 1, repeat('a', 64), '{}', 1, false, ${ctx.actor.usuarioId}::uuid, ${EN_PLAZO})`;
  });
  expect(await guardado).toMatchObject({ estado: "cerrado", mensaje: expect.stringContaining("Comité") });
  expect((await leer(ctx))["ajuste/OG/texto/argumento"]).toBeUndefined();
});
