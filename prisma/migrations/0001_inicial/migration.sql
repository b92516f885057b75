-- CreateEnum
CREATE TYPE "rol" AS ENUM ('contraparte_titular', 'contraparte_suplente', 'integrante_comite', 'lector', 'revisor', 'coordinacion', 'administrador', 'validador_externo');

-- CreateEnum
CREATE TYPE "sentido" AS ENUM ('ascendente', 'descendente');

-- CreateEnum
CREATE TYPE "priorizacion" AS ENUM ('alta', 'media', 'baja');

-- CreateEnum
CREATE TYPE "decision" AS ENUM ('mantiene', 'modifica', 'incorpora', 'elimina');

-- CreateEnum
CREATE TYPE "alcance_prorroga" AS ENUM ('ajuste', 'envio');

-- CreateEnum
CREATE TYPE "materia" AS ENUM ('plan', 'informe');

-- CreateEnum
CREATE TYPE "quorum" AS ENUM ('mayoria', 'unanimidad');

-- CreateEnum
CREATE TYPE "estado_aprobacion" AS ENUM ('en_firma', 'objetada', 'anulada', 'aprobada');

-- CreateEnum
CREATE TYPE "decision_firma" AS ENUM ('aprueba', 'objeta');

-- CreateEnum
CREATE TYPE "origen_acta" AS ENUM ('plataforma', 'papel');

-- CreateEnum
CREATE TYPE "uso_archivo" AS ENUM ('copia_medio', 'material');

-- CreateEnum
CREATE TYPE "estado_envio" AS ENUM ('enviado', 'en_revision', 'observado', 'validado', 'no_validado');

-- CreateEnum
CREATE TYPE "estado_observacion" AS ENUM ('abierta', 'atendida', 'resuelta');

