import pg from "pg";
import { ErrorDatos, errorDeDatos } from "../errorDatos";
import { casoSembrado, institucionSembrada, type Marcas, type MoldeTexto } from "./casos";
import { PARTES } from "./filas";

export type OpcionesSiembra = {
  /** How many institutions, from 1. */
  readonly instituciones: number;
  /** How many years, the last one in course and those before it decided. */
  readonly anios: number;
  readonly ultimoAnio: number;
  /** The instant the last year is at: nothing of it happens later. */
  readonly momento: Date;
  /** Password digest of everybody sown. */
  readonly claveHash: string;
  readonly moldes: readonly MoldeTexto[];
  readonly marcas: Marcas;
  /** Codes of the demonstration's institutions, the only ones that may already be there. */
  readonly propias: readonly string[];
  readonly alInformar: (linea: string) => void;
};

const POR_GRUPO = 40;

// Long texts dominate: a faster compression when the server has it; and a sample is enough for the planner.
const MAS_RAPIDO = `SELECT set_config('default_statistics_target', '10', false),
  (SELECT set_config(name, 'lz4', true) FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals))`;

const TABLAS = `
CREATE TEMP TABLE molde (n int PRIMARY KEY, texto text NOT NULL, e jsonb NOT NULL) ON COMMIT DROP;
CREATE TEMP TABLE inst (n int PRIMARY KEY, id uuid NOT NULL DEFAULT gen_random_uuid(), codigo text, nombre text, ministerio text,
  grupo int, mesu boolean, titular uuid NOT NULL DEFAULT gen_random_uuid(), suplente uuid NOT NULL DEFAULT gen_random_uuid(),
  presidenta uuid NOT NULL DEFAULT gen_random_uuid(), integrante uuid NOT NULL DEFAULT gen_random_uuid(), revisora uuid, revisor uuid) ON COMMIT DROP;
CREATE TEMP TABLE caso (n int, anio int, molde int, etapa int, azar float8, original text, vigente text, informe_huella text,
  plan uuid NOT NULL DEFAULT gen_random_uuid(), informe uuid NOT NULL DEFAULT gen_random_uuid(), difusion uuid NOT NULL DEFAULT gen_random_uuid(),
  institucion uuid, ejercicio uuid, apertura timestamptz, cierre_ajuste timestamptz, cierre_envio timestamptz, fin timestamptz) ON COMMIT DROP;`;

const PERSONAS = `
CREATE TEMP TABLE par ON COMMIT DROP AS
  SELECT grupo, gen_random_uuid() AS revisora, gen_random_uuid() AS revisor FROM (SELECT DISTINCT grupo FROM inst) g;
UPDATE inst SET revisora = par.revisora, revisor = par.revisor FROM par WHERE par.grupo = inst.grupo;
INSERT INTO institucion (id, codigo, nombre, ministerio, mesu) SELECT id, codigo, nombre, ministerio, mesu FROM inst;
CREATE TEMP TABLE persona ON COMMIT DROP AS
  SELECT p.id, p.rol::rol, i.id AS institucion, p.cargo, p.rol || ' de ' || i.nombre AS nombre,
    lower(p.quien || '.' || i.codigo || '@masiva.example') AS correo, p.quien = 'presidenta' AS preside, p.quien = 'titular' AND i.mesu AS mesu
  FROM inst i, LATERAL (VALUES (titular, 'contraparte_titular', NULL, 'titular'), (suplente, 'contraparte_suplente', NULL, 'suplente'),
    (presidenta, 'integrante_comite', 'Jefa de servicio', 'presidenta'), (integrante, 'integrante_comite', 'Fiscal', 'integrante')) AS p (id, rol, cargo, quien)
  UNION ALL SELECT q.id, 'revisor', NULL, NULL, q.quien || ' del grupo ' || lpad((grupo + 1)::text, 3, '0'), lower(q.quien || '.' || (grupo + 1) || '@red-masiva.example'), false, false
  FROM par, LATERAL (VALUES (revisora, 'Revisora'), (revisor, 'Revisor')) AS q (id, quien);
UPDATE persona SET nombre = initcap(replace(split_part(nombre, ' de ', 1), '_', ' ')) || ' de ' || split_part(nombre, ' de ', 2) WHERE institucion IS NOT NULL;`;

