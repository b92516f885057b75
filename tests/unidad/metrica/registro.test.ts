import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { leerCatalogo, nombreDeCaso } from "@/lib/borde/nombreDeCaso";
import { anotable } from "@/lib/borde/registro";
import { contarSolicitud, medidor } from "@/lib/metrica/medidor";
import { textoPrometheus } from "@/lib/metrica/prometheus";

describe("lo que se anota de un error", () => {
  test("qué fue y dónde, sin lo que alguien escribió", () => {
    const causa = Object.assign(
      new Error(
        'duplicate key value violates unique constraint "usuario_correo_key"\nKey (correo)=(ana.rojas@sva.example)',
      ),
      { code: "23505", detail: "Key (correo)=(ana.rojas@sva.example) already exists." },
    );
    const error = new Error(
      'invalid input syntax for type uuid: "mi texto" de 12.345.678-5 <ana.rojas@sva.example>',
      { cause: causa },
    );
    const texto = JSON.stringify(anotable(error));
    for (const dato of ["ana.rojas", "mi texto", "12.345.678-5"]) expect(texto).not.toContain(dato);
    expect(anotable(error)).toMatchObject({ tipo: "Error", causa: { codigo: "23505" } });
    expect(anotable(error).pila[0]).toMatch(/^\s+at /);
  });

  test("un error que la cola de trabajos copió en un objeto dice lo mismo, y no sus datos", () => {
    const copia = { message: "terminating connection", code: "57P01", queue: "correo", data: "mi texto" };
    expect(anotable(copia)).toEqual({ tipo: "Error", codigo: "57P01", mensaje: copia.message, pila: [] });
  });

  test("lo que no es un error tampoco se copia", () => {
    expect(JSON.stringify(anotable("clave: secreta"))).not.toContain("secreta");
  });
});

describe("el nombre de una solicitud", () => {
  const carpeta = mkdtempSync(join(tmpdir(), "cseu-catalogo-"));
  afterAll(() => rmSync(carpeta, { recursive: true }));
  mkdirSync(join(carpeta, "server"));
  writeFileSync(
    join(carpeta, "routes-manifest.json"),
    JSON.stringify({
      staticRoutes: [{ page: "/ingresar", regex: "^/ingresar$" }],
      dynamicRoutes: [{ page: "/clave/[token]", regex: "^/clave/([^/]+?)(?:/)?$" }],
    }),
  );
  writeFileSync(
    join(carpeta, "server/server-reference-manifest.json"),
    JSON.stringify({
      node: {
        "7f": { filename: "app/institucion/[codigo]/plan/acciones.ts", exportedName: "decidirAjuste" },
      },
    }),
  );
  const catalogo = leerCatalogo(carpeta);
  const nombre = (metodo: string, ruta: string, accion?: string) =>
    nombreDeCaso(catalogo, { metodo, ruta, accion });

  test("sale de lo que la versión tiene, nunca de la dirección", () => {
    expect(nombre("GET", "/ingresar")).toBe("GET /ingresar");
    expect(nombre("GET", "/clave/secreto-de-alguien")).toBe("GET /clave/[token]");
    expect(nombre("POST", "/institucion/SVA/plan", "7f")).toBe(
      "accion institucion/[codigo]/plan decidirAjuste",
    );
    expect(nombre("POST", "/x", "inventada")).toBe("accion desconocida");
    expect(nombre("GET", "/inventada/por/alguien")).toBe("otra");
    expect(nombre("INVENTADO", "/ingresar")).toBe("OTRO /ingresar");
    expect(nombreDeCaso(leerCatalogo("no existe"), { metodo: "GET", ruta: "/ingresar" })).toBe("otra");
  });
});

test("las duraciones se acumulan en tramos, como las lee Prometheus", () => {
  for (const ms of [5, 40, 250, 20_000]) contarSolicitud("GET /prueba", 200, ms);
  contarSolicitud("GET /prueba", 503, 1);
  const texto = textoPrometheus(medidor(), [
    { nombre: "x", tipo: "gauge", ayuda: "y", muestras: [{ rotulos: { a: 'c"d\\e' }, valor: 1 }] },
  ]);
  expect(texto).toContain('cseu_solicitudes_total{caso="GET /prueba",estado="2xx"} 4\n');
  expect(texto).toContain('cseu_solicitudes_total{caso="GET /prueba",estado="5xx"} 1\n');
  expect(texto).toContain('cseu_solicitud_segundos_bucket{caso="GET /prueba",le="0.05"} 3\n');
  expect(texto).toContain('cseu_solicitud_segundos_bucket{caso="GET /prueba",le="0.3"} 4\n');
  expect(texto).toContain('cseu_solicitud_segundos_bucket{caso="GET /prueba",le="+Inf"} 5\n');
  expect(texto).toContain('x{a="c\\"d\\\\e"} 1\n');
});
