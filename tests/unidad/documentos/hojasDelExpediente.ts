import type { Expediente } from "@/lib/expediente/formato";
import { CATEGORIAS_AJUSTE } from "@/lib/guia/e3-2025/categorias";
import {
  CALIDADES_JURIDICAS,
  COMPONENTES_DIFICULTAD,
  DECISIONES_ACTA,
  DECISIONES_AJUSTE,
  GRUPOS,
  MEDIOS,
  MODALIDADES,
  NOMBRES_COMPONENTE,
  PRIORIDADES,
  SENTIDOS,
  TIPOS_DIFICULTAD,
} from "@/lib/guia/e3-2025/valores";

/** One datum of an expediente, as the documents must say it. */
export type Dato =
  | { ruta: string; clase: "texto"; valor: string }
  | { ruta: string; clase: "numero"; valor: number }
  | { ruta: string; clase: "fecha"; valor: string }
  | { ruta: string; clase: "instante"; valor: string };

const FECHAS = new Set(["fecha", "inicio", "termino", "vigenciaDesde", "vigenciaHasta"]);
const INSTANTES = new Set(["registradoEn", "hasta"]);
/** Said by its place in the document, not by its word. */
const MUDAS = new Set(["formato"]);

const PALABRAS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sentido: SENTIDOS,
  priorizacion: PRIORIDADES,
  medio: MEDIOS,
  modalidad: MODALIDADES,
  grupo: GRUPOS,
  calidadJuridica: CALIDADES_JURIDICAS,
  categorias: CATEGORIAS_AJUSTE,
  componente: NOMBRES_COMPONENTE,
};

function palabra(clave: string, ruta: string, valor: string): string {
  if (clave === "decision")
    return ruta.startsWith("/ajustes") ? frase(DECISIONES_AJUSTE, valor) : frase(DECISIONES_ACTA, valor);
  if (clave === "tipo" && ruta.includes("/dificultadesHolguras/")) return frase(TIPOS_DIFICULTAD, valor);
  if (clave === "componentes" && ruta.includes("/dificultadesHolguras/"))
    return frase(COMPONENTES_DIFICULTAD, valor);
  return frase(PALABRAS[clave] ?? {}, valor);
}

function frase(lista: Readonly<Record<string, string>>, valor: string): string {
  return lista[valor] ?? valor;
}

/** Every leaf of an expediente: what a document must not lose. */
export function datosDe(valor: unknown, ruta = "", clave = ""): Dato[] {
  if (valor === null || valor === undefined || valor === "" || typeof valor === "boolean") return [];
  if (typeof valor === "number") return [{ ruta, clase: "numero", valor }];
  if (typeof valor === "string") {
    if (MUDAS.has(clave) || (clave === "tipo" && ruta.startsWith("/ajustes"))) return [];
    if (FECHAS.has(clave)) return [{ ruta, clase: "fecha", valor }];
    if (INSTANTES.has(clave)) return [{ ruta, clase: "instante", valor }];
    const enContenido = clave === "contenido" && PRIORIDADES[valor as keyof typeof PRIORIDADES];
    return [{ ruta, clase: "texto", valor: enContenido || palabra(clave, ruta, valor) }];
  }
  if (Array.isArray(valor)) return valor.flatMap((x, i) => datosDe(x, `${ruta}/${i}`, clave));
  return Object.entries(valor).flatMap(([k, x]) => datosDe(x, `${ruta}/${k}`, k));
}

/** The part of an expediente that each form must tell. */
export function parteDe(requisito: "E3O1RT1" | "E3O1RT2", expediente: Expediente): unknown {
  const { difusion, ...informe } = expediente;
  return requisito === "E3O1RT1" ? informe : { institucion: expediente.institucion, difusion };
}
