import { enLaBase } from "../apoyo/baseE2e";
import { esperarPantallaDebida, expect, ingresarComo, mirar, test } from "./apoyo";

const CARLA = "carla.nunez@red.example";
const PRORROGAS = "/coordinacion/prorrogas";

test("la institución se busca escribiendo y se elige con el teclado; lo demás no se pierde", async ({
  page,
}) => {
  await ingresarComo(page, CARLA, PRORROGAS);
  const caja = page.getByLabel("Institución", { exact: true });
  const propuestas = page.getByRole("listitem").getByRole("button");
  await caja.fill("registros");
  await expect(propuestas).toHaveCount(1);
  await expect(page.getByText("Coincide 1. Elíjala:")).toBeVisible();
  await mirar(page, `${PRORROGAS} proponiendo`);
  await esperarPantallaDebida(page);

  await caja.fill("de");
  await expect(propuestas.nth(1)).toBeVisible();
  await caja.press("ArrowDown");
  await expect(propuestas.first()).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(caja).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(propuestas).toHaveCount(0);
  await expect(caja).toHaveValue("de");

  // A part of a name chooses nobody: it says so, and all that was written is still there.
  await page.getByLabel("Último día").fill("15/07/2025");
  await page.getByLabel("Razón", { exact: true }).fill("Temporal en la región.");
  await page.getByLabel("Enviar el expediente").check();
  await page.getByRole("button", { name: "Otorgar prórroga" }).click();
  await expect(page.getByRole("link", { name: /^Escriba el nombre completo, o el código/ })).toBeVisible();
  await expect(caja).toHaveValue("de");
  await expect(page.getByLabel("Último día")).toHaveValue("15/07/2025");
  await expect(page.getByLabel("Razón", { exact: true })).toHaveValue("Temporal en la región.");
  await expect(page.getByLabel("Enviar el expediente")).toBeChecked();
  await esperarPantallaDebida(page);

  await caja.fill("zzzz");
  await expect(page.getByText("Nada coincide.", { exact: true })).toBeVisible();
  await caja.fill("registros");
  await expect(propuestas).toHaveCount(1);
  await caja.press("Tab");
  await page.keyboard.press("Enter");
  await expect(caja).toBeFocused();
  await expect(caja).toHaveValue(/\(DRN\)$/);
});

test("quien deja la caja y vuelve al instante sigue buscando lo que escribe", async ({ page }) => {
  await ingresarComo(page, CARLA, PRORROGAS);
  const caja = page.getByLabel("Institución", { exact: true });
  await caja.fill("de");
  await expect(page.getByRole("listitem").getByRole("button").nth(1)).toBeVisible();
  await caja.evaluate((entrada: HTMLInputElement) => {
    entrada.blur();
    entrada.focus();
    entrada.select();
    document.execCommand("insertText", false, "zzzz");
  });
  await expect(page.getByText("Nada coincide.", { exact: true })).toBeVisible();
});

test.describe("sin JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("se escribe el código o el nombre entero, y lo que falla vuelve escrito", async ({ page }) => {
    await ingresarComo(page, CARLA, PRORROGAS);
    const caja = page.getByLabel("Institución", { exact: true });
    await caja.fill("prestaciones");
    await page.getByLabel("Último día").fill("31/01/2026");
    await page.getByLabel("Razón", { exact: true }).fill("Cambio de jefatura.");
    await page.getByLabel("Enviar el expediente").check();
    await page.getByRole("button", { name: "Otorgar prórroga" }).click();
    await expect(page.getByRole("link", { name: /Coinciden: .*\(IPA\)/ })).toBeVisible();
    await expect(caja).toHaveValue("prestaciones");
    await expect(page.getByLabel("Razón", { exact: true })).toHaveValue("Cambio de jefatura.");
    await caja.fill("ipa");
    await page.getByRole("button", { name: "Otorgar prórroga" }).click();
    await expect(page.getByRole("row").filter({ hasText: "Cambio de jefatura." })).toContainText("Instituto");
    await enLaBase("DELETE FROM prorroga WHERE razon = 'Cambio de jefatura.'");
  });
});

test("quien administra busca una institución entre todas", async ({ page }) => {
  await ingresarComo(page, "diego.lagos@red.example", "/administracion/instituciones");
  await page.getByLabel("Nombre, código o ministerio").fill("drn");
  await page.getByRole("button", { name: "Buscar" }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByText("1 institución", { exact: true })).toBeVisible();
  await esperarPantallaDebida(page);
  await page.getByLabel("Nombre, código o ministerio").fill("no existe");
  await page.getByRole("button", { name: "Buscar" }).click();
  await expect(page.getByText("Ninguna coincide")).toBeVisible();
});
