import { TAMANO_MAXIMO } from "@/lib/casos/informe/preparar";
import { fallar } from "@/lib/flujo/resultado";

export const MUY_GRANDE = fallar(
  "demasiado_grande",
  "El archivo pasa de 10 MB. Cargue solo la planilla o el expediente.",
);

/** The file that comes as the body of a request; null as soon as it passes the limit. */
export async function leerArchivo(solicitud: Request): Promise<Uint8Array | null> {
  const partes: Uint8Array[] = [];
  let largo = 0;
  for await (const parte of solicitud.body ?? []) {
    largo += parte.length;
    if (largo > TAMANO_MAXIMO) return null;
    partes.push(parte);
  }
  const bytes = new Uint8Array(largo);
  let desde = 0;
  for (const parte of partes) {
    bytes.set(parte, desde);
    desde += parte.length;
  }
  return bytes;
}
