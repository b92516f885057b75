import { readFileSync } from "node:fs";
import { enLaBase } from "../apoyo/baseE2e";
import { esperarPantallaDebida, expect, ingresarComo, test } from "./apoyo";

const COORDINADORA = "carla.nunez@red.example";

/** Fifty more institutions without a plan, in two ministries; one of them with the report's difficulties of somebody. */
async function poblar(): Promise<void> {
  await enLaBase(
    `INSERT INTO institucion (codigo, nombre, ministerio)
     SELECT 'T' || n, 'Servicio de Pruebas ' || lpad(n::text, 2, '0'), CASE WHEN n % 2 = 0 THEN 'Ministerio Par' ELSE 'Ministerio Impar' END
     FROM generate_series(1, 50) AS n ON CONFLICT DO NOTHING`,
  );
}

test("la coordinación ve a todas, filtra en la dirección, reparte por grupo, pasa de página y vuelve", async ({
  page,
}) => {
  await poblar();
  await ingresarComo(page, COORDINADORA);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Coordinación");
  await expect(page.getByRole("table", { name: "54 instituciones" })).toBeVisible();
  await expect(page.getByText("1 a 25 de 54")).toBeVisible();
  await page.getByRole("link", { name: "Siguiente" }).click();
  await expect(page.getByText("26 a 50 de 54")).toBeVisible();

  await page.getByLabel("Ministerio", { exact: true }).selectOption("Ministerio Par");
  await page.getByLabel("Etapa").selectOption("Sin plan cargado");
  await page.getByRole("button", { name: "Buscar" }).click();
  await expect(page).toHaveURL(/ministerio=Ministerio\+Par/);
  await expect(page.getByRole("table", { name: "25 instituciones" })).toBeVisible();
  await page.getByRole("link", { name: "Por grupo" }).click();
  await expect(page).toHaveURL(/por=grupo/);
  await expect(page.getByRole("table", { name: "Avance por grupo" })).toContainText("Sin grupo");
  await expect(page.getByRole("table", { name: "25 instituciones" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("table", { name: "Avance por ministerio" })).toBeVisible();
  await page.getByRole("link", { name: "Quitar los filtros" }).click();
  await expect(page.getByRole("table", { name: "54 instituciones" })).toBeVisible();
  await page.getByRole("link", { name: "Dirección de Registros del Norte" }).click();
  await expect(page).toHaveURL(/\/institucion\/DRN$/);
});

test("el tablero, sus gráficos y su tabla se leen con teclado, lector y a 320 px", async ({ page }) => {
  await ingresarComo(page, COORDINADORA);
  for (const datos of await page.getByText("Ver los datos en una tabla").all()) await datos.click();
  await expect(page.getByRole("table", { name: "Instituciones por etapa" })).toBeVisible();
  await esperarPantallaDebida(page);
});

test("lo que se ve se descarga en Excel", async ({ page }) => {
  await ingresarComo(page, COORDINADORA, "/coordinacion?texto=valles");
  const [descarga] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Descargar en Excel" }).click(),
  ]);
  expect(descarga.suggestedFilename()).toBe("Tablero 2025.xlsx");
  expect(
    readFileSync(await descarga.path())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
});

test("el análisis global cuenta categorías y dificultades, y se busca en ellas", async ({ page }) => {
  await enLaBase(
    `INSERT INTO dificultad_holgura (institucion_id, informe_id, tipo, descripcion, factores_externos, componentes)
     SELECT f.institucion_id, f.id, 'dificultad', 'La licitación quedó desierta', 'Pocos proveedores', '{actividades}'
     FROM informe f JOIN institucion i ON i.id = f.institucion_id WHERE i.codigo IN ('SVA', 'IPA', 'DRN')`,
  );
  await ingresarComo(page, COORDINADORA, "/coordinacion/analisis");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Análisis global");
  await expect(page.getByRole("table", { name: "Textos que más se repiten" })).toContainText(
    "La licitación quedó desierta",
  );
  await page.getByLabel("Palabras de la dificultad").fill("licitaciones");
  await page.getByRole("button", { name: "Buscar" }).click();
  await expect(page.getByRole("table", { name: "Una por una: 3" })).toContainText("Pocos proveedores");
  await page.getByLabel("Código de una institución").fill("SVA");
  await page.getByRole("button", { name: "Buscar" }).click();
  await expect(page.getByRole("table", { name: "Una por una: 1" })).toContainText(
    "Servicio de Valles y Aguas",
  );
  await esperarPantallaDebida(page);
});

test.describe("quien no coordina", () => {
  test.use({ erroresEsperados: /status of 404/ });
  test("no llega al tablero, al análisis ni a los grupos", async ({ page }) => {
    await ingresarComo(page, "ana.rojas@sva.example");
    for (const ruta of [
      "/coordinacion",
      "/coordinacion/analisis",
      "/coordinacion/grupos",
      "/coordinacion/tablero/tablero.xlsx",
    ])
      expect((await page.goto(ruta))?.status()).toBe(404);
  });

  test("quien revisa tiene el análisis de su grupo, sin caminos a lo que no es suyo", async ({ page }) => {
    await ingresarComo(page, "elena.fuentes@red.example", "/revision");
    await page.getByRole("link", { name: "Análisis", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Análisis global");
    await expect(page.getByRole("link", { name: "Coordinación", exact: true })).toHaveCount(0);
    expect((await page.request.get("/coordinacion/analisis/analisis.xlsx")).status()).toBe(200);
    expect((await page.goto("/coordinacion"))?.status()).toBe(404);
  });
});
