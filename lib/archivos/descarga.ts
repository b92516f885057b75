import { TIPOS_ARCHIVO } from "@/lib/flujo/archivo";
import { nombreSeguro } from "@/lib/flujo/nombreArchivo";

// Kinds that a browser shows by itself without running anything of theirs.
const EN_LINEA = new Set(["application/pdf", "image/png", "image/jpeg"]);

/**
 * Headers to hand over a file of somebody: never as a page of ours, never sniffed, with its name whole
 * (RFC 6266 and 5987). Only PDF, PNG and JPEG may be shown in the browser; the rest are saved.
 * Takes the stored name and its MIME type.
 */
export function cabecerasDescarga(nombre: string, tipo: string): Record<string, string> {
  const seguro = nombreSeguro(nombre);
  const modo = EN_LINEA.has(tipo) ? "inline" : "attachment";
  return {
    "Content-Type": TIPOS_ARCHIVO.some((t) => t.mime === tipo) ? tipo : "application/octet-stream",
    "Content-Disposition": `${modo}; filename="${enAscii(seguro)}"; filename*=UTF-8''${codificar(seguro)}`,
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
  };
}

// For browsers that do not read filename*.
function enAscii(nombre: string): string {
  const ascii = nombre
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\w .()-]/g, "_");
  return ascii || "archivo";
}

// encodeURIComponent leaves these four, which RFC 5987 does not admit.
function codificar(nombre: string): string {
  return encodeURIComponent(nombre).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
