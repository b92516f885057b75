import type { Transaccion } from "../transaccion";

/** A person as identity needs them; `claveHash` never leaves the use cases of identity. */
export type Usuario = {
  readonly id: string;
  readonly correo: string;
  readonly nombre: string;
  readonly run: string | null;
  readonly claveHash: string | null;
  readonly activo: boolean;
};

const CAMPOS = { id: true, correo: true, nombre: true, run: true, claveHash: true, activo: true } as const;

/** The form in which e-mails are kept and compared. */
export function normalizarCorreo(correo: string): string {
  return correo.trim().toLowerCase();
}

/** Finds a person by e-mail, in any case. */
export function buscarPorCorreo(tx: Transaccion, correo: string): Promise<Usuario | null> {
  return tx.usuario.findUnique({ where: { correo: normalizarCorreo(correo) }, select: CAMPOS });
}

/** Finds a person by canonical RUN ("12345678-5"). */
export function buscarPorRun(tx: Transaccion, run: string): Promise<Usuario | null> {
  return tx.usuario.findUnique({ where: { run }, select: CAMPOS });
}

/** Finds a person by the account of an OIDC provider. */
export async function buscarPorCuenta(
  tx: Transaccion,
  proveedor: string,
  sujeto: string,
): Promise<Usuario | null> {
  const cuenta = await tx.cuentaExterna.findUnique({
    where: { proveedor_sujeto: { proveedor, sujeto } },
    select: { usuario: { select: CAMPOS } },
  });
  return cuenta?.usuario ?? null;
}

/** Finds a person by id. */
export function buscarPorId(tx: Transaccion, id: string): Promise<Usuario | null> {
  return tx.usuario.findUnique({ where: { id }, select: CAMPOS });
}

/** Remembers that an account of a provider is this person's. Repeating it changes nothing. */
export async function vincularCuenta(
  tx: Transaccion,
  usuarioId: string,
  proveedor: string,
  sujeto: string,
): Promise<void> {
  await tx.cuentaExterna.createMany({ data: [{ usuarioId, proveedor, sujeto }], skipDuplicates: true });
}

/** Creates a person. Takes a normalized or raw e-mail. Returns the id. */
export async function crearUsuario(
  tx: Transaccion,
  nuevo: { correo: string; nombre: string; run?: string | null; claveHash?: string | null; creadoEn: Date },
): Promise<string> {
  const { id } = await tx.usuario.create({
    data: { ...nuevo, correo: normalizarCorreo(nuevo.correo) },
    select: { id: true },
  });
  return id;
}

/** Changes what a person may change of themselves, or an administrator of somebody. */
export async function actualizarUsuario(
  tx: Transaccion,
  id: string,
  cambios: {
    nombre?: string;
    run?: string | null;
    claveHash?: string;
    activo?: boolean;
    ultimoIngresoEn?: Date;
  },
): Promise<void> {
  await tx.usuario.update({ where: { id }, data: cambios, select: { id: true } });
}

/** A person in the list of the administration. */
export type PersonaListada = {
  readonly id: string;
  readonly nombre: string;
  readonly correo: string;
  readonly activo: boolean;
  readonly ultimoIngresoEn: Date | null;
  readonly funciones: readonly { readonly rol: string; readonly institucion: string | null }[];
  readonly sesionesAbiertas: number;
};

/** People whose name or e-mail contains a text, by name. Takes page size and offset. Returns the page and the total. */
export async function listarUsuarios(
  tx: Transaccion,
  { texto, desde, cuantos, ahora }: { texto: string; desde: number; cuantos: number; ahora: Date },
): Promise<{ total: number; personas: PersonaListada[] }> {
  const contiene = { contains: texto, mode: "insensitive" } as const;
  const where = texto === "" ? {} : { OR: [{ nombre: contiene }, { correo: contiene }] };
  const total = await tx.usuario.count({ where });
  const filas = await tx.usuario.findMany({
    where,
    orderBy: [{ nombre: "asc" }, { id: "asc" }],
    skip: desde,
    take: cuantos,
    select: {
      id: true,
      nombre: true,
      correo: true,
      activo: true,
      ultimoIngresoEn: true,
      membresias: {
        where: { hasta: null },
        select: { rol: true, institucion: { select: { nombre: true } } },
      },
      _count: { select: { sesiones: { where: { cerradaEn: null, expiraEn: { gt: ahora } } } } },
    },
  });
  const personas = filas.map(({ membresias, _count, ...persona }) => ({
    ...persona,
    funciones: membresias.map((m) => ({ rol: m.rol, institucion: m.institucion?.nombre ?? null })),
    sesionesAbiertas: _count.sesiones,
  }));
  return { total, personas };
}
