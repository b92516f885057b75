import { expect, type Page } from "@playwright/test";
import { abrirConexion, cerrarConexion, usarConexion } from "@/lib/datos/conexion";
import { leerExpediente } from "@/lib/datos/repositorio/expediente";
import { conActor } from "@/lib/datos/transaccion";
import { planVigente } from "@/lib/expediente/aplicar";
import type { Plan } from "@/lib/expediente/formato";
import { SISTEMA } from "@/lib/flujo/actor";
import { CLAVE_DEMO } from "@/prisma/semilla/personas";
import type { BaseDePrueba } from "@/tests/apoyo/base";
import { enLaBase, ponerReloj } from "@/tests/apoyo/baseE2e";
import { lugarDe, mantenerTodo, modificarTexto } from "@/tests/apoyo/comite";

type Cambio = Parameters<typeof modificarTexto>[2];

/**
 * Leaves an institution's plan decided (all kept but `cambio`) and nothing sent to the Committee, on a morning of June:
 * each test starts from its own, whatever the others did.
 */
export async function prepararPlan(codigo: string, cambio?: Cambio): Promise<void> {
  await conBaseDeLaPlataforma(async (base) => {
    const { comoDueno } = base;
    await ponerReloj("2025-06-10T15:00:00Z");
    for (const tabla of ["envio", "firma", "acta_asistente", "acta", "aprobacion", "notificacion", "ajuste"])
      await comoDueno(
        `DELETE FROM ${tabla} WHERE institucion_id = (SELECT id FROM institucion WHERE codigo = $1)`,
        [codigo],
      );
    if (cambio) await modificarTexto(base, codigo, cambio);
    await mantenerTodo(base, codigo);
  });
}

/** The plan in force of an institution, as anybody would have it in a file. */
export function planDe(codigo: string): Promise<Plan | null> {
  return conBaseDeLaPlataforma(async (base) => {
    const { institucion, ejercicioId } = await lugarDe(base, codigo);
    const leido = await conActor(SISTEMA, "prueba", (tx) => leerExpediente(tx, institucion.id, ejercicioId));
    return leido && planVigente(leido.expediente);
  });
}

export async function conBaseDeLaPlataforma<T>(hacer: (base: BaseDePrueba) => Promise<T>): Promise<T> {
  usarConexion(abrirConexion(process.env.E2E_APP ?? ""));
  try {
    return await hacer({ comoDueno: enLaBase } as BaseDePrueba);
  } finally {
    await cerrarConexion();
  }
}

/** The counterpart sends the plan on the page to the Committee, and is told who is missing. */
export async function enviarAlComite(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Enviar el Plan de Mejoramiento al Comité" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Enviar al Comité" }).click();
  await expect(page.getByText(/Falta que \d integrantes? del Comité|Falta que firme/).first()).toBeVisible();
}

/**
 * A member signs what they have on the page, with their password when it is asked for, and is told so. That the button went
 * away would not be enough: it also goes while it waits.
 * @param declara there are changes: they declare its coherence with the diagnosis
 */
export async function firmar(page: Page, { declara = false } = {}): Promise<void> {
  if (declara) await page.getByLabel(/^Declaro que los ajustes/).check();
  const clave = page.locator("#firma-clave");
  if (await clave.isVisible()) await clave.fill(CLAVE_DEMO);
  await page.getByRole("button", { name: /^Firmar el / }).click();
  await expect(page.getByText(/^Usted ya firmó esta versión|^Acta vigente$/).first()).toBeVisible();
}
