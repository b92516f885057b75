/**
 * The rows of a seeded database, as statements that cast every institution of a year from its mould in one go.
 * They read the temporary tables `molde`, `inst` and `caso` (see `index.ts`). Positions of `caso.etapa` are those of
 * `ETAPAS_SEMBRADAS`: 1 adjusts, 2 plan at the Committee, 3 objected, 4 plan approved, 5 reports, 6 report at the
 * Committee, 7 approved, 8 submitted, 9 in review, 10 observed, 11 and 12 decided.
 */

/** An instant inside a period that ends at `fin`: the days before it, crowded towards the end. */
const hacia = (fin: string, dias: number) =>
  `(${fin} - interval '${dias} days' * pow(1 - c.azar, 2) - interval '4 hours')`;

const ACTA_PLAN = hacia("c.cierre_ajuste", 28);
const ENVIADO = hacia("c.fin", 25);

/** A mould's text with an institution's own words in the place of the marks. */
const PROPIO = `replace(replace(replace(replace(replace(replace(m.texto, '%CODIGO%', i.codigo), '%NOMBRE%', i.nombre),
  '%MINISTERIO%', i.ministerio), '%HUELLAPLAN%', c.vigente), '%HUELLAINFORME%', c.informe_huella),
  '"ejercicio":2025', '"ejercicio":' || c.anio)::jsonb`;
const CON_MOLDE = "caso c JOIN molde m ON m.n = c.molde JOIN inst i ON i.n = c.n";

const TABLAS_DE_MOLDE = `
CREATE TEMP TABLE m_objetivo ON COMMIT DROP AS SELECT n AS molde, orden - 1 AS orden, v FROM molde,
  jsonb_array_elements(e #> '{planOriginal,objetivosEspecificos}') WITH ORDINALITY AS t (v, orden);
CREATE TEMP TABLE m_actividad ON COMMIT DROP AS SELECT n AS molde, orden - 1 AS orden, v FROM molde,
  jsonb_array_elements(e #> '{planOriginal,actividades}') WITH ORDINALITY AS t (v, orden);
CREATE TEMP TABLE m_indicador ON COMMIT DROP AS
  SELECT n AS molde, NULL::text AS actividad, orden - 1 AS orden, v FROM molde,
    jsonb_array_elements(e #> '{planOriginal,indicadoresSatisfaccion}') WITH ORDINALITY AS t (v, orden)
  UNION ALL SELECT a.molde, a.v ->> 'id', t.orden - 1, t.v FROM m_actividad a,
    jsonb_array_elements(a.v -> 'indicadoresDesempeno') WITH ORDINALITY AS t (v, orden);
CREATE TEMP TABLE m_ajuste ON COMMIT DROP AS SELECT n AS molde, orden - 1 AS orden, v FROM molde,
  jsonb_array_elements(e -> 'ajustes') WITH ORDINALITY AS t (v, orden);
CREATE TEMP TABLE m_ejecucion ON COMMIT DROP AS SELECT n AS molde, orden - 1 AS orden, v FROM molde,
  jsonb_array_elements(e #> '{informe,actividades}') WITH ORDINALITY AS t (v, orden);
CREATE TEMP TABLE m_resultado ON COMMIT DROP AS SELECT n AS molde, v FROM molde,
  jsonb_array_elements((e #> '{informe,indicadoresDesempeno}') || (e #> '{informe,indicadoresSatisfaccion}')) AS t (v);
CREATE TEMP TABLE m_dificultad ON COMMIT DROP AS SELECT n AS molde, v FROM molde,
  jsonb_array_elements(e #> '{informe,dificultadesHolguras}') AS t (v);`;

