import { normalizarPlan } from "@/lib/datos/repositorio/plan";
import { aplicarAjustes } from "@/lib/expediente/aplicar";
import { medir, resultadoCalculado } from "@/lib/expediente/calculo";
import { elementosDe } from "@/lib/expediente/elementos";
import type { Ajuste, Expediente, Indicador, Informe, Plan } from "@/lib/expediente/formato";
import { formaCanonica, huellaInforme, huellaPlan } from "@/lib/expediente/huella";
import { COMPONENTES_RELACIONADOS } from "@/lib/guia/e3-2025/valores";
import { planFicticio } from "./plan";
import { DIFICULTADES, FACTORES_EXTERNOS, FACTORES_INTERNOS, HOLGURAS, RAZONES } from "./textos-informe";

/**
 * Exemplars of a whole expediente, from which as many institutions as wanted are cast: what changes from one to
 * another of the same mould (code, names, digests) is a mark, replaced as text.
 */

/** Marks of a mould. None can appear in a fictional text, and none needs escaping in JSON. */
export const MARCAS = {
  codigo: "%CODIGO%",
  nombre: "%NOMBRE%",
  ministerio: "%MINISTERIO%",
  huellaPlan: "%HUELLAPLAN%",
  huellaInforme: "%HUELLAINFORME%",
} as const;

export type Molde = {
  readonly expediente: Expediente;
  /** Canonical texts whose SHA-256, once the marks are replaced, are the three digests (see `huella.ts`). */
  readonly canonico: { readonly original: string; readonly vigente: string; readonly informe: string };
};

const deLista = <T>(lista: readonly T[], i: number): T => lista[i % lista.length] as T;
const archivo = (nombre: string, tipo: string, n: number) => ({
  nombre,
  tipo,
  tamano: 90_000 + n * 1_000,
  sha256: n.toString(16).padStart(64, "0"),
});
const PDF = "application/pdf";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

// How often each category is used: b and e the most, g the least.
const CATEGORIAS = [
  ["b"],
  ["e"],
  ["a", "b"],
  ["c"],
  ["b", "e"],
  ["d"],
  ["e"],
  ["f"],
  ["a"],
  ["b", "c"],
  ["g"],
];

function ajustesDe(plan: Plan, n: number): Ajuste[] {
  const actividades = plan.actividades ?? [];
  const modificada = actividades[n % actividades.length]?.id ?? "";
  const cambios = (["poblacionObjetivo", "sistemasRespaldo"] as const).slice(0, 1 + (n % 2));
  return elementosDe(plan).flatMap(({ id, componentes }) =>
    componentes.map((componente): Ajuste => {
      const cual = (cambios as readonly string[]).indexOf(componente);
      if (id !== modificada || cual < 0) return { elemento: id, componente, decision: "mantiene" };
      const categorias = deLista(CATEGORIAS, n + cual * 3);
      return {
        elemento: id,
        componente,
        decision: "modifica",
        contenido:
          componente === "poblacionObjetivo"
            ? "Personas que realizan el trámite, con foco en personas mayores y de zonas aisladas."
            : "Tablero mensual del gestor documental, con copia a la jefatura y acta de revisión.",
        categorias,
        ...(categorias.includes("g") && {
          otraRazon: "Instrucción de la autoridad recibida durante el año.",
        }),
        argumento: deLista(RAZONES, n + cual),
        antecedentes: `Informe técnico N° ${20 + n} y acta de la sesión en que el equipo revisó el diagnóstico.`,
        registradoEn: "2025-06-10T10:15:00-04:00",
      };
    }),
  );
}

const ANALISIS = {
  interpretacion:
    "El resultado muestra el efecto de la actividad en la oportunidad de la respuesta y su aporte al objetivo específico.",
};
const BRECHA = {
  analisisBrechas:
    "La diferencia con la meta se explica por el aumento de la demanda en el segundo semestre.",
  recomendaciones:
    "Mantener la meta, automatizar el registro de fechas y revisar la dotación de las oficinas.",
};

/** A measurement that reaches the target or misses it by a fifth. */
function medicion(indicador: Indicador, alcanza: boolean) {
  const { factor, sentido, meta } = indicador as { factor: 1 | 100; sentido: string; meta: number };
  const sube = sentido === "ascendente";
  const valor = meta * (alcanza === sube ? 1.06 : 0.8);
  const tope = factor === 100 ? Math.min(valor, 99) : valor;
  const denominador = 200;
  const numerador =
    sube === alcanza ? Math.ceil((tope * denominador) / factor) : Math.floor((tope * denominador) / factor);
  const alcanzada = medir(indicador, numerador, denominador)?.alcanzada ?? true;
  const resultado = resultadoCalculado(numerador, denominador, factor) ?? 0;
  return { numerador, denominador, resultado, alcanzada };
}

