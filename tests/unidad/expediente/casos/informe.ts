import { actividad, type Caso, casosDe, desempeno, dificultad, ejecucion, existe, informe } from "./tipo";

const A = "/informe/actividades";
const D = "/informe/dificultadesHolguras";

export const CASOS_EJECUCION: readonly Caso[] = [
  casosDe("EJE-01")("falta una actividad", (e) => informe(e).actividades?.pop(), `EJE-01 ${A} A2`),
  casosDe("EJE-01")(
    "una ajena y una repetida: no se miran más",
    (e) => informe(e).actividades?.push({ actividad: "A9" }, { actividad: " A1" }),
    [`EJE-01 ${A}/2`, `EJE-01 ${A}/3`],
  ),
  casosDe("EJE-01")("en otro orden que el plan", (e) => informe(e).actividades?.reverse()),
  casosDe("EJE-02")(
    "sin responder si se ejecutó",
    (e) => {
      ejecucion(e).ejecutadaSegunDescripcion = null;
    },
    `EJE-02 ${A}/0/ejecutadaSegunDescripcion`,
  ),
  casosDe("EJE-02")("responde que no, y lo explica", (e) => {
    Object.assign(ejecucion(e), { ejecutadaSegunDescripcion: false, explicacion: "Se atrasó" });
  }),
  casosDe("EJE-03")(
    "no se ejecutó y no lo explica",
    (e) => {
      ejecucion(e).ejecutadaSegunDescripcion = false;
    },
    [`EJE-03 ${A}/0/explicacion`],
  ),
  casosDe("EJE-03")("se ejecutó y lo explica igual", (e) => {
    ejecucion(e).explicacion = "Sin novedad";
  }),
  casosDe("EJE-04")(
    "un trámite sin respuesta y otro sin decir si estuvo vinculado",
    (e) => {
      ejecucion(e).tramites = [{ tramite: "Consultas" }];
    },
    [`EJE-04 ${A}/0/tramites Reclamos`, `EJE-04 ${A}/0/tramites/0/vinculado`],
  ),
  casosDe("EJE-04")(
    "un trámite ajeno, uno repetido y uno sin nombre",
    (e) =>
      ejecucion(e).tramites?.push(
        { tramite: "Otro", vinculado: false },
        { tramite: "Reclamos", vinculado: false },
        { vinculado: true },
      ),
    [`EJE-04 ${A}/0/tramites/2`, `EJE-04 ${A}/0/tramites/3`, `EJE-04 ${A}/0/tramites/4`],
  ),
  casosDe("EJE-04")("con espacios alrededor y las tildes escritas de otro modo", (e) => {
    existe(actividad(e).tramites)[0] = "Atenci\u00f3n";
    existe(ejecucion(e).tramites?.[0]).tramite = " Atencio\u0301n ";
  }),
  casosDe("EJE-05")(
    "un trámite no vinculado sin explicación",
    (e) => {
      existe(ejecucion(e).tramites?.[1]).vinculado = false;
    },
    `EJE-05 ${A}/0/tramites/1/explicacion`,
  ),
  casosDe("EJE-05")("un trámite no vinculado, explicado", (e) => {
    Object.assign(existe(ejecucion(e).tramites?.[1]), { vinculado: false, explicacion: "Cambió" });
  }),
  casosDe("EJE-06")(
    "faltan dos componentes y uno no dice si se modificó",
    (e) => {
      ejecucion(e).componentes = existe(ejecucion(e).componentes).slice(2);
      delete existe(ejecucion(e).componentes?.[0]).modificado;
    },
    [
      `EJE-06 ${A}/0/componentes A1 plazos`,
      `EJE-06 ${A}/0/componentes A1 areasResponsables`,
      `EJE-06 ${A}/0/componentes/0/modificado`,
    ],
  ),
  casosDe("EJE-06")(
    "un componente que no es de los siete y uno repetido",
    (e) =>
      ejecucion(e).componentes?.push(
        { componente: "tramites", modificado: true },
        { componente: "toString", modificado: true },
        { componente: "costos", modificado: true },
      ),
    [`EJE-06 ${A}/0/componentes/7`, `EJE-06 ${A}/0/componentes/8`, `EJE-06 ${A}/0/componentes/9`],
  ),
  casosDe("EJE-06")("los siete, en otro orden", (e) => ejecucion(e).componentes?.reverse()),
  casosDe("EJE-07")(
    "un componente modificado sin justificación",
    (e) => {
      existe(ejecucion(e).componentes?.[0]).modificado = true;
    },
    `EJE-07 ${A}/0/componentes/0/justificacion`,
  ),
  casosDe("EJE-07")("un componente modificado y justificado", (e) => {
    Object.assign(existe(ejecucion(e).componentes?.[0]), { modificado: true, justificacion: "Se atrasó" });
  }),
  casosDe("EJE-08")(
    "sin medio de verificación",
    (e) => {
      ejecucion(e).medioVerificacion = null;
    },
    [`EJE-08 ${A}/0/medioVerificacion/descripcion`, `EJE-09 ${A}/0/medioVerificacion/formatos`],
  ),
  casosDe("EJE-08")("una descripción de una letra", (e) => {
    ejecucion(e).medioVerificacion = { descripcion: "x", formatos: ["pdf"] };
  }),
  casosDe("EJE-09")(
    "un formato en blanco no es un formato",
    (e) => {
      ejecucion(e).medioVerificacion = { descripcion: "x", formatos: [" "] };
    },
    `EJE-09 ${A}/0/medioVerificacion/formatos`,
  ),
  casosDe("EJE-09")("dos formatos", (e) => {
    ejecucion(e).medioVerificacion = { descripcion: "x", formatos: ["pdf", "xlsx"] };
  }),
];