const EJERCICIOS = `
INSERT INTO ejercicio (anio, edicion, apertura_ajuste, cierre_ajuste, apertura_envio, cierre_envio)
  SELECT a, 'e3-2025', make_timestamptz(a, 1, 2, 0, 0, 0, 'America/Santiago'), make_timestamptz(a, 7, 1, 0, 0, 0, 'America/Santiago'),
    make_timestamptz(a, 7, 1, 0, 0, 0, 'America/Santiago'), make_timestamptz(a + 1, 1, 1, 0, 0, 0, 'America/Santiago')
  FROM generate_series(@desde::int, @hasta::int) AS a ON CONFLICT (anio) DO NOTHING;
INSERT INTO grupo (ejercicio_id, nombre) SELECT j.id, 'Grupo M' || lpad((grupo + 1)::text, 3, '0') FROM ejercicio j, par WHERE j.anio BETWEEN @desde AND @hasta;
INSERT INTO grupo_institucion (ejercicio_id, institucion_id, grupo_id)
  SELECT g.ejercicio_id, i.id, g.id FROM inst i JOIN grupo g ON g.nombre = 'Grupo M' || lpad((i.grupo + 1)::text, 3, '0');
INSERT INTO dupla (grupo_id, usuario_id, posicion, desde)
  SELECT g.id, CASE p WHEN 1 THEN revisora ELSE revisor END, p, j.apertura_ajuste FROM grupo g JOIN ejercicio j ON j.id = g.ejercicio_id
  JOIN par ON g.nombre = 'Grupo M' || lpad((par.grupo + 1)::text, 3, '0'), generate_series(1, 2) AS p;
UPDATE caso SET institucion = i.id, ejercicio = j.id, apertura = j.apertura_ajuste, cierre_ajuste = least(j.cierre_ajuste, @momento::timestamptz),
  cierre_envio = j.cierre_envio, fin = least(j.cierre_envio, @momento::timestamptz)
  FROM inst i, ejercicio j WHERE i.n = caso.n AND j.anio = caso.anio;
ANALYZE caso; ANALYZE inst; ANALYZE institucion;`;

/** Values of a statement that comes with several: they cannot travel as parameters. */
const conValores = (sql: string, valores: Readonly<Record<string, string>>) =>
  sql.replace(/@(\w+)/g, (marca, nombre: string) =>
    nombre in valores ? pg.escapeLiteral(valores[nombre] ?? "") : marca,
  );

async function tablasVigiladas(cliente: pg.Client): Promise<string[]> {
  const { rows } = await cliente.query<{ tabla: string }>(
    `SELECT DISTINCT c.relname AS tabla FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'bitacora%'
       -- Its triggers keep the digest of each list, once per statement: without it a list is not read (decision 0140).
       AND c.relname <> 'destinatario' ORDER BY 1`,
  );
  return rows.map(({ tabla }) => pg.escapeIdentifier(tabla));
}

async function exigirVacia(cliente: pg.Client, propias: readonly string[]): Promise<void> {
  const { rows } = await cliente.query<{ ocupada: boolean }>(
    `SELECT EXISTS (SELECT FROM envio) OR EXISTS (SELECT FROM ajuste) OR EXISTS (SELECT FROM institucion WHERE codigo <> ALL ($1))
       OR EXISTS (SELECT FROM usuario WHERE correo NOT LIKE '%.example') AS ocupada`,
    [propias],
  );
  if (rows[0]?.ocupada)
    throw new ErrorDatos(
      "configuracion",
      "La base ya tiene trabajo: la siembra masiva no deja rastro en la bitácora y solo se hace en una base vacía o recién sembrada con la demostración. Use otra base, o npm run demo:reset.",
    );
}

