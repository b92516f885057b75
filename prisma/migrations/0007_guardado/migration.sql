-- The path of saving, at less cost. Written by hand; decision 0130. What the trail promises does not change.

-- ── The trail ────────────────────────────────────────────────────────────────────────────────────
-- Nearly every transaction of the platform writes one row: it is noted and its head moved in one pass, with no
-- second deferred trigger. In the triggers `x := f(…)` and not `PERFORM f(…)`: an expression alone is computed
-- without starting a statement.

-- Notes, as rows change, which chains the transaction will have to move, and whether it writes more than one row.
-- Names no schema but pg_catalog, so that it needs no search_path of its own.
CREATE OR REPLACE FUNCTION bitacora_apuntar() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  cadena text := '-';
  apuntadas text := coalesce(pg_catalog.current_setting('app.cadenas', true), '');
  puesto text;
BEGIN
  IF TG_ARGV[1] = 'institucion_id' THEN
    IF TG_OP = 'DELETE' THEN
      cadena := coalesce(OLD.institucion_id::text, '-');
    ELSE
      cadena := coalesce(NEW.institucion_id::text, '-');
    END IF;
  ELSIF TG_ARGV[1] = 'id' THEN
    IF TG_OP = 'DELETE' THEN
      cadena := OLD.id::text;
    ELSE
      cadena := NEW.id::text;
    END IF;
  END IF;
  IF apuntadas = '' THEN
    puesto := pg_catalog.set_config('app.cadenas', cadena, true);
    RETURN NULL;
  END IF;
  IF position(',' || cadena || ',' IN ',' || apuntadas || ',') = 0 THEN
    puesto := pg_catalog.set_config('app.cadenas', apuntadas || ',' || cadena, true);
  END IF;
  IF coalesce(pg_catalog.current_setting('app.varias', true), '') = '' THEN
    puesto := pg_catalog.set_config('app.varias', 'si', true);
  END IF;
  RETURN NULL;
END
$$;

-- The same text as before; STABLE, as what it calls, so that it is computed where it stands and not as a call.
CREATE OR REPLACE FUNCTION bitacora_texto(b bitacora) RETURNS text LANGUAGE sql STABLE
  RETURN jsonb_build_array(
    coalesce(b.institucion_id::text, '-'), b.secuencia, (extract(epoch FROM b.ocurrido_en) * 1000000)::bigint,
    b.usuario_id, b.sesion_id, b.caso, b.tabla, b.fila, b.operacion, to_jsonb(b.campos), b.anterior, b.nuevo,
    b.huella_anterior)::text;

CREATE OR REPLACE FUNCTION bitacora_anotar() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  antes jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  despues jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  vigente jsonb := coalesce(despues, antes);
  apuntadas text := coalesce(current_setting('app.cadenas', true), '');
  clave text := coalesce(vigente ->> TG_ARGV[1], '-');
  -- The only row of its transaction. Settings blanked by hand can make it true for several: each then moves the
  -- head, and the chain is as whole.
  sola boolean := apuntadas = clave AND coalesce(current_setting('app.varias', true), '') = '';
  puesto text;
  ultima record;
  b bitacora;
