// Some registries hold only the Linux builds of native packages; npm then leaves the other platforms
// out of the lock file and `npm ci` refuses it. This writes the missing optional entries back, without
// integrity. Run after changing a dependency: node .ci/completar-candado.mjs
import { readFileSync, writeFileSync } from "node:fs";

const SISTEMAS = [
  "android",
  "darwin",
  "freebsd",
  "linux",
  "openharmony",
  "win32",
  "netbsd",
  "openbsd",
  "sunos",
  "aix",
];
const PROCESADORES = ["arm64", "arm", "x64", "ia32", "riscv64", "ppc64", "s390x", "loong64", "wasm32"];

const ruta = new URL("../package-lock.json", import.meta.url);
const candado = JSON.parse(readFileSync(ruta, "utf8"));
let agregados = 0;
for (const paquete of Object.values(candado.packages)) {
  for (const [nombre, version] of Object.entries(paquete.optionalDependencies ?? {})) {
    const lugar = `node_modules/${nombre}`;
    const partes = nombre.split("/").at(-1).split("-");
    const os = SISTEMAS.filter((s) => partes.includes(s));
    const cpu = PROCESADORES.filter((p) => partes.includes(p));
    if (candado.packages[lugar] || (os.length === 0 && cpu.length === 0)) continue;
    candado.packages[lugar] = {
      version,
      optional: true,
      ...(cpu.length > 0 && { cpu }),
      ...(os.length > 0 && { os }),
      ...(partes.includes("musl") && { libc: ["musl"] }),
    };
    agregados++;
  }
}
candado.packages = Object.fromEntries(Object.entries(candado.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(ruta, `${JSON.stringify(candado, null, 2)}\n`);
console.log(`${agregados} entradas agregadas a package-lock.json`);
