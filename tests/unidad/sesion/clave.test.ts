import { describe, expect, it } from "vitest";
import { esClave, resumirClave } from "@/lib/sesion/clave";
import { faltaEnClave } from "@/lib/sesion/claveComun";

const correo = "ana.rojas@servicio.cl";

describe("elegir una clave", () => {
  it.each([
    "mi perro ladra fuerte",
    "caballo correcto bateria grapa",
    "ñandú útil äöü 12",
    "Tr0ub4dor&3x9Kq",
  ])("acepta «%s»: no hay reglas de composición", (clave) => {
    expect(faltaEnClave(clave, correo)).toBeNull();
  });

  it.each([
    ["corta", "once letras"],
    ["de las más comunes", "qwertyuiop123"],
    ["común con cifras y signos alrededor", "Password2025!"],
    ["la palabra de siempre", "contraseña2025"],
    ["puros dígitos", "202520252026"],
    ["una repetición", "abcabcabcabc"],
    ["su propio correo", "ana.rojas@servicio.cl"],
    ["su propia cuenta", "ana.rojas12345"],
  ])("rechaza una %s", (_por, clave) => {
    expect(faltaEnClave(clave, correo)).toEqual(expect.any(String));
  });

  it("cuenta caracteres como los cuenta una persona", () => {
    expect(faltaEnClave("😀".repeat(11), correo)).toMatch(/tiene 11/);
  });
});

describe("comprobar una clave", () => {
  it("argon2id con los parámetros acordados; la misma en otra forma Unicode también entra", async () => {
    const resumen = await resumirClave("señal de otoño");
    expect(resumen).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await esClave("señal de otoño".normalize("NFD"), resumen)).toBe(true);
    expect(await esClave("otra cosa", resumen)).toBe(false);
  });

  it("sin cuenta, o con un resumen dañado, responde que no", async () => {
    expect(await esClave("una clave que nadie tiene", null)).toBe(false);
    expect(await esClave("x", "no es un resumen")).toBe(false);
  });
});
