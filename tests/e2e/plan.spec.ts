import type { Page } from "@playwright/test";
import { enLaBase, ponerReloj } from "@/tests/apoyo/baseE2e";
import { esperarPantallaDebida, expect, ingresarComo, test } from "./apoyo";

const ANA = "ana.rojas@sva.example";
const LUIS = "luis.soto@sva.example";
const PLAN = "/institucion/SVA/plan";

/** Leaves the plan of SVA as preloaded, at an instant. */
async function empezar(instante = "2025-06-10T15:00:00Z"): Promise<void> {
  await ponerReloj(instante);
  for (const tabla of ["envio", "firma", "acta_asistente", "acta", "aprobacion", "ajuste", "prorroga"])
    await enLaBase(
      `DELETE FROM ${tabla} WHERE institucion_id = (SELECT id FROM institucion WHERE codigo = 'SVA')`,
    );
}

const ajustes = () =>
  enLaBase<{
    elemento: string;
    componente: string | null;
    decision: string;
    contenido: unknown;
    argumento: string;
  }>(
    `SELECT elemento, componente, decision, contenido, argumento FROM ajuste
     WHERE institucion_id = (SELECT id FROM institucion WHERE codigo = 'SVA') ORDER BY orden`,
  );

const tarjeta = (page: Page, componente: string) => page.locator(`#componente-${componente}`);
const guardado = (page: Page) => expect(page.getByText(/^Guardado \d/)).toBeVisible();

async function modificar(page: Page, componente: string): Promise<void> {
  await tarjeta(page, componente).getByRole("button", { name: "Se modifica" }).click();
  await expect(tarjeta(page, componente).getByText("Justificación del cambio")).toBeVisible();
}

test.beforeEach(() => empezar());

test("una contraparte modifica un componente y lo que escribe queda guardado, con su justificación", async ({
  page,
}) => {
  await ingresarComo(page, ANA, `${PLAN}/A1`);
  await modificar(page, "poblacionObjetivo");
  const mia = tarjeta(page, "poblacionObjetivo");
  await mia.getByLabel(/Plan 2025/).fill("Personas usuarias de todo el país.");
  await mia.getByLabel(/^c\)/).check();
  await mia
    .getByLabel("Argumento")
    .fill("La ley 21.180 obliga a atender por medios electrónicos en todo el país.");
  await mia.getByLabel("Antecedentes que lo respaldan").fill("Ley 21.180, artículo 1.");
  await guardado(page);
  await expect(mia.getByText("Qué cambia")).toBeVisible();
  await expect.poll(ajustes).toMatchObject([
    {
      elemento: "A1",
      componente: "poblacionObjetivo",
      decision: "modifica",
      contenido: "Personas usuarias de todo el país.",
      argumento: expect.stringContaining("21.180"),
    },
  ]);
  await page.reload();
  await expect(mia.getByLabel(/Plan 2025/)).toHaveValue("Personas usuarias de todo el país.");

  await page.goto(`${PLAN}/cambios`);
  await expect(page.getByText("1 se modifica")).toBeVisible();
  await expect(page.getByText("Ley 21.180, artículo 1.")).toBeVisible();
});

test("mantener todo lo pendiente muestra lo que cubre y se puede deshacer", async ({ page }) => {
  await ingresarComo(page, ANA, PLAN);
  await page.getByRole("button", { name: "Mantener todo lo pendiente" }).click();
  const ventana = page.getByRole("alertdialog", { name: /Mantener \d+ componentes como en 2024/ });
  await expect(ventana.getByText("Actividad A1")).toBeVisible();
  await ventana.getByRole("button", { name: /^Mantener \d+ componentes$/ }).click();
  await expect(page.getByText(/El plan está completo/)).toBeVisible();
  await page.getByRole("button", { name: "Deshacer" }).click();
  await expect(page.getByText(/Falta decidir sobre/)).toBeVisible();
  await expect.poll(ajustes).toEqual([]);
});

