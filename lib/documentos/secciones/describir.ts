import { mostrarFecha } from "@/lib/expediente/fecha";
import type { Actividad, Ajuste, Contenido, Costos, Indicador, Plazos } from "@/lib/expediente/formato";
import { mostrarNumero, mostrarPesos } from "@/lib/expediente/numero";
import {
  type Componente,
  NOMBRES_COMPONENTE,
  PRIORIDADES,
  SENTIDOS,
  TIPOS_ELEMENTO,
} from "@/lib/guia/e3-2025/valores";

/** The words of a code, or the code itself when it is not of the list: a fault is shown, never hidden. */
export function palabra(
  lista: Readonly<Record<string, string>>,
  codigo: string | null | undefined,
): string | null {
  if (!codigo) return null;
  return Object.hasOwn(lista, codigo) ? (lista[codigo] ?? codigo) : codigo;
}

export function nombreComponente(componente: string | null | undefined): string {
  return palabra(NOMBRES_COMPONENTE, componente) ?? "Elemento completo";
}

function lineas(partes: readonly (string | null | undefined)[]): string {
  return partes.filter((x) => x !== null && x !== undefined && x !== "").join("\n");
}

function rotulada(etiqueta: string, valor: string | null | undefined): string | null {
  return valor ? `${etiqueta}: ${valor}` : null;
}

export function describirPlazos(plazos: Plazos | null | undefined): string {
  if (!plazos) return "";
  const [inicio, termino] = [plazos.inicio, plazos.termino].map((x) => (x ? mostrarFecha(x) : null));
  if (inicio && termino) return `Del ${inicio} al ${termino}`;
  return lineas([rotulada("Inicio", inicio), rotulada("T\u00e9rmino", termino)]);
}

export function describirItems(costos: Costos | null | undefined): string[] {
  return (costos?.items ?? []).map((x) =>
    [rotulada("Subt\u00edtulo", x.subtitulo), rotulada("\u00edtem", x.item)].filter(Boolean).join(", "),
  );
}

export function describirCostos(costos: Costos | null | undefined): string {
  return lineas([
    typeof costos?.montoClp === "number" ? mostrarPesos(costos.montoClp) : null,
    ...describirItems(costos),
  ]);
}

export function describirAreas(x: Pick<Actividad, "areasResponsables" | "participantes">): string {
  return lineas([
    rotulada("\u00c1reas responsables", x.areasResponsables?.join("; ")),
    rotulada("Participantes", x.participantes),
  ]);
}

export function describirIndicador(x: Partial<Indicador>): string {
  const cifras = [
    rotulada("Factor", x.factor ? String(x.factor) : null),
    rotulada("unidad", x.unidad),
    rotulada("sentido", palabra(SENTIDOS, x.sentido)),
    rotulada("meta", typeof x.meta === "number" ? mostrarNumero(x.meta) : null),
  ];
  return lineas([
    [x.id, x.nombre].filter(Boolean).join(" \u00b7 "),
    rotulada("F\u00f3rmula", x.formula),
    cifras.filter(Boolean).join(" \u00b7 "),
  ]);
}

/** Text of one component of an activity of the plan. */
export function describirDeActividad(a: Partial<Actividad>, componente: Componente): string {
  switch (componente) {
    case "plazos":
      return describirPlazos(a.plazos);
    case "areasResponsables":
      return describirAreas({ areasResponsables: a.areasResponsables, participantes: a.participantes });
    case "tramites":
      return lineas(a.tramites ?? []);
    case "indicadoresDesempeno":
      return (a.indicadoresDesempeno ?? []).map(describirIndicador).join("\n");
    case "priorizacion":
      return palabra(PRIORIDADES, a.priorizacion) ?? "";
    case "costos":
      return describirCostos(a.costos);
    case "descripcion":
      return a.descripcion ?? "";
    case "poblacionObjetivo":
      return a.poblacionObjetivo ?? "";
    case "sistemasRespaldo":
      return a.sistemasRespaldo ?? "";
    case "objetivoEspecifico":
      return a.objetivoEspecifico ?? "";
    default:
      return "";
  }
}

/** Any JSON as labelled lines: for content whose shape nobody can trust, so that its words are read all the same. */
export function describirLibre(valor: unknown): string {
  if (valor === null || valor === undefined) return "";
  if (typeof valor === "string") return valor;
  if (typeof valor === "number") return mostrarNumero(valor);
  if (typeof valor === "boolean") return valor ? "S\u00ed" : "No";
  if (Array.isArray(valor)) return lineas(valor.map(describirLibre));
  return lineas(Object.entries(valor).map(([clave, x]) => rotulada(clave, describirLibre(x))));
}

const DE_ACTIVIDAD: Readonly<Record<string, (contenido: Contenido) => Partial<Actividad>>> = {
  plazos: (x) => ({ plazos: x as Plazos }),
  costos: (x) => ({ costos: x as Costos }),
  areasResponsables: (x) => x as Partial<Actividad>,
  tramites: (x) => ({ tramites: x as string[] }),
  indicadoresDesempeno: (x) => ({ indicadoresDesempeno: x as Indicador[] }),
  priorizacion: (x) => ({ priorizacion: x as Actividad["priorizacion"] }),
};

const TODOS: readonly Componente[] = [
  "objetivoEspecifico",
  "descripcion",
  "plazos",
  "areasResponsables",
  "poblacionObjetivo",
  "tramites",
  "indicadoresDesempeno",
  "sistemasRespaldo",
  "priorizacion",
  "costos",
];

/** A whole activity, one labelled paragraph a component. */
export function describirActividad(a: Partial<Actividad>): string {
  return lineas(TODOS.map((x) => rotulada(NOMBRES_COMPONENTE[x], describirDeActividad(a, x))));
}

/** Text of the content of an adjustment: by its component when modifying, by its type when adding an element. */
export function describirContenido(ajuste: Ajuste): string {
  const { contenido, componente, tipo } = ajuste;
  if (contenido === null || contenido === undefined) return "";
  if (typeof contenido === "string") {
    return componente === "priorizacion" ? (palabra(PRIORIDADES, contenido) ?? "") : contenido;
  }
  if (ajuste.decision === "incorpora") {
    if (tipo === "actividad") return describirActividad(contenido as Partial<Actividad>);
    return tipo === "indicadorSatisfaccion"
      ? describirIndicador(contenido as Partial<Indicador>)
      : ((contenido as { descripcion?: string }).descripcion ?? describirLibre(contenido));
  }
  if (componente === "indicador") return describirIndicador(contenido as Partial<Indicador>);
  const leer = componente ? DE_ACTIVIDAD[componente] : undefined;
  return leer && componente
    ? describirDeActividad(leer(contenido), componente as Componente)
    : describirLibre(contenido);
}

export function nombreTipo(tipo: string | null | undefined): string | null {
  return palabra(TIPOS_ELEMENTO, tipo);
}
