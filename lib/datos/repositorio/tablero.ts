import type { Actor } from "@/lib/flujo/actor";
import type { Cuenta, DiaContado, Dimension, Etapa, FiltroTablero } from "@/lib/flujo/tablero";
import { lecturaConActor, lecturasConActor } from "../transaccion";
import type { Ejercicio } from "./ejercicio";
import { GRUPOS, MINISTERIOS, sentenciaEntera, sentencias } from "./tableroSentencias";

/** The exercise that counts at an instant, in one trip; null when there is none. */
export async function ejercicioDelTablero(actor: Actor, ahora: Date): Promise<Ejercicio | null> {
  const { rows } = await lecturaConActor<Ejercicio>(actor, "tablero.ejercicio", {
    nombre: "cseu_tablero_ejercicio",
    texto: `SELECT id, anio, edicion, apertura_ajuste AS "aperturaAjuste", cierre_ajuste AS "cierreAjuste",
      apertura_envio AS "aperturaEnvio", cierre_envio AS "cierreEnvio" FROM ejercicio WHERE id = ejercicio_en_curso($1)`,
    valores: [ahora],
  });
  return rows[0] ?? null;
}

/** An institution on the board. */
export type FilaTablero = {
  readonly codigo: string;
  readonly nombre: string;
  readonly ministerio: string;
  readonly grupo: string | null;
  readonly etapa: Etapa;
  readonly decididas: number;
  readonly elementos: number;
  readonly informadas: number;
  readonly actividades: number;
  readonly instancias: number;
  readonly abiertas: number;
  readonly prorroga: boolean;
  /** First instant late of what is still owed; null when it is done. */
  readonly vencePlan: Date | null;
  readonly venceEnvio: Date | null;
  readonly planEn: Date | null;
  readonly informeEn: Date | null;
  readonly enviadoEn: Date | null;
  readonly decididoEn: Date | null;
};

/** Counts of one value of a dimension. */
export type CuentaDe = Cuenta & { readonly valor: string };

export type SerieDias = "plan" | "informe" | "envio" | "revision";

export type TableroLeido = {
  readonly total: Cuenta;
  readonly conProrroga: number;
  readonly partes: readonly CuentaDe[];
  readonly dias: Readonly<Record<SerieDias, readonly DiaContado[]>>;
  readonly filas: readonly FilaTablero[];
  readonly ministerios: readonly string[];
  readonly grupos: readonly { readonly id: string; readonly nombre: string }[];
};

export type PedidoTablero = {
  readonly ejercicioId: string;
  readonly filtro: FiltroTablero;
  readonly por: Dimension;
  readonly ahora: Date;
  /** Rows of the table to read. */
  readonly desde: number;
  readonly cuantas: number;
};

type FilaCuenta = {
  dimension: string;
  valor: string;
  instituciones: number;
  atrasadas: number;
  etapas: Partial<Record<Etapa, number>>;
  plan: number;
  informe: number;
  difusion: number;
  envio: number;
  revision: number;
  prorroga: number;
};

function aCuenta({
  valor,
  instituciones,
  atrasadas,
  etapas,
  plan,
  informe,
  difusion,
  envio,
  revision,
}: FilaCuenta): CuentaDe {
  return { valor, instituciones, atrasadas, etapas, listas: { plan, informe, difusion, envio, revision } };
}

const NINGUNA: FilaCuenta = {
  dimension: "todo",
  valor: "",
  instituciones: 0,
  atrasadas: 0,
  etapas: {},
  plan: 0,
  informe: 0,
  difusion: 0,
  envio: 0,
  revision: 0,
  prorroga: 0,
};

type Grupo = { readonly id: string; readonly nombre: string };

/** The rows with the names of their groups: a few hundred names cost less here than one search by row. */
function conGrupo(filas: readonly unknown[] = [], grupos: readonly unknown[] = []): FilaTablero[] {
  const nombres = new Map((grupos as Grupo[]).map(({ id, nombre }) => [id, nombre]));
  return (filas as FilaTablero[]).map((fila) => ({ ...fila, grupo: nombres.get(fila.grupo ?? "") ?? null }));
}

/**
 * The board of an exercise as the summary has it (see `actualizarResumen`), for the institutions the actor reaches, in
 * one trip. Without filters and with the whole reach it reads counts already made.
 */
export async function leerTablero(actor: Actor, pedido: PedidoTablero): Promise<TableroLeido> {
  const [contadas, dias, filas, grupos, ministerios] = await lecturasConActor(
    actor,
    "tablero.leer",
    sentencias(actor, pedido),
  );
  const porDimension = (contadas?.rows ?? []) as FilaCuenta[];
  const todo = porDimension.find(({ dimension }) => dimension === "todo") ?? NINGUNA;
  const partes = porDimension.filter(({ dimension }) => dimension === pedido.por).map(aCuenta);
  const contados = (dias?.rows ?? []) as (DiaContado & { serie: SerieDias })[];
  const de = (serie: SerieDias) =>
    contados.filter((fila) => fila.serie === serie).map(({ dia, cuantas }) => ({ dia, cuantas }));
  return {
    total: aCuenta(todo),
    conProrroga: todo.prorroga,
    partes,
    dias: { plan: de("plan"), informe: de("informe"), envio: de("envio"), revision: de("revision") },
    filas: conGrupo(filas?.rows, grupos?.rows),
    ministerios: ((ministerios?.rows ?? partes) as { valor: string }[]).map(({ valor }) => valor),
    grupos: (grupos?.rows ?? []) as Grupo[],
  };
}

/** Every institution that passes the filters, for the workbook. */
export async function leerTableroEntero(
  actor: Actor,
  pedido: Pick<PedidoTablero, "ejercicioId" | "filtro" | "ahora">,
): Promise<FilaTablero[]> {
  const [filas, grupos] = await lecturasConActor(actor, "tablero.exportar", [
    sentenciaEntera(pedido),
    GRUPOS(pedido.ejercicioId),
  ]);
  return conGrupo(filas?.rows, grupos?.rows);
}

/** Ministries and groups of an exercise, to choose among them. */
export async function leerPartesDelTablero(
  actor: Actor,
  ejercicioId: string,
): Promise<Pick<TableroLeido, "ministerios" | "grupos">> {
  const [grupos, ministerios] = await lecturasConActor(actor, "tablero.partes", [
    GRUPOS(ejercicioId),
    MINISTERIOS(ejercicioId),
  ]);
  return {
    grupos: (grupos?.rows ?? []) as Grupo[],
    ministerios: ((ministerios?.rows ?? []) as { valor: string }[]).map(({ valor }) => valor),
  };
}
