import type { Page } from "@playwright/test";
import { esperarPantallaDebida, expect, ingresarComo, mirar, test } from "./apoyo";
import { ANA, ELENA, OBSERVADO, prepararEnviado, TOMAS } from "./observaciones-apoyo";
import { abrirVersion, devolverVersion, juzgarQueCumple, observarLugar } from "./revision-apoyo";

const HOMOLOGADO = {
  ruta: "/difusion/cosoc/homologado",
  texto: "Aclare si el COSOC es homologado.",
} as const;
async function atender(page: Page, lugar: RegExp, texto: string): Promise<void> {
  const observacion = page.getByRole("article", { name: lugar });
  await observacion.getByRole("button", { name: /^Marcar como atendida/ }).click();
  await observacion.getByLabel(/Qué se corrigió/).fill(texto);
  await observacion.getByRole("button", { name: "Marcar como atendida", exact: true }).click();
  await expect(observacion.getByText("Atendida por la institución")).toBeVisible();
}

async function enviar(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Enviar a la Red de Expertos" }).click();
  await page.getByRole("button", { name: "Enviar el expediente" }).click();
  await expect(page.getByRole("heading", { name: "Comprobante" })).toBeVisible();
}

async function resolver(page: Page, lugar: RegExp): Promise<void> {
  const suya = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: /^Dar por resuelta/ }) });
  const una = suya.filter({ has: page.getByRole("link", { name: lugar }) });
  await una.getByRole("button", { name: /^Dar por resuelta/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Dar por resuelta" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
}

test("tres rondas entre la institución y la dupla: observada, corregida, observada otra vez, corregida y decidida", async ({
  page,
  sentar,
}) => {
  test.setTimeout(600_000);
  await prepararEnviado();
  await ingresarComo(page, ANA, "/institucion/SVA/revision");
  await expect(page.getByText("Espera que la dupla revisora la abra")).toBeVisible();
  await esperarPantallaDebida(page);

  // The first of the pair observes two fields of the first version.
  const elena = await sentar(ELENA, "/revision");
  await abrirVersion(elena, 1);
  await elena.getByRole("link", { name: "Difusión", exact: true }).click();
  for (const una of [HOMOLOGADO, OBSERVADO]) await observarLugar(elena, una);
  await devolverVersion(elena, "22/12/2025", "Se envían 2 observaciones.");
  await page.goto("/institucion/SVA");
  await expect(page.getByText("Responda las observaciones de la Red de Expertos")).toBeVisible();
  await page.goto("/institucion/SVA/informe");
  await expect(page.getByText("Responda las observaciones y envíe la nueva versión")).toBeVisible();
  await expect(page.getByText(/22\/12\/2025, 23:59 horas de Chile continental/)).toBeVisible();
  await expect(page.getByText(/31\/12\/2025/)).toHaveCount(0);
  // It was complete when it was sent: what its rules warn of is not missing.
  await expect(page.getByText("Todo lo que falta")).toHaveCount(0);
  await page.goto("/institucion/SVA/revision");
  await expect(page.getByText("Responda 2 observaciones y envíe una nueva versión")).toBeVisible();
  await expect(page.getByText(/22\/12\/2025, 23:59 horas de Chile continental/)).toBeVisible();
  await expect(page.getByText(HOMOLOGADO.texto)).toBeVisible();
  await esperarPantallaDebida(page);
  await mirar(page, "revision-devuelta");

  // It lands on the field, which says what was observed; the field beside it was not, and is not written.
  await page
    .getByRole("article", { name: /homologad/i })
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByText("2 observaciones en esta página")).toBeVisible();
  await expect(page.getByText(OBSERVADO.texto)).toBeVisible();
  const fecha = page.getByRole("textbox", { name: "Fecha del acto" });
  await expect(fecha).toBeEditable();
  await expect(page.getByRole("textbox", { name: "Vigente desde" })).not.toBeEditable();
  // Nor are there buttons for what was not reopened: the reason stands in their place.
  await expect(page.getByText("La devolución no reabrió estos archivos", { exact: false })).toHaveCount(2);
  await expect(page.getByText("La devolución no reabrió la lista de instancias")).toBeVisible();
  const instancia = page.locator("#instancia-1");
  await expect(instancia.getByRole("button", { name: /^Quitar/ })).toHaveCount(0);
  await expect(instancia.locator("input[type=file]")).toHaveCount(0);
  await expect(instancia.getByRole("button", { name: "Elegir en el calendario" })).toHaveCount(0);
  // The date of the act was observed: with it, the act itself may be replaced.
  await expect(page.locator("#acto-cosoc")).toBeAttached();
  await esperarPantallaDebida(page);
  await mirar(page, "difusion-observada");
  await fecha.fill("02/03/2025");
  await fecha.blur();
  await expect(page.getByText(/Guardado/).first()).toBeVisible();

  await page.goto("/institucion/SVA/envio");
  await expect(page.getByRole("link", { name: "las 2 observaciones que quedan" })).toBeVisible();
  await page.goto("/institucion/SVA/revision");
  await atender(page, /homologad/i, "No lo es.");
  await expect(page.getByText("Para enviar la nueva versión falta responder")).toBeVisible();
  const otra = page.getByRole("article", { name: /Fecha/ });
  await otra.getByRole("button", { name: /^Responder/ }).click();
  await otra.getByRole("button", { name: "Enviar la respuesta" }).click();
  await expect(otra.getByText("Escriba su respuesta.").first()).toBeVisible();
  await otra.getByLabel("Su respuesta").fill("Era la de publicación: corregida.");
  await mirar(page, "revision-respondiendo");
  await otra.getByRole("button", { name: "Enviar la respuesta" }).click();
  await expect(page.getByText("Todas las observaciones están respondidas")).toBeVisible();
  await esperarPantallaDebida(page);
  await page.getByRole("link", { name: "Ir al envío" }).click();
  await enviar(page);
  await esperarPantallaDebida(page);

  // The other one reads what changed, resolves one and insists on the other.
  const tomas = await sentar(TOMAS, "/revision?version=corregida");
  await expect(tomas.getByText("Cambió: difusión")).toBeVisible();
  await abrirVersion(tomas, 2);
  await tomas.getByRole("tab", { name: /Cambios/ }).click();
  await expect(tomas.getByText("1 campo cambió respecto de la versión 1")).toBeVisible();
  await mirar(tomas, "cambios");
  await tomas.getByRole("tab", { name: /Observaciones/ }).click();
  await expect(tomas.getByText("Era la de publicación: corregida.")).toBeVisible();
  await resolver(tomas, /homologad/i);
  await tomas.getByRole("button", { name: /^Insistir en la observación de .*[Ff]echa/ }).click();
  await tomas.getByRole("dialog").getByLabel("Qué falta todavía").fill("Sigue sin ser la del acto.");
  await tomas.getByRole("dialog").getByRole("button", { name: "Insistir" }).click();
  await expect(tomas.getByRole("dialog")).toBeHidden();
  await devolverVersion(tomas, "23/12/2025", "Se envía 1 observación.");

  await page.goto("/institucion/SVA/revision");
  await expect(page.getByText("Corregido en la versión siguiente")).toBeVisible();
  await expect(page.getByText("Responda 1 observación y envíe una nueva versión")).toBeVisible();
  await expect(
    page.getByRole("article", { name: /homologad/i }).getByText("Resuelta", { exact: true }),
  ).toBeVisible();
  const insistida = page.getByRole("article", { name: /Fecha/ }).filter({ hasText: "Sigue sin ser" });
  await insistida.getByRole("button", { name: /^Marcar como atendida/ }).click();
  await page.getByRole("button", { name: "Marcar como atendida", exact: true }).click();
  await expect(page.getByText("Todas las observaciones están respondidas")).toBeVisible();
  await page.goto("/institucion/SVA/envio");
  await enviar(page);

  // It ends where it began: resolved by the Red what the institution attended, and decided.
  await elena.goto("/revision?version=corregida");
  await abrirVersion(elena, 3);
  await elena.getByRole("tab", { name: /Observaciones/ }).click();
  await resolver(elena, /[Ff]echa/);
  await elena.getByRole("tab", { name: "Verificación" }).click();
  for (const requisito of ["E3O1RT1", "E3O1RT2"]) await juzgarQueCumple(elena, requisito);
  await elena.getByRole("button", { name: "Decidir" }).click();
  await elena
    .getByRole("dialog")
    .getByRole("radio", { name: /^Cumple/ })
    .check();
  await elena.getByRole("dialog").getByRole("button", { name: "Registrar la decisión" }).click();
  await expect(elena.getByRole("heading", { name: "Decisión" })).toBeVisible();
  await page.goto("/institucion/SVA/revision");
  await expect(page.getByText("La Red de Expertos resolvió: cumple")).toBeVisible();
  await expect(page.getByRole("link", { name: "Certificado en PDF" })).toBeVisible();
  await esperarPantallaDebida(page);
  await mirar(page, "revision-decidida");
  const certificado = await page.request.get("/institucion/SVA/documento/certificado.pdf");
  expect(certificado.headers()["content-type"]).toContain("application/pdf");
  await page.getByRole("link", { name: /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/ }).click();
  await expect(page.getByText("Certificado en vigor")).toBeVisible();
  await esperarPantallaDebida(page);
  await mirar(page, "verificar-certificado");
});
