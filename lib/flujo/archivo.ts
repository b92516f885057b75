import { extensionDe } from "./nombreArchivo";
import { type Falla, fallar } from "./resultado";

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

const MB = 1024 * 1024;

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

type Rechazo = { readonly codigo: string; readonly extensiones: string; readonly mensaje: string };

// What is refused for what it is, each with its remedy. Anything else unknown gets the general refusal.
const RECHAZOS: readonly Rechazo[] = [
  {
    codigo: "archivo_ejecutable",
    extensiones:
      "exe msi msp msix com bat cmd scr pif cpl dll sys drv ocx lnk url scf reg inf ps1 psm1 vb vbs vbe js mjs jse ws wsf wsc hta sh bash bin run py pyw pl rb php jar class apk ipa app deb rpm dmg pkg iso img macho elf wasm swf gadget chm appimage xll",
    mensaje:
      "Es un programa o una secuencia de órdenes, y no se reciben. Si quiere mostrar lo que hace, suba un PDF o una captura de pantalla.",
  },
  {
    codigo: "archivo_macros",
    extensiones: "docm dotm xlsm xltm xlsb xlam xla xlm pptm potm ppsm ppam ppa sldm accdb mdb",
    mensaje:
      "Es un formato que lleva macros (programas dentro del documento), y no se reciben. Ábralo, elija «Guardar como» sin macros (.docx, .xlsx o .pptx) o PDF, y suba esa copia.",
  },
  {
    codigo: "archivo_comprimido",
    extensiones: "zip zipx rar 7z tar gz tgz bz2 xz zst lz lz4 lzma lzh arj cab ace ar z cpio br alz xar",
    mensaje:
      "Es un archivo comprimido, y no se reciben. Descomprímalo y suba por separado los archivos que contiene.",
  },
  {
    codigo: "archivo_web",
    extensiones: "html htm xhtml shtml mht mhtml svg svgz xml xsl css asp aspx jsp",
    mensaje:
      "Es una página web o un dibujo que puede ejecutar órdenes, y no se reciben. Ábralo en el navegador, imprímalo como PDF y suba el PDF.",
  },
  {
    codigo: "archivo_convertir_imagen",
    extensiones: "gif bmp tif tiff avif jxl jp2 ico psd ai eps ps dng cr2 nef raw apng",
    mensaje:
      "Ese formato de imagen no se recibe. Guárdela como JPG o PNG, o como PDF si tiene varias páginas.",
  },
  {
    codigo: "archivo_convertir_video",
    extensiones:
      "mov qt avi wmv mkv flv mpg mpeg 3gp 3g2 m2ts mts vob wav ogg oga ogv opus flac aac wma aif aiff amr",
    mensaje: "Ese formato de video o audio no se recibe. Expórtelo como MP4 si es video o MP3 si es audio.",
  },
  {
    codigo: "archivo_convertir_documento",
    extensiones:
      "rtf pages numbers key wpd dot dotx xlt xltx pps ppsx pot potx ott ots otp odg fodt fods xps oxps djvu epub one pub vsd vsdx pst ost vcf ics mobi",
    mensaje: "Ese formato de documento no se recibe. Expórtelo como PDF, o como .docx, .xlsx o .pptx.",
  },
];

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

/** Why an extension (lower case, no dot) is refused; null when its kind is accepted. */
export function rechazoDeExtension(extension: string): Falla | null {
  if (tipoDeExtension(extension)) return null;
  const rechazo = RECHAZOS.find((r) => r.extensiones.split(" ").includes(extension));
  if (rechazo) return fallar(rechazo.codigo, rechazo.mensaje).falla;
  return fallar(
    "archivo_tipo_no_aceptado",
    `Ese tipo de archivo no se recibe. Súbalo como PDF, o en uno de estos formatos: ${LIMITES_ARCHIVO.grupos
      .flatMap((g) => g.extensiones)
      .join(", ")}.`,
  ).falla;
}

const RECHAZO_DE_MIME: Readonly<Record<string, string>> = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  "image/svg+xml": "svg",
  "text/javascript": "js",
  "application/javascript": "js",
  "application/x-msdownload": "exe",
  "application/x-sh": "sh",
  "application/java-archive": "jar",
};

/**
 * What can be said of a file before sending a byte of it, in the browser and again in the server: size,
 * extension, and a declared type that is active content. A declared type never makes a file acceptable.
 * Takes the name as chosen, the size in bytes and the MIME type the browser says, if any.
 * @returns the reason with its remedy, or null when it may be sent.
 */
export function revisarAntesDeSubir(archivo: {
  readonly nombre: string;
  readonly tamano: number;
  readonly tipo?: string;
}): Falla | null {
  if (archivo.tamano === 0) {
    return fallar("archivo_vacio", "El archivo está vacío. Ábralo, compruebe su contenido y súbalo de nuevo.")
      .falla;
  }
  if (archivo.tamano > LIMITES_ARCHIVO.tamanoMaximo) return archivoMuyGrande(archivo.tamano);
  const extension = extensionDe(archivo.nombre);
  const porNombre = extension ? rechazoDeExtension(extension) : null;
  if (porNombre) return porNombre;
  const declarado = archivo.tipo?.split(";")[0]?.trim().toLowerCase() ?? "";
  const activo = RECHAZO_DE_MIME[declarado];
  return activo ? rechazoDeExtension(activo) : null;
}

/** The refusal of a file above the limit. Takes its size in bytes, or null when it is only known to exceed it. */
export function archivoMuyGrande(
  tamano: number | null,
  limite: number = LIMITES_ARCHIVO.tamanoMaximo,
): Falla {
  const cuanto = tamano === null ? "El archivo" : `El archivo pesa ${enMegas(tamano)} y`;
  return fallar(
    "archivo_muy_grande",
    `${cuanto} supera el máximo de ${enMegas(limite)}. Reduzca su tamaño (por ejemplo, bajando la calidad de las imágenes o del video) o divídalo en partes.`,
  ).falla;
}

function enMegas(bytes: number): string {
  const megas = Math.ceil((bytes / MB) * 10) / 10;
  return `${megas.toLocaleString("es-CL", { maximumFractionDigits: 1 })} MB`;
}
