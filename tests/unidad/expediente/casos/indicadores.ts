import type { CodigoRegla } from "@/lib/guia/e3-2025/reglas";
import {
  type Caso,
  casosDe,
  desempeno,
  dificultad,
  existe,
  incorporar,
  indicador,
  informe,
  plan,
  satisfaccion,
} from "./tipo";

type Expediente = Parameters<Caso["cambiar"]>[0];

/** A missed target that some difficulty already explains, so that only the rule on trial speaks. */
function explicada(e: Expediente, id: string) {
  existe(dificultad(e).componentes).push("indicadoresDesempeno", "indicadoresSatisfaccion");
  existe(dificultad(e).elementos).push(id);
}

/** DES and SAT share their cases: the list, a result of it and its plan. */
function compartidos(prefijo: "DES" | "SAT"): Caso[] {
  const des = prefijo === "DES";
  const lista = `/informe/${des ? "indicadoresDesempeno" : "indicadoresSatisfaccion"}`;
  const id = des ? "A1.ID1" : "IS1";
  const resultado = (e: Expediente) => (des ? desempeno(e) : satisfaccion(e));
  const resultados = (e: Expediente) =>
    existe(des ? informe(e).indicadoresDesempeno : informe(e).indicadoresSatisfaccion) as object[];
  const medir = (e: Expediente, numerador: number, denominador: number) =>
    Object.assign(
      resultado(e),
      { numerador, denominador },
      des ? { resultado: Math.round((numerador / denominador) * 100) } : {},
    );
  const noMedido = (e: Expediente, datos: object = {}) => {
    resultados(e)[0] = {
      indicador: id,
      medido: false,
      justificacion: "Sin casos",
      antecedentes: "Reporte",
      ...datos,
    };
  };
  const caso = (numero: string) => casosDe(`${prefijo}-${numero}` as CodigoRegla);
  const falta = (numero: string, campo: string) => `${prefijo}-${numero} ${lista}/0/${campo}`;
  return [
    caso("01")("falta el resultado", (e) => resultados(e).shift(), `${prefijo}-01 ${lista} ${id}`),
    caso("01")(
      "uno ajeno y uno repetido: no se miran más",
      (e) => resultados(e).push({ indicador: "X" }, { indicador: id, medido: true }),
      [`${prefijo}-01 ${lista}/${des ? 2 : 1}`, `${prefijo}-01 ${lista}/${des ? 3 : 2}`],
    ),
    caso("01")("un resultado por indicador, en otro orden", (e) => resultados(e).reverse()),
    caso("02")(
      "sin decir si se midió",
      (e) => {
        resultado(e).medido = null;
      },
      falta("02", "medido"),
    ),
    caso("02")(
      "medido, sin numerador: callan las brechas",
      (e) => {
        resultado(e).numerador = null;
        resultado(e).analisisBrechas = "Puede sobrar";
      },
      falta("02", "numerador"),
    ),
    caso("02")("numerador cero", (e) => {
      medir(e, 0, 10);
      resultado(e).analisisBrechas = "Nadie respondió";
      explicada(e, id);
    }),
    caso("03")(
      "denominador cero: callan el resultado y las brechas",
      (e) => {
        Object.assign(resultado(e), { denominador: 0, analisisBrechas: "Puede sobrar" });
      },
      falta("03", "denominador"),
    ),
    caso("03")("denominador menor que uno", (e) => {
      medir(e, 0.09, 0.1);
    }),
    caso("05")(
      "sin interpretación",
      (e) => {
        resultado(e).interpretacion = " ";
      },
      falta("05", "interpretacion"),
    ),
    caso("05")("con interpretación y sin recomendaciones", (e) => {
      resultado(e).recomendaciones = null;
    }),
    caso("06")(
      "meta no alcanzada y sin análisis de brechas",
      (e) => {
        medir(e, 59, 100);
        explicada(e, id);
      },
      falta("06", "analisisBrechas"),
    ),
    caso("06")("meta no alcanzada con su análisis", (e) => {
      medir(e, 59, 100);
      resultado(e).analisisBrechas = "Faltó personal";
      explicada(e, id);
    }),
    caso("07")(
      "meta alcanzada con análisis de brechas",
      (e) => {
        resultado(e).analisisBrechas = "Sobra";
      },
      falta("07", "analisisBrechas"),
    ),
    caso("07")("meta alcanzada con análisis en blanco", (e) => {
      resultado(e).analisisBrechas = " \n";
    }),
    caso("08")(
      "no se midió y no lo justifica",
      (e) => noMedido(e, { justificacion: "" }),
      falta("08", "justificacion"),
    ),
    caso("08")("no se midió, con justificación y antecedentes", (e) => noMedido(e)),
    caso("09")(
      "no se midió y no trae antecedentes",
      (e) => noMedido(e, { antecedentes: null }),
      falta("09", "antecedentes"),
    ),
    caso("09")("medido, con justificación y antecedentes que no cuentan", (e) => {
      Object.assign(resultado(e), { justificacion: "x", antecedentes: "y" });
    }),
    caso("10")(
      "no se midió y trae numerador, denominador y análisis",
      (e) => noMedido(e, { numerador: 0, denominador: 5, analisisBrechas: "x" }),
      [falta("10", "numerador"), falta("10", "denominador"), falta("10", "analisisBrechas")],
    ),
    caso("10")("no se midió, con interpretación y recomendaciones que no cuentan", (e) =>
      noMedido(e, { interpretacion: "x", recomendaciones: "y", numerador: null, analisisBrechas: " " }),
    ),
    caso("11")(
      "un porcentaje apenas mayor que 100",
      (e) => {
        medir(e, 100_001, 100_000);
      },
      falta("11", "numerador"),
    ),
    caso("11")("un porcentaje de 100", (e) => {
      medir(e, 25, 25);
    }),
  ];
}

