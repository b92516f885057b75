import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { ejercicioDe } from "@/lib/expediente/ejercicio";
import { evaluar } from "@/lib/expediente/evaluar";
import { expedienteDeMolde, MARCAS, moldeDe } from "@/prisma/semilla/moldes";

test("ningún molde tiene faltas que impidan enviarlo", () => {
  for (let n = 0; n < 24; n++) {
    const errores = evaluar(expedienteDeMolde(n), ejercicioDe(2025)).faltas.filter(
      ({ nivel }) => nivel === "error",
    );
    expect(errores).toEqual([]);
  }
});

test("las huellas se obtienen del texto canónico del molde, marcas reemplazadas", () => {
  const sha256 = (texto: string) => createHash("sha256").update(texto).digest("hex");
  const { aprobacionPlan, aprobacionInforme } = expedienteDeMolde(3);
  const { canonico } = moldeDe(3);
  const plan = sha256(canonico.vigente);
  expect(aprobacionPlan?.huella).toBe(plan);
  expect(aprobacionInforme?.huella).toBe(sha256(canonico.informe.replaceAll(MARCAS.huellaPlan, plan)));
});
