-- The second wall (row-level security) and the trail (bitácora). Written by hand.
-- Settings each transaction carries: app.usuario, app.sesion, app.caso, app.alcance
-- (ids of institutions separated by commas, or '*').

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cseu_app') THEN
    CREATE ROLE cseu_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
EXCEPTION WHEN insufficient_privilege THEN
  RAISE EXCEPTION 'Falta el rol cseu_app y este usuario no puede crearlo. Un administrador debe ejecutar: CREATE ROLE cseu_app NOLOGIN NOBYPASSRLS; y dar ese rol al usuario de la aplicación.';
END
$$;

-- ── What the application may do ──────────────────────────────────────────────────────────────────
-- Rows, never tables: it owns nothing, creates nothing, truncates nothing.

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO cseu_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO cseu_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO cseu_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO cseu_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO cseu_app;
REVOKE ALL ON bitacora, bitacora_cadena, _prisma_migrations FROM cseu_app;
REVOKE ALL ON SEQUENCE bitacora_id_seq FROM cseu_app;
GRANT SELECT ON bitacora, _prisma_migrations TO cseu_app;

-- ── Who is asking ────────────────────────────────────────────────────────────────────────────────
-- Policies call these inside (SELECT …): once per statement, not once per row. No setting, no rows.

CREATE FUNCTION app_todo() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('app.alcance', true), '') = '*';

CREATE FUNCTION app_instituciones() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN coalesce(current_setting('app.alcance', true), '') IN ('', '*') THEN '{}'::uuid[]
              ELSE string_to_array(current_setting('app.alcance', true), ',')::uuid[] END;

CREATE FUNCTION app_usuario() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.usuario', true), '')::uuid;

-- ── The trail ────────────────────────────────────────────────────────────────────────────────────

DROP INDEX bitacora_institucion_id_secuencia_idx;
CREATE UNIQUE INDEX bitacora_institucion_id_secuencia_idx ON bitacora (institucion_id, secuencia) NULLS NOT DISTINCT;
ALTER TABLE bitacora ADD CONSTRAINT bitacora_operacion CHECK (operacion IN ('alta', 'cambio', 'baja'));
-- Every transaction moves the heads of its chains: room for the new versions in the same page.
ALTER TABLE bitacora_cadena SET (fillfactor = 30);

