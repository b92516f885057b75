import { type Archivo, aparte, type Objeto } from "./objetos";
import { type Impreso, Prensa } from "./prensa";

/** The objects that are reached from some, without going through the foreign ones. By number, as in their file. */
function alcanzados(
  objetos: Archivo["objetos"],
  raices: readonly number[],
  ajenos: readonly number[],
): (Objeto | undefined)[] {
  const hallados: (Objeto | undefined)[] = new Array(objetos.length);
  const vistos = new Set(ajenos);
  const fila = [...raices];
  for (const numero of fila) {
    const objeto = objetos[numero];
    if (!objeto || vistos.has(numero)) continue;
    vistos.add(numero);
    hallados[numero] = objeto;
    for (const otro of objeto.refs) if (!vistos.has(otro)) fila.push(otro);
  }
  return hallados;
}

/** What of a file goes to another. Numbers are those of the file. */
export interface Reparto {
  /** With what they reach, all that goes. */
  raices: readonly number[];
  /** What does not go, though it is reached: another will be in its place. */
  ajenos?: readonly number[];
  /** What is rewritten when it is bound. */
  sueltos: Iterable<number>;
}

/** A file as a part of another: its loose objects, and the rest, of which only the number changes. */
export class Parte {
  readonly cuantos: number;
  /** What its file said of itself: it changes with it. */
  readonly version: string;
  readonly sueltos = new Map<number, Objeto>();
  private ultima: { base: number; impreso: Impreso } | undefined;
  /** Until they are printed: taken apart, they take many times their bytes. */
  private resto: (Objeto | undefined)[] | undefined;

  /** `desarmar` takes the file apart, and is asked again if the part changes place. */
  constructor(
    private readonly desarmar: () => Archivo,
    private readonly reparto: Reparto,
    archivo = desarmar(),
  ) {
    this.cuantos = archivo.objetos.length;
    this.version = archivo.version;
    for (const numero of reparto.sueltos) {
      const objeto = archivo.objetos[numero];
      if (objeto) this.sueltos.set(numero, { ...objeto, trozos: objeto.trozos.map(aparte) });
    }
    this.resto = this.separar(archivo);
  }

  private separar({ objetos }: Archivo): (Objeto | undefined)[] {
    const resto = alcanzados(objetos, this.reparto.raices, this.reparto.ajenos ?? []);
    for (const numero of this.sueltos.keys()) resto[numero] = undefined;
    return resto;
  }

  /** What is not loose, printed with its numbers counted from `base`; again in the same place, it is as it was. */
  imprimir(base: number): Impreso {
    if (this.ultima?.base === base) return this.ultima.impreso;
    const resto = this.resto ?? this.separar(this.desarmar());
    this.resto = undefined;
    const prensa = new Prensa();
    const lugares = new Int32Array(this.cuantos).fill(-1);
    const numerar = (n: number) => base + n;
    resto.forEach((objeto, numero) => {
      if (!objeto) return;
      lugares[numero] = prensa.largo;
      prensa.objeto(base + numero, objeto, numerar);
    });
    const impreso = { bytes: prensa.bytes(), lugares };
    this.ultima = { base, impreso };
    return impreso;
  }
}
