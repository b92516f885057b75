import type { Indicador, Resultado, ResultadoSatisfaccion } from "@/lib/expediente/formato";
import { clave } from "@/lib/expediente/texto";
import { columnaDe } from "@/lib/guia/e3-2025/campos";
import type { Lectura } from "../lectura";
import type { Columna, Fila, Registros, Seccion } from "../modelo";
import { COLUMNAS_INDICADOR, celdasIndicador } from "./plan";

type Cualquiera = Resultado | ResultadoSatisfaccion;

const RESPUESTAS: readonly Columna[] = [
  { etiqueta: columnaDe("informe/indicadoresDesempeno/*/medido"), tipo: "siNo", ancho: 10 },
  { etiqueta: columnaDe("informe/indicadoresDesempeno/*/numerador"), tipo: "numero", ancho: 14 },
  { etiqueta: columnaDe("informe/indicadoresDesempeno/*/denominador"), tipo: "numero", ancho: 14 },
];
const RESULTADO: Columna = {
  etiqueta: columnaDe("informe/indicadoresDesempeno/*/resultado"),
  tipo: "numero",
  ancho: 14,
};
const CALCULADO: readonly Columna[] = [
  { etiqueta: "Valor exacto", tipo: "texto", ancho: 24, opcional: true },
  { etiqueta: "Valor comparado", tipo: "numero", ancho: 16, opcional: true },
  { etiqueta: "Meta alcanzada", tipo: "siNo", ancho: 12 },
];
const TEXTOS: readonly Columna[] = [
  {
    etiqueta: columnaDe("informe/indicadoresDesempeno/*/interpretacion"),
    tipo: "texto",
    ancho: 60,
    plena: true,
    opcional: true,
  },
  {
    etiqueta: columnaDe("informe/indicadoresDesempeno/*/analisisBrechas"),
    tipo: "texto",
    ancho: 60,
    plena: true,
    opcional: true,
  },
  {
    etiqueta: columnaDe("informe/indicadoresDesempeno/*/recomendaciones"),
    tipo: "texto",
    ancho: 60,
    plena: true,
    opcional: true,
  },
  {
    etiqueta: columnaDe("informe/indicadoresDesempeno/*/justificacion"),
    tipo: "texto",
    ancho: 60,
    plena: true,
    opcional: true,
  },
  {
    etiqueta: columnaDe("informe/indicadoresDesempeno/*/antecedentes"),
    tipo: "texto",
    ancho: 60,
    plena: true,
    opcional: true,
  },
  { etiqueta: "Nota", tipo: "texto", ancho: 30, plena: true, opcional: true },
];

/** The heading of the card already says them. */
const EN_EL_TITULO = new Set(
  ["id", "nombre"].map((campo) => columnaDe(`planOriginal/indicadoresSatisfaccion/*/${campo}`)),
);

interface Vinculo {
  indicador: Indicador;
  /** Number and description of the activity, for a performance indicator. */
  actividad?: { id: string; descripcion?: string | null };
}

function ficha(
  id: string,
  vinculo: Vinculo | undefined,
  resultado: Cualquiera | undefined,
  lectura: Lectura,
  desempeno: boolean,
  nota: string,
): Fila {
  const medida = vinculo && resultado ? lectura.medida(vinculo.indicador, resultado) : null;
  const informado = resultado && "resultado" in resultado ? resultado.resultado : null;
  const nombre = vinculo?.indicador.nombre;
  return {
    titulo: nombre ? `${id} \u2014 ${nombre}` : id,
    valores: [
      ...(desempeno ? [vinculo?.actividad?.id, vinculo?.actividad?.descripcion] : []),
      ...(vinculo ? celdasIndicador(vinculo.indicador) : [id, null, null, null, null, null, null]),
      resultado?.medido,
      resultado?.numerador,
      resultado?.denominador,
      ...(desempeno ? [informado] : []),
      medida?.exacto,
      medida?.comparado,
      medida?.alcanzada,
      resultado?.interpretacion,
      resultado?.analisisBrechas,
      resultado?.recomendaciones,
      resultado?.justificacion,
      resultado?.antecedentes,
      resultado ? nota : "Sin resultado informado.",
    ],
  };
}

function registros(
  hoja: string,
  vinculos: ReadonlyMap<string, Vinculo>,
  informados: readonly Cualquiera[],
  lectura: Lectura,
  desempeno: boolean,
): Registros {
  const restantes = [...informados];
  const filas: Fila[] = [];
  for (const vinculo of vinculos.values()) {
    const { id } = vinculo.indicador;
    const en = restantes.findIndex((x) => clave(x.indicador) === clave(id));
    const propio = en >= 0 ? restantes.splice(en, 1)[0] : undefined;
    filas.push(ficha(id, vinculo, propio, lectura, desempeno, ""));
  }
  for (const x of restantes) {
    const suyo = vinculos.get(clave(x.indicador));
    const nota = suyo
      ? "Resultado repetido para el mismo indicador."
      : "El indicador no est\u00e1 en el plan vigente.";
    filas.push(ficha(x.indicador, suyo, x, lectura, desempeno, nota));
  }
  return {
    clase: "registros",
    hoja,
    forma: "fichas",
    columnas: [
      ...(desempeno
        ? ([
            { etiqueta: columnaDe("planOriginal/actividades/*/id"), tipo: "texto", ancho: 12 },
            {
              etiqueta: columnaDe("planOriginal/actividades/*/descripcion"),
              tipo: "texto",
              ancho: 50,
              enFicha: false,
            },
          ] as const)
        : []),
      ...COLUMNAS_INDICADOR.map((x) => (EN_EL_TITULO.has(x.etiqueta) ? { ...x, enFicha: false } : x)),
      ...RESPUESTAS,
      ...(desempeno ? [RESULTADO] : []),
      ...CALCULADO,
      ...TEXTOS,
    ],
    filas,
    vacio: "El plan vigente no tiene indicadores de este tipo.",
  };
}

/** Section 3 of the report: results of the performance and satisfaction indicators (guide, §3.1 and §3.2). */
export function seccionIndicadores(lectura: Lectura): Seccion {
  const desempeno = new Map<string, Vinculo>();
  for (const actividad of lectura.actividades.values()) {
    for (const indicador of actividad.indicadoresDesempeno ?? []) {
      desempeno.set(clave(indicador.id), { indicador, actividad });
    }
  }
  const satisfaccion = new Map<string, Vinculo>();
  for (const indicador of lectura.vigente?.indicadoresSatisfaccion ?? []) {
    satisfaccion.set(clave(indicador.id), { indicador });
  }
  const { informe } = lectura.expediente;
  return {
    titulo: "Resultados de los indicadores comprometidos",
    introduccion:
      "Valor exacto = numerador \u00f7 denominador \u00d7 factor, en aritm\u00e9tica decimal; se compara con la meta redondeado a dos decimales, o a los de la meta si tiene m\u00e1s. El respaldo de los valores lo custodia la instituci\u00f3n.",
    bloques: [],
    subsecciones: [
      {
        titulo: "Indicadores de desempe\u00f1o",
        bloques: [
          registros("3.1 Desempe\u00f1o", desempeno, informe?.indicadoresDesempeno ?? [], lectura, true),
        ],
      },
      {
        titulo: "Indicadores de satisfacci\u00f3n usuaria",
        bloques: [
          registros(
            "3.2 Satisfacci\u00f3n",
            satisfaccion,
            informe?.indicadoresSatisfaccion ?? [],
            lectura,
            false,
          ),
        ],
      },
    ],
  };
}
