import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { claveQuitada, quedaFuera, VistaImportacion } from "@/components/informe/vista-importacion";
import type { CambioImportado, Importacion } from "@/lib/flujo/vistaInforme";

const NADA: Importacion = { cambios: [], nuevas: [], quitadas: [], faltas: [], reglas: [] };

const cambio = (que: string, despues: string, posterior: string | null = null): CambioImportado => ({
  lugar: `informe/${que}`,
  base: "Lo de ahora.",
  valor: despues || null,
  que,
  donde: "Seguimiento, B4",
  antes: "Lo de ahora.",
  despues,
  posterior,
});

const DESCRITA = {
  tipo: null,
  descripcion: "Demora",
  factoresInternos: null,
  factoresExternos: null,
  componentes: [],
  elementos: [],
};

const mostrar = (vista: Importacion) =>
  renderToStaticMarkup(
    createElement(VistaImportacion, {
      nombre: "informe.xlsx",
      vista,
      fuera: quedaFuera(vista),
      alternar: () => undefined,
    }),
  );

describe("vista previa de un archivo", () => {
  const vista: Importacion = {
    ...NADA,
    cambios: [cambio("avances", "Otra cosa."), cambio("desafios", "")],
    quitadas: [{ id: "d1", visto: DESCRITA }],
  };

  it("lo que borraría algo viene sin marcar, y lo demás marcado", () => {
    expect([...quedaFuera(vista)]).toEqual(["informe/desafios", claveQuitada("d1")]);
    expect(mostrar(vista).match(/checked=""/g)).toHaveLength(1);
  });

  it("lo que alguien escribió después de descargarla viene aparte, sin marcar, y dice quién y cuándo", () => {
    const con = {
      ...NADA,
      cambios: [cambio("avances", "Otra cosa.", "Ana Rojas lo escribió el 12/12/2025, 10:15.")],
    };
    expect([...quedaFuera(con)]).toEqual(["informe/avances"]);
    const html = mostrar(con);
    expect(html).toContain("Lo que alguien escribió después de descargar la planilla (1)");
    expect(html).toContain("Ana Rojas lo escribió el 12/12/2025, 10:15.");
    expect(html).not.toContain("Lo que cambiaría");
  });

  it("lo que falta de todo el informe se pliega si es mucho: lo que hace el archivo queda a la vista", () => {
    const regla = (i: number) => ({
      donde: `Actividades, C${i}`,
      encontrado: "",
      esperado: "",
      mensaje: `Falta ${i}`,
      nivel: "error" as const,
    });
    const con = (cuantas: number) =>
      mostrar({ ...NADA, reglas: Array.from({ length: cuantas }, (_, i) => regla(i)) });
    expect(con(3)).toMatch(/<details[^>]* open/);
    expect(con(39)).not.toMatch(/<details[^>]* open/);
    expect(con(39)).toContain("Lo que el informe todavía debería completar (39)");
  });

  it("lo que quedaría vacío se muestra aparte de lo que cambia", () => {
    const html = mostrar(vista);
    const aparte = html.indexOf("Lo que quedaría vacío");
    expect(aparte).toBeGreaterThan(html.indexOf("avances"));
    expect(html.indexOf("desafios")).toBeGreaterThan(aparte);
  });

  it("sin nada que cambie, solo si todo se pudo leer dice que es igual a lo guardado", () => {
    const falta = {
      donde: "Otra",
      encontrado: "",
      esperado: "",
      mensaje: "No se leyó.",
      nivel: "aviso",
    } as const;
    const IGUAL = "Lo que trae es igual a lo guardado.";
    expect(mostrar(NADA)).toContain(IGUAL);
    const conFalta = mostrar({ ...NADA, faltas: [falta] });
    expect(conFalta).not.toContain(IGUAL);
    expect(conFalta).toContain("Nada de lo que se pudo leer cambia el informe");
  });
});
