-- The summary of the coordination's board. Written by hand.
-- Everything in this schema is derived: it can be thrown away and is made again from the tables of the house. So it
-- has no trail, it is not backed up, and Prisma does not see it.

DROP SCHEMA IF EXISTS resumen CASCADE;
CREATE SCHEMA resumen;
GRANT USAGE ON SCHEMA resumen TO cseu_app;

-- Where each institution stands in each exercise.
CREATE TABLE resumen.situacion (
  ejercicio_id uuid NOT NULL,
  institucion_id uuid NOT NULL,
  grupo_id uuid,
  codigo text NOT NULL,
  nombre text NOT NULL,
  ministerio text NOT NULL,
  -- Code, name and ministry as they are searched: lower case, without accents.
  busca text NOT NULL,
  etapa text NOT NULL,
  decididas int NOT NULL,
  elementos int NOT NULL,
  informadas int NOT NULL,
  actividades int NOT NULL,
  instancias int NOT NULL,
  abiertas int NOT NULL,
  -- First instant that is late, extensions counted; null when what it limits is done.
  vence_plan timestamptz,
  vence_envio timestamptz,
  prorroga boolean NOT NULL,
  plan_en timestamptz,
  informe_en timestamptz,
  enviado_en timestamptz,
  decidido_en timestamptz,
  PRIMARY KEY (ejercicio_id, institucion_id)
);
CREATE INDEX situacion_nombre ON resumen.situacion (ejercicio_id, nombre, institucion_id);
CREATE INDEX situacion_institucion ON resumen.situacion (institucion_id);

-- How many institutions of each exercise stand alike, by dimension: what the charts of everybody read.
CREATE TABLE resumen.celda (
  ejercicio_id uuid NOT NULL,
  dimension text NOT NULL,
  valor text NOT NULL,
  etapa text NOT NULL,
  vence_plan timestamptz,
  vence_envio timestamptz,
  instituciones int NOT NULL,
  plan int NOT NULL,
  informe int NOT NULL,
  difusion int NOT NULL,
  envio int NOT NULL,
  revision int NOT NULL,
  prorroga int NOT NULL,
  UNIQUE NULLS NOT DISTINCT (ejercicio_id, dimension, valor, etapa, vence_plan, vence_envio)
) WITH (fillfactor = 50);
CREATE TABLE resumen.dia (
  ejercicio_id uuid NOT NULL,
  serie text NOT NULL,
  dia date NOT NULL,
  instituciones int NOT NULL,
  PRIMARY KEY (ejercicio_id, serie, dia)
) WITH (fillfactor = 50);

-- What a row of the summary counts for: the one definition of the counts kept and of those made at once.
CREATE VIEW resumen.aporte WITH (security_invoker = true) AS
  SELECT s.*, 1 AS instituciones, (s.plan_en IS NOT NULL)::int AS plan, (s.informe_en IS NOT NULL)::int AS informe,
    (s.instancias > 0)::int AS difusion, (s.enviado_en IS NOT NULL)::int AS envio, (s.decidido_en IS NOT NULL)::int AS revision,
    s.prorroga::int AS con_prorroga
  FROM resumen.situacion s;

-- Institutions whose summary must be made again; null: all of them. Only ever inserted and deleted, so that whoever
-- saves waits for nobody, and what is committed while a reader works stays for the next one.
CREATE TABLE resumen.pendiente (institucion_id uuid);
INSERT INTO resumen.pendiente VALUES (NULL);

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA resumen TO cseu_app;

ALTER TABLE resumen.situacion ENABLE ROW LEVEL SECURITY;
ALTER TABLE resumen.situacion FORCE ROW LEVEL SECURITY;
CREATE POLICY alcance ON resumen.situacion
  USING ((SELECT app_todo()) OR institucion_id = ANY ((SELECT app_instituciones())::uuid[]))
  WITH CHECK ((SELECT app_todo()));
