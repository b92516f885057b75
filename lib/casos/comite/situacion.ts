import { actaVigente, historiaAprobacion } from "@/lib/datos/repositorio/aprobacion";
import type { Ejercicio } from "@/lib/datos/repositorio/ejercicio";
import { envioEnCurso } from "@/lib/datos/repositorio/envio";
import { listarIntegrantes } from "@/lib/datos/repositorio/membresia";
import type { Transaccion } from "@/lib/datos/transaccion";
import { estadoDeMateria, type Materia } from "@/lib/flujo/aprobacion";

/** Who tells what to whom: the Committee, and those who fill in. */
export async function personasDe(tx: Transaccion, institucionId: string) {
  const todas = await listarIntegrantes(tx, institucionId);
  return {
    integrantes: todas.filter(({ rol }) => rol === "integrante_comite"),
    contrapartes: todas.filter(({ rol }) => rol === "contraparte_titular" || rol === "contraparte_suplente"),
  };
}

/** Where an approval stands: read inside the transaction that will change it. */
export async function leerSituacion(
  tx: Transaccion,
  institucionId: string,
  ejercicio: Ejercicio,
  materia: Materia,
) {
  const lugar = { institucionId, ejercicioId: ejercicio.id, materia };
  const historia = await historiaAprobacion(tx, lugar);
  const acta = await actaVigente(tx, lugar);
  const ultima = historia[0] ?? null;
  return {
    lugar,
    historia,
    acta,
    ultima,
    estado: estadoDeMateria(ultima, acta !== null),
    enviado: (await envioEnCurso(tx, institucionId, ejercicio.id)) !== null,
  };
}
