/** A kind of file that can be handed in. `extensiones` starts with the usual one. */
export type TipoArchivo = {
  readonly clave: string;
  readonly etiqueta: string;
  readonly grupo: string;
  readonly mime: string;
  readonly extensiones: readonly string[];
};

const OOXML = "application/vnd.openxmlformats-officedocument";

/** Every accepted kind, in the order in which screens list them. */
export const TIPOS_ARCHIVO = [
  { clave: "pdf", etiqueta: "PDF", grupo: "PDF", mime: "application/pdf", extensiones: ["pdf"] },
  {
    clave: "jpeg",
    etiqueta: "imagen JPEG",
    grupo: "Imágenes",
    mime: "image/jpeg",
    extensiones: ["jpg", "jpeg", "jpe", "jfif"],
  },
  { clave: "png", etiqueta: "imagen PNG", grupo: "Imágenes", mime: "image/png", extensiones: ["png"] },
  { clave: "webp", etiqueta: "imagen WebP", grupo: "Imágenes", mime: "image/webp", extensiones: ["webp"] },
  {
    clave: "heic",
    etiqueta: "imagen HEIC",
    grupo: "Imágenes",
    mime: "image/heic",
    extensiones: ["heic", "heif"],
  },
  {
    clave: "docx",
    etiqueta: "documento de Word",
    grupo: "Documentos",
    mime: `${OOXML}.wordprocessingml.document`,
    extensiones: ["docx"],
  },
  {
    clave: "doc",
    etiqueta: "documento de Word 97-2003",
    grupo: "Documentos",
    mime: "application/msword",
    extensiones: ["doc"],
  },
  {
    clave: "odt",
    etiqueta: "texto OpenDocument",
    grupo: "Documentos",
    mime: "application/vnd.oasis.opendocument.text",
    extensiones: ["odt"],
  },
  { clave: "txt", etiqueta: "texto simple", grupo: "Documentos", mime: "text/plain", extensiones: ["txt"] },
  {
    clave: "xlsx",
    etiqueta: "planilla de Excel",
    grupo: "Planillas",
    mime: `${OOXML}.spreadsheetml.sheet`,
    extensiones: ["xlsx"],
  },
  {
    clave: "xls",
    etiqueta: "planilla de Excel 97-2003",
    grupo: "Planillas",
    mime: "application/vnd.ms-excel",
    extensiones: ["xls"],
  },
  {
    clave: "ods",
    etiqueta: "planilla OpenDocument",
    grupo: "Planillas",
    mime: "application/vnd.oasis.opendocument.spreadsheet",
    extensiones: ["ods"],
  },
  { clave: "csv", etiqueta: "CSV", grupo: "Planillas", mime: "text/csv", extensiones: ["csv"] },
  {
    clave: "pptx",
    etiqueta: "presentación de PowerPoint",
    grupo: "Presentaciones",
    mime: `${OOXML}.presentationml.presentation`,
    extensiones: ["pptx"],
  },
  {
    clave: "ppt",
    etiqueta: "presentación de PowerPoint 97-2003",
    grupo: "Presentaciones",
    mime: "application/vnd.ms-powerpoint",
    extensiones: ["ppt"],
  },
  {
    clave: "odp",
    etiqueta: "presentación OpenDocument",
    grupo: "Presentaciones",
    mime: "application/vnd.oasis.opendocument.presentation",
    extensiones: ["odp"],
  },
  { clave: "eml", etiqueta: "correo", grupo: "Correos", mime: "message/rfc822", extensiones: ["eml"] },
  {
    clave: "msg",
    etiqueta: "correo de Outlook",
    grupo: "Correos",
    mime: "application/vnd.ms-outlook",
    extensiones: ["msg"],
  },
  {
    clave: "mp4",
    etiqueta: "video MP4",
    grupo: "Video y audio",
    mime: "video/mp4",
    extensiones: ["mp4", "m4v"],
  },
  {
    clave: "webm",
    etiqueta: "video WebM",
    grupo: "Video y audio",
    mime: "video/webm",
    extensiones: ["webm"],
  },
  { clave: "mp3", etiqueta: "audio MP3", grupo: "Video y audio", mime: "audio/mpeg", extensiones: ["mp3"] },
  { clave: "m4a", etiqueta: "audio M4A", grupo: "Video y audio", mime: "audio/mp4", extensiones: ["m4a"] },
] as const satisfies readonly TipoArchivo[];

export type ClaveTipo = (typeof TIPOS_ARCHIVO)[number]["clave"];

/** Bytes of a megabyte, as files are measured here. */
export const MB = 1024 * 1024;

/**
 * The limits, for the screen to show before anything is chosen and for the server to apply: sizes in bytes,
 * `grupos` to read, `aceptar` for the `accept` of the file input.
 */
export const LIMITES_ARCHIVO = {
  tamanoMaximo: 50 * MB,
  tamanoMaximoTexto: "50 MB",
  /** Every part of a resumable upload but the last measures exactly this. */
  tamanoParte: MB,
  horasSubida: 24,
  subidasAbiertas: 20,
  grupos: [...new Set(TIPOS_ARCHIVO.map((t) => t.grupo))].map((etiqueta) => ({
    etiqueta,
    extensiones: TIPOS_ARCHIVO.filter((t) => t.grupo === etiqueta).map((t) => t.extensiones[0]),
  })),
  aceptar: TIPOS_ARCHIVO.flatMap((t) => t.extensiones.map((e) => `.${e}`)).join(","),
} as const;

/** The accepted kind that owns an extension (lower case, no dot), or null. */
export function tipoDeExtension(extension: string): TipoArchivo | null {
  return TIPOS_ARCHIVO.find((t) => (t.extensiones as readonly string[]).includes(extension)) ?? null;
}

/** The accepted kind with that key. */
export function tipoDeClave(clave: ClaveTipo): TipoArchivo {
  const tipo = TIPOS_ARCHIVO.find((t) => t.clave === clave);
  if (!tipo) throw new Error(`Tipo de archivo sin definir: ${clave}`);
  return tipo;
}