export const CASOS_DIFICULTADES: readonly Caso[] = [
  casosDe("DYH-01")(
    "un tipo desconocido",
    (e) => {
      dificultad(e).tipo = "problema";
    },
    `DYH-01 ${D}/0/tipo`,
  ),
  casosDe("DYH-01")("una holgura", (e) => {
    dificultad(e).tipo = "holgura";
  }),
  casosDe("DYH-02")(
    "sin descripción",
    (e) => {
      dificultad(e).descripcion = "";
    },
    `DYH-02 ${D}/0/descripcion`,
  ),
  casosDe("DYH-02")("con descripción", () => {}),
  casosDe("DYH-03")(
    "sin factores",
    (e) => {
      dificultad(e).factoresInternos = " ";
    },
    `DYH-03 ${D}/0`,
  ),
  casosDe("DYH-03")("solo un factor externo", (e) => {
    dificultad(e).factoresInternos = null;
    dificultad(e).factoresExternos = "Contingencia";
  }),
  casosDe("DYH-04")(
    "sin componentes: lo marcado no se mira",
    (e) => {
      dificultad(e).componentes = [];
    },
    `DYH-04 ${D}/0/componentes`,
  ),
  casosDe("DYH-04")(
    "un componente que no existe",
    (e) => {
      dificultad(e).componentes = ["actividades", "personas"];
    },
    `DYH-04 ${D}/0/componentes/1`,
  ),
  casosDe("DYH-04")("los cuatro componentes y uno de cada elemento", (e) => {
    Object.assign(dificultad(e), {
      componentes: ["objetivos", "actividades", "indicadoresDesempeno", "indicadoresSatisfaccion"],
      elementos: ["OE1", "A2", "A1.ID1", "IS1"],
    });
  }),
  casosDe("DYH-05")(
    "un elemento que no existe, el objetivo general y uno de un componente sin marcar",
    (e) => {
      dificultad(e).elementos = ["A1", "A9", "OG", "IS1"];
    },
    [`DYH-05 ${D}/0/elementos/1`, `DYH-05 ${D}/0/elementos/2`, `DYH-05 ${D}/0/elementos/3`],
  ),
  casosDe("DYH-05")("sin citar elementos", (e) => {
    delete dificultad(e).elementos;
  }),
  casosDe("DYH-06")(
    "ni dificultades ni explicación: calla DYH-07",
    (e) => {
      informe(e).dificultadesHolguras = [];
      Object.assign(ejecucion(e), { ejecutadaSegunDescripcion: false, explicacion: "Se atrasó" });
    },
    `DYH-06 ${D}`,
  ),
  casosDe("DYH-06")("explica por qué no las hubo", (e) => {
    informe(e).dificultadesHolguras = null;
    informe(e).sinDificultadesNiHolguras = "Todo se ejecutó según lo previsto";
  }),
  casosDe("DYH-06")("la explicación junto a dificultades se admite", (e) => {
    informe(e).sinDificultadesNiHolguras = "Sobra";
  }),
  casosDe("DYH-07")(
    "una actividad no cumplida y una meta no alcanzada que nadie explica",
    (e) => {
      Object.assign(existe(ejecucion(e, 1).tramites?.[0]), { vinculado: false, explicacion: "Cambió" });
      Object.assign(desempeno(e), { numerador: 1, resultado: 4, analisisBrechas: "Faltó personal" });
    },
    [`DYH-07 ${D} A1.ID1`, `DYH-07 ${D} A2`],
  ),
  casosDe("DYH-07")(
    "aparece en una holgura, pero no en una dificultad",
    (e) => {
      Object.assign(ejecucion(e), { ejecutadaSegunDescripcion: false, explicacion: "Se atrasó" });
      dificultad(e).tipo = "holgura";
    },
    `DYH-07 ${D} A1`,
  ),
  casosDe("DYH-07")("la actividad no cumplida aparece en una dificultad", (e) => {
    Object.assign(ejecucion(e), { ejecutadaSegunDescripcion: false, explicacion: "Se atrasó" });
  }),
  casosDe("DYH-07")(
    "lo que aún no se responde no se cuenta",
    (e) => {
      ejecucion(e, 1).ejecutadaSegunDescripcion = null;
    },
    `EJE-02 ${A}/1/ejecutadaSegunDescripcion`,
  ),
];
