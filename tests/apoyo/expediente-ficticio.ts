import type { Expediente } from "@/lib/expediente/formato";

/** Texts that break naive documents: markup, formulas, escapes, controls, other scripts, and one far beyond a cell. */
export const TEXTOS_DIFICILES = {
  formula: "=SUMA(A1:A9)+1",
  mas: "+56 2 2345 6789",
  menos: "-1 seguido de texto",
  arroba: "@mencion y <etiqueta> @",
  marcado: "#let x = 1; $a_b$ *negrita* _cursiva_ `codigo` // comentario [enlace](x) \\ = t\u00edtulo",
  comillas: "\u00abComillas\u00bb \"dobles\" 'simples' \u201ctipogr\u00e1ficas\u201d -- y --- guiones...",
  lineas: "Primera l\u00ednea\nSegunda l\u00ednea\r\nTercera l\u00ednea\n\nQuinta, tras una vac\u00eda",
  excel: "Escapes de Excel: _x000A_ y _x005F_ quedan como texto",
  combinantes: "n\u0303andu\u0301, pingu\u0308ino y c\u0327a, con acentos combinantes",
  emoji: "Emoji \u{1F600} y bandera \u{1F1E8}\u{1F1F1}",
  hebreo: "Texto en hebreo \u05e9\u05dc\u05d5\u05dd y \u00e1rabe \u0645\u0631\u062d\u0628\u0627",
  simbolos: "\u2264 \u2265 \u00f7 \u00d7 \u2192 \u2211 \u20ac \u2030 \u00bd \u2122",
  entidades: "&amp; <b>no es HTML</b> ]]> <!-- nada -->",
} as const;

/** 60,000 characters whose pieces can be told apart, so that a lost stretch is seen. */
export function textoLargo(caracteres = 60_000): string {
  let texto = "";
  for (let i = 1; texto.length < caracteres; i++) texto += `Frase n\u00famero ${i} del texto largo. `;
  return `${texto.slice(0, caracteres - 4)}.FIN`;
}

const SIETE = [
  "plazos",
  "areasResponsables",
  "poblacionObjetivo",
  "indicadoresDesempeno",
  "sistemasRespaldo",
  "priorizacion",
  "costos",
];

const NUEVE = ["descripcion", ...SIETE.slice(0, 3), "tramites", ...SIETE.slice(3)];

export interface Tamano {
  actividades: number;
  indicadoresPorActividad: number;
  destinatarios: number;
  /** Makes every text of one copy different from those of another. */
  sello?: string;
}

function archivo(nombre: string, tipo: string, n: number) {
  return { nombre, tipo, tamano: 1000 + n, sha256: n.toString(16).padStart(64, "0") };
}

