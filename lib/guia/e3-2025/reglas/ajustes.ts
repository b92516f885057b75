import { familia } from "./tipo";

const regla = familia("ajustes");

/** AJU: the plan is updated or confirmed, component by component. */
export const REGLAS_AJUSTE = [
  regla(
    "AJU-01",
    "error",
    "Cada componente del plan original tiene una decisión: mantiene, modifica o, para el elemento completo, elimina",
    "/ajustes",
    "queSeMantiene",
    "{lugar}: falta decidir sobre «{componente}». Indique si se mantiene o se modifica, o elimine el elemento completo.",
  ),
  regla(
    "AJU-02",
    "error",
    "«Modifica» e «incorpora» traen contenido completo y válido para el componente",
    "/ajustes/i/contenido…",
    "contenidoActualizado",
    {
      falta: "{lugar}: falta el contenido nuevo. Escriba cómo queda el componente en 2025.",
      texto: "{lugar}: falta {campo}. Complételo.",
      lista: "{lugar}: falta al menos un elemento en {campo}. Agréguelo.",
      plazos:
        "{lugar}: los plazos no tienen dos fechas reales (inicio: {inicio}; término: {termino}). Escriba ambas como día, mes y año.",
      orden:
        "{lugar}: el inicio ({inicio}) es posterior al término ({termino}). Corrija una de las dos fechas.",
      monto:
        "{lugar}: el monto debe ser un número entero de pesos, cero o más; se encontró {encontrado}. Corríjalo.",
      vinculo:
        "{lugar}: se vincula al objetivo específico {id}, que no está en el Plan 2025. Elija uno de los objetivos del plan.",
      identificador:
        "{lugar}: el identificador «{id}» del indicador ya está usado en el Plan 2025. Dele un identificador propio.",
    },
  ),
  regla(
    "AJU-03",
    "error",
    "El contenido de «modifica» es distinto del original",
    "/ajustes/i/contenido",
    "contenidoActualizado",
    "{lugar}: dice que se modifica, pero el contenido es igual al de 2024. Escriba el cambio o elija «se mantiene».",
  ),
  regla(
    "AJU-04",
    "error",
    "«Modifica», «incorpora» y «elimina» traen al menos una categoría",
    "/ajustes/i/categorias",
    "escogerAlternativas",
    "{lugar}: falta la categoría de la justificación. Escoja una o más entre la a) y la g).",
  ),
  regla(
    "AJU-05",
    "error",
    "Categorías entre a y g, sin repetir",
    "/ajustes/i/categorias",
    "escogerAlternativas",
    {
      ajena: "{lugar}: la categoría «{categoria}» no existe. Escoja entre la a) y la g).",
      repetida: "{lugar}: la categoría «{categoria}» está repetida. Déjela una sola vez.",
    },
  ),
  regla(
    "AJU-06",
    "error",
    "Argumento no vacío",
    "/ajustes/i/argumento",
    "escogerAlternativas",
    "{lugar}: falta el argumento del cambio. Explique las razones que lo fundamentan.",
  ),
  regla(
    "AJU-07",
    "error",
    "Antecedentes que respaldan la justificación, no vacíos",
    "/ajustes/i/antecedentes",
    "respaldoAntecedentes",
    "{lugar}: faltan los antecedentes que respaldan el cambio. Cite los datos, normas o informes que lo verifican.",
  ),
  regla(
    "AJU-08",
    "error",
    "La categoría g exige especificar la razón",
    "/ajustes/i/otraRazon",
    "otrasJustificaciones",
    "{lugar}: escogió g) Otras justificaciones y falta la razón. Especifique cuál es.",
  ),
  regla(
    "AJU-09",
    "error",
    "«Mantiene» no trae contenido, categorías, argumento ni antecedentes",
    "/ajustes/i",
    "mantieneOModifica",
    "{lugar}: dice que se mantiene y trae {sobrante}. Quítelo, o elija «se modifica».",
  ),
  regla(
    "AJU-10",
    "error",
    "Todo ajuste distinto de «mantiene» se registró a más tardar al cierre del 30 de junio, o dentro de una prórroga con razón",
    "/ajustes/i/registradoEn",
    "hasta30Junio",
    {
      falta: "{lugar}: falta el instante en que se registró el ajuste. Indíquelo con fecha, hora y zona.",
      tarde:
        "{lugar}: el ajuste se registró el {registrado} y el plazo venció el {limite}, hora de Chile continental. Pida una prórroga a la Red de Expertos o retire el ajuste.",
      sinRazon:
        "{lugar}: el ajuste se registró el {registrado}, después del {limite}, y la prórroga no tiene razón. La Red de Expertos debe indicarla.",
    },
  ),
  regla(
    "AJU-11",
    "error",
    "El elemento y el componente existen en el plan original; lo que se incorpora es nuevo y con tipo; una sola decisión por componente",
    "/ajustes/i",
    "queSeMantiene",
    {
      elemento:
        "{lugar}: el elemento «{id}» no existe en el plan de 2024. Corrija el elemento o retire el ajuste.",
      componente: "{lugar}: «{componente}» no es un componente de {elemento}. Elija uno de sus componentes.",
      sinComponente: "{lugar}: falta el componente sobre el que se decide. Indíquelo.",
      sinTipo:
        "{lugar}: lo que se incorpora no dice si es objetivo específico, indicador de satisfacción o actividad. Indique el tipo.",
      repetido:
        "{lugar}: el identificador «{id}» ya existe. Dele un identificador nuevo a lo que se incorpora.",
      conComponente:
        "{lugar}: {decision} vale para el elemento completo y no lleva componente. Quite el componente.",
      decidido: "{lugar}: ya hay una decisión sobre {que}. Deje una sola.",
    },
  ),
  regla(
    "AJU-12",
    "error",
    "El plan resultante conserva el objetivo general, un objetivo específico y una actividad, y ninguna actividad queda vinculada a un objetivo eliminado",
    "/ajustes/i, el «elimina» que lo causa",
    "todasLasActividades",
    {
      general: "El objetivo general no se puede eliminar. Manténgalo o modifíquelo.",
      objetivos:
        "{lugar}: al eliminarlo, el Plan 2025 queda sin objetivos específicos. Conserve o incorpore al menos uno.",
      actividades:
        "{lugar}: al eliminarla, el Plan 2025 queda sin actividades. Conserve o incorpore al menos una.",
      vinculo:
        "{lugar}: se elimina y aún hay actividades vinculadas a él: {actividades}. Vincúlelas a otro objetivo, elimínelas o conserve el objetivo.",
    },
  ),
  regla(
    "AJU-13",
    "aviso",
    "Los ajustes deben ser acotados: más de la mitad de los componentes cambia",
    "/ajustes",
    "acotados",
    "Cambian {cambian} de los {total} componentes del plan, más de la mitad. Revise que los ajustes sean acotados y estén bien fundados.",
  ),
  regla(
    "AJU-14",
    "aviso",
    "El argumento es demasiado breve para ser claro y verificable (menos de 80 caracteres)",
    "/ajustes/i/argumento",
    "claraVerificable",
    "{lugar}: el argumento tiene {largo} caracteres; con menos de 80 difícilmente es claro y verificable. Explique con más detalle por qué se necesita el cambio.",
  ),
  regla(
    "AJU-15",
    "aviso",
    "«Mantiene» sobre un componente sin contenido",
    "/ajustes/i",
    "queSeMantiene",
    "{lugar}: se mantiene un componente que no tiene contenido. Modifíquelo para completarlo, si corresponde.",
  ),
] as const;
