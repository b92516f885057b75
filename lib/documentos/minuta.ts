import type { Expediente } from "@/lib/expediente/formato";
import { enumerar } from "@/lib/flujo/enumerar";
import { base, type OpcionesDocumento, portada } from "./comun";
import { leer } from "./lectura";
import type { Documento, Fila, Seccion } from "./modelo";
import {
  COLUMNAS_JUSTIFICACION,
  type DecisionDeComponente,
  decisionEnPalabras,
  decisionesDelPlan,
  type ElementoDelPlan,
  justificacion,
} from "./secciones/decisiones";
import { describirContenido } from "./secciones/describir";

const PLAN = "Plan de Mejoramiento de la Calidad de Servicio y Experiencia Usuaria";

const VERBO: Readonly<Record<string, string>> = {
  modifica: "se modifica",
  incorpora: "se incorpora",
  elimina: "se elimina",
};

function cuantos(n: number, uno: string, varios: string): string {
  return `${n} ${n === 1 ? uno : varios}`;
}

function esCambio(x: DecisionDeComponente): boolean {
  return x.ajuste !== undefined && x.ajuste.decision !== "mantiene";
}

function tituloDeCambio(elemento: ElementoDelPlan, x: DecisionDeComponente): string {
  const verbo = VERBO[x.ajuste?.decision ?? ""] ?? decisionEnPalabras(x, elemento).toLowerCase();
  if (x.componente === null) return `${elemento.titulo.replace(" (nuevo)", "")}: ${verbo}`;
  return `${elemento.titulo}: ${verbo} \u00ab${x.nombre}\u00bb`;
}

function fichaDeCambio(elemento: ElementoDelPlan, x: DecisionDeComponente, ejercicio: number): Fila {
  const nuevo = x.ajuste ? describirContenido(x.ajuste) : "";
  const eliminado = x.ajuste?.decision === "elimina";
  const antes = eliminado
    ? elemento.decisiones
        .map((d) => d.original)
        .filter(Boolean)
        .join("\n")
    : x.original;
  return {
    titulo: tituloDeCambio(elemento, x),
    valores: [antes, eliminado ? `Se elimina del Plan ${ejercicio}.` : nuevo, ...justificacion(x.ajuste)],
  };
}

function mantenidos(elementos: readonly ElementoDelPlan[]): Fila[] {
  return elementos
    .map((elemento) => ({
      elemento,
      nombres: elemento.decisiones.filter((x) => x.ajuste?.decision === "mantiene").map((x) => x.nombre),
    }))
    .filter((x) => x.nombres.length > 0)
    .map((x) => ({ valores: [x.elemento.titulo, x.nombres.join(" \u00b7 ")] }));
}

/** The changes to the plan told as a minute: what was decided, what each part said and says, and why. */
export function seccionesMinuta(expediente: Expediente): Seccion[] {
  const { ejercicio } = expediente;
  const { elementos } = decisionesDelPlan(expediente);
  const decisiones = elementos.flatMap((elemento) => elemento.decisiones.map((x) => ({ elemento, x })));
  const cambios = decisiones.filter(({ x }) => esCambio(x));
  const contar = (decision: string) => decisiones.filter(({ x }) => x.ajuste?.decision === decision).length;
  const institucion = expediente.institucion.nombre ?? "La instituci\u00f3n";
  const partes = [
    ["mantiene", cuantos(contar("mantiene"), "componente", "componentes")],
    ["modifica", cuantos(contar("modifica"), "componente", "componentes")],
    ["incorpora", cuantos(contar("incorpora"), "elemento nuevo", "elementos nuevos")],
    ["elimina", cuantos(contar("elimina"), "elemento", "elementos")],
  ] as const;
  const hechos = partes.filter(([decision]) => contar(decision) > 0).map((x) => x.join(" "));
  const resumen =
    cambios.length === 0
      ? `${institucion} confirma sin cambios el ${PLAN} dise\u00f1ado en ${ejercicio - 1}, que se implementar\u00e1 en ${ejercicio}.`
      : `${institucion} revis\u00f3 el ${PLAN} dise\u00f1ado en ${ejercicio - 1}: ${enumerar(hechos)}. As\u00ed se conforma el Plan de Mejoramiento ${ejercicio}.`;
  const secciones: Seccion[] = [{ titulo: "Resumen", bloques: [{ clase: "parrafo", texto: resumen }] }];
  if (cambios.length > 0) {
    secciones.push({
      titulo: "Cambios y su fundamento",
      bloques: [
        {
          clase: "registros",
          hoja: "Cambios",
          forma: "fichas",
          columnas: [
            {
              etiqueta: `Donde el plan dise\u00f1ado en ${ejercicio - 1} dec\u00eda`,
              tipo: "texto",
              ancho: 55,
              plena: true,
              opcional: true,
            },
            { etiqueta: `El Plan ${ejercicio} dice`, tipo: "texto", ancho: 55, plena: true },
            ...COLUMNAS_JUSTIFICACION,
          ],
          filas: cambios.map(({ elemento, x }) => fichaDeCambio(elemento, x, ejercicio)),
        },
      ],
    });
  }
  const iguales = mantenidos(elementos);
  if (iguales.length > 0) {
    secciones.push({
      titulo: "Lo que se mantiene",
      bloques: [
        {
          clase: "registros",
          hoja: "Mantiene",
          forma: "tabla",
          columnas: [
            { etiqueta: "Elemento", tipo: "texto", ancho: 30 },
            { etiqueta: "Componentes que se mantienen", tipo: "texto", ancho: 90 },
          ],
          filas: iguales,
        },
      ],
    });
  }
  return secciones;
}

/** The summary of changes to the plan as a document. Pure. */
export function armarMinuta(expediente: Expediente, opciones: OpcionesDocumento = {}): Documento {
  const lectura = leer(expediente);
  const comun = base(lectura, opciones, "plan");
  return {
    ...comun,
    clave: "Minuta de cambios",
    titulo: `Plan de Mejoramiento ${expediente.ejercicio}: cambios y razones`,
    subtitulo: `Respecto del plan dise\u00f1ado en ${expediente.ejercicio - 1}`,
    portada: portada(lectura, "E3O1RT1", comun.borrador, opciones),
    secciones: seccionesMinuta(expediente),
    indice: false,
  };
}
