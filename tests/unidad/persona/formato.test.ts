import { describe, expect, test } from "vitest";
import { esquemaInvitacion, esquemaTraspaso, nombreDePersona } from "@/lib/casos/persona/formato";

const INVITACION = { correo: "ana@servicio.cl", nombre: "Ana Rojas", rol: "lector" };

describe("el nombre de una persona", () => {
  const nombre = nombreDePersona("Falta.");
  const falta = (texto: string) => nombre.safeParse(texto).error?.issues[0]?.message;

  test("es una línea: los saltos y los espacios repetidos se juntan", () => {
    expect(nombre.parse("  Ana\r\n\r\nRojas\u2028 \tPinto\u0000 ")).toBe("Ana Rojas Pinto");
    expect(falta(" \n ")).toBe("Falta.");
    expect(falta("a".repeat(201))).toBe("Hasta 200 caracteres.");
  });

  test("no lleva direcciones web: llegarían como nuestras en el saludo", () => {
    expect(falta("Ana, gane en https://malo.example")).toContain("sin direcciones web");
    expect(falta("Ana https:\n//malo.example")).toBeUndefined();
    for (const esquema of [esquemaInvitacion, esquemaTraspaso]) {
      const leido = esquema.safeParse({
        ...INVITACION,
        membresia: "0b6e3c1e-6f4b-4f0e-9a53-0d6a1c1f3f10",
        nombre: "Ana\n\nhttp://malo.example",
      });
      expect(leido.error?.issues.map(({ path }) => path.join("."))).toEqual(["nombre"]);
    }
  });
});
