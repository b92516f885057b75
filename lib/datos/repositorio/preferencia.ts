import type { Preferencia } from "@/lib/flujo/aviso";
import type { Rol } from "@/lib/flujo/permiso";
import type { Transaccion } from "../transaccion";

/** What people prefer about their mail, by the id of each. */
export async function leerPreferencias(
  tx: Transaccion,
  usuarioIds: readonly string[],
): Promise<ReadonlyMap<string, Preferencia>> {
  const filas = await tx.usuario.findMany({
    where: { id: { in: [...usuarioIds] } },
    select: { id: true, resumenDiario: true, silenciados: true },
  });
  return new Map(filas.map(({ id, ...preferencia }) => [id, preferencia]));
}

/** Writes what a person prefers, as a whole. */
export async function guardarPreferencia(
  tx: Transaccion,
  usuarioId: string,
  { resumenDiario, silenciados }: Preferencia,
): Promise<void> {
  await tx.usuario.updateMany({
    where: { id: usuarioId },
    data: { resumenDiario, silenciados: [...silenciados] },
  });
}

/** Adds kinds to those a person does not want by mail. Returns whether the person exists. */
export async function silenciarTipos(
  tx: Transaccion,
  usuarioId: string,
  tipos: readonly string[],
): Promise<boolean> {
  const cuantos = await tx.$executeRaw`
    UPDATE usuario SET silenciados = ARRAY(SELECT DISTINCT t FROM unnest(silenciados || ${[...tipos]}::text[]) AS t ORDER BY t)
    WHERE id = ${usuarioId}::uuid`;
  return cuantos === 1;
}

/** Every function a person has now, in any institution. */
export async function rolesDePersona(tx: Transaccion, usuarioId: string): Promise<readonly Rol[]> {
  const filas = await tx.membresia.findMany({
    where: { usuarioId, hasta: null },
    distinct: ["rol"],
    select: { rol: true },
  });
  return filas.map(({ rol }) => rol);
}
