import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { type DestinatariosLeidos, leerDestinatarios } from "@/lib/planilla/destinatarios/leer";
import { plantillaDestinatarios } from "@/lib/planilla/destinatarios/plantilla";
import type { Leido } from "@/lib/planilla/falla";
import { leerLibro } from "@/lib/planilla/libro/leer";
import { abrirConExceljs, libroCrudo, libroDe } from "@/tests/apoyo/libros";

async function leerBytes(bytes: Uint8Array): Promise<Leido<DestinatariosLeidos>> {
  const libro = await leerLibro(bytes);
  return libro.ok ? leerDestinatarios(libro.valor) : libro;
}

async function leer(hojas: Record<string, unknown[][]>): Promise<DestinatariosLeidos> {
  const leido = await leerBytes(await libroDe(hojas));
  if (!leido.ok) throw new Error(leido.falla.mensaje);
  return leido.valor;
}

const COMPLETA = [
  ["Ana Pérez", "Analista", "Funcionario/a", "a contrata", "Finanzas"],
  ["Luis Soto", "Abogado", "Personal", "PLANTA", "Jurídica"],
  ["Eva Rojas", "Directora", "Directiva", "", ""],
  ["Juan Paz", "Presidente", "Consejo de la Sociedad Civil", "", ""],
];
const TITULOS = ["Nombre completo", "Cargo / función", "Grupo", "Calidad jurídica", "Unidad"];

