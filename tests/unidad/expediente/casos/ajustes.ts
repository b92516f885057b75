import {
  actividad,
  ajustes,
  type Caso,
  casosDe,
  desempeno,
  ejecucion,
  eliminar,
  existe,
  incorporar,
  indicador,
  informe,
  modificar,
  plan,
  posicion,
} from "./tipo";

const en = (elemento: string, componente: string, resto = "") =>
  `/ajustes/${posicion(elemento, componente)}${resto}`;
const PARTICIPAN = { areasResponsables: ["Otra división"], participantes: "Otros equipos" };
const OTRO_INDICADOR = {
  nombre: "Otro",
  formula: "a / b",
  factor: 1,
  sentido: "ascendente",
  meta: 1,
};
const OTRA_ACTIVIDAD = {
  objetivoEspecifico: "OE1",
  descripcion: "Otra actividad",
  plazos: { inicio: "2025-07-01", termino: "2025-07-01" },
  ...PARTICIPAN,
  poblacionObjetivo: "Otra población",
  tramites: ["Reclamos"],
  indicadoresDesempeno: [{ id: "A3.ID1", ...OTRO_INDICADOR }],
  sistemasRespaldo: "Otro sistema",
  priorizacion: "baja",
  costos: { montoClp: 0 },
};
/** What a new activity and its indicator still owe in the report. */
const SIN_RESULTADO = ["EJE-01 /informe/actividades A3", "DES-01 /informe/indicadoresDesempeno A3.ID1"];

const a1 = casosDe("AJU-01");
const a2 = casosDe("AJU-02");
const a3 = casosDe("AJU-03");

