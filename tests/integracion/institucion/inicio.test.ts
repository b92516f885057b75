import { expect, test } from "vitest";
import { decidir } from "@/lib/casos/ajuste/decidir";
import { eliminarElemento } from "@/lib/casos/ajuste/eliminar";
import { incorporar } from "@/lib/casos/ajuste/incorporar";
import { mantenerPendientes } from "@/lib/casos/ajuste/mantener-pendientes";
import { leerInicio } from "@/lib/casos/institucion/inicio";
import { COMPONENTES_ACTIVIDAD, OBJETIVO_GENERAL } from "@/lib/guia/e3-2025/valores";
import { conBase } from "@/tests/apoyo/base";
import { crearInstitucion, EN_PLAZO, type InstitucionDePrueba } from "@/tests/apoyo/institucion";

conBase();
let numero = 0;
const nueva = () => crearInstitucion(`N${++numero}`);

async function tarea(casa: InstitucionDePrueba, id: "plan" | "informe", ahora = EN_PLAZO) {
  const inicio = await leerInicio(await casa.ctx(undefined, ahora));
  if (!inicio.ok) throw new Error(inicio.falla.mensaje);
  const { tareas, siguiente } = inicio.valor;
  return { avance: tareas.find((una) => una.id === id)?.avance, siguiente: siguiente?.que };
}

const mantener = async (casa: InstitucionDePrueba, elemento: string, componente: string) => {
  const resultado = await decidir(await casa.ctx(), {
    elemento,
    componente,
    decision: "mantiene",
    visto: null,
    vistoEn: EN_PLAZO,
  });
  expect(resultado).toMatchObject({ ok: true });
};

test("el plan de prueba tiene seis elementos y nada decidido", async () => {
  const { avance, siguiente } = await tarea(await nueva(), "plan");
  expect(avance).toMatchObject({ hechas: 0, total: 6 });
  expect(siguiente).toBe("Falta decidir sobre 6 elementos del plan");
});

test("la decisión sobre el objetivo general cuenta", async () => {
  const casa = await nueva();
  await mantener(casa, OBJETIVO_GENERAL, "texto");
  expect((await tarea(casa, "plan")).avance).toMatchObject({ hechas: 1, total: 6 });
});

test("una actividad está decidida cuando lo están sus nueve componentes, no antes", async () => {
  const casa = await nueva();
  for (const componente of COMPONENTES_ACTIVIDAD) {
    expect((await tarea(casa, "plan")).avance?.hechas, `antes de ${componente}`).toBe(0);
    await mantener(casa, "A1", componente);
  }
  expect((await tarea(casa, "plan")).avance?.hechas).toBe(1);
});

test("el objetivo al que se vincula una actividad no necesita decisión ni reemplaza a otra", async () => {
  const casa = await nueva();
  for (const componente of COMPONENTES_ACTIVIDAD.slice(1)) await mantener(casa, "A1", componente);
  await decidir(await casa.ctx(), {
    elemento: "A1",
    componente: "objetivoEspecifico",
    decision: "modifica",
    visto: null,
    vistoEn: EN_PLAZO,
  });
  expect((await tarea(casa, "plan")).avance?.hechas).toBe(0);
});

test("un elemento que se elimina está decidido completo", async () => {
  const casa = await nueva();
  await eliminarElemento(await casa.ctx(), { elemento: "A2", vistoEn: EN_PLAZO });
  expect((await tarea(casa, "plan")).avance).toMatchObject({ hechas: 1, total: 6 });
});

test("con todo decidido, lo que sigue es enviar el plan al Comité", async () => {
  const casa = await nueva();
  await mantenerPendientes(await casa.ctx());
  const { avance, siguiente } = await tarea(casa, "plan");
  expect(avance).toMatchObject({ hechas: 6, total: 6 });
  expect(siguiente).toBe("Envíe el plan al Comité para su aprobación");
});

test("se informan las actividades del plan que rige: las nuevas sí, las eliminadas no", async () => {
  const casa = await nueva();
  await eliminarElemento(await casa.ctx(), { elemento: "A2", vistoEn: EN_PLAZO });
  await incorporar(await casa.ctx(), { tipo: "actividad" });
  await incorporar(await casa.ctx(), { tipo: "actividad" });
  const cerrado = new Date("2025-07-02T12:00:00Z");
  expect((await tarea(casa, "informe", cerrado)).avance).toMatchObject({ hechas: 0, total: 3 });
});
