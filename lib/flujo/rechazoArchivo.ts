import { LIMITES_ARCHIVO, MB, tipoDeExtension } from "./archivo";
import { extensionDe } from "./nombreArchivo";
import { type Falla, fallar } from "./resultado";

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