-- The one list of columns that the trail does not copy as they are.
--   reservado: a secret, or text that carries one; only that it changed is written
--   huella:    large and frozen; its SHA-256 is written
--   ruido:     a change of this column alone leaves no row
CREATE FUNCTION bitacora_trato(tabla text, columna text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN CASE tabla || '.' || columna
    WHEN 'usuario.clave_hash' THEN 'reservado'
    WHEN 'invitacion.token_hash' THEN 'reservado'
    WHEN 'enlace_clave.token_hash' THEN 'reservado'
    WHEN 'correo.texto' THEN 'reservado'
    WHEN 'aprobacion.contenido' THEN 'huella'
    WHEN 'envio.contenido' THEN 'huella'
    WHEN 'sesion.vista_en' THEN 'ruido'
  END;

-- Tables whose rows are themselves a record of something else: the trail, the migrations, and the answers
-- remembered by intent (the change each one made is in the trail under the same use case).
CREATE FUNCTION bitacora_exenta(tabla text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN tabla IN ('bitacora', 'bitacora_cadena', '_prisma_migrations', 'intento');

CREATE FUNCTION bitacora_copia(fila jsonb, reservadas text[], resumidas text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE
  RETURN CASE WHEN fila IS NULL OR (reservadas = '{}' AND resumidas = '{}') THEN fila ELSE
    (SELECT jsonb_object_agg(clave, CASE
        WHEN valor = 'null'::jsonb THEN valor
        WHEN clave = ANY (reservadas) THEN '"[reservado]"'::jsonb
        WHEN clave = ANY (resumidas) THEN to_jsonb('sha256:' || encode(sha256(convert_to(valor::text, 'UTF8')), 'hex'))
        ELSE valor END)
     FROM jsonb_each(fila) AS campo (clave, valor)) END;

-- What a row of the trail signs: everything it says and the digest before it, in one canonical text.
CREATE FUNCTION bitacora_texto(b bitacora) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN jsonb_build_array(
    coalesce(b.institucion_id::text, '-'), b.secuencia, (extract(epoch FROM b.ocurrido_en) * 1000000)::bigint,
    b.usuario_id, b.sesion_id, b.caso, b.tabla, b.fila, b.operacion, to_jsonb(b.campos), b.anterior, b.nuevo,
    b.huella_anterior)::text;

-- Notes, as rows change, which chains the transaction will have to move.
CREATE FUNCTION bitacora_apuntar() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  vigente jsonb := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
  cadena text := coalesce(vigente ->> TG_ARGV[1], '-');
  apuntadas text := coalesce(current_setting('app.cadenas', true), '');
BEGIN
  IF position(cadena IN apuntadas) = 0 THEN
    PERFORM set_config('app.cadenas', CASE apuntadas WHEN '' THEN cadena ELSE apuntadas || ',' || cadena END, true);
  END IF;
  RETURN NULL;
END
$$;

-- Writes the trail at commit, so that the head of a chain stays locked for the commit alone and never while
-- the application thinks. Heads are locked in one order before the first row: transactions that touch several
-- chains cannot block each other. Runs as the owner: nobody else can write these two tables.
--   TG_ARGV: columns of the key, column of the institution ('' when none), reservadas, resumidas (comma lists)
CREATE FUNCTION bitacora_anotar() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  antes jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  despues jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  vigente jsonb := coalesce(despues, antes);
  apuntadas text := coalesce(current_setting('app.cadenas', true), '');
  clave text;
  ultima record;
  b bitacora;
BEGIN
  IF current_setting('app.cadenas_tomadas', true) IS DISTINCT FROM apuntadas THEN
    INSERT INTO bitacora_cadena (cadena, secuencia, huella)
      SELECT c, 0, repeat('0', 64) FROM unnest(string_to_array(apuntadas, ',')) AS c ORDER BY c
      ON CONFLICT DO NOTHING;
    PERFORM FROM bitacora_cadena WHERE cadena = ANY (string_to_array(apuntadas, ',')) ORDER BY cadena FOR UPDATE;
    PERFORM set_config('app.cadenas_tomadas', apuntadas, true);
  END IF;

  b.institucion_id := (vigente ->> TG_ARGV[1])::uuid;
  clave := coalesce(b.institucion_id::text, '-');
  -- The head is where the last transaction left the chain; beyond it stand only rows of this one.
  SELECT secuencia, huella INTO b.secuencia, b.huella_anterior FROM bitacora_cadena WHERE cadena = clave FOR UPDATE;
  IF NOT FOUND THEN
    -- Only when somebody blanked app.cadenas: the row is written all the same, without the common order.
    INSERT INTO bitacora_cadena (cadena, secuencia, huella) VALUES (clave, 0, repeat('0', 64)) ON CONFLICT DO NOTHING;
    SELECT secuencia, huella INTO b.secuencia, b.huella_anterior FROM bitacora_cadena WHERE cadena = clave FOR UPDATE;
  END IF;
  IF b.institucion_id IS NULL THEN
    SELECT secuencia, huella INTO ultima FROM bitacora WHERE institucion_id IS NULL ORDER BY secuencia DESC LIMIT 1;
  ELSE
    SELECT secuencia, huella INTO ultima FROM bitacora WHERE institucion_id = b.institucion_id ORDER BY secuencia DESC LIMIT 1;
  END IF;
  IF ultima.secuencia > b.secuencia THEN
    b.secuencia := ultima.secuencia;
    b.huella_anterior := ultima.huella;
  END IF;
  b.secuencia := b.secuencia + 1;

  b.id := nextval('bitacora_id_seq');
  b.ocurrido_en := clock_timestamp();
  b.usuario_id := nullif(current_setting('app.usuario', true), '')::uuid;
  b.sesion_id := nullif(current_setting('app.sesion', true), '')::uuid;
  -- Outside the application there is no use case: the login of the database is what is known.
  b.caso := coalesce(nullif(current_setting('app.caso', true), ''), 'directo: ' || session_user);
  b.tabla := TG_TABLE_NAME;
  b.fila := (SELECT jsonb_object_agg(k, vigente -> k) FROM unnest(string_to_array(TG_ARGV[0], ',')) AS k);
  b.operacion := CASE TG_OP WHEN 'INSERT' THEN 'alta' WHEN 'UPDATE' THEN 'cambio' ELSE 'baja' END;
  IF TG_OP = 'UPDATE' THEN
    SELECT coalesce(array_agg(d.key ORDER BY d.key), '{}'), jsonb_object_agg(d.key, antes -> d.key), jsonb_object_agg(d.key, d.value)
      INTO b.campos, antes, despues
      FROM jsonb_each(despues) AS d WHERE d.value IS DISTINCT FROM antes -> d.key;
  ELSE
    b.campos := ARRAY(SELECT jsonb_object_keys(vigente) ORDER BY 1);
  END IF;
  b.anterior := bitacora_copia(antes, string_to_array(TG_ARGV[2], ','), string_to_array(TG_ARGV[3], ','));
  b.nuevo := bitacora_copia(despues, string_to_array(TG_ARGV[2], ','), string_to_array(TG_ARGV[3], ','));
  b.huella := encode(sha256(convert_to(bitacora_texto(b), 'UTF8')), 'hex');
  INSERT INTO bitacora SELECT b.*;
  RETURN NULL;
END
$$;

-- Runs after all the rows of the transaction are written: moves each head once, to the last of its chain.
CREATE FUNCTION bitacora_cerrar() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  clave text := coalesce(NEW.institucion_id::text, '-');
  ultima record;
BEGIN
  -- All but the first row of each chain find it done.
  PERFORM FROM bitacora_cadena WHERE cadena = clave AND secuencia < NEW.secuencia;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF NEW.institucion_id IS NULL THEN
    SELECT secuencia, huella INTO ultima FROM bitacora WHERE institucion_id IS NULL ORDER BY secuencia DESC LIMIT 1;
  ELSE
    SELECT secuencia, huella INTO ultima FROM bitacora WHERE institucion_id = NEW.institucion_id ORDER BY secuencia DESC LIMIT 1;
  END IF;
  UPDATE bitacora_cadena SET secuencia = ultima.secuencia, huella = ultima.huella WHERE cadena = clave;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION bitacora_anotar(), bitacora_cerrar() FROM PUBLIC;
CREATE CONSTRAINT TRIGGER bitacora_cerrar AFTER INSERT ON bitacora DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION bitacora_cerrar();

CREATE FUNCTION bitacora_negar() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'La bitácora solo crece: % no está permitido.', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE FUNCTION bitacora_negar_vaciado() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'TRUNCATE no deja rastro en la bitácora y está negado en %: use DELETE.', TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER bitacora_solo_crece BEFORE UPDATE OR DELETE OR TRUNCATE ON bitacora
  FOR EACH STATEMENT EXECUTE FUNCTION bitacora_negar();
CREATE TRIGGER bitacora_cadena_queda BEFORE DELETE OR TRUNCATE ON bitacora_cadena
  FOR EACH STATEMENT EXECUTE FUNCTION bitacora_negar();

-- ── Both, on every table ─────────────────────────────────────────────────────────────────────────

-- Gives a table its trail and, when it is an institution's, its row-level security. May be repeated.
CREATE FUNCTION asegurar_tabla(tabla name) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  objeto oid := format('public.%I', tabla)::regclass;
  columnas text[] := ARRAY(SELECT attname FROM pg_attribute WHERE attrelid = objeto AND attnum > 0 AND NOT attisdropped ORDER BY attnum);
  -- An institution is its own institution.
  de_institucion name := CASE WHEN tabla = 'institucion' THEN 'id' WHEN 'institucion_id' = ANY (columnas) THEN 'institucion_id' END;
  claves text;
  argumentos text;
  ruido text[];
  alcanza text;
BEGIN
  IF de_institucion IS NOT NULL THEN
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tabla);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tabla);
    EXECUTE format('DROP POLICY IF EXISTS alcance ON %I', tabla);
    EXECUTE format('DROP POLICY IF EXISTS propia ON %I', tabla);
    alcanza := format('(SELECT app_todo()) OR %I = ANY ((SELECT app_instituciones())::uuid[])', de_institucion);
    IF tabla = 'bitacora' THEN
      EXECUTE format('CREATE POLICY alcance ON bitacora FOR SELECT USING (%s)', alcanza);
      -- The owner: that is, the triggers that write it and look for the end of a chain.
      EXECUTE 'CREATE POLICY propia ON bitacora FOR INSERT TO CURRENT_USER WITH CHECK (true)';
      EXECUTE 'DROP POLICY IF EXISTS cadena ON bitacora';
      EXECUTE 'CREATE POLICY cadena ON bitacora FOR SELECT TO CURRENT_USER USING (true)';
    ELSE
      EXECUTE format('CREATE POLICY alcance ON %I USING (%s) WITH CHECK (%s)', tabla, alcanza, alcanza);
      -- What is a person's own whatever institution they are looking at: their posts, and notices written to them.
      IF tabla = 'membresia' THEN
        EXECUTE 'CREATE POLICY propia ON membresia FOR SELECT USING (usuario_id = (SELECT app_usuario()))';
      ELSIF tabla = 'institucion' THEN
        EXECUTE 'CREATE POLICY propia ON institucion FOR SELECT USING (id IN (SELECT institucion_id FROM membresia WHERE usuario_id = (SELECT app_usuario())))';
      ELSIF tabla = 'notificacion' THEN
        EXECUTE 'CREATE POLICY propia ON notificacion USING (usuario_id = (SELECT app_usuario())) WITH CHECK (usuario_id = (SELECT app_usuario()))';
      END IF;
    END IF;
  END IF;

  IF bitacora_exenta(tabla) THEN
    RETURN;
  END IF;
  claves := (SELECT string_agg(a.attname, ',' ORDER BY a.attnum) FROM pg_index i
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = objeto AND i.indisprimary);
  IF claves IS NULL THEN
    RAISE EXCEPTION 'La tabla % no tiene clave primaria: la bitácora no podría nombrar sus filas.', tabla;
  END IF;
  ruido := ARRAY(SELECT c FROM unnest(columnas) AS c WHERE bitacora_trato(tabla, c) = 'ruido');
  argumentos := format('%L, %L, %L, %L', claves, coalesce(de_institucion, ''),
    coalesce((SELECT string_agg(c, ',') FROM unnest(columnas) AS c WHERE bitacora_trato(tabla, c) = 'reservado'), ''),
    coalesce((SELECT string_agg(c, ',') FROM unnest(columnas) AS c WHERE bitacora_trato(tabla, c) = 'huella'), ''));

  EXECUTE format('DROP TRIGGER IF EXISTS bitacora_apuntar ON %I', tabla);
  EXECUTE format('DROP TRIGGER IF EXISTS bitacora_existencia ON %I', tabla);
  EXECUTE format('DROP TRIGGER IF EXISTS bitacora_cambio ON %I', tabla);
  EXECUTE format('DROP TRIGGER IF EXISTS bitacora_sin_vaciado ON %I', tabla);
  EXECUTE format('CREATE TRIGGER bitacora_apuntar AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION bitacora_apuntar(%s)', tabla, argumentos);
  EXECUTE format('CREATE CONSTRAINT TRIGGER bitacora_existencia AFTER INSERT OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bitacora_anotar(%s)', tabla, argumentos);
  EXECUTE format('CREATE CONSTRAINT TRIGGER bitacora_cambio AFTER UPDATE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (%s) EXECUTE FUNCTION bitacora_anotar(%s)',
    tabla,
    CASE WHEN ruido = '{}' THEN 'OLD.* IS DISTINCT FROM NEW.*' ELSE format('to_jsonb(OLD) - %L::text[] IS DISTINCT FROM to_jsonb(NEW) - %L::text[]', ruido, ruido) END,
    argumentos);
  EXECUTE format('CREATE TRIGGER bitacora_sin_vaciado BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION bitacora_negar_vaciado()', tabla);
END
$$;

-- Every table of the house. The last line of each migration, so that no table is forgotten.
CREATE FUNCTION asegurar_tablas() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  tabla name;
BEGIN
  FOR tabla IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1 LOOP
    PERFORM asegurar_tabla(tabla);
  END LOOP;
END
$$;
REVOKE ALL ON FUNCTION asegurar_tabla(name), asegurar_tablas() FROM PUBLIC;

SELECT asegurar_tablas();
