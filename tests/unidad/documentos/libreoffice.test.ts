import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { formularioXlsx } from "@/lib/documentos";
import { expedienteFicticio, TEXTOS_DIFICILES } from "@/tests/apoyo/expediente-ficticio";
import { leerLibro } from "@/tests/apoyo/leerLibro";

const soffice = (process.env.PATH ?? "")
  .split(delimiter)
  .map((carpeta) => join(carpeta, "soffice"))
  .find(existsSync);

if (!soffice) console.log("Sin soffice en esta máquina: no se prueba que LibreOffice abra los formularios.");

const FORMULARIOS = ["E3O1RT1", "E3O1RT2"] as const;
const { formula, mas, menos, arroba, lineas, comillas } = TEXTOS_DIFICILES;

function expediente() {
  const uno = expedienteFicticio({ actividades: 3, indicadoresPorActividad: 2, destinatarios: 12 });
  const seguimiento = { avances: formula, desafios: mas, resultados: menos, leccionesAprendidas: arroba };
  const [primera, ...otras] = uno.informe?.actividades ?? [];
  if (!primera) throw new Error("El expediente ficticio cambió.");
  const ejecutada = { ejecutadaSegunDescripcion: false, explicacion: `${lineas}\n${comillas}` };
  const actividades = [{ ...primera, ...ejecutada }, ...otras];
  return { ...uno, informe: { ...uno.informe, seguimiento, actividades } };
}

/** LibreOffice opens these workbooks, without a screen and with a profile of its own, and saves them again. */
async function guardarConLibreOffice(libros: Readonly<Record<string, Uint8Array>>) {
  const carpeta = mkdtempSync(join(tmpdir(), "cseu-soffice-"));
  const salida = join(carpeta, "salida");
  try {
    const rutas = Object.entries(libros).map(([nombre, bytes]) => {
      const ruta = join(carpeta, `${nombre}.xlsx`);
      writeFileSync(ruta, bytes);
      return ruta;
    });
    const perfil = `-env:UserInstallation=${pathToFileURL(join(carpeta, "perfil"))}`;
    const argumentos = [perfil, "--headless", "--convert-to", "xlsx", "--outdir", salida, ...rutas];
    // It rejects unless it ends with 0.
    await promisify(execFile)(soffice ?? "", argumentos, { timeout: 120_000 });
    return new Map(
      Object.keys(libros).map((nombre) => [nombre, readFileSync(join(salida, `${nombre}.xlsx`))]),
    );
  } finally {
    rmSync(carpeta, { recursive: true, force: true });
  }
}

/** Every cell that says something, by sheet and address: texts, numbers, and dates as dates. */
async function celdasDe(bytes: Uint8Array) {
  const { libro, formulas } = await leerLibro(bytes);
  const celdas: Record<string, unknown> = {};
  for (const hoja of libro.worksheets)
    hoja.eachRow((fila) =>
      fila.eachCell((celda) => {
        // A line ends in one way in each program.
        const valor = typeof celda.value === "string" ? celda.value.replaceAll("\r\n", "\n") : celda.value;
        if (valor !== null && valor !== "") celdas[`${hoja.name}!${celda.address}`] = valor;
      }),
    );
  return { celdas, formulas };
}

it.runIf(soffice)(
  "LibreOffice abre los dos formularios y los guarda con los mismos textos, números y fechas",
  { timeout: 180_000 },
  async () => {
    const libros: Record<string, Uint8Array> = {};
    for (const uno of FORMULARIOS) libros[uno] = await formularioXlsx(uno, expediente());
    const guardados = await guardarConLibreOffice(libros);
    for (const uno of FORMULARIOS) {
      const [antes, despues] = [
        await celdasDe(libros[uno] ?? new Uint8Array()),
        await celdasDe(guardados.get(uno) ?? new Uint8Array()),
      ];
      expect(despues.celdas, uno).toEqual(antes.celdas);
      expect(despues.formulas, uno).toBe(0);
      // It is not two empty workbooks that agree: there are some of each kind.
      const clases = Object.values(antes.celdas).map((valor) =>
        valor instanceof Date ? "fecha" : typeof valor,
      );
      expect(new Set(clases), uno).toEqual(new Set(["string", "number", "fecha"]));
    }
    const rt1 = await celdasDe(guardados.get("E3O1RT1") ?? new Uint8Array());
    for (const texto of [formula, mas, menos, arroba]) expect(Object.values(rt1.celdas)).toContain(texto);
  },
);
