import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digitoVerificador, formatearRut, validarRut } from "@/lib/flujo/rut";

describe("RUT", () => {
  it.each([
    ["12.345.678-5", "12345678-5"],
    ["12345678-5", "12345678-5"],
    ["123456785", "12345678-5"],
    [" 12 345 678 – 5 ", "12345678-5"],
    ["6-k", "6-K"],
    ["0012.345.678-5", "12345678-5"],
    ["60.805.000-0", "60805000-0"],
  ])("lee %s", (escrito, rut) => {
    expect(validarRut(escrito)).toEqual({ ok: true, rut });
  });

  it.each([
    ["", "RUT_VACIO"],
    ["   ", "RUT_VACIO"],
    ["12.345.678-9", "RUT_DIGITO"],
    ["12.345.678-K", "RUT_DIGITO"],
    ["12.345.678", "RUT_DIGITO"],
    ["hola", "RUT_FORMATO"],
    ["12.345.678-5x", "RUT_FORMATO"],
    ["0-0", "RUT_FORMATO"],
    ["12345678901234-5", "RUT_FORMATO"],
  ])("rechaza «%s» y dice cómo arreglarlo", (escrito, codigo) => {
    const leido = validarRut(escrito);
    expect(leido).toMatchObject({ ok: false, codigo });
    expect(leido.ok ? "" : leido.mensaje).not.toBe("");
  });

  it("se muestra con puntos y guion, y lo que no es un RUT queda como estaba", () => {
    expect(formatearRut("123456785")).toBe("12.345.678-5");
    expect(formatearRut("6-K")).toBe("6-K");
    expect(formatearRut("no es")).toBe("no es");
  });

  it("todo número con su dígito es válido, con otro dígito no lo es, y mostrarlo no lo cambia", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999 }),
        fc.constantFrom(..."0123456789K"),
        (numero, otro) => {
          const digito = digitoVerificador(String(numero));
          const rut = `${numero}-${digito}`;
          expect(validarRut(rut)).toEqual({ ok: true, rut });
          expect(validarRut(formatearRut(rut))).toEqual({ ok: true, rut });
          if (otro !== digito) expect(validarRut(`${numero}-${otro}`).ok).toBe(false);
        },
      ),
    );
  });
});
