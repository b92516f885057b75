import { expect, test } from "vitest";
import { elegido, leerEleccion, nadieElegido, textoDe } from "@/lib/flujo/eleccion";

const SVA = { id: "1", nombre: "Servicio de Valles y Aguas", llave: "SVA" };
const NORTE = { id: "2", nombre: "Dirección (ex Oficina) del Norte (Regional)", llave: "DN-1" };
const GEMELA = { id: "3", nombre: "Servicio de Valles y Aguas", llave: "SVA-2" };

test("lo que escribe la lista vuelve a elegir lo mismo, también con paréntesis en el nombre", () => {
  for (const una of [SVA, NORTE, GEMELA]) expect(elegido(textoDe(una), [SVA, NORTE, GEMELA])).toBe(una);
  expect(leerEleccion(textoDe(NORTE)).llaves).toContain("DN-1");
});

test("el nombre entero elige si nadie más lo tiene, sin importar tildes ni mayúsculas", () => {
  expect(elegido("direccion (EX oficina) del norte (regional)", [SVA, NORTE])).toBe(NORTE);
  expect(elegido("servicio de valles y aguas", [SVA, GEMELA])).toBeNull();
  expect(elegido("sva", [SVA, GEMELA])).toBe(SVA);
});

test("una parte del nombre, o un nombre con la llave de otra, no eligen a nadie", () => {
  expect(elegido("Servicio", [SVA])).toBeNull();
  expect(elegido("Servicio de Montes (SVA)", [SVA])).toBeNull();
  expect(elegido("", [SVA])).toBeNull();
});

test("donde el nombre basta no hay llave que escribir", () => {
  const grupo = { id: "4", nombre: "Norte Grande", llave: null };
  expect(textoDe(grupo)).toBe("Norte Grande");
  expect(elegido("norte grande", [grupo])).toBe(grupo);
  expect(elegido("", [grupo])).toBeNull();
  expect(nadieElegido("norte", [grupo], null)).toBe("Escriba el nombre completo. Coinciden: Norte Grande.");
  expect(nadieElegido("sur", [], null)).toBe("Nada coincide con «sur». Revise lo escrito.");
});

test("cuando nadie fue elegido se dice a cuáles se parece, y que hay más", () => {
  expect(nadieElegido("zzz", [], "el código")).toContain("Nada coincide con «zzz»");
  expect(nadieElegido("serv", [SVA, NORTE], "el código")).toContain(
    "Servicio de Valles y Aguas (SVA); Dirección",
  );
  expect(nadieElegido("serv", Array(6).fill(SVA), "el código")).toMatch(/y más\.$/);
});
