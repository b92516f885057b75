import net from "node:net";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { guardarCampos } from "@/lib/casos/campo/guardar";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { verificarBitacora } from "@/lib/datos/bitacora";
import { abrirConexion, usarConexion } from "@/lib/datos/conexion";
import { guardadoConActor } from "@/lib/datos/transaccion";
import { escribirLugar } from "@/lib/flujo/campo";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { JUNIO } from "@/tests/apoyo/junio";

const base = conBase({ sembrada: true });
const lugar = (campo: string) => escribirLugar({ grupo: "informe", clave: [], campo });
const CAMPOS = ["avances", "desafios", "resultados"];
let personas: ContextoInstitucion[];
let admin: (sql: string) => Promise<unknown>;

beforeAll(async () => {
  const quienes = await base.comoDueno<{ correo: string; codigo: string }>(
    `SELECT u.correo, i.codigo FROM membresia m JOIN usuario u ON u.id = m.usuario_id JOIN institucion i ON i.id = m.institucion_id
     WHERE m.rol IN ('contraparte_titular', 'contraparte_suplente') AND m.hasta IS NULL ORDER BY u.correo`,
  );
  personas = await Promise.all(quienes.map(({ correo, codigo }) => contextoDe(base, correo, codigo, JUNIO)));
  admin = (sql) => base.comoAdmin(sql);
  await admin(`CREATE SEQUENCE muertes; CREATE FUNCTION morir() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
      IF NEW.avances = 'muere' AND nextval('muertes') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1); END IF;
      IF NEW.avances = 'lento' THEN PERFORM pg_sleep(4); END IF;
      RETURN NEW; END $$;
    CREATE TRIGGER morir BEFORE UPDATE ON informe FOR EACH ROW WHEN (NEW.avances IN ('muere', 'lento')) EXECUTE FUNCTION morir()`);
});
beforeEach(async () => {
  await base.comoDueno("UPDATE informe SET avances = NULL, desafios = NULL, resultados = NULL");
});

async function guardar(quien: ContextoInstitucion, campo: string, valor: string, de: string | null = null) {
  const hecho = await guardarCampos(quien, {
    usuario: quien.actor.usuarioId,
    campos: [{ lugar: lugar(campo), base: de, valor }],
  });
  return hecho.ok ? hecho.valor.respuestas[lugar(campo)]?.estado : hecho.falla.codigo;
}
const aLaVez = () =>
  personas.map((quien, i) => {
    const antes = personas.slice(0, i).filter(({ institucion }) => institucion.id === quien.institucion.id);
    return { quien, campo: CAMPOS[antes.length] ?? "", valor: `De ${quien.actor.nombre}` };
  });
const ms = async (p: Promise<unknown>) => {
  const d = performance.now();
  await p.catch(() => undefined);
  return performance.now() - d;
};

test("si el servidor corta la conexión de una tanda, todos quedan guardados", async () => {
  const [mala, ...demas] = aLaVez();
  if (!mala) throw new Error("Faltan personas.");
  const r = await Promise.allSettled([
    guardar(mala.quien, "avances", "muere"),
    ...demas.map((uno) => guardar(uno.quien, uno.campo, uno.valor)),
  ]);
  expect(r.map((x) => (x.status === "fulfilled" ? x.value : String(x.reason.cause)))).toEqual(
    r.map(() => "guardado"),
  );
});

test("una tanda lenta no hace esperar a las que vienen", async () => {
  const [lento, ...demas] = aLaVez();
  if (!lento) throw new Error("Faltan personas.");
  const otras = demas.filter(({ quien }) => quien.institucion.id !== lento.quien.institucion.id);
  const espera = guardar(lento.quien, "avances", "lento");
  await new Promise((r) => setTimeout(r, 100));
  const t = await Promise.all(otras.map((u) => ms(guardar(u.quien, u.campo, u.valor))));
  await espera;
  expect(Math.max(...t)).toBeLessThan(2500);
});

