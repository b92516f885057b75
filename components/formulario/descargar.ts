import { borradoresDe } from "./almacen";
import { comoTexto } from "./texto";

/** A place by its parts: what is left when there is no network to ask for its name. */
export const porPartes = (lugar: string): string =>
  lugar.split("/").map(decodeURIComponent).filter(Boolean).join(" › ");

/** Hands the person a text file with all that was not saved, one heading by field. */
export async function descargarBorradores(usuario: string): Promise<void> {
  const nombrar = await import("./nombrar").then(
    ({ nombrarLugar }) => nombrarLugar,
    () => porPartes,
  );
  const textos = (await borradoresDe(usuario)).map((entrada) => comoTexto(entrada, nombrar(entrada.lugar)));
  descargar("textos-sin-guardar.txt", textos.join("\n\n"));
}

function descargar(nombre: string, texto: string): void {
  const url = URL.createObjectURL(new Blob([texto], { type: "text/plain;charset=utf-8" }));
  const enlace = document.createElement("a");
  enlace.href = url;
  enlace.download = nombre;
  enlace.click();
  URL.revokeObjectURL(url);
}
