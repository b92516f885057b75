import type { Expediente } from "@/lib/expediente/formato";
import { mostrarNumero } from "@/lib/expediente/numero";
import { base, type OpcionesDocumento, portada } from "./comun";
import { type Lectura, leer } from "./lectura";
import type { Bloque, Documento, Firmas, Seccion } from "./modelo";
import { seccionActas } from "./secciones/actas";
import { seccionDificultades, seccionSeguimiento } from "./secciones/analisis";
import { seccionCambios } from "./secciones/cambios";
import { seccionesDifusion } from "./secciones/difusion";
import { seccionEjecucion } from "./secciones/ejecucion";
import { seccionIndicadores } from "./secciones/indicadores";
import { hojasDelPlan } from "./secciones/plan";

/** The two technical requirements of stage 3 that are reported with a form. */
export type Requisito = "E3O1RT1" | "E3O1RT2";

const TITULOS: Readonly<Record<Requisito, { titulo: string; subtitulo: string }>> = {
  E3O1RT1: {
    titulo: "Informe de implementaci\u00f3n del Plan de Mejoramiento",
    subtitulo: "Implementaci\u00f3n del Plan de Mejoramiento de la Calidad de Servicio y Experiencia Usuaria",
  },
  E3O1RT2: {
    titulo: "Difusi\u00f3n del informe de implementaci\u00f3n",
    subtitulo:
      "Difusi\u00f3n del informe de implementaci\u00f3n del Plan de Mejoramiento de la Calidad de Servicio y Experiencia Usuaria",
  },
};

const FECHA = "Fecha: ____ / ____ / ________";
const LUGARES: Firmas["lugares"] = [
  { nombre: "Jefatura de servicio", cargo: "Nombre, firma y timbre", detalle: FECHA },
  { nombre: "Contraparte del Sistema", cargo: "Nombre y firma", detalle: FECHA },
];

function conFirma(secciones: Seccion[], que: string): Seccion[] {
  const firmas: Bloque = { clase: "firmas", que, lugares: LUGARES };
  return secciones.map((x, i) => {
    if (i < secciones.length - 1) return x;
    const ultima = x.subsecciones?.at(-1);
    if (!ultima || !x.subsecciones) return { ...x, bloques: [...x.bloques, firmas] };
    return {
      ...x,
      subsecciones: [...x.subsecciones.slice(0, -1), { ...ultima, bloques: [...ultima.bloques, firmas] }],
    };
  });
}

function seccionesInforme(lectura: Lectura): Seccion[] {
  const { expediente, vigente } = lectura;
  const cambios = seccionCambios(expediente);
  const original = expediente.planOriginal;
  return [
    {
      ...cambios,
      bloques: [
        ...cambios.bloques,
        ...(original ? hojasDelPlan(original, `Dise\u00f1ado en ${expediente.ejercicio - 1}`, "xlsx") : []),
        ...(vigente ? hojasDelPlan(vigente, `Vigente ${expediente.ejercicio}`, "xlsx") : []),
      ],
    },
    seccionEjecucion(lectura),
    seccionIndicadores(lectura),
    seccionDificultades(expediente),
    seccionSeguimiento(expediente),
    seccionActas(expediente),
  ];
}

function cifrasInforme({ expediente, cumplimiento }: Lectura): Documento["cifras"] {
  const { actividades, desempeno, satisfaccion } = cumplimiento;
  const cambios = (expediente.ajustes ?? []).filter((x) => x.decision !== "mantiene").length;
  return [
    {
      valor: mostrarNumero(cambios),
      etiqueta: `${cambios === 1 ? "cambio" : "cambios"} al plan dise\u00f1ado en ${expediente.ejercicio - 1}`,
    },
    { valor: `${actividades.cumplidas} de ${actividades.total}`, etiqueta: "actividades cumplidas" },
    {
      valor: `${desempeno.alcanzadas + satisfaccion.alcanzadas} de ${desempeno.total + satisfaccion.total}`,
      etiqueta: "metas alcanzadas",
    },
  ];
}

function cifrasDifusion(expediente: Expediente): Documento["cifras"] {
  const filas = expediente.difusion?.destinatarios?.filas ?? [];
  const instancias = expediente.difusion?.instancias?.length ?? 0;
  const grupos = new Set(filas.map((x) => x.grupo).filter(Boolean)).size;
  return [
    {
      valor: mostrarNumero(instancias),
      etiqueta: `${instancias === 1 ? "instancia" : "instancias"} de difusi\u00f3n`,
    },
    { valor: mostrarNumero(filas.length), etiqueta: filas.length === 1 ? "destinatario" : "destinatarios" },
    { valor: mostrarNumero(grupos), etiqueta: grupos === 1 ? "grupo representado" : "grupos representados" },
  ];
}

/** The form of a technical requirement as a neutral document, ready to be drawn as PDF or workbook. Pure. */
export function armarFormulario(
  requisito: Requisito,
  expediente: Expediente,
  opciones: OpcionesDocumento = {},
): Documento {
  const lectura = leer(expediente);
  const comun = base(lectura, opciones, "informe");
  const esInforme = requisito === "E3O1RT1";
  return {
    ...comun,
    clave: requisito,
    ...TITULOS[requisito],
    portada: portada(lectura, requisito, comun.borrador, opciones),
    cifras: esInforme ? cifrasInforme(lectura) : cifrasDifusion(expediente),
    secciones: conFirma(
      esInforme ? seccionesInforme(lectura) : seccionesDifusion(expediente),
      `Se firma el formulario ${requisito} del ejercicio ${expediente.ejercicio}, c\u00f3digo de verificaci\u00f3n ${comun.codigo}.`,
    ),
    indice: esInforme,
  };
}