const PLAN = `
INSERT INTO plan (id, institucion_id, ejercicio_id, objetivo_general, huella, origen, cargado_en)
  SELECT c.plan, c.institucion, c.ejercicio, replace(m.e #>> '{planOriginal,objetivoGeneral}', '%NOMBRE%', i.nombre),
    c.original, 'siembra', c.apertura FROM ${CON_MOLDE} WHERE c.etapa > 0;
INSERT INTO informe (id, institucion_id, ejercicio_id, avances, desafios, resultados, lecciones_aprendidas)
  SELECT c.informe, c.institucion, c.ejercicio, s ->> 'avances', s ->> 'desafios', s ->> 'resultados', s ->> 'leccionesAprendidas'
  FROM caso c JOIN molde m ON m.n = c.molde LEFT JOIN LATERAL (SELECT m.e #> '{informe,seguimiento}' AS s WHERE c.etapa > 5) t ON true
  WHERE c.etapa > 0;
INSERT INTO difusion (id, institucion_id, ejercicio_id, homologado, acto_fecha, acto_vigencia_desde, acto_vigencia_hasta)
  SELECT c.difusion, c.institucion, c.ejercicio, CASE WHEN c.etapa > 7 THEN false END, CASE WHEN c.etapa > 7 THEN '2024-03-15' END,
    CASE WHEN c.etapa > 7 THEN '2024-03-15' END, CASE WHEN c.etapa > 7 THEN '2027-03-14' END FROM caso c WHERE c.etapa > 0;
INSERT INTO objetivo_especifico (institucion_id, plan_id, codigo, orden, descripcion)
  SELECT c.institucion, c.plan, o.v ->> 'id', o.orden, o.v ->> 'descripcion' FROM caso c JOIN m_objetivo o USING (molde) WHERE c.etapa > 0;
INSERT INTO actividad (institucion_id, plan_id, objetivo_id, codigo, orden, descripcion, plazo_inicio, plazo_termino,
    participantes, poblacion_objetivo, sistemas_respaldo, priorizacion, monto_clp)
  SELECT c.institucion, c.plan, o.id, a.v ->> 'id', a.orden, a.v ->> 'descripcion', (a.v #>> '{plazos,inicio}')::date,
    (a.v #>> '{plazos,termino}')::date, a.v ->> 'participantes', a.v ->> 'poblacionObjetivo', a.v ->> 'sistemasRespaldo',
    (a.v ->> 'priorizacion')::priorizacion, (a.v #>> '{costos,montoClp}')::numeric
  FROM caso c JOIN m_actividad a USING (molde) JOIN objetivo_especifico o ON o.plan_id = c.plan AND o.codigo = a.v ->> 'objetivoEspecifico'
  WHERE c.etapa > 0;
ANALYZE objetivo_especifico, actividad;
INSERT INTO actividad_area (institucion_id, actividad_id, orden, nombre)
  SELECT c.institucion, x.id, t.orden - 1, t.nombre FROM caso c JOIN m_actividad a USING (molde)
  JOIN actividad x ON x.plan_id = c.plan AND x.codigo = a.v ->> 'id',
  jsonb_array_elements_text(a.v -> 'areasResponsables') WITH ORDINALITY AS t (nombre, orden);
INSERT INTO actividad_tramite (institucion_id, actividad_id, orden, nombre)
  SELECT c.institucion, x.id, t.orden - 1, t.nombre FROM caso c JOIN m_actividad a USING (molde)
  JOIN actividad x ON x.plan_id = c.plan AND x.codigo = a.v ->> 'id',
  jsonb_array_elements_text(a.v -> 'tramites') WITH ORDINALITY AS t (nombre, orden);
INSERT INTO actividad_item (institucion_id, actividad_id, orden, subtitulo, item)
  SELECT c.institucion, x.id, t.orden - 1, t.v ->> 'subtitulo', t.v ->> 'item' FROM caso c JOIN m_actividad a USING (molde)
  JOIN actividad x ON x.plan_id = c.plan AND x.codigo = a.v ->> 'id',
  jsonb_array_elements(a.v #> '{costos,items}') WITH ORDINALITY AS t (v, orden);
INSERT INTO indicador (institucion_id, plan_id, actividad_id, codigo, orden, nombre, formula, factor, unidad, sentido, meta)
  SELECT c.institucion, c.plan, x.id, d.v ->> 'id', d.orden, d.v ->> 'nombre', d.v ->> 'formula', (d.v ->> 'factor')::int,
    d.v ->> 'unidad', (d.v ->> 'sentido')::sentido, (d.v ->> 'meta')::numeric
  FROM caso c JOIN m_indicador d USING (molde) LEFT JOIN actividad x ON x.plan_id = c.plan AND x.codigo = d.actividad WHERE c.etapa > 0;
INSERT INTO tramite (institucion_id, nombre)
  SELECT DISTINCT c.institucion, t.nombre FROM caso c JOIN m_actividad a USING (molde),
    jsonb_array_elements_text(a.v -> 'tramites') AS t (nombre) WHERE c.etapa > 0;`;

