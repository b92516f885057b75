/**
 * Whether a request that changes something comes from our own pages. Browsers say so in `Sec-Fetch-Site`; the old
 * ones, in `Origin`. Without either it is not a browser's, so it carries no victim's cookie by accident, and is refused too.
 * Takes the headers and the public address of the platform.
 */
export function esMismoOrigen(cabeceras: Headers, urlPublica: string): boolean {
  const sitio = cabeceras.get("sec-fetch-site");
  if (sitio !== null) return sitio === "same-origin";
  const origen = cabeceras.get("origin");
  if (origen === null) return false;
  const anfitrion = cabeceras.get("x-forwarded-host") ?? cabeceras.get("host");
  try {
    const url = new URL(origen);
    return url.host === anfitrion || url.origin === new URL(urlPublica).origin;
  } catch {
    return false;
  }
}

/** Address of the client, for limits and the list of sessions: what the nearest proxy wrote, or nothing. */
export function origenDe(cabeceras: Headers): string {
  const cadena = cabeceras.get("x-forwarded-for")?.split(",") ?? [];
  return cadena.at(-1)?.trim().slice(0, 64) || "local";
}
