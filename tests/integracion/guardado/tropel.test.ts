import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { guardarCampos } from "@/lib/casos/campo/guardar";
import { verificarBitacora } from "@/lib/datos/bitacora";
import { abrirConexion, usarConexion } from "@/lib/datos/conexion";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { escribirLugar } from "@/lib/flujo/campo";
import { conBase } from "@/tests/apoyo/base";
import type { contextoDe } from "@/tests/apoyo/comite";
import { enElInforme, quienesEscriben } from "@/tests/apoyo/guardado";
import { JUNIO } from "@/tests/apoyo/junio";

// Many people at once, by two nodes, with everything that may go wrong among them; then each text is looked for in the trail.
const base = conBase({ sembrada: true });
const GUARDADOS = 1500;
const A_LA_VEZ = 30;
const TARDE = new Date("2025-09-10T15:00:00Z");
const LUGARES = [
  ...["avances", "desafios", "resultados"].map(enElInforme),
  escribirLugar({ grupo: "actividad", clave: ["ACT-1"], campo: "explicacion" }),
  escribirLugar({ grupo: "actividad", clave: ["ACT-2"], campo: "custodia" }),
  escribirLugar({ grupo: "tramite", clave: ["ACT-1", "T1"], campo: "explicacion" }),
  escribirLugar({ grupo: "indicador", clave: ["IND-1"], campo: "interpretacion" }),
  escribirLugar({ grupo: "ajuste", clave: ["ACT-1", "nombre"], campo: "argumento" }),
  escribirLugar({ grupo: "ajuste", clave: ["ACT-1", "nombre"], campo: "antecedentes" }),
];

type Pestana = { readonly ctx: Parameters<typeof guardarCampos>[0]; readonly cerrada: boolean };
type Hecho = { readonly de: Pestana; readonly valor: string; respuesta: string };
type Rastro = {
  usuario_id: string;
  sesion_id: string;
  institucion_id: string;
  tabla: string;
  fila: unknown;
  anterior: Record<string, unknown> | null;
  nuevo: Record<string, unknown>;
};
let pestanas: Pestana[];

/** Of each person: two tabs of one session, one whose session was closed and one that writes after the term of the plan. */
beforeAll(async () => {
  await base.comoDueno(
    `INSERT INTO ajuste (institucion_id, plan_id, elemento, componente, decision, tipo, registrado_en)
     SELECT institucion_id, id, 'ACT-1', 'nombre', 'modifica', 'actividad', '2025-06-01' FROM plan`,
  );
  const abrir = (ctx: Awaited<ReturnType<typeof contextoDe>>, ahora = JUNIO, cerrada = false): Pestana => ({
    ctx: {
      ...ctx,
      ahora,
      comprobar: { membresiaId: ctx.actor.membresiaId, ahora: JUNIO, inactivaMinutos: 30 },
    },
    cerrada,
  });
  const [abiertas, cerradas] = [await quienesEscriben(base), await quienesEscriben(base)];
  for (const { actor } of cerradas)
    await base.comoDueno("UPDATE sesion SET cerrada_en = $2 WHERE id = $1", [actor.sesionId, JUNIO]);
  pestanas = [
    ...abiertas.flatMap((ctx) => [abrir(ctx), abrir(ctx), abrir(ctx, TARDE)]),
    ...cerradas.map((ctx) => abrir(ctx, JUNIO, true)),
  ];
});

/** The same numbers from 0 to 1, in disorder, in every run. */
function azar(semilla: number): () => number {
  let estado = semilla;
  return () => {
    estado = (Math.imul(estado, 1_664_525) + 1_013_904_223) >>> 0;
    return estado / 2 ** 32;
  };
}

const elegir = <T>(lista: readonly T[], dado: () => number): T =>
  lista[Math.floor(dado() * lista.length)] as T;

/** Saves at once by two nodes; `cada` is called after each answer, with how many there were. */
async function tropel(serie: string, cada: (cuantos: number) => Promise<unknown>): Promise<Hecho[]> {
  const dado = azar(7);
  const nodos = [base.conexion, abrirConexion(base.app)];
  const hechos: Hecho[] = [];
  let contestados = 0;
  // What is known to be kept of each field: an honest base.
  const visto = new Map<string, string | null>();
  const guardarUno = async () => {
    const [de, lugar] = [elegir(pestanas, dado), elegir(LUGARES, dado)];
    const llave = `${de.ctx.institucion.id} ${lugar}`;
    const anterior = dado() < 0.1 ? "lo que nadie escribió" : (visto.get(llave) ?? null);
    const valor = `${serie} ${hechos.length} ${dado() < 0.03 ? "ñ".repeat(100_000) : ""}`;
    const hecho: Hecho = { de, valor, respuesta: "" };
    hechos.push(hecho);
    usarConexion(nodos[hechos.length % 2]);
    const campos = [{ lugar, base: anterior, valor }];
    const leido = await guardarCampos(de.ctx, { usuario: de.ctx.actor.usuarioId, campos }).catch(() => null);
    const respuesta = leido?.ok ? leido.valor.respuestas[lugar] : undefined;
    if (respuesta?.estado === "guardado") visto.set(llave, valor);
    if (respuesta?.estado === "conflicto") visto.set(llave, respuesta.actual as string | null);
    hecho.respuesta = respuesta?.estado ?? (leido && !leido.ok ? leido.falla.codigo : "error");
    contestados += 1;
    await cada(contestados);
  };
  await Promise.all(
    Array.from({ length: A_LA_VEZ }, async () => {
      while (hechos.length < GUARDADOS) await guardarUno();
    }),
  );
  usarConexion(base.conexion);
  expect(nodos.map(({ tanda }) => tanda.esperan)).toEqual([0, 0]);
  await nodos[1]?.cerrar();
  return hechos;
}

