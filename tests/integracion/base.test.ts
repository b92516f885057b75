import { expect, test } from "vitest";
import { abrirConexion } from "@/lib/datos/conexion";
import { ErrorDatos } from "@/lib/datos/errorDatos";
import { exigirLoginSinPoder } from "@/lib/datos/servidorRoles";
import { conActor, consultaConActor, loteConActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { conBase } from "@/tests/apoyo/base";

const base = conBase();

const crear = (codigo: string) => ({
  texto: "INSERT INTO institucion (codigo, nombre, ministerio) VALUES ($1, $2, 'Economía') RETURNING id",
  valores: [codigo, `Servicio ${codigo}`],
  nombre: "prueba_crear",
});
const contar = async (codigo: string) =>
  (await base.comoDueno("SELECT FROM institucion WHERE codigo = $1", [codigo])).length;

test("un guardado viaja una sola vez y queda confirmado cuando se responde", async () => {
  const { rows } = await consultaConActor<{ id: string }>(SISTEMA, "prueba", crear("A1"));
  expect(rows[0]?.id).toMatch(/^[0-9a-f-]{36}$/);
  expect(await contar("A1")).toBe(1);
});

test("varias sentencias de un lote se guardan todas o ninguna", async () => {
  const dos = await loteConActor(SISTEMA, "prueba", [crear("B1"), crear("B2")]);
  expect(dos.map((r) => r.rowCount)).toEqual([1, 1]);
  await expect(loteConActor(SISTEMA, "prueba", [crear("B3"), crear("B1")])).rejects.toMatchObject({
    codigo: "duplicado",
    restriccion: "institucion_codigo_key",
  });
  expect(await contar("B3")).toBe(0);
});

test("un valor que no se puede escribir no deja confirmadas las sentencias anteriores", async () => {
  const imposible: Record<string, unknown> = {};
  imposible.ciclo = imposible;
  await expect(
    loteConActor(SISTEMA, "prueba", [crear("B4"), { texto: "SELECT $1::jsonb", valores: [imposible] }]),
  ).rejects.toThrow();
  expect(await contar("B4")).toBe(0);
});

test("después de un error, la misma conexión y la misma sentencia siguen sirviendo", async () => {
  for (const codigo of ["C1", "C1", "C2", "C2", "C3"]) {
    await consultaConActor(SISTEMA, "prueba", crear(codigo)).catch(() => undefined);
  }
  expect(await base.comoDueno("SELECT FROM institucion WHERE codigo LIKE 'C_'")).toHaveLength(3);
});

test("una falla del caso de uso deshace lo escrito, salvo que se pida conservarlo", async () => {
  const escribir = (codigo: string) => (tx: Parameters<Parameters<typeof conActor>[2]>[0]) =>
    tx.institucion
      .create({ data: { codigo, nombre: "x", ministerio: "x" } })
      .then(() => ({ ok: false as const }));
  expect(await conActor(SISTEMA, "prueba", escribir("D1"))).toEqual({ ok: false });
  await conActor(SISTEMA, "prueba", escribir("D2"), { conservarSiFalla: true });
  expect([await contar("D1"), await contar("D2")]).toEqual([0, 1]);
});

test("una lectura declarada no puede escribir", async () => {
  await expect(
    conActor(
      SISTEMA,
      "prueba",
      (tx) => tx.institucion.create({ data: { codigo: "E1", nombre: "x", ministerio: "x" } }),
      {
        soloLectura: true,
      },
    ),
  ).rejects.toThrow();
  expect(await contar("E1")).toBe(0);
});

test("Prisma y pg dan el mismo código cuando un valor se repite", async () => {
  const otra = { codigo: "F1", nombre: "x", ministerio: "x" };
  await conActor(SISTEMA, "prueba", (tx) => tx.institucion.create({ data: otra }));
  const error = await conActor(SISTEMA, "prueba", (tx) => tx.institucion.create({ data: otra })).catch(
    (e) => e,
  );
  expect(error).toBeInstanceOf(ErrorDatos);
  expect(error.codigo).toBe("duplicado");
});

test("doscientos guardados a la vez caben en un pool pequeño sin que falle ninguno", async () => {
  const todos = Array.from({ length: 200 }, (_, i) => consultaConActor(SISTEMA, "prueba", crear(`Z${i}`)));
  expect((await Promise.all(todos)).every((r) => r.rowCount === 1)).toBe(true);
});

test("un servidor que no está da una falla con nombre, en pg y en Prisma", async () => {
  const muerta = abrirConexion("postgres://nadie:nada@127.0.0.1:9/nada");
  await expect(consultaConActor(SISTEMA, "prueba", crear("X"), muerta.pool)).rejects.toMatchObject({
    codigo: "base_no_disponible",
    reintentable: true,
  });
  await muerta.cerrar();
});

test("la aplicación no arranca con un usuario al que las políticas no detienen", async () => {
  await expect(exigirLoginSinPoder(base.admin)).rejects.toMatchObject({ codigo: "configuracion" });
  await expect(exigirLoginSinPoder(base.dueno)).rejects.toThrow(/dueño de tablas/);
  await expect(exigirLoginSinPoder(base.app)).resolves.toBeUndefined();
});
