-- CreateEnum
CREATE TYPE "resultado_criterio" AS ENUM ('cumple', 'no_cumple', 'con_observaciones');

-- CreateEnum
CREATE TYPE "gesto_observacion" AS ENUM ('observa', 'responde', 'atiende', 'insiste', 'resuelve');

-- CreateEnum
CREATE TYPE "tipo_decision" AS ENUM ('valida', 'no_valida');

-- AlterEnum
ALTER TYPE "estado_envio" ADD VALUE 'corregido';

-- AlterTable
ALTER TABLE "usuario" ADD COLUMN     "resumen_diario" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "silenciados" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "membresia" ADD COLUMN     "designacion_id" UUID,
ADD COLUMN     "designada_en" DATE,
ADD COLUMN     "mesu" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "envio" ADD COLUMN     "abierto_en" TIMESTAMPTZ(3),
ADD COLUMN     "abierto_por_id" UUID,
ADD COLUMN     "devuelto_en" TIMESTAMPTZ(3),
ADD COLUMN     "devuelto_por_id" UUID,
ADD COLUMN     "reabierto" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "responder_hasta" TIMESTAMPTZ(3),
ADD COLUMN     "ronda_id" UUID,
ALTER COLUMN "huella_plan" DROP NOT NULL,
ALTER COLUMN "huella_informe" DROP NOT NULL;

-- AlterTable
ALTER TABLE "observacion" ADD COLUMN     "creada_en" TIMESTAMPTZ(3) NOT NULL,
ADD COLUMN     "creada_por_id" UUID NOT NULL,
ADD COLUMN     "publicada_en" TIMESTAMPTZ(3),
ADD COLUMN     "requisito" TEXT NOT NULL;

-- AlterTable
ALTER TABLE "observacion_mensaje" ADD COLUMN     "gesto" "gesto_observacion" NOT NULL;

-- AlterTable
ALTER TABLE "notificacion" ADD COLUMN     "tipo" TEXT NOT NULL DEFAULT 'aviso';

-- AlterTable
ALTER TABLE "correo" ADD COLUMN     "tipo" TEXT NOT NULL DEFAULT 'aviso',
ADD COLUMN     "usuario_id" UUID;

-- CreateTable
CREATE TABLE "ausencia" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "usuario_id" UUID NOT NULL,
    "suplente_id" UUID,
    "desde" TIMESTAMPTZ(3) NOT NULL,
    "hasta" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ausencia_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ronda" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "ejercicio_id" UUID NOT NULL,
    "nombre" TEXT NOT NULL,
    "requisitos" TEXT[],
    "abre_en" TIMESTAMPTZ(3) NOT NULL,
    "cierra_en" TIMESTAMPTZ(3) NOT NULL,
    "retroalimentacion_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ronda_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "asignacion_revision" (
    "institucion_id" UUID NOT NULL,
    "ejercicio_id" UUID NOT NULL,
    "usuario_id" UUID NOT NULL,
    "asignada_por_id" UUID NOT NULL,
    "asignada_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "asignacion_revision_pkey" PRIMARY KEY ("institucion_id","ejercicio_id")
);

-- CreateTable
CREATE TABLE "revision_criterio" (
    "institucion_id" UUID NOT NULL,
    "envio_id" UUID NOT NULL,
    "criterio" TEXT NOT NULL,
    "resultado" "resultado_criterio" NOT NULL,
    "razon" TEXT NOT NULL DEFAULT '',
    "por_id" UUID NOT NULL,
    "en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revision_criterio_pkey" PRIMARY KEY ("envio_id","criterio")
);

-- CreateTable
CREATE TABLE "nota_revision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "envio_id" UUID NOT NULL,
    "ruta" TEXT NOT NULL DEFAULT '',
    "texto" TEXT NOT NULL,
    "autor_id" UUID NOT NULL,
    "escrita_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "nota_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plantilla_observacion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "requisito" TEXT,
    "titulo" TEXT NOT NULL,
    "texto" TEXT NOT NULL,
    "creada_por_id" UUID NOT NULL,
    "creada_en" TIMESTAMPTZ(3) NOT NULL,
    "retirada_en" TIMESTAMPTZ(3),

    CONSTRAINT "plantilla_observacion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "presencia_revision" (
    "institucion_id" UUID NOT NULL,
    "envio_id" UUID NOT NULL,
    "usuario_id" UUID NOT NULL,
    "vista_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presencia_revision_pkey" PRIMARY KEY ("envio_id","usuario_id")
);

