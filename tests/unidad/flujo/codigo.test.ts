import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codigoNuevo, leerCodigo } from "@/lib/flujo/codigo";

describe("código de verificación", () => {
  test("mil códigos son distintos y no llevan letras que se confunden", () => {
    const codigos = Array.from({ length: 1000 }, codigoNuevo);
    expect(new Set(codigos).size).toBe(1000);
    for (const codigo of codigos)
      expect(codigo).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  });

  test("se lee como una persona lo escriba", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(" ", "-", "", " - "),
        fc.boolean(),
        fc.boolean(),
        (entre, minuscula, letras) => {
          const codigo = codigoNuevo();
          let escrito = codigo.replaceAll("-", entre);
          if (letras) escrito = escrito.replaceAll("0", "O").replaceAll("1", "I");
          expect(leerCodigo(` ${minuscula ? escrito.toLowerCase() : escrito} `)).toBe(codigo);
        },
      ),
    );
  });

  test.each([
    "",
    "7K3M",
    "7K3M-92XA-B4T",
    "7K3M-92XA-B4TDD",
    "7K3M-92XA-B4T*",
    "ñ".repeat(12),
    "U".repeat(12),
  ])("«%s» no es un código", (texto) => {
    expect(leerCodigo(texto)).toBeNull();
  });
});