export const CASOS_CONTENIDO: readonly Caso[] = [
  a1(
    "falta decidir sobre un componente y un elemento",
    (e) => {
      e.ajustes = ajustes(e).filter(
        ({ elemento, componente }) => elemento !== "IS1" && !(elemento === "A2" && componente === "costos"),
      );
    },
    ["AJU-01 /ajustes IS1 indicador", "AJU-01 /ajustes A2 costos"],
  ),
  a1(
    "un «modifica» sin contenido no cuenta como decisión",
    (e) => {
      modificar(e, "A1", "descripcion", "  ");
    },
    [`AJU-02 ${en("A1", "descripcion", "/contenido")}`, "AJU-01 /ajustes A1 descripcion"],
  ),
  a1("el vínculo con el objetivo se mantiene sin decisión", () => {}),
  a1("«elimina» decide por todos los componentes del elemento", (e) => {
    eliminar(e, "A2");
    informe(e).actividades?.pop();
    informe(e).indicadoresDesempeno?.pop();
  }),
  a2(
    "«modifica» sin contenido ni decisión que valga",
    (e) => {
      modificar(e, "OE1", "texto", null);
    },
    ["AJU-02 /ajustes/1/contenido", "AJU-01 /ajustes OE1 texto"],
  ),
  a2(
    "plazos invertidos",
    (e) => {
      modificar(e, "A1", "plazos", { inicio: "2025-12-02", termino: "2025-12-01" });
    },
    `AJU-02 ${en("A1", "plazos", "/contenido")}`,
  ),
  a2(
    "plazos sin fechas",
    (e) => {
      modificar(e, "A1", "plazos", {});
    },
    `AJU-02 ${en("A1", "plazos", "/contenido")}`,
  ),
  a2(
    "monto negativo o con decimales",
    (e) => {
      modificar(e, "A1", "costos", { montoClp: -1 });
      modificar(e, "A2", "costos", { montoClp: 10.5, items: [] });
    },
    [
      `AJU-02 ${en("A1", "costos", "/contenido/montoClp")}`,
      `AJU-02 ${en("A2", "costos", "/contenido/montoClp")}`,
    ],
  ),
  a2(
    "áreas y trámites vacíos",
    (e) => {
      modificar(e, "A1", "areasResponsables", { areasResponsables: [] });
      modificar(e, "A2", "tramites", []);
      ejecucion(e, 1).tramites = [];
    },
    [
      `AJU-02 ${en("A1", "areasResponsables", "/contenido/areasResponsables")}`,
      `AJU-02 ${en("A1", "areasResponsables", "/contenido/participantes")}`,
      `AJU-02 ${en("A2", "tramites", "/contenido")}`,
    ],
  ),
  a2(
    "un indicador sin sentido ni meta, con el identificador de otro",
    (e) => {
      modificar(e, "A1", "indicadoresDesempeno", [
        { ...OTRO_INDICADOR, id: "A2.ID1", sentido: "", meta: null },
      ]);
      informe(e).indicadoresDesempeno?.shift();
    },
    [
      `AJU-02 ${en("A1", "indicadoresDesempeno", "/contenido/0/id")}`,
      `AJU-02 ${en("A1", "indicadoresDesempeno", "/contenido/0/meta")}`,
      `AJU-02 ${en("A1", "indicadoresDesempeno", "/contenido/0/sentido")}`,
    ],
  ),
  a2(
    "un indicador repetido dentro de la lista nueva",
    (e) => {
      modificar(e, "A1", "indicadoresDesempeno", [
        { ...OTRO_INDICADOR, id: "A1.ID1", meta: 0.8 },
        { ...OTRO_INDICADOR, id: "A1.ID1", meta: 0.8 },
      ]);
      desempeno(e).resultado = 0.84;
    },
    `AJU-02 ${en("A1", "indicadoresDesempeno", "/contenido/1/id")}`,
  ),
  a2(
    "una actividad que se incorpora sin nada",
    (e) => {
      incorporar(e, "A3", "actividad", {});
    },
    [
      ...[
        "objetivoEspecifico",
        "descripcion",
        "plazos",
        "areasResponsables",
        "participantes",
        "poblacionObjetivo",
        "tramites",
        "indicadoresDesempeno",
        "sistemasRespaldo",
        "priorizacion",
        "costos/montoClp",
      ].map((campo) => `AJU-02 /ajustes/22/contenido/${campo}`),
      "EJE-01 /informe/actividades A3",
    ],
  ),
  a2(
    "una actividad nueva vinculada a un objetivo que se elimina es AJU-02 y no AJU-12",
    (e) => {
      actividad(e, 1).objetivoEspecifico = "OE1";
      eliminar(e, "OE2");
      incorporar(e, "A3", "actividad", { ...OTRA_ACTIVIDAD, objetivoEspecifico: "OE2" });
    },
    ["AJU-02 /ajustes/22/contenido/objetivoEspecifico", ...SIN_RESULTADO],
  ),
  a2(
    "revincular a un objetivo que no existe",
    (e) => {
      modificar(e, "A1", "objetivoEspecifico", "OE7");
    },
    "AJU-02 /ajustes/22/contenido",
  ),
  a2("montos de cero sin ítems, indicador con su mismo identificador y sin unidad", (e) => {
    modificar(e, "A1", "costos", { montoClp: 0 });
    modificar(e, "A1", "indicadoresDesempeno", [{ ...OTRO_INDICADOR, id: "A1.ID1", meta: 0.8 }]);
    desempeno(e).resultado = 0.84;
  }),
  a2("una actividad completa que se vincula a un objetivo nuevo", (e) => {
    incorporar(e, "OE3", "objetivoEspecifico", { descripcion: "Nuevo" });
    incorporar(e, "A3", "actividad", { ...OTRA_ACTIVIDAD, objetivoEspecifico: "OE3" });
    informe(e).actividades?.push({
      ...ejecucion(e),
      actividad: "A3",
      tramites: [{ tramite: "Reclamos", vinculado: true }],
    });
    informe(e).indicadoresDesempeno?.push({ ...desempeno(e, 1), indicador: "A3.ID1" });
  }),
  a2("un indicador toma el identificador de otro que se elimina", (e) => {
    eliminar(e, "A2");
    const ajuste = modificar(e, "A1", "indicadoresDesempeno", [
      { ...OTRO_INDICADOR, id: "A2.ID1", meta: 20 },
    ]);
    ajuste.argumento += " Se reutiliza el identificador.";
    informe(e).actividades?.pop();
    informe(e).indicadoresDesempeno?.shift();
  }),
  a3(
    "un texto que solo cambia en espacios y en la forma de sus tildes",
    (e) => {
      plan(e).objetivoGeneral = "Mejorar la atenci\u00f3n";
      modificar(e, "OG", "texto", "  Mejorar la atencio\u0301n\n");
    },
    "AJU-03 /ajustes/0/contenido",
  ),
  a3(
    "los mismos trámites en otro orden",
    (e) => {
      modificar(e, "A1", "tramites", ["Consultas ", "Reclamos"]);
    },
    `AJU-03 ${en("A1", "tramites", "/contenido")}`,
  ),
  a3(
    "una unidad nula donde no había ninguna",
    (e) => {
      delete indicador(e).unidad;
      modificar(e, "A1", "indicadoresDesempeno", [{ ...indicador(e), unidad: null }]);
    },
    `AJU-03 ${en("A1", "indicadoresDesempeno", "/contenido")}`,
  ),
  a3("solo cambian los participantes", (e) => {
    modificar(e, "A1", "areasResponsables", {
      areasResponsables: ["División de Atención"],
      participantes: "Equipos de atención y jefaturas",
    });
  }),
  a3("un cambio de mayúscula", (e) => {
    modificar(e, "OG", "texto", "mejorar la atención");
  }),
  a3(
    "calla si el contenido no es válido",
    (e) => {
      actividad(e).plazos = { inicio: "2025-12-02", termino: "2025-12-01" };
      modificar(e, "A1", "plazos", { inicio: "2025-12-02", termino: "2025-12-01" });
    },
    ["PLAN-05 /planOriginal/actividades/0/plazos", `AJU-02 ${en("A1", "plazos", "/contenido")}`],
  ),
];