-- CreateTable
CREATE TABLE "decision_revision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "envio_id" UUID NOT NULL,
    "decision" "tipo_decision" NOT NULL,
    "razones" TEXT NOT NULL,
    "huella" TEXT NOT NULL,
    "codigo" TEXT NOT NULL,
    "por_id" UUID NOT NULL,
    "en" TIMESTAMPTZ(3) NOT NULL,
    "anulada_por_id" UUID,
    "anulada_en" TIMESTAMPTZ(3),
    "anulada_razon" TEXT,

    CONSTRAINT "decision_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_requisito" (
    "institucion_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "requisito" TEXT NOT NULL,
    "cumple" BOOLEAN NOT NULL,
    "razon" TEXT NOT NULL,

    CONSTRAINT "decision_requisito_pkey" PRIMARY KEY ("decision_id","requisito")
);

-- CreateIndex
CREATE INDEX "ausencia_usuario_id_idx" ON "ausencia"("usuario_id");

-- CreateIndex
CREATE INDEX "ausencia_suplente_id_idx" ON "ausencia"("suplente_id");

-- CreateIndex
CREATE UNIQUE INDEX "ronda_ejercicio_id_nombre_key" ON "ronda"("ejercicio_id", "nombre");

-- CreateIndex
CREATE UNIQUE INDEX "ronda_ejercicio_id_id_key" ON "ronda"("ejercicio_id", "id");

