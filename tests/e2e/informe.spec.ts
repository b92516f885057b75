import type { Page } from "@playwright/test";
import { mostrarNumero } from "@/lib/expediente/numero";
import { esperarPantallaDebida, expect, ingresarComo, test } from "./apoyo";
import { planDe } from "./comite-apoyo";
import { perderRespuesta } from "./pedidos-apoyo";

const INFORME = "/institucion/IPA/informe";
const TITULAR = "iris.vega@ipa.example";

test.beforeEach(async ({ page }) => {
  await ingresarComo(page, TITULAR);
});

test("cada pantalla del informe es accesible, cabe en 320 px y se maneja con el teclado", async ({
  page,
}) => {
  test.slow();
  for (const ruta of [
    "",
    "/actividad/A1",
    "/indicadores",
    "/indicador/A1.ID1",
    "/dificultades",
    "/seguimiento",
    "/importar",
  ]) {
    await page.goto(`${INFORME}${ruta}`);
    await esperarPantallaDebida(page);
  }
});

test("la explicación se pide solo cuando corresponde, y lo escrito se conserva si deja de corresponder", async ({
  page,
}) => {
  await page.goto(`${INFORME}/actividad/A1`);
  await expect(page.getByText("La evidencia no se carga aquí: su institución debe guardarla")).toBeVisible();
  const pregunta = page.getByRole("group", { name: /de acuerdo con lo descrito/ });
  await pregunta.getByLabel("No", { exact: true }).check();
  const explicacion = page.getByRole("textbox", { name: "Explicación", exact: true });
  await explicacion.fill("Faltó presupuesto.");
  await explicacion.blur();
  await expect(page.getByText("No cumplida")).toBeVisible();
  await pregunta.getByLabel("Sí", { exact: true }).check();
  await expect(explicacion).toHaveCount(0);
  await expect(page.getByText(/Explicación: lo que se escribió se conserva/)).toBeVisible();
  await page.getByRole("button", { name: /Responder «No» en los 7 que faltan/ }).click();
  await expect(page.getByRole("button", { name: /Responder «No»/ })).toHaveCount(0);
  await page.getByLabel("PDF").check();
  await page.getByLabel(/Otros formatos/).fill("csv, base de datos");
  await page.getByLabel(/Otros formatos/).blur();
  await expect(page.getByText(/Guardado/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(/Otros formatos/)).toHaveValue("csv, base de datos");
  await expect(page.getByLabel("PDF")).toBeChecked();
});

test("un texto más largo que lo que se guarda dice cuánto sobra, sigue en el equipo y se guarda al acortarlo", async ({
  page,
}) => {
  await page.goto(`${INFORME}/seguimiento`);
  const avances = page.getByRole("textbox", { name: /^Avances/ });
  await avances.fill("a".repeat(200_010));
  await avances.blur();
  await expect(page.getByText("No se guardó: su texto sigue en este equipo")).toBeVisible();
  await expect(
    page.getByText("guarda hasta 200.000 caracteres y el suyo tiene 200.010. Se conserva en este equipo"),
  ).toBeVisible();
  await avances.fill("Se abrieron dos oficinas.");
  await page.getByRole("button", { name: "Intentar guardar otra vez" }).click();
  await expect(page.getByText(/^Guardado/)).toBeVisible();
  await page.reload();
  await expect(avances).toHaveValue("Se abrieron dos oficinas.");
});

/** As Excel leaves it in the clipboard, in the cell that has the focus. */
const pegar = (page: Page, texto: string) =>
  page.evaluate((contenido) => {
    const datos = new DataTransfer();
    datos.setData("text/plain", contenido);
    const evento = new ClipboardEvent("paste", { clipboardData: datos, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(evento);
  }, texto);

test("la grilla calcula al escribir, se recorre con flechas y Entrar, y recibe un bloque de Excel que se deshace", async ({
  page,
}) => {
  await page.goto(`${INFORME}/indicadores`);
  const numeradores = page.getByRole("textbox", { name: /^Numerador de/ });
  const denominadores = page.getByRole("textbox", { name: /^Denominador de/ });
  await numeradores.nth(0).fill("2");
  await numeradores.nth(0).press("ArrowRight");
  await expect(denominadores.nth(0)).toBeFocused();
  await denominadores.nth(0).fill("3");
  await expect(page.getByText(/66,6666666667…|0,6666666667…/).first()).toBeVisible();
  await denominadores.nth(0).press("Enter");
  await expect(denominadores.nth(1)).toBeFocused();
  await denominadores.nth(1).press("ArrowUp");
  await expect(denominadores.nth(0)).toBeFocused();

  await numeradores.nth(0).focus();
  await pegar(page, "1.234,5\t2.000\r\n80\t100\r\n");
  await expect(numeradores.nth(0)).toHaveValue("1.234,5");
  await expect(denominadores.nth(1)).toHaveValue("100");
  await page.getByRole("button", { name: "Deshacer" }).click();
  await expect(numeradores.nth(0)).toHaveValue("2");
  await expect(denominadores.nth(1)).toHaveValue("");
  await numeradores.nth(1).fill("doce");
  await expect(page.getByText(/Escriba un número, con coma/)).toBeVisible();
  await page.getByRole("button", { name: /resultados calculados que faltan/ }).click();
  const resultado = page.getByRole("textbox", { name: /^Resultado final de/ }).nth(0);
  await expect(resultado).not.toHaveValue("");
  // What cannot be is said in its cell, and not while it is typed over.
  await denominadores.nth(0).fill("0");
  await denominadores.nth(0).blur();
  await expect(denominadores.nth(0)).toHaveAccessibleDescription("No puede ser cero.");
  await denominadores.nth(0).fill("3");
  await expect(denominadores.nth(0)).not.toHaveAttribute("aria-invalid");
  await resultado.fill("12,5");
  await resultado.blur();
  await expect(resultado).toHaveAccessibleDescription(/^No es lo calculado: con 1 decimal sería/);
  await expect(page.getByText(/Guardado/)).toBeVisible();
  await page.reload();
  await expect(numeradores.nth(1)).toHaveValue("doce");
});

test("la grilla impresa cabe en la hoja, con la columna de las metas", async ({ page }) => {
  await page.goto(`${INFORME}/indicadores`);
  await page.emulateMedia({ media: "print" });
  const tabla = page.getByRole("table", { name: "Resultados de los indicadores" });
  const cortados = await tabla.evaluate((suya) => {
    const caja = suya.querySelector("input") as HTMLInputElement;
    caja.value = "12.345.678,5";
    return caja.scrollWidth - caja.clientWidth;
  });
  expect(cortados, "un número largo no se corta").toBeLessThanOrEqual(0);
  const sobra = await tabla.evaluate((suya) => {
    const marco = suya.parentElement as HTMLElement;
    // A letter sheet without its margins.
    marco.style.width = "179mm";
    return marco.scrollWidth - marco.clientWidth;
  });
  expect(sobra).toBeLessThanOrEqual(0);
});

test("un pegado no corre filas, se deshace sin tocar lo escrito después, y su aviso es uno y deja ver el guardado", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(`${INFORME}/indicadores`);
  const numeradores = page.getByRole("textbox", { name: /^Numerador de/ });
  const denominadores = page.getByRole("textbox", { name: /^Denominador de/ });
  const medidos = page.getByRole("combobox", { name: /^¿Se midió/ });
  const deshacer = page.getByRole("button", { name: "Deshacer" });
  const antes = await numeradores.nth(3).inputValue();
  await medidos.nth(4).selectOption("");
  await numeradores.nth(3).focus();
  await pegar(page, "s/i\tn/d\r\n91\t101\r\n13\t21\r\n");
  await expect(numeradores.nth(4)).toHaveValue("91");
  await expect(denominadores.nth(5)).toHaveValue("21");
  await expect(numeradores.nth(3)).toHaveValue(antes);
  await expect(
    page.getByText(/^Se pegaron números en 2 indicadores\. 2 celdas no se pudieron leer/),
  ).toBeVisible();
  await expect(medidos.nth(4)).toHaveValue("si");
  await numeradores.nth(5).fill("777");
  await deshacer.click();
  await expect(numeradores.nth(5)).toHaveValue("777");
  await expect(numeradores.nth(4)).not.toHaveValue("91");
  await expect(medidos.nth(4)).toHaveValue("");
  // At once, again: the answer is given with the numbers.
  for (const texto of ["91\t101\r\n", "Numerador\tDenominador\r\n92\t102\r\n"]) {
    await numeradores.nth(4).focus();
    await pegar(page, texto);
    await expect(medidos.nth(4)).toHaveValue("si");
  }
  await expect(numeradores.nth(4)).toHaveValue("92");
  await expect(deshacer).toHaveCount(1);
  const aviso = page.getByText(/La primera fila era de títulos y no se pegó/);
  const guardado = page.getByText(/^Guardado/);
  await expect(guardado).toBeVisible();
  const [suCaja, laOtra] = await Promise.all([
    page.getByRole("region", { name: "Avisos" }).getByRole("status").boundingBox(),
    guardado.boundingBox(),
  ]);
  expect((suCaja?.y ?? 0) + (suCaja?.height ?? 0)).toBeLessThanOrEqual(laOtra?.y ?? 0);
  await page.getByRole("link", { name: "A1.ID1" }).first().click();
  await expect(page).toHaveURL(/indicador\/A1\.ID1/);
  await expect(aviso).toHaveCount(0);
});

test("el análisis de brechas aparece solo si la meta no se alcanza, y el resultado se propone", async ({
  page,
}) => {
  const indicador = (await planDe("IPA"))?.actividades
    ?.flatMap(({ indicadoresDesempeno }) => indicadoresDesempeno ?? [])
    .find(({ id }) => id === "A2.ID1");
  await page.goto(`${INFORME}/indicador/A2.ID1`);
  const plan = page.locator("section", { has: page.getByRole("heading", { name: "Lo que dice el plan" }) });
  for (const dato of ["A2.ID1", indicador?.nombre, indicador?.formula, mostrarNumero(indicador?.meta ?? 0)])
    await expect(plan).toContainText(dato ?? "sin plan");
  await page.getByLabel("Sí, se midió").check();
  await page.getByLabel("Numerador").fill("1");
  await page.getByLabel("Denominador").fill("1000");
  const brechas = page.getByRole("textbox", { name: "Análisis de brechas" });
  const alcanzada = page.getByText("Meta alcanzada", { exact: true });
  await expect(brechas.or(alcanzada).first()).toBeVisible();
  const sinAlcanzar = await brechas.isVisible();
  if (!sinAlcanzar) await page.getByLabel("Numerador").fill("999");
  await brechas.fill("Faltaron turnos.");
  await page.getByRole("button", { name: /^Usar / }).click();
  await expect(page.getByRole("textbox", { name: "Resultado final" })).not.toHaveValue("");
  await page.getByLabel("Numerador").fill(sinAlcanzar ? "1000" : "1");
  await expect(alcanzada).toBeVisible();
  await expect(brechas).toHaveCount(0);
  await expect(page.getByText(/Análisis de brechas: lo que se escribió se conserva/)).toBeVisible();
  await page.getByLabel("No se pudo medir").check();
  await expect(page.getByRole("textbox", { name: "Por qué no se pudo medir" })).toBeVisible();
});

test("una dificultad se agrega, se vincula, se quita y se deshace", async ({ page }) => {
  await page.goto(`${INFORME}/dificultades`);
  await page.getByRole("button", { name: "Agregar una dificultad u holgura" }).click();
  const tarjeta = page.locator("#dificultad-1");
  await tarjeta.getByLabel("Dificultad u holgura").selectOption("holgura");
  await tarjeta.getByLabel("Descripción").fill("Llegaron refuerzos.");
  await tarjeta.getByRole("button", { name: "Vincular un elemento del plan" }).click();
  await tarjeta.getByLabel("Elemento del plan").selectOption("A1");
  await tarjeta.getByRole("button", { name: "Vincular", exact: true }).click();
  await expect(tarjeta.getByLabel("Actividades", { exact: true })).toBeChecked();
  await tarjeta.getByRole("button", { name: /^Quitar la dificultad/ }).click();
  await expect(tarjeta).toHaveCount(0);
  await page.getByRole("button", { name: "Deshacer" }).click();
  await expect(tarjeta.getByLabel("Descripción")).toHaveValue("Llegaron refuerzos.");
});

test.describe("si la plataforma agrega y su respuesta se pierde", () => {
  test.use({ erroresEsperados: /ERR_FAILED/ });

  test("agregar otra vez no agrega dos", async ({ page }) => {
    await page.goto(`${INFORME}/dificultades`);
    const tarjetas = page.locator('[id^="dificultad-"]');
    const agregar = page.getByRole("button", { name: "Agregar una dificultad u holgura" });
    await expect(agregar).toBeVisible();
    const antes = await tarjetas.count();
    await perderRespuesta(page);
    await agregar.click();
    await expect(page.getByText(/No hay conexión/)).toBeVisible();
    await agregar.click();
    await expect(tarjetas).toHaveCount(antes + 1);
    await tarjetas
      .last()
      .getByRole("button", { name: /^Quitar la dificultad/ })
      .click();
    await expect(tarjetas).toHaveCount(antes);
  });

  test("la importación dice junto al botón que no sabe si se guardó, y al repetirla no queda más que lo hecho", async ({
    page,
  }) => {
    const expediente = await (await page.request.get(`${INFORME}/expediente.json`)).json();
    const resultados = `Resultados de fuera, ${crypto.randomUUID()}.`;
    const dificultad = { tipo: "holgura", descripcion: "Llegó de un archivo.", componentes: ["actividades"] };
    expediente.informe = {
      ...expediente.informe,
      seguimiento: { ...expediente.informe?.seguimiento, resultados },
      dificultadesHolguras: [...(expediente.informe?.dificultadesHolguras ?? []), dificultad],
    };
    await page.goto(`${INFORME}/importar`);
    await page.getByLabel("Archivo con el informe").setInputFiles({
      name: "expediente.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(expediente)),
    });
    const guardar = page.getByRole("button", { name: "Guardar estos cambios en el informe" });
    await expect(guardar).toBeVisible();
    // It is done, and its page never hears of it.
    await page.route("**/informe/importacion", async (ruta) => {
      await ruta.fetch();
      await ruta.abort();
    });
    await guardar.click();
    const falla = page.getByRole("alert").filter({ hasText: "no se sabe si los cambios se guardaron" });
    await expect(falla).toBeInViewport();
    await page.unroute("**/informe/importacion");
    await guardar.click();
    await expect(page.getByText("El informe quedó actualizado")).toBeVisible();
    await expect(falla).toHaveCount(0);
    await page.goto(`${INFORME}/dificultades`);
    await expect(page.locator("textarea", { hasText: "Llegó de un archivo." })).toHaveCount(1);
  });
});

test("cada falta lleva a su campo, también si es de un trámite o de una dificultad", async ({ page }) => {
  const enfocado = page.locator(":focus");
  const suTramite = page.locator("fieldset", { has: enfocado });
  // In its own page, and from the list of everything that is missing.
  await page.goto(`${INFORME}/actividad/A1`);
  await page
    .getByRole("group", { name: /de acuerdo con lo descrito/ })
    .getByLabel("Sí", { exact: true })
    .check();
  await page
    .getByRole("link", { name: /si el trámite «/ })
    .first()
    .click();
  await expect(suTramite).toHaveCount(1);
  await expect(enfocado).toBeInViewport();

  await page.goto(INFORME);
  await page.getByText(/^Ejecución de las actividades \(/).click();
  await page
    .getByRole("link", { name: /si el trámite «/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/actividad\/A1#tramite\//);
  await expect(suTramite).toHaveCount(1);
  await expect(enfocado).toBeInViewport();
  await expect(
    page
      .locator("div", { has: enfocado })
      .filter({ has: page.getByRole("heading", { name: /^Trámite: / }) })
      .last()
      .getByRole("heading", { name: /^Trámite: / }),
  ).toBeInViewport({ ratio: 1 });

  await page.goto(`${INFORME}/dificultades`);
  const dificultades = page.locator("[id^='dificultad-']");
  const previas = await dificultades.count();
  await page.getByRole("button", { name: "Agregar una dificultad u holgura" }).click();
  await expect(dificultades).toHaveCount(previas + 1);
  await page.goto(INFORME);
  await page.getByText(/^Dificultades y holguras \(/).click();
  await page
    .getByRole("link", { name: /descripción/ })
    .first()
    .click();
  await expect(dificultades.last().getByLabel("Descripción")).toBeFocused();
});

test("el expediente descargado vuelve con un cambio, que se revisa antes de guardar", async ({ page }) => {
  const bajado = await page.request.get(`${INFORME}/expediente.json`);
  const expediente = await bajado.json();
  expediente.informe = {
    ...expediente.informe,
    seguimiento: { avances: "Escrito fuera de la plataforma.", desafios: "Esto no se quería." },
  };
  await page.goto(`${INFORME}/importar`);
  await page.getByLabel("Archivo con el informe").setInputFiles({
    name: "expediente.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(expediente)),
  });
  await expect(page.getByText(/cambia 2 datos del informe/)).toBeVisible();
  await esperarPantallaDebida(page);
  await page.getByRole("checkbox", { name: /Aplicar: Desafíos/ }).uncheck();
  await page.getByRole("button", { name: "Guardar 1 de 2 cambios en el informe" }).click();
  await expect(page.getByText("El informe quedó actualizado")).toBeVisible();
  await page.goto(`${INFORME}/seguimiento`);
  await expect(page.getByLabel("Avances")).toHaveValue("Escrito fuera de la plataforma.");
  await expect(page.getByLabel("Desafíos")).not.toHaveValue("Esto no se quería.");
  const planilla = await page.request.get(`${INFORME}/plantilla.xlsx`);
  expect(planilla.headers()["content-type"]).toContain("spreadsheetml");
  // The report lacks things: the template comes back with each one marked in its cell.
  await page.goto(`${INFORME}/importar`);
  await page.getByLabel("Archivo con el informe").setInputFiles({
    name: "Informe.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: await planilla.body(),
  });
  const descarga = page.waitForEvent("download");
  await page.getByRole("button", { name: "Descargar el libro con las faltas marcadas" }).click();
  expect((await descarga).suggestedFilename()).toBe("Informe (con faltas marcadas).xlsx");
});
