import { lanzamientoDe, rutaChromium } from "../apoyo/chromium";
import { expect, ingresarComo, test } from "./apoyo";

// The light browser of the other tests brings no reader of PDF.
test.use({ launchOptions: lanzamientoDe(rutaChromium()) });

test("el formulario se ve en la misma página, como documento, cuando se pide", async ({ page }) => {
  await ingresarComo(page, "iris.vega@ipa.example");
  const pedidos: string[] = [];
  page.on("request", (pedido) => pedidos.push(new URL(pedido.url()).pathname));
  await page.goto("/institucion/IPA/envio");
  const boton = page.getByRole("button", { name: /E3O1RT1/ });
  await expect(boton).toBeVisible();
  expect(pedidos.filter((ruta) => ruta.endsWith(".pdf"))).toEqual([]);
  const llega = page.waitForResponse((respuesta) => respuesta.url().endsWith("/documento/e3o1rt1.pdf"));
  await boton.click();
  const respuesta = await llega;
  expect(respuesta.status()).toBe(200);
  expect(respuesta.headers()["content-type"]).toBe("application/pdf");
  const marco = page.locator("iframe[title*='E3O1RT1']");
  await expect(marco).toBeVisible();
  expect(await marco.getAttribute("src")).toMatch(/^blob:/);
  // The browser's own reader took it: nothing of what it was given was refused by the page's policy.
  await expect.poll(() => page.frames().length).toBeGreaterThan(1);
  await page.getByRole("button", { name: "Cerrar la vista de E3O1RT1" }).click();
  await expect(marco).toHaveCount(0);
});
