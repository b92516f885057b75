import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { escribirRecordatorios } from "@/lib/casos/avisos/recordatorio";
import { enviarAlComite } from "@/lib/casos/comite/enviar";
import { firmar } from "@/lib/casos/comite/firmar";
import { leerComite } from "@/lib/casos/comite/leer";
import { ultimoCorte } from "@/lib/trabajos/reloj";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe, lugarDe, mantenerTodo } from "@/tests/apoyo/comite";
import { JUNIO } from "@/tests/apoyo/junio";

const base = conBase({ sembrada: true });
const TABLAS =
  "firma, acta_asistente, acta, aprobacion, notificacion, correo, ajuste, prorroga, envio, ronda, asignacion_revision, ausencia";
beforeEach(async () => {
  for (const tabla of TABLAS.split(", ")) await base.comoDueno(`DELETE FROM ${tabla}`);
});

const recordar = (instante: string) => {
  const ahora = new Date(instante);
  return escribirRecordatorios(ahora, ultimoCorte(ahora));
};
type Dicho = { correo: string; texto: string; tipo: string };
const dichos = (como = "%@sva.example") =>
  base.comoDueno<Dicho>(
    `SELECT u.correo, n.texto, n.tipo FROM notificacion n JOIN usuario u ON u.id = n.usuario_id
     WHERE n.clave LIKE 'plazo %' AND u.correo LIKE $1 ORDER BY n.creada_en, u.correo, n.texto`,
    [como],
  );
const quienes = async (como?: string) => (await dichos(como)).map(({ correo }) => correo.split("@")[0]);
const CONTRAPARTES = ["ana.rojas", "luis.soto"];

async function envioDeSva(campos: { estado: string; ronda?: string; hasta?: string }): Promise<void> {
  const { institucion, ejercicioId } = await lugarDe(base, "SVA");
  await base.comoDueno(
    `INSERT INTO envio (institucion_id, ejercicio_id, ronda_id, version, estado, contenido, huella_plan, huella_informe, codigo,
       enviado_por_id, enviado_en, responder_hasta, abierto_por_id, abierto_en, devuelto_por_id, devuelto_en)
     SELECT $1, $2, $3, 1 + (SELECT count(*) FROM envio), $4::estado_envio, '{}', repeat('a', 64), repeat('a', 64), $5, u.id, $6, $7,
       u.id, $6, CASE WHEN $7::timestamptz IS NOT NULL THEN u.id END, CASE WHEN $7::timestamptz IS NOT NULL THEN $6::timestamptz END
     FROM usuario u WHERE u.correo = 'ana.rojas@sva.example'`,
    [
      institucion.id,
      ejercicioId,
      campos.ronda ?? null,
      campos.estado,
      randomUUID(),
      JUNIO,
      campos.hasta ?? null,
    ],
  );
}

describe("el cierre de los ajustes", () => {
  it("se recuerda a 30, 7, 3 días y 1, solo a las contrapartes que aún lo deben, una vez cada uno", async () => {
    expect(await recordar("2025-05-20T15:00:00Z")).toBe(0);
    const dias = [
      "2025-05-31",
      "2025-06-01",
      "2025-06-10",
      "2025-06-23",
      "2025-06-25",
      "2025-06-27",
      "2025-06-29",
      "2025-06-30",
    ];
    const veces: number[] = [];
    for (const dia of dias) {
      await recordar(`${dia}T15:00:00Z`);
      await recordar(`${dia}T20:00:00Z`);
      veces.push((await dichos()).length);
    }
    expect(veces).toEqual([2, 2, 2, 4, 4, 6, 8, 8]);
    expect(new Set(await quienes())).toEqual(new Set(CONTRAPARTES));
    const textos = [...new Set((await dichos()).map(({ texto }) => texto))];
    expect(textos.map((texto) => /vence.*?plazo|en \d+ días|mañana/.exec(texto)?.[0])).toEqual([
      "en 30 días",
      "en 7 días",
      "en 3 días",
      "mañana",
    ]);
    expect(textos[0]).toContain("30/06/2025, 23:59");
    expect((await dichos()).map(({ tipo }) => tipo)).toEqual(
      ["plazo_lejano", "plazo_lejano", "plazo_cercano", "plazo_cercano"].flatMap((tipo) => [tipo, tipo]),
    );
  });

  it("si se saltaron días, o el reloj de la demostración se adelantó, llega solo el más cercano", async () => {
    await recordar("2025-06-28T15:00:00Z");
    expect((await dichos()).map(({ texto }) => texto).every((texto) => texto.includes("en 2 días"))).toBe(
      true,
    );
    expect(await quienes()).toEqual(CONTRAPARTES);
    await recordar("2025-06-10T15:00:00Z");
    await recordar("2025-06-28T16:00:00Z");
    expect((await dichos()).filter(({ texto }) => texto.includes("en 2 días"))).toHaveLength(2);
  });

  it("antes de las 08:00 de Chile todavía cuenta el día anterior; vencido, no se recuerda", async () => {
    await recordar("2025-06-23T11:59:00Z");
    expect((await dichos())[0]?.texto).toContain("en 8 días");
    await recordar("2025-06-23T12:00:00Z");
    expect((await dichos()).at(-1)?.texto).toContain("en 7 días");
    const antes = (await dichos()).length;
    await recordar("2025-07-01T15:00:00Z");
    expect(await dichos()).toHaveLength(antes);
  });

  it("cuatro nodos a la vez avisan una sola vez, en pantalla y por correo", async () => {
    await Promise.all(Array.from({ length: 4 }, () => recordar("2025-06-27T15:00:00Z")));
    expect(await quienes()).toEqual(CONTRAPARTES);
    expect(await base.comoDueno("SELECT FROM correo WHERE para LIKE '%@sva.example'")).toHaveLength(2);
  });

  it("en manos del Comité lo deben los que no han firmado; aprobado, nadie", async () => {
    await mantenerTodo(base, "SVA");
    const ana = await contextoDe(base, "ana.rojas@sva.example", "SVA");
    await enviarAlComite(ana, { materia: "plan" });
    const firma = async (correo: string) => {
      const quien = await contextoDe(base, correo, "SVA");
      const leido = await leerComite(quien, "plan");
      if (!leido.ok) throw new Error("No se leyó el Comité.");
      const firmado = await firmar(quien, {
        materia: "plan",
        huella: leido.valor.huella ?? "",
        decision: "aprueba",
        motivo: "",
        declaraCoherencia: true,
      });
      expect(firmado.ok).toBe(true);
    };
    await firma("pedro.mella@sva.example");
    await recordar("2025-06-27T15:00:00Z");
    expect(await quienes()).toEqual(["julia.ibanez", "marta.diaz"]);
    expect((await dichos())[0]?.texto).toContain("firmar el plan");
    await firma("marta.diaz@sva.example");
    await base.comoDueno("DELETE FROM notificacion");
    await recordar("2025-06-29T15:00:00Z");
    expect(await dichos()).toEqual([]);
  });

  it("una prórroga es otro plazo, y se recuerda el suyo", async () => {
    await recordar("2025-06-29T15:00:00Z");
    const { institucion, ejercicioId } = await lugarDe(base, "SVA");
    await base.comoDueno(
      `INSERT INTO prorroga (institucion_id, ejercicio_id, alcance, hasta, razon, otorgada_por_id, otorgada_en)
       SELECT $1, $2, 'ajuste', '2025-07-06T03:59:00Z', 'Temporal', id, $3 FROM usuario LIMIT 1`,
      [institucion.id, ejercicioId, JUNIO],
    );
    await recordar("2025-06-29T16:00:00Z");
    await recordar("2025-07-04T15:00:00Z");
    const textos = (await dichos()).map(({ texto }) => texto);
    expect(textos.filter((texto) => texto.includes("05/07/2025, 23:59"))).toHaveLength(4);
    expect(await quienes("%@drn.example")).toHaveLength(new Set(await quienes("%@drn.example")).size);
  });
});

