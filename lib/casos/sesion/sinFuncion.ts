import { ultimaTerminada } from "@/lib/datos/repositorio/membresia";
import { conActor } from "@/lib/datos/transaccion";
import { quienInvita, ROLES } from "@/lib/flujo/permiso";
import type { ContextoPropio } from "../contexto";

/** What somebody without a function is told: the one that ended last, if any, and who may give them another. */
export async function porQueSinFuncion({ actor }: Pick<ContextoPropio, "actor">): Promise<string> {
  const propio = { ...actor, alcance: [] };
  const ultima = await conActor(propio, "sesion.sinFuncion", (tx) => ultimaTerminada(tx, actor.usuarioId), {
    soloLectura: true,
  });
  if (!ultima)
    return "Para trabajar en la plataforma, la contraparte de su institución o la coordinación de la Red de Expertos debe invitarle a su correo.";
  const { rol, institucion } = ultima;
  return `Terminó su función de ${ROLES[rol].nombre.toLowerCase()}${institucion === null ? "" : ` de ${institucion}`}. Para volver a trabajar en la plataforma, ${quienInvita(rol)} debe invitarle a su correo.`;
}
