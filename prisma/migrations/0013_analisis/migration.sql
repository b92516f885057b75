-- What the global analysis counts, kept as the board's summary is: derived, without trail, backup or model of Prisma.
-- Written by hand; decision 0150.

-- How much of the trail of an institution its part of the analysis has seen.
CREATE TABLE resumen.analizada (
  ejercicio_id uuid NOT NULL,
  institucion_id uuid NOT NULL,
  secuencia bigint NOT NULL,
  PRIMARY KEY (ejercicio_id, institucion_id)
);

-- What the heads of every trail added up to when the analysis of an exercise was last up to date: nothing moved since if
-- they still do, for they only grow.
CREATE TABLE resumen.analizado (
  ejercicio_id uuid PRIMARY KEY,
  movimientos numeric NOT NULL
);

-- What its plan and its report count for: that it has a plan, categories, activities and targets by state.
CREATE TABLE resumen.hecho (
  ejercicio_id uuid NOT NULL,
  institucion_id uuid NOT NULL,
  materia text COLLATE "C" NOT NULL,
  valor text COLLATE "C" NOT NULL,
  cuantas int NOT NULL,
  PRIMARY KEY (ejercicio_id, institucion_id, materia, valor)
);

-- Its activities not fulfilled and its targets not reached.
CREATE TABLE resumen.incumplida (
  ejercicio_id uuid NOT NULL,
  institucion_id uuid NOT NULL,
  materia text COLLATE "C" NOT NULL,
  elemento text NOT NULL,
  nombre text,
  razon text
);
CREATE INDEX incumplida_materia ON resumen.incumplida (ejercicio_id, materia, institucion_id, elemento);
CREATE INDEX incumplida_institucion ON resumen.incumplida (ejercicio_id, institucion_id);

-- Each text of its difficulties and slacks, read already: as it is searched and grouped, and its words with their roots.
CREATE TABLE resumen.dicho (
  ejercicio_id uuid NOT NULL,
  institucion_id uuid NOT NULL,
  dificultad_id uuid NOT NULL,
  campo text COLLATE "C" NOT NULL,
  tipo text COLLATE "C",
  texto text NOT NULL,
  llano text NOT NULL,
  vector tsvector NOT NULL,
  -- The same for texts that only differ in accents, case or punctuation.
  clave text COLLATE "C" NOT NULL,
  componentes text[] NOT NULL,
  -- One by one: the second, a form in which the first is written here.
  raices text[] COLLATE "C" NOT NULL,
  palabras text[] COLLATE "C" NOT NULL,
  PRIMARY KEY (ejercicio_id, institucion_id, dificultad_id, campo)
);
CREATE INDEX dicho_clave ON resumen.dicho (ejercicio_id, campo, clave, dificultad_id);

-- What those of all the institutions of an exercise add up to.
CREATE TABLE resumen.suma (
  ejercicio_id uuid NOT NULL,
  materia text COLLATE "C" NOT NULL,
  valor text COLLATE "C" NOT NULL,
  cuantas int NOT NULL,
  instituciones int NOT NULL,
  PRIMARY KEY (ejercicio_id, materia, valor)
) WITH (fillfactor = 70);
CREATE INDEX suma_mayores ON resumen.suma (ejercicio_id, materia, instituciones DESC, cuantas DESC, valor);

-- Institutions whose part of the analysis is not up to date, by the head of their trail; `viva` says if they still count.
CREATE FUNCTION resumen.por_analizar(cual uuid) RETURNS TABLE (institucion_id uuid, secuencia bigint, viva boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT coalesce(s.institucion_id, a.institucion_id), coalesce(c.secuencia, 0), s.institucion_id IS NOT NULL
  FROM (SELECT t.institucion_id FROM resumen.situacion t WHERE t.ejercicio_id = cual) s
  FULL JOIN (SELECT t.institucion_id, t.secuencia FROM resumen.analizada t WHERE t.ejercicio_id = cual) a USING (institucion_id)
  LEFT JOIN bitacora_cadena c ON c.cadena = s.institucion_id::text
  WHERE s.institucion_id IS NULL OR a.secuencia IS DISTINCT FROM coalesce(c.secuencia, 0);
END;
CREATE FUNCTION resumen.movimientos() RETURNS numeric LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  RETURN (SELECT coalesce(sum(secuencia), 0) FROM bitacora_cadena);
REVOKE ALL ON FUNCTION resumen.por_analizar(uuid), resumen.movimientos() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION resumen.por_analizar(uuid), resumen.movimientos() TO cseu_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON resumen.analizado, resumen.analizada, resumen.hecho, resumen.incumplida, resumen.dicho, resumen.suma TO cseu_app;
DO $$
DECLARE
  tabla name;
BEGIN
  FOREACH tabla IN ARRAY '{analizado,analizada,hecho,incumplida,dicho,suma}'::name[] LOOP
    EXECUTE format('ALTER TABLE resumen.%I ENABLE ROW LEVEL SECURITY', tabla);
    EXECUTE format('ALTER TABLE resumen.%I FORCE ROW LEVEL SECURITY', tabla);
    EXECUTE format('CREATE POLICY alcance ON resumen.%I USING ((SELECT app_todo())%s) WITH CHECK ((SELECT app_todo()))', tabla,
      CASE WHEN tabla NOT IN ('suma', 'analizado') THEN ' OR institucion_id = ANY ((SELECT app_instituciones())::uuid[])' ELSE '' END);
  END LOOP;
END
$$;

-- What was just made again whole is told to the planner at once: it would go by what there was before.
CREATE FUNCTION resumen.estimar() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  ANALYZE resumen.situacion, resumen.celda, resumen.dia, resumen.analizada, resumen.hecho, resumen.incumplida, resumen.dicho, resumen.suma;
END
$$;
REVOKE ALL ON FUNCTION resumen.estimar() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION resumen.estimar() TO cseu_app;
