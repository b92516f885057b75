import type { Browser, Page } from "@playwright/test";
import { ponerReloj } from "@/tests/apoyo/baseE2e";
import { esperandoQueViva, esperarAccesible, esperarQueQuepa, expect, ingresarComo, test } from "./apoyo";
import { enviarAlComite, firmar } from "./comite-apoyo";
import { conPlanReal } from "./plan-real-apoyo";

// Several people, and the longest plans.
test.describe.configure({ timeout: 480_000 });

const PDF_ESCANEADO = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

/** Another person at their own computer, signed in, on a page. */
async function persona(browser: Browser, correo: string, ruta: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  esperandoQueViva(page);
  await ingresarComo(page, correo, ruta);
  return page;
}

async function mantenerLoPendiente(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Mantener todo lo pendiente" }).click();
  const ventana = page.getByRole("alertdialog", { name: /^¿Mantener \d+ componentes? como en 2024/ });
  await ventana.getByRole("button", { name: /^Mantener \d+ componentes?$/ }).click();
  await expect(ventana).toHaveCount(0);
}

const guardado = (page: Page) => expect(page.getByText(/^Guardado \d/)).toBeVisible();

/** Categories with the reason of g, argument and backing, in the part of the page that asks for them. */
async function justificar(page: Page, donde = page.locator("main")): Promise<void> {
  await donde.getByLabel(/^c\)/).check();
  await donde.getByRole("checkbox", { name: /^g\)/ }).check();
  await donde.getByLabel("g) ¿Cuál es la otra razón?").fill("Se abre una oficina que el plan no preveía.");
  await donde
    .getByLabel("Argumento")
    .fill("El seguimiento de 2025 mostró que así no llega a toda la población.");
  await donde.getByLabel("Antecedentes que lo respaldan").fill("Informe de seguimiento N° 3/2025.");
  await guardado(page);
}

test("sin cambios: se mantiene todo el plan más largo y el Comité lo firma; quien lee no decide", async ({
  page,
  browser,
}) => {
  await ponerReloj("2025-06-10T15:00:00Z");
  const lugar = await conPlanReal("R1", "1834.json");
  const plan = `/institucion/${lugar.codigo}/plan`;
  const comite = `/institucion/${lugar.codigo}/comite/plan`;
  await ingresarComo(page, lugar.contraparte, plan);
  await expect(page.getByText(/El plan está completo/)).toHaveCount(0);
  await esperarQueQuepa(page);
  await mantenerLoPendiente(page);
  await expect(page.getByText(/El plan está completo/)).toBeVisible();
  await page.goto(`${plan}/cambios`);
  await expect(page.getByText("No hay cambios respecto del plan diseñado en 2024")).toBeVisible();
  await page.goto(comite);
  await enviarAlComite(page);
  await expect(page.getByText("Falta que 2 integrantes del Comité")).toBeVisible();

  const lectora = await persona(browser, lugar.lectora, comite);
  await expect(lectora.getByRole("button", { name: /^(Firmar|Objetar|Enviar|Volver a abrir)/ })).toHaveCount(
    0,
  );
  await lectora.goto(`${plan}/A1`);
  await expect(lectora.getByRole("button", { name: /Se (modifica|mantiene)/ })).toHaveCount(0);
  await lectora.context().close();

  for (const [i, correo] of [lugar.integrante, lugar.preside].entries()) {
    const suya = await persona(browser, correo, comite);
    await expect(suya.getByLabel(/^Declaro/)).toHaveCount(0);
    await firmar(suya);
    if (i === 1) await expect(suya.getByRole("heading", { name: "Acta vigente" })).toBeVisible();
    await suya.context().close();
  }
  await page.goto(plan);
  await expect(page.getByText("El plan no se puede modificar ahora")).toBeVisible();
});