async function escribirCasos(cliente: pg.Client, o: OpcionesSiembra): Promise<void> {
  const instituciones = Array.from({ length: o.instituciones }, (_, k) =>
    institucionSembrada(k + 1, POR_GRUPO),
  );
  await cliente.query(
    "INSERT INTO inst (n, codigo, nombre, ministerio, grupo, mesu) SELECT * FROM jsonb_to_recordset($1) AS t (n int, codigo text, nombre text, ministerio text, grupo int, mesu boolean)",
    [JSON.stringify(instituciones)],
  );
  for (let k = 0; k < o.anios; k++) {
    const casos = instituciones.map((i) => casoSembrado(i, o.ultimoAnio - k, k === 0, o.moldes, o.marcas));
    await cliente.query(
      "INSERT INTO caso (n, anio, molde, etapa, azar, original, vigente, informe_huella) SELECT * FROM jsonb_to_recordset($1) AS t (n int, anio int, molde int, etapa int, azar float8, original text, vigente text, informe text)",
      [JSON.stringify(casos)],
    );
  }
}

/**
 * Fills a database that has nobody's work with many fictional institutions and years, all or nothing, as the owner of
 * the tables. The triggers of the trail are off meanwhile: what is sown is not in the bitácora, and a real database
 * must never see this. Bytes of files are not sown: only what the expedientes say of them.
 * @param url connection of the owner, never the application's
 * @throws ErrorDatos `configuracion` when the database has work in it
 */
export async function sembrarMasivo(url: string, o: OpcionesSiembra): Promise<void> {
  const cliente = new pg.Client({ connectionString: url, application_name: "cseu-siembra" });
  cliente.on("error", () => undefined);
  const informar = async (que: string, trabajo: () => Promise<unknown>) => {
    const desde = performance.now();
    await trabajo();
    o.alInformar(`  ${que}: ${((performance.now() - desde) / 1000).toFixed(1)} s`);
  };
  try {
    await cliente.connect();
    await cliente.query("BEGIN");
    await cliente.query(MAS_RAPIDO);
    await cliente.query(
      "SELECT set_config('app.alcance', '*', true), set_config('app.red', 'si', true), set_config('app.caso', 'siembra masiva', true), set_config('work_mem', '128MB', true), set_config('synchronous_commit', 'off', true)",
    );
    await exigirVacia(cliente, o.propias);
    const vigiladas = await tablasVigiladas(cliente);
    for (const tabla of vigiladas) await cliente.query(`ALTER TABLE ${tabla} DISABLE TRIGGER USER`);
    await cliente.query(TABLAS);
    await cliente.query(
      "INSERT INTO molde (n, texto, e) SELECT orden - 1, texto, texto::jsonb FROM unnest($1::text[]) WITH ORDINALITY AS t (texto, orden)",
      [o.moldes.map(({ texto }) => texto)],
    );
    const valores = {
      desde: String(o.ultimoAnio - o.anios + 1),
      hasta: String(o.ultimoAnio),
      momento: o.momento.toISOString(),
    };
    await informar("instituciones y personas", async () => {
      await escribirCasos(cliente, o);
      await cliente.query(PERSONAS);
      await cliente.query(
        "INSERT INTO usuario (id, correo, nombre, clave_hash) SELECT id, correo, nombre, $1 FROM persona",
        [o.claveHash],
      );
      await cliente.query(
        "INSERT INTO membresia (usuario_id, institucion_id, rol, cargo, preside, mesu, desde) SELECT id, institucion, rol, cargo, preside, mesu, make_timestamptz($1::int, 1, 2, 0, 0, 0, 'America/Santiago') FROM persona",
        [valores.desde],
      );
      await cliente.query(conValores(EJERCICIOS, valores));
    });
    for (const { que, sql } of PARTES) await informar(que, () => cliente.query(sql));
    await cliente.query(
      "INSERT INTO reloj_demo (id, desfase_ms) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET desfase_ms = excluded.desfase_ms",
      [o.momento.getTime() - Date.now()],
    );
    for (const tabla of vigiladas) await cliente.query(`ALTER TABLE ${tabla} ENABLE TRIGGER USER`);
    // Nobody noted what changed: the summary of the board is made again whole.
    await cliente.query("INSERT INTO resumen.pendiente VALUES (NULL)");
    await informar("confirmar", () => cliente.query("COMMIT"));
    await informar("estadísticas", () => cliente.query("ANALYZE"));
  } catch (error) {
    throw errorDeDatos(error) ?? error;
  } finally {
    // Ending the session also undoes what was not committed.
    await cliente.end().catch(() => undefined);
  }
}
