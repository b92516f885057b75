import type { Page } from "@playwright/test";
import { IMAGEN } from "@/tests/apoyo/archivos/bytes";
import { expect, ingresarComo, test } from "./apoyo";
import { prepararDifusion } from "./difusion-apoyo";
import { desdeDonde, enPartes, lineaLenta, PARTE, PARTES, sha256, soltarSobre } from "./subidas-apoyo";

const ACTO = "Acto administrativo que constituye o renueva el COSOC";
const ruta = "/institucion/SVA/difusion";

test.beforeEach(async ({ page }) => {
  await prepararDifusion("SVA");
  await ingresarComo(page, "ana.rojas@sva.example", ruta);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Difusión del informe");
});

const elegir = (page: Page, archivo: string) => page.getByLabel(ACTO, { exact: true }).setInputFiles(archivo);

/** The file is listed, and opening it gives what was chosen, byte by byte. */
async function esperarRecibido(page: Page, nombre: string, huella: string): Promise<void> {
  const enlace = page.getByRole("link", { name: nombre, exact: true });
  await expect(enlace).toBeVisible();
  const respuesta = await page.request.get((await enlace.getAttribute("href")) ?? "");
  expect(sha256(await respuesta.body())).toBe(huella);
  const cabeceras = respuesta.headers();
  expect(cabeceras["x-content-type-options"]).toBe("nosniff");
  expect(cabeceras["content-security-policy"]).toContain("frame-ancestors 'none'");
}

const barra = (page: Page, nombre: string) => page.getByRole("progressbar", { name: `Subiendo ${nombre}` });

/** Where each part sent from now on goes. */
function partesEnviadas(page: Page): number[] {
  const partes: number[] = [];
  page.on("request", (pedido) => {
    const desde = desdeDonde(pedido);
    if (desde !== null) partes.push(desde);
  });
  return partes;
}

test("el avance se ve parte por parte, y cancelar no deja nada", async ({ page }, info) => {
  const { ruta: archivo } = enPartes(info, "Acto.pdf");
  const linea = await lineaLenta(page);
  await elegir(page, archivo);
  await expect(page.getByText("Subiendo 0 %")).toBeVisible();
  for (const avance of [39, 79]) {
    await linea.dejarPasarUna();
    await expect(page.getByText(`Subiendo ${avance} %`)).toBeVisible();
    await expect(barra(page, "Acto.pdf")).toHaveJSProperty("value", avance);
  }
  await linea.hayRetenida();
  const olvidada = page.waitForResponse((respuesta) => respuesta.request().method() === "DELETE");
  await page.getByRole("button", { name: "Cancelar Acto.pdf" }).click();
  const respuesta = await olvidada;
  expect(respuesta.status()).toBe(200);
  await linea.soltar();
  // The server knows no more of it, and neither does the page, drawn again.
  expect((await page.request.get(respuesta.url())).status()).toBe(404);
  await expect(page.getByText("Acto.pdf")).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel(ACTO, { exact: true })).toBeAttached();
  await expect(page.getByText("Acto.pdf")).toHaveCount(0);
});

test.describe("sin red por un rato", () => {
  test.use({ erroresEsperados: /ERR_INTERNET_DISCONNECTED/ });

  test("la subida espera, sigue donde iba y llega entera", async ({ page, context }, info) => {
    const { ruta: archivo, huella } = enPartes(info, "Acto con corte.pdf");
    const partes = partesEnviadas(page);
    const linea = await lineaLenta(page);
    await elegir(page, archivo);
    await linea.dejarPasarUna();
    await linea.hayRetenida();
    await context.setOffline(true);
    const cortada = page.waitForEvent("requestfailed", (pedido) => desdeDonde(pedido) === PARTE);
    await linea.soltar();
    await cortada;
    await expect(page.getByText("Subiendo 39 %")).toBeVisible();
    await context.setOffline(false);
    await esperarRecibido(page, "Acto con corte.pdf", huella);
    expect(partes.filter((desde) => desde === 0)).toHaveLength(1);
    expect(partes.at(-1)).toBe((PARTES - 1) * PARTE);
  });

  test("elegido sin red, se dice; al volver, reintentar lo manda", async ({ page, context }, info) => {
    const { ruta: archivo, huella } = enPartes(info, "Acto sin red.pdf");
    await context.setOffline(true);
    await elegir(page, archivo);
    await expect(page.getByText(/No hay conexión con la plataforma/)).toBeVisible({ timeout: 90_000 });
    await context.setOffline(false);
    await page.getByRole("button", { name: "Reintentar Acto sin red.pdf" }).click();
    await esperarRecibido(page, "Acto sin red.pdf", huella);
  });
});