test("una conexión que se queda muda no detiene a las demás", async () => {
  const url = new URL(base.app);
  const tragadas = new Set<net.Socket>();
  const todos = new Set<net.Socket>();
  const socketDe = url.searchParams.get("host");
  const proxy = net.createServer((c) => {
    const s = socketDe
      ? net.connect(`${socketDe}/.s.PGSQL.${url.port}`)
      : net.connect(Number(url.port || 5432), url.hostname);
    todos.add(c).add(s);
    for (const x of [c, s]) x.on("error", () => undefined);
    c.on("data", (d) => {
      if (d.includes("tragado")) tragadas.add(c);
      if (!tragadas.has(c)) s.write(d);
    });
    s.on("data", (d) => !tragadas.has(c) && c.write(d));
    c.on("close", () => s.destroy());
    s.on("close", () => c.destroy());
  });
  await new Promise<void>((r) => proxy.listen(0, "127.0.0.1", r));
  const porProxy = new URL(base.app);
  porProxy.hostname = "127.0.0.1";
  porProxy.port = String((proxy.address() as net.AddressInfo).port);
  porProxy.searchParams.delete("host");
  process.env.CONSULTA_MS = "500";
  const otra = abrirConexion(porProxy.href);
  delete process.env.CONSULTA_MS;
  const previa = usarConexion(otra);
  try {
    const [uno, dos] = aLaVez();
    if (!uno || !dos) throw new Error("Faltan personas.");
    expect(await guardar(uno.quien, "avances", "antes")).toBe("guardado");
    const muda = guardar(uno.quien, "avances", "tragado", "antes").catch((error) => error.codigo);
    await new Promise((r) => setTimeout(r, 50));
    const otraSave = guardar(dos.quien, dos.campo, "sigue");
    const r = await Promise.race([otraSave, new Promise((r) => setTimeout(() => r("nunca"), 8000))]);
    expect(r).toBe("guardado");
    // The batch, and then alone: neither was answered. The browser is told to come back.
    expect(await muda).toBe("base_ocupada");
    expect(otra.pool.totalCount - otra.pool.idleCount).toBe(0);
  } finally {
    usarConexion(previa);
    for (const x of todos) x.destroy();
    proxy.close();
    await Promise.race([otra.cerrar(), new Promise((r) => setTimeout(r, 2000))]);
  }
});

test("sin conexiones, quien espera se entera en el plazo de una y no en el de todas las tandas", async () => {
  process.env.POOL_ESPERA_MS = "400";
  process.env.POOL_GUARDADO = "1";
  const otra = abrirConexion(base.app);
  delete process.env.POOL_ESPERA_MS;
  delete process.env.POOL_GUARDADO;
  const ocupada = await otra.pool.connect();
  const previa = usarConexion(otra);
  try {
    const quien = personas[0] as ContextoInstitucion;
    const t = await Promise.all(
      Array.from({ length: 320 }, (_, i) => ms(guardar(quien, "avances", `v${i}`))),
    );
    expect(Math.max(...t)).toBeLessThan(1500);
  } finally {
    usarConexion(previa);
    ocupada.release();
    await otra.cerrar();
  }
});

