-- A list of recipients is one thing: its trail is the digest of its rows and their number, in its dissemination.

ALTER TABLE "difusion" ADD COLUMN "destinatarios_cuantos" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "destinatarios_huella" TEXT;

ALTER TABLE difusion ADD CONSTRAINT difusion_destinatarios CHECK
  (destinatarios_cuantos >= 0 AND (destinatarios_cuantos = 0) = (destinatarios_huella IS NULL));

-- Once per statement, whoever changes the list and however: no row changes without its dissemination saying so, and
-- the dissemination has its trail. `tocadas` are the rows of the statement.
CREATE FUNCTION destinatario_resumir() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE difusion d SET destinatarios_cuantos = lista.cuantos, destinatarios_huella = lista.huella
  FROM (
    SELECT t.difusion_id, count(f.id)::int AS cuantos,
      CASE WHEN count(f.id) > 0 THEN encode(sha256(convert_to(string_agg(
        jsonb_build_array(f.orden, f.nombre, f.cargo, f.grupo, f.calidad_juridica, f.area)::text, ',' ORDER BY f.orden), 'UTF8')), 'hex') END AS huella
    FROM (SELECT DISTINCT difusion_id FROM tocadas) AS t LEFT JOIN destinatario f ON f.difusion_id = t.difusion_id
    GROUP BY t.difusion_id) AS lista
  WHERE d.id = lista.difusion_id
    AND (d.destinatarios_cuantos, d.destinatarios_huella) IS DISTINCT FROM (lista.cuantos, lista.huella);
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION destinatario_resumir() FROM PUBLIC;

CREATE TRIGGER resumir_alta AFTER INSERT ON destinatario REFERENCING NEW TABLE AS tocadas
  FOR EACH STATEMENT EXECUTE FUNCTION destinatario_resumir();
CREATE TRIGGER resumir_baja AFTER DELETE ON destinatario REFERENCING OLD TABLE AS tocadas
  FOR EACH STATEMENT EXECUTE FUNCTION destinatario_resumir();
CREATE TRIGGER resumir_antes AFTER UPDATE ON destinatario REFERENCING OLD TABLE AS tocadas
  FOR EACH STATEMENT EXECUTE FUNCTION destinatario_resumir();
CREATE TRIGGER resumir_despues AFTER UPDATE ON destinatario REFERENCING NEW TABLE AS tocadas
  FOR EACH STATEMENT EXECUTE FUNCTION destinatario_resumir();

-- Emptying it at once stays refused (`bitacora_sin_vaciado`): no trigger of rows or statements would see it.
DROP TRIGGER bitacora_apuntar ON destinatario;
DROP TRIGGER bitacora_existencia ON destinatario;
DROP TRIGGER bitacora_cambio ON destinatario;

CREATE OR REPLACE FUNCTION bitacora_exenta(tabla text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN tabla IN ('bitacora', 'bitacora_cadena', '_prisma_migrations', 'intento', 'presencia_revision', 'destinatario');

-- The lists there are already, said once more; their trail now, because tables with trails to write cannot be altered.
UPDATE destinatario SET orden = orden;
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;

SELECT asegurar_tablas();
