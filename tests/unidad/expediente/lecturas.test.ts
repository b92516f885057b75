import { describe, expect, test } from "vitest";
import { decimales, medir, resultadoCorresponde } from "@/lib/expediente/calculo";
import { ejercicioDe } from "@/lib/expediente/ejercicio";
import {
  compararInstantes,
  diaEnChile,
  leerFecha,
  mostrarFecha,
  mostrarInstante,
} from "@/lib/expediente/fecha";
import { leerNumero, mostrarNumero, mostrarPesos } from "@/lib/expediente/numero";
import { abreviar } from "@/lib/expediente/texto";

describe("los números, como se escriben en Chile", () => {
  test.each([
    ["1.234,5", 1234.5],
    ["1234,5", 1234.5],
    ["1234.5", 1234.5],
    ["1.234", 1234],
    ["1.234.567", 1234567],
    ["0.125", 0.125],
    [",5", 0.5],
    ["-3,20", -3.2],
    ["−3", -3],
    [" 1 500 ", 1500],
    ["-0", 0],
    ["$850.000", 850000],
    ["$ 1.200.000", 1200000],
    ["$\u00a01.200.000", 1200000],
    ["-$1.500", -1500],
    ["$-1.500", -1500],
    ["75%", 75],
    ["65 %", 65],
    ["65,5\u202f%", 65.5],
  ])("«%s» es %d", (texto, valor) => {
    expect(leerNumero(texto)).toEqual({ estado: "numero", valor });
  });

  test.each([
    "abc",
    "1,2,3",
    "1.23.4",
    "1e5",
    "12345678901234567890",
    "--1",
    ".",
    "$",
    "%",
    "$%",
    "-$",
    "1$2",
    "1.500$",
    "7%5",
    "%75",
    "$$5",
    "5%%",
    "-$-5",
    "$5%",
  ])("«%s» no es un número", (texto) => {
    expect(leerNumero(texto).estado).toBe("invalido");
  });

  test("se muestran con coma y puntos de miles, sin exponentes", () => {
    expect(["", " "].map((texto) => leerNumero(texto).estado)).toEqual(["vacio", "vacio"]);
    expect([1234.5, -1234567, 1e-7, 1e21, 0].map((n) => mostrarNumero(n))).toEqual([
      "1.234,5",
      "-1.234.567",
      "0,0000001",
      "1.000.000.000.000.000.000.000",
      "0",
    ]);
    expect(mostrarPesos(1_500_000)).toBe("$1.500.000");
  });
});

describe("las fechas y los instantes", () => {
  test("se leen como día, mes y año", () => {
    expect(leerFecha("30/6/2025")).toEqual({ estado: "fecha", valor: "2025-06-30" });
    expect(leerFecha("31/06/2025").estado).toBe("invalido");
    expect(mostrarFecha("2025-06-30")).toBe("30/06/2025");
  });

  test("los instantes se muestran con la hora de Chile continental, en invierno y en verano", () => {
    expect(mostrarInstante("2025-07-01T03:59:59Z")).toBe("30/06/2025, 23:59");
    expect(mostrarInstante("2025-12-31T23:30:00-03:00")).toBe("31/12/2025, 23:30");
    expect(diaEnChile("2025-07-01T03:59:59Z")).toBe("2025-06-30");
  });

  test("el plazo cierra a las 00:00 del 1 de julio de Chile, según la zona de cada año", () => {
    expect(ejercicioDe(2025).cierreAjustes).toBe("2025-07-01T04:00:00Z");
    expect(ejercicioDe(2025)).toMatchObject({ limiteActaPlan: "2025-06-30", cierre: "2025-12-31" });
  });

  test("se comparan hasta la última cifra, en cualquier zona", () => {
    expect(compararInstantes("2025-06-30T23:59:59.9999999999-04:00", "2025-07-01T04:00Z")).toBeLessThan(0);
    expect(compararInstantes("2025-07-01T00:00:00.0-04:00", "2025-07-01T04:00Z")).toBe(0);
    expect(compararInstantes("0001-01-01T00:00Z", "1901-01-01T00:00Z")).toBeLessThan(0);
  });
});

describe("la aritmética de los indicadores", () => {
  test("los decimales de un número son los de su forma más corta", () => {
    expect([3.2, 84, 1e-7, 1.5e-7, 1e21, 0.1 + 0.2, -0].map(decimales)).toEqual([1, 0, 7, 8, 0, 17, 0]);
  });

  test("se redondea una vez, desde la división exacta: 1,0049999 no sube a 1,01 pasando por 1,005", () => {
    const indicador = {
      id: "I",
      nombre: "n",
      formula: "f",
      factor: 1,
      sentido: "ascendente",
      meta: 1.01,
    } as const;
    expect(medir(indicador, 1.0049999999, 1)?.alcanzada).toBe(false);
    expect(medir(indicador, 1.005, 1)?.alcanzada).toBe(true);
    expect(resultadoCorresponde(0.3, 0.1, 1, 1)).toBe(false);
    expect(resultadoCorresponde(33.33, 1, 3, 100)).toBe(true);
    expect(resultadoCorresponde(33.34, 1, 3, 100)).toBe(false);
    expect(resultadoCorresponde(-2.5, -5, 2, 1)).toBe(true);
    expect(resultadoCorresponde(-3, -5, 2, 1)).toBe(true);
    expect(resultadoCorresponde(-2, -5, 2, 1)).toBe(false);
  });
});

test("un nombre largo se abrevia en una palabra y en una línea", () => {
  expect(abreviar("Uno dos\ntres cuatro", 13)).toBe("Uno dos tres…");
  expect(abreviar("\u{1F600}".repeat(100), 5)).toBe(`${"\u{1F600}".repeat(5)}…`);
});
