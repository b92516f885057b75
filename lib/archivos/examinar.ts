import { fileTypeFromBuffer } from "file-type";
import { type ClaveTipo, tipoDeClave, tipoDeExtension } from "@/lib/flujo/archivo";
import { extensionDe, nombreSeguro } from "@/lib/flujo/nombreArchivo";
import { rechazoDeExtension, revisarAntesDeSubir } from "@/lib/flujo/rechazoArchivo";
import { exito, fallar, type Resultado } from "@/lib/flujo/resultado";
import { examinarCorreo } from "./examenCorreo";
import { examinarHeic, examinarJpeg, examinarMp4, examinarPng, examinarWebp } from "./examenMedio";
import { examinarOle, isOle } from "./examenOle";
import { examinarPdf } from "./examenPdf";
import { examinarTexto } from "./examenTexto";
import { examinarZip, isZip } from "./examenZip";
import type { FuenteArchivo } from "./fuente";

export type ArchivoExaminado = { readonly tipo: string; readonly nombreSeguro: string };

const INICIO = 8 * 1024;

// What a signature may be called, beyond its own kind: MP4 is the container of M4A, and phones mix them.
const PARIENTES: Partial<Record<ClaveTipo, readonly ClaveTipo[]>> = { mp4: ["m4a"] };

// Signatures that are an accepted kind under another name.
const CLAVE_DE_MIME: Readonly<Record<string, ClaveTipo>> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpeg",
  "image/png": "png",
  "image/apng": "png",
  "image/webp": "webp",
  "image/heic": "heic",
  "image/heif": "heic",
  "image/heic-sequence": "heic",
  "image/heif-sequence": "heic",
  "video/mp4": "mp4",
  "video/x-m4v": "mp4",
  "audio/x-m4a": "m4a",
  "audio/mp4": "m4a",
  "audio/mpeg": "mp3",
  "video/webm": "webm",
  "audio/webm": "webm",
};

const EXAMEN: Partial<Record<ClaveTipo, (fuente: FuenteArchivo) => Promise<Resultado<null>>>> = {
  pdf: examinarPdf,
  png: examinarPng,
  jpeg: examinarJpeg,
  webp: examinarWebp,
  heic: examinarHeic,
  mp4: examinarMp4,
  m4a: examinarMp4,
};

/**
 * Says what a file really is, by its bytes, and refuses what is not accepted or carries active content
 * (docs/decisions/0062). Takes the bytes, the name as it came and the type that the browser declared: neither
 * is believed, they can only make it refused.
 * @returns the MIME type of its content and a safe name, or the reason and the remedy. Codes: those of
 * `revisarAntesDeSubir`, `archivo_no_coincide`, `archivo_danado`, `archivo_con_contrasena`,
 * `archivo_pdf_activo`, `archivo_incrustado`.
 */
export async function examinarArchivo(
  fuente: FuenteArchivo,
  nombre: string,
  tipoDeclarado: string,
): Promise<Resultado<ArchivoExaminado>> {
  const falla = revisarAntesDeSubir({ nombre, tamano: fuente.tamano, tipo: tipoDeclarado });
  if (falla) return { ok: false, falla };
  const extension = extensionDe(nombre);
  const porNombre = tipoDeExtension(extension);
  const real = await reconocer(fuente, porNombre?.clave as ClaveTipo | undefined);
  if (!real.ok) return real;
  const clave =
    porNombre && PARIENTES[real.valor]?.includes(porNombre.clave as ClaveTipo)
      ? (porNombre.clave as ClaveTipo)
      : real.valor;
  const tipo = tipoDeClave(clave);
  const [usual = ""] = tipo.extensiones;
  if (porNombre && porNombre.clave !== clave) {
    const corregido = nombreSeguro(nombre).replace(/\.[^.]*$/u, `.${usual}`);
    return fallar(
      "archivo_no_coincide",
      `El nombre termina en .${extension}, pero el contenido es ${tipo.etiqueta}. Si es el archivo que quería, cámbiele el nombre a «${corregido}» y súbalo de nuevo; si no, elija el correcto.`,
    );
  }
  const examen = await EXAMEN[clave]?.(fuente);
  if (examen && !examen.ok) return examen;
  return exito({ tipo: tipo.mime, nombreSeguro: nombreSeguro(nombre, usual) });
}

async function reconocer(
  fuente: FuenteArchivo,
  porNombre: ClaveTipo | undefined,
): Promise<Resultado<ClaveTipo>> {
  // Plain text has no signature, and a short one may look like one ("BM;..."): if it says it is text and it
  // reads as text, it is.
  if (porNombre === "txt" || porNombre === "csv" || porNombre === "eml") {
    const examen = porNombre === "eml" ? await examinarCorreo(fuente) : await examinarTexto(fuente);
    if (!examen) return exito(porNombre);
    if (examen.codigo !== "archivo_danado") return { ok: false, falla: examen };
  }
  const inicio = await fuente.leer(0, INICIO);
  if (isZip(inicio)) return examinarZip(fuente);
  if (isOle(inicio)) return examinarOle(fuente);
  const firma = await fileTypeFromBuffer(inicio);
  if (firma) {
    const clave = CLAVE_DE_MIME[firma.mime];
    if (clave) return exito(clave);
    const rechazo = rechazoDeExtension(firma.ext);
    if (rechazo) return { ok: false, falla: rechazo };
  }
  const texto = await examinarTexto(fuente);
  if (texto && texto.codigo !== "archivo_danado") return { ok: false, falla: texto };
  if (!texto && !porNombre) return exito("txt");
  const { etiqueta } = porNombre ? tipoDeClave(porNombre) : { etiqueta: "ninguno de los que se reciben" };
  return fallar(
    "archivo_danado",
    porNombre
      ? `El contenido no corresponde a ${etiqueta}: el archivo está dañado, incompleto o es de otro tipo. Ábralo en su equipo, guárdelo de nuevo y súbalo.`
      : "No reconocemos el contenido del archivo. Guárdelo como PDF y suba esa copia.",
  );
}
