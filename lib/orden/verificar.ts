// npm run verificar: types, lint and arrows, unit tests. What to run before each commit.
import { decir, ejecutar } from "./consola";
import { conEntorno } from "./entorno";
import { correr, NEXT, programa } from "./proceso";

const PASOS = [
  ["rutas de Next", NEXT, ["typegen"]],
  ["tipos", () => programa("typescript", "bin/tsc"), ["--noEmit"]],
  ["estilo y flechas", () => programa("@biomejs/biome", "bin/biome"), ["check"]],
  [
    "pruebas unitarias",
    () => programa("vitest", "vitest.mjs"),
    ["run", "--config", "tests/vitest.config.ts", "--project", "unidad"],
  ],
] as const;

ejecutar(async () => {
  for (const [nombre, guion, argumentos] of PASOS) {
    decir(`── ${nombre}`);
    const codigo = await correr(guion(), argumentos, conEntorno({}));
    if (codigo !== 0) return codigo;
  }
  return 0;
});
