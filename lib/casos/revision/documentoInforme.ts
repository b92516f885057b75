import { planVigente } from "@/lib/expediente/aplicar";
import { medir } from "@/lib/expediente/calculo";
import type { Acta, Actividad, Expediente, Indicador, Resultado } from "@/lib/expediente/formato";
import { mostrarNumero } from "@/lib/expediente/numero";
import { abreviar, clave } from "@/lib/expediente/texto";
import type { FichaRevisada } from "@/lib/flujo/vistaRevision";
import { SENTIDOS, TIPOS_DIFICULTAD } from "@/lib/guia/e3-2025/valores";
import { campo, campos, leerValor } from "./documentoComun";

const vigente = (expediente: Expediente) => planVigente(expediente) ?? expediente.planOriginal ?? null;

/** The results of each activity of the plan in force, and those of activities it does not have. */
export function fichasDeActividades(expediente: Expediente): FichaRevisada[] {
  const delPlan = vigente(expediente)?.actividades ?? [];
  const resultados = expediente.informe?.actividades ?? [];
  const sinResultado = delPlan.filter(
    ({ id }) => !resultados.some(({ actividad }) => clave(actividad) === clave(id)),
  );
  return [
    ...resultados.map((resultado, i): FichaRevisada => {
      const ruta = `/informe/actividades/${i}`;
      const suya = delPlan.find(({ id }) => clave(id) === clave(resultado.actividad));
      const medio = resultado.medioVerificacion;
      return {
        ruta,
        titulo: tituloDeActividad(resultado.actividad, suya),
        ...(!suya && { detalle: "No está en el plan vigente" }),
        campos: [
          ...campos(ruta, resultado, ["ejecutadaSegunDescripcion", "explicacion"], ["explicacion"]),
          ...(resultado.tramites ?? []).map((uno, j) => ({
            ...campo(`${ruta}/tramites/${j}`, null, uno.tramite ?? "Trámite sin nombre"),
            texto: respuesta("Vinculado", "No vinculado", uno.vinculado, uno.explicacion),
          })),
          ...(resultado.componentes ?? []).map((uno, j) => ({
            ...campo(
              `${ruta}/componentes/${j}`,
              null,
              leerValor("/componente", uno.componente) ?? "Componente sin nombre",
            ),
            texto: respuesta("Se modificó", "Sin cambios", uno.modificado, uno.justificacion),
          })),
          ...campos(`${ruta}/medioVerificacion`, medio, ["descripcion", "formatos"]),
        ],
      };
    }),
    ...sinResultado.map(
      (actividad): FichaRevisada => ({
        ruta: "/informe/actividades",
        titulo: tituloDeActividad(actividad.id, actividad),
        detalle: "Sin resultado informado",
        campos: [],
      }),
    ),
  ];
}

const tituloDeActividad = (id: string, actividad: Actividad | undefined): string =>
  actividad?.descripcion ? `${id}. ${abreviar(actividad.descripcion, 140)}` : `Actividad ${id}`;

function respuesta(
  si: string,
  no: string,
  dicho: boolean | null | undefined,
  explicacion: string | null | undefined,
): string | null {
  if (dicho === null || dicho === undefined) return explicacion ?? null;
  return [dicho ? si : no, explicacion].filter(Boolean).join(". ");
}

/** The results of each indicator with its target, and what it comes to. */
export function fichasDeIndicadores(expediente: Expediente): FichaRevisada[] {
  const plan = vigente(expediente);
  const desempeno = (plan?.actividades ?? []).flatMap(
    ({ indicadoresDesempeno }) => indicadoresDesempeno ?? [],
  );
  const { indicadoresDesempeno, indicadoresSatisfaccion } = expediente.informe ?? {};
  return [
    ...deLista("/informe/indicadoresDesempeno", desempeno, indicadoresDesempeno ?? []),
    ...deLista(
      "/informe/indicadoresSatisfaccion",
      plan?.indicadoresSatisfaccion ?? [],
      indicadoresSatisfaccion ?? [],
    ),
  ];
}

