import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escribirLista, leerFecha, leerLista, leerNumero, leerSiNo, normalizar } from "@/lib/planilla/valor";

describe("valores de las celdas", () => {
  it.each([
    ["1.234,5", 1234.5],
    ["$ 1.500.000", 1500000],
    ["85 %", 85],
    ["5.5", 5.5],
    ["0.125", 0.125],
    ["1.234", 1234],
    ["−3,2", -3.2],
    ["\u00a012\u00a0", 12],
    [{ porcentaje: 0.853 }, 85.3],
    [47.8, 47.8],
    ["  ", null],
  ])("el número %j es %j", (celda, numero) => {
    expect(leerNumero(celda)).toEqual({ ok: true, valor: numero });
  });

  it.each([
    ["doce"],
    ["1.23.4"],
    ["1,2,3"],
    [{ error: "#N/A" }],
    [{ fecha: "2025-01-01" }],
    [{ sinValor: "A1" }],
  ])("%j no es un número", (celda) => {
    expect(leerNumero(celda).ok).toBe(false);
  });

  it.each([
    ["doce", "un número, por ejemplo 1.234,5"],
    ["1,2,3", "un número, por ejemplo 1.234,5"],
    ["12345678901234567890", "un número de hasta 15 cifras, por ejemplo 1.234,5"],
  ])("de %j se dice una vez lo que se espera, sin punto: quien lo cita lo pone", (celda, esperado) => {
    expect(leerNumero(celda)).toEqual({ ok: false, esperado });
  });

  it.each([
    [{ fecha: "2025-06-30" }],
    ["30-06-2025"],
    ["30/6/2025"],
    ["30.06.25"],
    ["2025-06-30"],
    ["30 de junio de 2025"],
    ["lunes, 30 de Junio de 2025"],
    [45838],
    ["30-jun-2025"],
  ])("%j es el 30 de junio de 2025", (celda) => {
    expect(leerFecha(celda)).toEqual({ ok: true, valor: "2025-06-30" });
  });

  it.each([["30-02-2025"], ["junio"], [12], ["31/06/2025"]])("%j no es una fecha", (celda) => {
    expect(leerFecha(celda).ok).toBe(false);
  });

  it.each([
    ["Sí", true],
    ["SI", true],
    ["no ", false],
    [true, true],
    ["x", true],
    [1, true],
    ["FALSO", false],
  ])("%j responde %s", (celda, valor) => {
    expect(leerSiNo(celda)).toEqual({ ok: true, valor });
  });

  it("compara nombres sin tildes, mayúsculas, signos ni espacios raros", () => {
    expect(normalizar(" CÁLIDAD\u00a0 Jurídica: ")).toBe("calidad juridica");
  });

  it("una lista escrita en una celda se lee igual", () => {
    const parte = fc.string({ unit: "grapheme", maxLength: 20 });
    fc.assert(
      fc.property(fc.array(parte, { maxLength: 6 }), (lista) => {
        expect(leerLista(escribirLista(lista))).toEqual({ ok: true, valor: lista });
      }),
    );
  });

  it.each([
    ["PDF; xlsx", ["PDF", "xlsx"]],
    ["pdf, docx , jpg", ["pdf", "docx", "jpg"]],
    ["a, b\nc", ["a, b", "c"]],
    ["", []],
  ])("la gente escribe la lista %j", (celda, lista) => {
    expect(leerLista(celda)).toEqual({ ok: true, valor: lista });
  });
});