-- CreateTable
CREATE TABLE "institucion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "codigo" TEXT NOT NULL,
    "nombre" TEXT NOT NULL,
    "ministerio" TEXT NOT NULL,
    "mesu" BOOLEAN NOT NULL DEFAULT false,
    "activa" BOOLEAN NOT NULL DEFAULT true,
    "quorum" "quorum" NOT NULL DEFAULT 'mayoria',
    "exige_presidencia" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "institucion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ejercicio" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "anio" INTEGER NOT NULL,
    "edicion" TEXT NOT NULL,
    "apertura_ajuste" TIMESTAMPTZ(3) NOT NULL,
    "cierre_ajuste" TIMESTAMPTZ(3) NOT NULL,
    "apertura_envio" TIMESTAMPTZ(3) NOT NULL,
    "cierre_envio" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ejercicio_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tramite" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "nombre" TEXT NOT NULL,
    "hito_inicio" TEXT,
    "hito_final" TEXT,
    "tiempo_esperado" DECIMAL(65,30),
    "unidad_tiempo" TEXT,

    CONSTRAINT "tramite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usuario" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "correo" TEXT NOT NULL,
    "nombre" TEXT NOT NULL,
    "run" TEXT,
    "clave_hash" TEXT,
    "activo" BOOLEAN NOT NULL DEFAULT true,
    "creado_en" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ultimo_ingreso_en" TIMESTAMPTZ(3),

    CONSTRAINT "usuario_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cuenta_externa" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "usuario_id" UUID NOT NULL,
    "proveedor" TEXT NOT NULL,
    "sujeto" TEXT NOT NULL,

    CONSTRAINT "cuenta_externa_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membresia" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "usuario_id" UUID NOT NULL,
    "institucion_id" UUID,
    "rol" "rol" NOT NULL,
    "cargo" TEXT,
    "area" TEXT,
    "preside" BOOLEAN NOT NULL DEFAULT false,
    "designada_por" TEXT,
    "desde" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "hasta" TIMESTAMPTZ(3),

    CONSTRAINT "membresia_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitacion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID,
    "correo" TEXT NOT NULL,
    "nombre" TEXT NOT NULL,
    "rol" "rol" NOT NULL,
    "cargo" TEXT,
    "area" TEXT,
    "preside" BOOLEAN NOT NULL DEFAULT false,
    "token_hash" TEXT NOT NULL,
    "creada_por_id" UUID NOT NULL,
    "creada_en" TIMESTAMPTZ(3) NOT NULL,
    "expira_en" TIMESTAMPTZ(3) NOT NULL,
    "usada_en" TIMESTAMPTZ(3),
    "anulada_en" TIMESTAMPTZ(3),

    CONSTRAINT "invitacion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enlace_clave" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "usuario_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expira_en" TIMESTAMPTZ(3) NOT NULL,
    "usado_en" TIMESTAMPTZ(3),

    CONSTRAINT "enlace_clave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sesion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "usuario_id" UUID NOT NULL,
    "membresia_id" UUID,
    "metodo" TEXT NOT NULL,
    "origen" TEXT,
    "agente" TEXT,
    "creada_en" TIMESTAMPTZ(3) NOT NULL,
    "vista_en" TIMESTAMPTZ(3) NOT NULL,
    "autenticada_en" TIMESTAMPTZ(3) NOT NULL,
    "expira_en" TIMESTAMPTZ(3) NOT NULL,
    "cerrada_en" TIMESTAMPTZ(3),
    "cerrada_por_id" UUID,

    CONSTRAINT "sesion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intento_ingreso" (
    "id" BIGSERIAL NOT NULL,
    "cuenta" TEXT NOT NULL,
    "origen" TEXT NOT NULL,
    "instante" TIMESTAMPTZ(3) NOT NULL,
    "exito" BOOLEAN NOT NULL,

    CONSTRAINT "intento_ingreso_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grupo" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "ejercicio_id" UUID NOT NULL,
    "nombre" TEXT NOT NULL,

    CONSTRAINT "grupo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grupo_institucion" (
    "ejercicio_id" UUID NOT NULL,
    "institucion_id" UUID NOT NULL,
    "grupo_id" UUID NOT NULL,

    CONSTRAINT "grupo_institucion_pkey" PRIMARY KEY ("ejercicio_id","institucion_id")
);

-- CreateTable
CREATE TABLE "dupla" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "grupo_id" UUID NOT NULL,
    "usuario_id" UUID NOT NULL,
    "posicion" INTEGER NOT NULL,
    "desde" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "hasta" TIMESTAMPTZ(3),

    CONSTRAINT "dupla_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "ejercicio_id" UUID NOT NULL,
    "objetivo_general" TEXT NOT NULL,
    "huella" TEXT NOT NULL,
    "origen" TEXT NOT NULL,
    "cargado_por_id" UUID,
    "cargado_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objetivo_especifico" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "codigo" TEXT NOT NULL,
    "orden" INTEGER NOT NULL,
    "descripcion" TEXT NOT NULL,

    CONSTRAINT "objetivo_especifico_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicador" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "actividad_id" UUID,
    "codigo" TEXT NOT NULL,
    "orden" INTEGER NOT NULL,
    "nombre" TEXT NOT NULL,
    "formula" TEXT NOT NULL,
    "factor" INTEGER NOT NULL,
    "unidad" TEXT,
    "sentido" "sentido" NOT NULL,
    "meta" DECIMAL(65,30) NOT NULL,

    CONSTRAINT "indicador_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "actividad" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "objetivo_id" UUID NOT NULL,
    "codigo" TEXT NOT NULL,
    "orden" INTEGER NOT NULL,
    "descripcion" TEXT,
    "plazo_inicio" DATE,
    "plazo_termino" DATE,
    "participantes" TEXT,
    "poblacion_objetivo" TEXT,
    "sistemas_respaldo" TEXT,
    "priorizacion" "priorizacion",
    "monto_clp" DECIMAL(65,30),

    CONSTRAINT "actividad_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "actividad_area" (
    "institucion_id" UUID NOT NULL,
    "actividad_id" UUID NOT NULL,
    "orden" INTEGER NOT NULL,
    "nombre" TEXT NOT NULL,

    CONSTRAINT "actividad_area_pkey" PRIMARY KEY ("actividad_id","orden")
);

-- CreateTable
CREATE TABLE "actividad_tramite" (
    "institucion_id" UUID NOT NULL,
    "actividad_id" UUID NOT NULL,
    "orden" INTEGER NOT NULL,
    "nombre" TEXT NOT NULL,

    CONSTRAINT "actividad_tramite_pkey" PRIMARY KEY ("actividad_id","orden")
);

-- CreateTable
CREATE TABLE "actividad_item" (
    "institucion_id" UUID NOT NULL,
    "actividad_id" UUID NOT NULL,
    "orden" INTEGER NOT NULL,
    "subtitulo" TEXT,
    "item" TEXT,

    CONSTRAINT "actividad_item_pkey" PRIMARY KEY ("actividad_id","orden")
);