test("con cambios de cada tipo y una objeción: se modifica, se agrega y se elimina; el Comité objeta, se corrige y firma", async ({
  page,
  browser,
}) => {
  await ponerReloj("2025-06-10T15:00:00Z");
  const lugar = await conPlanReal("R2", "1510.json");
  const plan = `/institucion/${lugar.codigo}/plan`;
  const comite = `/institucion/${lugar.codigo}/comite/plan`;
  await ingresarComo(page, lugar.contraparte, `${plan}/A1`);
  const descripcion = page.locator("#componente-descripcion");
  await descripcion.getByRole("button", { name: "Se modifica" }).click();
  await descripcion.getByLabel(/Plan 2025/).fill("Atender en línea en todo el país.");
  await justificar(page, descripcion);
  await expect(descripcion.getByText("Qué cambia")).toBeVisible();

  await page.goto(`${plan}/A2`);
  await page.getByRole("button", { name: "Eliminar del plan" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Eliminar del plan" }).click();
  await expect(page.getByText(/se elimina del Plan 2025/)).toBeVisible();
  await justificar(page);

  await page.goto(`${plan}/nuevo`);
  await page.getByLabel("Un objetivo específico").check();
  await page.getByRole("button", { name: "Agregar y escribir su contenido" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Objetivo específico OE\d/ })).toBeVisible();
  await page
    .getByLabel("Descripción del objetivo específico")
    .fill("Que toda persona sepa en qué estado está su solicitud.");
  await justificar(page);

  await page.goto(plan);
  await mantenerLoPendiente(page);
  await expect(page.getByText(/El plan está completo/)).toBeVisible();
  await page.goto(`${plan}/cambios`);
  await expect(
    page.getByText(/1 se modifica; 1 elemento se incorpora; 1 elemento se elimina\./),
  ).toBeVisible();
  await esperarAccesible(page);
  await esperarQueQuepa(page);
  const minuta = await page.request.get(
    (await page.getByRole("link", { name: "Descargar en PDF" }).getAttribute("href")) ?? "",
  );
  expect((await minuta.body()).subarray(0, 5).toString()).toBe("%PDF-");

  await page.goto(comite);
  await enviarAlComite(page);
  await expect(page.getByText("Falta que 2 integrantes del Comité")).toBeVisible();
  const preside = await persona(browser, lugar.preside, comite);
  await expect(preside.getByRole("heading", { name: "Qué cambió y por qué" })).toBeVisible();
  await preside.getByLabel("Motivo de su objeción").fill("Falta decir qué oficina se abre.");
  await preside.getByRole("button", { name: "Objetar el Plan de Mejoramiento" }).click();
  await expect(preside.getByText("El Comité objetó la última versión")).toBeVisible();

  // Told at once: on screen without asking for anything else than the next page.
  await page.goto("/avisos");
  await expect(page.getByText(/objetó/).first()).toBeVisible();
  await page.goto(`${plan}/A1`);
  await descripcion.getByLabel(/Plan 2025/).fill("Atender en línea, y en la oficina nueva de Arica.");
  await guardado(page);
  await page.goto(comite);
  await expect(page.getByText("Falta decir qué oficina se abre.").first()).toBeVisible();
  await enviarAlComite(page);
  await expect(page.getByText("Falta que 2 integrantes del Comité")).toBeVisible();
  await preside.reload();
  await firmar(preside, { declara: true });
  const integrante = await persona(browser, lugar.integrante, comite);
  await firmar(integrante, { declara: true });
  await expect(integrante.getByRole("heading", { name: "Acta vigente" })).toBeVisible();
});

test("fuera de plazo, con prórroga y con acta en papel: después del 30 de junio se ajusta hasta la prórroga y el acta es de junio", async ({
  page,
  browser,
}) => {
  await ponerReloj("2025-07-03T15:00:00Z");
  const lugar = await conPlanReal("R3", "3101_72.json");
  const plan = `/institucion/${lugar.codigo}/plan`;
  const comite = `/institucion/${lugar.codigo}/comite/plan`;
  await ingresarComo(page, lugar.contraparte, `${plan}/A1`);
  const descripcion = page.locator("#componente-descripcion");
  // Late: what was decided in 2024 can be kept, nothing can be changed.
  await expect(descripcion.getByRole("button", { name: "Se modifica" })).toBeDisabled();

  const carla = await persona(browser, "carla.nunez@red.example", "/coordinacion/prorrogas");
  await carla.getByLabel("Institución", { exact: true }).fill(lugar.codigo);
  await carla.getByLabel("Último día").fill("10/07/2025");
  await carla.getByLabel("Razón", { exact: true }).fill("El plan se precargó después del cierre.");
  await carla.getByRole("button", { name: "Otorgar prórroga" }).click();
  await expect(carla.getByText("Vigente")).toBeVisible();
  await carla.context().close();

  await page.reload();
  await descripcion.getByRole("button", { name: "Se modifica" }).click();
  await descripcion.getByLabel(/Plan 2025/).fill("Atender con hora también los sábados.");
  await justificar(page, descripcion);
  await page.goto(plan);
  await mantenerLoPendiente(page);
  await expect(page.getByText(/El plan está completo/)).toBeVisible();
  const lectora = await persona(browser, lugar.lectora, plan);
  await expect(lectora.getByText(/El plan se precargó después del cierre/)).toBeVisible();
  await lectora.context().close();

  // The extension does not move the date of the act: nothing to sign on screen, and a paper act of July is refused.
  await page.goto(comite);
  await expect(page.getByRole("button", { name: "Enviar el Plan de Mejoramiento al Comité" })).toHaveCount(0);
  await expect(page.getByText(/una prórroga no la extiende/).first()).toBeVisible();
  await page.getByLabel("Número o nombre del acta").fill("Acta N° 4");
  await page
    .getByLabel("Acta escaneada")
    .setInputFiles({ name: "Acta Comité.pdf", mimeType: "application/pdf", buffer: PDF_ESCANEADO });
  await expect(page.getByText(/· Listo/)).toBeVisible();
  await page.getByLabel(/^En el acta consta/).check();
  const registrar = page.getByRole("button", { name: /^Registrar el acta/ });
  await page.getByLabel("Fecha del acta").fill("03/07/2025");
  await registrar.click();
  await expect(page.getByRole("link", { name: /30\/06\/2025|30 de junio/ })).toBeVisible();
  await page.getByLabel("Fecha del acta").fill("27/06/2025");
  await registrar.click();
  await expect(page.getByRole("heading", { name: "Acta vigente" })).toBeVisible();
});
