import pg from "pg";
import { describe, expect, test } from "vitest";
import { verificarBitacora } from "@/lib/datos/bitacora";
import { conActor, consultaConActor, loteConActor } from "@/lib/datos/transaccion";
import { type Actor, SISTEMA } from "@/lib/flujo/actor";
import { conBase } from "@/tests/apoyo/base";

const base = conBase();
const USUARIO = "11111111-1111-4111-8111-111111111111";
const SESION = "22222222-2222-4222-8222-222222222222";

let siguiente = 0;
async function institucionNueva(): Promise<string> {
  siguiente++;
  const { rows } = await consultaConActor<{ id: string }>(SISTEMA, "crear_institucion", {
    texto: "INSERT INTO institucion (codigo, nombre, ministerio) VALUES ($1, $1, 'x') RETURNING id",
    valores: [`I${siguiente}`],
  });
  return rows[0]?.id ?? "";
}
const actorDe = (institucion: string): Actor => ({
  usuarioId: USUARIO,
  sesionId: SESION,
  alcance: [institucion],
});
const agregar = (institucion: string, nombre: string) => ({
  texto: "INSERT INTO tramite (institucion_id, nombre) VALUES ($1, $2) RETURNING id",
  valores: [institucion, nombre],
});
const rastro = (institucion: string) =>
  base.comoDueno("SELECT * FROM bitacora WHERE institucion_id = $1 ORDER BY secuencia", [institucion]);

/** Changes the trail as somebody with the superuser's password would. */
async function alterar(sql: string, valores: unknown[]): Promise<void> {
  const cliente = new pg.Client({ connectionString: base.admin });
  await cliente.connect();
  await cliente.query("SET session_replication_role = replica");
  await cliente.query(sql, valores);
  await cliente.end();
}

