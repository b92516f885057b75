import { describe, expect, it } from "vitest";
import type { Expediente } from "@/lib/expediente/formato";
import { GRUPOS, type Lugar, type NombreGrupo } from "@/lib/flujo/campo";
import { esqueletoDe } from "@/lib/flujo/esqueleto";
import { MAPAS } from "@/lib/flujo/mapa";
import { decisionAbierta, lugarAbierto, rutasDe } from "@/lib/flujo/puntero";
import { campoDeRuta } from "@/lib/guia/e3-2025/campos";

const ENVIADO: Expediente = {
  formato: "expediente-cseu/v1",
  ejercicio: 2025,
  institucion: { codigo: "SVA" },
  planOriginal: {
    formato: "plan-cseu/v1",
    ejercicio: 2024,
    institucion: { codigo: "SVA" },
    objetivosEspecificos: [{ id: "OE1" }],
    indicadoresSatisfaccion: [{ id: "IS1" }],
    actividades: [{ id: "A1" }, { id: "A2" }],
  },
  ajustes: [
    { elemento: "OG", componente: "texto", decision: "mantiene" },
    { elemento: "A1", componente: "plazos", decision: "modifica" },
    { elemento: "A2", decision: "elimina" },
  ],
  informe: {
    actividades: [
      {
        actividad: "A1",
        tramites: [{ tramite: "Certificado" }, { tramite: "Reclamo" }],
        componentes: [{ componente: "costos" }, { componente: "plazos" }],
      },
    ],
    indicadoresDesempeno: [{ indicador: "A1.ID1" }],
    indicadoresSatisfaccion: [{ indicador: "IS1" }],
    dificultadesHolguras: [{}, {}],
  },
  difusion: { instancias: [{}] },
};

const lugar = (grupo: NombreGrupo, campo: string, ...clave: string[]): Lugar => ({ grupo, clave, campo });
const ruta = (uno: Lugar, posicion: number | null = null) =>
  rutasDe(uno, ENVIADO, posicion)
    .filter(({ completa }) => completa)
    .map((una) => una.ruta);
const abierto = (reabierto: string[], uno: Lugar, posicion: number | null = null) =>
  lugarAbierto({ reabierto, enviado: ENVIADO }, uno, posicion);

describe("dónde está cada campo en el expediente enviado", () => {
  it.each([
    [lugar("informe", "avances"), null, "/informe/seguimiento/avances"],
    [lugar("actividad", "medioFormatos", "A1"), null, "/informe/actividades/0/medioVerificacion/formatos"],
    [lugar("tramite", "vinculado", "A1", "Reclamo"), null, "/informe/actividades/0/tramites/1/vinculado"],
    [
      lugar("componente", "modificado", "A1", "plazos"),
      null,
      "/informe/actividades/0/componentes/1/modificado",
    ],
    [
      lugar("indicador", "recomendaciones", "IS1"),
      null,
      "/informe/indicadoresSatisfaccion/0/recomendaciones",
    ],
    [lugar("dificultad", "descripcion", "u-u-i-d"), 1, "/informe/dificultadesHolguras/1/descripcion"],
    [lugar("difusion", "actoFecha"), null, "/difusion/cosoc/actoAdministrativo/fecha"],
    [lugar("instancia", "medio", "u-u-i-d"), 0, "/difusion/instancias/0/medio"],
    [lugar("ajuste", "argumento", "A1", "plazos"), null, "/ajustes/1/argumento"],
  ] as const)("%o", (uno, posicion, esperada) => {
    expect(ruta(uno, posicion)).toContain(esperada);
  });

  it("todos los campos que se guardan están en un lugar que el registro de la guía conoce, o son nota propia", () => {
    const propios = ["actividad.custodia", "instancia.audiencia", "ajuste.contenido"];
    for (const [grupo, { campos, clave }] of Object.entries(GRUPOS))
      for (const campo of Object.keys(campos)) {
        const llave =
          {
            actividad: ["A1"],
            tramite: ["A1", "Reclamo"],
            componente: ["A1", "costos"],
            ajuste: ["A1", "plazos"],
          }[grupo as string] ?? (grupo === "indicador" ? ["A1.ID1"] : clave.map(() => "x"));
        const rutas = ruta({ grupo: grupo as NombreGrupo, clave: llave, campo }, 0);
        expect(rutas.length, `${grupo}.${campo}`).toBeGreaterThan(0);
        if (!propios.includes(`${grupo}.${campo}`))
          expect(
            rutas.every((una) => campoDeRuta(una) !== undefined || /^\/planOriginal|\/contenido$/.test(una)),
            `${grupo}.${campo}: ${rutas}`,
          ).toBe(true);
      }
  });

  it("cada campo que otro arrastra existe en su grupo", () => {
    for (const [grupo, { arrastra = {} }] of Object.entries(MAPAS))
      for (const [campo, otros] of Object.entries(arrastra))
        for (const uno of [campo, ...otros])
          expect(Object.keys(GRUPOS[grupo as NombreGrupo].campos)).toContain(uno);
  });
});

