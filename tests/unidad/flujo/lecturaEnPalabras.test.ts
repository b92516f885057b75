import { expect, it } from "vitest";
import { lecturaEnPalabras } from "@/lib/flujo/lecturaEnPalabras";

it.each([
  ["/validacion", "La lista de instituciones asignadas"],
  ["/validacion/SVA", "La ficha de la institución"],
  ["/revision/0b5c?seccion=difusion", "El documento de una versión"],
  ["/institucion/SVA/bitacora?pagina=2", "La bitácora"],
  ["/institucion/SVA/documento/paquete.zip?version=3", "El paquete completo, versión 3"],
  ["/institucion/SVA/documento/e3o1rt2.xlsx?version=1", "El formulario E3O1RT2 en Excel, versión 1"],
])("la lectura de %s se dice «%s»", (que, dicho) => {
  expect(lecturaEnPalabras(que)).toBe(dicho);
});

it("una dirección que no se conoce no se inventa", () => {
  expect(lecturaEnPalabras("/institucion/SVA/otra/cosa")).toBeNull();
});
