import type { Page } from "@playwright/test";
import { expect, ingresarComo, test } from "./apoyo";

type Control = { readonly rotulo: string; readonly antes: string; readonly escribe: string };

/** Asks for something in the lists of a page, and comes back. */
async function pedirYVolver(page: Page, ruta: string, { rotulo, antes, escribe }: Control): Promise<void> {
  await test.step(`${ruta}: ${rotulo}`, async () => {
    await page.goto(ruta);
    const plegado = page.getByText("Buscar y filtrar");
    const control = page.getByLabel(rotulo, { exact: true }).first();
    if ((await plegado.count()) > 0 && !(await control.isVisible())) await plegado.click();
    await expect(control).toHaveValue(antes);
    if ((await control.evaluate(({ tagName }) => tagName)) === "SELECT") await control.selectOption(escribe);
    else await control.fill(escribe);
    const formulario = page.locator("form").filter({ has: control });
    await formulario.getByRole("button", { name: /^(Buscar|Filtrar)$/ }).click();
    await expect(page).toHaveURL(/\?.*=/);
    await expect(control).toHaveValue(escribe);
    await page.goBack();
    await expect(page).toHaveURL((url) => url.pathname + url.search === ruta);
    await expect(control).toHaveValue(antes);
    await page.goForward();
    await expect(control).toHaveValue(escribe);
  });
}

const norte = (rotulo: string): Control => ({ rotulo, antes: "", escribe: "norte" });

test("al volver atrás, cada lista muestra en sus filtros lo que su dirección pide, y no lo que se escribió después", async ({
  page,
}) => {
  await ingresarComo(page, "carla.nunez@red.example");
  await pedirYVolver(page, "/coordinacion", norte("Nombre, código o ministerio"));
  await pedirYVolver(page, "/coordinacion", { rotulo: "Etapa", antes: "", escribe: "sin_plan" });
  await pedirYVolver(page, "/coordinacion?texto=valles", {
    ...norte("Nombre, código o ministerio"),
    antes: "valles",
  });
  await pedirYVolver(page, "/coordinacion/grupos", norte("Grupo, o alguien de su dupla"));
  await pedirYVolver(page, "/coordinacion/grupos/mover", norte("Nombre, código o ministerio"));
  await pedirYVolver(page, "/coordinacion/analisis", norte("Palabras de la dificultad (opcional)"));
  await pedirYVolver(page, "/revision", norte("Institución"));
  await pedirYVolver(page, "/revision", { rotulo: "Ronda", antes: "", escribe: "final" });
  await pedirYVolver(page, "/institucion/SVA/bitacora", {
    rotulo: "Desde",
    antes: "",
    escribe: "01/06/2025",
  });

  await test.step("por los enlaces, y desde la memoria del navegador", async () => {
    await page.goto("/coordinacion?texto=norte&etapa=sin_plan");
    const [texto, etapa] = [page.getByLabel("Nombre, código o ministerio"), page.getByLabel("Etapa")];
    await page.getByRole("link", { name: "Quitar los filtros" }).click();
    await expect(page).toHaveURL(/\/coordinacion$/);
    await expect(texto).toHaveValue("");
    await expect(etapa).toHaveValue("");
    await page.goBack();
    await expect(texto).toHaveValue("norte");
    await expect(etapa).toHaveValue("sin_plan");
    await texto.fill("otra");
    await expect(texto).toBeFocused();
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    await expect(texto).toHaveValue("norte");
  });

  await page.context().clearCookies();
  await ingresarComo(page, "diego.lagos@red.example");
  await pedirYVolver(page, "/administracion/instituciones", norte("Nombre, código o ministerio"));
  await pedirYVolver(page, "/administracion/personas", norte("Buscar por nombre o correo"));
});