// Whoever is still adjusting has decided the first part of the list.
const AJUSTE = `
INSERT INTO ajuste (institucion_id, plan_id, elemento, componente, decision, contenido, categorias, otra_razon, argumento,
    antecedentes, registrado_en)
  SELECT c.institucion, c.plan, j.v ->> 'elemento', j.v ->> 'componente', (j.v ->> 'decision')::decision, j.v -> 'contenido',
    ARRAY(SELECT jsonb_array_elements_text(coalesce(j.v -> 'categorias', '[]'))), j.v ->> 'otraRazon', j.v ->> 'argumento',
    j.v ->> 'antecedentes', CASE WHEN j.v ->> 'decision' <> 'mantiene' THEN ${ACTA_PLAN} - interval '2 days' END
  FROM caso c JOIN m_ajuste j USING (molde) WHERE c.etapa > 1 OR (c.etapa = 1 AND j.orden < c.azar * 40) ORDER BY c.n, j.orden;`;

const COMITE = `
INSERT INTO aprobacion (id, institucion_id, ejercicio_id, materia, version, huella, contenido, estado, declara_coherencia,
    firmas_necesarias, exige_presidencia, enviada_por_id, enviada_en, cerrada_en, motivo_cierre)
  SELECT gen_random_uuid(), c.institucion, c.ejercicio, 'plan', 1, c.vigente, ${PROPIO} - '{informe,difusion,aprobacionPlan,aprobacionInforme}'::text[],
    CASE c.etapa WHEN 2 THEN 'en_firma' WHEN 3 THEN 'objetada' ELSE 'aprobada' END::estado_aprobacion, true, 2, true, i.titular,
    ${ACTA_PLAN} - interval '1 day', CASE WHEN c.etapa <> 2 THEN ${ACTA_PLAN} END,
    CASE WHEN c.etapa = 3 THEN 'Falta el respaldo del cambio de población objetivo.' END
  FROM ${CON_MOLDE} WHERE c.etapa > 1;
INSERT INTO aprobacion (id, institucion_id, ejercicio_id, materia, version, huella, contenido, estado, firmas_necesarias,
    exige_presidencia, enviada_por_id, enviada_en, cerrada_en)
  SELECT gen_random_uuid(), c.institucion, c.ejercicio, 'informe', 1, c.informe_huella, ${PROPIO} - '{difusion,aprobacionInforme}'::text[],
    CASE c.etapa WHEN 6 THEN 'en_firma' ELSE 'aprobada' END::estado_aprobacion, 2, true, i.titular, ${ENVIADO} - interval '4 days',
    CASE WHEN c.etapa <> 6 THEN ${ENVIADO} - interval '2 days' END
  FROM ${CON_MOLDE} WHERE c.etapa > 5;
INSERT INTO firma (institucion_id, aprobacion_id, usuario_id, decision, motivo, nombre, cargo, preside, metodo, huella, firmada_en)
  SELECT a.institucion_id, a.id, CASE WHEN p.preside THEN i.presidenta ELSE i.integrante END,
    CASE WHEN a.estado = 'objetada' THEN 'objeta' ELSE 'aprueba' END::decision_firma, a.motivo_cierre,
    CASE WHEN p.preside THEN 'Presidenta de Prueba' ELSE 'Integrante de Prueba' END, CASE WHEN p.preside THEN 'Jefa de servicio' ELSE 'Fiscal' END,
    p.preside, 'clave', a.huella, coalesce(a.cerrada_en, a.enviada_en + interval '3 hours')
  FROM aprobacion a JOIN inst i ON i.id = a.institucion_id, (VALUES (true), (false)) AS p (preside)
  WHERE a.estado = 'aprobada' OR p.preside;
INSERT INTO acta (institucion_id, ejercicio_id, materia, origen, aprobacion_id, numero, fecha, decision, huella, declara_coherencia,
    codigo, registrada_por_id, registrada_en)
  SELECT institucion_id, ejercicio_id, materia, 'plataforma', id, CASE materia WHEN 'plan' THEN 'Acta 2' ELSE 'Acta 5' END,
    (cerrada_en AT TIME ZONE 'America/Santiago')::date, 'aprueba', huella, declara_coherencia,
    'ACTA-' || upper(substr(id::text, 1, 8)) || '-' || upper(substr(id::text, 25, 8)), enviada_por_id, cerrada_en
  FROM aprobacion WHERE estado = 'aprobada';
INSERT INTO acta_asistente (institucion_id, acta_id, orden, nombre, cargo, firmada_en)
  SELECT institucion_id, id, p.orden, p.nombre, p.cargo, registrada_en FROM acta,
    (VALUES (0, 'Presidenta de Prueba', 'Jefa de servicio'), (1, 'Integrante de Prueba', 'Fiscal')) AS p (orden, nombre, cargo);`;

