import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import type { Leidas, Tramo } from "@/lib/datos/repositorio/tramo";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import {
  type Elegible,
  elegido,
  leerEleccion,
  nadieElegido,
  PROPUESTAS,
  type Propuestas,
  textoDe,
} from "@/lib/flujo/eleccion";
import { exito, fallar, NO_ENCONTRADO, REVISE, type Resultado } from "@/lib/flujo/resultado";
import { comoSeBusca } from "@/lib/flujo/tablero";
import type { Contexto } from "./contexto";

/** Among whom one is chosen by writing (decision 0155), in the exercise in course. */
export type Elegibles<F> = {
  /** Names its use cases in the trail: `grupo.proponer`, `grupo.elegir`. */
  readonly materia: string;
  readonly permite: (actor: Contexto["actor"]) => boolean;
  /** What must be brought up to date before looking. */
  readonly alDia?: () => Promise<unknown>;
  /** How the key is called: «el código»; null where no two have the same name. */
  readonly llave: string | null;
  readonly comoElegible: (fila: F) => Elegible;
  /** Those whose name and the like contain a text, already as it is searched. */
  readonly parecidos: (
    tx: Transaccion,
    ejercicioId: string,
    texto: string,
    tramo: Tramo,
  ) => Promise<Leidas<F>>;
  /** Those that a text may stand for. */
  readonly llamados: (
    tx: Transaccion,
    ejercicioId: string,
    leida: ReturnType<typeof leerEleccion>,
  ) => Promise<readonly F[]>;
  /** What tells each of them apart, in the same order. */
  readonly detalles: (
    tx: Transaccion,
    ejercicioId: string,
    filas: readonly F[],
  ) => Promise<readonly string[]>;
};

const PRIMEROS = { desde: 0, cuantas: PROPUESTAS } as const;

async function enElEjercicio<F, R>(
  { actor, ahora }: Contexto,
  { materia, permite, alDia }: Elegibles<F>,
  gesto: string,
  hacer: (tx: Transaccion, ejercicioId: string) => Promise<Resultado<R>>,
): Promise<Resultado<R>> {
  if (!permite(actor)) return NO_ENCONTRADO;
  await alDia?.();
  return conActor(
    actor,
    `${materia}.${gesto}`,
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      return ejercicio ? hacer(tx, ejercicio.id) : NO_ENCONTRADO;
    },
    { soloLectura: true },
  );
}

async function proponer<F>(
  ctx: Contexto,
  entre: Elegibles<F>,
  texto: string,
): Promise<Resultado<Propuestas>> {
  return enElEjercicio(ctx, entre, "proponer", async (tx, ejercicioId) => {
    const { total, filas } = await entre.parecidos(tx, ejercicioId, comoSeBusca(texto), PRIMEROS);
    const detalles = await entre.detalles(tx, ejercicioId, filas);
    const opciones = filas.map((fila, i) => ({
      texto: textoDe(entre.comoElegible(fila)),
      detalle: detalles[i] ?? "",
    }));
    return exito({ opciones, hayMas: total > opciones.length });
  });
}

async function elegir<F, C extends string>(
  ctx: Contexto,
  entre: Elegibles<F>,
  textos: Readonly<Record<C, string>>,
): Promise<Resultado<Readonly<Record<C, string>>>> {
  return enElEjercicio(ctx, entre, "elegir", async (tx, ejercicioId) => {
    const ids = {} as Record<C, string>;
    const campos: Record<string, string> = {};
    for (const [campo, texto] of Object.entries(textos) as [C, string][]) {
      ids[campo] = "";
      if (texto.trim() === "") continue;
      const llamados = await entre.llamados(tx, ejercicioId, leerEleccion(texto));
      const cual = elegido(texto, llamados.map(entre.comoElegible));
      if (cual) {
        ids[campo] = cual.id;
        continue;
      }
      const { filas } = await entre.parecidos(tx, ejercicioId, comoSeBusca(texto), PRIMEROS);
      campos[campo] = nadieElegido(texto, filas.map(entre.comoElegible), entre.llave);
    }
    return Object.keys(campos).length === 0 ? exito(ids) : fallar("entrada_invalida", REVISE, campos);
  });
}

/** The two use cases of choosing one of them by writing. */
export function eleccionEntre<F>(entre: Elegibles<F>) {
  return {
    /** The first that coincide with what is being written. */
    proponer: (ctx: Contexto, { texto }: { readonly texto: string }) => proponer(ctx, entre, texto),
    /**
     * The ids of those that the texts of some fields name; a blank one stays blank. Fails with `entrada_invalida` at
     * each field that names nobody, saying whom it resembles.
     */
    elegir: <C extends string>(ctx: Contexto, textos: Readonly<Record<C, string>>) =>
      elegir(ctx, entre, textos),
  };
}
