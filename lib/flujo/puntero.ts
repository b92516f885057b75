import type { Expediente } from "@/lib/expediente/formato";
import type { Cierre, Lugar } from "./campo";
import { type Camino, MAPAS, sufijosDe } from "./mapa";
import { algoReabierto, estaReabierto } from "./reapertura";

/** A pointer that a field answers to, and whether the version had that very field (if not, it is its list). */
export type RutaDeCampo = { readonly ruta: string; readonly completa: boolean };

const valorEn = (dato: unknown, llave: string): unknown =>
  typeof dato === "object" && dato !== null ? (dato as Record<string, unknown>)[llave] : undefined;

function seguir(enviado: Expediente, { pasos }: Camino, clave: readonly string[], posicion: number | null) {
  let dato: unknown = enviado;
  let ruta = "";
  for (const { lista, donde } of pasos) {
    for (const llave of lista) dato = valorEn(dato, llave);
    ruta += `/${lista.join("/")}`;
    const elementos = Array.isArray(dato) ? dato : [];
    const indice =
      donde === "posicion"
        ? posicion !== null && posicion < elementos.length
          ? posicion
          : -1
        : elementos.findIndex((elemento) =>
            Object.entries(donde).every(([llave, que]) => {
              const esperado = typeof que === "number" ? clave[que] : que.texto;
              return (valorEn(elemento, llave) ?? "") === esperado;
            }),
          );
    if (indice < 0) return { ruta, completa: false };
    dato = elementos[indice];
    ruta += `/${indice}`;
  }
  return { ruta, completa: true };
}

const unir = (ruta: string, resto: string): string => (resto === "" ? ruta : `${ruta}/${resto}`);

/**
 * Every pointer of a field in the expediente as sent.
 * @param posicion place among its rows (from 0) of a record without identity: a difficulty, an instance.
 */
export function rutasDe(lugar: Lugar, enviado: Expediente, posicion: number | null): readonly RutaDeCampo[] {
  return MAPAS[lugar.grupo].caminos.flatMap((camino): RutaDeCampo[] => {
    const vale = Object.entries(camino.si ?? {}).every(
      ([parte, texto]) => lugar.clave[Number(parte)] === texto,
    );
    if (!vale) return [];
    const { ruta, completa } = seguir(enviado, camino, lugar.clave, posicion);
    if (!completa) return [{ ruta, completa }];
    const { fin } = camino;
    if (fin === undefined) return sufijosDe(lugar).map((sufijo) => ({ ruta: unir(ruta, sufijo), completa }));
    const resto = "fijo" in fin ? fin.fijo : (lugar.clave[fin.parte] ?? "");
    return [{ ruta: unir(ruta, resto), completa }];
  });
}

/** Places whose opening changes the plan in force. */
export const LUGARES_DEL_PLAN = ["/ajustes", "/planOriginal"] as const;

/** Where each matter is written: with none of them opened, a return leaves it closed whole. */
export const LUGARES_DE_CIERRE: Readonly<Record<Cierre, readonly string[]>> = {
  plan: [...LUGARES_DEL_PLAN, "/aprobacionPlan"],
  // A plan that changes asks for the report's act again (AIN-04), and may ask the report for more.
  informe: ["/informe", "/aprobacionInforme", ...LUGARES_DEL_PLAN, "/aprobacionPlan"],
  envio: ["/difusion"],
};

/** A version returned with only some of its places open. */
export type Devuelta = {
  /** Pointers that the return opened (`envio.reabierto`). */
  readonly reabierto: readonly string[];
  /** As sent; lists of recipients may be left out. */
  readonly enviado: Expediente;
};

/**
 * Whether a field can be written after a return: it, something inside it or something it is inside of was opened, or
 * another field that brings it along. What the version did not have follows its list, and in the report also the plan.
 */
export function lugarAbierto(
  { reabierto, enviado }: Devuelta,
  lugar: Lugar,
  posicion: number | null = null,
): boolean {
  const rutas = rutasDe(lugar, enviado, posicion);
  const completas = rutas.filter(({ completa }) => completa);
  if (completas.length > 0) return completas.some(({ ruta }) => algoReabierto(reabierto, ruta));
  const conElPlan =
    MAPAS[lugar.grupo].sigueAlPlan === true &&
    LUGARES_DEL_PLAN.some((ruta) => algoReabierto(reabierto, ruta));
  return conElPlan || rutas.some(({ ruta }) => estaReabierto(reabierto, ruta));
}

/** Whether the decision about a component of the plan (or a whole element, null) can be changed after a return. */
export function decisionAbierta(devuelta: Devuelta, elemento: string, componente: string | null): boolean {
  const lugar: Lugar = { grupo: "ajuste", clave: [elemento, componente ?? ""], campo: "contenido" };
  const delAjuste = rutasDe(lugar, devuelta.enviado, null);
  const completas = delAjuste.filter(({ completa }) => completa);
  // What justifies a decision does not open the decision itself; a place of the plan or the whole adjustment does.
  const sinCampo = completas.map(({ ruta }) => ruta.replace(/^(\/ajustes\/\d+)\/.*$/, "$1"));
  if (sinCampo.length > 0)
    return sinCampo.some((ruta) =>
      ruta.startsWith("/ajustes/")
        ? ["", "/decision", "/contenido"].some((resto) =>
            estaReabierto(devuelta.reabierto, `${ruta}${resto}`),
          )
        : (componente === null ? estaReabierto : algoReabierto)(devuelta.reabierto, ruta),
    );
  return LUGARES_DEL_PLAN.some((ruta) => estaReabierto(devuelta.reabierto, ruta));
}
