import { expect, test } from "vitest";
import { conTitulos, leerBloque, repartir } from "@/components/informe/bloque";
import { leerFormatos } from "@/components/informe/formatos-comunes";
import { type IndicadorMedible, medicionDe, metaEnPalabras, reparosDe } from "@/components/informe/medicion";

const INDICADOR: IndicadorMedible = {
  id: "A1.ID1",
  nombre: "Atenciones en plazo",
  formula: "(a/b)*100",
  factor: 100,
  unidad: "%",
  sentido: "ascendente",
  meta: 80.5,
};

test("una sola celda copiada es un pegado corriente", () => {
  expect(leerBloque("12,5")).toBeNull();
  expect(leerBloque("12,5\r\n")).toBeNull();
});

test("un bloque de Excel se lee por filas y celdas", () => {
  expect(leerBloque("10\t20\r\n1.234,5\t2.000\r\n")).toEqual([
    ["10", "20"],
    ["1.234,5", "2.000"],
  ]);
  expect(leerBloque('"1\n2"\t3')).toEqual([["1\n2", "3"]]);
  expect(leerBloque('"dice ""7"""\t3')).toEqual([['dice "7"', "3"]]);
});

test("la primera fila son títulos solo si sus palabras son las de las columnas", () => {
  for (const titulos of [
    ["Numerador", "Denominador"],
    ["NÚMERADOR (2025)", "", "Resultado final"],
    ["Nombre del indicador", "¿Se midió?"],
    ["Num.", "Denom."],
  ])
    expect(conTitulos([titulos, ["1", "2"]]), titulos.join()).toBe(true);
  for (const datos of [
    ["s/i", "n/d"],
    ["Sin numerador", "Sin denominador"],
    ["-", "-"],
    ["", ""],
    ["Numerador", "20"],
    ["90", "100"],
  ])
    expect(conTitulos([datos, ["1", "2"]]), datos.join()).toBe(false);
  // Alone, there is nothing that it could head.
  expect(conTitulos([["Numerador", "Denominador"]])).toBe(false);
});

test("lo que no se puede leer deja su celda como estaba, se cuenta aparte y no corre a las demás", () => {
  const { valores, filas, ilegibles } = repartir(
    [
      ["s/i", "n/d"],
      ["90", "s/i"],
    ],
    [fila("A", { sinResponder: true }), fila("B")],
    { fila: 0, columna: "numerador" },
  );
  expect([...valores]).toEqual([["B/n", "90"]]);
  expect([filas, ilegibles]).toEqual([1, 3]);
});

const fila = (id: string, cambios = {}) => ({
  lugares: { numerador: `${id}/n`, denominador: `${id}/d`, resultado: `${id}/r` },
  medido: `${id}/m`,
  sinMedir: false,
  sinResponder: false,
  ...cambios,
});

test("cada celda del bloque va a la suya y lo que está en blanco no borra nada", () => {
  const { valores, filas, sobran } = repartir(
    [
      ["10", "20"],
      ["", "30"],
    ],
    [fila("A"), fila("B", { sinResponder: true })],
    { fila: 0, columna: "numerador" },
  );
  expect([...valores]).toEqual([
    ["A/n", "10"],
    ["A/d", "20"],
    ["B/d", "30"],
    ["B/m", true],
  ]);
  expect([filas, sobran]).toEqual([2, 0]);
});

test("lo que no cabe, o es de un indicador que no se midió, se cuenta y no se escribe", () => {
  const { valores, sobran } = repartir(
    [
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
    ],
    [fila("A"), fila("B", { sinMedir: true })],
    { fila: 0, columna: "denominador" },
  );
  expect([...valores.keys()]).toEqual(["A/d", "A/r"]);
  expect(sobran).toBe(4);
});

test("el resultado se calcula con lo que se va escribiendo y muestra su valor exacto", () => {
  expect(medicionDe(INDICADOR, "2", "3")).toEqual({
    estado: "medida",
    valor: "66,67",
    exacto: "66,6666666667…",
    alcanzada: false,
    propuesto: "66,67",
  });
  // A quotient that ends is said whole, though it has more decimals than those that decide.
  expect(medicionDe({ ...INDICADOR, factor: 1 }, "1", "8")).toMatchObject({ exacto: "0,125" });
  expect(medicionDe(INDICADOR, "1.234,5", "1.234,5")).toMatchObject({
    valor: "100",
    exacto: "100",
    alcanzada: true,
  });
  expect(medicionDe({ ...INDICADOR, sentido: "descendente", meta: -10 }, "-15", "100")).toMatchObject({
    valor: "-15",
    alcanzada: true,
  });
});

test("sin los dos números no hay resultado, y con denominador cero se dice por qué", () => {
  expect(medicionDe(INDICADOR, "2", null)).toEqual({ estado: "incompleta" });
  expect(medicionDe(INDICADOR, "dos", "3")).toEqual({ estado: "incompleta" });
  expect(medicionDe(INDICADOR, "2", "0")).toMatchObject({ estado: "imposible" });
});

test("una celda de dos líneas no es un número que las junta", () => {
  const destino = { lugares: { numerador: "n" }, medido: "m", sinMedir: false, sinResponder: false };
  const pegado = repartir(leerBloque('"12\n3"\r\n45\r\n') ?? [], [destino, destino], {
    fila: 0,
    columna: "numerador",
  });
  expect(pegado).toMatchObject({ ilegibles: 1, filas: 1 });
  expect([...pegado.valores.values()]).toEqual(["45"]);
});

test("un número que no cuadra con los otros se dice, con el que sería", () => {
  const con = (numerador: string | null, denominador: string | null, resultado: string | null) =>
    reparosDe(INDICADOR, { numerador, denominador, resultado });
  const nada = { denominador: null, resultado: null };
  expect(con("2", "0", null)).toEqual({ denominador: "No puede ser cero.", resultado: null });
  for (const bien of ["66,67", "66,7", "67", "66,666667", null]) expect(con("2", "3", bien)).toEqual(nada);
  expect(con("2", "3", "66,6").resultado).toBe("No es lo calculado: con 1 decimal sería 66,7.");
  expect(con("2", "3", "66").resultado).toBe("No es lo calculado: sin decimales sería 67.");
  expect(con("1.234,5", "2.000", "61,8").resultado).toBe("No es lo calculado: con 1 decimal sería 61,7.");
  expect(con(null, "3", "66")).toEqual(nada);
  expect(con("dos", "3", "66")).toEqual(nada);
  expect(
    reparosDe({ ...INDICADOR, factor: null }, { numerador: "2", denominador: "3", resultado: "1" }),
  ).toEqual(nada);
});

test("la meta se dice con su sentido", () => {
  expect(metaEnPalabras(INDICADOR)).toBe("≥ 80,5 %");
  expect(metaEnPalabras({ ...INDICADOR, meta: null })).toBe("Sin meta");
});

test("los formatos escritos a mano se separan, sin repetir los de la lista", () => {
  expect(leerFormatos(" csv; PDF, csv ,, base de datos")).toEqual(["csv", "base de datos"]);
});
