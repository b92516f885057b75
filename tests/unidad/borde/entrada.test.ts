import { describe, expect, it } from "vitest";
import { z } from "zod";
import { rutaLocal } from "@/lib/borde/cookieSesion";
import { aObjeto, claveDe, codigoDe, intentoDe, valoresQueVuelven } from "@/lib/borde/entrada";
import { leerInstanteChile } from "@/lib/borde/instante";
import { esMismoOrigen, origenDe } from "@/lib/borde/origen";
import { estadoHttp, parsear } from "@/lib/borde/respuesta";
import { permiteRitmo } from "@/lib/borde/ritmo";

describe("lo que llega de un formulario", () => {
  it("los nombres repetidos son listas, y lo de Next no pasa", () => {
    const datos = new FormData();
    datos.append("a", "1");
    datos.append("b", "1");
    datos.append("b", "2");
    datos.append("c[]", "solo");
    datos.append("$ACTION_ID_x", "y");
    expect(aObjeto(datos)).toEqual({ a: "1", b: ["1", "2"], c: ["solo"] });
    expect(aObjeto(null)).toEqual({});
    expect(aObjeto("texto")).toEqual({});
  });

  it("lo escrito vuelve, los secretos no", () => {
    expect(valoresQueVuelven({ correo: "a@b.cl", clave: "s", _clave: "x", lista: [1] }, ["clave"])).toEqual({
      correo: "a@b.cl",
    });
  });

  it("claves y códigos mal formados no llegan a la base", () => {
    expect(claveDe({ _clave: "1' OR 1=1" })).toBeUndefined();
    expect(codigoDe("../otra")).toBeUndefined();
    expect(codigoDe({ $ne: 1 })).toBeUndefined();
    expect(codigoDe("SVA-01")).toBe("SVA-01");
  });

  it("un intento es su clave y lo que vino con ella, sin los secretos", () => {
    const _clave = "b0b0b0b0-0000-4000-8000-000000000001";
    const de = (texto: string, clave = "s") => intentoDe({ _clave, texto, clave }, ["clave"]);
    expect(de("a")).toEqual(de("a", "otra"));
    expect(de("a")).not.toEqual(de("b"));
    expect(de("a").clave).toBe(_clave);
    expect(intentoDe({ texto: "a" })).toEqual({});
  });

  it("el carácter nulo, que la base no puede guardar, no pasa de la puerta", () => {
    const esquema = z.object({ texto: z.string(), lista: z.array(z.string()), n: z.number() });
    const leida = parsear(esquema, { texto: "a\0b", lista: ["\0", "c"], n: 1 });
    expect(leida).toEqual({ ok: true, valor: { texto: "ab", lista: ["", "c"], n: 1 } });
  });

  it("medio carácter pasa como lo que se ve", () => {
    expect(parsear(z.string(), "corte \ud83d")).toEqual({ ok: true, valor: "corte \ufffd" });
  });

  it("las faltas vienen por campo y en español", () => {
    const leida = parsear(z.object({ anio: z.number(), lista: z.array(z.string()) }), {
      anio: "x",
      lista: [1],
    });
    expect(leida).toMatchObject({ ok: false, falla: { codigo: "entrada_invalida" } });
    expect(Object.keys((!leida.ok && leida.falla.campos) || {})).toEqual(["anio", "lista.0"]);
    expect(JSON.stringify(leida)).toMatch(/inválid/i);
  });
});

describe("volver donde se estaba", () => {
  it.each([
    "https://malo.example",
    "//malo.example",
    "/\\malo.example",
    "/.//malo.example/x",
    "/a/..//malo.example",
    "/%2e//malo.example",
    "javascript:alert(1)",
    "/a\nb",
    "",
    undefined,
    4,
  ])("%s lleva al inicio", (texto) => expect(rutaLocal(texto)).toBe("/inicio"));
  it("una dirección propia se respeta", () => {
    expect(rutaLocal("/institucion/SVA/plan?ver=1#x")).toBe("/institucion/SVA/plan?ver=1#x");
  });
});

describe("lo que cambia algo debe venir de nuestras páginas", () => {
  const casa = "https://cseu.example";
  it.each([
    [{ "sec-fetch-site": "same-origin" }, true],
    [{ "sec-fetch-site": "cross-site", origin: casa }, false],
    [{ "sec-fetch-site": "same-site" }, false],
    [{ "sec-fetch-site": "none" }, false],
    [{ origin: casa, host: "interno:3000" }, true],
    [{ origin: "https://malo.example", host: "cseu.example" }, false],
    [{ origin: "null", host: "cseu.example" }, false],
    [{}, false],
  ])("%j → %s", (cabeceras, esperado) => {
    expect(esMismoOrigen(new Headers(cabeceras as Record<string, string>), casa)).toBe(esperado);
  });

  it("la dirección del cliente es la que escribió el último intermediario", () => {
    expect(origenDe(new Headers({ "x-forwarded-for": "1.1.1.1, 2.2.2.2" }))).toBe("2.2.2.2");
    expect(origenDe(new Headers())).toBe("local");
  });
});

describe("ritmo y estados", () => {
  it("deja pasar hasta el máximo de la ventana y vuelve a empezar", () => {
    const ritmo = { maximo: 2, segundos: 10 };
    expect([0, 1, 2].map((ms) => permiteRitmo("yo", ritmo, ms))).toEqual([true, true, false]);
    expect(permiteRitmo("otra", ritmo, 3)).toBe(true);
    expect(permiteRitmo("yo", ritmo, 10_000)).toBe(true);
  });

  it("cada código tiene su estado", () => {
    expect(
      ["no_encontrado", "sin_sesion", "conflicto_version", "demasiadas_solicitudes", "otra"].map(estadoHttp),
    ).toEqual([404, 401, 409, 429, 422]);
    expect(estadoHttp("toString")).toBe(422);
  });
});

describe("fechas escritas en hora de Chile", () => {
  it("el 30 de junio es horario de invierno y el 31 de diciembre de verano", () => {
    expect(leerInstanteChile("30/06/2025", "23:59")?.toISOString()).toBe("2025-07-01T03:59:00.000Z");
    expect(leerInstanteChile("31/12/2025", "23:59")?.toISOString()).toBe("2026-01-01T02:59:00.000Z");
  });
  it.each([
    ["31/02/2025", "10:00"],
    ["30/06/2025", "25:00"],
    ["", ""],
    ["hoy", "10:00"],
  ])("%s %s no es", (fecha, hora) => {
    expect(leerInstanteChile(fecha, hora)).toBeNull();
  });
});
