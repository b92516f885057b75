import { type Caso, casosDe, desempeno, existe, informe, modificar, plan } from "./tipo";

const deActas = (["aprobacionPlan", "aprobacionInforme"] as const).flatMap((cual): Caso[] => {
  const regla = cual === "aprobacionPlan" ? "APL-03" : "AIN-02";
  const caso = casosDe(regla);
  return [
    caso(
      `${cual}: sin número, fecha, decisión ni asistentes`,
      (e) => {
        e[cual] = { numero: "", fecha: " ", decision: "", asistentes: [] };
      },
      ["numero", "fecha", "decision", "asistentes"].map((campo) => `${regla} /${cual}/${campo}`),
    ),
    caso(
      `${cual}: el Comité rechaza`,
      (e) => {
        existe(e[cual]).decision = "rechaza";
      },
      `${regla} /${cual}/decision`,
    ),
    caso(
      `${cual}: asistentes sin nombre o sin cargo`,
      (e) => {
        existe(e[cual]).asistentes = [{ cargo: "Jefatura" }, { nombre: "Dos", cargo: " " }];
      },
      [`${regla} /${cual}/asistentes/0/nombre`, `${regla} /${cual}/asistentes/1/cargo`],
    ),
    caso(`${cual}: un solo asistente, sin área`, (e) => {
      existe(e[cual]).asistentes = [{ nombre: "Una", cargo: "Jefatura", area: null }];
    }),
  ];
});

export const CASOS_ACTAS: readonly Caso[] = [
  ...deActas,
  casosDe("APL-01")(
    "sin acta, aunque el plan se confirme sin cambios",
    (e) => {
      e.aprobacionPlan = null;
    },
    "APL-01 /aprobacionPlan",
  ),
  casosDe("APL-01")("con acta y sin cambios", () => {}),
  casosDe("APL-02")(
    "un acta del 1 de julio, aunque haya prórroga del registro",
    (e) => {
      existe(e.aprobacionPlan).fecha = "2025-07-01";
      e.prorroga = { hasta: "2025-07-31T23:59:59-04:00", razon: "La plataforma se habilitó después" };
    },
    "APL-02 /aprobacionPlan/fecha",
  ),
  casosDe("APL-02")("un acta del mismo 30 de junio", (e) => {
    existe(e.aprobacionPlan).fecha = "2025-06-30";
  }),
  casosDe("APL-04")(
    "un cambio del plan posterior a las actas deja ambas sin efecto",
    (e) => {
      plan(e).objetivoGeneral = "Otro objetivo";
    },
    ["APL-04 /aprobacionPlan/huella", "AIN-03 /aprobacionInforme/huella"],
    { sinSellar: true },
  ),
  casosDe("APL-04")(
    "un acta sin huella",
    (e) => {
      existe(e.aprobacionPlan).huella = null;
    },
    "APL-04 /aprobacionPlan/huella",
    { sinSellar: true },
  ),
  casosDe("APL-04")(
    "calla cuando un ajuste no se puede aplicar",
    (e) => {
      existe(e.aprobacionPlan).huella = "otra";
      existe(e.aprobacionInforme).huella = "otra";
      existe(e.ajustes).push({ elemento: "A1", componente: "plazos", decision: "mantiene" });
    },
    "AJU-11 /ajustes/22",
    { sinSellar: true },
  ),
  casosDe("APL-04")(
    "el orden de las claves del plan no cambia la huella",
    (e) => {
      e.planOriginal = Object.fromEntries(Object.entries(plan(e)).reverse()) as never;
    },
    [],
    { sinSellar: true },
  ),
  casosDe("APL-05")(
    "hay un ajuste y el Comité no declara la coherencia",
    (e) => {
      modificar(e, "OG", "texto", "Mejorar mucho la atención");
      existe(e.aprobacionPlan).declaraCoherenciaDiagnostico = false;
    },
    "APL-05 /aprobacionPlan/declaraCoherenciaDiagnostico",
  ),
  casosDe("APL-05")("todo se mantiene y el acta no declara nada", (e) => {
    existe(e.aprobacionPlan).declaraCoherenciaDiagnostico = null;
  }),
  casosDe("AIN-01")(
    "sin acta del informe",
    (e) => {
      delete e.aprobacionInforme;
    },
    "AIN-01 /aprobacionInforme",
  ),
  casosDe("AIN-01")("con acta del informe", () => {}),
  casosDe("AIN-03")(
    "un cambio del informe posterior a su acta",
    (e) => {
      desempeno(e).interpretacion = "Otra lectura";
    },
    "AIN-03 /aprobacionInforme/huella",
    { sinSellar: true },
  ),
  casosDe("AIN-03")(
    "calla cuando no hay informe",
    (e) => {
      e.informe = null;
    },
    [
      "EJE-01 /informe/actividades A1",
      "EJE-01 /informe/actividades A2",
      "DES-01 /informe/indicadoresDesempeno A1.ID1",
      "DES-01 /informe/indicadoresDesempeno A2.ID1",
      "SAT-01 /informe/indicadoresSatisfaccion IS1",
      "INF-01 /informe/seguimiento/avances",
      "INF-01 /informe/seguimiento/desafios",
      "INF-01 /informe/seguimiento/leccionesAprendidas",
      "INF-01 /informe/seguimiento/resultados",
      "DYH-06 /informe/dificultadesHolguras",
    ],
    { sinSellar: true },
  ),
  casosDe("AIN-04")(
    "anterior al acta del plan",
    (e) => {
      existe(e.aprobacionInforme).fecha = "2025-06-19";
    },
    "AIN-04 /aprobacionInforme/fecha",
  ),
  casosDe("AIN-04")(
    "posterior al 31 de diciembre",
    (e) => {
      existe(e.aprobacionInforme).fecha = "2026-01-01";
      existe(e.difusion?.instancias?.[0]).fecha = null;
    },
    ["AIN-04 /aprobacionInforme/fecha", "DIF-01 /difusion/instancias/0/fecha"],
  ),
  casosDe("AIN-04")("el mismo día del acta del plan", (e) => {
    existe(e.aprobacionInforme).fecha = "2025-06-20";
  }),
  casosDe("AIN-04")(
    "calla si el acta del plan no tiene fecha",
    (e) => {
      existe(e.aprobacionPlan).fecha = null;
      existe(e.aprobacionInforme).fecha = "2020-01-01";
    },
    "APL-03 /aprobacionPlan/fecha",
  ),
  casosDe("INF-01")(
    "faltan los avances y las lecciones",
    (e) => {
      informe(e).seguimiento = { desafios: "x", resultados: "x", avances: "\u00a0" };
    },
    ["INF-01 /informe/seguimiento/avances", "INF-01 /informe/seguimiento/leccionesAprendidas"],
  ),
  casosDe("INF-01")("cuatro textos de una letra", (e) => {
    informe(e).seguimiento = { avances: "a", desafios: "b", resultados: "c", leccionesAprendidas: "d" };
  }),
];
