import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { leerExpediente } from "@/lib/datos/repositorio/expediente";
import { normalizarPlan } from "@/lib/datos/repositorio/plan";
import { conActor } from "@/lib/datos/transaccion";
import type { Plan } from "@/lib/expediente/formato";
import { huellaPlan } from "@/lib/expediente/huella";
import { SISTEMA } from "@/lib/flujo/actor";
import { conBase } from "@/tests/apoyo/base";
import { crearInstitucion } from "@/tests/apoyo/institucion";
import { planDePrueba } from "@/tests/apoyo/planDePrueba";

const CARPETA = join(process.cwd(), "..", "shared", "datos", "planes");
const hay = existsSync(CARPETA);
const planes = hay
  ? readdirSync(CARPETA)
      .filter((nombre) => nombre.endsWith(".json"))
      .map((nombre) => JSON.parse(readFileSync(join(CARPETA, nombre), "utf8")) as Plan)
  : [planDePrueba("R1")];
const cuales = hay ? `los ${planes.length} planes reales` : "el plan de prueba (los reales no están)";

conBase();

test(`${cuales} vuelven de las tablas iguales y con la misma huella`, async () => {
  const distintos: string[] = [];
  for (const [i, plan] of planes.entries()) {
    const { id, ejercicioId } = await crearInstitucion(`R${i}-${plan.institucion.codigo}`, plan);
    const leido = await conActor(SISTEMA, "prueba", (tx) => leerExpediente(tx, id, ejercicioId));
    const normal = normalizarPlan(plan);
    const vuelto = {
      ...leido?.expediente.planOriginal,
      institucion: normal.institucion,
    } as Plan;
    if (huellaPlan(vuelto) !== huellaPlan(normal)) distintos.push(plan.institucion.codigo);
  }
  expect(distintos).toEqual([]);
}, 300_000);
