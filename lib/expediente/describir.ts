import { type Componente, PRIORIDADES, SENTIDOS } from "@/lib/guia/e3-2025/valores";
import { mostrarFecha } from "./fecha";
import type { Areas, Costos, Indicador, Plazos } from "./formato";
import { mostrarNumero, mostrarPesos } from "./numero";
import { vacio } from "./texto";

/** The content of a component in words, one line per part: for differences, summaries and minutes. */

const lineas = (partes: readonly (string | null | undefined)[]) =>
  partes.filter((parte) => !vacio(parte)).join("\n");

const rotulo = (nombre: string, valor: string | null | undefined) =>
  vacio(valor) ? null : `${nombre}: ${valor}`;

function describirIndicador(indicador: Partial<Indicador>): string {
  const { id, nombre, formula, factor, unidad, sentido, meta } = indicador;
  return lineas([
    vacio(id) ? nombre : `${id}. ${nombre ?? ""}`,
    rotulo("Fórmula", formula),
    rotulo("Factor", typeof factor === "number" ? mostrarNumero(factor) : null),
    rotulo("Sentido", sentido ? SENTIDOS[sentido] : null),
    rotulo("Meta", typeof meta === "number" ? `${mostrarNumero(meta)} ${unidad ?? ""}`.trim() : null),
  ]);
}

function describirCostos({ montoClp, items }: Costos): string {
  return lineas([
    typeof montoClp === "number" ? mostrarPesos(montoClp) : null,
    ...(items ?? []).map(({ subtitulo, item }) => `Subtítulo ${subtitulo ?? "—"}, ítem ${item ?? "—"}`),
  ]);
}

/** What a component says, in plain Spanish. Takes content in the form of `contenido`; nothing gives "". */
export function describirContenido(componente: Componente, contenido: unknown): string {
  if (contenido === null || contenido === undefined) return "";
  switch (componente) {
    case "plazos": {
      const { inicio, termino } = contenido as Plazos;
      return lineas([
        rotulo("Inicio", inicio && mostrarFecha(inicio)),
        rotulo("Término", termino && mostrarFecha(termino)),
      ]);
    }
    case "areasResponsables": {
      const { areasResponsables, participantes } = contenido as Areas;
      return lineas([...(areasResponsables ?? []), rotulo("Participantes", participantes)]);
    }
    case "tramites":
      return lineas(contenido as string[]);
    case "indicadoresDesempeno":
      return lineas((contenido as Indicador[]).map(describirIndicador));
    case "indicador":
      return describirIndicador(contenido as Partial<Indicador>);
    case "costos":
      return describirCostos(contenido as Costos);
    case "priorizacion":
      return Object.hasOwn(PRIORIDADES, contenido as string)
        ? PRIORIDADES[contenido as keyof typeof PRIORIDADES]
        : String(contenido);
    default:
      return String(contenido);
  }
}
