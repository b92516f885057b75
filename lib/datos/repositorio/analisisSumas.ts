import { SISTEMA } from "@/lib/flujo/actor";
import { Prisma } from "../generado/client";
import { conActor, lecturaConActor, type Transaccion } from "../transaccion";
import { aportesDeDichos, escribirDichos } from "./analisisDichos";
import { escribirHechos } from "./analisisHechos";
import { turnoDeResumir } from "./cerrojo";

const DURACION_MS = 120_000;

// Nothing tells the planner how many rows a part of these statements will have, and it guesses one: for many
// institutions it would walk them all for each of the others. Joined by hashing they cost what they weigh.
const MUCHAS = 200;
const EN_BLOQUE = Prisma.sql`SELECT set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true)`;

const DE_LA_INSTITUCION = ["analizada", "hecho", "incumplida", "dicho"] as const;

type PorAnalizar = { institucion_id: string; secuencia: bigint; viva: boolean };

/**
 * Makes again the part of the analysis of the institutions whose trail moved since the last time, so that whoever reads it
 * afterwards sees every change committed until now. Whoever saves pays nothing for it. Before it, `actualizarResumen`.
 */
export async function actualizarAnalisis(ejercicioId: string): Promise<void> {
  const { rows } = await lecturaConActor<{ al_dia: boolean }>(SISTEMA, "analisis.resumir", {
    nombre: "cseu_analisis_al_dia",
    texto:
      "SELECT EXISTS (SELECT FROM resumen.analizado WHERE ejercicio_id = $1 AND movimientos = resumen.movimientos()) AS al_dia",
    valores: [ejercicioId],
  });
  if (rows[0]?.al_dia) return;
  await conActor(
    SISTEMA,
    "analisis.resumir",
    async (tx) => {
      await turnoDeResumir(tx);
      // The heads are read before what they stand for: what is committed in between is looked at again the next time.
      await tx.$executeRaw`
        INSERT INTO resumen.analizado (ejercicio_id, movimientos) VALUES (${ejercicioId}::uuid, resumen.movimientos())
        ON CONFLICT (ejercicio_id) DO UPDATE SET movimientos = excluded.movimientos`;
      const cambiadas = await tx.$queryRaw<PorAnalizar[]>`
        SELECT institucion_id, secuencia, viva FROM resumen.por_analizar(${ejercicioId}::uuid)`;
      if (cambiadas.length > MUCHAS) await tx.$executeRaw(EN_BLOQUE);
      if (cambiadas.length > 0) await rehacer(tx, ejercicioId, cambiadas);
    },
    { duracionMs: DURACION_MS },
  );
}

async function rehacer(
  tx: Transaccion,
  ejercicioId: string,
  cambiadas: readonly PorAnalizar[],
): Promise<void> {
  const vivas = cambiadas.filter(({ viva }) => viva);
  const ids = vivas.map((fila) => fila.institucion_id);
  const todas = cambiadas.map((fila) => fila.institucion_id);
  await sumar(tx, ejercicioId, todas, -1);
  for (const tabla of DE_LA_INSTITUCION)
    await tx.$executeRaw`
      DELETE FROM ${Prisma.raw(`resumen.${tabla}`)} WHERE ejercicio_id = ${ejercicioId}::uuid AND institucion_id = ANY (${todas}::uuid[])`;
  await escribirHechos(tx, ejercicioId, ids);
  await escribirDichos(tx, ejercicioId, ids);
  await tx.$executeRaw`
    INSERT INTO resumen.analizada (ejercicio_id, institucion_id, secuencia)
    SELECT ${ejercicioId}::uuid, * FROM unnest(${ids}::uuid[], ${vivas.map(({ secuencia }) => secuencia)}::bigint[])`;
  await sumar(tx, ejercicioId, ids, 1);
  await tx.$executeRaw`DELETE FROM resumen.suma WHERE ejercicio_id = ${ejercicioId}::uuid AND instituciones = 0`;
  if (todas.length > MUCHAS) await tx.$executeRaw`SELECT resumen.estimar()`;
}

/** Adds (1) or takes (-1) what some institutions count for. */
async function sumar(
  tx: Transaccion,
  ejercicioId: string,
  ids: readonly string[],
  signo: 1 | -1,
): Promise<void> {
  await tx.$executeRaw`
    WITH suyos AS (SELECT * FROM resumen.dicho WHERE ejercicio_id = ${ejercicioId}::uuid AND institucion_id = ANY (${ids}::uuid[]))
    INSERT INTO resumen.suma AS s (ejercicio_id, materia, valor, cuantas, instituciones)
    SELECT ejercicio_id, materia, valor, ${signo}::int * sum(cuantas), ${signo}::int * count(*) FROM (
      SELECT ejercicio_id, institucion_id, materia, valor, cuantas FROM resumen.hecho
      WHERE ejercicio_id = ${ejercicioId}::uuid AND institucion_id = ANY (${ids}::uuid[])
      UNION ALL ${Prisma.raw(aportesDeDichos("suyos"))}) a
    GROUP BY ejercicio_id, materia, valor
    ON CONFLICT (ejercicio_id, materia, valor) DO UPDATE SET
      cuantas = s.cuantas + excluded.cuantas, instituciones = s.instituciones + excluded.instituciones`;
}

/** Forgets what the analysis keeps: it is made again, whole, at its next view. */
export async function olvidarAnalisis(tx: Transaccion): Promise<void> {
  for (const tabla of ["analizado", ...DE_LA_INSTITUCION, "suma"])
    await tx.$executeRaw`DELETE FROM ${Prisma.raw(`resumen.${tabla}`)}`;
}
