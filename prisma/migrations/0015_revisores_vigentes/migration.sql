-- Who may review now: the function in force, and the account active. A pair keeps whom it named until somebody takes the
-- place, so every list, assignment and notice asks this. As the owner: whose the functions of the Red are is not seen by an
-- institution nor by a reviewer, and each of them writes to the pair; they learn ids and nothing else.
CREATE POLICY revisores ON membresia FOR SELECT TO CURRENT_USER USING (rol = 'revisor' AND hasta IS NULL);

CREATE FUNCTION revisores_vigentes() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
BEGIN ATOMIC
  SELECT m.usuario_id FROM membresia m JOIN usuario u ON u.id = m.usuario_id
  WHERE m.rol = 'revisor' AND m.hasta IS NULL AND u.activo;
END;
REVOKE ALL ON FUNCTION revisores_vigentes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION revisores_vigentes() TO cseu_app;
