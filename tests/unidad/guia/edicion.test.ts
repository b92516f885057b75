import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { esquemaExpediente } from "@/lib/expediente/formato";
import { huella } from "@/lib/expediente/huella";
import { CAMPOS, campoDeRuta } from "@/lib/guia/e3-2025/campos";
import { CATEGORIAS } from "@/lib/guia/e3-2025/categorias";
import { CITAS } from "@/lib/guia/e3-2025/citas";
import { REGLAS } from "@/lib/guia/e3-2025/reglas";
import * as valores from "@/lib/guia/e3-2025/valores";
import { matriz, pruebasDe, reglasPorArchivo } from "@/tests/apoyo/trazabilidad";

const GUIA = new URL("../../../../shared/guia/", import.meta.url);
const hayGuia = existsSync(GUIA);
const aviso = hayGuia ? "" : " (sin ../shared/guia: no se revisa)";

const llano = (texto: string) =>
  texto
    .replaceAll(/\*\*|<[^>]+>|[²³]/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

describe("la edición 2025 de la etapa 3", () => {
  test("publicada, no cambia: otra versión se hace a propósito", () => {
    const edicion = {
      reglas: REGLAS,
      campos: CAMPOS.map(({ esquema, ...campo }) => ({
        ...campo,
        esquema: z.toJSONSchema(esquema, { unrepresentable: "any" }),
      })),
      categorias: CATEGORIAS,
      valores,
    };
    expect(huella(JSON.parse(JSON.stringify(edicion)))).toBe(HUELLA);
  });

  test(`cada cita es una frase literal de la guía${aviso}`, () => {
    if (!hayGuia) return;
    const guia = llano(readFileSync(new URL("guia-etapa3-2025.md", GUIA), "utf8"));
    for (const { frase } of Object.values(CITAS)) expect(guia).toContain(llano(frase));
    for (const { nombre, explicacion } of Object.values(CATEGORIAS))
      expect(guia).toContain(llano(`${nombre}: ${explicacion}`));
  });

  test(`la tabla tiene las reglas de la guía, con su nivel${aviso}`, () => {
    if (!hayGuia) return;
    const tabla = readFileSync(new URL("reglas.md", GUIA), "utf8");
    const escritas = [...tabla.matchAll(/^\| ([A-Z]+-\d\d(?:, [A-Z]+-\d\d)*) \| (error|aviso) \|/gm)].flatMap(
      ([, codigos, nivel]) => (codigos ?? "").split(", ").map((codigo) => `${codigo} ${nivel}`),
    );
    expect(REGLAS.map(({ codigo, nivel }) => `${codigo} ${nivel}`).sort()).toEqual(escritas.sort());
  });
});

/**
 * Leaves of the format that are not fields: they say what a file is, or where the content of an adjustment goes. Both
 * acts have one format, and only that of the plan declares coherence with the diagnosis.
 */
const NO_SON_CAMPOS =
  /^\/(formato|ejercicio|institucion|planOriginal\/(formato|institucion)|ajustes\/\*\/contenido|aprobacionInforme\/declara)/;

function hojas(esquema: unknown, ruta: string): [string, unknown][] {
  let interior = esquema;
  while (interior instanceof z.ZodOptional || interior instanceof z.ZodNullable) interior = interior.unwrap();
  if (campoDeRuta(ruta.replaceAll("*", "0"))) return [[ruta, esquema]];
  if (interior instanceof z.ZodObject)
    return Object.entries(interior.shape).flatMap(([llave, hijo]) => hojas(hijo, `${ruta}/${llave}`));
  if (interior instanceof z.ZodArray) return hojas(interior.element, `${ruta}/*`);
  return [[ruta, esquema]];
}

describe("el registro de campos", () => {
  const delFormato = hojas(esquemaExpediente, "").filter(([ruta]) => !NO_SON_CAMPOS.test(ruta));

  test("tiene todos los campos del formato y ninguno más, con el mismo esquema", () => {
    expect(delFormato.map(([ruta]) => ruta.slice(1)).sort()).toEqual(CAMPOS.map(({ id }) => id).sort());
    for (const [ruta, esquema] of delFormato) {
      const campo = campoDeRuta(ruta.replaceAll("*", "0"));
      if (campo) expect(campo.esquema, ruta).toBe(esquema);
    }
  });

  test("cada campo dice su etiqueta, su ayuda, su cita y quién lo llena", () => {
    for (const { id, etiqueta, ayuda, cita, llena } of CAMPOS)
      expect(
        [id, etiqueta, ayuda, cita.frase, llena].every((texto) => texto.length > 0),
        id,
      ).toBe(true);
  });
});

describe("la trazabilidad", () => {
  test.each(REGLAS.map(({ codigo }) => codigo))(
    "%s tiene un caso que la rompe y uno cercano que no",
    (codigo) => {
      const { rompen, cercanas } = pruebasDe(codigo);
      expect(rompen.length).toBeGreaterThan(0);
      expect(cercanas.length).toBeGreaterThan(0);
    },
  );

  test("el código conoce las reglas de la tabla y ninguna otra", () => {
    const enCodigo = new Set([...reglasPorArchivo().values()].flatMap((reglas) => [...reglas]));
    // Both families share the code; nobody writes the result of a satisfaction indicator.
    enCodigo.delete("SAT-04");
    expect([...enCodigo].sort()).toEqual(REGLAS.map(({ codigo }) => codigo as string).sort());
  });

  test("docs/trazabilidad.md está al día (npm run trazabilidad)", () => {
    expect(readFileSync(new URL("../../../docs/trazabilidad.md", import.meta.url), "utf8")).toBe(matriz());
  });
});

/** Digest of the published edition. To publish another, add it beside this one; this one stays. */
const HUELLA = "0f74059a5da1fb8eebc8fb16272f7b570af1d93cd90d67a28726fd2d45ff9ce5";
