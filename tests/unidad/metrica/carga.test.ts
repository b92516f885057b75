import { describe, expect, test } from "vitest";
import { claseDe, respuestaDeSobrecarga, seCede } from "@/lib/borde/sobrecarga";
import { type Nivel, nivelDeCarga } from "@/lib/metrica/carga";

const UMBRALES = { demoraMs: 400, esperaGeneral: 100, esperaGuardado: 500 };
const nivel = (
  figuras: Partial<{ demoraMs: number; esperaGeneral: number; esperaGuardado: number }>,
  previo: Nivel = 0,
) => nivelDeCarga({ demoraMs: 0, esperaGeneral: 0, esperaGuardado: 0, ...figuras }, UMBRALES, previo);

describe("cuánta carga hay", () => {
  test("las lecturas se ceden antes que los guardados, por demora o por espera", () => {
    expect(nivel({ demoraMs: 399, esperaGeneral: 99, esperaGuardado: 124 })).toBe(0);
    expect(nivel({ esperaGuardado: 125 })).toBe(1);
    expect(nivel({ esperaGuardado: 499 })).toBe(1);
    expect(nivel({ demoraMs: 400 })).toBe(1);
    expect(nivel({ esperaGeneral: 100 })).toBe(1);
    expect(nivel({ esperaGeneral: 100_000 })).toBe(1);
    expect(nivel({ esperaGuardado: 500 })).toBe(2);
    expect(nivel({ demoraMs: 1600 })).toBe(2);
  });

  test("lo cedido vuelve a la mitad de la carga que lo quitó, no antes", () => {
    expect(nivel({ demoraMs: 250 }, 1)).toBe(1);
    expect(nivel({ demoraMs: 199 }, 1)).toBe(0);
    expect(nivel({ esperaGuardado: 250 }, 2)).toBe(2);
    expect(nivel({ esperaGuardado: 249 }, 2)).toBe(1);
    expect(nivel({ esperaGuardado: 62 }, 1)).toBe(0);
  });
});

describe("qué se cede", () => {
  const clase = (metodo: string, ruta: string, cabeceras: Record<string, string> = {}) =>
    claseDe({ metodo, ruta, cabeceras: new Headers(cabeceras) });

  test("páginas y descargas son lecturas; los campos y las partes de archivos, guardados que se repiten", () => {
    expect(clase("GET", "/institucion/SVA/plan")).toBe("lectura");
    expect(clase("GET", "/institucion/SVA/plan/plan.pdf")).toBe("lectura");
    expect(clase("GET", "/institucion/SVA/plan", { rsc: "1", "next-router-prefetch": "1" })).toBe("lectura");
    expect(clase("POST", "/campo")).toBe("guardado");
    expect(clase("PUT", "/institucion/SVA/archivo/subida/7d5a")).toBe("guardado");
  });

  test("nunca una firma, un ingreso, lo que mira el operador ni la página en que se está escribiendo", () => {
    expect(clase("POST", "/institucion/SVA/comite/plan", { "next-action": "7f" })).toBe("siempre");
    for (const ruta of [
      "/ingresar",
      "/ingresar/con/claveunica",
      "/salud",
      "/metricas",
      "/_next/static/a.js",
      "/icono.svg",
    ])
      expect(clase("GET", ruta)).toBe("siempre");
    const enLaMisma = { rsc: "1", referer: "https://cseu.example/institucion/SVA/informe?x=1" };
    expect(clase("GET", "/institucion/SVA/informe", enLaMisma)).toBe("siempre");
    expect(clase("GET", "/institucion/SVA/plan", enLaMisma)).toBe("lectura");
  });

  test("por niveles: nada, lecturas, lecturas y guardados", () => {
    const cedidas = ([0, 1, 2] as const).map((n) =>
      (["lectura", "guardado", "siempre"] as const).filter((una) => seCede(una, n)),
    );
    expect(cedidas).toEqual([[], ["lectura"], ["lectura", "guardado"]]);
  });

  test("la respuesta dice cuándo volver, distinto a cada uno, y a los programas en JSON", async () => {
    const esperas = new Set<string | null>();
    for (let i = 0; i < 50; i++)
      esperas.add(respuestaDeSobrecarga("guardado", new Headers(), "n").headers.get("retry-after"));
    expect(esperas.size).toBeGreaterThan(3);
    const json = respuestaDeSobrecarga("guardado", new Headers({ accept: "*/*" }), "n");
    expect(json.status).toBe(503);
    expect(await json.json()).toMatchObject({
      codigo: "sobrecarga",
      mensaje: expect.stringMatching(/guardado en este equipo/),
    });
    const pagina = respuestaDeSobrecarga("lectura", new Headers({ accept: "text/html" }), "n");
    expect(await pagina.text()).toMatch(/<h1>Estamos recibiendo muchas visitas<\/h1>/);
  });
});