function deLista(
  base: string,
  definidos: readonly Indicador[],
  resultados: readonly Resultado[],
): FichaRevisada[] {
  const faltan = definidos.filter(
    ({ id }) => !resultados.some(({ indicador }) => clave(indicador) === clave(id)),
  );
  return [
    ...resultados.map((resultado, i): FichaRevisada => {
      const suyo = definidos.find(({ id }) => clave(id) === clave(resultado.indicador));
      const medido = ["medido", "numerador", "denominador", "resultado", "interpretacion", "analisisBrechas"];
      const nombres =
        resultado.medido === false
          ? ["medido", "justificacion", "antecedentes"]
          : [...medido, "recomendaciones"].filter(
              (nombre) => nombre !== "resultado" || base.endsWith("Desempeno"),
            );
      return {
        ruta: `${base}/${i}`,
        titulo: suyo?.nombre ? `${resultado.indicador}. ${suyo.nombre}` : `Indicador ${resultado.indicador}`,
        detalle: suyo ? comparacion(suyo, resultado) : "No está en el plan vigente",
        campos: campos(`${base}/${i}`, resultado, nombres, ["analisisBrechas"]),
      };
    }),
    ...faltan.map(
      (indicador): FichaRevisada => ({
        ruta: base,
        titulo: `${indicador.id}. ${indicador.nombre ?? "Indicador sin nombre"}`,
        detalle: "Sin resultado informado",
        campos: [],
      }),
    ),
  ];
}

function comparacion(indicador: Indicador, { numerador, denominador }: Resultado): string {
  const { meta, unidad, sentido } = indicador;
  const esperado =
    typeof meta === "number"
      ? `Meta ${mostrarNumero(meta)} ${unidad ?? ""}${sentido ? ` (${SENTIDOS[sentido].toLowerCase()})` : ""}`
      : "Sin meta";
  const medida = medir(indicador, numerador, denominador);
  if (!medida) return esperado;
  return `${esperado}. Se calcula ${mostrarNumero(medida.valor)}: ${medida.alcanzada ? "meta alcanzada" : "meta no alcanzada"}`;
}

/** Difficulties, slacks and follow-up. */
export function fichasDeAnalisis({ informe }: Expediente): FichaRevisada[] {
  const dificultades = (informe?.dificultadesHolguras ?? []).map((una, i): FichaRevisada => {
    const ruta = `/informe/dificultadesHolguras/${i}`;
    const tipo = leerValor("/tipo", una.tipo) ?? TIPOS_DIFICULTAD.dificultad;
    const nombres = ["descripcion", "factoresInternos", "factoresExternos", "componentes", "elementos"];
    return {
      ruta,
      titulo: `${tipo} ${i + 1}`,
      campos: campos(ruta, una, nombres, ["factoresInternos", "factoresExternos", "elementos"]),
    };
  });
  const sin = campos("/informe", informe, ["sinDificultadesNiHolguras"], ["sinDificultadesNiHolguras"]);
  return [
    ...dificultades,
    ...(dificultades.length === 0
      ? [{ ruta: "/informe/dificultadesHolguras", titulo: "Dificultades y holguras", campos: sin }]
      : []),
    {
      ruta: "/informe/seguimiento",
      titulo: "Seguimiento",
      campos: campos("/informe/seguimiento", informe?.seguimiento, [
        "avances",
        "desafios",
        "resultados",
        "leccionesAprendidas",
      ]),
    },
  ];
}

/** Both acts of the Committee. */
export function fichasDeActas(expediente: Expediente): FichaRevisada[] {
  const { aprobacionPlan, aprobacionInforme } = expediente;
  return [
    fichaDeActa("/aprobacionPlan", "Acta que aprueba el plan", aprobacionPlan),
    fichaDeActa("/aprobacionInforme", "Acta que aprueba el informe", aprobacionInforme),
  ];
}

function fichaDeActa(ruta: string, titulo: string, acta: Acta | null | undefined): FichaRevisada {
  if (!acta) return { ruta, titulo, detalle: "No hay acta", campos: [] };
  const declara = "declaraCoherenciaDiagnostico";
  return {
    ruta,
    titulo,
    campos: [
      ...campos(ruta, acta, ["numero", "fecha", "decision", declara, "huella"], [declara]),
      campo(`${ruta}/asistentes`, acta.asistentes, "Asistentes"),
    ],
  };
}
