/**
 * Stable codes of what may fail between the application and its database. Screens choose their words by
 * code; `reintentable` says whether the same request may succeed a moment later.
 */
export const CODIGO_DATOS = {
  base_no_disponible: { reintentable: true },
  base_ocupada: { reintentable: true },
  conflicto: { reintentable: true },
  sin_espacio: { reintentable: true },
  duplicado: { reintentable: false },
  restriccion: { reintentable: false },
  fuera_de_alcance: { reintentable: false },
  servidor_local: { reintentable: false },
  migracion: { reintentable: false },
  configuracion: { reintentable: false },
  respaldo: { reintentable: false },
} as const;

export type CodigoDatos = keyof typeof CODIGO_DATOS;

/** An expected failure of the database or of its server, with a message in Spanish that says what to do. */
export class ErrorDatos extends Error {
  readonly codigo: CodigoDatos;
  /** Name of the constraint that refused the row, when one did. */
  readonly restriccion: string | null;

  constructor(
    codigo: CodigoDatos,
    mensaje: string,
    opciones: { causa?: unknown; restriccion?: string } = {},
  ) {
    super(mensaje, { cause: opciones.causa });
    this.name = "ErrorDatos";
    this.codigo = codigo;
    this.restriccion = opciones.restriccion ?? null;
  }

  get reintentable(): boolean {
    return CODIGO_DATOS[this.codigo].reintentable;
  }
}

const NO_DISPONIBLE =
  "La base de datos no responde. Lo escrito no se ha perdido: inténtelo en unos segundos.";
const OCUPADA =
  "Estamos recibiendo muchas visitas y la base de datos no alcanzó a atender. Inténtelo en unos segundos.";

const POR_SQLSTATE: Readonly<Record<string, readonly [CodigoDatos, string]>> = {
  "23505": ["duplicado", "Ya existe un registro con ese mismo valor."],
  "23503": ["restriccion", "El registro al que se hace referencia no existe o está en uso."],
  "23514": ["restriccion", "El valor no cumple una regla de la base de datos."],
  "23502": ["restriccion", "Falta un dato obligatorio."],
  "40001": ["conflicto", "Otra persona guardó al mismo tiempo. Vuelva a intentarlo."],
  "40P01": ["conflicto", "Otra persona guardó al mismo tiempo. Vuelva a intentarlo."],
  "55P03": ["conflicto", "Otra persona guardó al mismo tiempo. Vuelva a intentarlo."],
  "42501": ["fuera_de_alcance", "El registro no pertenece a una institución a la que usted tenga acceso."],
  "53100": [
    "sin_espacio",
    "No queda espacio en el disco del servidor de datos. Avise a quien lo administra.",
  ],
  "53300": ["base_ocupada", OCUPADA],
  "57014": ["base_ocupada", OCUPADA],
  "25P03": ["base_ocupada", OCUPADA],
  "57P01": ["base_no_disponible", NO_DISPONIBLE],
  "57P02": ["base_no_disponible", NO_DISPONIBLE],
  "57P03": ["base_no_disponible", NO_DISPONIBLE],
};

// Prisma hides the server's answer behind its own codes when the adapter has a name for it.
const POR_PRISMA: Readonly<Record<string, string>> = {
  P2002: "23505",
  P2003: "23503",
  P2004: "23514",
  P2011: "23502",
  P2034: "40001",
  P1001: "57P03",
  P1002: "57P03",
  P1008: "57P03",
  P1017: "57P03",
  P2024: "53300",
  P2028: "53300",
};

const RED = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "ETIMEDOUT",
  "EPIPE",
  "EHOSTUNREACH",
  "EAI_AGAIN",
]);
const SE_CORTO =
  /Connection terminated|terminated unexpectedly|not queryable|server has closed the connection/i;
const SIN_TURNO = /timeout exceeded when trying to connect|Query read timeout|Unable to start a transaction/i;

type Campos = {
  code?: unknown;
  constraint?: unknown;
  originalCode?: unknown;
  meta?: unknown;
  message?: unknown;
};

function eslabones(error: unknown): Campos[] {
  const vistos: Campos[] = [];
  const cola: unknown[] = [error];
  while (cola.length > 0 && vistos.length < 12) {
    const actual = cola.shift();
    if (typeof actual !== "object" || actual === null || vistos.includes(actual)) continue;
    vistos.push(actual);
    const { cause, meta, driverAdapterError, errors } = actual as Record<string, unknown>;
    cola.push(cause, meta, driverAdapterError, ...(Array.isArray(errors) ? errors : []));
  }
  return vistos;
}

/**
 * Translates what pg or Prisma threw into one of our codes.
 * @returns an ErrorDatos with the original as its cause, or null when the error is none of the database's
 *   (a bug, or a failure the use case raised on purpose): those go on as they came.
 */
export function errorDeDatos(error: unknown): ErrorDatos | null {
  if (error instanceof ErrorDatos) return error;
  let porPrisma: string | undefined;
  const cadena = eslabones(error);
  for (const { code, originalCode, constraint, message } of cadena) {
    const codigo = typeof originalCode === "string" ? originalCode : typeof code === "string" ? code : "";
    const conocido = POR_SQLSTATE[codigo];
    if (conocido) {
      return new ErrorDatos(conocido[0], conocido[1], {
        causa: error,
        ...(typeof constraint === "string" && { restriccion: constraint }),
      });
    }
    if (codigo.startsWith("08") || RED.has(codigo))
      return new ErrorDatos("base_no_disponible", NO_DISPONIBLE, { causa: error });
    porPrisma ??= POR_PRISMA[codigo];
    if (typeof message !== "string") continue;
    if (SIN_TURNO.test(message)) return new ErrorDatos("base_ocupada", OCUPADA, { causa: error });
    if (SE_CORTO.test(message)) return new ErrorDatos("base_no_disponible", NO_DISPONIBLE, { causa: error });
  }
  const dePrisma = porPrisma ? POR_SQLSTATE[porPrisma] : undefined;
  return dePrisma ? new ErrorDatos(dePrisma[0], dePrisma[1], { causa: error }) : null;
}