describe("lo que se anota", () => {
  test("quién, en qué sesión y caso, qué fila, qué campos, antes y después", async () => {
    const id = await institucionNueva();
    const { rows } = await consultaConActor<{ id: string }>(
      actorDe(id),
      "agregar_tramite",
      agregar(id, "Pasaporte"),
    );
    await conActor(actorDe(id), "renombrar_tramite", (tx) =>
      tx.tramite.updateMany({ data: { nombre: "Cédula", hitoFinal: "fin" } }),
    );
    const [alta, cambio] = (await rastro(id)).filter((f) => f.tabla === "tramite");
    expect(alta).toMatchObject({
      operacion: "alta",
      caso: "agregar_tramite",
      anterior: null,
      usuario_id: USUARIO,
      sesion_id: SESION,
    });
    expect(alta?.nuevo).toMatchObject({ nombre: "Pasaporte", institucion_id: id });
    expect(cambio).toMatchObject({
      operacion: "cambio",
      caso: "renombrar_tramite",
      fila: { id: rows[0]?.id },
      campos: ["hito_final", "nombre"],
      anterior: { nombre: "Pasaporte", hito_final: null },
      nuevo: { nombre: "Cédula", hito_final: "fin" },
    });
  });

  test("una baja guarda la fila entera", async () => {
    const id = await institucionNueva();
    await consultaConActor(actorDe(id), "agregar", agregar(id, "Uno"));
    await conActor(actorDe(id), "quitar", (tx) => tx.tramite.deleteMany());
    const ultima = (await rastro(id)).at(-1);
    expect(ultima).toMatchObject({ operacion: "baja", nuevo: null, anterior: { nombre: "Uno" } });
  });

  test("un cambio hecho con psql, por el dueño o el superusuario, también queda", async () => {
    const id = await institucionNueva();
    const psql = new pg.Client({ connectionString: base.admin });
    await psql.connect();
    await psql.query("INSERT INTO tramite (institucion_id, nombre) VALUES ($1, 'a mano')", [id]);
    await psql.end();
    expect((await rastro(id)).at(-1)).toMatchObject({
      caso: "directo: postgres",
      usuario_id: null,
      tabla: "tramite",
    });
  });

  test("de una clave se anota que cambió, nunca cuál es", async () => {
    await base.comoDueno(
      "INSERT INTO usuario (correo, nombre, clave_hash) VALUES ('s@x.cl', 'S', 'argon-secreto')",
    );
    const [alta] = await base.comoDueno(
      "SELECT nuevo, campos FROM bitacora WHERE tabla = 'usuario' ORDER BY id DESC LIMIT 1",
    );
    expect(alta?.nuevo).toMatchObject({ correo: "s@x.cl", clave_hash: "[reservado]" });
    expect(alta?.campos).toContain("clave_hash");
    const delatoras = await base.comoDueno("SELECT FROM bitacora WHERE nuevo::text ~ 'argon-secreto'");
    expect(delatoras).toEqual([]);
  });

  test("lo que se deshace no deja rastro, ni hueco en la cadena", async () => {
    const id = await institucionNueva();
    await loteConActor(actorDe(id), "falla", [agregar(id, "X"), agregar(id, "X")]).catch(() => undefined);
    await consultaConActor(actorDe(id), "sigue", agregar(id, "Y"));
    expect((await rastro(id)).map((f) => [f.caso, f.secuencia])).toEqual([
      ["crear_institucion", "1"],
      ["sigue", "2"],
    ]);
  });

  test("un punto de retorno deshecho dentro de la transacción tampoco", async () => {
    const id = await institucionNueva();
    const cliente = new pg.Client({ connectionString: base.dueno });
    await cliente.connect();
    await cliente.query(
      `BEGIN; SELECT set_config('app.alcance', '*', true); SAVEPOINT p;
       INSERT INTO tramite (institucion_id, nombre) VALUES ('${id}', 'no'); ROLLBACK TO p;
       INSERT INTO tramite (institucion_id, nombre) VALUES ('${id}', 'si'); COMMIT`,
    );
    await cliente.end();
    expect((await rastro(id)).filter((f) => f.tabla === "tramite").map((f) => f.nuevo.nombre)).toEqual([
      "si",
    ]);
    expect((await verificarBitacora(base.dueno)).quiebres).toEqual([]);
  });

  test("la marca de actividad de una sesión no llena la bitácora, pero cerrarla sí se anota", async () => {
    await base.comoDueno("INSERT INTO usuario (id, correo, nombre) VALUES ($1, 'v@x.cl', 'V')", [USUARIO]);
    await base.comoDueno(
      "INSERT INTO sesion (id, usuario_id, metodo, creada_en, vista_en, autenticada_en, expira_en) VALUES ($1, $2, 'clave', now(), now(), now(), now())",
      [SESION, USUARIO],
    );
    const anotadas = async () =>
      Number((await base.comoDueno("SELECT count(*) AS n FROM bitacora WHERE tabla = 'sesion'"))[0]?.n);
    const antes = await anotadas();
    await base.comoDueno("UPDATE sesion SET vista_en = now() + interval '1 minute'");
    expect(await anotadas()).toBe(antes);
    await base.comoDueno("UPDATE sesion SET cerrada_en = now(), vista_en = now() + interval '2 minutes'");
    expect(await anotadas()).toBe(antes + 1);
  });
});

