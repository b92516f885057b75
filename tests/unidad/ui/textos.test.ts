import { describe, expect, it } from "vitest";
import { textoContador } from "@/components/ui/contador";
import { textoInstante } from "@/components/ui/instante";
import { leerTextoFecha, leerTextoNumero } from "@/components/ui/lecturas";
import { paginasVisibles } from "@/components/ui/paginacion";
import { contarCaracteres } from "@/lib/expediente/texto";

describe("contador de caracteres", () => {
  it("cuenta puntos de código: la eñe y un emoji valen uno", () => {
    expect(contarCaracteres("año 😀")).toBe(5);
  });

  it.each([
    [0, 500, "Quedan 500 de 500 caracteres"],
    [499, 500, "Queda 1 de 500 caracteres"],
    [10, 5000, "Quedan 4.990 de 5.000 caracteres"],
    [501, 500, "1 carácter de más"],
    [1730, 500, "1.230 caracteres de más"],
  ])("con %i de %i dice «%s»", (usados, limite, dicho) => {
    expect(textoContador(usados, limite)).toBe(dicho);
  });
});

describe("páginas que se muestran", () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [4, 12, [1, 2, 3, 4, 5, 0, 12]],
    [6, 12, [1, 0, 5, 6, 7, 0, 12]],
    [12, 12, [1, 0, 11, 12]],
  ])("en la %i de %i", (pagina, paginas, vistas) => {
    expect(paginasVisibles(pagina, paginas)).toEqual(vistas);
  });
});

describe("lo que se escribe en un campo", () => {
  it("un número se entiende con coma o con punto, y lo que no es número se marca", () => {
    expect(leerTextoNumero("12.5")).toEqual({ ok: true, eco: "12,5" });
    expect(leerTextoNumero("1234,5")).toEqual({ ok: true, eco: "1.234,5" });
    expect(leerTextoNumero("1.23x").ok).toBe(false);
  });

  it("una fecha se lee como día, mes y año, y una que no existe se marca", () => {
    expect(leerTextoFecha("5-3-2025")).toEqual({ ok: true, eco: "05/03/2025" });
    expect(leerTextoFecha("31/06/2025").ok).toBe(false);
  });
});

describe("un instante", () => {
  it.each([
    ["2025-07-01T03:59:00Z", "30/06/2025, 23:59"],
    ["2026-01-01T02:59:59Z", "31/12/2025, 23:59"],
    ["2025-09-07T04:00:00Z", "07/09/2025, 01:00"],
    ["2025-04-06T04:00:00-04:00", "06/04/2025, 04:00"],
  ])("%s se lee %s en Chile continental", (instante, texto) => {
    expect(textoInstante(instante)).toBe(texto);
  });
});
