import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { guardarCampos } from "@/lib/casos/campo/guardar";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { verificarBitacora } from "@/lib/datos/bitacora";
import { abrirConexion, usarConexion } from "@/lib/datos/conexion";
import type { SesionPorComprobar } from "@/lib/datos/repositorio/campo";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { escribirLugar, type Lugar } from "@/lib/flujo/campo";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { JUNIO } from "@/tests/apoyo/junio";

const base = conBase({ sembrada: true });
type Ctx = ContextoInstitucion & { comprobar?: SesionPorComprobar };
type Quien = { ctx: Ctx; cerrada: boolean; fuera: boolean };
const quienes: Quien[] = [];

const LUGARES: Lugar[] = [
  { grupo: "informe", clave: [], campo: "avances" },
  { grupo: "informe", clave: [], campo: "desafios" },
  { grupo: "informe", clave: [], campo: "resultados" },
  { grupo: "actividad", clave: ["ACT-1"], campo: "explicacion" },
  { grupo: "actividad", clave: ["ACT-2"], campo: "custodia" },
  { grupo: "tramite", clave: ["ACT-1", "T1"], campo: "explicacion" },
  { grupo: "indicador", clave: ["IND-1"], campo: "interpretacion" },
  { grupo: "ajuste", clave: ["ACT-1", "nombre"], campo: "argumento" },
  { grupo: "ajuste", clave: ["ACT-1", "nombre"], campo: "antecedentes" },
];

beforeAll(async () => {
  await base.comoDueno(
    `INSERT INTO ajuste (institucion_id, plan_id, elemento, componente, decision, tipo, registrado_en)
     SELECT institucion_id, id, 'ACT-1', 'nombre', 'modifica', 'actividad', '2025-06-01' FROM plan`,
  );
  const filas = await base.comoDueno<{ correo: string; codigo: string }>(
    `SELECT u.correo, i.codigo FROM membresia m JOIN usuario u ON u.id = m.usuario_id JOIN institucion i ON i.id = m.institucion_id
     WHERE m.rol IN ('contraparte_titular', 'contraparte_suplente') AND m.hasta IS NULL ORDER BY u.correo`,
  );
  // Tabs: two live sessions, one closed, one past the term of the plan.
  for (const { correo, codigo } of filas)
    for (const clase of ["viva", "viva", "cerrada", "fuera"]) {
      const ctx = await contextoDe(base, correo, codigo, JUNIO);
      if (clase === "cerrada")
        await base.comoDueno("UPDATE sesion SET cerrada_en = $2 WHERE id = $1", [ctx.actor.sesionId, JUNIO]);
      quienes.push({
        ctx: {
          ...ctx,
          ...(clase === "fuera" && { ahora: new Date("2025-09-10T15:00:00Z") }),
          comprobar: { membresiaId: ctx.actor.membresiaId, ahora: JUNIO, inactivaMinutos: 30 },
        },
        cerrada: clase === "cerrada",
        fuera: clase === "fuera",
      });
    }
});

type Hecho = { q: Quien; lugar: Lugar; valor: string; respuesta: string; error?: unknown };