describe("destinatarios desde Excel", () => {
  it("una hoja oculta con personas no se lee, y se dice cuál", async () => {
    const libro = new ExcelJS.Workbook();
    libro.addWorksheet("Lista").addRows([TITULOS, ...COMPLETA]);
    libro.addWorksheet("Antiguos", { state: "hidden" }).addRows([TITULOS, ...COMPLETA]);
    const leido = await leerBytes(new Uint8Array(await libro.xlsx.writeBuffer()));
    expect(leido).toMatchObject({
      ok: true,
      valor: {
        conteo: { personal: 2, directivos: 1, cosoc: 1 },
        faltas: [{ hoja: "Antiguos", celda: "", nivel: "aviso", mensaje: expect.stringContaining("oculta") }],
      },
    });
  });

  it("los enlaces a otros libros no se siguen, y se dice", async () => {
    const partes = [{ nombre: "xl/externalLinks/externalLink1.xml", contenido: "<externalLink/>" }];
    const fila = (n: number, textos: readonly string[]) =>
      `<row r="${n}">${textos.map((texto) => `<c t="inlineStr"><is><t>${texto}</t></is></c>`).join("")}</row>`;
    const hoja = `<sheetData>${[TITULOS, ...COMPLETA].map((textos, i) => fila(i + 1, textos)).join("")}</sheetData>`;
    const leido = await leerBytes(libroCrudo({ hojas: { Lista: hoja }, partes }));
    expect(leido).toMatchObject({
      ok: true,
      valor: { faltas: [{ nivel: "aviso", mensaje: expect.stringContaining("enlaces a otros archivos") }] },
    });
  });

  it("lee una lista completa y cuenta sus grupos y áreas", async () => {
    const { filas, faltas, conteo, areas, origen } = await leer({ Hoja1: [TITULOS, ...COMPLETA] });
    expect(faltas).toEqual([]);
    expect(conteo).toEqual({ personal: 2, directivos: 1, cosoc: 1 });
    expect(areas).toEqual(["Finanzas", "Jurídica"]);
    expect(filas[0]).toEqual({
      nombre: "Ana Pérez",
      cargo: "Analista",
      grupo: "personal",
      calidadJuridica: "contrata",
      area: "Finanzas",
    });
    expect(origen[3]).toEqual({ hoja: "Hoja1", fila: 5 });
  });

  it("la planilla que entrega la plataforma se reconoce", async () => {
    const libro = await abrirConExceljs(await plantillaDestinatarios());
    COMPLETA.forEach((fila, i) => {
      fila.forEach((valor, c) => {
        const hoja = libro.getWorksheet("Destinatarios");
        if (hoja) hoja.getRow(4 + i).getCell(c + 1).value = valor;
      });
    });
    const leido = await leerBytes(new Uint8Array(await libro.xlsx.writeBuffer()));
    expect(leido).toMatchObject({
      ok: true,
      valor: { faltas: [], conteo: { personal: 2, directivos: 1, cosoc: 1 } },
    });
  });

  it("reconoce columnas en otro orden, con títulos encima, nombres y apellidos aparte y una hoja por grupo", async () => {
    const { filas, faltas } = await leer({
      Personal: [
        ["SERVICIO DE EJEMPLO"],
        [],
        [
          "N°",
          "APELLIDO PATERNO",
          "Apellido Materno",
          "Nombres ",
          "Función",
          "Depto",
          "Tipo de Contrato",
          "Departamento",
        ],
        [1, "Pérez", "Díaz", " Ana\u00a0María ", "Analista", "", "HSA", "Finanzas"],
        [2, "Soto", "", "Luis", "Abogado", "", "Cód. del Trabajo", "Jurídica"],
      ],
      Directivos: [
        ["Cargo", "Nombre"],
        ["Jefa", "Eva Rojas"],
      ],
      COSOC: [
        ["Integrante", "Organización que representa"],
        ["Juan Paz", "Junta de Vecinos"],
      ],
      Notas: [["Nada que leer aquí"]],
    });
    expect(faltas).toEqual([]);
    expect(filas.map((f) => [f.nombre, f.grupo, f.calidadJuridica])).toEqual([
      ["Ana María Pérez Díaz", "personal", "honorarios"],
      ["Luis Soto", "personal", "codigo_trabajo"],
      ["Eva Rojas", "directivos", null],
      ["Juan Paz", "cosoc", null],
    ]);
  });

  it("un grupo en celdas combinadas vale para todas sus filas", async () => {
    const bytes = await libroDe({ H: [TITULOS, ...COMPLETA, ["Leo Mar", "Vocal", "", "", ""]] }, (libro) =>
      libro.getWorksheet("H")?.mergeCells("C5:C6"),
    );
    expect(await leerBytes(bytes)).toMatchObject({ ok: true, valor: { faltas: [], conteo: { cosoc: 2 } } });
  });

  it("una columna que no se reconoce es una falta sola, que nombra las que sobran, y no una por fila en otra celda", async () => {
    const { faltas } = await leer({
      Hoja1: [
        ["N°", "Nombre", "Cargo", "Grupo", "Estamento y contrato", "Área"],
        [1, "Ana Pérez", "Analista", "Personal", "Contrata", "Finanzas"],
        [2, "Luis Soto", "Abogado", "Personal", "Planta", "Jurídica"],
        [3, "Eva Rojas", "Jefa", "Directivos", "", ""],
        [4, "Juan Paz", "Vocal", "COSOC", "", ""],
      ],
    });
    expect(faltas.filter(({ celda }) => celda !== "")).toEqual([
      {
        hoja: "Hoja1",
        celda: "B1",
        encontrado: "falta la columna",
        esperado: "una columna llamada «Calidad jurídica»",
        mensaje:
          "La hoja «Hoja1» no tiene la columna «Calidad jurídica», que hace falta en 2 filas. No reconocimos «N°», «Estamento y contrato»: si es una de ellas, llámela «Calidad jurídica».",
        nivel: "error",
        regla: "DIF-08",
      },
    ]);
  });

  it("a quien le falta el nombre se le dice en la columna de los nombres que trae la hoja", async () => {
    const { faltas } = await leer({
      Hoja1: [
        ["Apellidos", "Nombres", "Cargo", "Grupo"],
        ["", "", "Vocal", "COSOC"],
        ["Paz", "Juan", "Vocal", "COSOC"],
      ],
    });
    expect(faltas.filter(({ regla }) => regla === "DIF-05")).toMatchObject([
      { celda: "B2", esperado: "nombre y cargo de cada persona" },
    ]);
  });

  it("informa todas las faltas por celda, con su regla", async () => {
    const { faltas, filas } = await leer({
      H: [
        TITULOS,
        ["", "Analista", "Personal", "contrata", "Finanzas"],
        ["Sin Cargo", null, "Personal", "subcontratado", "Finanzas"],
        ["Sin Grupo", "Asesor", "vecino", "", ""],
        ["Sin Calidad", "Asesora", "Funcionaria", "", "finanzas "],
        ["Ana", "Jefa", "Directivos", "", ""],
        ["Ana", "Jefa", "Directivos", "", ""],
        [{ error: "#N/A" }, "Chofer", "Directivo", "", ""],
      ],
    });
    expect(faltas.map((f) => [f.regla, f.celda, f.encontrado, f.nivel])).toEqual([
      [undefined, "A8", "#N/A", "error"],
      ["DIF-05", "A2", "", "error"],
      ["DIF-05", "B3", "", "error"],
      ["DIF-08", "D3", "subcontratado", "error"],
      ["DIF-06", "C4", "vecino", "error"],
      ["DIF-08", "D5", "", "error"],
      ["DIF-13", "A7", "Ana", "aviso"],
      ["DIF-07", "", "", "error"],
    ]);
    expect(faltas.find((f) => f.encontrado === "subcontratado")?.mensaje).toMatch(/excluido/);
    expect(faltas.find((f) => f.regla === "DIF-13")?.esperado).toBe("cada persona una sola vez");
    expect(filas[1]?.calidadJuridica).toBe("subcontratado");
  });

  it("pide personal de al menos dos áreas", async () => {
    const { faltas } = await leer({
      H: [TITULOS, ...COMPLETA.map((f, i) => (i === 1 ? [...f.slice(0, 4), " Finanzas"] : f))],
    });
    expect(faltas.map((f) => f.regla)).toEqual(["DIF-09"]);
  });

  it("un libro sin la tabla se explica", async () => {
    expect(await leerBytes(await libroDe({ H: [["hola"]] }))).toMatchObject({
      ok: false,
      falla: { codigo: "DESTINATARIOS_SIN_TABLA" },
    });
  });
});
