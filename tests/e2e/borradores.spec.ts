import type { Page } from "@playwright/test";
import { CLAVE_DEMO } from "@/prisma/semilla/personas";
import { esperarPantallaDebida, expect, ingresarComo, mirar, pulsarSalir, test } from "./apoyo";
import { enviarAlComite, prepararPlan } from "./comite-apoyo";
import { ANA, ELENA, OBSERVADO, prepararEnviado, TOMAS } from "./observaciones-apoyo";
import { perderRespuesta } from "./pedidos-apoyo";
import { abrirVersion, devolverVersion, observarLugar } from "./revision-apoyo";

/** How many texts this browser keeps unsent, of anybody. */
const guardados = (page: Page) =>
  page.evaluate(async () => {
    const abrir = indexedDB.open("cseu", 1);
    await new Promise((listo) => abrir.addEventListener("success", listo));
    const contar = abrir.result.transaction("entrada").objectStore("entrada").count();
    await new Promise((listo) => contar.addEventListener("success", listo));
    abrir.result.close();
    return contar.result;
  });

test("lo que una revisora escribe y no ha enviado sigue al volver, cada cosa en su lugar, y solo para ella", async ({
  page,
}) => {
  const envio = await prepararEnviado();
  await ingresarComo(page, ELENA, "/revision");
  await abrirVersion(page, 1);
  await page.getByRole("link", { name: "Difusión", exact: true }).click();
  const dialogo = page.getByRole("dialog");
  const observar = page.locator(`[data-observar="${OBSERVADO.ruta}"]`);
  const observacion = dialogo.getByLabel("Observación");
  await observar.click();
  await observacion.fill("La fecha del acto no es la que figura en él.");
  await page.getByRole("button", { name: "Volver", exact: true }).click();
  const nota = page.getByLabel("Nueva nota privada");
  await nota.fill("Preguntar por el acto anterior.");

  await page.reload();
  await expect(nota).toHaveValue("Preguntar por el acto anterior.");
  await page.locator('[data-observar="/difusion/cosoc/homologado"]').click();
  await expect(observacion).toHaveValue("");
  await page.getByRole("button", { name: "Volver", exact: true }).click();
  await observar.click();
  await expect(observacion).toHaveValue("La fecha del acto no es la que figura en él.");
  await dialogo.getByRole("button", { name: "Guardar borrador" }).click();
  await expect(dialogo).toBeHidden();
  await observar.click();
  await expect(observacion).toHaveValue("");
  await page.getByRole("button", { name: "Volver", exact: true }).click();
  expect(await guardados(page)).toBe(1);

  // Somebody else at the same computer finds nothing; she is warned before what is hers is cleared.
  await page.context().clearCookies();
  await ingresarComo(page, TOMAS, `/revision/${envio}`);
  await expect(nota).toBeEditable();
  await expect(nota).toHaveValue("");
  await page.context().clearCookies();
  await ingresarComo(page, ELENA, `/revision/${envio}`);
  await expect(nota).toHaveValue("Preguntar por el acto anterior.");
  await pulsarSalir(page);
  await mirar(page, "salir-con-textos");
  const bajada = page.waitForEvent("download");
  await page.getByRole("button", { name: "Descargar lo que escribí" }).click();
  expect((await bajada).suggestedFilename()).toBe("textos-sin-guardar.txt");
  await page.getByRole("button", { name: "Borrar y cerrar sesión" }).click();
  await expect(page.getByText("Cerró su sesión.")).toBeVisible();
  expect(await guardados(page)).toBe(0);
});

test.describe("si lo enviado llega y su respuesta se pierde", () => {
  test.use({ erroresEsperados: /ERR_FAILED/ });

  test("lo que se escribe después y se envía otra vez no se da por enviado sin estarlo", async ({ page }) => {
    const envio = await prepararEnviado();
    await ingresarComo(page, ELENA, "/revision");
    await abrirVersion(page, 1);
    await page.goto(`/revision/${envio}`);
    const nota = page.getByLabel("Nueva nota privada");
    const guardar = page.getByRole("button", { name: "Guardar nota privada" });
    await nota.fill("Preguntar por el acto.");
    await perderRespuesta(page);
    await guardar.click();
    await expect(page.getByText(/No hay conexión/)).toBeVisible();
    await nota.fill("Preguntar por el acto. Y por su fecha.");
    await guardar.click();
    await expect(nota).toHaveValue("");
    await expect(page.getByText("Preguntar por el acto. Y por su fecha.")).toBeVisible();
  });
});

test.describe("si al enviar nadie responde", () => {
  test.use({ erroresEsperados: /ERR_INTERNET_DISCONNECTED|status of 404/ });

  test("la respuesta a una observación espera en el equipo, y la página sigue y dice por qué", async ({
    page,
    sentar,
  }) => {
    await prepararEnviado();
    const elena = await sentar(ELENA, "/revision");
    await abrirVersion(elena, 1);
    await elena.getByRole("link", { name: "Difusión", exact: true }).click();
    await observarLugar(elena, OBSERVADO);
    await devolverVersion(elena, "22/12/2025", "Se envía 1 observación.");

    await ingresarComo(page, ANA, "/institucion/SVA/revision");
    const observada = page.getByRole("article");
    const corregido = observada.getByLabel(/Qué se corrigió/);
    const atender = observada.getByRole("button", { name: /^Marcar como atendida/ });
    await atender.click();
    await corregido.fill("Se puso la fecha del acto.");
    await page.reload();
    await atender.click();
    await expect(corregido).toHaveValue("Se puso la fecha del acto.");
    await esperarPantallaDebida(page);
    const enviar = observada.getByRole("button", { name: "Marcar como atendida", exact: true });
    await page.context().setOffline(true);
    await enviar.click();
    await expect(observada.getByRole("alert")).toContainText("No hay conexión con la plataforma");
    await expect(corregido).toHaveValue("Se puso la fecha del acto.");
    await page.context().setOffline(false);
    // As Next answers when the platform was updated under the page.
    await page.route("**/revision", (ruta) =>
      ruta.fulfill({ status: 404, headers: { "x-nextjs-action-not-found": "1" }, body: "" }),
    );
    await enviar.click();
    await expect(observada.getByRole("alert")).toContainText("recargue la página");
    await page.unrouteAll();
    await expect(corregido).toHaveValue("Se puso la fecha del acto.");
    await enviar.click();
    await expect(observada.getByText("Atendida por la institución")).toBeVisible();
    await expect.poll(() => guardados(page)).toBe(0);
  });
});

test("una objeción a medio escribir sigue tras recargar, y al enviarse no queda nada que avisar", async ({
  page,
  sentar,
}) => {
  await prepararPlan("IPA");
  await ingresarComo(page, "iris.vega@ipa.example", "/institucion/IPA/comite/plan");
  await enviarAlComite(page);

  const oscar = await sentar("oscar.bravo@ipa.example", "/institucion/IPA/comite/plan");
  const motivo = oscar.getByLabel("Motivo de su objeción");
  await motivo.fill("El plazo de la actividad 2 no alcanza.");
  await oscar.reload();
  await expect(motivo).toHaveValue("El plazo de la actividad 2 no alcanza.");
  const clave = oscar.locator("#objecion-clave");
  if (await clave.isVisible()) await clave.fill(CLAVE_DEMO);
  await oscar.getByRole("button", { name: "Objetar el Plan de Mejoramiento" }).click();
  await expect(oscar.getByText("El Comité objetó la última versión")).toBeVisible();
  await pulsarSalir(oscar);
  await expect(oscar.getByText("Cerró su sesión.")).toBeVisible();
});