-- CreateIndex
CREATE INDEX "nota_revision_envio_id_idx" ON "nota_revision"("envio_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_revision_codigo_key" ON "decision_revision"("codigo");

-- CreateIndex
CREATE UNIQUE INDEX "decision_revision_institucion_id_id_key" ON "decision_revision"("institucion_id", "id");

-- AddForeignKey
ALTER TABLE "membresia" ADD CONSTRAINT "membresia_institucion_id_designacion_id_fkey" FOREIGN KEY ("institucion_id", "designacion_id") REFERENCES "archivo"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ausencia" ADD CONSTRAINT "ausencia_usuario_id_fkey" FOREIGN KEY ("usuario_id") REFERENCES "usuario"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ausencia" ADD CONSTRAINT "ausencia_suplente_id_fkey" FOREIGN KEY ("suplente_id") REFERENCES "usuario"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ronda" ADD CONSTRAINT "ronda_ejercicio_id_fkey" FOREIGN KEY ("ejercicio_id") REFERENCES "ejercicio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envio" ADD CONSTRAINT "envio_ejercicio_id_ronda_id_fkey" FOREIGN KEY ("ejercicio_id", "ronda_id") REFERENCES "ronda"("ejercicio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asignacion_revision" ADD CONSTRAINT "asignacion_revision_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asignacion_revision" ADD CONSTRAINT "asignacion_revision_ejercicio_id_fkey" FOREIGN KEY ("ejercicio_id") REFERENCES "ejercicio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_criterio" ADD CONSTRAINT "revision_criterio_institucion_id_envio_id_fkey" FOREIGN KEY ("institucion_id", "envio_id") REFERENCES "envio"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nota_revision" ADD CONSTRAINT "nota_revision_institucion_id_envio_id_fkey" FOREIGN KEY ("institucion_id", "envio_id") REFERENCES "envio"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presencia_revision" ADD CONSTRAINT "presencia_revision_institucion_id_envio_id_fkey" FOREIGN KEY ("institucion_id", "envio_id") REFERENCES "envio"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_revision" ADD CONSTRAINT "decision_revision_institucion_id_envio_id_fkey" FOREIGN KEY ("institucion_id", "envio_id") REFERENCES "envio"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_requisito" ADD CONSTRAINT "decision_requisito_institucion_id_decision_id_fkey" FOREIGN KEY ("institucion_id", "decision_id") REFERENCES "decision_revision"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What must never be false ─────────────────────────────────────────────────────────────────────
-- (No version before this one wrote a row in observacion or in observacion_mensaje.)

ALTER TABLE ronda ADD CONSTRAINT ronda_orden CHECK (abre_en < cierra_en AND cierra_en <= retroalimentacion_en);
ALTER TABLE ronda ADD CONSTRAINT ronda_requisitos CHECK (cardinality(requisitos) > 0);
ALTER TABLE ausencia ADD CONSTRAINT ausencia_periodo CHECK (desde < hasta);
ALTER TABLE ausencia ADD CONSTRAINT ausencia_suplente CHECK (suplente_id <> usuario_id);

-- A preliminary round takes an expediente that is not finished; the final one, never.
ALTER TABLE envio ADD CONSTRAINT envio_final_con_huellas CHECK (ronda_id IS NOT NULL OR (huella_plan IS NOT NULL AND huella_informe IS NOT NULL));
ALTER TABLE envio ADD CONSTRAINT envio_apertura CHECK ((abierto_en IS NULL) = (abierto_por_id IS NULL));
ALTER TABLE envio ADD CONSTRAINT envio_devolucion CHECK ((devuelto_en IS NULL) = (devuelto_por_id IS NULL));
DROP INDEX envio_uno_en_curso;
CREATE UNIQUE INDEX envio_uno_en_curso ON envio (institucion_id, ejercicio_id, coalesce(ronda_id, '00000000-0000-0000-0000-000000000000'))
  WHERE estado IN ('enviado', 'en_revision');

ALTER TABLE revision_criterio ADD CONSTRAINT revision_criterio_razon CHECK (resultado = 'cumple' OR btrim(razon) <> '');
ALTER TABLE observacion_mensaje DROP CONSTRAINT observacion_mensaje_texto;
ALTER TABLE observacion_mensaje ADD CONSTRAINT observacion_mensaje_texto CHECK (gesto IN ('atiende', 'resuelve') OR btrim(texto) <> '');
ALTER TABLE observacion ADD CONSTRAINT observacion_pagina CHECK (pagina IS NULL OR (pagina > 0 AND archivo_id IS NOT NULL));
ALTER TABLE nota_revision ADD CONSTRAINT nota_revision_texto CHECK (btrim(texto) <> '');
ALTER TABLE plantilla_observacion ADD CONSTRAINT plantilla_observacion_texto CHECK (btrim(titulo) <> '' AND btrim(texto) <> '');
ALTER TABLE decision_revision ADD CONSTRAINT decision_revision_huella CHECK (huella ~ '^[0-9a-f]{64}$');
ALTER TABLE decision_revision ADD CONSTRAINT decision_revision_anulada CHECK
  ((anulada_en IS NULL) = (anulada_por_id IS NULL) AND (anulada_en IS NULL) = (btrim(coalesce(anulada_razon, '')) = ''));
ALTER TABLE decision_revision ADD CONSTRAINT decision_revision_razones CHECK (decision = 'valida' OR btrim(razones) <> '');
CREATE UNIQUE INDEX decision_revision_vigente ON decision_revision (envio_id) WHERE anulada_en IS NULL;
ALTER TABLE decision_requisito ADD CONSTRAINT decision_requisito_razon CHECK (cumple OR btrim(razon) <> '');

-- ── What only the Red sees ───────────────────────────────────────────────────────────────────────
-- Each transaction also carries app.red: 'si' for the people of the Red de Expertos and the platform itself.

CREATE FUNCTION app_red() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('app.red', true), '') = 'si';

-- Restrictive: they narrow what the policies of reach let through. `asegurar_tabla` gives the reach, below.
CREATE POLICY reserva ON nota_revision AS RESTRICTIVE USING ((SELECT app_red())) WITH CHECK ((SELECT app_red()));
CREATE POLICY reserva ON presencia_revision AS RESTRICTIVE USING ((SELECT app_red())) WITH CHECK ((SELECT app_red()));
-- The institution sees what was observed once its version is returned or decided, and not before.
CREATE POLICY reserva ON observacion AS RESTRICTIVE
  USING ((SELECT app_red()) OR publicada_en IS NOT NULL) WITH CHECK ((SELECT app_red()) OR publicada_en IS NOT NULL);
