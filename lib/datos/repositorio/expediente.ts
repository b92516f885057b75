import { aplicarAjustes } from "@/lib/expediente/aplicar";
import type {
  Acta,
  Ajuste,
  Archivo,
  Destinatario,
  Difusion,
  Expediente,
  Indicador,
  Informe,
  Plan,
  Resultado,
} from "@/lib/expediente/formato";
import type { Transaccion } from "../transaccion";
import type { FilaAjuste } from "./ajuste";
import { contenidoDeFila } from "./contenido";
import { leerDestinatarios } from "./destinatario";
import {
  type FilaActa,
  type FilaArchivo,
  type FilaDifusion,
  type FilaInforme,
  leerFilas,
} from "./expedienteFilas";
import { alcanza, Lectura } from "./lectura";
import { planDeFila, sinNulos } from "./plan";

/** An expediente read from the tables, with what a person wrote that is not yet a number or a date. */
export type ExpedienteLeido = {
  readonly expediente: Expediente;
  /** Pointer → the text as written, for each number or date that cannot be read. */
  readonly ilegibles: ReadonlyMap<string, string>;
  readonly planId: string;
  /** The decisions about the plan as they are kept, in order. */
  readonly filasAjuste: readonly FilaAjuste[];
  /** Identifiers of the difficulties and instances, in the order of the expediente's lists. */
  readonly dificultades: readonly string[];
  readonly instancias: readonly string[];
};

/**
 * Reads everything an institution reports in a year, as one expediente.
 * @returns null when the institution has no plan loaded (or the actor does not reach it).
 */
export async function leerExpediente(
  tx: Transaccion,
  institucionId: string,
  ejercicioId: string,
): Promise<ExpedienteLeido | null> {
  const filas = await leerFilas(tx, institucionId, ejercicioId);
  if (!filas) return null;
  const { plan, ajustes, actas, prorroga, informe, difusion } = filas;
  const lectura = new Lectura();
  const original = planDeFila(plan);
  const base: Expediente = {
    formato: "expediente-cseu/v1",
    ejercicio: plan.anio,
    institucion: plan.institucion,
    planOriginal: original,
    ajustes: ajustes.map(
      (fila, i): Ajuste =>
        sinNulos({
          elemento: fila.elemento,
          componente: fila.componente,
          decision: fila.decision,
          tipo: fila.tipo,
          contenido: contenidoDeFila(fila, `/ajustes/${i}/contenido`, lectura),
          categorias: fila.decision === "mantiene" ? null : fila.categorias,
          otraRazon: fila.otraRazon,
          argumento: fila.argumento,
          antecedentes: fila.antecedentes,
          registradoEn: fila.registradoEn?.toISOString() ?? null,
        }),
    ),
    ...(prorroga && { prorroga: { hasta: new Date(prorroga.hasta).toISOString(), razon: prorroga.razon } }),
    aprobacionPlan: actaDeFila(actas.find(({ materia }) => materia === "plan")),
    informe: null,
    aprobacionInforme: actaDeFila(actas.find(({ materia }) => materia === "informe")),
    difusion: null,
  };
  const vigente = aplicarAjustes(base).plan ?? original;
  return {
    expediente: {
      ...base,
      informe: informe && informeDeFila(informe, vigente, lectura),
      difusion: difusion && difusionDeFila(difusion, await leerDestinatarios(tx, difusion), lectura),
    },
    ilegibles: lectura.ilegibles,
    planId: plan.id,
    filasAjuste: ajustes,
    dificultades: informe?.dificultades.map(({ id }) => id) ?? [],
    instancias: difusion?.instancias.map(({ id }) => id) ?? [],
  };
}

function actaDeFila(fila: FilaActa | undefined): Acta | null {
  if (!fila) return null;
  return {
    numero: fila.numero,
    fecha: fila.fecha,
    decision: fila.decision as "aprueba" | "rechaza",
    asistentes: fila.asistentes.map(({ nombre, cargo, area }) => sinNulos({ nombre, cargo, area })),
    huella: fila.huella,
    ...(fila.materia === "plan" && { declaraCoherenciaDiagnostico: fila.declaraCoherencia }),
  };
}

const TEXTO_INFORME = [
  "avances",
  "desafios",
  "resultados",
  "leccionesAprendidas",
  "sinDificultadesNiHolguras",
] as const;

/** Nothing answered yet is no report at all: the rules then tell what is missing once, and not field by field. */
function estaVacio(fila: FilaInforme): boolean {
  const listas = [fila.actividades, fila.tramites, fila.componentes, fila.indicadores, fila.dificultades];
  return listas.every((lista) => lista.length === 0) && TEXTO_INFORME.every((campo) => fila[campo] === null);
}

function informeDeFila(fila: FilaInforme, vigente: Plan, lectura: Lectura): Informe | null {
  if (estaVacio(fila)) return null;
  const { avances, desafios, resultados, leccionesAprendidas } = fila;
  const actividades = vigente.actividades ?? [];
  const desempeno = actividades.flatMap(({ indicadoresDesempeno }) => indicadoresDesempeno ?? []);
  return sinNulos({
    seguimiento: sinNulos({ avances, desafios, resultados, leccionesAprendidas }),
    actividades: actividades.flatMap((actividad) => resultadoDeActividad(fila, actividad)),
    indicadoresDesempeno: resultadosDe(fila, desempeno, "/informe/indicadoresDesempeno", lectura),
    indicadoresSatisfaccion: resultadosDe(
      fila,
      vigente.indicadoresSatisfaccion ?? [],
      "/informe/indicadoresSatisfaccion",
      lectura,
    ).map(({ resultado: _, ...satisfaccion }) => satisfaccion),
    dificultadesHolguras: fila.dificultades.map(
      ({ tipo, descripcion, factoresInternos, factoresExternos, componentes, elementos }) =>
        sinNulos({ tipo, descripcion, factoresInternos, factoresExternos, componentes, elementos }),
    ),
    sinDificultadesNiHolguras: fila.sinDificultadesNiHolguras,
  });
}

