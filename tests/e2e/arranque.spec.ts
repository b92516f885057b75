import { expect, test } from "./apoyo";

test("la plataforma recién instalada responde en español", async ({ page }) => {
  const respuesta = await page.goto("/");
  expect(respuesta?.ok()).toBe(true);
  await expect(page.locator("html")).toHaveAttribute("lang", /^es/);
});
