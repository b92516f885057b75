import type { Page } from "@playwright/test";
import { esperarAccesible, esperarPantallaDebida, expect, ingresarComo, test } from "./apoyo";

const BASE = "/institucion/IPA";
const AVANCES = "Avances";

test.beforeEach(async ({ page }) => {
  await ingresarComo(page, "iris.vega@ipa.example");
});

async function escribir(page: Page, texto: string) {
  const caja = page.getByRole("textbox", { name: AVANCES, exact: true });
  // What is typed while the page takes life is kept, but not what is replaced whole: a test is quicker than a person.
  await page.waitForLoadState("networkidle");
  await caja.fill(texto);
  await caja.blur();
  await expect(page.getByText(/Guardado/)).toBeVisible();
  await page.reload();
  await expect(caja).toHaveValue(texto);
}

const ventana = (page: Page) => page.getByRole("dialog", { name: "Historia del campo" });

test("un campo cuenta su historia y vuelve a una versión anterior, solo con el teclado", async ({ page }) => {
  await page.goto(`${BASE}/informe/seguimiento`);
  await escribir(page, "La primera redacción de los avances.");
  await escribir(page, "Otra.");
  const caja = page.getByRole("textbox", { name: AVANCES, exact: true });
  const historia = page.getByRole("button", { name: /^Historia/ });
  await expect(historia).toBeHidden();
  await caja.focus();
  await page.keyboard.press("Shift+Tab");
  await expect(historia).toBeFocused();
  await page.keyboard.press("Enter");
  const volver = ventana(page).getByRole("button", { name: /Volver a esta versión/ });
  await expect(ventana(page).getByText("Es lo que dice ahora.")).toHaveCount(1);
  await expect(
    ventana(page)
      .getByText(/^Iris Vega/)
      .first(),
  ).toBeVisible();
  await esperarAccesible(page);
  await volver.first().focus();
  await page.keyboard.press("Enter");
  await expect(ventana(page)).toBeHidden();
  await expect(caja).toHaveValue("La primera redacción de los avances.");
  await expect(page.getByText(/Guardado/)).toBeVisible();
  await page.reload();
  await expect(caja).toHaveValue("La primera redacción de los avances.");
});

test("en un teléfono, al tocar el campo aparece su historia, y quien solo lee no vuelve nada atrás", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${BASE}/informe/seguimiento`);
  await escribir(page, "Desde el teléfono.");
  await page.getByRole("textbox", { name: AVANCES, exact: true }).click();
  await page.getByRole("button", { name: /^Historia/ }).click();
  await expect(ventana(page).getByText("Desde el teléfono.").first()).toBeVisible();
  const ancho = await ventana(page).evaluate((caja) => caja.scrollWidth - caja.clientWidth);
  expect(ancho).toBeLessThanOrEqual(0);
  await page.keyboard.press("Escape");
  await expect(ventana(page)).toBeHidden();
});

test("la bitácora dice quién cambió qué, y se filtra por sección, persona y día", async ({ page }) => {
  await page.goto(`${BASE}/informe/seguimiento`);
  await escribir(page, "Avance para la bitácora.");
  await page.goto(BASE);
  await page.getByRole("link", { name: "Bitácora" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bitácora" })).toBeVisible();
  const cambios = page.locator("#cambios");
  await expect(cambios.getByText("Avance para la bitácora.")).toBeVisible();
  await esperarPantallaDebida(page);
  await page.getByLabel("Sección").selectOption({ label: "Envío y prórrogas" });
  await page.getByRole("button", { name: "Filtrar" }).click();
  await expect(cambios.getByText("Avance para la bitácora.")).toHaveCount(0);
  const quitar = page.getByRole("link", { name: "Quitar los filtros" });
  await quitar.click();
  // The boxes are drawn anew with what the address asks for: until then they are those of before.
  await expect(quitar).toBeHidden();
  await page.getByLabel("Hasta").fill("31/12/2020");
  await page.getByRole("button", { name: "Filtrar" }).click();
  await expect(cambios.getByText("No hay cambios que mostrar")).toBeVisible();
  await expect(page.getByLabel("Hasta")).toHaveValue("31/12/2020");
});

test("quien integra el Comité no lee la bitácora ni ve historias", async ({ page }) => {
  await page.context().clearCookies();
  await ingresarComo(page, "marta.diaz@sva.example");
  await page.goto("/institucion/SVA/informe/seguimiento");
  await expect(page.getByRole("textbox", { name: AVANCES, exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: /Historia/ })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Bitácora" })).toHaveCount(0);
});
