import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contraste, fuentesDe, leerColores, listasDeClases } from "./contraste";

const colores = leerColores(readFileSync("app/globales.css", "utf8"));

function razon(a: string, b: string): number {
  const [hexA, hexB] = [colores.get(a), colores.get(b)];
  if (!hexA || !hexB) throw new Error(`Unknown colour: ${hexA ? b : a}`);
  return contraste(hexA, hexB);
}

/** Text upon background. Whatever sits on the page may sit on paper, on the page's grey or on the hover tint. */
const SUPERFICIES = ["papel", "fondo", "tinte"];
const TEXTO: Record<string, string[]> = {
  texto: [...SUPERFICIES, "neutro-suave", "exito-suave", "advertencia-suave", "error-suave"],
  "texto-suave": [...SUPERFICIES, "neutro-suave", "advertencia-suave", "error-suave", "exito-suave"],
  titulo: [...SUPERFICIES, "exito-suave", "advertencia-suave", "error-suave"],
  primario: [...SUPERFICIES],
  "primario-hover": [...SUPERFICIES, "neutro-suave"],
  "primario-activo": [...SUPERFICIES],
  exito: [...SUPERFICIES, "exito-suave"],
  advertencia: [...SUPERFICIES, "advertencia-suave"],
  error: [...SUPERFICIES, "error-suave"],
  "error-hover": [...SUPERFICIES, "error-suave"],
  papel: ["primario", "primario-hover", "primario-activo", "error", "error-hover", "error-activo"],
  tinte: ["primario-activo", "primario-hover"],
};

/** Edges and drawings that carry meaning, upon what surrounds them. */
const GRAFICO: [string, string][] = [
  ...["papel", "fondo", "tinte"].map((fondo): [string, string] => ["borde-control", fondo]),
  ["primario", "papel"],
  ["primario", "neutro-suave"],
  ["exito", "papel"],
  ["error", "papel"],
  ["error", "error-suave"],
  ["advertencia-borde", "papel"],
  ["advertencia-borde", "advertencia-suave"],
  ["primario-activo", "papel"],
  ["primario-activo", "fondo"],
  ["foco", "primario-activo"],
];

describe("contraste de los colores", () => {
  for (const [texto, fondos] of Object.entries(TEXTO)) {
    it.each(fondos)(`el texto ${texto} se lee sobre %s (4,5:1)`, (fondo) => {
      expect(razon(texto, fondo)).toBeGreaterThanOrEqual(4.5);
    });
  }

  it.each(GRAFICO)("el trazo %s se distingue sobre %s (3:1)", (trazo, fondo) => {
    expect(razon(trazo, fondo)).toBeGreaterThanOrEqual(3);
  });

  it("calcula como WCAG: negro sobre blanco es 21 y un color sobre sí mismo es 1", () => {
    expect(contraste("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contraste("#0f69c4", "#0f69c4")).toBe(1);
  });
});

const fuentes = fuentesDe("components", "app");

/** The colour of a class without variants, or with those variants alone: hover:text-x goes with hover:bg-y. */
function colorDe(clase: string, prefijo: "text" | "bg"): { variante: string; color: string } | null {
  const partes = new RegExp(`^((?:[\\w-]+:)*)${prefijo}-([a-z-]+)$`).exec(clase);
  const [, variante = "", color = ""] = partes ?? [];
  return partes && colores.has(color) ? { variante, color } : null;
}

describe("las clases que usan las pantallas", () => {
  it("todo par de texto y fondo escrito junto está entre los medidos", () => {
    const sinMedir = fuentes.flatMap(({ ruta, texto }) =>
      listasDeClases(texto).flatMap((lista) => {
        const clases = lista.split(/\s+/);
        const textos = clases.map((clase) => colorDe(clase, "text")).filter((hallado) => hallado !== null);
        const fondos = clases.map((clase) => colorDe(clase, "bg")).filter((hallado) => hallado !== null);
        return fondos.flatMap((fondo) => {
          const propio =
            textos.find((t) => t.variante === fondo.variante) ?? textos.find((t) => t.variante === "");
          if (!propio || propio.color === "transparent" || TEXTO[propio.color]?.includes(fondo.color))
            return [];
          return [`${ruta}: text-${propio.color} sobre bg-${fondo.color}`];
        });
      }),
    );
    expect(sinMedir).toEqual([]);
  });

  it("ningún color de texto o de fondo queda fuera de la paleta", () => {
    const ajenos = fuentes.flatMap(({ ruta, texto }) =>
      [
        ...texto.matchAll(
          /[\s"'`:](?:bg|text|border|fill|ring|accent)-(slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose|white|black)(?:-\d+)?\b/g,
        ),
      ].map(([clase]) => `${ruta}: ${clase.trim()}`),
    );
    expect(ajenos).toEqual([]);
  });

  it("márgenes y separaciones usan la escala 4·8·12·16·24·36·48·64", () => {
    const escala = new Set(["0", "1", "2", "3", "4", "6", "9", "12", "16"]);
    const fuera = fuentes.flatMap(({ ruta, texto }) =>
      listasDeClases(texto)
        .flatMap((lista) => lista.split(/\s+/))
        .flatMap((clase) => {
          const [, medida] =
            /^(?:[^\s]*:)?-?(?:[pm][xytrblse]?|gap(?:-[xy])?|space-[xy])-([\d.]+)$/.exec(clase) ?? [];
          return medida !== undefined && !escala.has(medida) ? [`${ruta}: ${clase}`] : [];
        }),
    );
    expect(fuera).toEqual([]);
  });
});
