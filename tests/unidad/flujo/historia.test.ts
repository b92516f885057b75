import { describe, expect, test } from "vitest";
import type { ValorCampo } from "@/lib/flujo/campo";
import { juntarVersiones, type VersionDeCampo } from "@/lib/flujo/historia";

/** A save `minuto` minutes after the first. */
const guardado = (
  minuto: number,
  antes: ValorCampo,
  valor: ValorCampo,
  quien: string | null = "Ana",
): VersionDeCampo => ({
  clave: `${minuto} ${quien}`,
  en: new Date(Date.UTC(2025, 11, 1, 12, minuto)).toISOString(),
  quien,
  antes,
  valor,
});

const quedaron = (guardados: readonly VersionDeCampo[]) =>
  juntarVersiones(guardados).map(({ valor }) => valor);

describe("las versiones de un campo", () => {
  test("lo que se escribe de corrido es una, con lo que había antes de empezar", () => {
    const [version, ...otras] = juntarVersiones([
      guardado(0, "viejo", "Se"),
      guardado(1, "Se", "Se publicó"),
      guardado(2, "Se publicó", "Se publicó todo"),
    ]);
    expect(otras).toEqual([]);
    expect(version).toMatchObject({ antes: "viejo", valor: "Se publicó todo" });
  });

  test("lo que se borra sin querer sigue estando, aunque se borre al momento", () => {
    expect(
      quedaron([
        guardado(0, null, "Un párrafo largo"),
        guardado(1, "Un párrafo largo", "Un"),
        guardado(2, "Un", null),
      ]),
    ).toEqual([null, "Un", "Un párrafo largo"]);
  });

  test("empieza otra si escribe otra persona o tras diez minutos", () => {
    const a = guardado(0, null, "Uno");
    expect(quedaron([a, guardado(1, "Uno", "Uno y dos", "Luis")])).toEqual(["Uno y dos", "Uno"]);
    expect(quedaron([a, guardado(11, "Uno", "Uno y dos")])).toEqual(["Uno y dos", "Uno"]);
  });

  test("un sí o un no, y una lista, son versiones cada vez; nacer vacío no es ninguna", () => {
    expect(quedaron([guardado(0, null, null), guardado(1, null, true), guardado(2, true, false)])).toEqual([
      false,
      true,
    ]);
    expect(quedaron([guardado(0, [], ["PDF"]), guardado(1, ["PDF"], ["PDF", "csv"])])).toHaveLength(2);
  });
});
