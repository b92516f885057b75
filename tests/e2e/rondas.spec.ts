import { enLaBase } from "@/tests/apoyo/baseE2e";
import { esperarPantallaDebida, expect, ingresarComo, mirar, test } from "./apoyo";
import { ANA, ELENA, empezarEn, revisarYDevolver, ultimoEnvio } from "./observaciones-apoyo";

const SEPTIEMBRE = new Date("2025-09-10T15:00:00Z");
const NOMBRE = "Primer ejercicio metodológico";

async function empezar(): Promise<void> {
  await empezarEn(SEPTIEMBRE);
  for (const tabla of [
    "observacion_mensaje",
    "observacion",
    "nota_revision",
    "presencia_revision",
    "asignacion_revision",
    "envio",
    "ronda",
  ])
    await enLaBase(`DELETE FROM ${tabla}`);
}

test("la Coordinación abre una ronda, la institución envía como está, recibe retroalimentación y envía otra vez", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await empezar();
  await ingresarComo(page, "carla.nunez@red.example", "/coordinacion/rondas");
  await expect(page.getByText("Este año no hay rondas preliminares")).toBeVisible();
  await page.getByRole("button", { name: "Abrir la ronda" }).click();
  await expect(page.getByText(/Escriba el nombre de la ronda/).first()).toBeVisible();
  await page.getByLabel("Nombre", { exact: true }).fill(NOMBRE);
  await page.getByLabel("Se abre").fill("01/09/2025");
  await page.getByLabel("Último día para enviar").fill("15/09/2025");
  await page.getByLabel("Retroalimentación hasta").fill("30/09/2025");
  await page.getByRole("button", { name: "Abrir la ronda" }).click();
  await expect(page.getByRole("heading", { name: NOMBRE })).toBeVisible();
  await expect(page.getByText("15/09/2025, 23:59")).toBeVisible();
  await esperarPantallaDebida(page);
  await mirar(page, "rondas");

  await page.context().clearCookies();
  await ingresarComo(page, ANA, "/institucion/SVA/revision");
  await page.getByRole("link", { name: NOMBRE }).click();
  await expect(page.getByText("Puede enviar el expediente como está, si quiere")).toBeVisible();
  await expect(page.getByText("Se puede enviar igual: es para saber cómo va.")).toBeVisible();
  await esperarPantallaDebida(page);
  await mirar(page, "ronda-por-enviar");
  await page.getByRole("button", { name: "Enviar a esta ronda" }).click();
  await page.getByRole("button", { name: "Enviar a la ronda", exact: true }).click();
  await expect(page.getByText("La dupla revisora prepara su retroalimentación")).toBeVisible();

  // Nothing was closed by it.
  await page.goto("/institucion/SVA/difusion");
  await expect(page.getByText(/no admite cambios/)).toHaveCount(0);

  await revisarYDevolver(
    await ultimoEnvio(),
    [{ requisito: "E3O1RT2", ruta: "", texto: "Faltan las instancias de difusión." }],
    "",
    SEPTIEMBRE,
  );
  await page.goto("/institucion/SVA/revision");
  await page.getByRole("link", { name: NOMBRE }).click();
  await expect(page.getByText("Faltan las instancias de difusión.")).toBeVisible();
  await expect(page.getByText("Puede enviar otra versión, si quiere")).toBeVisible();
  await esperarPantallaDebida(page);
  await mirar(page, "ronda-con-retroalimentacion");
  await page.getByRole("button", { name: "Enviar a esta ronda" }).click();
  await page.getByRole("button", { name: "Enviar a la ronda", exact: true }).click();
  await expect(page.getByText("Corregido en la versión siguiente")).toBeVisible();

  await page.context().clearCookies();
  await ingresarComo(page, ELENA, `/revision/${await ultimoEnvio()}`);
  await page.getByRole("button", { name: "Abrir la revisión" }).click();
  await page.getByRole("button", { name: "Devolver con observaciones" }).click();
  const dialogo = page.getByRole("dialog");
  await expect(dialogo.getByText(/podrá enviar otra versión, si quiere, hasta el .*23:59/)).toBeVisible();
  await expect(dialogo.getByLabel("Último día para responder")).toHaveCount(0);
  await mirar(page, "devolver-ronda");
  await dialogo.getByRole("button", { name: "Devolver la versión" }).click();
  await expect(
    page.getByText("La institución puede enviar otra versión a la ronda, si quiere"),
  ).toBeVisible();
  await expect(page.getByText(/Puede responder hasta el 15\/09\/2025, 23:59/)).toBeVisible();

  await page.context().clearCookies();
  await ingresarComo(page, "carla.nunez@red.example", "/coordinacion/rondas");
  await expect(
    page.getByText("Ya se envió a esta ronda: sus fechas y requisitos no se cambian."),
  ).toBeVisible();
});
