import { LIMITES_ARCHIVO } from "@/lib/flujo/archivo";

const GRUPOS = LIMITES_ARCHIVO.grupos
  .map(({ etiqueta, extensiones }) =>
    extensiones.length === 1 && etiqueta.toLowerCase() === extensiones[0]
      ? etiqueta
      : `${etiqueta.toLowerCase()} (${extensiones.join(", ")})`,
  )
  .join("; ");

/** The limits, said before choosing. */
export const AYUDA_ARCHIVOS = `Uno o varios, de hasta ${LIMITES_ARCHIVO.tamanoMaximoTexto} cada uno: ${GRUPOS}. No se reciben programas, comprimidos ni documentos con macros.`;