// Whoever is still reporting has filled in the first activities; the others, all.
const INFORME = `
INSERT INTO informe_actividad (institucion_id, informe_id, actividad, ejecutada_segun_descripcion, explicacion, medio_descripcion, medio_formatos)
  SELECT c.institucion, c.informe, r.v ->> 'actividad', (r.v ->> 'ejecutadaSegunDescripcion')::boolean, r.v ->> 'explicacion',
    r.v #>> '{medioVerificacion,descripcion}', ARRAY(SELECT jsonb_array_elements_text(r.v #> '{medioVerificacion,formatos}'))
  FROM caso c JOIN m_ejecucion r USING (molde) WHERE c.etapa > 5 OR (c.etapa = 5 AND r.orden <= c.azar * 4);
INSERT INTO informe_tramite (institucion_id, informe_id, actividad, tramite, vinculado)
  SELECT c.institucion, c.informe, r.v ->> 'actividad', t.v ->> 'tramite', (t.v ->> 'vinculado')::boolean
  FROM caso c JOIN m_ejecucion r USING (molde), jsonb_array_elements(r.v -> 'tramites') AS t (v) WHERE c.etapa > 5;
INSERT INTO informe_componente (institucion_id, informe_id, actividad, componente, modificado)
  SELECT c.institucion, c.informe, r.v ->> 'actividad', t.v ->> 'componente', (t.v ->> 'modificado')::boolean
  FROM caso c JOIN m_ejecucion r USING (molde), jsonb_array_elements(r.v -> 'componentes') AS t (v) WHERE c.etapa > 5;
INSERT INTO informe_indicador (institucion_id, informe_id, indicador, medido, numerador, denominador, resultado, interpretacion,
    analisis_brechas, recomendaciones)
  SELECT c.institucion, c.informe, r.v ->> 'indicador', (r.v ->> 'medido')::boolean, r.v ->> 'numerador', r.v ->> 'denominador',
    r.v ->> 'resultado', r.v ->> 'interpretacion', r.v ->> 'analisisBrechas', r.v ->> 'recomendaciones'
  FROM caso c JOIN m_resultado r USING (molde) WHERE c.etapa > 5;
INSERT INTO dificultad_holgura (institucion_id, informe_id, tipo, descripcion, factores_internos, factores_externos, componentes, elementos)
  SELECT c.institucion, c.informe, r.v ->> 'tipo', r.v ->> 'descripcion', r.v ->> 'factoresInternos', r.v ->> 'factoresExternos',
    ARRAY(SELECT jsonb_array_elements_text(r.v -> 'componentes')), ARRAY(SELECT jsonb_array_elements_text(r.v -> 'elementos'))
  FROM caso c JOIN m_dificultad r USING (molde) WHERE c.etapa > 5 OR (c.etapa = 5 AND c.azar > 0.5);
INSERT INTO difusion_instancia (institucion_id, difusion_id, fecha, medio, modalidad)
  SELECT c.institucion, c.difusion, v ->> 'fecha', v ->> 'medio', v ->> 'modalidad'
  FROM caso c JOIN molde m ON m.n = c.molde, jsonb_array_elements(m.e #> '{difusion,instancias}') AS t (v) WHERE c.etapa > 7;
INSERT INTO destinatario (institucion_id, difusion_id, orden, nombre, cargo, grupo, calidad_juridica, area)
  SELECT c.institucion, c.difusion, t.orden - 1, v ->> 'nombre', v ->> 'cargo', v ->> 'grupo', v ->> 'calidadJuridica', v ->> 'area'
  FROM caso c JOIN molde m ON m.n = c.molde, jsonb_array_elements(m.e #> '{difusion,destinatarios,filas}') WITH ORDINALITY AS t (v, orden)
  WHERE c.etapa > 7;`;

