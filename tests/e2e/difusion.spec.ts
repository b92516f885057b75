import type { Page } from "@playwright/test";
import { pdf } from "@/tests/apoyo/archivos/bytes";
import { libroDeDestinatarios } from "@/tests/apoyo/difusion";
import { esperarAccesible, esperarPantallaDebida, expect, ingresarComo, test } from "./apoyo";
import { prepararDifusion } from "./difusion-apoyo";

const ruta = (resto: string) => `/institucion/SVA/${resto}`;
const archivo = (name: string, buffer: Uint8Array) => ({ name, mimeType: "", buffer: Buffer.from(buffer) });

async function adjuntar(page: Page, etiqueta: string, nombre: string, marca: string): Promise<void> {
  await page
    .getByLabel(etiqueta, { exact: true })
    .first()
    .setInputFiles(archivo(nombre, pdf(marca)));
  await expect(page.getByRole("link", { name: nombre })).toBeVisible({ timeout: 30_000 });
}

test("la contraparte registra la difusión completa, la envía y queda el comprobante", async ({ page }) => {
  test.setTimeout(240_000);
  await prepararDifusion("SVA");
  await ingresarComo(page, "ana.rojas@sva.example", ruta("difusion"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Difusión del informe");
  await esperarPantallaDebida(page);

  await page.getByRole("link", { name: /^No hay instancias de difusión/ }).click();
  await expect(page.getByRole("button", { name: "Agregar instancia de difusión" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Instancia 1" })).toBeVisible();
  const fecha = page.getByLabel("Fecha", { exact: true });
  await expect(fecha).toBeFocused();
  await fecha.fill("02/01/2026");
  await fecha.blur();
  await expect(fecha).toHaveAccessibleDescription(/02\/01\/2026.*31\/12\/2025/);
  await fecha.fill("10/12/2025");
  await fecha.blur();
  await expect(fecha).not.toHaveAttribute("aria-invalid");
  await page.getByLabel("Medio", { exact: true }).selectOption({ label: "Correo electrónico" });
  await adjuntar(page, "Copia del medio de difusión", "Correo.pdf", "1");
  await adjuntar(page, "Material difundido", "Informe.pdf", "2");

  await page
    .getByLabel("Material difundido", { exact: true })
    .first()
    .setInputFiles(archivo("programa.exe", Buffer.from("MZ")));
  await expect(page.getByText(/Es un programa o una secuencia de órdenes/)).toBeVisible();
  await page.getByRole("button", { name: "Quitar programa.exe" }).click();

  await page.getByRole("button", { name: "Quitar la instancia 1" }).click();
  await expect(page.getByText("Aún no hay instancias de difusión")).toBeVisible();
  await page.getByRole("button", { name: "Deshacer" }).click();
  await expect(page.getByRole("link", { name: "Correo.pdf" })).toBeVisible();
  await expect(page.getByLabel("Fecha", { exact: true })).toHaveValue("10/12/2025");

  await adjuntar(page, "Acto administrativo que constituye o renueva el COSOC", "Resolución.pdf", "3");
  await page.getByLabel("Fecha del acto").fill("01/03/2024");
  await page.getByLabel("Vigente desde").fill("01/03/2024");
  const hasta = page.getByLabel("Vigente hasta");
  await hasta.fill("01/03/2023");
  await hasta.blur();
  await expect(hasta).toHaveAccessibleDescription(/termina antes de empezar/);
  await hasta.fill("01/03/2026");
  await page.getByLabel("No", { exact: true }).check();
  await expect(page.getByText("Guardado", { exact: false }).first()).toBeVisible();
  await page.goto(ruta("difusion"));
  await expect(page.getByLabel("Vigente hasta")).toHaveValue("01/03/2026");
  await esperarPantallaDebida(page);

  await page.getByRole("link", { name: "Subir el listado de destinatarios" }).click();
  const listado = page.getByLabel("Listado de destinatarios", { exact: true });
  const malo = await libroDeDestinatarios(0, [["", "Sin Cargo", "Personal", "Subcontratado", "Finanzas"]]);
  await listado.setInputFiles(archivo("Con faltas.xlsx", malo));
  await expect(page.getByText("El listado tiene 2 faltas por corregir")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("rowheader", { name: "Listado A6" })).toBeVisible();
  await esperarPantallaDebida(page);
  await listado.setInputFiles(archivo("Listado.xlsx", await libroDeDestinatarios()));
  await page.getByRole("button", { name: "Guardar 4 destinatarios" }).click({ timeout: 60_000 });
  await page.getByRole("alertdialog").getByRole("button", { name: "Guardar el listado" }).click();
  await expect(page.getByRole("heading", { name: "Listado guardado" })).toBeVisible({ timeout: 60_000 });
  await esperarPantallaDebida(page);

  await page.goto(ruta("envio"));
  await expect(page.getByText("Todo está completo: envíe el expediente")).toBeVisible();
  await esperarPantallaDebida(page);
  await page.getByRole("button", { name: "Enviar a la Red de Expertos" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Enviar el expediente" }).click();
  await expect(page.getByRole("heading", { name: "Comprobante" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("link", { name: /^\w{4}-\w{4}-\w{4}$/ })).toBeVisible();
  await esperarPantallaDebida(page);
  const recibo = await page.request.get(ruta("documento/comprobante.pdf?version=1"));
  expect((await recibo.body()).subarray(0, 5).toString()).toBe("%PDF-");
  const json = await page.request.get(ruta("documento/expediente.json"));
  expect(await json.json()).toMatchObject({ formato: "expediente-cseu/v1", ejercicio: 2025 });

  await page.goto(ruta("difusion"));
  await expect(page.getByText("La difusión no se puede modificar ahora")).toBeVisible();
  await expect(page.getByRole("button", { name: "Agregar instancia de difusión" })).toHaveCount(0);
  await esperarAccesible(page);
});
