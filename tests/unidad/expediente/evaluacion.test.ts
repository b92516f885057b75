import { describe, expect, test } from "vitest";
import { planVigente } from "@/lib/expediente/aplicar";
import { comparar } from "@/lib/expediente/comparar";
import { ejercicioDe } from "@/lib/expediente/ejercicio";
import { evaluar } from "@/lib/expediente/evaluar";
import { expedienteValido, planValido, sellar } from "@/tests/apoyo/expedienteValido";
import {
  actividad,
  desempeno,
  dificultad,
  ejecucion,
  existe,
  informe,
  modificar,
  plan,
  satisfaccion,
} from "./casos/tipo";

const juzgar = (e: ReturnType<typeof expedienteValido>) => evaluar(e, ejercicioDe(2025));
const seccion = (e: ReturnType<typeof expedienteValido>, id: string) =>
  existe(juzgar(e).avance.find((avance) => avance.seccion === id));

describe("el avance por sección", () => {
  test("de un expediente completo: todo hecho", () => {
    const { avance } = juzgar(expedienteValido());
    expect(avance.every(({ estado, faltan }) => estado === "lista" && faltan === 0)).toBe(true);
    expect(avance.map(({ seccion: id, total }) => [id, total])).toEqual([
      ["plan", 6],
      ["ajustes", 22],
      ["aprobacionPlan", 1],
      ["ejecucion", 2],
      ["desempeno", 2],
      ["satisfaccion", 1],
      ["dificultades", 1],
      ["seguimiento", 4],
      ["aprobacionInforme", 1],
      ["difusion", 3],
    ]);
  });

  test("cuenta lo que falta, no las faltas", () => {
    const e = expedienteValido();
    e.ajustes = existe(e.ajustes).slice(0, 20);
    ejecucion(e).medioVerificacion = null;
    informe(e).indicadoresDesempeno = [];
    expect(seccion(e, "ajustes")).toMatchObject({ total: 22, hechos: 20, faltan: 2, estado: "enCurso" });
    expect(seccion(e, "ejecucion")).toMatchObject({ total: 2, hechos: 1, faltan: 1, errores: 2 });
    expect(seccion(e, "desempeno")).toMatchObject({ total: 2, hechos: 0, estado: "sinIniciar" });
  });
});

describe("el cumplimiento", () => {
  test("se calcula de las respuestas; lo que falta queda pendiente", () => {
    const e = expedienteValido();
    Object.assign(existe(ejecucion(e).tramites?.[0]), { vinculado: false, explicacion: "Cambió" });
    ejecucion(e, 1).ejecutadaSegunDescripcion = null;
    Object.assign(desempeno(e), { numerador: 8, denominador: 9 });
    const { actividades, desempeno: metas, satisfaccion } = juzgar(e).cumplimiento;
    expect(actividades).toMatchObject({ total: 2, cumplidas: 0, noCumplidas: 1, pendientes: 1 });
    expect(metas.detalle[0]).toEqual({ indicador: "A1.ID1", estado: "alcanzada", valor: "88,89" });
    expect(satisfaccion).toMatchObject({ total: 1, alcanzadas: 1, noMedidas: 0 });
  });
});

test("el mensaje de un resultado que no corresponde dice qué, qué se encontró y qué hacer", () => {
  const e = expedienteValido();
  desempeno(e).resultado = 87.5;
  expect(juzgar(sellar(e)).faltas[0]?.mensaje).toBe(
    "Actividad 1 (Descripción de A1), indicador 1 (Reclamos respondidos): el resultado 87,5 no corresponde a 21 ÷ 25 × 100 = 84. Corrija el numerador, el denominador o el resultado.",
  );
});

describe("con un identificador usado dos veces (PLAN-03), lo demás se dice de quien corresponde", () => {
  const mensajes = (e: ReturnType<typeof expedienteValido>, codigo: string) =>
    juzgar(e)
      .faltas.filter(({ regla }) => regla === codigo)
      .map(({ mensaje }) => mensaje);

  test("DYH-05 acepta una cita bajo el componente de cualquiera de los dos", () => {
    const e = expedienteValido();
    existe(plan(e).objetivosEspecificos?.[0]).id = "A1";
    Object.assign(dificultad(e), { elementos: ["A1"], componentes: ["actividades"] });
    expect(mensajes(e, "DYH-05")).toEqual([]);
    dificultad(e).componentes = ["objetivos"];
    expect(mensajes(e, "DYH-05")).toEqual([]);
    dificultad(e).componentes = ["indicadoresSatisfaccion"];
    expect(mensajes(e, "DYH-05")).toEqual([expect.stringContaining("Objetivo específico 1")]);
  });

  test("DYH-07 avisa del indicador de una actividad cuyo identificador se repite", () => {
    const e = expedienteValido();
    actividad(e, 1).id = "A1";
    Object.assign(dificultad(e), { elementos: ["A1"] });
    Object.assign(desempeno(e, 1), {
      numerador: 1000,
      denominador: 1,
      resultado: 1000,
      analisisBrechas: "x",
    });
    expect(mensajes(e, "DYH-07")).toEqual([
      expect.stringContaining("Actividad 2 (Descripción de A2), indicador 1 (Tiempo de espera)"),
    ]);
  });

  test("DYH-07 no avisa de un indicador que alcanzó su meta por otro de igual identificador", () => {
    const e = expedienteValido();
    const repetido = existe(plan(e).indicadoresSatisfaccion?.[0]);
    repetido.id = "A1.ID1";
    Object.assign(satisfaccion(e), { indicador: "A1.ID1", numerador: 1, analisisBrechas: "Faltó personal" });
    expect(mensajes(e, "DYH-07")).toEqual([expect.stringContaining("Satisfacción neta")]);
  });
});

test.each([
  [100.004, "100,004"],
  [100.4, "100,4"],
  [250, "250"],
  [100.00000000000003, "100,00000000000003"],
])("un porcentaje de %d se lee mayor que 100", (numerador, escrito) => {
  const e = expedienteValido();
  Object.assign(desempeno(e), { numerador, denominador: 100, resultado: numerador });
  const alerta = juzgar(e).faltas.find(({ regla }) => regla === "DES-11");
  expect(alerta?.mensaje).toContain(`el porcentaje es ${escrito}, mayor que 100`);
});

test("comparar muestra el plan de 2024 junto al de 2025, por componente y por palabra", () => {
  const e = expedienteValido();
  modificar(e, "A1", "poblacionObjetivo", "Personas mayores usuarias");
  modificar(e, "A1", "costos", { montoClp: 2_000_000, items: [] });
  const diferencias = comparar(planValido(), planVigente(e));
  expect(diferencias.filter(({ estado }) => estado !== "igual").map(({ elemento }) => elemento)).toEqual([
    "A1",
  ]);
  const cambios = existe(diferencias.find(({ elemento }) => elemento === "A1")).componentes.filter(
    ({ estado }) => estado === "modificado",
  );
  expect(cambios.map(({ componente, antes, despues }) => [componente, antes, despues])).toEqual([
    ["poblacionObjetivo", "Personas usuarias", "Personas mayores usuarias"],
    ["costos", "$1.000.000\nSubtítulo 22, ítem 07", "$2.000.000"],
  ]);
  expect(
    cambios[0]?.tramos.filter(({ tipo }) => tipo === "agregado").map(({ texto }) => texto.trim()),
  ).toEqual(["mayores"]);
});