/** A whole fictional expediente of the size asked, valid in form, with changes, unmet targets and difficulties. */
export function expedienteFicticio(tamano: Tamano): Expediente {
  const { actividades, indicadoresPorActividad, destinatarios, sello = "" } = tamano;
  const institucion = {
    codigo: "9999",
    nombre: "Servicio Ficticio de Pruebas",
    ministerio: "Ministerio de la Imaginaci\u00f3n",
  };
  const indicador = (id: string, n: number) => ({
    id,
    nombre: `Porcentaje de solicitudes ${id} respondidas dentro de plazo en el a\u00f1o t ${sello}`,
    formula: `(N\u00b0 de solicitudes ${id} respondidas en plazo / N\u00b0 de solicitudes recibidas)*100 ${sello}`,
    factor: 100 as const,
    unidad: "%",
    sentido: "ascendente" as const,
    meta: 60 + (n % 30) + 0.5,
  });
  const lista = Array.from({ length: actividades }, (_, i) => i + 1);
  const planOriginal = {
    formato: "plan-cseu/v1" as const,
    ejercicio: 2025,
    institucion,
    objetivoGeneral: `Mejorar la experiencia de las personas usuarias del servicio ${sello}`,
    objetivosEspecificos: [
      { id: "OE1", descripcion: `Reducir los tiempos de respuesta ${sello}` },
      { id: "OE2", descripcion: `Aclarar el lenguaje de las comunicaciones ${sello}` },
    ],
    indicadoresSatisfaccion: [indicador("IS1", 1), indicador("IS2", 2)],
    actividades: lista.map((n) => ({
      id: `A${n}`,
      objetivoEspecifico: n % 2 ? "OE1" : "OE2",
      descripcion: `Habilitar en el sitio web institucional un formulario \u00fanico de reclamos con comprobante y seguimiento, etapa ${n} ${sello}`,
      plazos: { inicio: "2025-05-01", termino: "2025-09-13" },
      areasResponsables: [`Direcci\u00f3n Regional ${n}`, "Oficina de Informaciones"],
      participantes: `Personas funcionarias de las unidades involucradas en la etapa ${n} ${sello}`,
      poblacionObjetivo: `Personas usuarias de zonas rurales y personas con discapacidad, grupo ${n} ${sello}`,
      tramites: [`Tr\u00e1mite ${n}.1 ${sello}`, `Tr\u00e1mite ${n}.2 ${sello}`],
      indicadoresDesempeno: Array.from({ length: indicadoresPorActividad }, (_, k) =>
        indicador(`A${n}.ID${k + 1}`, n + k),
      ),
      sistemasRespaldo: `Reporte mensual del gestor documental y acta de revisi\u00f3n ${n} ${sello}`,
      priorizacion: "alta" as const,
      costos: { montoClp: 1_500_000 + n, items: [{ subtitulo: "22", item: "11" }] },
    })),
  };
  const mantiene = (elemento: string, componente: string) => ({
    elemento,
    componente,
    decision: "mantiene" as const,
  });
  const modifica = (n: number) => ({
    elemento: `A${n}`,
    componente: "poblacionObjetivo",
    decision: "modifica" as const,
    contenido: `Personas usuarias de zonas rurales, con discapacidad y mayores, grupo ${n} ${sello}`,
    categorias: ["a", "c"],
    argumento: `La revisi\u00f3n del diagn\u00f3stico mostr\u00f3 que la medida act\u00faa mejor si alcanza tambi\u00e9n a las personas mayores, caso ${n} ${sello}`,
    antecedentes: `Informe t\u00e9cnico N\u00b0 ${n} de la divisi\u00f3n y acta de la sesi\u00f3n ${sello}`,
    registradoEn: "2025-06-10T10:15:00-04:00",
  });
  const resultado = (id: string, n: number) => ({
    indicador: id,
    medido: true,
    numerador: 40 + n,
    denominador: 153,
    resultado: Math.round(((40 + n) / 153) * 10000) / 100,
    interpretacion: `El resultado de ${id} refleja el efecto de la actividad en la oportunidad de la respuesta a las personas usuarias y su aporte al objetivo ${sello}`,
    analisisBrechas: `La diferencia de ${id} con la meta se explica por el aumento de la demanda en el segundo trimestre ${sello}`,
    recomendaciones: `Mantener la meta de ${id} y automatizar el registro de fechas ${sello}`,
  });
  const acta = (numero: string, fecha: string) => ({
    numero,
    fecha,
    decision: "aprueba" as const,
    asistentes: [
      {
        nombre: "Integrante Uno",
        cargo: "Jefatura de Divisi\u00f3n",
        area: "Divisi\u00f3n de Atenci\u00f3n",
      },
      { nombre: "Integrante Dos", cargo: "Profesional", area: "Fiscal\u00eda" },
    ],
    declaraCoherenciaDiagnostico: true,
    huella: "0".repeat(64),
  });
  return {
    formato: "expediente-cseu/v1",
    ejercicio: 2025,
    institucion,
    planOriginal,
    ajustes: [
      ...["OG", "OE1", "OE2"].map((x) => mantiene(x, "texto")),
      ...["IS1", "IS2"].map((x) => mantiene(x, "indicador")),
      ...lista.flatMap((n) =>
        NUEVE.map((c) => (n % 4 === 0 && c === "poblacionObjetivo" ? modifica(n) : mantiene(`A${n}`, c))),
      ),
    ],
    aprobacionPlan: acta("Acta 2/2025", "2025-06-26"),
    informe: {
      seguimiento: {
        avances: `Se ejecutaron las actividades comprometidas ${sello}`,
        desafios: `Persisten brechas de registro ${sello}`,
        resultados: `Mejor\u00f3 la oportunidad de respuesta ${sello}`,
        leccionesAprendidas: `El seguimiento semanal es m\u00e1s efectivo ${sello}`,
      },
      actividades: lista.map((n) => ({
        actividad: `A${n}`,
        ejecutadaSegunDescripcion: n % 5 !== 0,
        explicacion: n % 5 === 0 ? `Solo se realiz\u00f3 en cinco regiones, caso ${n} ${sello}` : null,
        tramites: [
          { tramite: `Tr\u00e1mite ${n}.1 ${sello}`, vinculado: true },
          {
            tramite: `Tr\u00e1mite ${n}.2 ${sello}`,
            vinculado: n % 7 !== 0,
            explicacion: n % 7 === 0 ? `Qued\u00f3 fuera del alcance ${n} ${sello}` : null,
          },
        ],
        componentes: SIETE.map((c, k) => ({
          componente: c,
          modificado: (n + k) % 9 === 0,
          justificacion:
            (n + k) % 9 === 0 ? `Se ajust\u00f3 por la licitaci\u00f3n ${n}.${k} ${sello}` : null,
        })),
        medioVerificacion: {
          descripcion: `Listado exportado del sistema, correos de convocatoria y acta de cierre firmada ${n} ${sello}`,
          formatos: ["xlsx", "pdf"],
        },
      })),
      indicadoresDesempeno: planOriginal.actividades.flatMap((a, i) =>
        a.indicadoresDesempeno.map((x) => resultado(x.id, i)),
      ),
      indicadoresSatisfaccion: ["IS1", "IS2"].map((id, i) => {
        const { resultado: _, ...resto } = resultado(id, i);
        return resto;
      }),
      dificultadesHolguras: [
        {
          tipo: "dificultad",
          descripcion: `La licitaci\u00f3n se posterg\u00f3 ${sello}`,
          factoresInternos: `Falta de dotaci\u00f3n ${sello}`,
          factoresExternos: `Aumento de los tiempos de toma de raz\u00f3n ${sello}`,
          componentes: ["actividades"],
          elementos: ["A1"],
        },
      ],
    },
    aprobacionInforme: { ...acta("Acta 5/2025", "2025-11-27"), declaraCoherenciaDiagnostico: undefined },
    difusion: {
      instancias: [
        {
          fecha: "2025-12-05",
          medio: "correo",
          modalidad: "remota",
          copiaMedio: [archivo("correo.pdf", "application/pdf", 1)],
          material: [archivo("presentacion.pdf", "application/pdf", 2)],
        },
      ],
      destinatarios: {
        archivo: archivo(
          "destinatarios.xlsx",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          3,
        ),
        filas: Array.from({ length: destinatarios }, (_, i) => ({
          nombre: `Persona ${i + 1} ${sello}`,
          cargo: i % 3 ? "Profesional" : "T\u00e9cnico",
          grupo: ["personal", "directivos", "cosoc"][i % 3] ?? "personal",
          calidadJuridica: i % 3 ? null : "planta",
          area: `\u00c1rea ${i % 17}`,
        })),
      },
      cosoc: {
        homologado: false,
        actoAdministrativo: {
          archivo: archivo("resolucion.pdf", "application/pdf", 4),
          fecha: "2024-03-15",
          vigenciaDesde: "2024-03-15",
          vigenciaHasta: "2027-03-14",
        },
      },
    },
  };
}
