import type { ResultadoActividad } from "@/lib/expediente/formato";
import { clave } from "@/lib/expediente/texto";
import { columnaDe } from "@/lib/guia/e3-2025/campos";
import type { Lectura } from "../lectura";
import type { Bloque, Fila, Registros, Seccion } from "../modelo";
import { nombreComponente } from "./describir";

const HOJAS = { actividades: "2 Actividades", tramites: "2 Tr\u00e1mites", componentes: "2 Componentes" };

type Tramites = NonNullable<ResultadoActividad["tramites"]>;
type Componentes = NonNullable<ResultadoActividad["componentes"]>;

function tramitesXlsx(actividad: string, tramites: Tramites): Registros {
  return {
    clase: "registros",
    hoja: HOJAS.tramites,
    solo: "xlsx",
    forma: "tabla",
    clave: { etiqueta: columnaDe("informe/actividades/*/actividad"), valor: actividad },
    columnas: [
      { etiqueta: columnaDe("informe/actividades/*/tramites/*/tramite"), tipo: "texto", ancho: 50 },
      { etiqueta: columnaDe("informe/actividades/*/tramites/*/vinculado"), tipo: "siNo", ancho: 14 },
      { etiqueta: columnaDe("informe/actividades/*/tramites/*/explicacion"), tipo: "texto", ancho: 70 },
    ],
    filas: tramites.map((x) => ({ valores: [x.tramite, x.vinculado, x.explicacion] })),
  };
}

function tramitesPdf(tramites: Tramites): Bloque[] {
  const llanos = tramites.filter((x) => x.vinculado === true && !x.explicacion);
  const otros = tramites.filter((x) => x.vinculado !== true || x.explicacion);
  return [
    {
      clase: "datos",
      hoja: HOJAS.tramites,
      solo: "pdf",
      plena: true,
      datos:
        llanos.length > 0
          ? [
              {
                etiqueta: "Tr\u00e1mites y/o servicios vinculados",
                tipo: "lista",
                valor: llanos.map((x) => x.tramite ?? ""),
              },
            ]
          : [],
    },
    {
      clase: "registros",
      hoja: HOJAS.tramites,
      solo: "pdf",
      forma: "tabla",
      columnas: [
        { etiqueta: columnaDe("informe/actividades/*/tramites/*/tramite"), tipo: "texto", ancho: 60 },
        { etiqueta: columnaDe("informe/actividades/*/tramites/*/vinculado"), tipo: "siNo", ancho: 12 },
        {
          etiqueta: columnaDe("informe/actividades/*/tramites/*/explicacion"),
          tipo: "texto",
          ancho: 70,
          plena: true,
          opcional: true,
        },
      ],
      filas: otros.map((x) => ({ valores: [x.tramite, x.vinculado, x.explicacion] })),
    },
  ];
}

function componentesXlsx(actividad: string, componentes: Componentes): Registros {
  return {
    clase: "registros",
    hoja: HOJAS.componentes,
    solo: "xlsx",
    forma: "tabla",
    clave: { etiqueta: columnaDe("informe/actividades/*/actividad"), valor: actividad },
    columnas: [
      { etiqueta: columnaDe("informe/actividades/*/componentes/*/componente"), tipo: "texto", ancho: 40 },
      { etiqueta: columnaDe("informe/actividades/*/componentes/*/modificado"), tipo: "siNo", ancho: 12 },
      { etiqueta: columnaDe("informe/actividades/*/componentes/*/justificacion"), tipo: "texto", ancho: 70 },
    ],
    filas: componentes.map((x) => ({
      valores: [nombreComponente(x.componente), x.modificado, x.justificacion],
    })),
  };
}

function componentesPdf(componentes: Componentes): Bloque[] {
  const iguales = componentes.filter((x) => x.modificado === false && !x.justificacion);
  const otros = componentes.filter((x) => x.modificado !== false || x.justificacion);
  return [
    {
      clase: "datos",
      hoja: HOJAS.componentes,
      solo: "pdf",
      plena: true,
      datos:
        iguales.length > 0
          ? [
              {
                etiqueta: "Componentes realizados conforme al plan ajustado",
                tipo: "texto",
                valor: iguales.map((x) => nombreComponente(x.componente)).join(" \u00b7 "),
              },
            ]
          : [],
    },
    {
      clase: "registros",
      hoja: HOJAS.componentes,
      solo: "pdf",
      forma: "tabla",
      columnas: [
        { etiqueta: columnaDe("informe/actividades/*/componentes/*/componente"), tipo: "texto", ancho: 60 },
        { etiqueta: columnaDe("informe/actividades/*/componentes/*/modificado"), tipo: "siNo", ancho: 12 },
        {
          etiqueta: columnaDe("informe/actividades/*/componentes/*/justificacion"),
          tipo: "texto",
          ancho: 70,
          plena: true,
          opcional: true,
        },
      ],
      filas: otros.map((x) => ({
        valores: [nombreComponente(x.componente), x.modificado, x.justificacion],
      })),
    },
  ];
}