function resultadoDeActividad(fila: FilaInforme, { id, tramites }: NonNullable<Plan["actividades"]>[number]) {
  const propia = fila.actividades.find(({ actividad }) => actividad === id);
  // Answers about a trámite that the plan no longer declares stay in their rows and out of the report.
  const respuestas = (tramites ?? []).flatMap((tramite) =>
    fila.tramites.filter((respuesta) => respuesta.actividad === id && respuesta.tramite === tramite),
  );
  const componentes = fila.componentes.filter(({ actividad }) => actividad === id);
  if (!propia && respuestas.length === 0 && componentes.length === 0) return [];
  return [
    sinNulos({
      actividad: id,
      ejecutadaSegunDescripcion: propia?.ejecutadaSegunDescripcion ?? null,
      // Written before the answer changed to «yes»: kept in the row, not sent.
      explicacion: propia?.ejecutadaSegunDescripcion === true ? null : (propia?.explicacion ?? null),
      tramites: respuestas.map(({ tramite, vinculado, explicacion }) =>
        sinNulos({ tramite, vinculado, explicacion: vinculado === true ? null : explicacion }),
      ),
      componentes: componentes.map(({ componente, modificado, justificacion }) =>
        sinNulos({ componente, modificado, justificacion: modificado === false ? null : justificacion }),
      ),
      medioVerificacion: sinNulos({
        descripcion: propia?.medioDescripcion ?? null,
        formatos: propia?.medioFormatos ?? [],
      }),
    }),
  ];
}

function resultadosDe(
  fila: FilaInforme,
  indicadores: readonly Indicador[],
  ruta: string,
  lectura: Lectura,
): Resultado[] {
  const presentes = indicadores.flatMap((indicador) =>
    fila.indicadores
      .filter((resultado) => resultado.indicador === indicador.id)
      .map((resultado) => ({ indicador, resultado })),
  );
  return presentes.map(({ indicador, resultado }, i) => {
    const numero = (campo: "numerador" | "denominador" | "resultado") =>
      lectura.numero(resultado[campo], `${ruta}/${i}/${campo}`);
    if (resultado.medido === false) {
      const { justificacion, antecedentes } = resultado;
      return sinNulos({ indicador: indicador.id, medido: false, justificacion, antecedentes });
    }
    const valores = {
      numerador: numero("numerador"),
      denominador: numero("denominador"),
      resultado: numero("resultado"),
    };
    const { medido, interpretacion, recomendaciones } = resultado;
    const alcanzada = alcanza(indicador, valores.numerador, valores.denominador);
    return sinNulos({
      indicador: indicador.id,
      medido,
      ...valores,
      interpretacion,
      // Typed when the target seemed missed: kept in the row, not sent (DES-07).
      analisisBrechas: alcanzada === true ? null : resultado.analisisBrechas,
      recomendaciones,
    });
  });
}

function archivoDeFila({ nombre, tipo, tamano, sha256 }: FilaArchivo): Archivo {
  return { nombre, tipo, tamano, sha256 };
}

function difusionDeFila(
  fila: FilaDifusion,
  destinatarios: readonly Destinatario[],
  lectura: Lectura,
): Difusion {
  const acto = "/difusion/cosoc/actoAdministrativo";
  return {
    instancias: fila.instancias.map((instancia, i) => {
      const archivos = (uso: "copia_medio" | "material") =>
        instancia.archivos
          .filter((archivo) => archivo.uso === uso)
          .map(({ archivo }) => archivoDeFila(archivo));
      return sinNulos({
        fecha: lectura.fecha(instancia.fecha, `/difusion/instancias/${i}/fecha`),
        medio: instancia.medio as NonNullable<NonNullable<Difusion["instancias"]>[number]["medio"]> | null,
        modalidad: instancia.modalidad as NonNullable<
          NonNullable<Difusion["instancias"]>[number]["modalidad"]
        > | null,
        copiaMedio: archivos("copia_medio"),
        material: archivos("material"),
      });
    }),
    destinatarios: sinNulos({
      archivo: fila.destinatariosArchivo && archivoDeFila(fila.destinatariosArchivo),
      // Frozen, and so told apart from lists that may still change.
      filas: destinatarios as Destinatario[],
    }),
    cosoc: sinNulos({
      homologado: fila.homologado,
      actoAdministrativo: sinNulos({
        archivo: fila.actoArchivo && archivoDeFila(fila.actoArchivo),
        fecha: lectura.fecha(fila.actoFecha, `${acto}/fecha`),
        vigenciaDesde: lectura.fecha(fila.actoVigenciaDesde, `${acto}/vigenciaDesde`),
        vigenciaHasta: lectura.fecha(fila.actoVigenciaHasta, `${acto}/vigenciaHasta`),
      }),
      // What was put for a homologation that is not told any more is kept, and not sent.
      dictamen: fila.homologado
        ? sinNulos({
            archivo: fila.dictamenArchivo && archivoDeFila(fila.dictamenArchivo),
            fecha: lectura.fecha(fila.dictamenFecha, "/difusion/cosoc/dictamen/fecha"),
          })
        : null,
    }),
  };
}
