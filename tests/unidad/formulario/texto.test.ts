import { expect, test } from "vitest";
import { enlaceDeLugar, nombrarLugar, ROTULOS } from "@/components/formulario/nombrar";
import { comoTexto, INSTANTE } from "@/components/formulario/texto";
import { CAMPOS_GUARDADOS, rotuloDeCampo } from "@/lib/flujo/rotulo";

const EN = Date.parse("2026-11-22T22:37:00Z");

test("los instantes de lo que no se guardó se leen día, mes, año y hora de Chile, de 24 horas", () => {
  expect(INSTANTE.format(EN)).toBe("22/11/2026, 19:37");
  expect(INSTANTE.format(Date.parse("2025-07-01T04:05:00Z"))).toBe("01/07/2025, 00:05");
  const entrada = { usuario: "u", institucion: "SVA", lugar: "informe/avances", base: null, valor: "Texto" };
  expect(comoTexto({ ...entrada, escritoEn: EN }, "Avances")).toBe(
    "== SVA · Avances · 22/11/2026, 19:37\nTexto",
  );
});

test("los rótulos son los del registro de la guía", () => {
  expect(ROTULOS).toEqual(
    Object.fromEntries(
      CAMPOS_GUARDADOS.map(({ grupo, campo }) => [`${grupo}.${campo}`, rotuloDeCampo(grupo, campo)]),
    ),
  );
});

test("un lugar se nombra como lo leen las personas", () => {
  expect(nombrarLugar("ajuste/A1/descripcion/argumento")).toBe(
    `Actividad A1, «Descripción de la actividad»: ${rotuloDeCampo("ajuste", "argumento")}`,
  );
  expect(nombrarLugar("ajuste/OG/texto/contenido")).toBe("Objetivo general, «Texto del objetivo»: Contenido");
  expect(nombrarLugar("informe/avances")).toBe(rotuloDeCampo("informe", "avances"));
  expect(nombrarLugar("tramite/A1/Consultas%2Freclamos/explicacion")).toContain(
    "trámite «Consultas/reclamos»",
  );
  expect(nombrarLugar("Nota%20privada/0190a7c2-3b5e-7c11-8d52-0242ac120002")).toBe("Nota privada");
});

test("y lleva a su campo", () => {
  expect(enlaceDeLugar("SVA", "actividad/A%2F1/explicacion")).toBe(
    "/institucion/SVA/informe/actividad/A%2F1#actividad/A%252F1/explicacion",
  );
  expect(enlaceDeLugar("SVA", "Nota%20privada/x")).toBeNull();
});
