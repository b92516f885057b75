import net from "node:net";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { abrirConexion, type Conexion, usarConexion } from "@/lib/datos/conexion";
import { conBase } from "@/tests/apoyo/base";
import {
  borrarSeguimiento,
  deCadaQuien,
  type Escrito,
  guardar,
  quienesEscriben,
} from "@/tests/apoyo/guardado";

const base = conBase({ sembrada: true });
let personas: ContextoInstitucion[];
let una: Escrito;
let demas: Escrito[];

/** What the database does when it is told to: dies once, or takes two seconds. */
const TRASTORNOS = `CREATE SEQUENCE muertes;
  CREATE FUNCTION trastornar() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
    IF NEW.avances = 'muere' AND nextval('muertes') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1); END IF;
    IF NEW.avances = 'lento' THEN PERFORM pg_sleep(2); END IF;
    RETURN NEW; END $$;
  CREATE TRIGGER trastornar BEFORE UPDATE ON informe FOR EACH ROW WHEN (NEW.avances IN ('muere', 'lento')) EXECUTE FUNCTION trastornar()`;

beforeAll(async () => {
  personas = await quienesEscriben(base);
  await base.comoAdmin(TRASTORNOS);
});
beforeEach(async () => {
  await borrarSeguimiento(base);
  const [primera, ...resto] = deCadaQuien(personas);
  if (!primera) throw new Error("Faltan personas.");
  una = { ...primera, campo: "avances" };
  demas = resto.filter(({ quien }) => quien.institucion.id !== primera.quien.institucion.id);
});

const cierres: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  usarConexion(base.conexion);
  for (const cerrar of cierres.splice(0)) await cerrar();
});

/** Connections opened with other settings, in the place of the process's until the test ends. */
function conexionCon(url: string, entorno: Record<string, string>): Conexion {
  for (const [nombre, valor] of Object.entries(entorno)) vi.stubEnv(nombre, valor);
  const otra = abrirConexion(url);
  vi.unstubAllEnvs();
  usarConexion(otra);
  cierres.unshift(otra.cerrar);
  return otra;
}

test("si el servidor corta la conexión en que viajaban, todos quedan guardados", async () => {
  const respuestas = await Promise.all([
    guardar({ ...una, valor: "muere" }),
    ...demas.map((otra) => guardar(otra)),
  ]);
  expect(new Set(respuestas)).toEqual(new Set(["guardado"]));
});

test("lo que tarda no hace esperar a lo que viene después", async () => {
  const hechos: string[] = [];
  const lento = guardar({ ...una, valor: "lento" }).then(() => hechos.push("lento"));
  const durmiendo =
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";
  await vi.waitFor(async () => expect(await base.comoAdmin(durmiendo)).toHaveLength(1));
  await Promise.all([...demas.map((otra) => guardar(otra).then(() => hechos.push("otra"))), lento]);
  expect(hechos).toEqual([...demas.map(() => "otra"), "lento"]);
});

test("una conexión que se queda muda no detiene a los demás, y a quien iba en ella se le pide volver", async () => {
  const tuberia = await abrirTuberia(base.app, "tragado");
  cierres.push(tuberia.cerrar);
  const otra = conexionCon(tuberia.url, { CONSULTA_MS: "500" });
  expect(await guardar({ ...una, valor: "antes" })).toBe("guardado");
  const hechos: unknown[] = [];
  const muda = guardar({ ...una, valor: "tragado" }, "antes").catch(({ codigo }) => hechos.push(codigo));
  await tuberia.muda;
  hechos.push(...(await Promise.all(demas.map((escrito) => guardar(escrito)))));
  await muda;
  expect(hechos).toEqual([...demas.map(() => "guardado"), "base_ocupada"]);
  expect(otra.pool.totalCount).toBe(otra.pool.idleCount);
});

test("sin conexiones se le dice a todos los que esperan con la primera que no llega", async () => {
  const otra = conexionCon(base.app, { POOL_ESPERA_MS: "300", POOL_GUARDADO: "1" });
  const ocupada = await otra.pool.connect();
  cierres.unshift(async () => ocupada.release());
  const pedidas = vi.spyOn(otra.pool, "connect");
  const respuestas = await Promise.allSettled(
    Array.from({ length: 100 }, (_, i) => guardar({ ...una, valor: `${i}` })),
  );
  expect(respuestas.map((r) => r.status === "rejected" && r.reason.codigo)).toEqual(
    Array(100).fill("base_ocupada"),
  );
  expect(pedidas).toHaveBeenCalledTimes(1);
});

/** A way to the database that, once it sees a text go by, answers nothing more on that connection. */
async function abrirTuberia(url: string, texto: string) {
  const destino = new URL(url);
  const { port, hostname } = destino;
  const carpeta = destino.searchParams.get("host");
  const abiertas = new Set<net.Socket>();
  let callar: () => void = () => undefined;
  const muda = new Promise<void>((listo) => {
    callar = listo;
  });
  const servidor = net.createServer((cliente) => {
    const base = carpeta ? net.connect(`${carpeta}/.s.PGSQL.${port}`) : net.connect(Number(port), hostname);
    let callada = false;
    for (const extremo of [cliente, base]) abiertas.add(extremo.on("error", () => undefined));
    cliente.on("data", (datos) => {
      callada ||= datos.includes(texto);
      if (callada) callar();
      else base.write(datos);
    });
    base.on("data", (datos) => callada || cliente.write(datos));
    cliente.on("close", () => base.destroy());
    base.on("close", () => cliente.destroy());
  });
  await new Promise<void>((listo) => servidor.listen(0, "127.0.0.1", listo));
  destino.searchParams.delete("host");
  destino.hostname = "127.0.0.1";
  destino.port = String((servidor.address() as net.AddressInfo).port);
  const cerrar = async () => {
    for (const extremo of abiertas) extremo.destroy();
    servidor.close();
  };
  return { url: destino.href, muda, cerrar };
}