const cambio = (e: Parameters<Caso["cambiar"]>[0]) =>
  modificar(e, "OG", "texto", "Mejorar mucho la atención");
const C = "/ajustes/0";

export const CASOS_JUSTIFICACION: readonly Caso[] = [
  casosDe("AJU-04")(
    "un cambio sin categorías",
    (e) => {
      cambio(e).categorias = [];
    },
    `AJU-04 ${C}/categorias`,
  ),
  casosDe("AJU-04")("un cambio con una categoría", (e) => cambio(e)),
  casosDe("AJU-05")(
    "una categoría ajena y una repetida, cada una en su lugar",
    (e) => {
      cambio(e).categorias = ["h", "b", "a", "b"];
    },
    [`AJU-05 ${C}/categorias/0`, `AJU-05 ${C}/categorias/3`],
  ),
  casosDe("AJU-05")("las siete categorías", (e) => {
    Object.assign(cambio(e), { categorias: [..."gfedcba"], otraRazon: "Otra" });
  }),
  casosDe("AJU-06")(
    "un argumento en blanco",
    (e) => {
      cambio(e).argumento = "\n ";
    },
    `AJU-06 ${C}/argumento`,
  ),
  casosDe("AJU-06")("un argumento de 80 caracteres", (e) => {
    cambio(e).argumento = "a".repeat(80);
  }),
  casosDe("AJU-07")(
    "sin antecedentes",
    (e) => {
      cambio(e).antecedentes = null;
    },
    `AJU-07 ${C}/antecedentes`,
  ),
  casosDe("AJU-07")("antecedentes de una letra", (e) => {
    cambio(e).antecedentes = "x";
  }),
  casosDe("AJU-08")(
    "la categoría g sin razón",
    (e) => {
      cambio(e).categorias = ["a", "g"];
    },
    `AJU-08 ${C}/otraRazon`,
  ),
  casosDe("AJU-08")("una razón sin la categoría g se admite y no cuenta", (e) => {
    cambio(e).otraRazon = "Sobra";
  }),
  casosDe("AJU-09")(
    "«mantiene» con argumento",
    (e) => {
      existe(ajustes(e)[4]).argumento = "Sobra";
    },
    "AJU-09 /ajustes/4",
  ),
  casosDe("AJU-09")(
    "«mantiene» con contenido y categorías: una sola falta",
    (e) => {
      Object.assign(existe(ajustes(e)[4]), { contenido: "Sobra", categorias: ["z"], antecedentes: "x" });
    },
    "AJU-09 /ajustes/4",
  ),
  casosDe("AJU-09")("«mantiene» con todo vacío, tipo y fecha de registro", (e) => {
    Object.assign(existe(ajustes(e)[4]), {
      contenido: null,
      categorias: [],
      argumento: " ",
      antecedentes: "",
      tipo: "actividad",
      registradoEn: "2026-01-01T00:00:00Z",
    });
  }),
  casosDe("AJU-10")(
    "sin instante de registro",
    (e) => {
      cambio(e).registradoEn = "";
    },
    `AJU-10 ${C}/registradoEn`,
  ),
  casosDe("AJU-10")(
    "a las 00:00 del 1 de julio de Chile continental",
    (e) => {
      cambio(e).registradoEn = "2025-07-01T00:00:00-04:00";
    },
    `AJU-10 ${C}/registradoEn`,
  ),
  casosDe("AJU-10")(
    "con una prórroga sin razón",
    (e) => {
      cambio(e).registradoEn = "2025-07-10T10:00:00Z";
      e.prorroga = { hasta: "2025-07-31T23:59:59-04:00", razon: " " };
    },
    `AJU-10 ${C}/registradoEn`,
  ),
  casosDe("AJU-10")(
    "una milésima después de la prórroga",
    (e) => {
      cambio(e).registradoEn = "2025-08-01T03:59:59.001Z";
      e.prorroga = { hasta: "2025-07-31T23:59:59-04:00", razon: "La plataforma se habilitó después" };
    },
    `AJU-10 ${C}/registradoEn`,
  ),
  casosDe("AJU-10")("el último instante del 30 de junio, dicho desde otra zona", (e) => {
    cambio(e).registradoEn = "2025-07-01T05:59:59.999999+02:00";
  }),
  casosDe("AJU-10")("en el instante en que termina la prórroga", (e) => {
    cambio(e).registradoEn = "2025-07-31T23:59:59.0-04:00";
    e.prorroga = { hasta: "2025-08-01T03:59:59Z", razon: "La plataforma se habilitó después" };
  }),
  casosDe("AJU-13")(
    "cambian 12 de 22 componentes",
    (e) => {
      eliminar(e, "A2");
      modificar(e, "OG", "texto", "Otro");
      modificar(e, "OE1", "texto", "Otro");
      modificar(e, "OE2", "texto", "Otro");
      informe(e).actividades?.pop();
      informe(e).indicadoresDesempeno?.pop();
    },
    "AJU-13 /ajustes",
  ),
  casosDe("AJU-13")("cambian 11 de 22, se incorpora un objetivo y se revincula una actividad", (e) => {
    eliminar(e, "A2");
    modificar(e, "OG", "texto", "Otro");
    modificar(e, "OE1", "texto", "Otro");
    incorporar(e, "OE3", "objetivoEspecifico", { descripcion: "Nuevo" });
    modificar(e, "A1", "objetivoEspecifico", "OE3");
    informe(e).actividades?.pop();
    informe(e).indicadoresDesempeno?.pop();
  }),
  casosDe("AJU-14")(
    "un argumento de 79 caracteres, con espacios alrededor",
    (e) => {
      cambio(e).argumento = `  ${"a".repeat(79)}  `;
    },
    `AJU-14 ${C}/argumento`,
  ),
  casosDe("AJU-14")("un argumento de 80 caracteres fuera del plano básico", (e) => {
    cambio(e).argumento = "\u{1F600}".repeat(80);
  }),
  casosDe("AJU-15")(
    "se mantiene una población objetivo que no dice nada",
    (e) => {
      actividad(e).poblacionObjetivo = null;
    },
    ["PLAN-07 /planOriginal/actividades/0/poblacionObjetivo", `AJU-15 ${en("A1", "poblacionObjetivo")}`],
  ),
  casosDe("AJU-15")(
    "el componente vacío se completa",
    (e) => {
      actividad(e).poblacionObjetivo = null;
      modificar(e, "A1", "poblacionObjetivo", "Personas mayores");
    },
    "PLAN-07 /planOriginal/actividades/0/poblacionObjetivo",
  ),
];

