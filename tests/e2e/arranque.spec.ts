import { expect, test } from "@playwright/test";

test("la plataforma recién instalada responde en español", async ({ page }) => {
  const errores: string[] = [];
  page.on("pageerror", (error) => errores.push(error.message));
  page.on("console", (mensaje) => {
    if (mensaje.type() === "error") errores.push(mensaje.text());
  });
  const respuesta = await page.goto("/");
  expect(respuesta?.ok()).toBe(true);
  await expect(page.locator("html")).toHaveAttribute("lang", /^es/);
  expect(errores).toEqual([]);
});
