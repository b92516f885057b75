/** Formats of files most used as evidence, as they are kept. */
export const FORMATOS_COMUNES: readonly string[] = [
  "PDF",
  "Excel (.xlsx)",
  "Word (.docx)",
  "PowerPoint (.pptx)",
  "Imagen (.jpg, .png)",
  "Correo (.eml, .msg)",
  "Video (.mp4)",
  "Audio (.mp3)",
  "ZIP",
];

/** Formats typed in one line, separated by comma, semicolon or line: each once, those of the usual list apart. */
export function leerFormatos(texto: string): string[] {
  const partes = texto.split(/[,;\n]/).map((parte) => parte.trim());
  return [...new Set(partes)].filter((parte) => parte !== "" && !FORMATOS_COMUNES.includes(parte));
}
