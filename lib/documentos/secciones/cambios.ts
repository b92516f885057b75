import type { Ajuste, Expediente } from "@/lib/expediente/formato";
import { columnaDe } from "@/lib/guia/e3-2025/campos";
import { DECISIONES_AJUSTE } from "@/lib/guia/e3-2025/valores";
import type { Bloque, Columna, Fila, Registros, Seccion } from "../modelo";
import {
  COLUMNAS_JUSTIFICACION,
  completo,
  type DecisionDeComponente,
  decisionEnPalabras,
  decisionesDelPlan,
  type ElementoDelPlan,
  justificacion,
} from "./decisiones";
import { describirContenido, nombreComponente, nombreTipo, palabra } from "./describir";

/** Nothing but «se mantiene» (or no decision yet): the content of the original plan is all there is to say. */
function esIntacta(x: DecisionDeComponente): boolean {
  if (!x.ajuste) return true;
  const dicho =
    describirContenido(x.ajuste) ||
    justificacion(x.ajuste).some((v) => (Array.isArray(v) ? v.length > 0 : v));
  return x.ajuste.decision === "mantiene" && !dicho && !x.ajuste.tipo;
}

function filaDeCambio(x: DecisionDeComponente, elemento: ElementoDelPlan): Fila {
  const contenido = x.ajuste ? describirContenido(x.ajuste) : "";
  const tipo =
    x.ajuste?.tipo && x.ajuste.decision !== "incorpora" ? `\nTipo informado: ${x.ajuste.tipo}` : "";
  return {
    valores: [
      x.nombre,
      decisionEnPalabras(x, elemento),
      x.original,
      (contenido || (x.ajuste?.decision === "mantiene" ? DECISIONES_AJUSTE.mantiene : "")) + tipo,
      ...justificacion(x.ajuste),
    ],
  };
}

/** Columns of a comparison of the plan of year t-1 with that of year t. */
function columnasDeCambio(ejercicio: number): Columna[] {
  return [
    { etiqueta: columnaDe("ajustes/*/componente"), tipo: "texto", ancho: 20 },
    { etiqueta: columnaDe("ajustes/*/decision"), tipo: "texto", ancho: 16 },
    { etiqueta: `Plan dise\u00f1ado en ${ejercicio - 1}`, tipo: "texto", ancho: 44 },
    { etiqueta: `Plan ${ejercicio}`, tipo: "texto", ancho: 44 },
    ...COLUMNAS_JUSTIFICACION,
  ];
}

const CORTOS = new Set(["objetivoEspecifico", "plazos", "priorizacion"]);

function fichaDeElemento(elemento: ElementoDelPlan, ejercicio: number): Fila {
  const intactas = elemento.decisiones.filter(esIntacta);
  const cambiadas = elemento.decisiones.filter((x) => !esIntacta(x));
  const eliminado = completo(elemento)?.decision === "elimina";
  const todas = eliminado || intactas.every((x) => x.ajuste || x.componente === "objetivoEspecifico");
  const rotulo = (x: DecisionDeComponente) =>
    todas || CORTOS.has(x.componente ?? "")
      ? x.nombre
      : `${x.nombre} \u00b7 ${decisionEnPalabras(x, elemento).toLowerCase()}`;
  const dato = (x: DecisionDeComponente) => ({
    etiqueta: rotulo(x),
    tipo: "texto" as const,
    valor: x.original,
  });
  const detalles: Bloque[] = [
    {
      clase: "registros",
      hoja: "1 Cambios",
      solo: "pdf",
      forma: "tabla",
      columnas: columnasDeCambio(ejercicio),
      filas: cambiadas.map((x) => filaDeCambio(x, elemento)),
    },
  ];
  const mantenidas = eliminado ? `Contenido del plan dise\u00f1ado en ${ejercicio - 1}` : "Se mantiene";
  if (intactas.length > 0) {
    const cortas = intactas.filter((x) => CORTOS.has(x.componente ?? ""));
    const largas = intactas.filter((x) => !CORTOS.has(x.componente ?? ""));
    const grupos = [
      { plena: false, datos: cortas.map(dato) },
      { plena: true, datos: largas.map(dato) },
    ].filter(({ datos }) => datos.length > 0);
    // The title goes on the first that there is: objectives and satisfaction indicators have nothing short.
    detalles.push(
      ...grupos.map(
        (grupo, i): Bloque => ({
          clase: "datos",
          hoja: "1 Cambios",
          solo: "pdf",
          ...(i === 0 && todas && { titulo: mantenidas }),
          ...grupo,
        }),
      ),
    );
  }
  return { titulo: elemento.titulo, valores: [], detalles };
}