function ficha(id: string, lectura: Lectura, resultado: ResultadoActividad | undefined, nota: string): Fila {
  const actividad = lectura.actividades.get(clave(id));
  const cumplida = resultado ? lectura.estado(resultado) : { estado: "Sin resultado informado", razon: "" };
  const tramites = resultado?.tramites ?? [];
  const componentes = resultado?.componentes ?? [];
  return {
    titulo: `Actividad ${id} \u2014 ${cumplida.estado.toLowerCase()}`,
    valores: [
      id,
      actividad?.descripcion,
      resultado?.ejecutadaSegunDescripcion,
      cumplida.estado,
      cumplida.razon,
      resultado?.explicacion,
      resultado?.medioVerificacion?.descripcion,
      resultado?.medioVerificacion?.formatos,
      nota,
    ],
    detalles: resultado
      ? [
          tramitesXlsx(id, tramites),
          ...tramitesPdf(tramites),
          componentesXlsx(id, componentes),
          ...componentesPdf(componentes),
        ]
      : [],
  };
}

/** Section 2 of the report: results of the activities of the plan in force, and the results that belong to none. */
export function seccionEjecucion(lectura: Lectura): Seccion {
  const resultados = [...(lectura.expediente.informe?.actividades ?? [])];
  const filas: Fila[] = [];
  for (const { id } of lectura.actividades.values()) {
    const en = resultados.findIndex((x) => clave(x.actividad) === clave(id));
    filas.push(ficha(id, lectura, en >= 0 ? resultados.splice(en, 1)[0] : undefined, ""));
  }
  for (const x of resultados) {
    const nota = lectura.actividades.has(clave(x.actividad))
      ? "Resultado repetido para la misma actividad."
      : "La actividad no est\u00e1 en el plan vigente.";
    filas.push(ficha(x.actividad, lectura, x, nota));
  }
  return {
    titulo: "Resultados de la ejecuci\u00f3n de las actividades comprometidas",
    introduccion:
      "Una actividad est\u00e1 cumplida si se ejecut\u00f3 seg\u00fan lo descrito y todos sus tr\u00e1mites declarados estuvieron vinculados. La evidencia se describe aqu\u00ed y la custodia la instituci\u00f3n: debe conservarla para la revisi\u00f3n in situ.",
    bloques: [
      {
        clase: "registros",
        hoja: HOJAS.actividades,
        forma: "fichas",
        columnas: [
          {
            etiqueta: columnaDe("informe/actividades/*/actividad"),
            tipo: "texto",
            ancho: 12,
            enFicha: false,
          },
          {
            etiqueta: columnaDe("planOriginal/actividades/*/descripcion"),
            tipo: "texto",
            ancho: 60,
            plena: true,
          },
          { etiqueta: columnaDe("informe/actividades/*/ejecutadaSegunDescripcion"), tipo: "siNo", ancho: 14 },
          { etiqueta: "Cumplimiento", tipo: "texto", ancho: 14 },
          { etiqueta: "Raz\u00f3n", tipo: "texto", ancho: 40, opcional: true },
          {
            etiqueta: columnaDe("informe/actividades/*/explicacion"),
            tipo: "texto",
            ancho: 60,
            plena: true,
            opcional: true,
          },
          {
            etiqueta: columnaDe("informe/actividades/*/medioVerificacion/descripcion"),
            tipo: "texto",
            ancho: 60,
            plena: true,
          },
          {
            etiqueta: columnaDe("informe/actividades/*/medioVerificacion/formatos"),
            tipo: "lista",
            ancho: 24,
          },
          { etiqueta: "Nota", tipo: "texto", ancho: 30, opcional: true },
        ],
        filas,
        vacio: "El plan vigente no tiene actividades.",
      },
    ],
  };
}