-- CreateTable
CREATE TABLE "ajuste" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "orden" SERIAL NOT NULL,
    "elemento" TEXT NOT NULL,
    "componente" TEXT,
    "decision" "decision" NOT NULL,
    "tipo" TEXT,
    "contenido" JSONB,
    "categorias" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "otra_razon" TEXT,
    "argumento" TEXT,
    "antecedentes" TEXT,
    "registrado_en" TIMESTAMPTZ(3),
    "modificado_por_id" UUID,

    CONSTRAINT "ajuste_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prorroga" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "ejercicio_id" UUID NOT NULL,
    "alcance" "alcance_prorroga" NOT NULL,
    "hasta" TIMESTAMPTZ(3) NOT NULL,
    "razon" TEXT NOT NULL,
    "otorgada_por_id" UUID NOT NULL,
    "otorgada_en" TIMESTAMPTZ(3) NOT NULL,
    "revocada_por_id" UUID,
    "revocada_en" TIMESTAMPTZ(3),
    "motivo_revocacion" TEXT,

    CONSTRAINT "prorroga_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aprobacion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "ejercicio_id" UUID NOT NULL,
    "materia" "materia" NOT NULL,
    "version" INTEGER NOT NULL,
    "huella" TEXT NOT NULL,
    "contenido" JSONB NOT NULL,
    "estado" "estado_aprobacion" NOT NULL DEFAULT 'en_firma',
    "declara_coherencia" BOOLEAN NOT NULL DEFAULT false,
    "firmas_necesarias" INTEGER NOT NULL,
    "exige_presidencia" BOOLEAN NOT NULL,
    "enviada_por_id" UUID NOT NULL,
    "enviada_en" TIMESTAMPTZ(3) NOT NULL,
    "cerrada_en" TIMESTAMPTZ(3),
    "motivo_cierre" TEXT,

    CONSTRAINT "aprobacion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "firma" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "aprobacion_id" UUID NOT NULL,
    "usuario_id" UUID NOT NULL,
    "decision" "decision_firma" NOT NULL,
    "motivo" TEXT,
    "nombre" TEXT NOT NULL,
    "cargo" TEXT NOT NULL,
    "area" TEXT,
    "preside" BOOLEAN NOT NULL,
    "metodo" TEXT NOT NULL,
    "huella" TEXT NOT NULL,
    "firmada_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "firma_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acta" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "ejercicio_id" UUID NOT NULL,
    "materia" "materia" NOT NULL,
    "origen" "origen_acta" NOT NULL,
    "aprobacion_id" UUID,
    "archivo_id" UUID,
    "numero" TEXT NOT NULL,
    "fecha" DATE NOT NULL,
    "decision" TEXT NOT NULL,
    "huella" TEXT NOT NULL,
    "declara_coherencia" BOOLEAN NOT NULL DEFAULT false,
    "codigo" TEXT NOT NULL,
    "registrada_por_id" UUID NOT NULL,
    "registrada_en" TIMESTAMPTZ(3) NOT NULL,
    "anulada_en" TIMESTAMPTZ(3),
    "motivo_anulacion" TEXT,

    CONSTRAINT "acta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acta_asistente" (
    "institucion_id" UUID NOT NULL,
    "acta_id" UUID NOT NULL,
    "orden" INTEGER NOT NULL,
    "nombre" TEXT NOT NULL,
    "cargo" TEXT NOT NULL,
    "area" TEXT,
    "firmada_en" TIMESTAMPTZ(3),

    CONSTRAINT "acta_asistente_pkey" PRIMARY KEY ("acta_id","orden")
);

-- CreateTable
CREATE TABLE "informe" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "ejercicio_id" UUID NOT NULL,
    "avances" TEXT,
    "desafios" TEXT,
    "resultados" TEXT,
    "lecciones_aprendidas" TEXT,
    "sin_dificultades_ni_holguras" TEXT,

    CONSTRAINT "informe_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "informe_actividad" (
    "institucion_id" UUID NOT NULL,
    "informe_id" UUID NOT NULL,
    "actividad" TEXT NOT NULL,
    "ejecutada_segun_descripcion" BOOLEAN,
    "explicacion" TEXT,
    "medio_descripcion" TEXT,
    "medio_formatos" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "custodia" TEXT,

    CONSTRAINT "informe_actividad_pkey" PRIMARY KEY ("informe_id","actividad")
);

