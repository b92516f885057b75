import type { Page } from "@playwright/test";
import type { Plan } from "@/lib/expediente/formato";
import { enLaBase } from "../apoyo/baseE2e";
import { planesReales } from "../apoyo/datosReales";
import { planDePrueba } from "../apoyo/planDePrueba";
import { esperarAccesible, esperarPantallaDebida, expect, ingresarComo, test } from "./apoyo";
import { planDe, prepararPlan } from "./comite-apoyo";

const COORDINADORA = "carla.nunez@red.example";
const PRECARGA = "/coordinacion/precarga";

// Real plans where they are at hand; the fictional ones do the same work elsewhere.
const reales = planesReales().map(([, plan]) => plan);
const planes: Plan[] = (
  reales.length > 0 ? reales : ["F1", "F2", "F3"].map((codigo) => planDePrueba(codigo))
).slice(0, 12);

const enArchivo = (plan: Plan) => ({
  name: `${plan.institucion.codigo}.json`,
  mimeType: "application/json",
  buffer: Buffer.from(JSON.stringify(plan)),
});

async function crearInstituciones(): Promise<void> {
  for (const { institucion } of planes)
    await enLaBase(
      "INSERT INTO institucion (codigo, nombre, ministerio) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
      [institucion.codigo, institucion.nombre, institucion.ministerio],
    );
}

async function elegir(
  page: Page,
  archivos: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0],
): Promise<void> {
  await page.getByLabel("Archivos de planes").setInputFiles(archivos);
}

test("la coordinación llega a su lista, busca una institución y va a la precarga", async ({ page }) => {
  await ingresarComo(page, COORDINADORA);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Coordinación");
  await esperarPantallaDebida(page);
  await page.getByLabel("Nombre, código o ministerio").fill("prestaciones");
  await page.getByRole("button", { name: "Buscar" }).click();
  const lista = page.getByRole("table", { name: "1 institución" });
  await expect(lista).toContainText("Instituto de Prestaciones Australes");
  await expect(lista).not.toContainText("Valles");
  await page.getByRole("link", { name: "Cargar planes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Precarga de planes");
  await esperarPantallaDebida(page);
});

test("varios planes se revisan, se cargan, y los mismos archivos otra vez no cambian nada", async ({
  page,
}) => {
  await crearInstituciones();
  await ingresarComo(page, COORDINADORA, PRECARGA);
  await elegir(page, planes.map(enArchivo));
  const cargar = page.getByRole("button", { name: `Cargar ${planes.length} planes` });
  await expect(cargar).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(`${planes.length} archivos. Se crea: ${planes.length}.`)).toBeVisible();
  await esperarAccesible(page);
  await cargar.click();
  await expect(page.getByText(`${planes.length} archivos. Cargado: ${planes.length}.`)).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole("button", { name: "Vaciar la lista" }).click();
  await elegir(page, planes.map(enArchivo));
  await expect(page.getByText(`${planes.length} archivos. Ya está cargado: ${planes.length}.`)).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByRole("button", { name: /^Cargar \d+ plan/ })).toHaveCount(0);
  const [{ n = 0 } = {}] = await enLaBase<{ n: number }>(
    "SELECT count(*)::int AS n FROM plan p JOIN institucion i ON i.id = p.institucion_id WHERE i.codigo = ANY ($1)",
    [planes.map(({ institucion }) => institucion.codigo)],
  );
  expect(n).toBe(planes.length);
});

test("un libro con faltas las dice con su hoja y su celda, y se descarga marcado", async ({ page }) => {
  await ingresarComo(page, COORDINADORA, PRECARGA);
  const descarga = page.waitForEvent("download");
  await page.getByLabel("Institución", { exact: true }).selectOption("");
  await page.getByRole("button", { name: "Descargar la planilla" }).click();
  await elegir(page, await (await descarga).path());
  await expect(page.getByRole("heading", { name: /faltas? que corregir/ })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("table")).toContainText("Institución y objetivo");
  await esperarAccesible(page);
  const marcado = page.waitForEvent("download");
  await page.getByRole("button", { name: "Descargar el libro con las faltas marcadas" }).click();
  expect((await marcado).suggestedFilename()).toMatch(/con faltas\.xlsx$/);
});

test.describe("lo ya ajustado", () => {
  // The confirmation that is missing is answered with a 422.
  test.use({ erroresEsperados: [/status of 422/] });
  test("reemplazar un plan que la institución ya ajustó muestra lo que se pierde y exige código y motivo", async ({
    page,
  }) => {
    await prepararPlan("SVA");
    const plan = await planDe("SVA");
    if (!plan) throw new Error("Falta el plan de la semilla.");
    const otro = { ...plan, objetivoGeneral: "Un objetivo general corregido por la Red." };
    await ingresarComo(page, COORDINADORA, PRECARGA);
    await elegir(page, [enArchivo(otro)]);
    await expect(page.getByText("Se pierde 1 decisión:")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("se mantiene.", { exact: false }).first()).toBeVisible();
    await esperarPantallaDebida(page);
    await page.getByRole("button", { name: "Reemplazar el plan de SVA" }).click();
    await expect(page.getByText("Escriba SVA, el código de la institución, para confirmar.")).toBeVisible();
    await page.getByLabel("Motivo del reemplazo").fill("La institución pidió corregir el objetivo.");
    await page.getByLabel("Para confirmar, escriba el código de la institución: SVA").fill("SVA");
    await page.getByRole("button", { name: "Reemplazar el plan de SVA" }).click();
    await expect(page.getByText("El plan quedó reemplazado y se avisó a las contrapartes.")).toBeVisible();
    const descargado = await page.request.get("/institucion/SVA/plan/plan.json");
    expect(((await descargado.json()) as Plan).objetivoGeneral).toBe(otro.objetivoGeneral);
    const pdf = await page.request.get("/institucion/SVA/plan/plan.pdf");
    expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
    // What another test finds here is what it was.
    await page.getByRole("button", { name: /^Quitar de la lista/ }).click();
    await elegir(page, [enArchivo(plan)]);
    await page.getByLabel("Motivo del reemplazo").fill("Se vuelve al plan original.");
    await page.getByLabel(/Para confirmar/).fill("SVA");
    await page.getByRole("button", { name: "Reemplazar el plan de SVA" }).click();
    await expect(page.getByText("El plan quedó reemplazado y se avisó a las contrapartes.")).toBeVisible();
  });
});

test.describe("quien no coordina", () => {
  test.use({ erroresEsperados: [/status of 404/] });
  test("no encuentra la precarga", async ({ page }) => {
    await ingresarComo(page, "ana.rojas@sva.example");
    for (const ruta of ["/coordinacion", PRECARGA]) expect((await page.goto(ruta))?.status()).toBe(404);
  });
});
