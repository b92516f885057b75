import type { Transaccion } from "../transaccion";

/** The yearly exercise and its milestones, as instants. */
export type Ejercicio = {
  readonly id: string;
  readonly anio: number;
  readonly edicion: string;
  readonly aperturaAjuste: Date;
  readonly cierreAjuste: Date;
  readonly aperturaEnvio: Date;
  readonly cierreEnvio: Date;
};

/** Every exercise, the latest first. */
export function listarEjercicios(tx: Transaccion): Promise<Ejercicio[]> {
  return tx.ejercicio.findMany({ orderBy: { anio: "desc" } });
}

/** The exercise that counts at an instant: the last one that has opened, or the first there will be. */
export async function ejercicioEnCurso(tx: Transaccion, ahora: Date): Promise<Ejercicio | null> {
  const [fila] = await tx.$queryRaw<Ejercicio[]>`
    SELECT id, anio, edicion, apertura_ajuste AS "aperturaAjuste", cierre_ajuste AS "cierreAjuste",
      apertura_envio AS "aperturaEnvio", cierre_envio AS "cierreEnvio"
    FROM ejercicio WHERE id = ejercicio_en_curso(${ahora}::timestamptz)`;
  return fila ?? null;
}

/** Writes an exercise, or changes the one of the same year. */
export async function guardarEjercicio(
  tx: Transaccion,
  { anio, ...datos }: Omit<Ejercicio, "id">,
): Promise<void> {
  await tx.ejercicio.upsert({
    where: { anio },
    create: { anio, ...datos },
    update: datos,
    select: { id: true },
  });
}