-- CreateTable
CREATE TABLE "informe_tramite" (
    "institucion_id" UUID NOT NULL,
    "informe_id" UUID NOT NULL,
    "actividad" TEXT NOT NULL,
    "tramite" TEXT NOT NULL,
    "vinculado" BOOLEAN,
    "explicacion" TEXT,

    CONSTRAINT "informe_tramite_pkey" PRIMARY KEY ("informe_id","actividad","tramite")
);

-- CreateTable
CREATE TABLE "informe_componente" (
    "institucion_id" UUID NOT NULL,
    "informe_id" UUID NOT NULL,
    "actividad" TEXT NOT NULL,
    "componente" TEXT NOT NULL,
    "modificado" BOOLEAN,
    "justificacion" TEXT,

    CONSTRAINT "informe_componente_pkey" PRIMARY KEY ("informe_id","actividad","componente")
);

-- CreateTable
CREATE TABLE "informe_indicador" (
    "institucion_id" UUID NOT NULL,
    "informe_id" UUID NOT NULL,
    "indicador" TEXT NOT NULL,
    "medido" BOOLEAN,
    "numerador" TEXT,
    "denominador" TEXT,
    "resultado" TEXT,
    "interpretacion" TEXT,
    "analisis_brechas" TEXT,
    "recomendaciones" TEXT,
    "justificacion" TEXT,
    "antecedentes" TEXT,

    CONSTRAINT "informe_indicador_pkey" PRIMARY KEY ("informe_id","indicador")
);

-- CreateTable
CREATE TABLE "dificultad_holgura" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "informe_id" UUID NOT NULL,
    "orden" SERIAL NOT NULL,
    "tipo" TEXT,
    "descripcion" TEXT,
    "factores_internos" TEXT,
    "factores_externos" TEXT,
    "componentes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "elementos" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "dificultad_holgura_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "difusion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "ejercicio_id" UUID NOT NULL,
    "destinatarios_archivo_id" UUID,
    "homologado" BOOLEAN,
    "acto_archivo_id" UUID,
    "acto_fecha" TEXT,
    "acto_vigencia_desde" TEXT,
    "acto_vigencia_hasta" TEXT,
    "dictamen_archivo_id" UUID,
    "dictamen_fecha" TEXT,

    CONSTRAINT "difusion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "difusion_instancia" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "difusion_id" UUID NOT NULL,
    "orden" SERIAL NOT NULL,
    "fecha" TEXT,
    "medio" TEXT,
    "modalidad" TEXT,
    "audiencia" TEXT,

    CONSTRAINT "difusion_instancia_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instancia_archivo" (
    "institucion_id" UUID NOT NULL,
    "instancia_id" UUID NOT NULL,
    "archivo_id" UUID NOT NULL,
    "uso" "uso_archivo" NOT NULL,
    "orden" SERIAL NOT NULL,

    CONSTRAINT "instancia_archivo_pkey" PRIMARY KEY ("instancia_id","uso","archivo_id")
);

-- CreateTable
CREATE TABLE "destinatario" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "difusion_id" UUID NOT NULL,
    "orden" INTEGER NOT NULL,
    "nombre" TEXT,
    "cargo" TEXT,
    "grupo" TEXT,
    "calidad_juridica" TEXT,
    "area" TEXT,

    CONSTRAINT "destinatario_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "archivo" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "nombre" TEXT NOT NULL,
    "tipo" TEXT NOT NULL,
    "tamano" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "subido_por_id" UUID NOT NULL,
    "subido_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "archivo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "envio" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "ejercicio_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "estado" "estado_envio" NOT NULL DEFAULT 'enviado',
    "contenido" JSONB NOT NULL,
    "huella_plan" TEXT NOT NULL,
    "huella_informe" TEXT NOT NULL,
    "codigo" TEXT NOT NULL,
    "enviado_por_id" UUID NOT NULL,
    "enviado_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "envio_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observacion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "envio_id" UUID NOT NULL,
    "ruta" TEXT NOT NULL,
    "archivo_id" UUID,
    "pagina" INTEGER,
    "estado" "estado_observacion" NOT NULL DEFAULT 'abierta',

    CONSTRAINT "observacion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observacion_mensaje" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "observacion_id" UUID NOT NULL,
    "autor_id" UUID NOT NULL,
    "texto" TEXT NOT NULL,
    "escrito_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "observacion_mensaje_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notificacion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "usuario_id" UUID NOT NULL,
    "institucion_id" UUID,
    "clave" TEXT NOT NULL,
    "texto" TEXT NOT NULL,
    "enlace" TEXT NOT NULL,
    "creada_en" TIMESTAMPTZ(3) NOT NULL,
    "leida_en" TIMESTAMPTZ(3),

    CONSTRAINT "notificacion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correo" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "clave" TEXT NOT NULL,
    "para" TEXT NOT NULL,
    "asunto" TEXT NOT NULL,
    "texto" TEXT NOT NULL,
    "creado_en" TIMESTAMPTZ(3) NOT NULL,
    "enviado_en" TIMESTAMPTZ(3),
    "intentos" INTEGER NOT NULL DEFAULT 0,
    "proximo_en" TIMESTAMPTZ(3) NOT NULL,
    "error" TEXT,

    CONSTRAINT "correo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intento" (
    "clave" TEXT NOT NULL,
    "usuario_id" UUID NOT NULL,
    "caso" TEXT NOT NULL,
    "resultado" JSONB NOT NULL,
    "creado_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "intento_pkey" PRIMARY KEY ("clave")
);

