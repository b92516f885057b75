import { direccionDeBaja } from "@/lib/correo/baja";
import { mensajeResumen } from "@/lib/correo/plantilla";
import { encolarCorreos, personasConResumen, tomarResumen } from "@/lib/datos/repositorio/correo";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";

/**
 * Writes the daily digests that are due: to each person with something gathered before the last 08:00, one mail with all
 * of it. Each item is in one digest, however many nodes run and however late.
 * Takes the instant and that 08:00. Returns how many were written.
 */
export async function escribirResumenes(ahora: Date, corte: Date): Promise<number> {
  const personas = await conActor(SISTEMA, "avisos.resumen", (tx) => personasConResumen(tx, corte), {
    soloLectura: true,
  });
  let escritos = 0;
  for (const { usuarioId, correo, nombre } of personas) {
    escritos += await conActor(SISTEMA, "avisos.resumen", async (tx) => {
      const items = await tomarResumen(tx, usuarioId, corte, ahora);
      const primero = items[0];
      if (!primero) return 0;
      const mensaje = mensajeResumen({
        nombre,
        items,
        baja: direccionDeBaja({ usuarioId, que: "resumen" }),
      });
      const clave = `resumen ${corte.toISOString()} ${primero.id}`;
      return encolarCorreos(tx, [{ clave, para: correo, ...mensaje, tipo: "resumen", usuarioId }], ahora);
    });
  }
  return escritos;
}
