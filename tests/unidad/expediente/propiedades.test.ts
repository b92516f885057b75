import Big from "big.js";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { aplicarAjustes, planVigente } from "@/lib/expediente/aplicar";
import { Cuociente, resultadoCalculado, resultadoCorresponde } from "@/lib/expediente/calculo";
import { comparar, compararCampos, compararTextos } from "@/lib/expediente/comparar";
import { ejercicioDe } from "@/lib/expediente/ejercicio";
import { contenidoDe, elementosDe } from "@/lib/expediente/elementos";
import { evaluar, evaluarPlan } from "@/lib/expediente/evaluar";
import { faltasFormato } from "@/lib/expediente/faltasFormato";
import type { Ajuste, Expediente, Plan } from "@/lib/expediente/formato";
import { huella, huellaPlan } from "@/lib/expediente/huella";
import { leerJson } from "@/lib/expediente/lectura";
import { leerNumero, mostrarNumero } from "@/lib/expediente/numero";
import { mantenerTodo, planValido } from "@/tests/apoyo/expedienteValido";
import { borrador, plan } from "@/tests/apoyo/generadores";

const alReves = (valor: unknown): unknown => {
  if (Array.isArray(valor)) return valor.map(alReves);
  if (typeof valor !== "object" || valor === null) return valor;
  return Object.fromEntries(
    Object.entries(valor)
      .reverse()
      .map(([llave, hijo]) => [llave, alReves(hijo)]),
  );
};

// Generating whole drafts is what takes long, and more so beside other tests.
vi.setConfig({ testTimeout: 60_000 });