BEGIN
  b.institucion_id := (vigente ->> TG_ARGV[1])::uuid;
  IF NOT sola THEN
    -- Whoever writes several rows moves each head once, after the last (`bitacora_cerrar`).
    puesto := set_config('app.cierre', 'si', true);
    IF current_setting('app.cadenas_tomadas', true) IS DISTINCT FROM apuntadas THEN
      INSERT INTO bitacora_cadena (cadena, secuencia, huella)
        SELECT c, 0, repeat('0', 64) FROM unnest(string_to_array(apuntadas, ',')) AS c ORDER BY c
        ON CONFLICT DO NOTHING;
      PERFORM FROM bitacora_cadena WHERE cadena = ANY (string_to_array(apuntadas, ',')) ORDER BY cadena FOR UPDATE;
      puesto := set_config('app.cadenas_tomadas', apuntadas, true);
    END IF;
  END IF;

  -- The head is where the last transaction left the chain; beyond it stand only rows of this one.
  SELECT secuencia, huella INTO b.secuencia, b.huella_anterior FROM bitacora_cadena WHERE cadena = clave FOR UPDATE;
  IF NOT FOUND THEN
    -- The first row of an institution; or somebody blanked app.cadenas.
    INSERT INTO bitacora_cadena (cadena, secuencia, huella) VALUES (clave, 0, repeat('0', 64)) ON CONFLICT DO NOTHING;
    SELECT secuencia, huella INTO b.secuencia, b.huella_anterior FROM bitacora_cadena WHERE cadena = clave FOR UPDATE;
  END IF;
  IF NOT sola THEN
    IF b.institucion_id IS NULL THEN
      SELECT secuencia, huella INTO ultima FROM bitacora WHERE institucion_id IS NULL ORDER BY secuencia DESC LIMIT 1;
    ELSE
      SELECT secuencia, huella INTO ultima FROM bitacora WHERE institucion_id = b.institucion_id ORDER BY secuencia DESC LIMIT 1;
    END IF;
    IF ultima.secuencia > b.secuencia THEN
      b.secuencia := ultima.secuencia;
      b.huella_anterior := ultima.huella;
    END IF;
  END IF;
  b.secuencia := b.secuencia + 1;

  b.id := nextval('bitacora_id_seq');
  b.ocurrido_en := clock_timestamp();
  b.usuario_id := nullif(current_setting('app.usuario', true), '')::uuid;
  b.sesion_id := nullif(current_setting('app.sesion', true), '')::uuid;
  -- Outside the application there is no use case: the login of the database is what is known.
  b.caso := coalesce(nullif(current_setting('app.caso', true), ''), 'directo: ' || session_user);
  b.tabla := TG_TABLE_NAME;
  IF position(',' IN TG_ARGV[0]) = 0 THEN
    b.fila := jsonb_build_object(TG_ARGV[0], vigente -> TG_ARGV[0]);
  ELSE
    b.fila := (SELECT jsonb_object_agg(k, vigente -> k) FROM unnest(string_to_array(TG_ARGV[0], ',')) AS k);
  END IF;
  b.operacion := CASE TG_OP WHEN 'INSERT' THEN 'alta' WHEN 'UPDATE' THEN 'cambio' ELSE 'baja' END;
  IF TG_OP = 'UPDATE' THEN
    SELECT coalesce(array_agg(d.key ORDER BY d.key), '{}'), jsonb_object_agg(d.key, antes -> d.key), jsonb_object_agg(d.key, d.value)
      INTO b.campos, antes, despues
      FROM jsonb_each(despues) AS d WHERE d.value IS DISTINCT FROM antes -> d.key;
  ELSE
    b.campos := ARRAY(SELECT jsonb_object_keys(vigente) ORDER BY 1);
  END IF;
  IF TG_ARGV[2] = '' AND TG_ARGV[3] = '' THEN
    b.anterior := antes;
    b.nuevo := despues;
  ELSE
    b.anterior := bitacora_copia(antes, string_to_array(TG_ARGV[2], ','), string_to_array(TG_ARGV[3], ','));
    b.nuevo := bitacora_copia(despues, string_to_array(TG_ARGV[2], ','), string_to_array(TG_ARGV[3], ','));
  END IF;
  b.huella := encode(sha256(convert_to(bitacora_texto(b), 'UTF8')), 'hex');
  INSERT INTO bitacora SELECT b.*;
  IF sola THEN
    UPDATE bitacora_cadena SET secuencia = b.secuencia, huella = b.huella WHERE cadena = clave;
  END IF;
  RETURN NULL;
END
$$;

DROP TRIGGER bitacora_cerrar ON bitacora;
CREATE CONSTRAINT TRIGGER bitacora_cerrar AFTER INSERT ON bitacora DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (current_setting('app.cierre', true) = 'si') EXECUTE FUNCTION bitacora_cerrar();

