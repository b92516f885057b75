import { enLaBase } from "../apoyo/baseE2e";
import { esperarPantallaDebida, expect, ingresarPorPantalla, test } from "./apoyo";

const MINUTO = 60_000;

test.describe("una persona con dos instituciones", () => {
  const correo = "luis.soto@sva.example";

  test.beforeEach(async () => {
    await enLaBase(
      `INSERT INTO membresia (usuario_id, institucion_id, rol)
       SELECT u.id, i.id, 'lector' FROM usuario u, institucion i WHERE u.correo = $1 AND i.codigo = 'IPA' ON CONFLICT DO NOTHING`,
      [correo],
    );
  });
  test.afterEach(async () => {
    await enLaBase(
      `DELETE FROM membresia m USING usuario u, institucion i
       WHERE u.id = m.usuario_id AND i.id = m.institucion_id AND u.correo = $1 AND i.codigo = 'IPA'`,
      [correo],
    );
  });

  test("ve por cuál actúa, y cambia en el encabezado", async ({ page }) => {
    await ingresarPorPantalla(page, correo, "/institucion/SVA");
    await expect(page.getByRole("banner")).toContainText("Contraparte suplente");
    await page.getByRole("banner").locator("summary", { hasText: "Actúa en" }).click();
    await page.getByRole("button", { name: /Prestaciones Australes/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Prestaciones Australes");
    await expect(page.getByRole("banner")).toContainText("Lector institucional");
    await page.goto("/institucion/IPA/personas");
    await expect(page.getByRole("heading", { name: "Invitar a una persona" })).toHaveCount(0);
    await page.getByRole("banner").locator("summary", { hasText: "Actúa en" }).click();
    await page.getByRole("button", { name: /Valles y Aguas/ }).click();
    await expect(page.getByRole("banner")).toContainText("Contraparte suplente");
  });

  test("una dirección de la otra ofrece cambiar, y lleva a ella", async ({ page }) => {
    await ingresarPorPantalla(page, correo, "/institucion/SVA");
    await page.goto("/institucion/IPA/personas");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cambie de institución");
    await expect(page.getByRole("table")).toHaveCount(0);
    await esperarPantallaDebida(page);
    await page
      .getByRole("main")
      .getByRole("button", { name: /Prestaciones Australes/ })
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Personas");
    expect(new URL(page.url()).pathname).toBe("/institucion/IPA/personas");
    await page.getByRole("banner").locator("summary", { hasText: "Actúa en" }).click();
    await page.getByRole("button", { name: /Valles y Aguas/ }).click();
  });
});

test("un ingreso fallido lleva el foco a lo que se dice de él", async ({ page }) => {
  await page.goto("/ingresar");
  await page.getByLabel("Correo").fill("nadie@sva.example");
  await page.getByLabel("Clave", { exact: true }).fill("no es esta");
  await page.keyboard.press("Enter");
  await expect(page.locator(":focus").getByRole("alert")).toBeVisible();
});

test.describe("el fin de la sesión", () => {
  test.use({ erroresEsperados: /status of 401/ });
  const correo = "rosa.campos@sva.example";
  const dejarQuieta = (minutos: number) =>
    enLaBase(
      `UPDATE sesion SET vista_en = now() - make_interval(secs => $2)
       WHERE cerrada_en IS NULL AND usuario_id = (SELECT id FROM usuario WHERE correo = $1)`,
      [correo, minutos * 60],
    );

  test("se avisa dos minutos antes, y «Seguir conectado» la alarga", async ({ page }) => {
    await page.clock.install();
    await ingresarPorPantalla(page, correo);
    await dejarQuieta(28.5);
    await page.clock.fastForward(28.5 * MINUTO);
    const aviso = page.getByRole("alertdialog", { name: "Su sesión está por terminar" });
    await expect(aviso).toBeVisible();
    await esperarPantallaDebida(page);
    await aviso.getByRole("button", { name: "Seguir conectado" }).click();
    await expect(aviso).toBeHidden();
    const [fila] = await enLaBase<{ hace: number }>(
      `SELECT min(extract(epoch FROM now() - vista_en))::float8 AS hace FROM sesion
       WHERE cerrada_en IS NULL AND usuario_id = (SELECT id FROM usuario WHERE correo = $1)`,
      [correo],
    );
    expect(fila?.hace).toBeLessThan(60);
  });

  test("terminada, se dice y lo escrito sigue en la página", async ({ page }) => {
    await page.clock.install();
    await ingresarPorPantalla(page, correo, "/perfil");
    await page.getByLabel("Nombre y apellidos").fill("Rosa con cambios");
    await dejarQuieta(31);
    await page.clock.fastForward(28.5 * MINUTO);
    await expect(page.getByRole("alertdialog", { name: "Su sesión terminó" })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Su sesión terminó" })).toBeVisible();
    await expect(page.getByLabel("Nombre y apellidos")).toHaveValue("Rosa con cambios");
  });
});
