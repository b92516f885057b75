import { buscarInstituciones, institucionesLlamadas } from "@/lib/datos/repositorio/grupoInstitucion";
import { actualizarResumen } from "@/lib/datos/repositorio/resumen";
import type { Propuestas } from "@/lib/flujo/eleccion";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, type Resultado } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";
import { type Elegibles, elegir, proponer, REVISE } from "../eleccion";

type Fila = {
  readonly id: string;
  readonly nombre: string;
  readonly codigo: string;
  readonly ministerio?: string;
};

const INSTITUCIONES: Elegibles<Fila> = {
  materia: "prorroga",
  permite: (actor) => puede(actor, "prorroga.otorgar"),
  llave: "el código",
  comoElegible: ({ id, nombre, codigo }) => ({ id, nombre, llave: codigo }),
  parecidos: (tx, ejercicioId, texto, tramo) =>
    buscarInstituciones(tx, ejercicioId, { texto, grupo: "" }, tramo),
  llamados: institucionesLlamadas,
  detalles: async (_tx, _ejercicioId, filas) => filas.map(({ ministerio = "" }) => ministerio),
};

/** The first active institutions within reach whose code, name or ministry contains a text. */
export async function proponerInstituciones(
  ctx: Contexto,
  { texto }: { readonly texto: string },
): Promise<Resultado<Propuestas>> {
  if (INSTITUCIONES.permite(ctx.actor)) await actualizarResumen();
  return proponer(ctx, INSTITUCIONES, texto);
}

/** The id of the institution that a text names. Fails with `entrada_invalida` at `campo`, naming those it resembles. */
export async function elegirInstitucion(
  ctx: Contexto,
  { campo, texto }: { readonly campo: string; readonly texto: string },
): Promise<Resultado<string>> {
  if (INSTITUCIONES.permite(ctx.actor)) await actualizarResumen();
  const elegida = await elegir(ctx, INSTITUCIONES, { [campo]: texto });
  if (!elegida.ok) return elegida;
  const id = elegida.valor[campo];
  return id
    ? exito(id)
    : fallar("entrada_invalida", REVISE, { [campo]: "Elija la institución: escriba su nombre o su código." });
}