-- An update that changes nothing, or only noise, notes no chain. (The function is otherwise that of 0002.)
CREATE OR REPLACE FUNCTION asegurar_tabla(tabla name) RETURNS void LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  objeto oid := format('public.%I', tabla)::regclass;
  columnas text[] := ARRAY(SELECT attname FROM pg_attribute WHERE attrelid = objeto AND attnum > 0 AND NOT attisdropped ORDER BY attnum);
  -- An institution is its own institution.
  de_institucion name := CASE WHEN tabla = 'institucion' THEN 'id' WHEN 'institucion_id' = ANY (columnas) THEN 'institucion_id' END;
  claves text;
  argumentos text;
  ruido text[];
  cambia text;
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

  EXECUTE format('DROP TRIGGER IF EXISTS bitacora_apuntar_cambio ON %I', tabla);
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
  cambia := CASE WHEN ruido = '{}' THEN 'OLD.* IS DISTINCT FROM NEW.*'
    ELSE format('to_jsonb(OLD) - %L::text[] IS DISTINCT FROM to_jsonb(NEW) - %L::text[]', ruido, ruido) END;

  EXECUTE format('DROP TRIGGER IF EXISTS bitacora_apuntar ON %I', tabla);
  EXECUTE format('DROP TRIGGER IF EXISTS bitacora_existencia ON %I', tabla);
  EXECUTE format('DROP TRIGGER IF EXISTS bitacora_cambio ON %I', tabla);
  EXECUTE format('DROP TRIGGER IF EXISTS bitacora_sin_vaciado ON %I', tabla);
  EXECUTE format('CREATE TRIGGER bitacora_apuntar AFTER INSERT OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION bitacora_apuntar(%s)', tabla, argumentos);
  EXECUTE format('CREATE TRIGGER bitacora_apuntar_cambio AFTER UPDATE ON %I FOR EACH ROW WHEN (%s) EXECUTE FUNCTION bitacora_apuntar(%s)', tabla, cambia, argumentos);
  EXECUTE format('CREATE CONSTRAINT TRIGGER bitacora_existencia AFTER INSERT OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bitacora_anotar(%s)', tabla, argumentos);
  EXECUTE format('CREATE CONSTRAINT TRIGGER bitacora_cambio AFTER UPDATE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (%s) EXECUTE FUNCTION bitacora_anotar(%s)', tabla, cambia, argumentos);
  EXECUTE format('CREATE TRIGGER bitacora_sin_vaciado BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION bitacora_negar_vaciado()', tabla);
END
$$;

-- ── The check of every request ───────────────────────────────────────────────────────────────────
-- As in 0004, but the clock of the demonstration and the groups of a reviewer are looked for only when they count.

CREATE OR REPLACE FUNCTION sesion_vigente(la_sesion uuid, ahora timestamptz, inactiva interval, es_demo boolean, tocar boolean)
  RETURNS TABLE (
    usuario_id uuid, nombre text, correo text, metodo text, creada_en timestamptz, vista_en timestamptz,
    autenticada_en timestamptz, expira_en timestamptz, membresia_id uuid, sombreros jsonb, alcance uuid[], desfase_ms bigint)
  LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
  es_revisor boolean;
  este_momento timestamptz;
BEGIN
  SELECT s.usuario_id, u.nombre, u.correo, s.metodo, s.creada_en, s.vista_en, s.autenticada_en, s.expira_en, s.membresia_id
    INTO usuario_id, nombre, correo, metodo, creada_en, vista_en, autenticada_en, expira_en, membresia_id
    FROM sesion s JOIN usuario u ON u.id = s.usuario_id
    WHERE s.id = la_sesion AND s.cerrada_en IS NULL AND s.expira_en > ahora AND s.vista_en > ahora - inactiva AND u.activo;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  desfase_ms := 0;
  IF es_demo THEN
    desfase_ms := coalesce((SELECT r.desfase_ms FROM reloj_demo r WHERE r.id = 1), 0);
  END IF;

  SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'rol', m.rol, 'cargo', m.cargo, 'preside', m.preside,
           'institucion', CASE WHEN i.id IS NOT NULL THEN jsonb_build_object('id', i.id, 'codigo', i.codigo, 'nombre', i.nombre) END)
           ORDER BY i.nombre NULLS LAST, m.rol), '[]'),
         coalesce(bool_or(m.rol = 'revisor' AND m.id = sesion_vigente.membresia_id), false)
    INTO sombreros, es_revisor
    FROM membresia m LEFT JOIN institucion i ON i.id = m.institucion_id
    WHERE m.usuario_id = sesion_vigente.usuario_id AND m.hasta IS NULL;

  alcance := '{}';
  IF es_revisor THEN
    este_momento := ahora + desfase_ms * interval '1 millisecond';
    alcance := ARRAY(
      SELECT DISTINCT gi.institucion_id FROM dupla d JOIN grupo g ON g.id = d.grupo_id
        JOIN grupo_institucion gi ON gi.grupo_id = g.id AND gi.ejercicio_id = g.ejercicio_id
        WHERE d.hasta IS NULL AND g.ejercicio_id = ejercicio_en_curso(este_momento)
          AND (d.usuario_id = sesion_vigente.usuario_id OR d.usuario_id IN (
            SELECT a.usuario_id FROM ausencia a
              WHERE a.suplente_id = sesion_vigente.usuario_id AND a.desde <= este_momento AND este_momento < a.hasta)));
  END IF;

  IF tocar AND vista_en < ahora - interval '1 minute' THEN
    UPDATE sesion SET vista_en = ahora WHERE id = la_sesion;
    vista_en := ahora;
  END IF;
  RETURN NEXT;
END
$$;

SELECT asegurar_tablas();
