import { mostrarFecha, mostrarInstante } from "@/lib/expediente/fecha";
import { CATEGORIAS } from "@/lib/guia/e3-2025/categorias";
import { SECCIONES } from "@/lib/guia/e3-2025/secciones";
import {
  COMPONENTES_DIFICULTAD,
  DECISIONES_ACTA,
  DECISIONES_AJUSTE,
  MEDIOS,
  MODALIDADES,
  NOMBRES_COMPONENTE,
  TIPOS_DIFICULTAD,
  TIPOS_ELEMENTO,
} from "@/lib/guia/e3-2025/valores";
import { GRUPOS, type NombreGrupo } from "./campo";
import { ROLES } from "./permiso";
import { ESTADOS_ENVIO } from "./revision";
import { rotuloDeCampo } from "./rotulo";

/** The trail in people's words: which tables it tells, in which section, and what each column is called. */

const tituloDe = (id: string): string => SECCIONES.find((seccion) => seccion.id === id)?.titulo ?? id;

export const SECCIONES_BITACORA = {
  ajustes: tituloDe("ajustes"),
  ejecucion: tituloDe("ejecucion"),
  indicadores: "Indicadores de desempeño y de satisfacción",
  dificultades: tituloDe("dificultades"),
  seguimiento: tituloDe("seguimiento"),
  difusion: tituloDe("difusion"),
  comite: "Comité: aprobaciones, firmas y actas",
  envio: "Envío y prórrogas",
  personas: "Personas",
} as const;

export type SeccionBitacora = keyof typeof SECCIONES_BITACORA;

export type CampoCambiado = {
  readonly etiqueta: string;
  readonly antes: unknown;
  readonly despues: unknown;
};

/** Something that somebody did, as the page of the trail tells it. */
export type Hecho = {
  readonly clave: string;
  readonly en: Date;
  /** Null: the platform by itself. */
  readonly quien: string | null;
  readonly seccion: SeccionBitacora;
  readonly operacion: "alta" | "cambio" | "baja";
  /** The record: «Actividad A3, trámite «Pasaporte»». */
  readonly que: string;
  readonly cambios: readonly CampoCambiado[];
};

type Tabla = {
  readonly seccion: SeccionBitacora;
  /** The record, named by what its row says of it (`persona`: the name of its user). */
  readonly nombre: (fila: Readonly<Record<string, unknown>>) => string;
  /** Column → what it is called; columns that are not here are not told. */
  readonly columnas: Readonly<Record<string, string>>;
};

const t = (valor: unknown): string => (typeof valor === "string" ? valor : "");
const abajo = (campo: string): string => campo.replace(/[A-Z]/g, (letra) => `_${letra.toLowerCase()}`);
const componente = (valor: unknown): string =>
  (NOMBRES_COMPONENTE as Readonly<Record<string, string>>)[t(valor)] ?? t(valor);

const deGrupo = (grupo: NombreGrupo): Record<string, string> =>
  Object.fromEntries(
    Object.keys(GRUPOS[grupo].campos).map((campo) => [abajo(campo), rotuloDeCampo(grupo, campo)]),
  );

export const MATERIAS: Readonly<Record<string, string>> = { plan: "el plan", informe: "el informe" };
const deMateria = (que: string) => (fila: Readonly<Record<string, unknown>>) =>
  `${que} ${MATERIAS[t(fila.materia)] ?? ""}`.trim();

