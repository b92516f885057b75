import { almacenArchivos } from "@/lib/archivos/configuracion";
import { buscarArchivo } from "@/lib/datos/repositorio/archivo";
import { reemplazarDestinatarios } from "@/lib/datos/repositorio/destinatario";
import { conActor } from "@/lib/datos/transaccion";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { Grupo } from "@/lib/guia/e3-2025/valores";
import type { DestinatariosLeidos } from "@/lib/planilla/destinatarios/leer";
import type { FaltaCelda } from "@/lib/planilla/falla";
import { planillaEnTaller } from "@/lib/planilla/taller/taller";
import type { ContextoInstitucion } from "../contexto";
import { conDifusion } from "./comun";
import { destinatariosAbiertos } from "./reabierto";

/** MIME type of the workbooks of recipients. */
export const TIPO_LISTADO = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const NO_ES_XLSX = fallar(
  "listado_no_es_xlsx",
  "Para leer el listado se necesita un libro de Excel .xlsx. Ábralo en Excel o LibreOffice, guárdelo como «Libro de Excel (.xlsx)» y súbalo de nuevo.",
);

/** Faults shown on screen; the rest are counted, and all of them are in the marked workbook. */
const FALTAS_EN_PANTALLA = 300;

type Abierto = { readonly nombre: string; readonly bytes: Uint8Array };

async function abrirListado(ctx: ContextoInstitucion, id: string): Promise<Resultado<Abierto>> {
  if (!puede(ctx.actor, "difusion.llenar", ctx.institucion.id)) return NO_ENCONTRADO;
  const fila = await conActor(
    ctx.actor,
    "difusion.listado",
    (tx) => buscarArchivo(tx, ctx.institucion.id, id),
    {
      soloLectura: true,
    },
  );
  if (!fila) return NO_ENCONTRADO;
  if (fila.tipo !== TIPO_LISTADO) return NO_ES_XLSX;
  const abierto = await almacenArchivos().abrir(fila.sha256);
  if (!abierto.ok) return abierto;
  const partes: Buffer[] = [];
  for await (const parte of abierto.valor.flujo) partes.push(parte as Buffer);
  return exito({ nombre: fila.nombre, bytes: new Uint8Array(Buffer.concat(partes)) });
}

async function leerListado(
  ctx: ContextoInstitucion,
  id: string,
): Promise<Resultado<Abierto & { readonly leidos: DestinatariosLeidos }>> {
  const abierto = await abrirListado(ctx, id);
  if (!abierto.ok) return abierto;
  const leidos = await planillaEnTaller("leerDestinatarios", [abierto.valor.bytes]);
  return leidos.ok ? exito({ ...abierto.valor, leidos: leidos.valor }) : leidos;
}

/** A workbook of recipients as read, before it replaces the list. */
export type ListadoRevisado = {
  readonly archivo: string;
  readonly nombre: string;
  readonly total: number;
  readonly conteo: Readonly<Record<Grupo, number>>;
  readonly areas: readonly string[];
  readonly errores: number;
  readonly avisos: number;
  /** The first ones, errors before warnings. */
  readonly faltas: readonly FaltaCelda[];
};

/**
 * Reads an uploaded workbook of recipients without keeping anything: every fault by cell and the groups counted.
 * Fails: `listado_no_es_xlsx`, the `LIBRO_…` codes of the reader, `DESTINATARIOS_SIN_TABLA`.
 */
export async function revisarListado(
  ctx: ContextoInstitucion,
  { archivo }: { readonly archivo: string },
): Promise<Resultado<ListadoRevisado>> {
  const leido = await leerListado(ctx, archivo);
  if (!leido.ok) return leido;
  const { nombre, leidos } = leido.valor;
  const errores = leidos.faltas.filter(({ nivel }) => nivel === "error");
  const avisos = leidos.faltas.filter(({ nivel }) => nivel === "aviso");
  return exito({
    archivo,
    nombre,
    total: leidos.filas.length,
    conteo: leidos.conteo,
    areas: leidos.areas,
    errores: errores.length,
    avisos: avisos.length,
    faltas: [...errores, ...avisos].slice(0, FALTAS_EN_PANTALLA),
  });
}

/** The same workbook with its faults marked, explained and listed. Fails as `revisarListado`. */
export async function marcarListado(
  ctx: ContextoInstitucion,
  archivo: string,
): Promise<Resultado<{ bytes: Uint8Array; nombre: string }>> {
  const leido = await leerListado(ctx, archivo);
  if (!leido.ok) return leido;
  const { nombre, bytes, leidos } = leido.valor;
  const marcado = await planillaEnTaller("marcarFaltas", [bytes, leidos.faltas]);
  if (!marcado.ok) return marcado;
  return exito({
    bytes: marcado.valor,
    nombre: nombre.replace(/(\.xlsx)?$/i, " (con faltas marcadas).xlsx"),
  });
}

/** The blank list of recipients that the platform hands out. */
export async function plantillaListado(): Promise<Resultado<{ bytes: Uint8Array; nombre: string }>> {
  const hecha = await planillaEnTaller("plantillaDestinatarios", []);
  return hecha.ok ? exito({ bytes: hecha.valor, nombre: "Listado de destinatarios.xlsx" }) : hecha;
}

/** Storing 50,000 rows with their trail, on a slow machine. */
const DURACION_MS = 300_000;

export type ListadoGuardado = { readonly total: number; readonly reemplazados: number };

/**
 * Replaces the list of recipients by what a workbook says, and keeps the workbook as its means of verification
 * (DIF-04). Rows at fault are kept too, as they were written: the rules go on telling them (DIF-05 to DIF-09).
 * Repeating it leaves the same list. Fails as `revisarListado`.
 */
export async function reemplazarListado(
  ctx: ContextoInstitucion,
  { archivo }: { readonly archivo: string },
): Promise<Resultado<ListadoGuardado>> {
  const leido = await leerListado(ctx, archivo);
  if (!leido.ok) return leido;
  const { filas } = leido.valor.leidos;
  return conDifusion(
    ctx,
    "difusion.reemplazarListado",
    destinatariosAbiertos,
    async (tx, difusion) =>
      exito({
        total: filas.length,
        reemplazados: await reemplazarDestinatarios(tx, difusion, archivo, filas),
      }),
    { aSolas: true, duracionMs: DURACION_MS },
  );
}
