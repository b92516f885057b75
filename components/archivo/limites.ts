import { LIMITES_ARCHIVO } from "@/lib/flujo/archivo";

const [PDF, ...GRUPOS] = LIMITES_ARCHIVO.grupos.map(({ etiqueta, extensiones }) =>
  extensiones.length === 1 && etiqueta.toLowerCase() === extensiones[0]
    ? etiqueta
    : `${etiqueta.toLowerCase()} (${extensiones.join(", ")})`,
);
const DEMAS = GRUPOS.join("; ");

const NUNCA = "No se reciben programas, comprimidos ni documentos con macros.";

/** The limits of several files, said before choosing. */
export const AYUDA_ARCHIVOS = `Uno o varios, de hasta ${LIMITES_ARCHIVO.tamanoMaximoTexto} cada uno: ${PDF}; ${DEMAS}. ${NUNCA}`;

/** Those of one document. */
export const AYUDA_ARCHIVO = `Un archivo de hasta ${LIMITES_ARCHIVO.tamanoMaximoTexto}; de preferencia, ${PDF}. También: ${DEMAS}. ${NUNCA}`;