describe("una o varias filas por transacción", () => {
  const cabezaDe = async (id: string) =>
    Number(
      (await base.comoDueno("SELECT secuencia FROM bitacora_cadena WHERE cadena = $1", [id]))[0]?.secuencia,
    );

  test("alternadas, dejan la cabeza en la última fila y la cadena entera", async () => {
    const id = await institucionNueva();
    for (const cuantas of [1, 3, 1, 2, 1])
      await loteConActor(
        actorDe(id),
        "alternar",
        Array.from({ length: cuantas }, () => agregar(id, crypto.randomUUID())),
      );
    expect(await cabezaDe(id)).toBe(9);
    expect((await rastro(id)).map((f) => Number(f.secuencia))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect((await verificarBitacora(base.dueno)).quiebres).toEqual([]);
  });

  test("con los ajustes de la transacción borrados a mano a medio camino, la cadena sigue entera", async () => {
    const id = await institucionNueva();
    const borrar = {
      texto:
        "SELECT set_config('app.cadenas', '', true), set_config('app.varias', '', true), set_config('app.cierre', '', true)",
    };
    const nueva = () => agregar(id, crypto.randomUUID());
    await loteConActor(actorDe(id), "borrar", [nueva(), borrar, nueva()]);
    await loteConActor(actorDe(id), "borrar", [nueva(), nueva(), borrar]);
    await loteConActor(actorDe(id), "borrar", [nueva(), nueva(), borrar, nueva()]);
    const alInstante = { texto: "SET CONSTRAINTS ALL IMMEDIATE" };
    await loteConActor(actorDe(id), "borrar", [nueva(), nueva(), alInstante, borrar, nueva(), nueva()]);
    expect(await cabezaDe(id)).toBe(12);
    expect((await verificarBitacora(base.dueno)).quiebres).toEqual([]);
  });

  test("un cambio que no cambia nada no deja fila ni toca cabezas", async () => {
    const id = await institucionNueva();
    await consultaConActor(actorDe(id), "agregar", agregar(id, "Igual"));
    await consultaConActor(actorDe(id), "repetir", { texto: "UPDATE tramite SET nombre = nombre" });
    expect(await cabezaDe(id)).toBe(2);
  });
});

describe("solo crece", () => {
  test.each([
    "UPDATE bitacora SET caso = 'otro'",
    "DELETE FROM bitacora",
    "TRUNCATE bitacora",
    "DELETE FROM bitacora_cadena",
    "TRUNCATE bitacora_cadena",
  ])("%s se niega a la aplicación, al dueño y al superusuario", async (orden) => {
    for (const url of [base.app, base.dueno, base.admin]) {
      const cliente = new pg.Client({ connectionString: url });
      await cliente.connect();
      await cliente.query("SELECT set_config('app.alcance', '*', false)");
      await expect(cliente.query(orden)).rejects.toMatchObject({ code: "42501" });
      await cliente.end();
    }
  });

  test("la aplicación no escribe en ella ni en sus cabezas", async () => {
    const cliente = new pg.Client({ connectionString: base.app });
    await cliente.connect();
    await cliente.query("SELECT set_config('app.alcance', '*', false)");
    await expect(cliente.query("INSERT INTO bitacora SELECT * FROM bitacora LIMIT 1")).rejects.toMatchObject({
      code: "42501",
    });
    await expect(cliente.query("UPDATE bitacora_cadena SET secuencia = 0")).rejects.toMatchObject({
      code: "42501",
    });
    await expect(cliente.query("SELECT bitacora_anotar()")).rejects.toThrow();
    await cliente.end();
  });

  test("vaciar una tabla cualquiera se niega: no dejaría rastro", async () => {
    await expect(base.comoAdmin("TRUNCATE tramite")).rejects.toThrow(/use DELETE/);
  });

  test("una institución no lee el rastro de otra", async () => {
    const [una, otra] = [await institucionNueva(), await institucionNueva()];
    const { rows } = await consultaConActor(actorDe(una), "mirar", {
      texto: "SELECT DISTINCT institucion_id FROM bitacora",
    });
    expect(rows).toEqual([{ institucion_id: una }]);
    expect(otra).not.toBe(una);
  });
});

describe("ninguna tabla queda sin rastro", () => {
  test("toda tabla tiene sus disparadores, salvo las exentas por nombre", async () => {
    const sinRastro = await base.comoDueno(`
      SELECT c.relname FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND (
        SELECT count(*) FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgenabled = 'O'
          AND t.tgname IN ('bitacora_apuntar', 'bitacora_apuntar_cambio', 'bitacora_existencia', 'bitacora_cambio', 'bitacora_sin_vaciado')) < 5
      ORDER BY 1`);
    expect(sinRastro.map((f) => f.relname)).toEqual([
      "_prisma_migrations",
      "bitacora",
      "bitacora_cadena",
      "destinatario",
      "intento",
      "presencia_revision",
    ]);
  });

  test("toda columna con nombre de secreto tiene dicho cómo se anota", async () => {
    const columnas = await base.comoDueno(`
      SELECT table_name || '.' || column_name AS columna FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name ~ '(clave|token|secreto|contrasena|password)' AND data_type IN ('text', 'bytea')
        AND bitacora_trato(table_name, column_name) IS NULL AND NOT bitacora_exenta(table_name) ORDER BY 1`);
    // Keys of idempotency, not of anyone's door.
    expect(columnas.map((f) => f.columna)).toEqual(["correo.clave", "notificacion.clave"]);
  });
});

describe("la cadena", () => {
  test("una bitácora intacta se verifica entera", async () => {
    const { quiebres, filas, cadenas, sello } = await verificarBitacora(base.dueno);
    expect(quiebres).toEqual([]);
    expect(filas).toBeGreaterThan(10);
    expect(cadenas).toBeGreaterThan(3);
    expect(sello).toMatch(/^[0-9a-f]{64}$/);
  });

  async function conTresFilas(): Promise<string> {
    const id = await institucionNueva();
    for (const nombre of ["Uno", "Dos"]) await consultaConActor(actorDe(id), "agregar", agregar(id, nombre));
    return id;
  }
  const quiebreDe = async (id: string) =>
    (await verificarBitacora(base.dueno)).quiebres.find((q) => q.institucionId === id);

  test("nombra la fila alterada, aunque se le recalcule su huella", async () => {
    const id = await conTresFilas();
    await alterar(
      `UPDATE bitacora SET nuevo = jsonb_set(nuevo, '{nombre}', '"Falso"') WHERE institucion_id = $1 AND secuencia = 2`,
      [id],
    );
    expect(await quiebreDe(id)).toMatchObject({ secuencia: "2", motivo: "alterada" });
    await alterar(
      "UPDATE bitacora SET huella = encode(sha256(convert_to(bitacora_texto(bitacora), 'UTF8')), 'hex') WHERE institucion_id = $1 AND secuencia = 2",
      [id],
    );
    expect(await quiebreDe(id)).toMatchObject({ secuencia: "3", motivo: "alterada" });
  });

  test("encuentra la fila quitada del medio y la del final", async () => {
    const [medio, final] = [await conTresFilas(), await conTresFilas()];
    await alterar("DELETE FROM bitacora WHERE institucion_id = $1 AND secuencia = 2", [medio]);
    await alterar("DELETE FROM bitacora WHERE institucion_id = $1 AND secuencia = 3", [final]);
    expect(await quiebreDe(medio)).toMatchObject({ secuencia: "2", motivo: "falta", id: null });
    expect(await quiebreDe(final)).toMatchObject({ secuencia: "3", motivo: "falta", id: null });
  });

  test("encuentra la cadena borrada entera y la fila agregada por fuera", async () => {
    const [borrada, agregada] = [await conTresFilas(), await conTresFilas()];
    await alterar("DELETE FROM bitacora WHERE institucion_id = $1", [borrada]);
    await alterar(
      `INSERT INTO bitacora SELECT nextval('bitacora_id_seq'), institucion_id, 4, ocurrido_en, usuario_id, sesion_id, caso, tabla, fila, operacion, campos, anterior, nuevo, huella, huella
       FROM bitacora WHERE institucion_id = $1 AND secuencia = 3`,
      [agregada],
    );
    expect(await quiebreDe(borrada)).toMatchObject({ secuencia: "1", motivo: "falta" });
    expect(await quiebreDe(agregada)).toMatchObject({ secuencia: "4", motivo: "alterada" });
  });

  test("muchas personas de una institución a la vez dejan una sola cadena sin saltos", async () => {
    const id = await institucionNueva();
    await Promise.all(
      Array.from({ length: 60 }, (_, i) => consultaConActor(actorDe(id), "a la vez", agregar(id, `T${i}`))),
    );
    const filas = await rastro(id);
    expect(filas.map((f) => Number(f.secuencia))).toEqual(Array.from({ length: 61 }, (_, i) => i + 1));
    expect(await quiebreDe(id)).toBeUndefined();
  });

  test("transacciones que tocan varias instituciones en orden contrario no se bloquean", async () => {
    const [una, otra] = [await institucionNueva(), await institucionNueva()];
    const cruzadas = Array.from({ length: 40 }, (_, i) => {
      const orden = i % 2 === 0 ? [una, otra] : [otra, una];
      return loteConActor(
        SISTEMA,
        "cruce",
        orden.map((id) => agregar(id, `C${i}`)),
      );
    });
    await Promise.all(cruzadas);
    // A deadlock would have cost the server's deadlock_timeout (1 s) and shown in its statistics.
    const [estadistica] = await base.comoAdmin(
      "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()",
    );
    expect(Number(estadistica?.deadlocks)).toBe(0);
    expect(await quiebreDe(una)).toBeUndefined();
  });
});
