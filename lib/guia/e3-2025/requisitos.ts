import { type CodigoRegla, REGLAS } from "./reglas";
import type { SeccionTrabajo } from "./reglas/tipo";

/** A medio de verificación of a requirement, in the words of the guide, with the rules that look at it. */
export type MedioVerificacion = {
  readonly id: string;
  readonly nombre: string;
  readonly reglas: readonly CodigoRegla[];
};

const deSecciones = (...secciones: readonly SeccionTrabajo[]): readonly CodigoRegla[] =>
  REGLAS.filter(({ seccion }) => secciones.includes(seccion)).map(({ codigo }) => codigo);

/** The technical requirements of stage 3 and what each asks for as evidence (Tables 2 and 3 of the guide). */
export const REQUISITOS = {
  E3O1RT1: {
    nombre: "Implementación del Plan de Mejoramiento de la Calidad de Servicio y Experiencia Usuaria",
    medios: [
      {
        id: "E3O1RT1.actaPlan",
        nombre:
          "Acta del comité de Calidad de Servicio, Experiencia Usuaria y Transformación Digital que dé cuenta de la aprobación del Plan de Mejoramiento que será implementado en 2025, ajustado si corresponde.",
        reglas: deSecciones("plan", "ajustes", "aprobacionPlan"),
      },
      {
        id: "E3O1RT1.formulario",
        nombre:
          "Formulario en plataforma web con el contenido del informe de implementación del Plan de Mejoramiento de la Calidad de Servicio y Experiencia Usuaria ejecutado.",
        reglas: deSecciones("ejecucion", "desempeno", "satisfaccion", "dificultades", "seguimiento"),
      },
      {
        id: "E3O1RT1.actaInforme",
        nombre:
          "Acta del Comité de Calidad de Servicio, Experiencia Usuaria y Transformación Digital que dé cuenta de la aprobación del informe de implementación del Plan de Mejoramiento de la Calidad de Servicio y Experiencia Usuaria.",
        reglas: deSecciones("aprobacionInforme"),
      },
    ],
  },
  E3O1RT2: {
    nombre:
      "Difusión del informe de implementación del Plan de Mejoramiento de la Calidad de Servicio y Experiencia Usuaria",
    medios: [
      {
        id: "E3O1RT2.medio",
        nombre: "Copia del medio de difusión utilizado (correo, captura de pantalla, oficio, acta, etc.)",
        reglas: ["DIF-01", "DIF-02", "DIF-12"],
      },
      {
        id: "E3O1RT2.material",
        nombre:
          "Copia del material utilizado en la difusión del informe de implementación del Plan anual de Mejoramiento de la Calidad de Servicio y Experiencia Usuaria",
        reglas: ["DIF-03"],
      },
      {
        id: "E3O1RT2.destinatarios",
        nombre:
          "Listado de destinatarios de la difusión del informe de implementación del Plan anual de Mejoramiento de la Calidad de Servicio y Experiencia Usuaria, incluyendo al menos nombre y cargo (formato Excel).",
        reglas: ["DIF-04", "DIF-05", "DIF-06", "DIF-07", "DIF-08", "DIF-09", "DIF-13"],
      },
      {
        id: "E3O1RT2.actoCosoc",
        nombre: "Acto administrativo que dé cuenta de la conformación del COSOC y de su vigencia.",
        reglas: ["DIF-10"],
      },
      {
        id: "E3O1RT2.dictamen",
        nombre:
          "En caso de homologación de COSOC, debe adjuntarse dictamen de la Contraloría General de la República que determine expresamente que procede dicha homologación.",
        reglas: ["DIF-11"],
      },
    ],
  },
} as const satisfies Record<
  string,
  { readonly nombre: string; readonly medios: readonly MedioVerificacion[] }
>;

export type IdRequisito = keyof typeof REQUISITOS;

/** Every requirement of the edition, in the order of the guide. */
export const ID_REQUISITOS = Object.keys(REQUISITOS) as readonly IdRequisito[];

/** The requirement whose evidence a rule looks at. */
export function requisitoDeRegla(codigo: CodigoRegla): IdRequisito {
  const id = ID_REQUISITOS.find((requisito) =>
    REQUISITOS[requisito].medios.some(({ reglas }) => (reglas as readonly CodigoRegla[]).includes(codigo)),
  );
  if (!id) throw new Error(`La regla ${codigo} no mira ningún medio de verificación.`);
  return id;
}