const esDe =
  (serie: string) =>
  (valor: unknown): valor is string =>
    typeof valor === "string" && valor.startsWith(`${serie} `);

/** What each text left in the trail. */
async function rastroDe(serie: string): Promise<Map<string, Rastro[]>> {
  const filas = await base.comoDueno<Rastro>(
    "SELECT * FROM bitacora WHERE caso = 'campo.guardar' ORDER BY id",
  );
  const porValor = new Map<string, Rastro[]>();
  // Each row begins where the one before of its field left it.
  const ultimos = new Map<string, unknown>();
  for (const fila of filas)
    for (const [campo, valor] of Object.entries(fila.nuevo)) {
      if (!esDe(serie)(valor)) continue;
      porValor.set(valor, [...(porValor.get(valor) ?? []), fila]);
      const llave = `${fila.tabla} ${JSON.stringify(fila.fila)} ${campo}`;
      if (ultimos.has(llave)) expect(fila.anterior?.[campo]).toBe(ultimos.get(llave));
      ultimos.set(llave, valor);
    }
  return porValor;
}

/** What was answered and what was kept say the same, each in the name of who wrote it. */
async function comprobar(serie: string, hechos: readonly Hecho[], dudosas: readonly string[]): Promise<void> {
  const rastro = await rastroDe(serie);
  for (const { de, valor, respuesta } of hechos) {
    const filas = rastro.get(valor) ?? [];
    const dicho = `${respuesta}: ${valor.slice(0, 20)}`;
    if (!dudosas.includes(respuesta)) expect(filas.length, dicho).toBe(respuesta === "guardado" ? 1 : 0);
    expect(filas.length, dicho).toBeLessThanOrEqual(1);
    for (const { usuario_id, sesion_id, institucion_id } of filas) {
      const { actor, institucion } = de.ctx;
      expect([usuario_id, sesion_id, institucion_id], dicho).toEqual([
        actor.usuarioId,
        actor.sesionId,
        institucion.id,
      ]);
      expect(de.cerrada, dicho).toBe(false);
    }
  }
  expect((await verificarBitacora(base.dueno)).quiebres).toEqual([]);
}

test("entre conflictos, plazos vencidos, sesiones cerradas e instituciones tomadas, lo dicho es lo guardado", async () => {
  const ajena = new pg.Client({ connectionString: base.admin });
  await ajena.connect();
  const ids = [...new Set(pestanas.map(({ ctx }) => ctx.institucion.id))];
  const hechos = await tropel("sin muertes", async (cuantos) => {
    // Whoever freezes a version has its institution alone, until ten more have been answered.
    if (cuantos % 150 === 0) {
      await ajena.query("BEGIN");
      await ajena.query(
        "SELECT pg_advisory_xact_lock(hashtextextended('cseu.institucion.' || $1::text, 0))",
        [ids[cuantos % ids.length]],
      );
    }
    if (cuantos % 150 === 10) await ajena.query("COMMIT");
    // And somebody writes in all of them at once, in another order.
    if (cuantos % 100 === 0)
      await conActor(SISTEMA, "prueba.todas", async (tx) => {
        for (const id of ids.toReversed())
          await tx.$executeRaw`UPDATE informe SET lecciones_aprendidas = ${`t${cuantos}`} WHERE institucion_id = ${id}::uuid`;
      });
  });
  await ajena.end();
  expect(new Set(hechos.map(({ respuesta }) => respuesta))).toEqual(
    new Set(["cerrado", "conflicto", "guardado", "sesion_por_leer"]),
  );
  await comprobar("sin muertes", hechos, []);
});

test("si además mueren conexiones, nada de lo dicho se pierde ni se hace dos veces", async () => {
  const hechos = await tropel("con muertes", async (cuantos) => {
    if (cuantos % 25 === 0)
      await base.comoAdmin(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'cseu-guardado' AND datname = current_database() AND state <> 'idle' LIMIT 1`,
      );
  });
  expect(hechos.some(({ respuesta }) => respuesta === "guardado")).toBe(true);
  // An answer lost with its connection may be of something that was kept: the browser asks again.
  await comprobar("con muertes", hechos, ["error", "conflicto"]);
});

test("nada de lo que una tanda fija queda en sus conexiones", async () => {
  const fijado = [
    "usuario",
    "sesion",
    "alcance",
    "red",
    "caso",
    "cadenas",
    "varias",
    "cierre",
    "cadenas_tomadas",
  ];
  const leer = `SELECT current_setting('lock_timeout') AS espera, ${fijado.map((uno) => `coalesce(current_setting('app.${uno}', true), '')`).join(" || ")} AS fijado`;
  const tomadas = await Promise.all(Array.from({ length: 10 }, () => base.conexion.pool.connect()));
  for (const cliente of tomadas) {
    expect((await cliente.query(leer)).rows).toEqual([{ espera: "0", fijado: "" }]);
    cliente.release();
  }
});