const a11 = casosDe("AJU-11");
const a12 = casosDe("AJU-12");

export const CASOS_ESTRUCTURA: readonly Caso[] = [
  a11(
    "un elemento que no existe, un componente ajeno y uno que falta",
    (e) => {
      ajustes(e).push(
        { elemento: "A9", componente: "plazos", decision: "mantiene" },
        { elemento: "OE1", componente: "plazos", decision: "mantiene" },
        { elemento: "A1", decision: "mantiene" },
        { elemento: "A1.ID1", componente: "indicador", decision: "mantiene" },
      );
    },
    ["AJU-11 /ajustes/22", "AJU-11 /ajustes/23", "AJU-11 /ajustes/24", "AJU-11 /ajustes/25"],
  ),
  a11(
    "la segunda decisión sobre un componente, y no cuenta",
    (e) => {
      modificar(e, "A1", "objetivoEspecifico", "OE2");
      modificar(e, "A1", "objetivoEspecifico", "OE9");
    },
    ["AJU-11 /ajustes/23", "AJU-02 /ajustes/23/contenido"],
  ),
  a11(
    "«elimina» sobre lo ya decidido",
    (e) => {
      eliminar(e, "A2");
      ajustes(e).unshift({ elemento: "A2", componente: "costos", decision: "mantiene" });
    },
    [
      "AJU-11 /ajustes/14",
      ...["descripcion", "plazos", "areasResponsables", "poblacionObjetivo", "tramites"].map(
        (componente) => `AJU-01 /ajustes A2 ${componente}`,
      ),
      ...["indicadoresDesempeno", "sistemasRespaldo", "priorizacion"].map(
        (componente) => `AJU-01 /ajustes A2 ${componente}`,
      ),
    ],
  ),
  a11(
    "lo que se incorpora sin tipo, con componente o con un identificador usado",
    (e) => {
      incorporar(e, "OE3", "objetivo", { descripcion: "Nuevo" });
      incorporar(e, "OE4", "objetivoEspecifico", { descripcion: "Nuevo" }).componente = "texto";
      incorporar(e, "A1.ID1", "objetivoEspecifico", { descripcion: "Nuevo" });
      incorporar(e, "OE5", "objetivoEspecifico", { descripcion: "Nuevo" });
      incorporar(e, "OE5 ", "objetivoEspecifico", { descripcion: "Nuevo" });
    },
    ["AJU-11 /ajustes/22", "AJU-11 /ajustes/23", "AJU-11 /ajustes/24", "AJU-11 /ajustes/26"],
  ),
  a11(
    "modificar lo que otro ajuste incorpora",
    (e) => {
      incorporar(e, "OE3", "objetivoEspecifico", { descripcion: "Nuevo" });
      ajustes(e).push({ elemento: "OE3", componente: "texto", decision: "mantiene" });
    },
    "AJU-11 /ajustes/23",
  ),
  a11("un tipo fuera de «incorpora» y un contenido en «elimina» se admiten", (e) => {
    existe(ajustes(e)[4]).tipo = "cualquiera";
    eliminar(e, "A2").contenido = { loQueSea: [1, null] } as never;
    informe(e).actividades?.pop();
    informe(e).indicadoresDesempeno?.pop();
  }),
  a12(
    "eliminar el objetivo general",
    (e) => {
      eliminar(e, "OG");
    },
    "AJU-12 /ajustes/21",
  ),
  a12(
    "eliminar un objetivo en uso",
    (e) => {
      eliminar(e, "OE2");
    },
    "AJU-12 /ajustes/21",
  ),
  a12(
    "eliminar todas las actividades: la falta va al último «elimina»",
    (e) => {
      eliminar(e, "A1");
      eliminar(e, "A2");
      informe(e).actividades = [];
      informe(e).indicadoresDesempeno = [];
      existe(informe(e).dificultadesHolguras?.[0]).elementos = [];
    },
    ["AJU-12 /ajustes/5", "AJU-13 /ajustes"],
  ),
  a12(
    "eliminar todos los objetivos, en uso: una falta en cada uno",
    (e) => {
      eliminar(e, "OE1");
      eliminar(e, "OE2");
    },
    ["AJU-12 /ajustes/20", "AJU-12 /ajustes/21"],
  ),
  a12("eliminar un objetivo cuya actividad se revincula", (e) => {
    eliminar(e, "OE2");
    modificar(e, "A2", "objetivoEspecifico", "OE1");
  }),
  a12("eliminar los objetivos e incorporar otro al que se revincula todo", (e) => {
    eliminar(e, "OE1");
    eliminar(e, "OE2");
    incorporar(e, "OE3", "objetivoEspecifico", { descripcion: "Nuevo" });
    modificar(e, "A1", "objetivoEspecifico", "OE3");
    modificar(e, "A2", "objetivoEspecifico", "OE3");
  }),
];

export const CASOS_AJUSTES: readonly Caso[] = [
  ...CASOS_CONTENIDO,
  ...CASOS_JUSTIFICACION,
  ...CASOS_ESTRUCTURA,
];