describe("el envío y la respuesta", () => {
  it("el envío lo debe quien no ha enviado", async () => {
    await recordar("2025-12-29T15:00:00Z");
    expect(await quienes()).toEqual(CONTRAPARTES);
    expect((await dichos())[0]?.texto).toContain("enviar el informe");
    await base.comoDueno("DELETE FROM notificacion");
    await envioDeSva({ estado: "enviado" });
    await recordar("2025-12-29T15:00:00Z");
    expect(await dichos()).toEqual([]);
  });

  it("una versión devuelta se recuerda por su fecha de respuesta, y no por el cierre del envío", async () => {
    await envioDeSva({ estado: "observado", hasta: "2025-12-31T03:00:00Z" });
    await recordar("2025-12-28T15:00:00Z");
    expect(await quienes()).toEqual(CONTRAPARTES);
    expect((await dichos())[0]?.texto).toContain("responder las observaciones");
  });
});

describe("la retroalimentación", () => {
  it("la deben los revisores con versiones sin devolver, y quien los cubre: un aviso por ronda", async () => {
    const { ejercicioId } = await lugarDe(base, "SVA");
    const [ronda] = await base.comoDueno<{ id: string }>(
      `INSERT INTO ronda (ejercicio_id, nombre, requisitos, abre_en, cierra_en, retroalimentacion_en)
       VALUES ($1, 'Primer ejercicio', '{E3O1RT1}', '2025-08-01', '2025-08-10', '2025-08-21T04:00:00Z') RETURNING id`,
      [ejercicioId],
    );
    await recordar("2025-08-19T15:00:00Z");
    expect(await quienes("%@red.example")).toEqual([]);
    await envioDeSva({ estado: "en_revision", ronda: ronda?.id ?? "" });
    await recordar("2025-08-19T15:00:00Z");
    const avisados = await quienes("%@red.example");
    expect(avisados).toEqual(["elena.fuentes", "tomas.araya"]);
    expect((await dichos("%@red.example"))[0]?.texto).toMatch(
      /^Primer ejercicio: mañana vence.*1 versión.*20\/08\/2025, 23:59/,
    );
    await base.comoDueno("DELETE FROM notificacion");
    await base.comoDueno(
      `WITH funcion AS (INSERT INTO membresia (usuario_id, rol) SELECT id, 'revisor' FROM usuario WHERE correo = 'carla.nunez@red.example')
       INSERT INTO ausencia (usuario_id, suplente_id, desde, hasta) SELECT a.id, b.id, '2025-08-18', '2025-08-25'
       FROM usuario a, usuario b WHERE a.correo = 'tomas.araya@red.example' AND b.correo = 'carla.nunez@red.example'`,
    );
    await recordar("2025-08-19T15:00:00Z");
    expect(await quienes("%@red.example")).toEqual(["carla.nunez", "elena.fuentes", "tomas.araya"]);
    await base.comoDueno("UPDATE envio SET estado = 'observado'");
    await base.comoDueno("DELETE FROM notificacion");
    await recordar("2025-08-19T15:00:00Z");
    expect(await quienes("%@red.example")).toEqual([]);
  });
});