test("lo que una persona alcanza no llega a la sentencia de otra, y varias filas de cada una quedan a su nombre", async () => {
  const instituciones = await base.comoDueno<{ id: string; codigo: string }>(
    "SELECT id, codigo FROM institucion ORDER BY id",
  );
  const [antes] = await base.comoDueno<{ id: string }>("SELECT max(id) AS id FROM bitacora");
  const total = { ...(personas[0] as ContextoInstitucion).actor, alcance: "*" as const };
  const todas = instituciones.map((i) => i.id);
  const leer = {
    texto: "SELECT array_agg(DISTINCT institucion_id ORDER BY institucion_id) AS ve FROM informe",
    nombre: "prueba.ver",
  };
  const pedidos = Array.from({ length: 96 }, (_, i) => {
    const p = personas[i % personas.length] as ContextoInstitucion;
    const ajena = todas.find((id) => id !== p.institucion.id) as string;
    if (i % 4 === 0)
      return guardadoConActor(total, "t.todo", leer, todas[i % todas.length] as string).then((r) => [
        r.rows[0].ve,
        todas,
      ]);
    if (i % 4 === 1)
      return guardadoConActor(p.actor, "t.suya", leer, p.institucion.id).then((r) => [
        r.rows[0].ve,
        [p.institucion.id],
      ]);
    if (i % 4 === 2)
      return guardadoConActor(
        p.actor,
        "t.ajena",
        {
          texto: "UPDATE informe SET avances = 'robo' WHERE institucion_id = $1 RETURNING 1",
          valores: [ajena],
          nombre: "prueba.robo",
        },
        ajena,
      ).then((r) => [r.rowCount, 0]);
    // Several rows: two tables of one institution, or all of one table.
    return i % 8 === 3
      ? guardadoConActor(
          total,
          "t.varias",
          { texto: "UPDATE informe SET desafios = $1", valores: [`v${i}`], nombre: "prueba.varias" },
          todas[0] as string,
        ).then((r) => [r.rowCount, todas.length])
      : guardadoConActor(
          p.actor,
          "t.dos",
          {
            texto:
              "WITH a AS (UPDATE informe SET desafios = $1 RETURNING 1), b AS (UPDATE difusion SET homologado = $1 = '' RETURNING 1) SELECT (SELECT count(*) FROM a)::int AS n",
            valores: [`v${i}`],
            nombre: "prueba.dos",
          },
          p.institucion.id,
        ).then((r) => [r.rows[0].n, 1]);
  });
  for (const [es, debe] of await Promise.all(pedidos)) expect(es).toEqual(debe);
  const filas = await base.comoDueno<{
    usuario_id: string;
    sesion_id: string;
    institucion_id: string;
    caso: string;
    nuevo: { desafios?: string };
  }>("SELECT * FROM bitacora WHERE id > $1 AND caso LIKE 't.%'", [antes?.id]);
  expect(filas.some((f) => f.caso === "t.ajena")).toBe(false);
  for (const f of filas) {
    if (f.nuevo.desafios === undefined) continue;
    const i = Number(f.nuevo.desafios.slice(1));
    const p =
      i % 8 === 3
        ? (personas[0] as ContextoInstitucion)
        : (personas[i % personas.length] as ContextoInstitucion);
    expect([f.usuario_id, f.sesion_id]).toEqual([p.actor.usuarioId, p.actor.sesionId]);
    if (f.caso === "t.dos") expect(f.institucion_id).toBe(p.institucion.id);
  }
  expect((await verificarBitacora(base.dueno)).quiebres).toEqual([]);
});

test("un valor que no se puede escribir falla solo y no deja nada colgado", async () => {
  const [p, ...demas] = aLaVez();
  if (!p) throw new Error();
  const circular: Record<string, unknown> = {};
  circular.yo = circular;
  const r = await Promise.allSettled([
    guardadoConActor(
      p.quien.actor,
      "t",
      { texto: "SELECT $1::text", valores: [circular] },
      p.quien.institucion.id,
    ),
    guardadoConActor(
      p.quien.actor,
      "t",
      {
        texto: "SELECT $1::text",
        valores: [
          {
            toPostgres() {
              throw new Error("grita");
            },
          },
        ],
      },
      p.quien.institucion.id,
    ),
    ...demas.map((u) => guardar(u.quien, u.campo, u.valor)),
  ]);
  expect(r.map((x) => x.status)).toEqual(["rejected", "rejected", ...demas.map(() => "fulfilled")]);
  expect(String((r[1] as PromiseRejectedResult).reason)).toContain("grita");
});
