import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime, { type Email } from "postal-mime";

/**
 * Mail that the SMTP server of the tests has received for an address, oldest first.
 * @param carpeta the folder named by `servidorWeb.ts` (E2E_CORREO inside Playwright)
 */
export async function correosPara(
  direccion: string,
  carpeta: string = process.env.E2E_CORREO ?? "",
): Promise<Email[]> {
  if (!existsSync(carpeta)) return [];
  const archivos = readdirSync(carpeta)
    .filter((nombre) => nombre.endsWith(".eml"))
    .sort();
  const correos = await Promise.all(
    archivos.map((nombre) => PostalMime.parse(readFileSync(join(carpeta, nombre)))),
  );
  return correos.filter((correo) => correo.to?.some((para) => para.address === direccion));
}
