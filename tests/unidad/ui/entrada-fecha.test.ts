import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { EntradaFecha } from "@/components/ui/entrada-fecha";

const dibujar = (readOnly: boolean) =>
  renderToStaticMarkup(
    createElement(EntradaFecha, {
      id: "fecha",
      etiqueta: "Fecha",
      value: "",
      onChange: () => undefined,
      readOnly,
    }),
  );

it("una fecha que se puede escribir se elige también en el calendario", () => {
  expect(dibujar(false)).toContain("Elegir en el calendario");
});

it("una fecha cerrada no se puede cambiar desde el calendario", () => {
  expect(dibujar(true)).not.toContain("Elegir en el calendario");
});
