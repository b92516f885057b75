import { actividad, type Caso, casosDe, existe, indicador, plan } from "./tipo";

const P = "/planOriginal";
const p1 = casosDe("PLAN-01");
const p2 = casosDe("PLAN-02");
const p3 = casosDe("PLAN-03");
const p4 = casosDe("PLAN-04");
const p5 = casosDe("PLAN-05");
const p6 = casosDe("PLAN-06");
const p7 = casosDe("PLAN-07");
const p8 = casosDe("PLAN-08");
const p9 = casosDe("PLAN-09");

const SIN_ACTIVIDADES = ["EJE-01 /informe/actividades/0", "EJE-01 /informe/actividades/1"];
const SIN_DESEMPENO = ["DES-01 /informe/indicadoresDesempeno/0", "DES-01 /informe/indicadoresDesempeno/1"];
const DE_ACTIVIDADES = Array.from({ length: 18 }, (_, k) => `AJU-11 /ajustes/${k + 4}`);

export const CASOS_PLAN: readonly Caso[] = [
  p1(
    "un objetivo general en blanco",
    (e) => {
      plan(e).objetivoGeneral = " \n\t";
    },
    [`PLAN-01 ${P}/objetivoGeneral`, "AJU-15 /ajustes/0"],
  ),
  p1("un objetivo general de una letra", (e) => {
    plan(e).objetivoGeneral = "x";
  }),
  p2(
    "ni objetivos ni actividades: una sola falta",
    (e) => {
      plan(e).objetivosEspecificos = [];
      plan(e).actividades = null;
      e.ajustes = e.ajustes?.slice(0, 4);
    },
    [
      `PLAN-02 ${P}/objetivosEspecificos`,
      "AJU-11 /ajustes/1",
      "AJU-11 /ajustes/2",
      ...SIN_ACTIVIDADES,
      ...SIN_DESEMPENO,
      "DYH-05 /informe/dificultadesHolguras/0/elementos/0",
    ],
  ),
  p2(
    "sin actividades",
    (e) => {
      delete plan(e).actividades;
    },
    [
      `PLAN-02 ${P}/actividades`,
      ...DE_ACTIVIDADES,
      ...SIN_ACTIVIDADES,
      ...SIN_DESEMPENO,
      "DYH-05 /informe/dificultadesHolguras/0/elementos/0",
    ],
  ),
  p2("un plan sin indicadores de satisfacción", (e) => {
    plan(e).indicadoresSatisfaccion = [];
    e.ajustes = e.ajustes?.filter(({ elemento }) => elemento !== "IS1");
    existe(e.informe).indicadoresSatisfaccion = [];
  }),
  p3(
    "un indicador de desempeño con el identificador de un objetivo, recortado",
    (e) => {
      indicador(e).id = " OE2 ";
      existe(e.informe?.indicadoresDesempeno?.[0]).indicador = "OE2";
    },
    `PLAN-03 ${P}/actividades/0/indicadoresDesempeno/0`,
  ),
  p3(
    "OG cuenta como usado",
    (e) => {
      indicador(e, 1).id = "OG";
      existe(e.informe?.indicadoresDesempeno?.[1]).indicador = "OG";
    },
    `PLAN-03 ${P}/actividades/1/indicadoresDesempeno/0`,
  ),
  p3("un identificador que difiere en las mayúsculas", (e) => {
    indicador(e).id = "oe2";
    existe(e.informe?.indicadoresDesempeno?.[0]).indicador = "oe2";
  }),
  p4(
    "un objetivo específico que no existe",
    (e) => {
      actividad(e).objetivoEspecifico = "OE9";
    },
    `PLAN-04 ${P}/actividades/0/objetivoEspecifico`,
  ),
  p4(
    "una actividad sin vínculo",
    (e) => {
      actividad(e, 1).objetivoEspecifico = null;
    },
    `PLAN-04 ${P}/actividades/1/objetivoEspecifico`,
  ),
  p4("un vínculo con espacios alrededor", (e) => {
    actividad(e).objetivoEspecifico = " OE1\n";
  }),
  p5(
    "el inicio posterior al término",
    (e) => {
      actividad(e).plazos = { inicio: "2025-11-30", termino: "2025-11-29" };
    },
    `PLAN-05 ${P}/actividades/0/plazos`,
  ),
  p5(
    "una fecha que no existe",
    (e) => {
      actividad(e).plazos = { inicio: "2025-02-29", termino: "2025-11-29" };
    },
    `PLAN-05 ${P}/actividades/0/plazos`,
  ),
  p5(
    "una sola de las dos fechas",
    (e) => {
      actividad(e).plazos = { inicio: "", termino: "2025-11-29" };
    },
    `PLAN-05 ${P}/actividades/0/plazos`,
  ),
  p5("un plazo de un solo día, 29 de febrero de un año bisiesto", (e) => {
    actividad(e).plazos = { inicio: "2024-02-29", termino: "2024-02-29" };
  }),
  p5(
    "sin ninguna fecha es PLAN-07",
    (e) => {
      actividad(e).plazos = { inicio: " ", termino: null };
    },
    [`PLAN-07 ${P}/actividades/0/plazos`, "AJU-15 /ajustes/5"],
  ),
  ...(["nombre", "formula", "factor", "sentido", "meta"] as const).map((campo) =>
    p6(
      `un indicador sin ${campo}: callan el resultado y las brechas`,
      (e) => {
        delete indicador(e)[campo];
        const resultado = existe(e.informe?.indicadoresDesempeno?.[0]);
        resultado.resultado = 1;
        resultado.analisisBrechas = "Sobra si la meta se alcanza";
      },
      `PLAN-06 ${P}/actividades/0/indicadoresDesempeno/0/${campo}`,
    ),
  ),
  p6(
    "un indicador de satisfacción con la meta y el factor en blanco",
    (e) => {
      const suyo = existe(plan(e).indicadoresSatisfaccion?.[0]);
      suyo.meta = null;
      suyo.factor = "";
    },
    [`PLAN-06 ${P}/indicadoresSatisfaccion/0/factor`, `PLAN-06 ${P}/indicadoresSatisfaccion/0/meta`],
  ),
  p6("una meta igual a cero y un indicador sin unidad", (e) => {
    indicador(e).meta = 0;
    delete indicador(e).unidad;
  }),
  p7(
    "sin participantes",
    (e) => {
      actividad(e).participantes = " ";
    },
    [`PLAN-07 ${P}/actividades/0/areasResponsables`, "AJU-15 /ajustes/6"],
  ),
  p7(
    "costos sin monto ni ítems",
    (e) => {
      actividad(e).costos = { montoClp: null, items: [] };
    },
    [`PLAN-07 ${P}/actividades/0/costos`, "AJU-15 /ajustes/12"],
  ),
  p7("costos de monto cero, y costos solo con ítems", (e) => {
    actividad(e).costos = { montoClp: 0 };
    actividad(e, 1).costos = { items: [{ subtitulo: "22", item: "01" }] };
  }),
  p8(
    "una actividad sin trámites ni indicadores",
    (e) => {
      actividad(e, 1).tramites = [];
      actividad(e, 1).indicadoresDesempeno = null;
      existe(e.informe?.actividades?.[1]).tramites = [];
      existe(e.informe?.indicadoresDesempeno).pop();
    },
    [
      `PLAN-08 ${P}/actividades/1/tramites`,
      `PLAN-08 ${P}/actividades/1/indicadoresDesempeno`,
      "AJU-15 /ajustes/17",
      "AJU-15 /ajustes/18",
    ],
  ),
  p8("una actividad con un solo trámite y un solo indicador", () => {}),
  p9(
    "el plan de otro ejercicio y de otra institución",
    (e) => {
      plan(e).ejercicio = 2024;
      plan(e).institucion.codigo = "9002";
    },
    [`PLAN-09 ${P}/ejercicio`, `PLAN-09 ${P}/institucion/codigo`],
  ),
  p9("la misma institución con otro nombre", (e) => {
    plan(e).institucion.nombre = "SERVICIO FICTICIO";
    plan(e).institucion.codigo = " 9001";
  }),
];