-- CreateTable
CREATE TABLE "reloj_demo" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "desfase_ms" BIGINT NOT NULL,

    CONSTRAINT "reloj_demo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bitacora" (
    "id" BIGSERIAL NOT NULL,
    "institucion_id" UUID,
    "secuencia" BIGINT NOT NULL,
    "ocurrido_en" TIMESTAMPTZ(6) NOT NULL,
    "usuario_id" UUID,
    "sesion_id" UUID,
    "caso" TEXT NOT NULL,
    "tabla" TEXT NOT NULL,
    "fila" JSONB NOT NULL,
    "operacion" TEXT NOT NULL,
    "campos" TEXT[],
    "anterior" JSONB,
    "nuevo" JSONB,
    "huella_anterior" TEXT NOT NULL,
    "huella" TEXT NOT NULL,

    CONSTRAINT "bitacora_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bitacora_cadena" (
    "cadena" TEXT NOT NULL,
    "secuencia" BIGINT NOT NULL,
    "huella" TEXT NOT NULL,

    CONSTRAINT "bitacora_cadena_pkey" PRIMARY KEY ("cadena")
);

-- CreateIndex
CREATE UNIQUE INDEX "institucion_codigo_key" ON "institucion"("codigo");

-- CreateIndex
CREATE UNIQUE INDEX "ejercicio_anio_key" ON "ejercicio"("anio");

-- CreateIndex
CREATE UNIQUE INDEX "tramite_institucion_id_nombre_key" ON "tramite"("institucion_id", "nombre");

-- CreateIndex
CREATE UNIQUE INDEX "usuario_correo_key" ON "usuario"("correo");

-- CreateIndex
CREATE UNIQUE INDEX "usuario_run_key" ON "usuario"("run");

-- CreateIndex
CREATE UNIQUE INDEX "cuenta_externa_proveedor_sujeto_key" ON "cuenta_externa"("proveedor", "sujeto");

-- CreateIndex
CREATE INDEX "membresia_usuario_id_idx" ON "membresia"("usuario_id");

-- CreateIndex
CREATE INDEX "membresia_institucion_id_idx" ON "membresia"("institucion_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitacion_token_hash_key" ON "invitacion"("token_hash");

-- CreateIndex
CREATE INDEX "invitacion_correo_idx" ON "invitacion"("correo");

-- CreateIndex
CREATE UNIQUE INDEX "enlace_clave_token_hash_key" ON "enlace_clave"("token_hash");

-- CreateIndex
CREATE INDEX "sesion_usuario_id_idx" ON "sesion"("usuario_id");

-- CreateIndex
CREATE INDEX "intento_ingreso_cuenta_instante_idx" ON "intento_ingreso"("cuenta", "instante");

-- CreateIndex
CREATE INDEX "intento_ingreso_origen_instante_idx" ON "intento_ingreso"("origen", "instante");

-- CreateIndex
CREATE UNIQUE INDEX "grupo_ejercicio_id_nombre_key" ON "grupo"("ejercicio_id", "nombre");

-- CreateIndex
CREATE UNIQUE INDEX "grupo_ejercicio_id_id_key" ON "grupo"("ejercicio_id", "id");

-- CreateIndex
CREATE INDEX "dupla_usuario_id_idx" ON "dupla"("usuario_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_institucion_id_ejercicio_id_key" ON "plan"("institucion_id", "ejercicio_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_institucion_id_id_key" ON "plan"("institucion_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "objetivo_especifico_plan_id_codigo_key" ON "objetivo_especifico"("plan_id", "codigo");

-- CreateIndex
CREATE UNIQUE INDEX "objetivo_especifico_plan_id_id_key" ON "objetivo_especifico"("plan_id", "id");

-- CreateIndex
CREATE INDEX "indicador_actividad_id_idx" ON "indicador"("actividad_id");

-- CreateIndex
CREATE UNIQUE INDEX "indicador_plan_id_codigo_key" ON "indicador"("plan_id", "codigo");

-- CreateIndex
CREATE UNIQUE INDEX "actividad_plan_id_codigo_key" ON "actividad"("plan_id", "codigo");

-- CreateIndex
CREATE UNIQUE INDEX "actividad_plan_id_id_key" ON "actividad"("plan_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "actividad_institucion_id_id_key" ON "actividad"("institucion_id", "id");

-- CreateIndex
CREATE INDEX "ajuste_plan_id_idx" ON "ajuste"("plan_id");

-- CreateIndex
CREATE INDEX "prorroga_institucion_id_ejercicio_id_idx" ON "prorroga"("institucion_id", "ejercicio_id");

-- CreateIndex
CREATE UNIQUE INDEX "aprobacion_institucion_id_id_key" ON "aprobacion"("institucion_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "aprobacion_institucion_id_ejercicio_id_materia_version_key" ON "aprobacion"("institucion_id", "ejercicio_id", "materia", "version");

-- CreateIndex
CREATE UNIQUE INDEX "firma_aprobacion_id_usuario_id_key" ON "firma"("aprobacion_id", "usuario_id");

-- CreateIndex
CREATE UNIQUE INDEX "acta_codigo_key" ON "acta"("codigo");

-- CreateIndex
CREATE UNIQUE INDEX "acta_institucion_id_id_key" ON "acta"("institucion_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "informe_institucion_id_ejercicio_id_key" ON "informe"("institucion_id", "ejercicio_id");

-- CreateIndex
CREATE UNIQUE INDEX "informe_institucion_id_id_key" ON "informe"("institucion_id", "id");

-- CreateIndex
CREATE INDEX "dificultad_holgura_informe_id_idx" ON "dificultad_holgura"("informe_id");

-- CreateIndex
CREATE UNIQUE INDEX "difusion_institucion_id_ejercicio_id_key" ON "difusion"("institucion_id", "ejercicio_id");

-- CreateIndex
CREATE UNIQUE INDEX "difusion_institucion_id_id_key" ON "difusion"("institucion_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "difusion_instancia_institucion_id_id_key" ON "difusion_instancia"("institucion_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "destinatario_difusion_id_orden_key" ON "destinatario"("difusion_id", "orden");

-- CreateIndex
CREATE INDEX "archivo_sha256_idx" ON "archivo"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "archivo_institucion_id_id_key" ON "archivo"("institucion_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "envio_codigo_key" ON "envio"("codigo");

-- CreateIndex
CREATE UNIQUE INDEX "envio_institucion_id_ejercicio_id_version_key" ON "envio"("institucion_id", "ejercicio_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "envio_institucion_id_id_key" ON "envio"("institucion_id", "id");

-- CreateIndex
CREATE INDEX "observacion_envio_id_idx" ON "observacion"("envio_id");

-- CreateIndex
CREATE UNIQUE INDEX "observacion_institucion_id_id_key" ON "observacion"("institucion_id", "id");

-- CreateIndex
CREATE INDEX "observacion_mensaje_observacion_id_idx" ON "observacion_mensaje"("observacion_id");

-- CreateIndex
CREATE UNIQUE INDEX "notificacion_usuario_id_clave_key" ON "notificacion"("usuario_id", "clave");

-- CreateIndex
CREATE UNIQUE INDEX "correo_clave_key" ON "correo"("clave");

-- CreateIndex
CREATE INDEX "correo_enviado_en_proximo_en_idx" ON "correo"("enviado_en", "proximo_en");

-- CreateIndex
CREATE INDEX "bitacora_institucion_id_secuencia_idx" ON "bitacora"("institucion_id", "secuencia");

-- CreateIndex
CREATE INDEX "bitacora_tabla_institucion_id_idx" ON "bitacora"("tabla", "institucion_id");

-- AddForeignKey
ALTER TABLE "tramite" ADD CONSTRAINT "tramite_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cuenta_externa" ADD CONSTRAINT "cuenta_externa_usuario_id_fkey" FOREIGN KEY ("usuario_id") REFERENCES "usuario"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membresia" ADD CONSTRAINT "membresia_usuario_id_fkey" FOREIGN KEY ("usuario_id") REFERENCES "usuario"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membresia" ADD CONSTRAINT "membresia_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitacion" ADD CONSTRAINT "invitacion_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sesion" ADD CONSTRAINT "sesion_usuario_id_fkey" FOREIGN KEY ("usuario_id") REFERENCES "usuario"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grupo" ADD CONSTRAINT "grupo_ejercicio_id_fkey" FOREIGN KEY ("ejercicio_id") REFERENCES "ejercicio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grupo_institucion" ADD CONSTRAINT "grupo_institucion_ejercicio_id_grupo_id_fkey" FOREIGN KEY ("ejercicio_id", "grupo_id") REFERENCES "grupo"("ejercicio_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grupo_institucion" ADD CONSTRAINT "grupo_institucion_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dupla" ADD CONSTRAINT "dupla_grupo_id_fkey" FOREIGN KEY ("grupo_id") REFERENCES "grupo"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dupla" ADD CONSTRAINT "dupla_usuario_id_fkey" FOREIGN KEY ("usuario_id") REFERENCES "usuario"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_ejercicio_id_fkey" FOREIGN KEY ("ejercicio_id") REFERENCES "ejercicio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objetivo_especifico" ADD CONSTRAINT "objetivo_especifico_institucion_id_plan_id_fkey" FOREIGN KEY ("institucion_id", "plan_id") REFERENCES "plan"("institucion_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicador" ADD CONSTRAINT "indicador_institucion_id_plan_id_fkey" FOREIGN KEY ("institucion_id", "plan_id") REFERENCES "plan"("institucion_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicador" ADD CONSTRAINT "indicador_plan_id_actividad_id_fkey" FOREIGN KEY ("plan_id", "actividad_id") REFERENCES "actividad"("plan_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actividad" ADD CONSTRAINT "actividad_institucion_id_plan_id_fkey" FOREIGN KEY ("institucion_id", "plan_id") REFERENCES "plan"("institucion_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actividad" ADD CONSTRAINT "actividad_plan_id_objetivo_id_fkey" FOREIGN KEY ("plan_id", "objetivo_id") REFERENCES "objetivo_especifico"("plan_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actividad_area" ADD CONSTRAINT "actividad_area_institucion_id_actividad_id_fkey" FOREIGN KEY ("institucion_id", "actividad_id") REFERENCES "actividad"("institucion_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actividad_tramite" ADD CONSTRAINT "actividad_tramite_institucion_id_actividad_id_fkey" FOREIGN KEY ("institucion_id", "actividad_id") REFERENCES "actividad"("institucion_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actividad_item" ADD CONSTRAINT "actividad_item_institucion_id_actividad_id_fkey" FOREIGN KEY ("institucion_id", "actividad_id") REFERENCES "actividad"("institucion_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ajuste" ADD CONSTRAINT "ajuste_institucion_id_plan_id_fkey" FOREIGN KEY ("institucion_id", "plan_id") REFERENCES "plan"("institucion_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prorroga" ADD CONSTRAINT "prorroga_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prorroga" ADD CONSTRAINT "prorroga_ejercicio_id_fkey" FOREIGN KEY ("ejercicio_id") REFERENCES "ejercicio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aprobacion" ADD CONSTRAINT "aprobacion_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "aprobacion" ADD CONSTRAINT "aprobacion_ejercicio_id_fkey" FOREIGN KEY ("ejercicio_id") REFERENCES "ejercicio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "firma" ADD CONSTRAINT "firma_institucion_id_aprobacion_id_fkey" FOREIGN KEY ("institucion_id", "aprobacion_id") REFERENCES "aprobacion"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acta" ADD CONSTRAINT "acta_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acta" ADD CONSTRAINT "acta_ejercicio_id_fkey" FOREIGN KEY ("ejercicio_id") REFERENCES "ejercicio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acta" ADD CONSTRAINT "acta_institucion_id_aprobacion_id_fkey" FOREIGN KEY ("institucion_id", "aprobacion_id") REFERENCES "aprobacion"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acta" ADD CONSTRAINT "acta_institucion_id_archivo_id_fkey" FOREIGN KEY ("institucion_id", "archivo_id") REFERENCES "archivo"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acta_asistente" ADD CONSTRAINT "acta_asistente_institucion_id_acta_id_fkey" FOREIGN KEY ("institucion_id", "acta_id") REFERENCES "acta"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "informe" ADD CONSTRAINT "informe_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "informe" ADD CONSTRAINT "informe_ejercicio_id_fkey" FOREIGN KEY ("ejercicio_id") REFERENCES "ejercicio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "informe_actividad" ADD CONSTRAINT "informe_actividad_institucion_id_informe_id_fkey" FOREIGN KEY ("institucion_id", "informe_id") REFERENCES "informe"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "informe_tramite" ADD CONSTRAINT "informe_tramite_institucion_id_informe_id_fkey" FOREIGN KEY ("institucion_id", "informe_id") REFERENCES "informe"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "informe_componente" ADD CONSTRAINT "informe_componente_institucion_id_informe_id_fkey" FOREIGN KEY ("institucion_id", "informe_id") REFERENCES "informe"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "informe_indicador" ADD CONSTRAINT "informe_indicador_institucion_id_informe_id_fkey" FOREIGN KEY ("institucion_id", "informe_id") REFERENCES "informe"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dificultad_holgura" ADD CONSTRAINT "dificultad_holgura_institucion_id_informe_id_fkey" FOREIGN KEY ("institucion_id", "informe_id") REFERENCES "informe"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "difusion" ADD CONSTRAINT "difusion_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "difusion" ADD CONSTRAINT "difusion_ejercicio_id_fkey" FOREIGN KEY ("ejercicio_id") REFERENCES "ejercicio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "difusion" ADD CONSTRAINT "difusion_institucion_id_destinatarios_archivo_id_fkey" FOREIGN KEY ("institucion_id", "destinatarios_archivo_id") REFERENCES "archivo"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "difusion" ADD CONSTRAINT "difusion_institucion_id_acto_archivo_id_fkey" FOREIGN KEY ("institucion_id", "acto_archivo_id") REFERENCES "archivo"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "difusion" ADD CONSTRAINT "difusion_institucion_id_dictamen_archivo_id_fkey" FOREIGN KEY ("institucion_id", "dictamen_archivo_id") REFERENCES "archivo"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "difusion_instancia" ADD CONSTRAINT "difusion_instancia_institucion_id_difusion_id_fkey" FOREIGN KEY ("institucion_id", "difusion_id") REFERENCES "difusion"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instancia_archivo" ADD CONSTRAINT "instancia_archivo_institucion_id_instancia_id_fkey" FOREIGN KEY ("institucion_id", "instancia_id") REFERENCES "difusion_instancia"("institucion_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instancia_archivo" ADD CONSTRAINT "instancia_archivo_institucion_id_archivo_id_fkey" FOREIGN KEY ("institucion_id", "archivo_id") REFERENCES "archivo"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "destinatario" ADD CONSTRAINT "destinatario_institucion_id_difusion_id_fkey" FOREIGN KEY ("institucion_id", "difusion_id") REFERENCES "difusion"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "archivo" ADD CONSTRAINT "archivo_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envio" ADD CONSTRAINT "envio_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envio" ADD CONSTRAINT "envio_ejercicio_id_fkey" FOREIGN KEY ("ejercicio_id") REFERENCES "ejercicio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observacion" ADD CONSTRAINT "observacion_institucion_id_envio_id_fkey" FOREIGN KEY ("institucion_id", "envio_id") REFERENCES "envio"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observacion" ADD CONSTRAINT "observacion_institucion_id_archivo_id_fkey" FOREIGN KEY ("institucion_id", "archivo_id") REFERENCES "archivo"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observacion_mensaje" ADD CONSTRAINT "observacion_mensaje_institucion_id_observacion_id_fkey" FOREIGN KEY ("institucion_id", "observacion_id") REFERENCES "observacion"("institucion_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notificacion" ADD CONSTRAINT "notificacion_usuario_id_fkey" FOREIGN KEY ("usuario_id") REFERENCES "usuario"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
