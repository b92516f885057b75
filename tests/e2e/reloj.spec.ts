import { esperarPantallaDebida, expect, ingresarPorPantalla, test } from "./apoyo";

test("el reloj de la demostración lleva a todos a otra fecha y vuelve", async ({ page }) => {
  await page.goto("/demo/reloj");
  await page.getByLabel("Día").fill("31/02/2025");
  // The press leaves the box, whose mark must not move the button from under the pointer.
  await page.getByRole("button", { name: "Poner esta fecha" }).click();
  await expect(page.getByRole("link", { name: /dd\/mm\/aaaa/ })).toBeVisible();
  await page.getByRole("button", { name: "Víspera del cierre" }).click();
  await page.getByRole("button", { name: "Poner esta fecha" }).click();
  await expect(page.getByRole("complementary", { name: "Demostración" })).toContainText("29/06/2025, 12:0");
  await ingresarPorPantalla(page, "ana.rojas@sva.example");
  await expect(page.getByRole("main")).toContainText("queda 1 día");
  await page.goto("/demo/reloj");
  await page.getByRole("button", { name: "Volver al reloj verdadero" }).click();
  await expect(page.getByRole("complementary", { name: "Demostración" })).toContainText("Hoy es");
});

test("con el reloj en diciembre, una revisora encuentra un expediente enviado y lo revisa", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto("/demo/reloj");
  await page.getByRole("button", { name: "Revisión de diciembre" }).click();
  await page.getByRole("button", { name: "Poner esta fecha" }).click();
  await expect(page.getByRole("complementary", { name: "Demostración" })).toContainText("15/12/2025, 09:0", {
    timeout: 60_000,
  });
  await ingresarPorPantalla(page, "elena.fuentes@red.example", "/revision");
  await expect(page.getByRole("link", { name: "Por abrir (1)" })).toBeVisible();
  await page.getByRole("link", { name: "Subsecretaría de Caletas y Borde Costero" }).click();
  await page.getByRole("button", { name: "Abrir la revisión" }).click();
  await expect(page.getByText("Las 29 reglas se cumplen")).toBeVisible();
  await page.getByRole("link", { name: "Indicadores", exact: true }).click();
  await expect(page.getByText("Chaitén y Puerto Edén").first()).toBeVisible();
  await esperarPantallaDebida(page);
});