function hojaDeCambios(elementos: readonly ElementoDelPlan[], ejercicio: number): Registros {
  return {
    clase: "registros",
    hoja: "1 Cambios",
    solo: "xlsx",
    forma: "tabla",
    columnas: [
      { etiqueta: columnaDe("ajustes/*/elemento"), tipo: "texto", ancho: 24 },
      ...columnasDeCambio(ejercicio),
    ],
    filas: elementos.flatMap((elemento) =>
      elemento.decisiones.map((x) => ({ valores: [elemento.titulo, ...filaDeCambio(x, elemento).valores] })),
    ),
  };
}

function ajustesAjenos(ajenos: readonly Ajuste[]): Registros {
  return {
    clase: "registros",
    hoja: "1 Ajustes sin lugar",
    titulo: "Ajustes que no corresponden a un componente del plan",
    forma: "tabla",
    columnas: [
      { etiqueta: columnaDe("ajustes/*/elemento"), tipo: "texto", ancho: 16 },
      { etiqueta: columnaDe("ajustes/*/componente"), tipo: "texto", ancho: 24 },
      { etiqueta: columnaDe("ajustes/*/decision"), tipo: "texto", ancho: 18 },
      { etiqueta: columnaDe("ajustes/*/tipo"), tipo: "texto", ancho: 18 },
      { etiqueta: "Contenido", tipo: "texto", ancho: 50, plena: true, opcional: true },
      ...COLUMNAS_JUSTIFICACION,
    ],
    filas: ajenos.map((x) => ({
      valores: [
        x.elemento,
        nombreComponente(x.componente),
        palabra(DECISIONES_AJUSTE, x.decision),
        nombreTipo(x.tipo),
        describirContenido(x),
        ...justificacion(x),
      ],
    })),
  };
}

/** Section 1 of the report: what is kept, what changes and why, element by element (guide, §1). */
export function seccionCambios(expediente: Expediente): Seccion {
  const { ejercicio } = expediente;
  const { elementos, ajenos } = decisionesDelPlan(expediente);
  const bloques: Bloque[] = [
    hojaDeCambios(elementos, ejercicio),
    {
      clase: "registros",
      hoja: "1 Cambios",
      solo: "pdf",
      forma: "fichas",
      columnas: [],
      filas: elementos.map((x) => fichaDeElemento(x, ejercicio)),
      vacio: "No hay plan precargado.",
    },
    ajustesAjenos(ajenos),
  ];
  if (expediente.prorroga) {
    bloques.push({
      clase: "datos",
      hoja: "1 Pr\u00f3rroga",
      titulo: "Pr\u00f3rroga para registrar ajustes",
      plena: true,
      datos: [
        { etiqueta: columnaDe("prorroga/hasta"), tipo: "instante", valor: expediente.prorroga.hasta },
        { etiqueta: columnaDe("prorroga/razon"), tipo: "texto", valor: expediente.prorroga.razon },
      ],
    });
  }
  return {
    titulo: "Justificaciones de eventuales modificaciones a lo programado originalmente",
    introduccion: `Cada componente del Plan de Mejoramiento dise\u00f1ado en ${ejercicio - 1}, si se mantiene o se modifica en ${ejercicio}, y las razones con sus antecedentes.`,
    bloques,
  };
}
