import { createHmac, timingSafeEqual } from "node:crypto";
import { esTipoAviso, filaDeAviso, type TipoCorreo } from "@/lib/flujo/aviso";
import { configuracionSesion } from "@/lib/sesion/configuracion";

/** What a link to unsubscribe stops: one kind of notice, or `resumen`, everything that is not essential. */
export type Baja = { readonly usuarioId: string; readonly que: TipoCorreo };

const sello = (texto: string): Buffer =>
  createHmac("sha256", configuracionSesion().secreto).update(`baja:${texto}`).digest();

/** The signed text that a link to unsubscribe carries. It does not expire: mails are read years later. */
export function fichaDeBaja({ usuarioId, que }: Baja): string {
  const texto = Buffer.from(`${usuarioId} ${que}`).toString("base64url");
  return `${texto}.${sello(texto).toString("base64url")}`;
}

/** What a link to unsubscribe says; null when nobody here signed it. */
export function leerFichaDeBaja(ficha: string): Baja | null {
  const [texto = "", firma = "", resto] = ficha.split(".");
  const esperada = sello(texto);
  const dada = Buffer.from(firma, "base64url");
  if (resto !== undefined || dada.length !== esperada.length || !timingSafeEqual(dada, esperada)) return null;
  const [usuarioId = "", que = ""] = Buffer.from(texto, "base64url").toString("utf8").split(" ");
  return que === "resumen" || esTipoAviso(que) ? { usuarioId, que } : null;
}

/** Whether a mail of a kind offers to unsubscribe: what is essential does not. */
export function ofreceBaja(tipo: string): boolean {
  return tipo === "resumen" || !filaDeAviso(tipo).esencial;
}

/** The page where a person stops a kind of mail; null when that kind is essential. */
export function direccionDeBaja(baja: Baja): string | null {
  return ofreceBaja(baja.que) ? `${configuracionSesion().urlPublica}/baja/${fichaDeBaja(baja)}` : null;
}

/** The address that mail programs ask, without a person, to stop a kind of mail (RFC 8058); null when it is essential. */
export function direccionDeUnClic(baja: Baja): string | null {
  const pagina = direccionDeBaja(baja);
  return pagina && `${pagina}/un-clic`;
}
