import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { faltasDeArchivo, leerArbol } from "@/tests/apoyo/recorrerApp";

const APP = fileURLToPath(new URL("../../../app", import.meta.url));
const COMPONENTES = fileURLToPath(new URL("../../../components", import.meta.url));

// The gallery of components exists in development alone and draws nothing of anybody.
const FUERA = ["(desarrollo)/"];

describe("la puerta única", () => {
  it("toda página, ruta y acción de app/ está hecha con ella", () => {
    const archivos = leerArbol(APP).filter(({ ruta }) => !FUERA.some((prefijo) => ruta.startsWith(prefijo)));
    expect(archivos.length).toBeGreaterThan(20);
    expect(archivos.flatMap(faltasDeArchivo)).toEqual([]);
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
  ])("rechaza %s hecho de otra forma: %s", (ruta, texto) => {
    expect(faltasDeArchivo({ ruta, texto })).not.toEqual([]);
  });
});
