import { mostrarFecha } from "@/lib/expediente/dia";
import { mostrarNumero, mostrarPesos } from "@/lib/expediente/numero";
import { NOMBRES_COMPONENTE, PRIORIDADES, SENTIDOS } from "@/lib/guia/e3-2025/valores";

/**
 * What a content says, in lines of text: to read it, and to compare word by word that of 2024 with that of 2025. Takes
 * it in the shape of its component, as kept: a number that cannot be read yet is the text that was typed.
 */

type Objeto = Readonly<Record<string, unknown>>;

const objeto = (valor: unknown): Objeto =>
  typeof valor === "object" && valor !== null && !Array.isArray(valor) ? (valor as Objeto) : {};
const lista = (valor: unknown): readonly unknown[] => (Array.isArray(valor) ? valor : []);
const texto = (valor: unknown): string => (typeof valor === "string" ? valor : "");
const lineas = (partes: readonly string[]): string => partes.filter((parte) => parte !== "").join("\n");
const rotulo = (nombre: string, valor: string): string => (valor === "" ? "" : `${nombre}: ${valor}`);
const numero = (valor: unknown): string => (typeof valor === "number" ? mostrarNumero(valor) : texto(valor));
const palabra = (tabla: Readonly<Record<string, string>>, valor: unknown): string =>
  tabla[texto(valor)] ?? texto(valor);

function plazos(valor: unknown): string {
  const { inicio, termino } = objeto(valor);
  const [desde, hasta] = [mostrarFecha(texto(inicio)), mostrarFecha(texto(termino))];
  return desde && hasta
    ? `Del ${desde} al ${hasta}`
    : lineas([rotulo("Inicio", desde), rotulo("Término", hasta)]);
}

function areas(valor: unknown): string {
  const { areasResponsables, participantes } = objeto(valor);
  return lineas([...lista(areasResponsables).map(texto), rotulo("Participantes", texto(participantes))]);
}

function indicador(valor: unknown): string {
  const { id, nombre, formula, factor, unidad, sentido, meta } = objeto(valor);
  return lineas([
    [texto(id), texto(nombre)].filter(Boolean).join(" · "),
    rotulo("Fórmula", texto(formula)),
    factor === 1 || factor === 100 ? `Se multiplica por ${factor}` : "",
    rotulo("Unidad", texto(unidad)),
    rotulo("Sentido", palabra(SENTIDOS, sentido)),
    rotulo("Meta", numero(meta)),
  ]);
}

function costos(valor: unknown): string {
  const { montoClp, items } = objeto(valor);
  return lineas([
    typeof montoClp === "number" ? mostrarPesos(montoClp) : texto(montoClp),
    ...lista(items).map((uno) => {
      const { subtitulo, item } = objeto(uno);
      return [rotulo("Subtítulo", texto(subtitulo)), rotulo("ítem", texto(item))].filter(Boolean).join(", ");
    }),
  ]);
}

function actividad(valor: unknown): string {
  const dato = objeto(valor);
  const partes = Object.entries(NOMBRES_COMPONENTE).map(([componente, nombre]) => {
    const suyo = componente === "areasResponsables" ? dato : dato[componente];
    return componente in DESCRIBIR && componente !== "indicador"
      ? rotulo(nombre, describirContenido(componente, suyo))
      : "";
  });
  return lineas(partes);
}

const DESCRIBIR: Readonly<Record<string, (valor: unknown) => string>> = {
  texto,
  descripcion: texto,
  poblacionObjetivo: texto,
  sistemasRespaldo: texto,
  objetivoEspecifico: texto,
  plazos,
  areasResponsables: areas,
  tramites: (valor) => lineas(lista(valor).map(texto)),
  indicadoresDesempeno: (valor) => lista(valor).map(indicador).join("\n\n"),
  indicador,
  priorizacion: (valor) => palabra(PRIORIDADES, valor),
  costos,
};

/** The content of one component. */
export function describirContenido(componente: string, contenido: unknown): string {
  return DESCRIBIR[componente]?.(contenido) ?? "";
}

/** The content of a whole element that is added, by its kind. */
export function describirElemento(tipo: string, contenido: unknown): string {
  if (tipo === "indicadorSatisfaccion") return indicador(contenido);
  if (tipo === "actividad") return actividad(contenido);
  return texto(objeto(contenido).descripcion);
}
