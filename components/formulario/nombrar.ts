import { escribirLugar, type Lugar, leerLugar } from "@/lib/flujo/campo";
import { fragmentoDe } from "@/lib/flujo/fragmento";
import { NOMBRES_COMPONENTE, OBJETIVO_GENERAL } from "@/lib/guia/e3-2025/valores";

/**
 * What was not saved, by the names people read: asked for when there is some. The labels are those of the guide's registry,
 * which a browser cannot load: its schemas weigh more than a page, and building them evaluates code, which the policy of
 * every page refuses. A test keeps both equal.
 */
export const ROTULOS: Readonly<Record<string, string>> = {
  "informe.avances": "Avances",
  "informe.desafios": "Desafíos",
  "informe.resultados": "Resultados alcanzados",
  "informe.leccionesAprendidas": "Lecciones aprendidas",
  "informe.sinDificultadesNiHolguras": "Por qué no hubo dificultades ni holguras",
  "actividad.ejecutadaSegunDescripcion": "¿Se llevó a cabo de acuerdo con lo descrito?",
  "actividad.explicacion": "Explicación",
  "actividad.medioDescripcion": "Descripción del medio de verificación",
  "actividad.medioFormatos": "Formato del medio de verificación",
  "actividad.custodia": "Dónde y quién guarda la evidencia",
  "tramite.vinculado": "¿Estuvo vinculado a la actividad realizada?",
  "tramite.explicacion": "Explicación del trámite no vinculado",
  "componente.modificado": "¿Se modificó respecto del plan ajustado a junio?",
  "componente.justificacion": "Justificación detallada de los cambios",
  "indicador.medido": "¿Se pudo medir?",
  "indicador.numerador": "Numerador",
  "indicador.denominador": "Denominador",
  "indicador.resultado": "Resultado final",
  "indicador.interpretacion": "Interpretación y conclusiones",
  "indicador.analisisBrechas": "Análisis de brechas",
  "indicador.recomendaciones": "Recomendaciones",
  "indicador.justificacion": "Por qué no se pudo medir",
  "indicador.antecedentes": "Antecedentes",
  "dificultad.tipo": "Dificultad u holgura",
  "dificultad.descripcion": "Descripción",
  "dificultad.factoresInternos": "Factores internos",
  "dificultad.factoresExternos": "Factores externos",
  "dificultad.componentes": "Componentes del Plan en que se presenta",
  "dificultad.elementos": "Elementos del Plan que toca",
  "difusion.homologado": "¿El COSOC es homologado?",
  "difusion.actoFecha": "Fecha del acto administrativo",
  "difusion.actoVigenciaDesde": "Vigente desde",
  "difusion.actoVigenciaHasta": "Vigente hasta",
  "difusion.dictamenFecha": "Fecha del dictamen",
  "instancia.fecha": "Fecha de la difusión",
  "instancia.medio": "Medio de difusión",
  "instancia.modalidad": "Modalidad",
  "instancia.audiencia": "A quiénes se dirigió",
  "ajuste.contenido": "Contenido",
  "ajuste.categorias": "Justificación del cambio",
  "ajuste.otraRazon": "Otra razón",
  "ajuste.argumento": "Argumento",
  "ajuste.antecedentes": "Antecedentes que lo respaldan",
};

const componente = (codigo: string) =>
  Object.hasOwn(NOMBRES_COMPONENTE, codigo)
    ? NOMBRES_COMPONENTE[codigo as keyof typeof NOMBRES_COMPONENTE]
    : codigo;

/** An element of the plan, whose kind its component tells. */
function elemento(id: string, suyo: string): string {
  if (id === OBJETIVO_GENERAL) return "Objetivo general";
  if (suyo === "texto") return `Objetivo específico ${id}`;
  if (suyo === "indicador") return `Indicador de satisfacción ${id}`;
  return suyo === "" ? `Elemento ${id} del plan` : `Actividad ${id}`;
}

/** What a field is about; null when its label says it all. */
function asunto({ grupo, clave: [uno = "", otro = ""] }: Lugar): string | null {
  switch (grupo) {
    case "ajuste":
      return otro ? `${elemento(uno, otro)}, «${componente(otro)}»` : elemento(uno, otro);
    case "actividad":
      return `Actividad ${uno}`;
    case "tramite":
      return `Actividad ${uno}, trámite «${otro}»`;
    case "componente":
      return `Actividad ${uno}, «${componente(otro)}»`;
    case "indicador":
      return `Indicador ${uno}`;
    case "dificultad":
      return "Dificultad u holgura";
    case "instancia":
      return "Instancia de difusión";
    default:
      return null;
  }
}

/** Identifiers and digests, which tell one text from another and say nothing to people. */
const INTERNO = /^[0-9a-f-]{32,64}$/;

/** «Actividad A1, «Descripción de la actividad»: argumento»: a place as people name it. */
export function nombrarLugar(texto: string): string {
  const lugar = leerLugar(texto);
  if (!lugar)
    return texto
      .split("/")
      .map(decodeURIComponent)
      .filter((parte) => parte && !INTERNO.test(parte))
      .join(" › ");
  const rotulo = ROTULOS[`${lugar.grupo}.${lugar.campo}`] ?? lugar.campo;
  const suyo = asunto(lugar);
  return suyo === null ? rotulo : `${suyo}: ${rotulo}`;
}

/** The way to the field, for an institution's code; null when it is not a field of its pages. */
export function enlaceDeLugar(institucion: string, texto: string): string | null {
  const lugar = leerLugar(texto);
  if (!lugar) return null;
  return `/institucion/${encodeURIComponent(institucion)}${camino(lugar)}${fragmentoDe(escribirLugar(lugar))}`;
}

function camino({ grupo, clave: [id = ""], campo }: Lugar): string {
  switch (grupo) {
    case "ajuste":
      return `/plan/${encodeURIComponent(id)}`;
    case "indicador":
      return `/informe/indicador/${encodeURIComponent(id)}`;
    case "dificultad":
      return "/informe/dificultades";
    case "informe":
      return campo === "sinDificultadesNiHolguras" ? "/informe/dificultades" : "/informe/seguimiento";
    case "difusion":
    case "instancia":
      return "/difusion";
    default:
      return `/informe/actividad/${encodeURIComponent(id)}`;
  }
}
