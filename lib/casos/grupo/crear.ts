import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import {
  borrarGrupo,
  buscarGrupo,
  crearGrupo,
  grupoEnUso,
  nombreTomado,
  renombrarGrupo,
} from "@/lib/datos/repositorio/grupo";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { conActor } from "@/lib/datos/transaccion";

import { exito, fallar, NO_ENCONTRADO, REVISE, type Resultado } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";
import { administraGrupos } from "./comun";

const sinNombre = () =>
  fallar("entrada_invalida", REVISE, { nombre: "Escriba el nombre del grupo, como «Grupo 3»." });
const repetido = () =>
  fallar("nombre_repetido", REVISE, { nombre: "Ya hay un grupo con ese nombre en este ejercicio." });

/** Creates a group in the exercise in course. Fails: `entrada_invalida`, `nombre_repetido`. */
export async function crear(
  ctx: Contexto,
  entrada: { readonly nombre: string },
): Promise<Resultado<{ id: string }>> {
  if (!administraGrupos(ctx.actor)) return NO_ENCONTRADO;
  const nombre = entrada.nombre.trim();
  if (nombre === "") return sinNombre();
  return conActor(ctx.actor, "grupo.crear", (tx) =>
    unaVez(tx, ctx, "grupo.crear", async () => {
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      if (await nombreTomado(tx, ejercicio.id, nombre)) return repetido();
      return exito({ id: await crearGrupo(tx, ejercicio.id, nombre) });
    }),
  );
}

/** Changes a group's name. Fails: `entrada_invalida`, `nombre_repetido`. */
export async function renombrar(
  ctx: Contexto,
  entrada: { readonly grupo: string; readonly nombre: string },
): Promise<Resultado<null>> {
  if (!administraGrupos(ctx.actor)) return NO_ENCONTRADO;
  const nombre = entrada.nombre.trim();
  if (nombre === "") return sinNombre();
  return conActor(ctx.actor, "grupo.renombrar", async (tx) => {
    const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
    const grupo = ejercicio && (await buscarGrupo(tx, ejercicio.id, entrada.grupo));
    if (!grupo) return NO_ENCONTRADO;
    if (await nombreTomado(tx, ejercicio.id, nombre, grupo.id)) return repetido();
    await renombrarGrupo(tx, grupo.id, nombre);
    return exito(null);
  });
}

/** Takes away a group that never had institutions or a pair. Fails: `grupo_en_uso`. */
export async function borrar(ctx: Contexto, entrada: { readonly grupo: string }): Promise<Resultado<null>> {
  if (!administraGrupos(ctx.actor)) return NO_ENCONTRADO;
  return conActor(ctx.actor, "grupo.borrar", async (tx) => {
    const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
    const grupo = ejercicio && (await buscarGrupo(tx, ejercicio.id, entrada.grupo));
    if (!grupo) return NO_ENCONTRADO;
    if (await grupoEnUso(tx, grupo.id)) {
      return fallar(
        "grupo_en_uso",
        "El grupo tiene instituciones, o ha tenido dupla, y su historia se conserva. Mueva sus instituciones a otro grupo y déjelo vacío.",
      );
    }
    await borrarGrupo(tx, grupo.id);
    return exito(null);
  });
}
