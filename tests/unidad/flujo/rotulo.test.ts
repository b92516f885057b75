import { describe, expect, test } from "vitest";
import { CAMPOS_GUARDADOS, campoDeLugar, rotuloDeCampo } from "@/lib/flujo/rotulo";

const PROPIOS = ["actividad.custodia", "instancia.audiencia", "ajuste.contenido"];

describe("el nombre de cada campo que se guarda", () => {
  test("es el de la guía, salvo las notas propias de la institución", () => {
    const ajenos = CAMPOS_GUARDADOS.filter((lugar) => !campoDeLugar(lugar)).map(
      ({ grupo, campo }) => `${grupo}.${campo}`,
    );
    expect(ajenos.toSorted()).toEqual(PROPIOS.toSorted());
    for (const { grupo, campo } of CAMPOS_GUARDADOS) expect(rotuloDeCampo(grupo, campo)).not.toBe(campo);
  });

  test("distingue campos del mismo nombre en lugares distintos", () => {
    expect(rotuloDeCampo("actividad", "explicacion")).toBe("Explicación");
    expect(rotuloDeCampo("tramite", "explicacion")).toBe("Explicación del trámite no vinculado");
    expect(rotuloDeCampo("difusion", "actoFecha")).toMatch(/acto/i);
  });
});