test("eliminar y volver a incluir un elemento dejan el foco en un título, no al comienzo de la página", async ({
  page,
}) => {
  await ingresarComo(page, ANA, `${PLAN}/A2`);
  const titulo = page.locator(":is(h1, h2, h3):focus");
  await page.getByRole("button", { name: "Eliminar del plan" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Eliminar del plan" }).click();
  await expect(page.getByText("Actividad A2 se elimina del Plan 2025")).toBeVisible();
  await expect(titulo).toHaveText("Actividad A2");
  await page.getByRole("button", { name: "Incluir otra vez en el plan" }).click();
  await expect(page.getByText("Actividad A2 se elimina del Plan 2025")).toBeHidden();
  await expect(titulo).toHaveText("Actividad A2");
});

test("volver a «se mantiene» pregunta, y lo escrito se recupera", async ({ page }) => {
  await ingresarComo(page, ANA, `${PLAN}/A1`);
  await modificar(page, "sistemasRespaldo");
  const mia = tarjeta(page, "sistemasRespaldo");
  await mia.getByLabel(/Plan 2025/).fill("Un tablero nuevo.");
  await guardado(page);
  await mia.getByRole("button", { name: "Se mantiene" }).click();
  await page.getByRole("button", { name: "Mantener y descartar lo escrito" }).click();
  await mia.getByRole("button", { name: /Recuperar lo que se había escrito/ }).click();
  await expect(mia.getByLabel(/Plan 2025/)).toHaveValue("Un tablero nuevo.");
});

test.describe("dos contrapartes a la vez", () => {
  test("campos distintos se juntan; en el mismo campo se ven las dos versiones y se elige", async ({
    page,
    browser,
  }) => {
    await ingresarComo(page, ANA, `${PLAN}/A1`);
    await modificar(page, "descripcion");
    const otro = await browser.newContext();
    const luis = await otro.newPage();
    await ingresarComo(luis, LUIS, `${PLAN}/A1`);
    const [deAna, deLuis] = [tarjeta(page, "descripcion"), tarjeta(luis, "descripcion")];

    await deAna.getByLabel("Argumento").fill("El argumento de Ana.");
    await expect.poll(ajustes).toMatchObject([{ argumento: "El argumento de Ana." }]);
    await deLuis.getByLabel("Antecedentes que lo respaldan").fill("Los antecedentes de Luis.");
    await guardado(luis);
    // His page asks again after its save, and brings hers: what she writes next comes after that.
    await expect(deLuis.getByLabel("Argumento")).toHaveValue("El argumento de Ana.");

    // Luis still sees the description as it was when he opened the page.
    await deAna.getByLabel(/Plan 2025/).fill("Como la escribió Ana.");
    await expect.poll(ajustes).toMatchObject([{ contenido: "Como la escribió Ana." }]);
    await deLuis.getByLabel(/Plan 2025/).fill("Como la escribió Luis.");
    await expect(deLuis.getByText(/Ana Rojas Pinto escribió aquí/)).toBeVisible();
    await expect(deLuis.getByText("Como la escribió Ana.").first()).toBeVisible();
    expect(await ajustes()).toMatchObject([{ contenido: "Como la escribió Ana." }]);
    await deLuis.getByRole("button", { name: "Guardar lo mío" }).click();
    await expect.poll(ajustes).toMatchObject([{ contenido: "Como la escribió Luis." }]);
    await otro.close();
  });
});

test.describe("sin conexión", () => {
  test.use({ erroresEsperados: [/ERR_INTERNET_DISCONNECTED|Failed to (load|fetch)/] });

  test("lo escrito queda en el equipo, se dice, sobrevive a una recarga y se guarda al volver", async ({
    page,
    context,
  }) => {
    await ingresarComo(page, ANA, `${PLAN}/A1`);
    await modificar(page, "descripcion");
    const caja = tarjeta(page, "descripcion").getByLabel(/Plan 2025/);
    await context.setOffline(true);
    await caja.fill("Escrito sin conexión.");
    await expect(page.getByText("Sin conexión: se guardará al volver")).toBeVisible();
    page.on("dialog", (dialogo) => dialogo.accept());
    await context.setOffline(false);
    await page.reload();
    await expect(caja).toHaveValue("Escrito sin conexión.");
    await expect.poll(ajustes).toMatchObject([{ contenido: "Escrito sin conexión." }]);
  });
});

test("una página pedida antes de un guardado que se acusa después muestra lo guardado", async ({ page }) => {
  await ingresarComo(page, ANA, `${PLAN}/A1`);
  await modificar(page, "descripcion");
  const caja = tarjeta(page, "descripcion").getByLabel(/Plan 2025/);
  page.on("dialog", (dialogo) => dialogo.accept());
  let soltar = () => {};
  const dibujada = new Promise<void>((listo) => {
    soltar = listo;
  });
  await page.route(/\/campo$/, (pedido) => dibujada.then(() => pedido.continue()));
  await page.route(`**${PLAN}/A1`, async (pedido) => {
    if (!pedido.request().isNavigationRequest()) return pedido.continue();
    const response = await pedido.fetch();
    // The page that is still there hears it saved, and asks for its figures again.
    const acusado = page.waitForRequest(/_rsc=/);
    soltar();
    await acusado;
    await pedido.fulfill({ response });
  });
  await caja.fill("Guardado mientras se recargaba.");
  await page.waitForRequest(/\/campo$/);
  await page.reload();
  await expect(caja).toHaveValue("Guardado mientras se recargaba.");
});

test("lo que no se guardaría no se deja escribir: la caja espera a que llegue el código de la página", async ({
  page,
}) => {
  await ingresarComo(page, ANA, `${PLAN}/A1`);
  await modificar(page, "descripcion");
  const caja = tarjeta(page, "descripcion").getByLabel(/Plan 2025/);
  await expect(caja).toBeEditable();
  let llegar = () => {};
  const llega = new Promise<void>((listo) => {
    llegar = listo;
  });
  await page.route(/\.js(\?|$)/, (pedido) => llega.then(() => pedido.continue()));
  await page.evaluate(() => location.reload());
  await expect(caja).not.toBeEditable();
  llegar();
  await expect(caja).toBeEditable();
  await caja.fill("Ya se puede.");
  await expect.poll(ajustes).toMatchObject([{ contenido: "Ya se puede." }]);
});

test("en el instante del cierre la página abierta lo dice, y lo escrito después se conserva sin registrarse", async ({
  page,
}) => {
  await ingresarComo(page, ANA, `${PLAN}/A1`);
  await modificar(page, "descripcion");
  const caja = tarjeta(page, "descripcion").getByLabel(/Plan 2025/);
  await caja.fill("En plazo.");
  await guardado(page);
  await ponerReloj("2025-07-01T03:56:00Z");
  // The page's time is ours from here on: how long the machine takes decides nothing.
  await page.clock.install();
  await page.reload();
  await caja.fill("Todavía en plazo.");
  await guardado(page);
  await ponerReloj("2025-07-01T04:00:01Z");
  await page.clock.fastForward("04:10");
  await expect(page.getByText("El plazo para ajustar el plan acaba de cerrarse")).toBeVisible();
  await expect(page.getByText("El plan no se puede modificar ahora")).toBeVisible();
  await expect(page.getByText("El plazo para ajustar el plan acaba de cerrarse")).toBeVisible();
  expect(await ajustes()).toMatchObject([{ contenido: "Todavía en plazo." }]);
});

test("lo que se escribe justo al cierre no se registra y queda a la vista, para copiarlo", async ({
  page,
}) => {
  await ingresarComo(page, ANA, `${PLAN}/A1`);
  await modificar(page, "descripcion");
  const mia = tarjeta(page, "descripcion");
  await ponerReloj("2025-07-01T04:00:01Z");
  await mia.getByLabel(/Plan 2025/).fill("Un segundo tarde.");
  await expect(mia.getByText("No se guardó: su texto sigue en este equipo")).toBeVisible();
  await page.goto(PLAN);
  await expect(page.getByText("Hay un texto suyo que no se guardó y sigue en este equipo")).toBeVisible();
  await expect(page.getByText(/componentes sin decidir: ya no se modifican, pero puede/)).toBeVisible();
  await expect(page.getByText("venció ayer")).toBeVisible();
  await page.goto("/institucion/SVA");
  await expect(page.getByText(/^Falta el acta del Comité que aprueba el plan/)).toBeVisible();
  await page.goto(PLAN);
  expect(JSON.stringify(await ajustes())).not.toContain("Un segundo tarde.");
});

test("una prórroga de la coordinación reabre el plan, se ve con su razón y se revoca", async ({
  page,
  browser,
}) => {
  await ponerReloj("2025-07-02T15:00:00Z");
  await ingresarComo(page, "carla.nunez@red.example", "/coordinacion/prorrogas");
  await page.getByLabel("Institución", { exact: true }).fill("SVA");
  await page.getByLabel("Último día").fill("10/07/2025");
  await page.getByLabel("Razón", { exact: true }).fill("La plataforma se habilitó después.");
  await page.getByRole("button", { name: "Otorgar prórroga" }).click();
  // Other institutions of the platform may have theirs.
  const fila = page.getByRole("row").filter({ hasText: "Servicio de Valles y Aguas" });
  await expect(fila.getByText("Vigente")).toBeVisible();

  const otro = await browser.newContext();
  const ana = await otro.newPage();
  await ingresarComo(ana, ANA, `${PLAN}/A1`);
  await expect(ana.getByText(/La plataforma se habilitó después/)).toBeVisible();
  await modificar(ana, "descripcion");
  await otro.close();

  await fila.getByRole("button", { name: /^Revocar/ }).click();
  await page.getByRole("button", { name: "Revocar prórroga" }).click();
  await page.getByRole("link", { name: "Escriba por qué se revoca." }).click();
  await expect(page.getByLabel("Motivo")).toBeFocused();
  await page.getByLabel("Motivo").fill("Se otorgó por error.");
  await page.getByRole("button", { name: "Revocar prórroga" }).click();
  await expect(fila.getByText("Revocada", { exact: true })).toBeVisible();
});

test.describe("con teclado, lector de pantalla y a 320 píxeles se usan", () => {
  test("el plan y el resumen de cambios", async ({ page }) => {
    await ingresarComo(page, ANA, PLAN);
    await esperarPantallaDebida(page);
    await page.goto(`${PLAN}/cambios`);
    await esperarPantallaDebida(page);
  });

  test("agregar un elemento, y el elemento nuevo", async ({ page }) => {
    await ingresarComo(page, ANA, `${PLAN}/nuevo`);
    await esperarPantallaDebida(page);
    await page.getByRole("button", { name: "Agregar y escribir su contenido" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Actividad A5" })).toBeVisible();
    await esperarPantallaDebida(page);
  });

  test("una actividad con varios componentes que se modifican", async ({ page }) => {
    test.slow();
    await ingresarComo(page, ANA, `${PLAN}/A1`);
    for (const componente of ["indicadoresDesempeno", "tramites", "costos", "areasResponsables"])
      await modificar(page, componente);
    await esperarPantallaDebida(page);
  });
});
