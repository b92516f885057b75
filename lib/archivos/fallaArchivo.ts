import { type Falla, fallar } from "@/lib/flujo/resultado";

type Negativa = { ok: false; falla: Falla };

/** Refusals that several examinations share. Each says the reason and the remedy. */
export const DANADO: Negativa = fallar(
  "archivo_danado",
  "El archivo está dañado o incompleto. Ábralo en su equipo, guárdelo de nuevo y súbalo; si vino de un correo o un pendrive, vuelva a copiarlo.",
);

export const CON_MACROS: Negativa = fallar(
  "archivo_macros",
  "El documento lleva macros o controles que se ejecutan al abrirlo, y no se reciben. Ábralo, elija «Guardar como» sin macros (.docx, .xlsx o .pptx) o PDF, y suba esa copia.",
);

export const CON_CONTRASENA: Negativa = fallar(
  "archivo_con_contrasena",
  "El documento tiene contraseña y no se podría leer ni revisar. Quítesela (Archivo, Información, Proteger documento) o guárdelo como PDF, y suba esa copia.",
);

export const CON_INCRUSTADO: Negativa = fallar(
  "archivo_incrustado",
  "El documento lleva dentro otro archivo que no se recibe (un programa, un paquete o un documento con macros). Quítelo y, si hace falta, suba aparte lo que contiene.",
);

export const PDF_ACTIVO: Negativa = fallar(
  "archivo_pdf_activo",
  "El PDF lleva órdenes que se ejecutan al abrirlo (JavaScript o abrir programas), y no se reciben. Ábralo, elija «Imprimir» y «Guardar como PDF», y suba esa copia.",
);
