import type ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expediente, Informe, Plan } from "@/lib/expediente/formato";
import { leerLugar } from "@/lib/flujo/campo";
import { COMPONENTES_RELACIONADOS } from "@/lib/guia/e3-2025/valores";
import { type InformeLeido, leerPlantillaInforme } from "@/lib/planilla/informe/leer";
import { plantillaInforme } from "@/lib/planilla/informe/plantilla";
import { leerLibro } from "@/lib/planilla/libro/leer";
import { expedientesReales } from "@/tests/apoyo/datosReales";
import { abrirConExceljs } from "@/tests/apoyo/libros";
import { planCualquiera, textoCualquiera } from "@/tests/apoyo/planes";

async function leer(bytes: Uint8Array, expediente: Expediente): Promise<InformeLeido> {
  const libro = await leerLibro(bytes);
  if (!libro.ok) throw new Error(libro.falla.mensaje);
  const leido = leerPlantillaInforme(libro.valor, expediente);
  if (!leido.ok) throw new Error(leido.falla.mensaje);
  return leido.valor;
}

type Cambiar = (hoja: string, celda: string, valor: ExcelJS.CellValue) => void;

async function editada(
  expediente: Expediente,
  editar: (poner: Cambiar, libro: ExcelJS.Workbook) => void,
): Promise<InformeLeido> {
  const libro = await abrirConExceljs(await plantillaInforme(expediente));
  editar((hoja, celda, valor) => {
    const suya = libro.getWorksheet(hoja);
    if (!suya) throw new Error(hoja);
    suya.getCell(celda).value = valor;
  }, libro);
  return leer(new Uint8Array(await libro.xlsx.writeBuffer()), expediente);
}

const plan: Plan = {
  formato: "plan-cseu/v1",
  ejercicio: 2025,
  institucion: { codigo: "0101", nombre: "Servicio de Ejemplo" },
  objetivoGeneral: "Mejorar",
  objetivosEspecificos: [{ id: "OE1", descripcion: "Responder" }],
  indicadoresSatisfaccion: [
    { id: "IS1", nombre: "Neta", formula: "a/b", factor: 100, unidad: "%", sentido: "ascendente", meta: 38 },
  ],
  actividades: [
    {
      id: "A1",
      objetivoEspecifico: "OE1",
      descripcion: "Formulario",
      tramites: ["Reclamos", "Consultas\nen línea"],
      indicadoresDesempeno: [
        {
          id: "A1.ID1",
          nombre: "A tiempo",
          formula: "a/b",
          factor: 100,
          unidad: "%",
          sentido: "ascendente",
          meta: 47.8,
        },
      ],
    },
  ],
};

const informe: Informe = {
  seguimiento: { avances: "Avances", desafios: null },
  actividades: [
    {
      actividad: "A1",
      ejecutadaSegunDescripcion: true,
      medioVerificacion: { descripcion: "Actas", formatos: ["PDF", "xlsx"] },
    },
  ],
  dificultadesHolguras: [
    { tipo: "dificultad", descripcion: "Demora", componentes: ["actividades"], elementos: ["A1"] },
    { tipo: "holgura", descripcion: "Apoyo", componentes: ["objetivos"] },
  ],
};

const EXPEDIENTE: Expediente = {
  formato: "expediente-cseu/v1",
  ejercicio: 2025,
  institucion: plan.institucion,
  planOriginal: plan,
  informe,
};

const siNo = fc.option(fc.boolean());
const texto = fc.option(textoCualquiera);
const medicion = {
  medido: siNo,
  numerador: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0)),
  denominador: fc.option(fc.integer()),
  interpretacion: texto,
  analisisBrechas: texto,
  justificacion: texto,
};

