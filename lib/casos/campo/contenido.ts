import { FORMA_POR_COMPONENTE, FORMA_POR_TIPO } from "@/lib/expediente/contenido";
import { leerFecha } from "@/lib/expediente/fecha";
import { leerNumero } from "@/lib/expediente/numero";
import type { ValorCampo } from "@/lib/flujo/campo";
import type { Componente } from "@/lib/guia/e3-2025/valores";

/**
 * The line breaks that other programs paste (Word's soft one is U+000B) as the one that every screen and document draws:
 * they were shown as an empty box.
 */
export const conSaltos = (texto: string): string => texto.replace(/[\v\u0085\u2028\u2029]/g, "\n");

/** Keys of a content that are typed as numbers and as days, whatever component they are in. */
const NUMEROS = new Set(["meta", "montoClp"]);
const FECHAS = new Set(["inicio", "termino"]);

/**
 * The form in which the content of an adjustment is kept: numbers typed become JSON numbers and days AAAA-MM-DD when
 * they can be read, and stay as written when they cannot; what was left blank is absent, and blank rows of a list go.
 */
export function normalizarContenido(valor: ValorCampo): ValorCampo {
  return (normal(valor, "") ?? null) as ValorCampo;
}

function normal(valor: unknown, llave: string): unknown {
  if (Array.isArray(valor)) return valor.map((uno) => normal(uno, "")).filter((uno) => !estaEnBlanco(uno));
  if (typeof valor === "object" && valor !== null)
    return Object.fromEntries(
      Object.entries(valor)
        .map(([k, v]) => [k, normal(v, k)] as const)
        .filter(([, v]) => v !== null && v !== undefined),
    );
  if (typeof valor !== "string") return valor;
  if (valor.trim() === "") return undefined;
  if (NUMEROS.has(llave)) {
    const leido = leerNumero(valor);
    return leido.estado === "numero" ? leido.valor : valor;
  }
  if (FECHAS.has(llave)) {
    const leida = leerFecha(valor);
    return leida.estado === "fecha" ? leida.valor : valor;
  }
  return conSaltos(valor);
}

const estaEnBlanco = (valor: unknown): boolean =>
  valor === undefined ||
  valor === null ||
  (typeof valor === "object" && !Array.isArray(valor) && Object.keys(valor).length === 0);

/** Numbers that cannot be read yet are texts: left out before asking whether the rest has the right shape. */
function sinIlegibles(valor: unknown): unknown {
  if (Array.isArray(valor)) return valor.map(sinIlegibles);
  if (typeof valor !== "object" || valor === null) return valor;
  return Object.fromEntries(
    Object.entries(valor)
      .filter(([k, v]) => !(NUMEROS.has(k) && typeof v === "string"))
      .map(([k, v]) => [k, sinIlegibles(v)]),
  );
}

/**
 * Whether a content has the shape of its component; with no component it is an element added, of any kind.
 * Takes it already normalised. What a screen writes always has it.
 */
export function tieneForma(componente: string, valor: ValorCampo): boolean {
  if (valor === null) return true;
  const formas =
    componente === ""
      ? Object.values(FORMA_POR_TIPO)
      : Object.hasOwn(FORMA_POR_COMPONENTE, componente)
        ? [FORMA_POR_COMPONENTE[componente as Componente]]
        : [];
  const leible = sinIlegibles(valor);
  return formas.some((forma) => forma.safeParse(leible).success);
}
