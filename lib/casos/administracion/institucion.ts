import {
  actualizarInstitucion,
  codigoTomado,
  crearInstitucion,
  type Institucion,
  leerInstitucion,
  listarInstituciones,
} from "@/lib/datos/repositorio/institucion";
import { conActor } from "@/lib/datos/transaccion";
import { alcanza } from "@/lib/flujo/actor";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";

/** Institutions within reach of the hat. Row-level security would also show those of the person's other hats. */
export async function instituciones({ actor }: Contexto): Promise<Resultado<readonly Institucion[]>> {
  const todas = await conActor(actor, "institucion.listar", listarInstituciones, { soloLectura: true });
  return exito(todas.filter(({ id }) => alcanza(actor, id)));
}

/** One institution, to be edited. */
export async function institucionParaEditar(
  { actor }: Contexto,
  id: string,
): Promise<Resultado<Institucion>> {
  if (!puede(actor, "institucion.administrar", id)) return NO_ENCONTRADO;
  return conActor(actor, "institucion.leer", async (tx) => {
    const institucion = await leerInstitucion(tx, id);
    return institucion ? exito(institucion) : NO_ENCONTRADO;
  });
}

/** Writes a new institution (without `id`) or changes one. Fails with `codigo_tomado` or `no_encontrado`. */
export async function guardarInstitucion(
  { actor }: Contexto,
  { id, ...datos }: Omit<Institucion, "id"> & { id?: string | undefined },
): Promise<Resultado<{ codigo: string }>> {
  if (!puede(actor, "institucion.administrar", id)) return NO_ENCONTRADO;
  return conActor(actor, "institucion.guardar", async (tx) => {
    if (await codigoTomado(tx, datos.codigo, id)) {
      const mensaje = `El código ${datos.codigo} ya es de otra institución.`;
      return fallar("codigo_tomado", mensaje, { codigo: mensaje });
    }
    if (id === undefined) await crearInstitucion(tx, datos);
    else if (!(await actualizarInstitucion(tx, id, datos))) return NO_ENCONTRADO;
    return exito({ codigo: datos.codigo });
  });
}
