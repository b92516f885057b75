import { esperarPantallaDebida, expect, ingresarComo, mirar, NO_EXISTE, test } from "./apoyo";
import {
  abrirVersion,
  cambiarTrasElActa,
  juzgarQueCumple,
  prepararEnvio,
  prepararTrasUnaRonda,
} from "./revision-apoyo";

const ELENA = "elena.fuentes@red.example";

test("una revisora abre y observa; sus diálogos dicen qué falta, y al decidir sabe qué reglas no se cumplen", async ({
  page,
}) => {
  test.setTimeout(300_000);
  const envio = await prepararEnvio();
  await cambiarTrasElActa(envio);
  await ingresarComo(page, ELENA, "/revision");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Revisión");
  await esperarPantallaDebida(page);
  await mirar(page, "bandeja");
  await abrirVersion(page, 1);
  await esperarPantallaDebida(page);
  await mirar(page, "revision");

  await page.getByRole("link", { name: "Dificultades y seguimiento" }).click();
  await page.getByRole("button", { name: "Observar Seguimiento: Avances" }).click();
  const dialogo = page.getByRole("dialog");
  await dialogo.getByRole("button", { name: "Guardar borrador" }).click();
  await expect(dialogo.getByText("Escriba qué se observa")).toBeVisible();
  // Who does not see it is taken to the field, which says it; and it is said no more of what was written after.
  await expect(dialogo.getByLabel("Observación")).toBeFocused();
  await dialogo.getByLabel("Observación").fill("Diga cuántas oficinas participaron.");
  await expect(dialogo.getByText("Escriba qué se observa")).toBeHidden();
  await mirar(page, "observar");
  await dialogo.getByRole("button", { name: "Guardar borrador" }).click();
  await expect(page.getByText("1 observación", { exact: true })).toBeVisible();
  await page.getByRole("tab", { name: /Observaciones/ }).click();
  await expect(page.getByText("Borrador", { exact: true })).toBeVisible();
  await esperarPantallaDebida(page);
  await mirar(page, "observaciones");

  await page.getByRole("button", { name: "Devolver con observaciones" }).click();
  await expect(dialogo.getByText("Se envía 1 observación.")).toBeVisible();
  await expect(dialogo.getByLabel("Último día para responder")).toHaveValue("25/12/2025");
  await dialogo.getByLabel("Último día para responder").fill("01/02/2026");
  await dialogo.getByRole("button", { name: "Devolver la versión" }).click();
  await expect(dialogo.getByText(/pida a la Coordinación una prórroga/)).toBeVisible();
  await mirar(page, "devolver");
  await dialogo.getByRole("button", { name: "Volver", exact: true }).click();

  await page.getByRole("button", { name: /^Quitar la observación/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Quitar" }).click();
  await expect(page.getByText("Borrador", { exact: true })).toHaveCount(0);
  await page.getByRole("tab", { name: "Verificación" }).click();
  for (const requisito of ["E3O1RT1", "E3O1RT2"]) await juzgarQueCumple(page, requisito);
  await page.getByRole("button", { name: "Decidir" }).click();
  await dialogo.getByRole("radio", { name: /^Cumple/ }).check();
  // It was changed after the Committee's act: whoever decides is told.
  await expect(dialogo.getByText("1 regla no se cumple")).toBeVisible();
  await expect(dialogo.getByText(/no cumple todas las reglas de la guía/)).toBeVisible();
  await mirar(page, "decidir");
  await dialogo.getByRole("button", { name: "Registrar la decisión" }).click();
  await expect(page.getByRole("heading", { name: "Decisión" })).toBeVisible();
  await esperarPantallaDebida(page);
  await mirar(page, "decidida");
});

test("un acta escaneada se observa desde la verificación, en una página, y la institución la lee así", async ({
  page,
}) => {
  const envio = await prepararEnvio();
  await ingresarComo(page, ELENA, `/revision/${envio}`);
  await page.getByRole("button", { name: "Abrir la revisión" }).click();
  await page.getByRole("button", { name: "Observar el archivo Acta escaneada.pdf" }).first().click();
  const dialogo = page.getByRole("dialog");
  await dialogo.getByLabel("Observación").fill("No se lee la firma de quien preside.");
  await dialogo.getByLabel("Página de Acta escaneada.pdf").fill("0");
  await dialogo.getByRole("button", { name: "Guardar borrador" }).click();
  await expect(dialogo.getByText("Escriba el número de la página")).toBeVisible();
  await expect(dialogo.getByLabel("Observación")).toHaveValue("No se lee la firma de quien preside.");
  await dialogo.getByLabel("Página de Acta escaneada.pdf").fill("2");
  await dialogo.getByRole("button", { name: "Guardar borrador" }).click();
  await page.getByRole("tab", { name: /Observaciones/ }).click();
  await expect(page.getByText("archivo «Acta escaneada.pdf», página 2")).toBeVisible();
  // Deciding would publish it too: it is said before.
  await page.getByRole("button", { name: "Decidir" }).click();
  await dialogo.getByRole("radio", { name: /^No cumple/ }).check();
  await expect(dialogo.getByText(/leerá también lo que está en borrador/)).toBeVisible();
  await expect(dialogo.getByText(/No se lee la firma de quien preside/)).toBeVisible();
  await mirar(page, "decidir-con-borradores");
  await dialogo.getByRole("button", { name: "Volver", exact: true }).click();
  await page.getByRole("button", { name: "Devolver con observaciones" }).click();
  await dialogo.getByRole("button", { name: "Devolver la versión" }).click();
  await expect(page.getByText("Devuelto con observaciones. Responder")).toBeVisible();
  await page.context().clearCookies();
  await ingresarComo(page, "ana.rojas@sva.example", "/institucion/SVA/revision");
  await expect(page.getByText("en el archivo «Acta escaneada.pdf», página 2")).toBeVisible();
});

test("lo que cambió desde la ronda anterior se recorre por páginas, cada una con su dirección", async ({
  page,
}) => {
  const { primera, segunda } = await prepararTrasUnaRonda(450);
  await ingresarComo(page, ELENA, "/revision?vista=todas&ronda=final");
  await expect(page.getByText("Cambió desde la ronda Primer ejercicio: informe, difusión")).toBeVisible();
  await page.goto(`/revision/${segunda}?seccion=difusion&cambios=2`);
  await expect(
    page.getByText(/451 campos cambiaron desde la ronda Primer ejercicio, versión 1/),
  ).toBeVisible();
  await expect(page.getByText(/^Persona 250 /)).toBeVisible();
  await esperarPantallaDebida(page);
  await mirar(page, "cambios-por-paginas");
  await page.getByRole("link", { name: "Página 3" }).click();
  await expect(page.getByText(/^Persona 449 /)).toBeVisible();
  await page.getByRole("link", { name: "versión 1 (ronda Primer ejercicio)" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Servicio de Valles y Aguas: versión 1");
  await expect(page).toHaveURL(new RegExp(primera));
});

test.describe("quién ve qué", () => {
  test.use({ erroresEsperados: NO_EXISTE });

  test("una nota privada la ve la otra persona de la dupla y nunca la institución", async ({ page }) => {
    const envio = await prepararEnvio();
    const secreto = "Cotejar con lo que dijo la jefatura en la reunión.";
    await ingresarComo(page, ELENA, `/revision/${envio}`);
    await page.getByLabel("Nueva nota privada").fill(secreto);
    await page.getByRole("button", { name: "Guardar nota privada" }).click();
    await expect(page.getByText(secreto).first()).toBeVisible();
    await esperarPantallaDebida(page);
    await page.context().clearCookies();
    await ingresarComo(page, "tomas.araya@red.example", `/revision/${envio}`);
    await expect(page.getByText(secreto)).toBeVisible();
    await expect(page.getByText(/Elena Fuentes Paz también está revisando/)).toBeVisible();
    for (const quien of ["ana.rojas@sva.example", "vera.ossa@externo.example"]) {
      await page.context().clearCookies();
      await ingresarComo(page, quien);
      const respuesta = await page.goto(`/revision/${envio}`);
      expect(respuesta?.status()).toBe(quien.startsWith("ana") ? 404 : 200);
      expect(await page.content()).not.toContain(secreto);
      await expect(page.getByRole("button", { name: /Observar|Abrir la revisión|Guardar/ })).toHaveCount(0);
    }
  });
});

test("la coordinación reparte lo que llegó y guarda plantillas; quien revisa elige entre las del requisito", async ({
  page,
}) => {
  const envio = await prepararEnvio();
  await ingresarComo(page, "carla.nunez@red.example", "/revision?estado=enviado");
  await page.getByLabel("Marcar Servicio de Valles y Aguas").check();
  await expect(page.getByText("1 marcada", { exact: true })).toBeVisible();
  await page.getByLabel("Asignar a").selectOption({ label: "Tomás Araya Cid" });
  await page.getByRole("button", { name: "Asignar", exact: true }).click();
  await expect(page.getByRole("cell", { name: /Tomás Araya Cid/ })).toBeVisible();
  await esperarPantallaDebida(page);
  await mirar(page, "bandeja-coordinacion");
  await page.goto("/revision?estado=sin_envio");
  await page
    .getByLabel(/^Marcar /)
    .first()
    .check();
  await page.getByRole("button", { name: "Recordar lo que deben" }).click();
  await expect(page.getByText("Se avisó a las contrapartes de 1 institución.")).toBeVisible();
  await page.getByRole("link", { name: "Plantillas" }).click();
  for (const [titulo, requisito, texto] of [
    ["Falta la copia", "E3O1RT2", "Adjunte la copia del medio de difusión."],
    ["Sea más preciso", "Cualquiera", "Diga cuántos y cuándo."],
  ] as const) {
    await page.getByLabel("Título").fill(titulo);
    await page.getByLabel("Requisito").selectOption({ label: requisito });
    await page.getByLabel("Texto de la observación").fill(texto);
    await page.getByRole("button", { name: "Guardar plantilla" }).click();
    await expect(page.getByRole("rowheader", { name: titulo })).toBeVisible();
  }
  await page.reload();
  await esperarPantallaDebida(page);
  await mirar(page, "plantillas");

  await page.context().clearCookies();
  await ingresarComo(page, "tomas.araya@red.example", `/revision/${envio}`);
  await page.getByRole("button", { name: "Abrir la revisión" }).click();
  await page.getByRole("link", { name: "Dificultades y seguimiento" }).click();
  await page.getByRole("button", { name: "Observar Seguimiento: Avances" }).click();
  const plantillas = page.getByRole("dialog").getByLabel("Plantilla");
  await expect(plantillas.getByRole("option")).toHaveText(["Escribir desde cero", "Sea más preciso"]);
  await plantillas.selectOption({ label: "Sea más preciso" });
  await expect(page.getByRole("dialog").getByLabel("Observación")).toHaveValue("Diga cuántos y cuándo.");
});
