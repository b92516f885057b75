import {
  actualizarInstitucion,
  buscarEntreTodas,
  codigoTomado,
  crearInstitucion,
  type Institucion,
  leerInstitucion,
} from "@/lib/datos/repositorio/institucion";
import { conActor } from "@/lib/datos/transaccion";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { comoSeBusca } from "@/lib/flujo/tablero";
import type { Contexto } from "../contexto";
import { leerPagina, type Pagina } from "../pagina";

export const POR_PAGINA = 50;

/** A page of the institutions within reach of the hat whose code, name or ministry contains a text. */
export async function instituciones(
  { actor }: Contexto,
  { texto, pagina }: { readonly texto: string; readonly pagina: number },
): Promise<Resultado<Pagina<Institucion>>> {
  if (!puede(actor, "institucion.administrar")) return NO_ENCONTRADO;
  const busqueda = { texto: comoSeBusca(texto), alcance: actor.alcance };
  return conActor(
    actor,
    "institucion.listar",
    async (tx) =>
      exito(await leerPagina(pagina, POR_PAGINA, (tramo) => buscarEntreTodas(tx, busqueda, tramo))),
    { soloLectura: true },
  );
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