const expedienteCualquiera: fc.Arbitrary<Expediente> = planCualquiera.chain((planOriginal) => {
  const lista = <T>(de: readonly fc.Arbitrary<T>[]) => fc.tuple(...de);
  return fc.record({
    formato: fc.constant("expediente-cseu/v1" as const),
    ejercicio: fc.constant(2025),
    institucion: fc.constant(planOriginal.institucion),
    planOriginal: fc.constant(planOriginal),
    informe: fc.option(
      fc.record({
        seguimiento: fc.record({
          avances: texto,
          desafios: texto,
          resultados: texto,
          leccionesAprendidas: texto,
        }),
        actividades: lista(
          (planOriginal.actividades ?? []).map((a) =>
            fc.record({
              actividad: fc.constant(a.id),
              ejecutadaSegunDescripcion: siNo,
              explicacion: texto,
              tramites: lista(
                (a.tramites ?? []).map((tramite) =>
                  fc.record({ tramite: fc.constant(tramite), vinculado: siNo, explicacion: texto }),
                ),
              ),
              componentes: lista(
                COMPONENTES_RELACIONADOS.map((componente) =>
                  fc.record({ componente: fc.constant(componente), modificado: siNo, justificacion: texto }),
                ),
              ),
              medioVerificacion: fc.record({
                descripcion: texto,
                formatos: fc.array(textoCualquiera, { maxLength: 3 }),
              }),
            }),
          ),
        ),
        indicadoresDesempeno: lista(
          (planOriginal.actividades ?? [])
            .flatMap((a) => a.indicadoresDesempeno ?? [])
            .map((i) =>
              fc.record({
                indicador: fc.constant(i.id),
                ...medicion,
                resultado: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0)),
              }),
            ),
        ),
        indicadoresSatisfaccion: lista(
          (planOriginal.indicadoresSatisfaccion ?? []).map((i) =>
            fc.record({ indicador: fc.constant(i.id), ...medicion }),
          ),
        ),
        dificultadesHolguras: fc.array(
          fc.record({
            tipo: fc.constantFrom("dificultad", "holgura"),
            descripcion: texto,
            factoresInternos: texto,
            componentes: fc.constantFrom(["objetivos"], ["actividades", "objetivos"], []),
            elementos: fc.array(textoCualquiera, { maxLength: 2 }),
          }),
          { maxLength: 3 },
        ),
        sinDificultadesNiHolguras: texto,
      }),
    ),
  });
});

