-- What an external validator read, and when: each reading is a row, and so is in the trail of its institution.
CREATE TABLE "lectura_validador" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institucion_id" UUID NOT NULL,
    "usuario_id" UUID NOT NULL,
    "que" TEXT NOT NULL,
    "leida_en" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lectura_validador_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "lectura_validador_institucion_id_leida_en_idx" ON "lectura_validador"("institucion_id", "leida_en");

ALTER TABLE "lectura_validador" ADD CONSTRAINT "lectura_validador_institucion_id_fkey" FOREIGN KEY ("institucion_id") REFERENCES "institucion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "lectura_validador" ADD CONSTRAINT "lectura_validador_usuario_id_fkey" FOREIGN KEY ("usuario_id") REFERENCES "usuario"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT asegurar_tablas();
