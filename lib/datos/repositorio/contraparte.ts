import type { Rol } from "@/lib/flujo/permiso";
import type { Transaccion } from "../transaccion";

/** A counterpart of an institution, now or before, with the document that designated them (section III of the guide). */
export type Contraparte = {
  readonly id: string;
  readonly usuarioId: string;
  readonly nombre: string;
  readonly correo: string;
  readonly rol: Rol;
  readonly cargo: string | null;
  readonly mesu: boolean;
  readonly designadaPor: string | null;
  /** AAAA-MM-DD. */
  readonly designadaEn: string | null;
  readonly designacion: { readonly id: string; readonly nombre: string; readonly tamano: number } | null;
  readonly desde: Date;
  readonly hasta: Date | null;
};

const ROLES_CONTRAPARTE = ["contraparte_titular", "contraparte_suplente"] as const satisfies Rol[];

/** Whether a function is a counterpart's. */
export function esContraparte(rol: Rol): rol is (typeof ROLES_CONTRAPARTE)[number] {
  return (ROLES_CONTRAPARTE as readonly Rol[]).includes(rol);
}

/** Every counterpart an institution has or has had: those in office first, then the latest. */
export async function listarContrapartes(tx: Transaccion, institucionId: string): Promise<Contraparte[]> {
  const filas = await tx.membresia.findMany({
    where: { institucionId, rol: { in: [...ROLES_CONTRAPARTE] } },
    orderBy: [{ hasta: { sort: "desc", nulls: "first" } }, { rol: "asc" }, { desde: "desc" }],
    select: {
      id: true,
      usuarioId: true,
      rol: true,
      cargo: true,
      mesu: true,
      designadaPor: true,
      designadaEn: true,
      desde: true,
      hasta: true,
      usuario: { select: { nombre: true, correo: true } },
      designacion: { select: { id: true, nombre: true, tamano: true } },
    },
  });
  return filas.map(({ usuario, designadaEn, designacion, ...fila }) => ({
    ...fila,
    ...usuario,
    designadaEn: designadaEn?.toISOString().slice(0, 10) ?? null,
    designacion: designacion && { ...designacion, tamano: Number(designacion.tamano) },
  }));
}

/** What is known of a designation. `en`: AAAA-MM-DD; `archivo`: id of a file of the institution. */
export type Designacion = {
  readonly por: string | null;
  readonly en: string | null;
  readonly archivo: string | null;
};

const comoFilas = ({ por, en, archivo }: Designacion) => ({
  designadaPor: por,
  designadaEn: en === null ? null : new Date(`${en}T00:00:00Z`),
  designacionId: archivo,
});

/** Writes the designation of a counterpart in office, and whether MESU is in their charge. */
export async function escribirDesignacion(
  tx: Transaccion,
  membresiaId: string,
  designacion: Designacion,
  mesu: boolean,
): Promise<void> {
  await tx.membresia.update({
    where: { id: membresiaId },
    data: { ...comoFilas(designacion), mesu },
    select: { id: true },
  });
}

/** Puts a file in the place of the document of a designation; null takes it away. */
export async function ponerDocumento(
  tx: Transaccion,
  membresiaId: string,
  archivo: string | null,
): Promise<void> {
  await tx.membresia.update({
    where: { id: membresiaId },
    data: { designacionId: archivo },
    select: { id: true },
  });
}

/** A current function of a person in an institution, if any. */
export async function funcionVigente(
  tx: Transaccion,
  usuarioId: string,
  institucionId: string,
  rol: Rol,
): Promise<string | null> {
  const fila = await tx.membresia.findFirst({
    where: { usuarioId, institucionId, rol, hasta: null },
    select: { id: true },
  });
  return fila?.id ?? null;
}

/**
 * Gives a person the notices of an institution that another had not read. The ones of whoever leaves stay as they are.
 * @returns how many
 */
export function heredarAvisos(
  tx: Transaccion,
  institucionId: string,
  { de, a }: { readonly de: string; readonly a: string },
): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO notificacion (usuario_id, institucion_id, clave, tipo, texto, enlace, creada_en)
    SELECT ${a}::uuid, institucion_id, clave, tipo, texto, enlace, creada_en FROM notificacion
    WHERE usuario_id = ${de}::uuid AND institucion_id = ${institucionId}::uuid AND leida_en IS NULL
    ON CONFLICT (usuario_id, clave) DO NOTHING`;
}