describe("planilla del informe", () => {
  it("bajar y volver a cargar no cambia nada", async () => {
    expect(await leer(await plantillaInforme(EXPEDIENTE), EXPEDIENTE)).toMatchObject({
      cambios: [],
      quitadas: [],
      informe,
      faltas: [],
    });
  });

  it("ningún informe, con ningún texto, cambia al ir y volver", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(expedienteCualquiera, async (expediente) => {
        const leido = await leer(await plantillaInforme(expediente), expediente);
        expect(leido.cambios).toEqual([]);
        expect(leido.informe).toEqual(expediente.informe);
      }),
      { numRuns: 40 },
    );
  });

  it("en un expediente sin informe, llenar la planilla con otro da ese mismo informe", {
    timeout: 60_000,
  }, async () => {
    for (const [nombre, expediente] of expedientesReales()) {
      const leido = await leer(await plantillaInforme(expediente), { ...expediente, informe: null });
      expect(
        leido.faltas.filter((f) => f.esperado !== "vacío en las filas nuevas, o el número que traía"),
        nombre,
      ).toEqual([]);
      expect(
        leido.informe?.actividades?.map((a) => a.explicacion ?? null),
        nombre,
      ).toEqual(expediente.informe?.actividades?.map((a) => a.explicacion ?? null));
      expect(leido.informe?.seguimiento, nombre).toEqual(expediente.informe?.seguimiento);
    }
  });

  const reales = expedientesReales();
  it.runIf(reales.length > 0)(
    "los expedientes reales van y vuelven sin cambios",
    { timeout: 60_000 },
    async () => {
      for (const [nombre, expediente] of reales) {
        const leido = await leer(await plantillaInforme(expediente, "37"), expediente);
        const { informe: mismo } = expediente;
        const { reglas, ...resto } = leido;
        expect(resto, nombre).toEqual({ punto: "37", cambios: [], quitadas: [], informe: mismo, faltas: [] });
        expect(reglas.filter((f) => f.nivel === "error")).toEqual([]);
      }
    },
  );

  it("dice qué cambia, campo por campo, con la dirección que usan las pantallas", async () => {
    const leido = await editada(EXPEDIENTE, (poner) => {
      poner("Actividades", "C4", "No");
      poner("Actividades", "D4", "=Se atrasó");
      poner("Actividades", "F4", "PDF; docx");
      poner("Trámites", "C5", "Sí");
      poner("Componentes", "C4", "no");
      poner("Indicadores de desempeño", "E4", "Sí");
      poner("Indicadores de desempeño", "F4", "1.234,5");
      poner("Indicadores de satisfacción", "G4", -20);
      poner("Seguimiento", "B4", null);
    });
    expect(leido.faltas).toEqual([]);
    expect(leido.cambios.map(({ lugar, antes, despues }) => [lugar, antes, despues])).toEqual([
      ["actividad/A1/ejecutadaSegunDescripcion", true, false],
      ["actividad/A1/explicacion", null, "=Se atrasó"],
      ["actividad/A1/medioFormatos", ["PDF", "xlsx"], ["PDF", "docx"]],
      ["tramite/A1/Consultas%0Aen%20l%C3%ADnea/vinculado", null, true],
      ["componente/A1/plazos/modificado", null, false],
      ["indicador/A1.ID1/medido", null, true],
      ["indicador/A1.ID1/numerador", null, 1234.5],
      ["indicador/IS1/denominador", null, -20],
      ["informe/avances", "Avances", null],
    ]);
    for (const { lugar } of leido.cambios) expect(leerLugar(lugar), lugar).not.toBeNull();
    expect(leido.informe).toEqual({
      ...informe,
      seguimiento: { avances: null, desafios: null },
      actividades: [
        {
          actividad: "A1",
          ejecutadaSegunDescripcion: false,
          explicacion: "=Se atrasó",
          medioVerificacion: { descripcion: "Actas", formatos: ["PDF", "docx"] },
          tramites: [{ tramite: "Consultas\nen línea", vinculado: true }],
          componentes: [{ componente: "plazos", modificado: false }],
        },
      ],
      indicadoresDesempeno: [{ indicador: "A1.ID1", medido: true, numerador: 1234.5 }],
      indicadoresSatisfaccion: [{ indicador: "IS1", denominador: -20 }],
    });
  });

  it("edita, agrega y quita dificultades por su número", async () => {
    const leido = await editada(EXPEDIENTE, (poner, libro) => {
      poner("Dificultades y holguras", "C4", "Demora larga");
      libro.getWorksheet("Dificultades y holguras")?.spliceRows(5, 1);
      poner("Dificultades y holguras", "B6", "Holgura");
      poner("Dificultades y holguras", "C6", "Nueva");
      poner("Dificultades y holguras", "I6", "Sí");
    });
    expect(leido.faltas).toEqual([]);
    expect(leido.quitadas).toEqual([2]);
    expect(leido.informe?.dificultadesHolguras).toEqual([
      { tipo: "dificultad", descripcion: "Demora larga", componentes: ["actividades"], elementos: ["A1"] },
      { tipo: "holgura", descripcion: "Nueva", componentes: ["indicadoresSatisfaccion"] },
    ]);
    expect(leido.cambios.map((c) => c.lugar)).toContain("dificultad/3/descripcion");
  });

  it("un código ajeno, una fila repetida o un dato ilegible son faltas en su celda, y no cambian nada", async () => {
    const leido = await editada(EXPEDIENTE, (poner) => {
      poner("Actividades", "A5", "A9");
      poner("Actividades", "C5", "Sí");
      poner("Actividades", "A6", "A1");
      poner("Actividades", "C6", "Sí");
      poner("Trámites", "B4", "Otro trámite");
      poner("Indicadores de desempeño", "A4", "IS1");
      poner("Indicadores de satisfacción", "F4", "muchos");
      poner("Dificultades y holguras", "A4", 8);
    });
    expect(leido.cambios).toEqual([]);
    expect(leido.quitadas).toEqual([]);
    expect(leido.faltas.map((f) => [f.hoja, f.celda, f.encontrado])).toEqual([
      ["Actividades", "A6", "A1"],
      ["Actividades", "A5", "A9"],
      ["Trámites", "B4", "Otro trámite"],
      ["Indicadores de desempeño", "A4", "IS1"],
      ["Indicadores de satisfacción", "F4", "muchos"],
      ["Dificultades y holguras", "A4", "8"],
    ]);
  });

  it("dice qué reglas de la guía quedan sin cumplir, en la celda donde se corrigen", async () => {
    const leido = await editada(EXPEDIENTE, (poner) => {
      poner("Actividades", "C4", "No");
      poner("Trámites", "C4", "No");
      poner("Componentes", "C6", "Sí");
      poner("Indicadores de desempeño", "E4", "Sí");
      poner("Dificultades y holguras", "C4", null);
    });
    const hallada = (regla: string) =>
      leido.reglas.filter((f) => f.regla === regla).map((f) => `${f.hoja}!${f.celda}`);
    expect(hallada("EJE-03")).toEqual(["Actividades!D4"]);
    expect(hallada("EJE-05")).toEqual(["Trámites!D4"]);
    expect(hallada("EJE-07")).toEqual(["Componentes!D6"]);
    expect(hallada("DES-02")).toContain("Indicadores de desempeño!F4");
    expect(hallada("DYH-02")).toEqual(["Dificultades y holguras!C4"]);
    expect(hallada("INF-01")).toContain("Seguimiento!B5");
  });

  const conLibro = async (de: Expediente, a: Expediente, editar?: (libro: ExcelJS.Workbook) => void) => {
    const escrito = await abrirConExceljs(await plantillaInforme(de));
    editar?.(escrito);
    const libro = await leerLibro(new Uint8Array(await escrito.xlsx.writeBuffer()));
    if (!libro.ok) throw new Error(libro.falla.mensaje);
    return leerPlantillaInforme(libro.valor, a);
  };

  it.each([
    [
      { ...EXPEDIENTE, institucion: { codigo: "0102", nombre: "Otro Servicio" } },
      "0102 (Otro Servicio), año 2025",
    ],
    [{ ...EXPEDIENTE, ejercicio: 2026 }, "0101 (Servicio de Ejemplo), año 2026"],
  ])(
    "la planilla de otra institución o de otro año se rechaza entera y dice de quién es",
    async (otro, deQuien) => {
      expect(await conLibro(otro, EXPEDIENTE)).toEqual({
        ok: false,
        falla: {
          codigo: "INFORME_AJENO",
          mensaje: `La planilla del archivo es de ${deQuien}, y este informe es de 0101 (Servicio de Ejemplo), año 2025. Revise que sea el archivo correcto.`,
        },
      });
    },
  );

  it("una planilla que no dice de quién es, como las de antes, se sigue leyendo", async () => {
    const sinMarca = (libro: ExcelJS.Workbook) => {
      libro.getWorksheet("Instrucciones")?.spliceRows(2, 3);
    };
    expect(await conLibro(EXPEDIENTE, EXPEDIENTE, sinMarca)).toMatchObject({
      ok: true,
      valor: { cambios: [] },
    });
  });

  it("una hoja con otro nombre se dice que no se leyó; las de la plataforma y las vacías, no", async () => {
    const leido = await editada(EXPEDIENTE, (poner, libro) => {
      const seguimiento = libro.getWorksheet("Seguimiento");
      if (seguimiento) seguimiento.name = "Seguimiento (v2)";
      libro.addWorksheet("Hoja1");
      libro.addWorksheet("Faltas").getCell("A1").value = "Faltas encontradas";
      poner("Instrucciones", "A9", "Una nota.");
    });
    expect(leido.cambios).toEqual([]);
    expect(leido.faltas.map(({ hoja, celda, nivel }) => [hoja, celda, nivel])).toEqual([
      ["Seguimiento (v2)", "", "aviso"],
    ]);
    expect(leido.faltas[0]?.mensaje).toContain("«Seguimiento»");
  });

  it("cada regla dice lo que su celda tiene, también un cero, y la de una dificultad cae en su columna", async () => {
    const leido = await editada(EXPEDIENTE, (poner, libro) => {
      poner("Indicadores de desempeño", "E4", "Sí");
      poner("Indicadores de desempeño", "F4", 5);
      poner("Indicadores de desempeño", "G4", 0);
      // Without the first one, the rules name the second as the first of the report.
      libro.getWorksheet("Dificultades y holguras")?.spliceRows(4, 1);
      poner("Dificultades y holguras", "B4", null);
      poner("Dificultades y holguras", "J4", "Z9");
    });
    const dicho = leido.reglas.map(({ hoja, celda, encontrado }) => `${hoja}!${celda} ${encontrado}`);
    expect(dicho).toContain("Indicadores de desempeño!G4 0");
    expect(dicho).toContain("Dificultades y holguras!B4 ");
    expect(dicho).toContain("Dificultades y holguras!D4 ");
    expect(dicho).toContain("Dificultades y holguras!J4 Z9");
  });

  it("un número se dice con coma, y de un aviso se dice qué se espera, no la falta", async () => {
    const leido = await editada(EXPEDIENTE, (poner) => {
      poner("Indicadores de desempeño", "E4", "Sí");
      poner("Indicadores de desempeño", "F4", -3.5);
      poner("Indicadores de desempeño", "G4", 20);
    });
    expect(leido.reglas.find(({ regla }) => regla === "DES-11")).toMatchObject({
      encontrado: "-3,5",
      esperado: "un porcentaje de hasta 100 y un numerador que no sea negativo",
    });
  });

  it("de una columna que no está se dice qué encabezado no se entendió", async () => {
    const leido = await editada(EXPEDIENTE, (poner) => {
      poner("Indicadores de desempeño", "F3", "Num.");
      poner("Indicadores de desempeño", "F4", 12);
    });
    expect(leido.cambios).toEqual([]);
    expect(leido.faltas.map(({ mensaje }) => mensaje)).toEqual([
      "La hoja «Indicadores de desempeño» no tiene la columna «Numerador». Si es «Num.», cámbiele el nombre; si no, agréguela, aunque quede vacía.",
    ]);
  });

  it("lo que no está en el libro no se toca", async () => {
    const leido = await editada(EXPEDIENTE, (poner, libro) => {
      for (const nombre of ["Seguimiento", "Dificultades y holguras", "Trámites"]) {
        const hoja = libro.getWorksheet(nombre);
        if (hoja) libro.removeWorksheet(hoja.id);
      }
      poner("Actividades", "E3", "Otra columna");
    });
    expect(leido).toMatchObject({ cambios: [], quitadas: [], informe });
  });
});
