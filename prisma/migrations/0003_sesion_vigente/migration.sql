-- The check of every request, in one statement. Written by hand.

-- The exercise that counts at an instant: the last one that has opened, or the first there will be.
CREATE FUNCTION ejercicio_en_curso(ahora timestamptz) RETURNS uuid LANGUAGE sql STABLE
  RETURN (SELECT id FROM ejercicio
          ORDER BY (apertura_ajuste <= ahora) DESC, CASE WHEN apertura_ajuste <= ahora THEN -anio ELSE anio END LIMIT 1);

-- A session that is neither closed nor expired nor idle, its person, their hats and the reach of the one they
-- wear. No row otherwise. Who asks is not known yet: it is called with the whole reach, on behalf of the system.
-- If asked to, notes that the session was seen, at most once a minute.
CREATE FUNCTION sesion_vigente(la_sesion uuid, ahora timestamptz, inactiva interval, es_demo boolean, tocar boolean)
  RETURNS TABLE (
    usuario_id uuid, nombre text, correo text, metodo text, creada_en timestamptz, vista_en timestamptz,
    autenticada_en timestamptz, expira_en timestamptz, membresia_id uuid, sombreros jsonb, alcance uuid[], desfase_ms bigint)
  LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
  el_rol rol;
BEGIN
  SELECT s.usuario_id, u.nombre, u.correo, s.metodo, s.creada_en, s.vista_en, s.autenticada_en, s.expira_en,
         s.membresia_id, coalesce(r.desfase_ms, 0)
    INTO usuario_id, nombre, correo, metodo, creada_en, vista_en, autenticada_en, expira_en, membresia_id, desfase_ms
    FROM sesion s JOIN usuario u ON u.id = s.usuario_id LEFT JOIN reloj_demo r ON r.id = 1 AND es_demo
    WHERE s.id = la_sesion AND s.cerrada_en IS NULL AND s.expira_en > ahora AND s.vista_en > ahora - inactiva AND u.activo;
  IF NOT FOUND THEN
    RETURN;
  END IF;

  SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'rol', m.rol, 'cargo', m.cargo, 'preside', m.preside,
           'institucion', CASE WHEN i.id IS NOT NULL THEN jsonb_build_object('id', i.id, 'codigo', i.codigo, 'nombre', i.nombre) END)
           ORDER BY i.nombre NULLS LAST, m.rol), '[]')
    INTO sombreros
    FROM membresia m LEFT JOIN institucion i ON i.id = m.institucion_id
    WHERE m.usuario_id = sesion_vigente.usuario_id AND m.hasta IS NULL;

  el_rol := (SELECT (h ->> 'rol')::rol FROM jsonb_array_elements(sombreros) AS h WHERE (h ->> 'id')::uuid = membresia_id);
  alcance := CASE
    WHEN el_rol = 'revisor' THEN ARRAY(
      SELECT gi.institucion_id FROM dupla d JOIN grupo g ON g.id = d.grupo_id
        JOIN grupo_institucion gi ON gi.grupo_id = g.id AND gi.ejercicio_id = g.ejercicio_id
        WHERE d.usuario_id = sesion_vigente.usuario_id AND d.hasta IS NULL
          AND g.ejercicio_id = ejercicio_en_curso(ahora + desfase_ms * interval '1 millisecond'))
    ELSE '{}' END;

  IF tocar AND vista_en < ahora - interval '1 minute' THEN
    UPDATE sesion SET vista_en = ahora WHERE id = la_sesion;
    vista_en := ahora;
  END IF;
  RETURN NEXT;
END
$$;
