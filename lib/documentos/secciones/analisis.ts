import type { Expediente } from "@/lib/expediente/formato";
import { columnaDe } from "@/lib/guia/e3-2025/campos";
import { COMPONENTES_DIFICULTAD, TIPOS_DIFICULTAD } from "@/lib/guia/e3-2025/valores";
import type { Bloque, Seccion } from "../modelo";
import { palabra } from "./describir";

/** Section 4 of the report: difficulties and slacks with their factors (guide, §4). */
export function seccionDificultades(expediente: Expediente): Seccion {
  const informe = expediente.informe;
  const lista = informe?.dificultadesHolguras ?? [];
  const bloques: Bloque[] = [
    {
      clase: "registros",
      hoja: "4 Dificultades y holguras",
      forma: "fichas",
      columnas: [
        { etiqueta: "N\u00b0", tipo: "numero", ancho: 6, enFicha: false },
        { etiqueta: columnaDe("informe/dificultadesHolguras/*/tipo"), tipo: "texto", ancho: 14 },
        { etiqueta: columnaDe("informe/dificultadesHolguras/*/componentes"), tipo: "lista", ancho: 34 },
        {
          etiqueta: columnaDe("informe/dificultadesHolguras/*/elementos"),
          tipo: "lista",
          ancho: 16,
          opcional: true,
        },
        {
          etiqueta: columnaDe("informe/dificultadesHolguras/*/descripcion"),
          tipo: "texto",
          ancho: 60,
          plena: true,
        },
        {
          etiqueta: columnaDe("informe/dificultadesHolguras/*/factoresInternos"),
          tipo: "texto",
          ancho: 50,
          plena: true,
          opcional: true,
        },
        {
          etiqueta: columnaDe("informe/dificultadesHolguras/*/factoresExternos"),
          tipo: "texto",
          ancho: 50,
          plena: true,
          opcional: true,
        },
      ],
      filas: lista.map((x, i) => ({
        titulo: `${palabra(TIPOS_DIFICULTAD, x.tipo) ?? "Sin tipo"} ${i + 1}`,
        valores: [
          i + 1,
          palabra(TIPOS_DIFICULTAD, x.tipo),
          (x.componentes ?? []).map((c) => palabra(COMPONENTES_DIFICULTAD, c) ?? c),
          x.elementos,
          x.descripcion,
          x.factoresInternos,
          x.factoresExternos,
        ],
      })),
      vacio: informe?.sinDificultadesNiHolguras
        ? "La instituci\u00f3n declara que no hubo dificultades ni holguras."
        : "Sin dificultades ni holguras informadas.",
    },
  ];
  if (informe?.sinDificultadesNiHolguras) {
    bloques.push({
      clase: "datos",
      hoja: "4 Sin dificultades",
      plena: true,
      datos: [
        {
          etiqueta: columnaDe("informe/sinDificultadesNiHolguras"),
          tipo: "texto",
          valor: informe.sinDificultadesNiHolguras,
        },
      ],
    });
  }
  return {
    titulo: "An\u00e1lisis de las dificultades y holguras",
    introduccion:
      "Factores internos y externos que afectaron o facilitaron la implementaci\u00f3n de las actividades, y los componentes del plan en que se presentan.",
    bloques,
  };
}

/** Section 5 of the report: follow-up of the plan (guide, (2) on the report). */
export function seccionSeguimiento(expediente: Expediente): Seccion {
  const x = expediente.informe?.seguimiento;
  return {
    titulo: "Seguimiento de la implementaci\u00f3n",
    introduccion: "Avances, desaf\u00edos, resultados alcanzados y lecciones aprendidas durante el proceso.",
    bloques: [
      {
        clase: "datos",
        hoja: "5 Seguimiento",
        plena: true,
        datos: [
          { etiqueta: columnaDe("informe/seguimiento/avances"), tipo: "texto", valor: x?.avances },
          { etiqueta: columnaDe("informe/seguimiento/desafios"), tipo: "texto", valor: x?.desafios },
          { etiqueta: columnaDe("informe/seguimiento/resultados"), tipo: "texto", valor: x?.resultados },
          {
            etiqueta: columnaDe("informe/seguimiento/leccionesAprendidas"),
            tipo: "texto",
            valor: x?.leccionesAprendidas,
          },
        ],
      },
    ],
  };
}