function informeDe(plan: Plan, n: number): Informe {
  const medido = (indicador: Indicador, i: number) => {
    const { alcanzada, ...numeros } = medicion(indicador, (n + i) % 4 !== 1);
    return { indicador: indicador.id, medido: true, ...numeros, ...ANALISIS, ...(!alcanzada && BRECHA) };
  };
  return {
    seguimiento: {
      avances:
        "Se ejecutaron las actividades comprometidas en las direcciones regionales y en el nivel central.",
      desafios: "Persisten diferencias de registro entre oficinas y canales.",
      resultados: "Mejoró la oportunidad de la respuesta y la claridad de lo informado.",
      leccionesAprendidas:
        "El seguimiento semanal con las áreas responsables resultó más efectivo que el mensual.",
    },
    actividades: (plan.actividades ?? []).map((actividad, i) => {
      const cumplida = (n + i) % 5 !== 0;
      return {
        actividad: actividad.id,
        ejecutadaSegunDescripcion: cumplida,
        ...(!cumplida && { explicacion: deLista(RAZONES, n + i) }),
        tramites: (actividad.tramites ?? []).map((tramite) => ({ tramite, vinculado: true })),
        componentes: COMPONENTES_RELACIONADOS.map((componente) => ({ componente, modificado: false })),
        medioVerificacion: {
          descripcion: "Listado exportado del sistema, correos de convocatoria y acta de cierre firmada.",
          formatos: ["xlsx", "pdf"],
        },
      };
    }),
    indicadoresDesempeno: (plan.actividades ?? [])
      .flatMap(({ indicadoresDesempeno }) => indicadoresDesempeno ?? [])
      .map(medido),
    indicadoresSatisfaccion: (plan.indicadoresSatisfaccion ?? []).map((indicador, i) => {
      const { resultado: _, ...resto } = medido(indicador, i + 2);
      return resto;
    }),
    dificultadesHolguras: [
      {
        tipo: "dificultad",
        descripcion: deLista(DIFICULTADES, n),
        factoresInternos: deLista(FACTORES_INTERNOS, n),
        ...(n % 2 === 0 && { factoresExternos: deLista(FACTORES_EXTERNOS, n) }),
        componentes: ["actividades"],
        elementos: ["A1"],
      },
      {
        tipo: n % 3 === 0 ? "holgura" : "dificultad",
        descripcion: n % 3 === 0 ? deLista(HOLGURAS, n) : deLista(DIFICULTADES, n + 4),
        factoresExternos: deLista(FACTORES_EXTERNOS, n + 1),
        componentes: ["indicadoresDesempeno"],
        elementos: ["A1.ID1"],
      },
    ],
  };
}

const GRUPOS = ["personal", "directivos", "cosoc"] as const;

const difusionDe = (n: number): Expediente["difusion"] => ({
  instancias: [
    {
      fecha: "2025-12-05",
      medio: "correo",
      modalidad: "remota",
      copiaMedio: [archivo("correo.pdf", PDF, n)],
      material: [archivo("presentacion.pdf", PDF, n + 100)],
    },
  ],
  destinatarios: {
    archivo: archivo("destinatarios.xlsx", XLSX, n + 200),
    filas: Array.from({ length: 12 }, (_, i) => ({
      nombre: `Persona ${i + 1} de Prueba`,
      cargo: i % 3 === 0 ? "Profesional" : "Analista",
      grupo: GRUPOS[i % 3],
      ...(i % 3 === 0 && { calidadJuridica: i % 2 ? "contrata" : "planta", area: `Unidad ${i + 1}` }),
    })),
  },
  cosoc: {
    homologado: false,
    actoAdministrativo: {
      archivo: archivo("resolucion.pdf", PDF, n + 300),
      fecha: "2024-03-15",
      vigenciaDesde: "2024-03-15",
      vigenciaHasta: "2027-03-14",
    },
  },
});

const acta = (numero: string, fecha: string, huella: string) => ({
  numero,
  fecha,
  decision: "aprueba" as const,
  asistentes: [
    { nombre: "Presidenta de Prueba", cargo: "Jefa de servicio" },
    { nombre: "Integrante de Prueba", cargo: "Fiscal" },
  ],
  huella,
});

/** The n-th mould, always the same: a plan of three to six activities, adjusted, approved, reported and disseminated. */
export function moldeDe(n: number): Molde {
  const institucion = { codigo: MARCAS.codigo, nombre: MARCAS.nombre, ministerio: MARCAS.ministerio };
  const plan = normalizarPlan(planFicticio(institucion, 3 + (n % 4)));
  const borrador: Expediente = {
    formato: "expediente-cseu/v1",
    ejercicio: 2025,
    institucion,
    planOriginal: plan,
    ajustes: ajustesDe(plan, n),
  };
  const vigente = aplicarAjustes(borrador).plan;
  if (!vigente) throw new Error(`Los ajustes del molde ${n} no se pueden aplicar.`);
  const informe = informeDe(vigente, n);
  return {
    expediente: {
      ...borrador,
      aprobacionPlan: {
        ...acta("Acta 2/2025", "2025-06-26", MARCAS.huellaPlan),
        declaraCoherenciaDiagnostico: true,
      },
      informe,
      aprobacionInforme: acta("Acta 5/2025", "2025-11-27", MARCAS.huellaInforme),
      difusion: difusionDe(n),
    },
    canonico: {
      original: formaCanonica(plan),
      vigente: formaCanonica(vigente),
      informe: formaCanonica({ informe, plan: MARCAS.huellaPlan }),
    },
  };
}

/** Seals a mould with its own digests, marks and all: for judging it by the rules. */
export function expedienteDeMolde(n: number): Expediente {
  const { expediente } = moldeDe(n);
  const vigente = aplicarAjustes(expediente).plan;
  const { informe, aprobacionPlan, aprobacionInforme } = expediente;
  if (!vigente || !informe || !aprobacionPlan || !aprobacionInforme)
    throw new Error("El molde está incompleto.");
  const plan = huellaPlan(vigente);
  return {
    ...expediente,
    aprobacionPlan: { ...aprobacionPlan, huella: plan },
    aprobacionInforme: { ...aprobacionInforme, huella: huellaInforme(informe, plan) },
  };
}
