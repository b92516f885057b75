import { buscarInstituciones, institucionesLlamadas } from "@/lib/datos/repositorio/grupoInstitucion";
import { actualizarResumen } from "@/lib/datos/repositorio/resumen";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, REVISE, type Resultado } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";
import { type Elegibles, eleccionEntre } from "../eleccion";

type Fila = {
  readonly id: string;
  readonly nombre: string;
  readonly codigo: string;
  readonly ministerio?: string;
};

const INSTITUCIONES: Elegibles<Fila> = {
  materia: "prorroga",
  permite: (actor) => puede(actor, "prorroga.otorgar"),
  alDia: actualizarResumen,
  llave: "el código",
  comoElegible: ({ id, nombre, codigo }) => ({ id, nombre, llave: codigo }),
  parecidos: (tx, ejercicioId, texto, tramo) =>
    buscarInstituciones(tx, ejercicioId, { texto, grupo: "" }, tramo),
  llamados: institucionesLlamadas,
  detalles: async (_tx, _ejercicioId, filas) => filas.map(({ ministerio = "" }) => ministerio),
};

const { proponer, elegir } = eleccionEntre(INSTITUCIONES);

/** The first active institutions within reach whose code, name or ministry contains a text. */
export const proponerInstituciones = proponer;

/** The id of the institution that a text names. Fails with `entrada_invalida` at `campo`, naming those it resembles. */
export async function elegirInstitucion(
  ctx: Contexto,
  { campo, texto }: { readonly campo: string; readonly texto: string },
): Promise<Resultado<string>> {
  const elegida = await elegir(ctx, { [campo]: texto });
  if (!elegida.ok) return elegida;
  const id = elegida.valor[campo];
  return id
    ? exito(id)
    : fallar("entrada_invalida", REVISE, { [campo]: "Elija la institución: escriba su nombre o su código." });
}
