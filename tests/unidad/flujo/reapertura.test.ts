import { describe, expect, it } from "vitest";
import { algoReabierto, estaReabierto, lugaresDeObservacion, simplificar } from "@/lib/flujo/reapertura";

describe("lo que reabre una devolución", () => {
  it("abre el lugar observado y todo lo que está bajo él, y nada a su lado", () => {
    const reabierto = ["/informe/indicadoresDesempeno/3"];
    expect(estaReabierto(reabierto, "/informe/indicadoresDesempeno/3")).toBe(true);
    expect(estaReabierto(reabierto, "/informe/indicadoresDesempeno/3/numerador")).toBe(true);
    expect(estaReabierto(reabierto, "/informe/indicadoresDesempeno/30")).toBe(false);
    expect(estaReabierto(reabierto, "/informe/indicadoresDesempeno")).toBe(false);
    expect(estaReabierto(reabierto, "/difusion")).toBe(false);
  });

  it("con el puntero vacío abre todo, y sin lugares no abre nada", () => {
    expect(estaReabierto([""], "/difusion/cosoc/homologado")).toBe(true);
    expect(estaReabierto([], "/difusion")).toBe(false);
  });

  it("deja entrar a la sección que contiene un lugar abierto", () => {
    expect(algoReabierto(["/informe/indicadoresDesempeno/3"], "/informe")).toBe(true);
    expect(algoReabierto(["/informe/indicadoresDesempeno/3"], "/informe/seguimiento")).toBe(false);
  });

  it("una observación de todo el requisito abre sus lugares y no los del otro", () => {
    expect(lugaresDeObservacion({ requisito: "E3O1RT2", ruta: "" })).toEqual(["/difusion"]);
    expect(lugaresDeObservacion({ requisito: "E3O1RT1", ruta: "/ajustes/2" })).toEqual(["/ajustes/2"]);
  });

  it("no guarda lo que otro lugar ya cubre", () => {
    expect(simplificar(["/informe/seguimiento/avances", "/informe", "/difusion", "/informe"])).toEqual([
      "/difusion",
      "/informe",
    ]);
    expect(simplificar(["/informe", "/difusion", ""])).toEqual([""]);
  });
});