ALTER TABLE resumen.celda ENABLE ROW LEVEL SECURITY;
ALTER TABLE resumen.celda FORCE ROW LEVEL SECURITY;
CREATE POLICY alcance ON resumen.celda USING ((SELECT app_todo()));
ALTER TABLE resumen.dia ENABLE ROW LEVEL SECURITY;
ALTER TABLE resumen.dia FORCE ROW LEVEL SECURITY;
CREATE POLICY alcance ON resumen.dia USING ((SELECT app_todo()));

-- Notes an institution once in each transaction.
CREATE FUNCTION resumen.anotar() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  cual text := '*';
  anotadas text := coalesce(current_setting('app.resumen', true), '');
BEGIN
  IF TG_ARGV[0] = 'institucion_id' THEN
    cual := CASE WHEN TG_OP = 'DELETE' THEN OLD.institucion_id ELSE NEW.institucion_id END;
  ELSIF TG_ARGV[0] = 'id' THEN
    cual := CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END;
  END IF;
  IF position(cual IN anotadas) = 0 THEN
    PERFORM set_config('app.resumen', anotadas || ',' || cual, true);
    INSERT INTO resumen.pendiente VALUES (nullif(cual, '*')::uuid);
  END IF;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION resumen.anotar() FROM PUBLIC;

-- What moves an institution in the summary. The texts of a report or of an adjustment do not.
CREATE TRIGGER resumen AFTER INSERT OR DELETE OR UPDATE OF codigo, nombre, ministerio, activa ON institucion
  FOR EACH ROW EXECUTE FUNCTION resumen.anotar('id');
CREATE TRIGGER resumen AFTER INSERT OR DELETE OR UPDATE ON ejercicio FOR EACH ROW EXECUTE FUNCTION resumen.anotar('*');
CREATE TRIGGER resumen AFTER INSERT OR DELETE OR UPDATE ON grupo_institucion FOR EACH ROW EXECUTE FUNCTION resumen.anotar('institucion_id');
CREATE TRIGGER resumen AFTER INSERT OR DELETE OR UPDATE ON plan FOR EACH ROW EXECUTE FUNCTION resumen.anotar('institucion_id');
CREATE TRIGGER resumen AFTER INSERT OR DELETE OR UPDATE OF elemento, componente, decision ON ajuste
  FOR EACH ROW EXECUTE FUNCTION resumen.anotar('institucion_id');
CREATE TRIGGER resumen AFTER INSERT OR DELETE OR UPDATE OF estado ON aprobacion FOR EACH ROW EXECUTE FUNCTION resumen.anotar('institucion_id');
CREATE TRIGGER resumen AFTER INSERT OR DELETE OR UPDATE OF anulada_en ON acta FOR EACH ROW EXECUTE FUNCTION resumen.anotar('institucion_id');
CREATE TRIGGER resumen AFTER INSERT OR DELETE OR UPDATE OF actividad, ejecutada_segun_descripcion ON informe_actividad
  FOR EACH ROW EXECUTE FUNCTION resumen.anotar('institucion_id');
CREATE TRIGGER resumen AFTER INSERT OR DELETE ON difusion_instancia FOR EACH ROW EXECUTE FUNCTION resumen.anotar('institucion_id');
CREATE TRIGGER resumen AFTER INSERT OR DELETE OR UPDATE OF estado ON envio FOR EACH ROW EXECUTE FUNCTION resumen.anotar('institucion_id');
CREATE TRIGGER resumen AFTER INSERT OR DELETE OR UPDATE OF estado, publicada_en ON observacion
  FOR EACH ROW EXECUTE FUNCTION resumen.anotar('institucion_id');
CREATE TRIGGER resumen AFTER INSERT OR DELETE OR UPDATE OF revocada_en ON prorroga FOR EACH ROW EXECUTE FUNCTION resumen.anotar('institucion_id');

-- The analysis looks only at adjustments that say why.
CREATE INDEX ajuste_con_categorias ON ajuste (plan_id) WHERE categorias <> '{}';
