import { describe, expect, test } from "vitest";
import { ejercicioDe } from "@/lib/expediente/ejercicio";
import { evaluar } from "@/lib/expediente/evaluar";
import type { Falta } from "@/lib/expediente/falta";
import { faltasFormato } from "@/lib/expediente/faltasFormato";
import { REGLA_POR_CODIGO } from "@/lib/guia/e3-2025/reglas";
import { expedienteValido, sellar } from "@/tests/apoyo/expedienteValido";
import { CASOS } from "./casos";

export const escribir = ({ regla, ruta, elemento, componente }: Falta) =>
  [regla, ruta, elemento, componente].filter((parte) => parte !== undefined).join(" ");

test("el expediente de partida no tiene faltas ni avisos", () => {
  const { faltas } = evaluar(expedienteValido(), ejercicioDe(2025));
  expect(faltas).toEqual([]);
});

describe.each(Object.keys(REGLA_POR_CODIGO))("%s", (codigo) => {
  const suyos = CASOS.filter(({ regla }) => regla === codigo);
  test.each(suyos.map((caso) => ({ ...caso, nombre: caso.titulo })))("$nombre", (caso) => {
    const expediente = expedienteValido();
    caso.cambiar(expediente);
    if (!caso.sinSellar) sellar(expediente);
    expect(faltasFormato(expediente)).toEqual([]);
    const { faltas } = evaluar(expediente, ejercicioDe(2025));
    expect(faltas.map(escribir).sort()).toEqual([...caso.faltas].sort());
    for (const { regla, nivel, mensaje } of faltas) {
      expect(mensaje).not.toMatch(/[{}]|undefined|null|NaN/);
      expect(mensaje).not.toContain(regla);
      expect(nivel).toBe(REGLA_POR_CODIGO[regla as keyof typeof REGLA_POR_CODIGO].nivel);
    }
  });
});
