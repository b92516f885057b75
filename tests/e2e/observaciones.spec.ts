import type { Page } from "@playwright/test";
import { abrirRevision } from "@/lib/casos/revision/abrir";
import { juzgarCriterio } from "@/lib/casos/revision/criterio";
import { decidirEnvio } from "@/lib/casos/revision/decidir";
import { resolverObservacion } from "@/lib/casos/revision/hilo";
import { enLaBase } from "@/tests/apoyo/baseE2e";
import { valor } from "@/tests/apoyo/difusion";
import { esperarPantallaDebida, expect, ingresarComo, mirar, test } from "./apoyo";
import { ANA, comoRevisora, prepararEnviado, revisarYDevolver, ultimoEnvio } from "./observaciones-apoyo";

const HOMOLOGADO = {
  requisito: "E3O1RT2",
  ruta: "/difusion/cosoc/homologado",
  texto: "Aclare si el COSOC es homologado.",
} as const;
const VIGENCIA = {
  requisito: "E3O1RT2",
  ruta: "/difusion/cosoc/actoAdministrativo/fecha",
  texto: "La fecha no es la del acto.",
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

test("tres rondas entre la institución y la dupla: observada, corregida, observada otra vez, corregida y decidida", async ({
  page,
}) => {
  test.setTimeout(400_000);
  const primera = await prepararEnviado();
  await ingresarComo(page, ANA, "/institucion/SVA/revision");
  await expect(page.getByText("Espera que la dupla revisora la abra")).toBeVisible();
  await esperarPantallaDebida(page);

  await revisarYDevolver(primera, [HOMOLOGADO, VIGENCIA]);
  await page.goto("/institucion/SVA");
  await expect(page.getByText("Responda las observaciones de la Red de Expertos")).toBeVisible();
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
  await expect(page.getByText(VIGENCIA.texto)).toBeVisible();
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

  const segunda = await ultimoEnvio();
  expect(segunda).not.toBe(primera);
  await revisarYDevolver(segunda, [{ ...VIGENCIA, texto: "Sigue sin ser la del acto." }]);
  await page.goto("/institucion/SVA/revision");
  await expect(page.getByText("Corregido en la versión siguiente")).toBeVisible();
  await page
    .getByRole("article", { name: /Fecha/ })
    .filter({ hasText: "Sigue sin ser" })
    .getByRole("button", { name: /^Marcar como atendida/ })
    .click();
  await page.getByRole("button", { name: "Marcar como atendida", exact: true }).click();
  await expect(page.getByText("Todas las observaciones están respondidas")).toBeVisible();
  await page.goto("/institucion/SVA/envio");
  await enviar(page);

  const tercera = await ultimoEnvio();
  await decidir(tercera);
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

/** The reviewer resolves what was observed, finds that everything complies, and decides. */
async function decidir(envio: string): Promise<void> {
  await comoRevisora(async (ctx) => {
    await valor(abrirRevision(ctx, { envio }));
    const abiertas = await enLaBase<{ id: string }>("SELECT id FROM observacion WHERE estado <> 'resuelta'");
    for (const { id } of abiertas)
      await valor(resolverObservacion(ctx, { envio, observacion: id, texto: "" }));
    for (const criterio of ["E3O1RT1", "E3O1RT2"])
      await valor(juzgarCriterio(ctx, { envio, criterio, resultado: "cumple", razon: "" }));
    await valor(decidirEnvio(ctx, { envio, decision: "valida", razones: "" }));
  });
}
