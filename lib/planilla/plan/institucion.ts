import type { Institucion } from "@/lib/expediente/formato";
import { direccion, type HojaLeida, type Libro, type ValorCelda } from "../libro/tipo";
import { buscarHoja, type Faltas } from "../tabla";
import {
  comoTexto,
  esBlanca,
  type Interpretado,
  leerEtiqueta,
  leerNumero,
  leerTexto,
  loHallado,
  normalizar,
} from "../valor";
import { type ClaveInstitucion, DATOS_INSTITUCION, HOJA_INSTITUCION } from "./estructura";
import type { Origen } from "./origen";

export interface CabeceraLeida {
  institucion: Institucion;
  ejercicio: number;
  objetivoGeneral: string | null;
}

interface Sitio {
  celda: string;
  valor: ValorCelda | undefined;
}

/** Columns to the right of a label in which its content may be. */
const ALCANCE = 10;

/** Finds each datum by its label, wherever it is; its content is the first cell with something to its right. */
function ubicar(hoja: HojaLeida): Map<ClaveInstitucion, Sitio> {
  const claves = new Map<string, ClaveInstitucion>();
  for (const { clave, etiqueta, variantes } of DATOS_INSTITUCION) {
    for (const nombre of [etiqueta, ...variantes]) claves.set(normalizar(nombre), clave);
  }
  const sitios = new Map<ClaveInstitucion, Sitio>();
  for (const { numero, celdas } of hoja.filas) {
    const i = celdas.findIndex((celda) => !esBlanca(celda));
    const clave = i < 0 ? undefined : claves.get(normalizar(comoTexto(celdas[i])));
    if (clave === undefined || sitios.has(clave)) continue;
    const derecha = celdas.slice(i + 1, i + 1 + ALCANCE).findIndex((celda) => celda !== undefined);
    const columna = i + 1 + Math.max(0, derecha);
    sitios.set(clave, { celda: direccion(columna, numero), valor: celdas[columna] });
  }
  return sitios;
}

/** Reads whose plan it is and its general objective; null, with its faults, when institution or year are not told. */
export function leerInstitucion(libro: Libro, faltas: Faltas, origen: Origen): CabeceraLeida | null {
  const hoja = buscarHoja(libro.hojas, [HOJA_INSTITUCION.nombre, ...HOJA_INSTITUCION.variantes]);
  if (!hoja) {
    faltas.agregar({
      hoja: HOJA_INSTITUCION.nombre,
      celda: "",
      encontrado: "no está en el libro",
      esperado: `una hoja llamada «${HOJA_INSTITUCION.nombre}»`,
      mensaje: `El libro no tiene la hoja «${HOJA_INSTITUCION.nombre}». Descargue la planilla de la plataforma y copie en ella los datos.`,
    });
    return null;
  }
  const sitios = ubicar(hoja);
  const leer = <T>(
    clave: ClaveInstitucion,
    lector: (v: ValorCelda | undefined) => Interpretado<T>,
    obligatorio?: string,
  ): T | null => {
    const sitio = sitios.get(clave) ?? { celda: "A1", valor: undefined };
    const leido = lector(sitio.valor);
    const esperado = leido.ok ? obligatorio : leido.esperado;
    if (leido.ok && (leido.valor !== null || obligatorio === undefined)) return leido.valor;
    const etiqueta = DATOS_INSTITUCION.find((d) => d.clave === clave)?.etiqueta ?? clave;
    faltas.agregar({
      hoja: hoja.nombre,
      celda: sitio.celda,
      encontrado: loHallado(sitio.valor),
      esperado: esperado ?? "",
      mensaje: `${etiqueta}: se espera ${esperado}.`,
    });
    return null;
  };
  const codigo = leer("codigo", leerEtiqueta, "el código de la institución");
  const ejercicio = leer("ejercicio", leerAnio, "un año, por ejemplo 2025");
  const cabecera = { nombre: leer("nombre", leerTexto), ministerio: leer("ministerio", leerTexto) };
  const objetivoGeneral = leer("objetivoGeneral", leerTexto);
  const rutas = {
    codigo: "/institucion/codigo",
    nombre: "/institucion/nombre",
    ministerio: "/institucion/ministerio",
    ejercicio: "/ejercicio",
    objetivoGeneral: "/objetivoGeneral",
  };
  for (const { clave } of DATOS_INSTITUCION) {
    const sitio = sitios.get(clave) ?? { celda: "A1", valor: undefined };
    origen.anotar(rutas[clave], { hoja: hoja.nombre, ...sitio });
  }
  if (codigo === null || ejercicio === null) return null;
  return { institucion: { codigo, ...cabecera }, ejercicio, objetivoGeneral };
}

function leerAnio(valor: ValorCelda | undefined): Interpretado<number | null> {
  const leido = leerNumero(valor);
  const anio = leido.ok ? leido.valor : Number.NaN;
  const posible = anio === null || (Number.isInteger(anio) && anio >= 1 && anio <= 9999);
  return posible ? { ok: true, valor: anio } : { ok: false, esperado: "un año, por ejemplo 2025" };
}
