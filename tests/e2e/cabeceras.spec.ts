import { fileURLToPath } from "node:url";
import { CABECERAS_DE_SEGURIDAD } from "@/lib/borde/cabeceras";
import { leerArbol } from "../apoyo/recorrerApp";
import { expect } from "./apoyo";
// Only asks: a page opened for each would take most of the time.
import { test } from "./plataforma";

const APP = fileURLToPath(new URL("../../app", import.meta.url));

/** Address of every page and route of app/, its variable parts filled with something. */
const RUTAS = leerArbol(APP)
  .filter(({ ruta }) => /(^|\/)(page\.tsx|route\.ts)$/.test(ruta))
  .map(({ ruta }) =>
    `/${ruta}`
      .replace(/\/(page\.tsx|route\.ts)$/, "")
      .replace(/\/\([^)]*\)/g, "")
      .replace(/\[\[?\.{0,3}(\w+)\]?\]/g, (_todo, nombre: string) => (nombre === "codigo" ? "SVA" : "x")),
  );

test("hay rutas que revisar", () => {
  expect(RUTAS.length).toBeGreaterThan(15);
});

for (const ruta of [...RUTAS, "/no/existe", "/icono.svg"]) {
  test(`${ruta || "/"} lleva sus cabeceras, con sesión o sin ella`, async ({ request }) => {
    const respuesta = await request.get(ruta || "/", { maxRedirects: 0 });
    const cabeceras = respuesta.headers();
    const csp = cabeceras["content-security-policy"] ?? "";
    const script = csp.split("; ").find((directiva) => directiva.startsWith("script-src "));
    expect(script).toMatch(/^script-src 'self' 'nonce-[\w-]+' 'strict-dynamic'$/);
    for (const directiva of ["base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'"])
      expect(csp).toContain(directiva);
    expect(cabeceras["strict-transport-security"]).toMatch(/max-age=63072000/);
    expect(cabeceras["x-content-type-options"]).toBe("nosniff");
    expect(cabeceras["referrer-policy"]).toBe("same-origin");
    expect(cabeceras["x-powered-by"]).toBeUndefined();
    expect(respuesta.status()).toBeLessThan(500);
  });
}

test("lo que contesta por sí mismo, sin página, lleva las suyas y no deja ejecutar nada", async ({
  request,
}) => {
  const respuesta = await request.post("/campo", { data: {} });
  expect(respuesta.status()).toBeGreaterThanOrEqual(400);
  const cabeceras = respuesta.headers();
  for (const [nombre, valor] of Object.entries(CABECERAS_DE_SEGURIDAD)) expect(cabeceras[nombre]).toBe(valor);
});

test("cada página lleva un nonce propio y todos sus scripts lo tienen", async ({ request }) => {
  const leer = async () => {
    const respuesta = await request.get("/ingresar");
    const nonce = /'nonce-([\w-]+)'/.exec(respuesta.headers()["content-security-policy"] ?? "")?.[1] ?? "";
    return { nonce, html: await respuesta.text() };
  };
  const [una, otra] = [await leer(), await leer()];
  expect(una.nonce).not.toBe(otra.nonce);
  const scripts = una.html.match(/<script[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((script) => !script.includes(`nonce="${una.nonce}"`))).toEqual([]);
});

test("/salud dice cómo está y nada secreto", async ({ request }) => {
  const respuesta = await request.get("/salud");
  expect(respuesta.status()).toBe(200);
  expect(await respuesta.json()).toEqual({
    estado: "bien",
    proceso: { segundos: expect.any(Number) },
    base: "bien",
    migraciones: "al_dia",
  });
});

test("lo que cambia algo no se acepta desde otro sitio", async ({ request }) => {
  const ajenas: Record<string, string>[] = [
    { origin: "https://malo.example" },
    { "sec-fetch-site": "cross-site" },
    {},
  ];
  for (const headers of ajenas) {
    const respuesta = await request.post("/sesion/salir", { headers, maxRedirects: 0 });
    expect(respuesta.status()).toBe(403);
  }
});
