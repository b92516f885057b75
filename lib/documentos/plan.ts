import type { Plan } from "@/lib/expediente/formato";
import { huellaPlan } from "@/lib/expediente/huella";
import { codigoDeHuella } from "./codigo";
import type { OpcionesDocumento } from "./comun";
import type { Documento } from "./modelo";
import { actividades, indicadoresSatisfaccion, objetivos } from "./secciones/plan";

export interface OpcionesPlan extends OpcionesDocumento {
  /** Which plan it is: «Diseñado en 2024», «Vigente 2025». By default, «Plan» and the exercise. */
  rotulo?: string;
}

/** A plan, original or in force, as a document. Pure. */
export function armarPlan(plan: Plan, opciones: OpcionesPlan = {}): Documento {
  const huella = huellaPlan(plan);
  const rotulo = opciones.rotulo ?? `Plan ${plan.ejercicio}`;
  const { codigo, nombre, ministerio } = plan.institucion;
  return {
    clave: "Plan",
    titulo: `Plan de Mejoramiento ${plan.ejercicio}`,
    subtitulo: `Calidad de Servicio y Experiencia Usuaria \u00b7 ${rotulo}`,
    institucion: nombre ?? `Instituci\u00f3n ${codigo}`,
    ministerio: ministerio ?? "",
    ejercicio: plan.ejercicio,
    borrador: opciones.borrador ?? false,
    codigo: opciones.codigo ?? codigoDeHuella(huella),
    urlVerificacion: opciones.urlVerificacion,
    emitidoEn: opciones.emitidoEn ?? null,
    huella: { de: "Huella SHA-256 del plan", valor: huella },
    portada: [
      { etiqueta: "Instituci\u00f3n", tipo: "texto", valor: nombre },
      { etiqueta: "C\u00f3digo de la instituci\u00f3n", tipo: "texto", valor: codigo },
      { etiqueta: "Ministerio", tipo: "texto", valor: ministerio },
      { etiqueta: "Ejercicio", tipo: "texto", valor: String(plan.ejercicio) },
      { etiqueta: "Plan", tipo: "texto", valor: rotulo },
      { etiqueta: "Huella SHA-256 del plan", tipo: "huella", valor: huella },
    ],
    cifras: [
      { valor: String(plan.objetivosEspecificos?.length ?? 0), etiqueta: "objetivos espec\u00edficos" },
      { valor: String(plan.actividades?.length ?? 0), etiqueta: "actividades" },
      {
        valor: String(
          (plan.indicadoresSatisfaccion?.length ?? 0) +
            (plan.actividades ?? []).reduce((n, x) => n + (x.indicadoresDesempeno?.length ?? 0), 0),
        ),
        etiqueta: "indicadores",
      },
    ],
    secciones: [
      {
        titulo: "Objetivos",
        bloques: [{ ...objetivos(plan, "Objetivos", rotulo), titulo: undefined, clave: undefined }],
      },
      {
        titulo: "Indicadores de satisfacci\u00f3n usuaria",
        bloques: [
          {
            ...indicadoresSatisfaccion(plan, "Indicadores", rotulo),
            titulo: undefined,
            clave: undefined,
            vacio: "El plan no tiene indicadores de satisfacci\u00f3n usuaria.",
          },
        ],
      },
      {
        titulo: "Actividades",
        bloques: [
          {
            ...actividades(plan, { actividades: "Actividades", indicadores: "Indicadores" }, undefined),
            titulo: undefined,
            vacio: "El plan no tiene actividades.",
          },
        ],
      },
    ],
    indice: false,
  };
}
