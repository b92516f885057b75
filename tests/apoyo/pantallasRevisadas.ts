import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { leerArbol } from "./recorrerApp";

const APP = fileURLToPath(new URL("../../app", import.meta.url));
const ANOTADAS = fileURLToPath(new URL("../resultados/pantallas.txt", import.meta.url));

/** Pages that only lead to another, and the one that exists in development alone. */
const NO_SE_VEN = ["/", "/inicio", "/componentes"];

/** Notes that the screen at this address was looked at for what every screen owes. */
export function anotarPantalla(ruta: string): void {
  mkdirSync(dirname(ANOTADAS), { recursive: true });
  appendFileSync(ANOTADAS, `${ruta}\n`);
}

const esVariable = (parte: string) => parte.startsWith("[");

/** Every page of app/ that somebody sees, as `/institucion/[codigo]/plan`; those with fewer variable parts first. */
function paginas(): string[] {
  const variables = (pagina: string) => pagina.split("/").filter(esVariable).length;
  return leerArbol(APP)
    .filter(({ ruta }) => ruta.endsWith("page.tsx"))
    .map(({ ruta }) => `/${ruta}`.replace(/\/page\.tsx$/, "").replace(/\/\([^)]*\)/g, "") || "/")
    .filter((pagina) => !NO_SE_VEN.includes(pagina))
    .sort((a, b) => variables(a) - variables(b));
}

function esDe(pagina: string, ruta: string): boolean {
  const [suyas, dadas] = [pagina.split("/"), ruta.split("/")];
  return suyas.length === dadas.length && suyas.every((parte, i) => esVariable(parte) || parte === dadas[i]);
}

/** The pages of app/ that the tests of this run looked at (axe, 320 px, keyboard), and those that none did. */
export function pantallasRevisadas(): { revisadas: string[]; faltan: string[] } {
  const todas = paginas();
  const rutas = existsSync(ANOTADAS) ? readFileSync(ANOTADAS, "utf8").split("\n") : [];
  const vistas = new Set(rutas.map((ruta) => todas.find((pagina) => esDe(pagina, ruta))));
  return {
    revisadas: todas.filter((pagina) => vistas.has(pagina)),
    faltan: todas.filter((pagina) => !vistas.has(pagina)),
  };
}
