import {
  actaVigente,
  hayEnvioEnCurso,
  historiaAprobacion,
  reglaDeAprobacion,
} from "@/lib/datos/repositorio/aprobacion";
import { type Ejercicio, ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { type Integrante, listarIntegrantes } from "@/lib/datos/repositorio/membresia";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { estadoDeMateria, type Materia } from "@/lib/flujo/aprobacion";
import { exito, NO_ENCONTRADO } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "../contexto";
import { leerVersion } from "./version";

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
    enviado: await hayEnvioEnCurso(tx, institucionId, ejercicio.id),
  };
}

/** Everything the page of the Committee shows of a matter. */
export async function leerComite(ctx: ContextoInstitucion, materia: Materia) {
  return conActor(
    ctx.actor,
    "comite.leer",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      const version = await leerVersion(tx, ctx.institucion.id, ejercicio, materia);
      if (!version) return NO_ENCONTRADO;
      const situacion = await leerSituacion(tx, ctx.institucion.id, ejercicio, materia);
      const { integrantes } = await personasDe(tx, ctx.institucion.id);
      const regla = await reglaDeAprobacion(tx, ctx.institucion.id);
      return exito({
        ejercicio,
        version,
        integrantes: integrantes as readonly Integrante[],
        regla,
        ...situacion,
      });
    },
    { soloLectura: true },
  );
}