for (const mata of [false, true])
  test(`estrés ${mata ? "con" : "sin"} muertes`, async () => {
    const matador = new pg.Client({ connectionString: base.admin });
    await matador.connect();
    // Another node of the platform: each save leaves by one of the two.
    const nodos = [base.conexion, abrirConexion(base.app)];
    const hechos: Hecho[] = [];
    // What is known to be kept: where the honest base comes from.
    const visto = new Map<string, string | null>();
    let n = 0;
    const fin = Date.now() + 4000;
    const uno = async () => {
      while (Date.now() < fin) {
        const q = quienes[Math.floor(Math.random() * quienes.length)] as Quien;
        const lugar = LUGARES[Math.floor(Math.random() * LUGARES.length)] as Lugar;
        const llave = `${q.ctx.institucion.codigo} ${escribirLugar(lugar)}`;
        const azar = Math.random();
        const baseDelCampo = azar < 0.1 ? "mentira" : (visto.get(llave) ?? null);
        const valor = `${mata ? "M" : "S"}${++n}|${azar > 0.97 ? "ñ".repeat(100_000) : "x"}`;
        const h: Hecho = { q, lugar, valor, respuesta: "" };
        hechos.push(h);
        try {
          const dir = escribirLugar(lugar);
          usarConexion(nodos[n % 2]);
          const r = await guardarCampos(q.ctx, {
            usuario: q.ctx.actor.usuarioId,
            campos: [{ lugar: dir, base: baseDelCampo, valor }],
          });
          if (!r.ok) h.respuesta = r.falla.codigo;
          else {
            const resp = r.valor.respuestas[dir];
            h.respuesta = resp?.estado ?? "nada";
            if (resp?.estado === "guardado") visto.set(llave, valor);
            if (resp?.estado === "conflicto") visto.set(llave, resp.actual as string | null);
          }
        } catch (error) {
          h.respuesta = `error ${(error as { codigo?: string }).codigo ?? String(error)}`;
          h.error = error;
        }
      }
    };
    const matar = async () => {
      while (mata && Date.now() < fin) {
        await matador.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'cseu-guardado' AND datname = current_database() AND state <> 'idle' LIMIT 1`,
        );
        await new Promise((r) => setTimeout(r, 5 + Math.random() * 40));
      }
    };
    // Whoever freezes a version: alone with the lock of an institution, for a moment.
    const congelar = async () => {
      const c = new pg.Client({ connectionString: base.admin });
      await c.connect();
      while (Date.now() < fin) {
        const q = quienes[Math.floor(Math.random() * quienes.length)] as Quien;
        await c.query("BEGIN");
        await c.query("SELECT pg_advisory_xact_lock(hashtextextended('cseu.institucion.' || $1::text, 0))", [
          q.ctx.institucion.id,
        ]);
        await new Promise((r) => setTimeout(r, Math.random() * 150));
        await c.query("COMMIT");
        await new Promise((r) => setTimeout(r, 100));
      }
      await c.end();
    };
    // Whoever writes in all the institutions at once, in any order, and takes all their chains at the commit.
    let deTodas = 0;
    const enTodas = async () => {
      while (Date.now() < fin) {
        await conActor(SISTEMA, "prueba.todas", async (tx) => {
          const ids = [...new Set(quienes.map((q) => q.ctx.institucion.id))].sort(() => Math.random() - 0.5);
          for (const id of ids)
            await tx.$executeRaw`UPDATE informe SET lecciones_aprendidas = ${`t${deTodas}`} WHERE institucion_id = ${id}::uuid`;
        });
        deTodas++;
        await new Promise((r) => setTimeout(r, 60));
      }
    };
    const corte = AbortSignal.timeout(40_000);
    await Promise.race([
      Promise.all([...Array.from({ length: 60 }, uno), matar(), congelar(), enTodas()]),
      new Promise((_, no) => corte.addEventListener("abort", () => no(new Error("colgado")))),
    ]);
    await matador.end();

    const dichas = new Set(hechos.map(({ respuesta }) => respuesta.split(" ")[0]));
    expect([...dichas].sort()).toEqual([
      "cerrado",
      "conflicto",
      ...(mata ? ["error"] : []),
      "guardado",
      "sesion_por_leer",
    ]);
    expect(deTodas).toBeGreaterThan(0);

    type Fila = {
      usuario_id: string;
      sesion_id: string;
      institucion_id: string;
      caso: string;
      tabla: string;
      campos: string[];
      nuevo: Record<string, string>;
      anterior: Record<string, string> | null;
    };
    const rastro = await base.comoDueno<Fila>(
      "SELECT * FROM bitacora WHERE caso = 'campo.guardar' ORDER BY id",
    );
    const porValor = new Map<string, Fila[]>();
    for (const fila of rastro)
      for (const v of Object.values(fila.nuevo))
        if (typeof v === "string" && /^[MS]\d+\|/.test(v))
          porValor.set(v, [...(porValor.get(v) ?? []), fila]);
    const malos: unknown[] = [];
    for (const h of hechos) {
      const filas = porValor.get(h.valor) ?? [];
      const corto = h.valor.slice(0, 10);
      if (h.respuesta === "guardado" && filas.length !== 1)
        malos.push(["guardado", filas.length, corto, h.lugar]);
      if (filas.length > 1) malos.push(["repetido", filas.length, corto, h.lugar]);
      if (!mata && h.respuesta !== "guardado" && filas.length > 0)
        malos.push(["no dicho", h.respuesta, corto]);
      if (mata && ["cerrado", "sesion_por_leer"].includes(h.respuesta) && filas.length > 0)
        malos.push(["no dicho", h.respuesta, corto]);
      if (h.q.cerrada && h.respuesta !== "sesion_por_leer" && !h.respuesta.startsWith("error"))
        malos.push(["cerrada", h.respuesta]);
      for (const f of filas) {
        const a = h.q.ctx.actor;
        if (
          f.usuario_id !== a.usuarioId ||
          f.sesion_id !== a.sesionId ||
          f.institucion_id !== h.q.ctx.institucion.id ||
          h.q.cerrada
        )
          malos.push(["ajeno", corto, f.usuario_id, a.usuarioId, f.sesion_id, a.sesionId]);
      }
    }
    expect(malos.slice(0, 10)).toEqual([]);
    expect((await verificarBitacora(base.dueno)).quiebres).toEqual([]);
    // Each row's `anterior` is the previous `nuevo` of that field; the last is what is kept.
    const ultimo = new Map<string, unknown>();
    for (const f of rastro) {
      const fila = JSON.stringify((f as unknown as { fila: unknown }).fila);
      for (const [campo, v] of Object.entries(f.nuevo)) {
        if (typeof v !== "string" || !/^[MS]\d+\|/.test(v)) continue;
        const ll = `${f.tabla} ${fila} ${campo}`;
        if (ultimo.has(ll))
          expect((f.anterior?.[campo] ?? "").slice(0, 12)).toBe(String(ultimo.get(ll)).slice(0, 12));
        ultimo.set(ll, v);
      }
    }
    for (const [ll, v] of ultimo) {
      const [tabla, , campo] = ll.split(" ") as [string, string, string];
      const fila = JSON.parse(ll.slice(ll.indexOf("{"), ll.lastIndexOf("}") + 1)) as { id: string };
      const clave = Object.entries(fila);
      const [r] = await base.comoDueno<{ v: string }>(
        `SELECT ${campo} AS v FROM ${tabla} WHERE ${clave.map(([k], i) => `${k}::text = $${i + 1}`).join(" AND ")}`,
        clave.map(([, x]) => x),
      );
      expect(r?.v.slice(0, 12)).toBe(String(v).slice(0, 12));
    }
    // Nothing of a batch outlives it in the connection.
    usarConexion(base.conexion);
    const tomadas = await Promise.all(
      nodos.flatMap((nodo) => Array.from({ length: 10 }, () => nodo.pool.connect())),
    );
    for (const c of tomadas) {
      const { rows } = await c.query(
        `SELECT current_setting('lock_timeout') lt, coalesce(current_setting('app.usuario', true), '') || coalesce(current_setting('app.sesion', true), '') || coalesce(current_setting('app.alcance', true), '') ||
           coalesce(current_setting('app.cadenas', true), '') || coalesce(current_setting('app.varias', true), '') || coalesce(current_setting('app.red', true), '') || coalesce(current_setting('app.cierre', true), '') || coalesce(current_setting('app.resumen', true), '') || coalesce(current_setting('app.cadenas_tomadas', true), '') AS todo,
           (SELECT count(*)::int FROM informe) AS ve`,
      );
      expect(rows).toEqual([{ lt: "0", todo: "", ve: 0 }]);
      c.release();
    }
    expect(nodos.map((nodo) => nodo.tanda.esperan)).toEqual([0, 0]);
    await nodos[1]?.cerrar();
  });