// One in five of those submitted was observed and sent a second version.
const REVISION = `
INSERT INTO envio (institucion_id, ejercicio_id, version, estado, contenido, huella_plan, huella_informe, codigo, enviado_por_id,
    enviado_en, abierto_por_id, abierto_en, devuelto_por_id, devuelto_en, responder_hasta, reabierto)
  SELECT c.institucion, c.ejercicio, v.version, CASE WHEN v.version < v.versiones THEN 'corregido' ELSE
      (ARRAY['enviado', 'en_revision', 'observado', 'validado', 'no_validado'])[c.etapa - 7] END::estado_envio,
    v.contenido, c.vigente, c.informe_huella, upper(substr(md5(c.plan::text || v.version), 1, 14)), i.titular,
    ${ENVIADO} - interval '5 days' * (v.versiones - v.version), CASE WHEN v.abierta THEN i.revisora END,
    CASE WHEN v.abierta THEN ${ENVIADO} - interval '5 days' * (v.versiones - v.version) + interval '1 day' END,
    CASE WHEN v.devuelta THEN i.revisora END, CASE WHEN v.devuelta THEN ${ENVIADO} - interval '5 days' * (v.versiones - v.version) + interval '2 days' END,
    CASE WHEN v.devuelta THEN date_trunc('day', ${ENVIADO} + interval '13 days', 'America/Santiago') - interval '1 millisecond' END, CASE WHEN v.devuelta THEN ARRAY['/informe/seguimiento'] ELSE '{}'::text[] END
  FROM (SELECT c.*, ${PROPIO} AS contenido FROM ${CON_MOLDE} WHERE c.etapa > 7) c JOIN inst i ON i.n = c.n
  CROSS JOIN LATERAL (SELECT version, versiones, c.contenido, version < versiones OR c.etapa > 8 AS abierta, version < versiones OR c.etapa = 10 AS devuelta
    FROM (SELECT 1 + (c.azar > 0.8)::int AS versiones) k, generate_series(1, versiones) AS version) v;
ANALYZE envio;
INSERT INTO asignacion_revision (institucion_id, ejercicio_id, usuario_id, asignada_por_id, asignada_en)
  SELECT c.institucion, c.ejercicio, CASE WHEN c.azar > 0.5 THEN i.revisora ELSE i.revisor END, i.revisora, ${ENVIADO}
  FROM caso c JOIN inst i ON i.n = c.n WHERE c.etapa > 7;
INSERT INTO observacion (id, institucion_id, envio_id, requisito, ruta, estado, creada_por_id, creada_en, publicada_en)
  SELECT gen_random_uuid(), e.institucion_id, e.id, 'E3O1RT1', o.ruta,
    CASE WHEN e.estado = 'corregido' THEN 'resuelta' WHEN c.azar > 0.6 THEN 'atendida' ELSE 'abierta' END::estado_observacion,
    e.abierto_por_id, e.abierto_en, e.devuelto_en
  FROM envio e JOIN caso c ON c.institucion = e.institucion_id AND c.ejercicio = e.ejercicio_id,
    (VALUES ('/informe/seguimiento/avances'), ('/informe/actividades/0/explicacion'), ('/informe/dificultadesHolguras/0/descripcion')) AS o (ruta)
  WHERE e.devuelto_en IS NOT NULL;
INSERT INTO observacion_mensaje (institucion_id, observacion_id, gesto, autor_id, texto, escrito_en)
  SELECT institucion_id, id, 'observa', creada_por_id, 'Precise qué se hizo en cada dirección regional y desde cuándo.', creada_en FROM observacion;
INSERT INTO nota_revision (institucion_id, envio_id, texto, autor_id, escrita_en)
  SELECT institucion_id, id, 'Comparar con lo que informó el año anterior.', abierto_por_id, abierto_en FROM envio WHERE abierto_en IS NOT NULL;
INSERT INTO decision_revision (id, institucion_id, envio_id, decision, razones, huella, codigo, por_id, en)
  SELECT gen_random_uuid(), institucion_id, id, CASE estado WHEN 'validado' THEN 'valida' ELSE 'no_valida' END::tipo_decision,
    CASE estado WHEN 'validado' THEN '' ELSE 'El listado de destinatarios no acredita la difusión al personal.' END,
    huella_informe, upper(substr(md5('d' || id), 1, 14)), abierto_por_id, abierto_en + interval '6 hours'
  FROM envio WHERE estado IN ('validado', 'no_validado');
INSERT INTO decision_requisito (institucion_id, decision_id, requisito, cumple, razon)
  SELECT d.institucion_id, d.id, r.requisito, cumple, CASE WHEN cumple THEN '' ELSE 'No se acredita.' END
  FROM decision_revision d, (VALUES ('E3O1RT1'), ('E3O1RT2')) AS r (requisito), LATERAL (SELECT d.decision = 'valida' OR r.requisito = 'E3O1RT1' AS cumple) k;
INSERT INTO revision_criterio (institucion_id, envio_id, criterio, resultado, razon, por_id, en)
  SELECT d.institucion_id, d.envio_id, r.requisito, CASE WHEN r.cumple THEN 'cumple' ELSE 'no_cumple' END::resultado_criterio, r.razon, d.por_id, d.en
  FROM decision_revision d JOIN decision_requisito r ON r.decision_id = d.id;
INSERT INTO prorroga (institucion_id, ejercicio_id, alcance, hasta, razon, otorgada_por_id, otorgada_en)
  SELECT c.institucion, c.ejercicio, 'envio', c.cierre_envio + interval '10 days' - interval '1 millisecond', 'Emergencia en la región de la institución.', i.revisora, c.fin - interval '3 days'
  FROM caso c JOIN inst i ON i.n = c.n WHERE c.etapa BETWEEN 4 AND 7 AND c.azar < 0.08;`;

/** Each part with what it is called when its turn is told. */
export const PARTES: readonly { readonly que: string; readonly sql: string }[] = [
  { que: "moldes", sql: TABLAS_DE_MOLDE },
  { que: "planes", sql: PLAN },
  { que: "ajustes", sql: AJUSTE },
  { que: "aprobaciones y actas", sql: COMITE },
  { que: "informes y difusión", sql: INFORME },
  { que: "envíos y revisión", sql: REVISION },
];
