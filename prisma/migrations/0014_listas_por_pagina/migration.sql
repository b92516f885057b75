-- Lists are read a page at a time: in the order of their index, and counting what those of the page have.
CREATE INDEX "institucion_nombre_id_idx" ON "institucion"("nombre", "id");
CREATE INDEX "usuario_nombre_id_idx" ON "usuario"("nombre", "id");
CREATE INDEX "prorroga_ejercicio_id_otorgada_en_idx" ON "prorroga"("ejercicio_id", "otorgada_en");
CREATE INDEX "grupo_institucion_grupo_id_idx" ON "grupo_institucion"("grupo_id");
CREATE INDEX "asignacion_revision_usuario_id_ejercicio_id_idx" ON "asignacion_revision"("usuario_id", "ejercicio_id");

-- Partial, and not by role: comparing an enum may not come before the policy, and an index by it would not be used.
CREATE INDEX membresia_revisores ON membresia (usuario_id) WHERE rol = 'revisor' AND hasta IS NULL;

-- As in 0007, but the groups of a reviewer are found by their people: with «or», each request read the groups of every
-- institution to say which are one's own.
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
        JOIN grupo_institucion gi ON gi.grupo_id = g.id
        WHERE d.hasta IS NULL AND g.ejercicio_id = ejercicio_en_curso(este_momento)
          AND d.usuario_id = ANY (ARRAY (SELECT sesion_vigente.usuario_id UNION ALL
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
