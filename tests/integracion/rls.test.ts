import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { conActor, consultaConActor } from "@/lib/datos/transaccion";
import { type Actor, SISTEMA } from "@/lib/flujo/actor";
import { conBase } from "@/tests/apoyo/base";

// Nothing here asks for an institution in its WHERE: the application's own check is out of the way.
const base = conBase();
let a = "";
let b = "";
let personaDeA = "";
const actorDe = (institucion: string): Actor => ({ usuarioId: null, sesionId: null, alcance: [institucion] });

beforeAll(async () => {
  const crear = async (codigo: string) => {
    const [fila] = await base.comoDueno<{ id: string }>(
      "INSERT INTO institucion (codigo, nombre, ministerio) VALUES ($1, $1, 'x') RETURNING id",
      [codigo],
    );
    await base.comoDueno("INSERT INTO tramite (institucion_id, nombre) VALUES ($1, $2)", [
      fila?.id,
      `de ${codigo}`,
    ]);
    return fila?.id ?? "";
  };
  a = await crear("A");
  b = await crear("B");
  const [persona] = await base.comoDueno<{ id: string }>(
    "INSERT INTO usuario (correo, nombre) VALUES ('ana@a.cl', 'Ana') RETURNING id",
  );
  personaDeA = persona?.id ?? "";
  for (const institucion of [a, b]) {
    await base.comoDueno(
      "INSERT INTO membresia (usuario_id, institucion_id, rol) VALUES ($1, $2, 'lector')",
      [personaDeA, institucion],
    );
  }
});

const nombresDeB = () => base.comoDueno("SELECT nombre FROM tramite WHERE institucion_id = $1", [b]);

describe("sin la revisión propia de la aplicación", () => {
  test("una consulta como A devuelve solo filas de A", async () => {
    const vistos = await conActor(actorDe(a), "prueba", (tx) => tx.tramite.findMany());
    expect(vistos.map((t) => t.institucionId)).toEqual([a]);
    const crudos = await consultaConActor(actorDe(a), "prueba", {
      texto: "SELECT institucion_id FROM tramite",
    });
    expect(crudos.rows).toEqual([{ institucion_id: a }]);
  });

  test("ni la institución de B se ve", async () => {
    const { rows } = await consultaConActor(actorDe(a), "prueba", {
      texto: "SELECT codigo FROM institucion",
    });
    expect(rows).toEqual([{ codigo: "A" }]);
  });

  test("A no cambia ni borra filas de B", async () => {
    const antes = await nombresDeB();
    const cambio = await consultaConActor(actorDe(a), "prueba", {
      texto: "UPDATE tramite SET nombre = nombre || '!'",
    });
    const baja = await consultaConActor(actorDe(a), "prueba", {
      texto: "DELETE FROM tramite WHERE institucion_id <> $1",
      valores: [a],
    });
    expect([cambio.rowCount, baja.rowCount]).toEqual([1, 0]);
    expect(await nombresDeB()).toEqual(antes);
  });

  test("A no escribe una fila que diga ser de B, ni se la pasa", async () => {
    const mensaje = { codigo: "fuera_de_alcance" };
    await expect(
      consultaConActor(actorDe(a), "prueba", {
        texto: "INSERT INTO tramite (institucion_id, nombre) VALUES ($1, 'intruso')",
        valores: [b],
      }),
    ).rejects.toMatchObject(mensaje);
    await expect(
      conActor(actorDe(a), "prueba", (tx) => tx.tramite.updateMany({ data: { institucionId: b } })),
    ).rejects.toMatchObject(mensaje);
  });

  test("quien no ha dicho quién es no ve nada, y el alcance vacío tampoco", async () => {
    const directo = new pg.Client({ connectionString: base.app });
    await directo.connect();
    const { rows } = await directo.query("SELECT FROM tramite");
    await directo.end();
    expect(rows).toHaveLength(0);
    const vacio = await conActor({ ...SISTEMA, alcance: [] }, "prueba", (tx) => tx.tramite.count());
    expect(vacio).toBe(0);
  });

  test("el sistema y la coordinación ven las dos", async () => {
    expect(await conActor(SISTEMA, "prueba", (tx) => tx.tramite.count())).toBe(2);
  });

  test("una persona lee todas sus membresías, pero con alcance en A no cambia la de B", async () => {
    const ana: Actor = { usuarioId: personaDeA, sesionId: null, alcance: [a] };
    expect(await conActor(ana, "prueba", (tx) => tx.membresia.count())).toBe(2);
    const { count } = await conActor(ana, "prueba", (tx) =>
      tx.membresia.updateMany({ data: { rol: "lector", area: "x" } }),
    );
    expect(count).toBe(1);
  });

  test("el dueño de las tablas tampoco pasa por alto las políticas", async () => {
    const dueno = new pg.Client({ connectionString: base.dueno });
    await dueno.connect();
    const { rows } = await dueno.query("SELECT FROM tramite");
    await dueno.end();
    expect(rows).toHaveLength(0);
  });
});

