import { expect, test } from "vitest";
import { estadoHttp, mapearError } from "@/lib/borde/respuesta";
import { ErrorDatos } from "@/lib/datos/errorDatos";

test("si la base no alcanza a atender se dice así, con un 503 y sin número de error", () => {
  const { falla } = mapearError(new ErrorDatos("base_ocupada", "Vuelva en unos segundos."), {
    puerta: "ruta",
  });
  expect(falla).toEqual({ codigo: "base_ocupada", mensaje: "Vuelva en unos segundos." });
  expect(estadoHttp(falla.codigo)).toBe(503);
});