test.describe("sin red justo al adjuntar", () => {
  test.use({ erroresEsperados: /ERR_FAILED/ });

  test("se dice, y reintentar no manda otra vez lo que ya llegó", async ({ page }, info) => {
    const { ruta: archivo, huella } = enPartes(info, "Acto ya subido.pdf");
    const partes = partesEnviadas(page);
    await page.route(`**${ruta}`, (pedido) => pedido.abort());
    await elegir(page, archivo);
    await expect(page.getByText(/No hay conexión.* El archivo ya llegó a la plataforma/)).toBeVisible();
    await page.unrouteAll();
    await page.getByRole("button", { name: "Reintentar Acto ya subido.pdf" }).click();
    await esperarRecibido(page, "Acto ya subido.pdf", huella);
    expect(partes).toHaveLength(PARTES);
  });
});

test("recargada la página a medio camino, elegir el mismo archivo sigue donde iba", async ({
  page,
}, info) => {
  const { ruta: archivo, huella } = enPartes(info, "Acto retomado.pdf");
  const linea = await lineaLenta(page);
  await elegir(page, archivo);
  await linea.dejarPasarUna();
  await linea.hayRetenida();
  await page.reload();
  await linea.soltar();
  const partes = partesEnviadas(page);
  await elegir(page, archivo);
  await esperarRecibido(page, "Acto retomado.pdf", huella);
  expect(partes).toEqual([PARTE, 2 * PARTE]);
});

test("lo que se elige antes de que llegue el código de la página también se recibe", async ({
  page,
}, info) => {
  const { ruta: archivo, huella } = enPartes(info, "Acto temprano.pdf");
  let llegar = () => {};
  const llega = new Promise<void>((listo) => {
    llegar = listo;
  });
  await page.route(/\.js(\?|$)/, (pedido) => llega.then(() => pedido.continue()));
  await page.evaluate(() => location.reload());
  await expect(page.locator("[data-espera]").first()).toBeAttached();
  await elegir(page, archivo);
  llegar();
  await esperarRecibido(page, "Acto temprano.pdf", huella);
});

test("varios archivos arrastrados desde el escritorio se reciben", async ({ page }, info) => {
  await page.getByRole("button", { name: "Agregar instancia de difusión" }).click();
  const tarjeta = page.locator("#instancia-1");
  const dos = ["Folleto.pdf", "Afiche.pdf"].map((nombre) => ({ nombre, ...enPartes(info, nombre) }));
  await soltarSobre(
    page,
    tarjeta.getByText("o arrastre los archivos hasta aquí").last(),
    dos.map((uno) => uno.ruta),
  );
  for (const { nombre, huella } of dos) await esperarRecibido(page, nombre, huella);
  await expect(tarjeta.getByRole("list", { name: "Material difundido" }).getByRole("listitem")).toHaveCount(
    2,
  );
  // What is not touched has no camera to offer.
  await expect(page.getByText("Tomar una foto").first()).toBeHidden();
});

test.describe("en un teléfono", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });

  test("se ofrece la cámara, y la foto se recibe", async ({ page }) => {
    const puerta = page.locator("label").filter({ hasText: "Tomar una foto" }).last();
    await expect(puerta).toBeVisible();
    const camara = page.getByLabel(`Tomar una foto: ${ACTO}`);
    await expect(camara).toHaveAttribute("capture", "environment");
    await expect(camara).toHaveAttribute("accept", "image/*");
    const selector = page.waitForEvent("filechooser");
    await puerta.tap();
    await (await selector).setFiles({ name: "Acto.png", mimeType: "image/png", buffer: IMAGEN.png });
    await esperarRecibido(page, "Acto.png", sha256(IMAGEN.png));
  });
});