CREATE POLICY reserva ON observacion_mensaje AS RESTRICTIVE
  USING ((SELECT app_red()) OR EXISTS (SELECT FROM observacion o WHERE o.id = observacion_id AND o.publicada_en IS NOT NULL));
CREATE POLICY reserva ON revision_criterio AS RESTRICTIVE
  USING ((SELECT app_red()) OR EXISTS (SELECT FROM envio e WHERE e.id = envio_id AND e.estado IN ('observado', 'validado', 'no_validado')))
  WITH CHECK ((SELECT app_red()));
CREATE POLICY reserva ON decision_revision AS RESTRICTIVE
  USING ((SELECT app_red()) OR anulada_en IS NULL) WITH CHECK ((SELECT app_red()));

-- Tables whose trail only the Red reads: what is not published yet would be read there.
CREATE FUNCTION bitacora_de_la_red(tabla text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN tabla IN ('nota_revision', 'revision_criterio', 'observacion', 'observacion_mensaje');
-- Not for the owner: the triggers must find the end of the chain whoever writes.
CREATE POLICY reserva ON bitacora AS RESTRICTIVE FOR SELECT TO cseu_app
  USING ((SELECT app_red()) OR NOT bitacora_de_la_red(tabla));

CREATE OR REPLACE FUNCTION bitacora_trato(tabla text, columna text) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN CASE tabla || '.' || columna
    WHEN 'usuario.clave_hash' THEN 'reservado'
    WHEN 'invitacion.token_hash' THEN 'reservado'
    WHEN 'enlace_clave.token_hash' THEN 'reservado'
    WHEN 'correo.texto' THEN 'reservado'
    WHEN 'nota_revision.texto' THEN 'reservado'
    WHEN 'aprobacion.contenido' THEN 'huella'
    WHEN 'envio.contenido' THEN 'huella'
    WHEN 'sesion.vista_en' THEN 'ruido'
  END;

-- And who has a version open, which is noise.
CREATE OR REPLACE FUNCTION bitacora_exenta(tabla text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN tabla IN ('bitacora', 'bitacora_cadena', '_prisma_migrations', 'intento', 'presencia_revision');

-- ── A reviewer who covers for another reaches their groups meanwhile ─────────────────────────────

CREATE OR REPLACE FUNCTION sesion_vigente(la_sesion uuid, ahora timestamptz, inactiva interval, es_demo boolean, tocar boolean)
  RETURNS TABLE (
    usuario_id uuid, nombre text, correo text, metodo text, creada_en timestamptz, vista_en timestamptz,
    autenticada_en timestamptz, expira_en timestamptz, membresia_id uuid, sombreros jsonb, alcance uuid[], desfase_ms bigint)
  LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
  el_rol rol;
  este_momento timestamptz;
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
  este_momento := ahora + desfase_ms * interval '1 millisecond';
  alcance := CASE
    WHEN el_rol = 'revisor' THEN ARRAY(
      SELECT DISTINCT gi.institucion_id FROM dupla d JOIN grupo g ON g.id = d.grupo_id
        JOIN grupo_institucion gi ON gi.grupo_id = g.id AND gi.ejercicio_id = g.ejercicio_id
        WHERE d.hasta IS NULL AND g.ejercicio_id = ejercicio_en_curso(este_momento)
          AND (d.usuario_id = sesion_vigente.usuario_id OR d.usuario_id IN (
            SELECT a.usuario_id FROM ausencia a
              WHERE a.suplente_id = sesion_vigente.usuario_id AND a.desde <= este_momento AND este_momento < a.hasta)))
    ELSE '{}' END;

  IF tocar AND vista_en < ahora - interval '1 minute' THEN
    UPDATE sesion SET vista_en = ahora WHERE id = la_sesion;
    vista_en := ahora;
  END IF;
  RETURN NEXT;
END
$$;

SELECT asegurar_tablas();
