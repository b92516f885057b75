import { describe, expect, it } from "vitest";
import {
  algoReabierto,
  estaReabierto,
  loQueSeReabre,
  lugaresDeObservacion,
  simplificar,
  trasladar,
} from "@/lib/flujo/reapertura";

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

  it("lo que pide otra vez el acta del informe abre las instancias, que no pueden ser anteriores a ella", () => {
    const INSTANCIAS = "/difusion/instancias";
    for (const ruta of [
      "/informe/seguimiento/avances",
      "/aprobacionInforme",
      "/ajustes/0",
      "/planOriginal/objetivoGeneral",
    ])
      expect(loQueSeReabre([ruta]).toSorted(), ruta).toEqual([INSTANCIAS, ruta].toSorted());
    expect(loQueSeReabre(["/informe", "/difusion/instancias/0/fecha"])).toEqual([INSTANCIAS, "/informe"]);
    expect(loQueSeReabre([""])).toEqual([""]);
    for (const ruta of ["/difusion/cosoc", "/aprobacionPlan"]) expect(loQueSeReabre([ruta])).toEqual([ruta]);
  });

  it("lleva un lugar a la versión siguiente por lo que identifica a cada elemento, no por su posición", () => {
    const antes = {
      informe: {
        actividades: [{ actividad: "A1" }, { actividad: "A2", tramites: [{ tramite: "Reclamos" }] }],
      },
      ajustes: [{ elemento: "A1", componente: "plazos" }],
      difusion: { instancias: [{ medio: "correo" }, { medio: "afiche" }] },
    };
    const ahora = {
      informe: { actividades: [{ actividad: "A2", tramites: [{ tramite: "Reclamos" }] }] },
      ajustes: [
        { elemento: "A1", componente: "costos" },
        { elemento: "A1", componente: "plazos" },
      ],
      difusion: { instancias: [{ medio: "afiche" }] },
    };
    const llevar = (ruta: string) => trasladar(ruta, antes, ahora);
    expect(llevar("/informe/actividades/1/explicacion")).toBe("/informe/actividades/0/explicacion");
    expect(llevar("/informe/actividades/1/tramites/0/vinculado")).toBe(
      "/informe/actividades/0/tramites/0/vinculado",
    );
    expect(llevar("/ajustes/0/argumento")).toBe("/ajustes/1/argumento");
    // What is gone leaves its list; what nothing identifies keeps its place while there is one.
    expect(llevar("/informe/actividades/0/explicacion")).toBe("/informe/actividades");
    expect(llevar("/difusion/instancias/0/fecha")).toBe("/difusion/instancias/0/fecha");
    expect(llevar("/difusion/instancias/1/fecha")).toBe("/difusion/instancias");
    expect(llevar("/difusion/cosoc/homologado")).toBe("/difusion/cosoc/homologado");
    expect(llevar("")).toBe("");
  });
});
