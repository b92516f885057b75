import { nombresDe } from "@/lib/datos/repositorio/ajuste";
import {
  type Cambio,
  type FiltroRastro,
  filasNacidas,
  leerRastro,
  nombresDeArchivo,
  personasDelRastro,
} from "@/lib/datos/repositorio/rastro";
import { conActor } from "@/lib/datos/transaccion";
import {
  type CampoCambiado,
  datoEnPalabras,
  type Hecho,
  type SeccionBitacora,
  TABLAS_BITACORA,
  tablasDe,
} from "@/lib/flujo/bitacora";
import { esDeLaRed } from "@/lib/flujo/permiso";
import { exito, type Resultado } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "../contexto";

const POR_PAGINA = 30;

export type FiltroBitacora = {
  readonly seccion: SeccionBitacora | null;
  readonly persona: string | null;
  readonly desde: string | null;
  readonly hasta: string | null;
  readonly pagina: number;
};

export type PaginaBitacora = {
  readonly hechos: readonly Hecho[];
  readonly total: number;
  readonly pagina: number;
  readonly paginas: number;
  readonly porPagina: number;
  readonly personas: readonly { readonly id: string; readonly nombre: string }[];
};

/**
 * Who changed what and when in an institution, in people's words, newest first and by pages. To those of the institution
 * the Red speaks as one (decision 0115): whoever never had a function in it is «Red de Expertos».
 */
export function leerBitacora(
  ctx: ContextoInstitucion,
  { seccion, persona, desde, hasta, pagina }: FiltroBitacora,
): Promise<Resultado<PaginaBitacora>> {
  const institucionId = ctx.institucion.id;
  return conActor(
    ctx.actor,
    "bitacora.leer",
    async (tx) => {
      const todas = await personasDelRastro(tx, institucionId);
      const personas = esDeCasa(ctx.actor) ? todas.filter(({ propia }) => propia) : todas;
      const conNombre = new Set(personas.map(({ id }) => id));
      const filtro: FiltroRastro = {
        institucionId,
        tablas: tablasDe(seccion),
        usuarioId: persona !== null && conNombre.has(persona) ? persona : null,
        desde,
        hasta,
      };
      const tramo = (n: number) =>
        leerRastro(tx, filtro, { salto: (n - 1) * POR_PAGINA, cuantos: POR_PAGINA });
      const pedido = await tramo(pagina);
      // Beyond the end there is nothing to count: the first page says how many there are.
      const leido = pedido.cambios.length === 0 && pagina > 1 ? await tramo(1) : pedido;
      const actual = leido === pedido ? pagina : 1;
      const nacidas = await filasNacidas(tx, institucionId, idsDe(leido.cambios));
      const archivos = await nombresDeArchivo(tx, institucionId, archivosDe(leido.cambios));
      const nombres = await nombresDe(tx, titularesDe(leido.cambios, nacidas));
      return exito({
        hechos: leido.cambios.map((cambio) => {
          const { usuarioId } = cambio;
          const anonima = usuarioId !== null && !conNombre.has(usuarioId);
          return contar(anonima ? { ...cambio, quien: RED } : cambio, { nacidas, archivos, nombres });
        }),
        total: leido.total,
        pagina: actual,
        paginas: Math.max(1, Math.ceil(leido.total / POR_PAGINA)),
        porPagina: POR_PAGINA,
        personas: personas.map(({ id, nombre }) => ({ id, nombre })),
      });
    },
    { soloLectura: true },
  );
}

const RED = "Red de Expertos";

/** Whoever reads as the institution; a validator comes from outside to see who did what. */
const esDeCasa = (actor: ContextoInstitucion["actor"]): boolean =>
  !esDeLaRed(actor) && actor.rol !== "validador_externo";

type Fila = Readonly<Record<string, unknown>>;

function idsDe(cambios: readonly Cambio[]): string[] {
  return cambios.flatMap(({ operacion, fila }) =>
    operacion === "cambio" && typeof fila.id === "string" ? [fila.id] : [],
  );
}

const esArchivo = (columna: string): boolean => columna.endsWith("archivo_id");

function archivosDe(cambios: readonly Cambio[]): string[] {
  return cambios.flatMap(({ anterior, nuevo }) =>
    [anterior, nuevo].flatMap((fila) =>
      Object.entries(fila ?? {}).flatMap(([columna, valor]) =>
        esArchivo(columna) && typeof valor === "string" ? [valor] : [],
      ),
    ),
  );
}

/** A count of nothing says nothing either: numbers that people type are texts here. */
const dicho = (valor: unknown): boolean =>
  valor !== null &&
  valor !== undefined &&
  valor !== "" &&
  valor !== 0 &&
  !(Array.isArray(valor) && valor.length === 0);

/** Every person whose function changed, which is not who changed it. */
function titularesDe(cambios: readonly Cambio[], nacidas: ReadonlyMap<string, Fila>): string[] {
  return cambios.flatMap(({ tabla, fila, anterior, nuevo }) => {
    const suyo = { ...nacidas.get(String(fila.id)), ...anterior, ...nuevo }.usuario_id;
    return tabla === "membresia" && typeof suyo === "string" ? [suyo] : [];
  });
}

type Conocido = {
  readonly nacidas: ReadonlyMap<string, Fila>;
  readonly archivos: ReadonlyMap<string, string>;
  readonly nombres: ReadonlyMap<string, string>;
};

function contar(
  { secuencia, en, quien, tabla, fila, operacion, anterior, nuevo }: Cambio,
  { nacidas, archivos, nombres }: Conocido,
): Hecho {
  const conocida = TABLAS_BITACORA[tabla];
  if (!conocida) throw new Error(`La bitácora no sabe nombrar ${tabla}.`);
  const nombrada: Record<string, unknown> = {
    ...nacidas.get(String(fila.id)),
    ...anterior,
    ...nuevo,
    ...fila,
  };
  const persona = nombres.get(String(nombrada.usuario_id)) ?? "una persona";
  const valorDe = (columna: string, de: Fila | null): unknown => {
    const valor = de?.[columna] ?? null;
    return esArchivo(columna) && typeof valor === "string"
      ? (archivos.get(valor) ?? "un archivo")
      : datoEnPalabras(tabla, columna, valor);
  };
  const cambios = Object.entries(conocida.columnas).flatMap(([columna, etiqueta]): CampoCambiado[] => {
    const [antes, despues] = [valorDe(columna, anterior), valorDe(columna, nuevo)];
    if (!dicho(antes) && !dicho(despues)) return [];
    return [{ etiqueta, antes, despues }];
  });
  const { seccion, nombre } = conocida;
  return { clave: secuencia, en, quien, seccion, operacion, que: nombre({ ...nombrada, persona }), cambios };
}