const S = "/informe/indicadoresSatisfaccion/0";

export const CASOS_INDICADORES: readonly Caso[] = [
  ...compartidos("DES"),
  ...compartidos("SAT"),
  casosDe("DES-02")(
    "un indicador de desempeño medido sin resultado",
    (e) => {
      delete desempeno(e).resultado;
    },
    "DES-02 /informe/indicadoresDesempeno/0/resultado",
  ),
  casosDe("SAT-02")("un indicador de satisfacción no trae resultado", () => {}),
  casosDe("DES-10")(
    "no se midió y trae el resultado",
    (e) => {
      existe(informe(e).indicadoresDesempeno)[0] = {
        indicador: "A1.ID1",
        medido: false,
        justificacion: "x",
        antecedentes: "y",
        resultado: 0,
      };
    },
    "DES-10 /informe/indicadoresDesempeno/0/resultado",
  ),
  casosDe("DES-04")(
    "un resultado que no es el de su división",
    (e) => {
      desempeno(e).resultado = 87.5;
    },
    "DES-04 /informe/indicadoresDesempeno/0/resultado",
  ),
  casosDe("DES-04")(
    "truncado en vez de redondeado",
    (e) => {
      Object.assign(desempeno(e), { numerador: 8, denominador: 9, resultado: 88.8 });
    },
    "DES-04 /informe/indicadoresDesempeno/0/resultado",
  ),
  casosDe("DES-04")("redondeado a los decimales que tiene: 8 ÷ 9 × 100 = 88,889", (e) => {
    Object.assign(desempeno(e), { numerador: 8, denominador: 9, resultado: 88.889 });
  }),
  casosDe("DES-04")("la mitad se aleja de cero: 201 ÷ 200 = 1,01", (e) => {
    Object.assign(desempeno(e, 1), { numerador: 201, denominador: 200, resultado: 1.01 });
  }),
  casosDe("DES-04")("la mitad se aleja de cero también bajo cero", (e) => {
    indicador(e, 1).sentido = "descendente";
    Object.assign(desempeno(e, 1), { numerador: 201, denominador: -200, resultado: -1.01 });
  }),
  casosDe("DES-07")(
    "la meta se decide por el valor redondeado a dos decimales, no por el resultado escrito",
    (e) => {
      indicador(e, 1).meta = 1.01;
      indicador(e, 1).sentido = "ascendente";
      Object.assign(desempeno(e, 1), { numerador: 201, denominador: 200, resultado: 1 });
    },
  ),
  casosDe("DES-06")(
    "una meta con tres decimales se compara a tres decimales",
    (e) => {
      indicador(e, 1).meta = 1.006;
      indicador(e, 1).sentido = "ascendente";
      Object.assign(desempeno(e, 1), { numerador: 201, denominador: 200, resultado: 1.01 });
      explicada(e, "A2.ID1");
    },
    "DES-06 /informe/indicadoresDesempeno/1/analisisBrechas",
  ),
  casosDe("DES-11")(
    "un numerador negativo en un indicador de desempeño",
    (e) => {
      Object.assign(desempeno(e, 1), { numerador: -2, denominador: 2, resultado: -1 });
    },
    "DES-11 /informe/indicadoresDesempeno/1/numerador",
  ),
  casosDe("DES-11")("un valor mayor que 100 que no es porcentaje", (e) => {
    indicador(e, 1).meta = 500;
    Object.assign(desempeno(e, 1), { numerador: 400, denominador: 2, resultado: 200 });
  }),
  casosDe("SAT-11")("una satisfacción neta negativa", (e) => {
    existe(plan(e).indicadoresSatisfaccion?.[0]).meta = -20;
    Object.assign(satisfaccion(e), { numerador: -15, denominador: 100 });
  }),
  casosDe("SAT-06")(
    "descendente: un valor mayor que la meta no la alcanza",
    (e) => {
      existe(plan(e).indicadoresSatisfaccion?.[0]).sentido = "descendente";
      explicada(e, "IS1");
    },
    `SAT-06 ${S}/analisisBrechas`,
  ),
  casosDe("SAT-01")(
    "un indicador que se incorpora también debe informarse",
    (e) => {
      incorporar(e, "IS2", "indicadorSatisfaccion", {
        nombre: "Otro",
        formula: "a / b",
        factor: 1,
        sentido: "ascendente",
        meta: 0,
      });
    },
    "SAT-01 /informe/indicadoresSatisfaccion IS2",
  ),
];
