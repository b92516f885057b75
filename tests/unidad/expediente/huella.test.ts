import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { formaCanonica, huella } from "@/lib/expediente/huella";

vi.setConfig({ testTimeout: 60_000 });

/** RFC 8785: the sample of §3.2.4, the sorting of §3.2.3 and the numbers of appendix B. */
describe("RFC 8785", () => {
  test("el ejemplo de la norma", () => {
    const valor = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalize(valor)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test("las claves se ordenan por unidades UTF-16", () => {
    const valor = JSON.parse(
      '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
    );
    expect(Object.values(JSON.parse(canonicalize(valor) ?? ""))).toHaveLength(7);
    expect(
      canonicalize(valor)
        ?.match(/:"([^"]+)"/g)
        ?.map((par) => par.slice(2, -1)),
    ).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  test.each([
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ])("el número %s se escribe %s", (bits, escrito) => {
    const vista = new DataView(new ArrayBuffer(8));
    vista.setBigUint64(0, BigInt(`0x${bits}`));
    expect(canonicalize([vista.getFloat64(0)])).toBe(`[${escrito}]`);
  });
});

describe("la huella", () => {
  test("es el SHA-256 de la forma canónica", () => {
    expect(huella({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  });

  test("la forma canónica es la de la biblioteca, para cualquier valor", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (valor) => {
        expect(formaCanonica(valor)).toBe(canonicalize(valor));
      }),
      { numRuns: 60 },
    );
    expect(formaCanonica({ "9": 1, "10": [{ "2": 1, "1": 2 }] })).toBe('{"10":[{"1":2,"2":1}],"9":1}');
    expect(formaCanonica(JSON.parse('{"b":1,"__proto__":{"a":2}}'))).toBe('{"__proto__":{"a":2},"b":1}');
  });

  test("no normaliza textos ni quita nulos", () => {
    expect(huella({ a: " x" })).not.toBe(huella({ a: "x" }));
    expect(huella({ a: null })).not.toBe(huella({}));
    expect(huella({ a: "\u00e1" })).not.toBe(huella({ a: "a\u0301" }));
  });
});
