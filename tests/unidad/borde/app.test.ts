import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { EXCEPCIONES, faltasDeArchivo, leerArbol } from "@/tests/apoyo/recorrerApp";

const APP = fileURLToPath(new URL("../../../app", import.meta.url));
const COMPONENTES = fileURLToPath(new URL("../../../components", import.meta.url));

describe("la puerta única", () => {
  it("toda página, disposición, ruta y acción de app/ está hecha con ella", () => {
    const archivos = leerArbol(APP);
    expect(archivos.length).toBeGreaterThan(20);
    expect(archivos.flatMap(faltasDeArchivo)).toEqual([]);
  });

  it("las excepciones existen, y la de desarrollo no se dibuja en producción", () => {
    const archivos = leerArbol(APP);
    for (const ruta of Object.keys(EXCEPCIONES))
      expect(
        archivos.some((archivo) => archivo.ruta === ruta),
        ruta,
      ).toBe(true);
    const enDesarrollo = archivos.filter(({ ruta }) => /^\(desarrollo\)\/.*page\.tsx$/.test(ruta));
    expect(enDesarrollo.map(({ ruta }) => ruta)).toEqual(["(desarrollo)/componentes/page.tsx"]);
    for (const { texto } of enDesarrollo)
      expect(texto).toMatch(/\{\s*if \(process\.env\.NODE_ENV === "production"\) notFound\(\);/);
  });

  it("ningún componente define acciones de servidor por su cuenta", () => {
    expect(leerArbol(COMPONENTES).filter(({ texto }) => /["']use server["']/.test(texto))).toEqual([]);
  });

  it("nadie usa el servidor de otra forma: sin Pages Router ni middleware aparte", () => {
    const nombres = leerArbol(APP).map(({ ruta }) => ruta.split("/").at(-1));
    expect(nombres).not.toContain("middleware.ts");
  });

  it.each([
    ["page.tsx", "export default function Pagina() { return null; }"],
    ["page.tsx", "export default definirPagina({});\nexport async function generateMetadata() {}"],
    ["page.tsx", "export { Pagina as default } from './otra';"],
    ["page.tsx", "const x = 1;"],
    ["route.ts", "export async function GET() { return new Response(); }"],
    ["route.ts", "export const POST = async () => new Response();"],
    ["acciones.ts", '"use server";\nexport async function borrar() {}'],
    ["acciones.ts", '"use server";\nexport const borrar = otra;'],
    ["vista.tsx", 'export function F() { async function a() { "use server"; } }'],
    ["page.tsx", "export default definirPaginaPublica({ ver: () => null });"],
    ["a/layout.tsx", "export default function Marco({ children }) { return children; }"],
    ["a/layout.tsx", "export default definirDisposicionInstitucion({});\nexport const dynamic = 1;"],
    ["a/layout.tsx", "const x = 1;"],
    ["layout.tsx", 'import { obtenerSesion } from "@/lib/sesion/sesion";'],
    ["template.tsx", "export default function Marco() { return null; }"],
    ["a/default.tsx", "export default function Nada() { return null; }"],
    ["a/loading.tsx", "export default function Espera() { return null; }"],
    ["robots.ts", "export default function robots() { return {}; }"],
    ["not-found.tsx", 'import { leerInicio } from "@/lib/casos/institucion/inicio";'],
  ])("rechaza %s hecho de otra forma: %s", (ruta, texto) => {
    expect(faltasDeArchivo({ ruta, texto })).not.toEqual([]);
  });
});
