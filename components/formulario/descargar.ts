import { borradoresDe } from "./almacen";
import { nombrarLugar } from "./nombrar";
import { comoTexto } from "./texto";

/** Hands the person a text file with all that was not saved, one heading by field. */
export async function descargarBorradores(usuario: string): Promise<void> {
  const textos = (await borradoresDe(usuario)).map((entrada) =>
    comoTexto(entrada, nombrarLugar(entrada.lugar)),
  );
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