describe("para cualquier borrador bien formado", () => {
  test("evaluar no falla, y cada falta tiene su mensaje y su lugar", () => {
    fc.assert(
      fc.property(borrador, (expediente) => {
        expect(faltasFormato(expediente)).toEqual([]);
        const { faltas, avance } = evaluar(expediente, ejercicioDe(expediente.ejercicio));
        const lugares = faltas.map(({ regla, ruta, elemento, componente }) =>
          JSON.stringify([regla, ruta, elemento, componente]),
        );
        expect(new Set(lugares).size).toBe(lugares.length);
        for (const { mensaje, ruta } of faltas) {
          expect(mensaje.length).toBeGreaterThan(10);
          expect(mensaje).not.toMatch(/\{[a-z]+\}|undefined|NaN/i);
          expect(ruta).toMatch(/^\//);
        }
        for (const { total, hechos, faltan } of avance) {
          expect(hechos + faltan).toBe(total);
          expect(hechos).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("evaluar no depende del orden de las claves ni toca lo que recibe", () => {
    fc.assert(
      fc.property(borrador, (expediente) => {
        const antes = JSON.stringify(expediente);
        const uno = evaluar(expediente, ejercicioDe(2025));
        expect(JSON.stringify(expediente)).toBe(antes);
        expect(evaluar(alReves(expediente) as Expediente, ejercicioDe(2025))).toEqual(uno);
      }),
      { numRuns: 60 },
    );
  });

  test("escribirlo y leerlo da lo mismo, sin faltas de lectura", () => {
    fc.assert(
      fc.property(borrador, (expediente) => {
        const lectura = leerJson(JSON.stringify(expediente));
        expect(lectura).toEqual({ legible: true, valor: JSON.parse(JSON.stringify(expediente)), faltas: [] });
      }),
      { numRuns: 60 },
    );
  });
});

describe("para cualquier plan", () => {
  test("mantener todo lo deja igual", () => {
    fc.assert(
      fc.property(plan, (original) => {
        const vigente = planVigente({ planOriginal: original, ajustes: mantenerTodo(original) });
        expect(vigente).toEqual(original);
        expect(comparar(original, vigente).every(({ estado }) => estado === "igual")).toBe(true);
      }),
    );
  });

  test("la huella no depende del orden de las claves", () => {
    fc.assert(
      fc.property(plan, (original) => {
        expect(huella(alReves(original))).toBe(huellaPlan(original));
      }),
    );
  });

  test("evaluar un plan no falla y sus rutas son del plan", () => {
    fc.assert(
      fc.property(plan, (original) => {
        for (const { ruta, regla } of evaluarPlan(original)) {
          expect(ruta).not.toContain("/planOriginal");
          expect(regla).toMatch(/^PLAN-/);
        }
      }),
    );
  });

  test("ajustar y volver atrás no deja diferencia", () => {
    const original = planValido();
    const elementos = elementosDe(original).flatMap((elemento) =>
      elemento.componentes.map((componente) => ({ elemento, componente })),
    );
    fc.assert(
      fc.property(
        fc.subarray(elementos, { minLength: 1 }),
        fc.string({ minLength: 1 }),
        (elegidos, texto) => {
          const cambios = elegidos.map(({ elemento, componente }): Ajuste => {
            const contenido = contenidoDe(elemento, componente);
            const nuevo =
              typeof contenido === "string" && componente !== "priorizacion" ? `x${texto}` : contenido;
            return { elemento: elemento.id, componente, decision: "modifica", contenido: nuevo as never };
          });
          const ida = aplicarAjustes({ planOriginal: original, ajustes: cambios });
          expect(ida.completa).toBe(true);
          const vuelta = elegidos.map(
            ({ elemento, componente }): Ajuste => ({
              elemento: elemento.id,
              componente,
              decision: "modifica",
              contenido: contenidoDe(elemento, componente) as never,
            }),
          );
          const regreso = planVigente({ planOriginal: ida.plan as Plan, ajustes: vuelta });
          expect(comparar(original, regreso).every(({ estado }) => estado === "igual")).toBe(true);
          expect(compararCampos(original, regreso)).toEqual([]);
          expect(huellaPlan(regreso as Plan)).toBe(huellaPlan(original));
        },
      ),
    );
  });
});

describe("la aritmética", () => {
  const numero = fc.oneof(
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 100),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );

  test("un resultado calculado por nosotros siempre lo acepta DES-04", () => {
    fc.assert(
      fc.property(
        numero,
        numero,
        fc.constantFrom(1, 100),
        fc.nat(4),
        (numerador, denominador, factor, lugares) => {
          if (denominador === 0) return;
          const resultado = resultadoCalculado(numerador, denominador, factor as 1 | 100, lugares);
          if (resultado !== null)
            expect(resultadoCorresponde(resultado, numerador, denominador, factor as 1 | 100)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("haber redondeado antes a otros decimales no cambia qué resultado se acepta", () => {
    // Few digits, so that ties and results near the quotient come up.
    const corto = fc.integer({ min: -60, max: 60 }).map((n) => n / 2);
    const escrito = fc.integer({ min: -6000, max: 6000 }).map((n) => n / 100);
    fc.assert(
      fc.property(
        fc.tuple(corto, corto, fc.constantFrom(1, 100)),
        escrito,
        fc.nat(4),
        fc.nat(4),
        ([numerador, denominador, factor], otro, antes, lugares) => {
          if (denominador === 0) return;
          const visto = new Cuociente(numerador, denominador, factor);
          const cercano = Number(visto.redondear(lugares).toString());
          for (const resultado of [otro, cercano, cercano + 0.5, cercano - 0.01]) {
            visto.redondear(antes);
            expect(visto.redondeaA(resultado)).toBe(
              new Cuociente(numerador, denominador, factor).redondeaA(resultado),
            );
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("con números que una persona escribe, siempre hay resultado", () => {
    const escrito = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((n) => n / 100);
    fc.assert(
      fc.property(escrito, escrito, fc.constantFrom(1, 100), (numerador, denominador, factor) => {
        if (denominador === 0) return;
        expect(resultadoCalculado(numerador, denominador, factor as 1 | 100)).not.toBeNull();
      }),
    );
  });

  test("un número mostrado se lee de vuelta igual", () => {
    const corto = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((n) => n / 1000);
    fc.assert(
      fc.property(corto, (valor) => {
        expect(leerNumero(mostrarNumero(valor))).toEqual({
          estado: "numero",
          valor: valor === 0 ? 0 : valor,
        });
      }),
    );
  });

  test("su lectura y su escritura son las de la aritmética exacta", () => {
    const exacto = (texto: string) => {
      const valor = Number(texto);
      return Number.isFinite(valor) && new Big(valor).eq(texto) ? Math.abs(valor) : null;
    };
    const cifras = (maximo: number) => fc.stringMatching(new RegExp(`^\\d{1,${maximo}}$`));
    const escrito = fc.oneof(fc.tuple(cifras(25), cifras(25)), fc.tuple(cifras(8), cifras(6)));
    fc.assert(
      fc.property(escrito, fc.boolean(), ([entero, decimales], menos) => {
        const leido = leerNumero(`${menos ? "-" : ""}${entero},${decimales}`);
        const valor = exacto(`${entero}.${decimales}`);
        expect(leido.estado === "numero" ? leido.valor : null).toBe(menos && valor ? -valor : valor);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (valor) => {
        const mostrado = mostrarNumero(valor);
        expect(mostrado).toBe(mostrarNumero(new Big(valor)));
        expect(mostrado.replaceAll(".", "").replace(",", ".")).toBe(new Big(valor).toFixed());
      }),
      { numRuns: 500 },
    );
  });
});

test("los tramos de dos textos reconstruyen cada uno", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (antes, despues) => {
      const tramos = compararTextos(antes, despues);
      const sin = (tipo: string) =>
        tramos
          .filter((tramo) => tramo.tipo !== tipo)
          .map(({ texto }) => texto)
          .join("");
      expect(sin("agregado")).toBe(antes);
      expect(sin("quitado")).toBe(despues);
    }),
  );
});
