import type { Falta } from "./falta";
import { faltaFormato } from "./faltasFormato";
import { puntero } from "./orden";
import { nombrarClave } from "./texto";

/**
 * Strict reading of JSON. `JSON.parse` decides what is JSON; beside it, one pass over the text finds what it hides:
 * repeated keys, `__proto__`, numbers that do not fit, lone surrogates, and nesting no expediente has.
 */

/** Far beyond the nine levels of the format, far below what would exhaust memory. */
const PROFUNDIDAD_MAXIMA = 64;

interface Nivel {
  /** Keys seen, when the level is an object. */
  readonly claves: Set<string> | null;
  clave: string;
  indice: number;
  esperaClave: boolean;
}

export type Lectura =
  | { readonly legible: true; readonly valor: unknown; readonly faltas: readonly Falta[] }
  | { readonly legible: false; readonly mensaje: string };

const COMILLAS = 34;
const BARRA = 92;

function finDeTexto(texto: string, inicio: number): number {
  let fin = inicio + 1;
  while (fin < texto.length) {
    const codigo = texto.charCodeAt(fin);
    if (codigo === COMILLAS) return fin;
    fin += codigo === BARRA ? 2 : 1;
  }
  return texto.length;
}

function decodificar(crudo: string): string {
  if (!crudo.includes("\\")) return crudo.slice(1, -1);
  try {
    return JSON.parse(crudo) as string;
  } catch {
    return crudo; // Not JSON: `JSON.parse` of the whole says so.
  }
}

function esCifra(texto: string, i: number): boolean {
  const codigo = texto.charCodeAt(i);
  return codigo >= 48 && codigo <= 57;
}

function sigueNumero(texto: string, i: number): boolean {
  return esCifra(texto, i) || (i < texto.length && "+-.eE".includes(texto[i] ?? ""));
}

/** Below it, a number without exponent is surely finite. */
const LARGO_DUDOSO = 300;

/** What a text hides from `JSON.parse`, or null when it nests too deep. Never fails, whatever the text. */
function revisar(texto: string): Falta[] | null {
  const pila: Nivel[] = [];
  const faltas: Falta[] = [];
  const camino = (...resto: string[]) =>
    puntero([
      ...pila.slice(0, resto.length ? -1 : undefined).map((n) => (n.claves ? n.clave : n.indice)),
      ...resto,
    ]);

  for (let i = 0; i < texto.length; i++) {
    const nivel = pila[pila.length - 1];
    switch (texto[i]) {
      case " ":
      case ":":
        break;
      case "{":
      case "[": {
        if (pila.length === PROFUNDIDAD_MAXIMA) return null;
        const objeto = texto[i] === "{";
        pila.push({ claves: objeto ? new Set() : null, clave: "", indice: 0, esperaClave: objeto });
        break;
      }
      case "}":
      case "]":
        pila.pop();
        break;
      case ",":
        if (nivel?.claves) nivel.esperaClave = true;
        else if (nivel) nivel.indice++;
        break;
      case '"': {
        const fin = finDeTexto(texto, i);
        const crudo = texto.slice(i, fin + 1);
        i = fin;
        const esClave = nivel?.claves && nivel.esperaClave;
        if (!esClave && !crudo.includes("\\")) break;
        const leido = decodificar(crudo);
        if (esClave) {
          nivel.esperaClave = false;
          nivel.clave = leido;
          if (nivel.claves?.has(leido))
            faltas.push(
              faltaFormato(camino(leido), `La clave «${nombrarClave(leido)}» está repetida. Deje una sola.`),
            );
          else if (leido === "__proto__")
            faltas.push(
              faltaFormato(camino(leido), "La clave «__proto__» no existe en el formato. Quítela."),
            );
          nivel.claves?.add(leido);
        }
        if (!leido.isWellFormed())
          faltas.push(
            faltaFormato(
              camino(),
              "El texto trae un carácter Unicode incompleto (sustituto suelto). Vuelva a escribirlo.",
            ),
          );
        break;
      }
      default:
        if (texto[i] === "-" || esCifra(texto, i)) {
          const inicio = i;
          while (sigueNumero(texto, i + 1)) i++;
          const crudo = texto.slice(inicio, i + 1);
          if ((/e/i.test(crudo) || crudo.length > LARGO_DUDOSO) && !Number.isFinite(Number(crudo)))
            faltas.push(faltaFormato(camino(), "El número es demasiado grande. Corríjalo."));
        }
    }
  }
  return faltas;
}

/** Reads JSON text strictly. What cannot be read says why, in Spanish; what can comes with the faults its text hides. */
export function leerJson(texto: string): Lectura {
  if (texto.trim() === "") return { legible: false, mensaje: "El archivo está vacío. Vuelva a exportarlo." };
  if (texto.startsWith("\uFEFF"))
    return {
      legible: false,
      mensaje: "El archivo empieza con una marca de orden de bytes (BOM). Guárdelo como UTF-8 sin BOM.",
    };
  const faltas = revisar(texto);
  if (faltas === null)
    return {
      legible: false,
      mensaje: `El archivo anida más de ${PROFUNDIDAD_MAXIMA} niveles: no es un expediente ni un plan. Revise que sea el archivo que exportó.`,
    };
  try {
    return { legible: true, valor: JSON.parse(texto) as unknown, faltas };
  } catch (error) {
    const posicion = /position (\d+)/.exec(String(error))?.[1];
    const antes = posicion === undefined ? null : texto.slice(0, Number(posicion)).split("\n");
    const donde = antes ? ` (línea ${antes.length}, columna ${(antes.at(-1)?.length ?? 0) + 1})` : "";
    return { legible: false, mensaje: `El archivo no es JSON válido${donde}. Vuelva a exportarlo.` };
  }
}

/** Reads JSON from bytes, which must be UTF-8. */
export function leerJsonDeBytes(bytes: Uint8Array): Lectura {
  try {
    return leerJson(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return { legible: false, mensaje: "El archivo no está en UTF-8. Guárdelo como UTF-8 sin BOM." };
  }
}
