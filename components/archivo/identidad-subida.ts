/**
 * The id of an upload, remembered in this tab while it lasts: choosing the same file again for the same place, after
 * a reload or a crash, goes on from where it stopped.
 */
const llave = (lugar: string, { name, size, lastModified }: File): string =>
  `subida ${lugar} ${name} ${size} ${lastModified}`;

export function idDeSubida(lugar: string, archivo: File): string {
  const suya = llave(lugar, archivo);
  const previo = leer(suya);
  if (previo) return previo;
  const nuevo = crypto.randomUUID();
  try {
    sessionStorage.setItem(suya, nuevo);
  } catch {
    // Without storage it is only not resumed after a reload.
  }
  return nuevo;
}

/** From here on the same file is a new upload. */
export function olvidarSubida(lugar: string, archivo: File): void {
  try {
    sessionStorage.removeItem(llave(lugar, archivo));
  } catch {
    // Nothing was remembered.
  }
}

function leer(suya: string): string | null {
  try {
    return sessionStorage.getItem(suya);
  } catch {
    return null;
  }
}
