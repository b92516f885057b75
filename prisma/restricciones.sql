-- What must never be false, and Prisma cannot say. Part of the first migration.

ALTER TABLE usuario ADD CONSTRAINT usuario_correo_minuscula CHECK (correo = lower(btrim(correo)) AND correo <> '');
ALTER TABLE invitacion ADD CONSTRAINT invitacion_correo_minuscula CHECK (correo = lower(btrim(correo)) AND correo <> '');

-- Roles of an institution name it; roles of the Red de Expertos do not.
ALTER TABLE membresia ADD CONSTRAINT membresia_institucion CHECK (
  (rol IN ('contraparte_titular', 'contraparte_suplente', 'integrante_comite', 'lector', 'validador_externo')) = (institucion_id IS NOT NULL));
ALTER TABLE membresia ADD CONSTRAINT membresia_preside CHECK (NOT preside OR rol = 'integrante_comite');
ALTER TABLE membresia ADD CONSTRAINT membresia_integrante_cargo CHECK (rol <> 'integrante_comite' OR btrim(coalesce(cargo, '')) <> '');
ALTER TABLE membresia ADD CONSTRAINT membresia_periodo CHECK (hasta IS NULL OR hasta >= desde);
CREATE UNIQUE INDEX membresia_vigente ON membresia (usuario_id, rol, coalesce(institucion_id, '00000000-0000-0000-0000-000000000000')) WHERE hasta IS NULL;
CREATE UNIQUE INDEX membresia_una_presidencia ON membresia (institucion_id) WHERE preside AND hasta IS NULL;
CREATE UNIQUE INDEX membresia_un_titular ON membresia (institucion_id) WHERE rol = 'contraparte_titular' AND hasta IS NULL;
ALTER TABLE invitacion ADD CONSTRAINT invitacion_institucion CHECK (
  (rol IN ('contraparte_titular', 'contraparte_suplente', 'integrante_comite', 'lector', 'validador_externo')) = (institucion_id IS NOT NULL));
ALTER TABLE invitacion ADD CONSTRAINT invitacion_un_fin CHECK (usada_en IS NULL OR anulada_en IS NULL);

ALTER TABLE dupla ADD CONSTRAINT dupla_posicion CHECK (posicion IN (1, 2));
CREATE UNIQUE INDEX dupla_vigente ON dupla (grupo_id, posicion) WHERE hasta IS NULL;

ALTER TABLE ejercicio ADD CONSTRAINT ejercicio_orden CHECK (apertura_ajuste < cierre_ajuste AND apertura_envio < cierre_envio AND cierre_ajuste <= cierre_envio);
ALTER TABLE prorroga ADD CONSTRAINT prorroga_razon CHECK (btrim(razon) <> '');
ALTER TABLE prorroga ADD CONSTRAINT prorroga_revocada CHECK ((revocada_en IS NULL) = (revocada_por_id IS NULL));
CREATE UNIQUE INDEX prorroga_vigente ON prorroga (institucion_id, ejercicio_id, alcance) WHERE revocada_en IS NULL;

ALTER TABLE plan ADD CONSTRAINT plan_objetivo CHECK (btrim(objetivo_general) <> '');
ALTER TABLE plan ADD CONSTRAINT plan_huella CHECK (huella ~ '^[0-9a-f]{64}$');
ALTER TABLE indicador ADD CONSTRAINT indicador_factor CHECK (factor IN (1, 100));
ALTER TABLE actividad ADD CONSTRAINT actividad_plazos CHECK (plazo_inicio IS NULL OR plazo_termino IS NULL OR plazo_inicio <= plazo_termino);
ALTER TABLE actividad ADD CONSTRAINT actividad_monto CHECK (monto_clp IS NULL OR (monto_clp >= 0 AND monto_clp = trunc(monto_clp)));

CREATE UNIQUE INDEX ajuste_una_decision ON ajuste (plan_id, elemento, coalesce(componente, ''));
ALTER TABLE ajuste ADD CONSTRAINT ajuste_categorias CHECK (categorias <@ ARRAY['a', 'b', 'c', 'd', 'e', 'f', 'g']);
-- AJU-09: keeping brings nothing with it. AJU-10: a change says when it was made.
ALTER TABLE ajuste ADD CONSTRAINT ajuste_mantiene CHECK (decision <> 'mantiene' OR
  (contenido IS NULL AND categorias = '{}' AND otra_razon IS NULL AND argumento IS NULL AND antecedentes IS NULL));
ALTER TABLE ajuste ADD CONSTRAINT ajuste_instante CHECK (decision = 'mantiene' OR registrado_en IS NOT NULL);

CREATE UNIQUE INDEX aprobacion_una_abierta ON aprobacion (institucion_id, ejercicio_id, materia) WHERE estado = 'en_firma';
ALTER TABLE aprobacion ADD CONSTRAINT aprobacion_firmas CHECK (firmas_necesarias >= 1);
ALTER TABLE aprobacion ADD CONSTRAINT aprobacion_cierre CHECK ((estado = 'en_firma') = (cerrada_en IS NULL));
ALTER TABLE aprobacion ADD CONSTRAINT aprobacion_huella CHECK (huella ~ '^[0-9a-f]{64}$');
ALTER TABLE firma ADD CONSTRAINT firma_objecion_con_motivo CHECK (decision <> 'objeta' OR btrim(coalesce(motivo, '')) <> '');
CREATE UNIQUE INDEX acta_una_vigente ON acta (institucion_id, ejercicio_id, materia) WHERE anulada_en IS NULL;
ALTER TABLE acta ADD CONSTRAINT acta_decision CHECK (decision IN ('aprueba', 'rechaza'));
ALTER TABLE acta ADD CONSTRAINT acta_origen CHECK ((origen = 'plataforma') = (aprobacion_id IS NOT NULL));
ALTER TABLE acta ADD CONSTRAINT acta_papel CHECK (origen <> 'papel' OR archivo_id IS NOT NULL);
ALTER TABLE acta ADD CONSTRAINT acta_huella CHECK (huella ~ '^[0-9a-f]{64}$');

ALTER TABLE archivo ADD CONSTRAINT archivo_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE archivo ADD CONSTRAINT archivo_tamano CHECK (tamano >= 0);
ALTER TABLE envio ADD CONSTRAINT envio_huellas CHECK (huella_plan ~ '^[0-9a-f]{64}$' AND huella_informe ~ '^[0-9a-f]{64}$');
CREATE UNIQUE INDEX envio_uno_en_curso ON envio (institucion_id, ejercicio_id) WHERE estado IN ('enviado', 'en_revision');
ALTER TABLE observacion_mensaje ADD CONSTRAINT observacion_mensaje_texto CHECK (btrim(texto) <> '');
ALTER TABLE reloj_demo ADD CONSTRAINT reloj_demo_uno CHECK (id = 1);
