import type { Locator, Page } from "@playwright/test";
import { mostrarFecha } from "@/lib/expediente/fecha";
import type { Ajuste, Indicador } from "@/lib/expediente/formato";
import { mostrarNumero } from "@/lib/expediente/numero";
import { escribirLugar } from "@/lib/flujo/campo";
import type { Guion } from "./anio-guion";
import { esperarGuardado, expect, foto } from "./anio-personas";

/** A control by its id: fields carry their address as id. */
export const control = (page: Page, id: string): Locator => page.locator(`[id="${id}"]`);

const lugarDe = ({ elemento, componente }: Ajuste, campo: string) =>
  escribirLugar({ grupo: "ajuste", clave: [elemento, componente ?? ""], campo });

/** The counterpart makes every change of the plan, and keeps the rest with one button. */
export async function ajustarPlan(page: Page, base: string, guion: Guion): Promise<void> {
  for (const [i, cambio] of guion.cambios.entries()) {
    await abrirElemento(page, base, cambio);
    if (cambio.decision === "modifica") {
      const tarjeta = page.locator(`#componente-${cambio.componente}`);
      await tarjeta.getByRole("button", { name: "Se modifica" }).click();
      await expect(tarjeta.getByText("Justificación del cambio")).toBeVisible();
    }
    if (cambio.decision !== "elimina") await escribirContenido(page, cambio);
    await justificar(page, cambio);
    await esperarGuardado(page);
    if (i === 0) {
      // What is missing is told anew after each save.
      await expect(page.getByText("Para completar este cambio")).toHaveCount(0);
      await foto(page, "plan-ajuste", page.locator(`#componente-${cambio.componente}`));
    }
  }
  await page.goto(`${base}/plan`);
  await page.getByRole("button", { name: "Mantener todo lo pendiente" }).click();
  const ventana = page.getByRole("alertdialog", { name: /^¿Mantener \d+ componentes/ });
  await ventana.getByRole("button", { name: /^Mantener \d+ componentes$/ }).click();
  await expect(page.getByText(/El plan está completo/)).toBeVisible();
}

async function abrirElemento(page: Page, base: string, { elemento, decision }: Ajuste): Promise<void> {
  if (decision === "incorpora") {
    await page.goto(`${base}/plan/nuevo`);
    await page.getByLabel(/indicador de satisfacción/).check();
    await page.getByRole("button", { name: "Agregar y escribir su contenido" }).click();
    await page.waitForURL((url) => url.pathname.endsWith(`/plan/${elemento}`));
    return;
  }
  const ruta = `${base}/plan/${elemento}`;
  if (new URL(page.url()).pathname !== ruta) await page.goto(ruta);
  if (decision !== "elimina") return;
  await page.getByRole("button", { name: "Eliminar del plan" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Eliminar del plan" }).click();
  await expect(page.getByText(/se elimina del Plan 2025/)).toBeVisible();
}

async function justificar(page: Page, cambio: Ajuste): Promise<void> {
  for (const letra of cambio.categorias ?? [])
    await control(page, `${lugarDe(cambio, "categorias")}-${letra}`).check();
  for (const campo of ["otraRazon", "argumento", "antecedentes"] as const)
    if (cambio[campo]) await control(page, lugarDe(cambio, campo)).fill(cambio[campo]);
}

type Objeto = Record<string, unknown>;

/** Each component is written with its own editor. */
async function escribirContenido(page: Page, cambio: Ajuste): Promise<void> {
  const id = lugarDe(cambio, "contenido");
  const { contenido } = cambio;
  const objeto = contenido as Objeto;
  switch (cambio.componente ?? cambio.tipo) {
    case "plazos":
      await control(page, id).fill(mostrarFecha(String(objeto.inicio)));
      await control(page, `${id}-termino`).fill(mostrarFecha(String(objeto.termino)));
      return;
    case "areasResponsables":
      await escribirFilas(
        page,
        id,
        "Agregar área responsable",
        `${id}-area-`,
        objeto.areasResponsables as string[],
      );
      await control(page, `${id}-participantes`).fill(String(objeto.participantes));
      return;
    case "tramites":
      return escribirTramites(page, id, contenido as string[]);
    case "indicadoresDesempeno":
      for (const [i, uno] of (contenido as Indicador[]).entries())
        await escribirIndicador(page, `${id}-${i}`, uno);
      return;
    case "indicador":
    case "indicadorSatisfaccion":
      return escribirIndicador(page, id, contenido as Indicador);
    case "priorizacion":
      await control(page, `${id}-${String(contenido)}`).check();
      return;
    case "costos":
      return escribirCostos(page, id, objeto);
    default:
      await control(page, id).fill(String(contenido));
  }
}

async function escribirFilas(page: Page, id: string, agregar: string, prefijo: string, textos: string[]) {
  for (const [i, texto] of textos.entries()) {
    const caja = control(page, `${prefijo}${i}`);
    if (!(await caja.isVisible())) await tarjetaDe(page, id).getByRole("button", { name: agregar }).click();
    await caja.fill(texto);
  }
}

const tarjetaDe = (page: Page, id: string) =>
  page
    .locator("section")
    .filter({ has: control(page, id) })
    .last();

/** Those of the catalogue are ticked, the others written. */
async function escribirTramites(page: Page, id: string, tramites: string[]): Promise<void> {
  const grupo = control(page, id);
  for (const caja of await grupo.getByRole("checkbox").all())
    await caja.setChecked(tramites.includes((await caja.getAttribute("value")) ?? ""));
  const delCatalogo = await grupo
    .getByRole("checkbox")
    .evaluateAll((cajas) => cajas.map((caja) => (caja as HTMLInputElement).value));
  const otros = tramites.filter((uno) => !delCatalogo.includes(uno));
  await escribirFilas(page, id, "Agregar otro trámite", `${id}-otro-`, otros);
}

async function escribirIndicador(page: Page, id: string, uno: Indicador): Promise<void> {
  await control(page, id).fill(uno.nombre ?? "");
  await control(page, `${id}-formula`).fill(uno.formula ?? "");
  await control(page, `${id}-factor-${uno.factor}`).check();
  await control(page, `${id}-sentido-${uno.sentido}`).check();
  await control(page, `${id}-meta`).fill(mostrarNumero(uno.meta ?? 0));
  await control(page, `${id}-unidad`).fill(uno.unidad ?? "");
}

async function escribirCostos(page: Page, id: string, costos: Objeto): Promise<void> {
  const items = costos.items as { subtitulo: string; item: string }[];
  await control(page, id).fill(mostrarNumero(Number(costos.montoClp)));
  for (const [i, { subtitulo, item }] of items.entries()) {
    const caja = control(page, `${id}-subtitulo-${i}`);
    if (!(await caja.isVisible()))
      await tarjetaDe(page, id).getByRole("button", { name: "Agregar ítem presupuestario" }).click();
    await caja.fill(subtitulo);
    await control(page, `${id}-item-${i}`).fill(item);
  }
}