describe("qué reabre una devolución", () => {
  it("el campo observado se abre; el de al lado y el de otro elemento, no", () => {
    const reabierto = ["/informe/actividades/0/tramites/0"];
    expect(abierto(reabierto, lugar("tramite", "vinculado", "A1", "Certificado"))).toBe(true);
    expect(abierto(reabierto, lugar("tramite", "vinculado", "A1", "Reclamo"))).toBe(false);
    expect(abierto(reabierto, lugar("actividad", "explicacion", "A1"))).toBe(false);
  });

  it("observar una parte de un campo lo abre entero", () => {
    expect(abierto(["/ajustes/1/contenido/inicio"], lugar("ajuste", "contenido", "A1", "plazos"))).toBe(true);
  });

  it("con la respuesta se abre lo que ella obliga a escribir (EJE-03, DES-06)", () => {
    expect(
      abierto(["/informe/actividades/0/ejecutadaSegunDescripcion"], lugar("actividad", "explicacion", "A1")),
    ).toBe(true);
    const medir = ["/informe/indicadoresDesempeno/0/numerador"];
    expect(abierto(medir, lugar("indicador", "analisisBrechas", "A1.ID1"))).toBe(true);
    expect(abierto(medir, lugar("indicador", "recomendaciones", "A1.ID1"))).toBe(false);
    expect(abierto(medir, lugar("indicador", "analisisBrechas", "IS1"))).toBe(false);
  });

  it("lo que la versión no tenía se abre con su lista, y en el informe también con el plan", () => {
    const nueva = lugar("actividad", "explicacion", "A3");
    expect(abierto(["/informe/seguimiento"], nueva)).toBe(false);
    expect(abierto(["/informe/actividades"], nueva)).toBe(true);
    expect(abierto(["/ajustes/1"], nueva)).toBe(true);
    expect(abierto(["/informe/dificultadesHolguras/1"], lugar("dificultad", "tipo", "x"), 5)).toBe(false);
    expect(abierto(["/informe/dificultadesHolguras"], lugar("dificultad", "tipo", "x"), null)).toBe(true);
  });

  it("un componente sin ajuste se abre por donde lo dice el plan original", () => {
    const costos = lugar("ajuste", "contenido", "A1", "costos");
    expect(abierto(["/planOriginal/actividades/0/costos"], costos)).toBe(true);
    expect(abierto(["/planOriginal/actividades/0/plazos"], costos)).toBe(false);
    const areas = lugar("ajuste", "contenido", "A1", "areasResponsables");
    expect(abierto(["/planOriginal/actividades/0/participantes"], areas)).toBe(true);
  });

  it("la decisión se abre con su ajuste o su componente, no con su argumento", () => {
    const decision = (reabierto: string[], elemento: string, componente: string | null) =>
      decisionAbierta({ reabierto, enviado: ENVIADO }, elemento, componente);
    expect(decision(["/ajustes/1"], "A1", "plazos")).toBe(true);
    expect(decision(["/ajustes/1/argumento"], "A1", "plazos")).toBe(false);
    expect(decision(["/ajustes/0"], "A1", "plazos")).toBe(false);
    expect(decision(["/ajustes/2"], "A2", null)).toBe(true);
    expect(decision(["/planOriginal/actividades/0/plazos"], "A1", null)).toBe(false);
    expect(decision(["/planOriginal/objetivoGeneral"], "OG", "texto")).toBe(true);
    expect(decision(["/ajustes"], "A9", null)).toBe(true);
  });

  it("con el esqueleto que recibe el navegador se responde lo mismo que con el expediente", () => {
    const lugares = [
      lugar("actividad", "explicacion", "A1"),
      lugar("tramite", "vinculado", "A1", "Reclamo"),
      lugar("indicador", "analisisBrechas", "IS1"),
      lugar("ajuste", "contenido", "A1", "plazos"),
      lugar("ajuste", "contenido", "A1", "costos"),
      lugar("dificultad", "tipo", "x"),
      lugar("difusion", "actoFecha"),
    ];
    const esqueleto = esqueletoDe(ENVIADO);
    for (const reabierto of [
      "/informe",
      "/ajustes/1",
      "/planOriginal/actividades/0",
      "/informe/indicadoresSatisfaccion/0/medido",
      "/difusion/cosoc",
      "/informe/dificultadesHolguras/1",
      "/informe/actividades/0/tramites/1",
    ])
      for (const uno of lugares)
        expect(
          lugarAbierto({ reabierto: [reabierto], enviado: esqueleto }, uno, 1),
          `${reabierto} ${uno.campo}`,
        ).toBe(lugarAbierto({ reabierto: [reabierto], enviado: ENVIADO }, uno, 1));
  });
});
