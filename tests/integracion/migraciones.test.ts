import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { estadoMigraciones, leerMigraciones, migrar } from "@/lib/datos/migraciones";
import { diferenciaDeEsquemas } from "@/lib/datos/migracionesDiferencia";
import { conBase } from "@/tests/apoyo/base";

const base = conBase({ vacia: true });
let carpeta = "";

function escribir(nombre: string, sql: string): void {
  mkdirSync(join(carpeta, nombre), { recursive: true });
  writeFileSync(join(carpeta, nombre, "migration.sql"), sql);
}

beforeEach(async () => {
  carpeta = mkdtempSync(join(tmpdir(), "cseu-migraciones-"));
  await base.comoDueno("DROP SCHEMA public CASCADE");
  await base.comoDueno("CREATE SCHEMA public");
});
afterEach(() => rmSync(carpeta, { recursive: true, force: true }));

const aplicar = () => migrar(base.dueno, { carpeta });
const existe = async (tabla: string) =>
  (await base.comoDueno("SELECT to_regclass($1) IS NOT NULL AS si", [tabla]))[0]?.si;

describe("aplicar", () => {
  test("en orden, una sola vez, y queda anotado", async () => {
    escribir("0002_dos", "ALTER TABLE uno ADD COLUMN b int");
    escribir("0001_uno", "CREATE TABLE uno (a int)");
    expect(await aplicar()).toEqual(["0001_uno", "0002_dos"]);
    expect(await aplicar()).toEqual([]);
    expect(await estadoMigraciones(base.dueno, carpeta)).toEqual({
      aplicadas: ["0001_uno", "0002_dos"],
      pendientes: [],
    });
    const anotadas = await base.comoDueno("SELECT checksum FROM _prisma_migrations ORDER BY migration_name");
    expect(anotadas.map((f) => f.checksum)).toEqual(leerMigraciones(carpeta).map((m) => m.huella));
  });

  test("los cuerpos entre $$ llegan enteros, con sus puntos y comas", async () => {
    escribir(
      "0001_funcion",
      `CREATE FUNCTION saludo() RETURNS text LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 'a;b'; END; $$;
       DO $otro$ BEGIN EXECUTE $$CREATE TABLE interna (x int);$$; END $otro$;`,
    );
    await aplicar();
    expect(await base.comoDueno("SELECT saludo()")).toEqual([{ saludo: "a;b" }]);
    expect(await existe("interna")).toBe(true);
  });

  test("dos nodos a la vez: uno aplica, el otro espera y no repite", async () => {
    escribir("0001_uno", "CREATE TABLE uno (a int); INSERT INTO uno SELECT generate_series(1, 300000)");
    const [primero, segundo, tercero] = await Promise.all([aplicar(), aplicar(), aplicar()]);
    expect([primero, segundo, tercero].map((r) => r?.length).sort()).toEqual([0, 0, 1]);
    expect(await base.comoDueno("SELECT FROM _prisma_migrations")).toHaveLength(1);
  });

  test("las de la casa, sobre una base vacía y desde dos nodos a la vez", async () => {
    const [uno, dos] = await Promise.all([migrar(base.dueno), migrar(base.dueno)]);
    expect([...uno, ...dos].sort()).toEqual(leerMigraciones().map((m) => m.nombre));
    expect(await existe("institucion")).toBe(true);
  });
});

describe("fallar", () => {
  test("a mitad de un archivo no deja nada de él, dice cuál y en qué línea, y se puede seguir", async () => {
    escribir("0001_buena", "CREATE TABLE buena (a int)");
    escribir(
      "0002_mala",
      "CREATE TABLE mala (a int);\nINSERT INTO mala VALUES (1);\nSELECT no_existe FROM mala;",
    );
    await expect(aplicar()).rejects.toMatchObject({
      codigo: "migracion",
      message: expect.stringMatching(
        /0002_mala falló y no dejó nada aplicado \(línea 3 del archivo\).*no_existe/,
      ),
    });
    expect([await existe("buena"), await existe("mala")]).toEqual([true, false]);
    escribir("0002_mala", "CREATE TABLE mala (a int)");
    expect(await aplicar()).toEqual(["0002_mala"]);
  });

  test("un archivo cambiado después de aplicarse se detecta", async () => {
    escribir("0001_uno", "CREATE TABLE uno (a int)");
    await aplicar();
    escribir("0001_uno", "CREATE TABLE uno (a bigint)");
    await expect(aplicar()).rejects.toThrow(/0001_uno cambió después de aplicarse/);
  });

  test("una base más nueva que el programa se rechaza, y una migración que llega tarde también", async () => {
    escribir("0002_dos", "CREATE TABLE dos (a int)");
    await aplicar();
    escribir("0001_tarde", "CREATE TABLE tarde (a int)");
    await expect(aplicar()).rejects.toThrow(/0001_tarde va antes de 0002_dos/);
    rmSync(join(carpeta, "0001_tarde"), { recursive: true });
    rmSync(join(carpeta, "0002_dos"), { recursive: true });
    await expect(aplicar()).rejects.toThrow(/0002_dos, que esta versión no conoce/);
  });

  test("sin servidor, la falla tiene nombre", async () => {
    await expect(migrar("postgres://x:x@127.0.0.1:9/x", { carpeta })).rejects.toMatchObject({
      codigo: "base_no_disponible",
    });
  });
});

describe("escribir", () => {
  const esquema = readFileSync("prisma/schema.prisma", "utf8");

  test("la diferencia entre dos esquemas se escribe sin base de datos", async () => {
    const otro = esquema.replace(
      "  ministerio       String\n",
      "  ministerio       String\n  telefono         String?\n",
    );
    expect(otro).not.toBe(esquema);
    expect(await diferenciaDeEsquemas(esquema, otro)).toContain(
      'ALTER TABLE "institucion" ADD COLUMN     "telefono" TEXT',
    );
    expect(await diferenciaDeEsquemas(esquema, esquema)).toBe("");
  });

  test("las migraciones guardadas suman el esquema de hoy: no falta ninguna por escribir", async () => {
    const ultimo = leerMigraciones().findLast((m) => m.esquema !== null)?.esquema ?? null;
    expect(await diferenciaDeEsquemas(ultimo, esquema)).toBe("");
  });
});