describe("conexiones reutilizadas", () => {
  test("con una sola conexión, cada petición ve lo suyo y la siguiente no hereda nada", async () => {
    const pool = new pg.Pool({ connectionString: base.app, max: 1 });
    const mirar = (actor: Actor) =>
      consultaConActor<{ institucion_id: string }>(
        actor,
        "prueba",
        { texto: "SELECT institucion_id FROM tramite", nombre: "mirar" },
        pool,
      );
    const orden = [actorDe(a), actorDe(b), { ...SISTEMA, alcance: [] }, actorDe(a)];
    const vistas = await Promise.all(
      orden.map(async (actor) => (await mirar(actor)).rows.map((f) => f.institucion_id)),
    );
    const { rows: sueltas } = await pool.query("SELECT FROM tramite");
    const { rows: ajustes } = await pool.query(
      "SELECT current_setting('app.alcance', true) AS alcance, current_setting('app.usuario', true) AS usuario",
    );
    await pool.end();
    expect(vistas).toEqual([[a], [b], [], [a]]);
    expect(sueltas).toHaveLength(0);
    expect(ajustes).toEqual([{ alcance: "", usuario: "" }]);
  });

  test("tampoco después de un error a mitad de la transacción", async () => {
    const pool = new pg.Pool({ connectionString: base.app, max: 1 });
    await consultaConActor(actorDe(b), "prueba", { texto: "SELECT 1 / 0" }, pool).catch(() => undefined);
    const { rows } = await pool.query("SELECT FROM tramite");
    await pool.end();
    expect(rows).toHaveLength(0);
  });

  test("cien peticiones mezcladas de A y B no se cruzan", async () => {
    const pares = await Promise.all(
      Array.from({ length: 100 }, async (_, i) => {
        const propia = i % 2 === 0 ? a : b;
        const vistos = await conActor(actorDe(propia), "prueba", (tx) => tx.tramite.findMany());
        return vistos.every((t) => t.institucionId === propia) && vistos.length === 1;
      }),
    );
    expect(pares.every(Boolean)).toBe(true);
  });
});

describe("ninguna tabla queda sin pared", () => {
  test("toda tabla con institucion_id tiene políticas forzadas, con lectura y escritura", async () => {
    const sinPared = await base.comoDueno(`
      SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'institucion_id'
      WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND NOT (
        c.relrowsecurity AND c.relforcerowsecurity AND (
          EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*' AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL)
          OR c.relname = 'bitacora'))`);
    expect(sinPared).toEqual([]);
  });

  test("los ajustes se leen una vez por sentencia, no por fila", async () => {
    const sinEnvolver = await base.comoDueno(`
      SELECT polrelid::regclass FROM pg_policy WHERE pg_get_expr(polqual, polrelid) ~ 'app_' AND pg_get_expr(polqual, polrelid) !~ 'SELECT (public\\.)?app_'`);
    expect(sinEnvolver).toEqual([]);
  });

  test("el usuario de la aplicación no es dueño de nada ni puede saltarse las políticas", async () => {
    const [rol] = await base.comoDueno(
      "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = 'cseu_app'",
    );
    expect(rol).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
    const suyas = await base.comoDueno("SELECT FROM pg_class WHERE pg_get_userbyid(relowner) = 'cseu_app'");
    expect(suyas).toEqual([]);
    const directo = new pg.Client({ connectionString: base.app });
    await directo.connect();
    for (const orden of [
      "CREATE TABLE intrusa (x int)",
      "TRUNCATE tramite",
      "ALTER TABLE tramite DISABLE ROW LEVEL SECURITY",
      "SET ROLE cseu_dueno",
      "DROP TABLE tramite",
    ]) {
      await expect(directo.query(orden)).rejects.toThrow();
    }
    await directo.end();
  });
});
