import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expedienteGrande } from "./expedienteGrande";

/** How long `validar` takes on 1,000 files of real size, start of the program included. */
const RAIZ = join(import.meta.dirname, "../..");
const REALES = join(RAIZ, "../shared/datos/expedientes");
const CUANTOS = 1000;
const textos = existsSync(REALES)
  ? readdirSync(REALES).map((nombre) => readFileSync(join(REALES, nombre), "utf8"))
  : [JSON.stringify(expedienteGrande(8, 2))];

const carpeta = mkdtempSync(join(tmpdir(), "cseu-validar-"));
try {
  const archivos = Array.from({ length: CUANTOS }, (_, i) => join(carpeta, `${i}.json`));
  archivos.forEach((archivo, i) => {
    writeFileSync(archivo, textos[i % textos.length] ?? "");
  });
  const inicio = performance.now();
  const { stdout } = await promisify(execFile)(
    "npm",
    ["run", "--silent", "cseu", "--", "validar", ...archivos, "--json"],
    { cwd: RAIZ, maxBuffer: 256 * 2 ** 20 },
  );
  const segundos = (performance.now() - inicio) / 1000;
  const lineas = stdout.trim().split("\n");
  const validos = lineas.filter((linea) => JSON.parse(linea).valido).length;
  const kb = Math.round(textos.reduce((suma, texto) => suma + texto.length, 0) / textos.length / 1024);
  console.log(
    `validar, ${lineas.length} archivos de ${kb} KB: ${segundos.toFixed(2)} s (${validos} válidos)`,
  );
  console.log(
    JSON.stringify({
      prueba: "validar",
      archivos: lineas.length,
      validos,
      kb,
      segundos,
      metaSegundos: 10,
      cumple: segundos < 10,
    }),
  );
} finally {
  rmSync(carpeta, { recursive: true });
}