export const TABLAS_BITACORA: Readonly<Record<string, Tabla>> = {
  ajuste: {
    seccion: "ajustes",
    nombre: ({ elemento, componente: parte }) => [t(elemento), componente(parte)].filter(Boolean).join(": "),
    columnas: { decision: "Decisión", tipo: "Tipo", ...deGrupo("ajuste") },
  },
  informe: { seccion: "seguimiento", nombre: () => "Informe", columnas: deGrupo("informe") },
  informe_actividad: {
    seccion: "ejecucion",
    nombre: ({ actividad }) => `Actividad ${t(actividad)}`,
    columnas: deGrupo("actividad"),
  },
  informe_tramite: {
    seccion: "ejecucion",
    nombre: ({ actividad, tramite }) => `Actividad ${t(actividad)}, trámite «${t(tramite)}»`,
    columnas: deGrupo("tramite"),
  },
  informe_componente: {
    seccion: "ejecucion",
    nombre: ({ actividad, componente: parte }) => `Actividad ${t(actividad)}, ${componente(parte)}`,
    columnas: deGrupo("componente"),
  },
  informe_indicador: {
    seccion: "indicadores",
    nombre: ({ indicador }) => `Indicador ${t(indicador)}`,
    columnas: deGrupo("indicador"),
  },
  dificultad_holgura: {
    seccion: "dificultades",
    nombre: ({ tipo }) => (tipo === "holgura" ? "Holgura" : "Dificultad"),
    columnas: deGrupo("dificultad"),
  },
  difusion: {
    seccion: "difusion",
    nombre: () => "Difusión",
    columnas: {
      ...deGrupo("difusion"),
      destinatarios_cuantos: "Personas en el listado de destinatarios",
      destinatarios_archivo_id: "Archivo del listado",
      acto_archivo_id: "Archivo del acto administrativo",
      dictamen_archivo_id: "Archivo del dictamen",
    },
  },
  difusion_instancia: {
    seccion: "difusion",
    nombre: () => "Instancia de difusión",
    columnas: deGrupo("instancia"),
  },
  instancia_archivo: {
    seccion: "difusion",
    nombre: ({ uso }) => (uso === "material" ? "Material difundido" : "Copia del medio"),
    columnas: { archivo_id: "Archivo" },
  },
  aprobacion: {
    seccion: "comite",
    nombre: deMateria("Aprobación de"),
    columnas: { version: "Versión", estado: "Estado", motivo_cierre: "Motivo" },
  },
  firma: {
    seccion: "comite",
    nombre: ({ nombre }) => `Firma de ${t(nombre)}`,
    columnas: { decision: "Decisión", motivo: "Motivo" },
  },
  acta: {
    seccion: "comite",
    nombre: deMateria("Acta que aprueba"),
    columnas: {
      numero: "Número",
      fecha: "Fecha",
      decision: "Decisión",
      archivo_id: "Archivo",
      anulada_en: "Anulada",
      anulada_razon: "Motivo de la anulación",
    },
  },
  envio: {
    seccion: "envio",
    nombre: ({ version }) => `Envío, versión ${String(version ?? "")}`,
    columnas: { estado: "Estado", codigo: "Código de verificación" },
  },
  prorroga: {
    seccion: "envio",
    nombre: ({ alcance }) => `Prórroga ${alcance === "envio" ? "del envío" : "de los ajustes"}`,
    columnas: { hasta: "Hasta", razon: "Razón", revocada_en: "Revocada", motivo_revocacion: "Motivo" },
  },
  membresia: {
    seccion: "personas",
    nombre: ({ persona }) => `Función de ${t(persona)}`,
    columnas: { rol: "Función", cargo: "Cargo", area: "Área", preside: "Preside el Comité", hasta: "Hasta" },
  },
  invitacion: {
    seccion: "personas",
    nombre: ({ nombre }) => `Invitación de ${t(nombre)}`,
    columnas: {
      correo: "Correo",
      rol: "Función",
      cargo: "Cargo",
      usada_en: "Aceptada",
      anulada_en: "Anulada",
    },
  },
};

/** The tables of a section, or every one that is told. */
export function tablasDe(seccion: SeccionBitacora | null): string[] {
  return Object.entries(TABLAS_BITACORA)
    .filter(([, tabla]) => seccion === null || tabla.seccion === seccion)
    .map(([nombre]) => nombre);
}

const nombresDe = (tabla: Readonly<Record<string, { readonly nombre: string }>>) =>
  Object.fromEntries(Object.entries(tabla).map(([llave, { nombre }]) => [llave, nombre]));

/** Codes as people read them, by table and column. */
const PALABRAS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "ajuste.decision": DECISIONES_AJUSTE,
  "ajuste.tipo": TIPOS_ELEMENTO,
  "ajuste.categorias": nombresDe(CATEGORIAS),
  "dificultad_holgura.tipo": TIPOS_DIFICULTAD,
  "dificultad_holgura.componentes": COMPONENTES_DIFICULTAD,
  "difusion_instancia.medio": MEDIOS,
  "difusion_instancia.modalidad": MODALIDADES,
  "aprobacion.estado": {
    en_firma: "En firma",
    objetada: "Objetada",
    anulada: "Retirada",
    aprobada: "Aprobada",
  },
  "firma.decision": { aprueba: "Aprueba", objeta: "Objeta" },
  "acta.decision": DECISIONES_ACTA,
  "envio.estado": nombresDe(ESTADOS_ENVIO),
  "membresia.rol": nombresDe(ROLES),
  "invitacion.rol": nombresDe(ROLES),
};

const DIA = /^\d{4}-\d{2}-\d{2}$/;
const INSTANTE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const CANONICO = /^-?\d+(\.\d+)?$/;

/** A value of the trail as people read it: codes by their names, days and numbers as they are written in Chile. */
export function datoEnPalabras(tabla: string, columna: string, valor: unknown): unknown {
  if (Array.isArray(valor)) return valor.map((uno) => datoEnPalabras(tabla, columna, uno));
  if (typeof valor !== "string") return valor;
  const palabra = PALABRAS[`${tabla}.${columna}`]?.[valor];
  if (palabra !== undefined) return palabra;
  if (DIA.test(valor)) return mostrarFecha(valor);
  if (INSTANTE.test(valor)) return mostrarInstante(new Date(valor));
  return tabla === "informe_indicador" && CANONICO.test(valor) ? valor.replace(".", ",") : valor;
}
