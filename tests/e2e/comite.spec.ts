import type { Page } from "@playwright/test";
import {
  esperandoQueViva,
  esperarAccesible,
  esperarPantallaDebida,
  expect,
  ingresarComo,
  test,
} from "./apoyo";
import { enviarAlComite, firmar, planDe, prepararPlan } from "./comite-apoyo";

// Several people and several browsers in each one.
test.describe.configure({ timeout: 480_000 });

const comite = (codigo: string, materia = "plan") => `/institucion/${codigo}/comite/${materia}`;

/** Another person in another browser, signed in, on a page. */
async function persona(page: Page, correo: string, ruta: string): Promise<Page> {
  const contexto = await page.context().browser()?.newContext();
  if (!contexto) throw new Error("Sin navegador.");
  const suya = await contexto.newPage();
  esperandoQueViva(suya);
  await ingresarComo(suya, correo, ruta);
  return suya;
}

test("la contraparte envía el plan, firman dos integrantes, hay acta y cualquiera la verifica", async ({
  page,
}) => {
  await prepararPlan("IPA");
  await ingresarComo(page, "iris.vega@ipa.example", comite("IPA"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Plan de Mejoramiento 2025");
  await esperarPantallaDebida(page);
  await enviarAlComite(page);

  const oscar = await persona(page, "oscar.bravo@ipa.example", comite("IPA"));
  await expect(oscar.getByText("Le toca a usted")).toBeVisible();
  await esperarPantallaDebida(oscar);
  await oscar.getByRole("link", { name: "Leer el documento completo" }).click();
  await expect(oscar.getByRole("heading", { name: "3. Actividades" })).toBeVisible();
  await esperarAccesible(oscar);
  await oscar.getByRole("link", { name: "Volver a la página de firma" }).click();
  await firmar(oscar);
  await expect(oscar.getByText("Usted ya firmó esta versión.")).toBeVisible();
  await expect(oscar.getByText("Falta que firme quien preside el Comité")).toBeVisible();

  const nora = await persona(page, "nora.pavez@ipa.example", comite("IPA"));
  await firmar(nora);
  await expect(nora.getByRole("heading", { name: "Acta vigente" })).toBeVisible();
  await esperarPantallaDebida(nora);
  const codigo = await nora.getByRole("link", { name: /^\w{4}-\w{4}-\w{4}$/ }).textContent();
  const pdf = await nora.request.get(`${comite("IPA")}/acta.pdf`);
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");

  await page.goto("/avisos");
  await expect(
    page.getByText("El Comité aprobó el Plan de Mejoramiento; el acta está disponible.", { exact: true }),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: /^Avisos: \d+ sin leer$/ })).toBeVisible();
  await esperarPantallaDebida(page);
  await page.getByRole("button", { name: "Marcar todos como leídos" }).click();
  await expect(page.getByRole("link", { name: "Avisos", exact: true })).toBeVisible();

  const publico = await page.context().browser()?.newContext();
  const alguien = await publico?.newPage();
  if (!alguien) throw new Error("Sin navegador.");
  await alguien.goto("/verificar");
  await esperarPantallaDebida(alguien);
  await alguien.getByLabel("Código de verificación").fill((codigo ?? "").toLowerCase().replaceAll("-", " "));
  await alguien.getByRole("button", { name: "Verificar" }).click();
  await expect(alguien.getByText("Acta en vigor", { exact: true })).toBeVisible();
  await expect(alguien.getByText("Directora nacional")).toBeVisible();
  await expect(alguien.getByText("Nora Pavez Silva")).toHaveCount(0);
  await esperarPantallaDebida(alguien);
  const plan = await planDe("IPA");
  const elegir = (nombre: string, contenido: unknown) =>
    alguien.getByLabel("Archivo JSON").setInputFiles({
      name: nombre,
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(contenido)),
    });
  await elegir("plan.json", plan);
  await expect(alguien.getByText("plan.json: es lo que se firmó")).toBeVisible();
  await elegir("otro.json", { ...plan, objetivoGeneral: `${plan?.objetivoGeneral}.` });
  await expect(alguien.getByText("otro.json: no es lo que se firmó")).toBeVisible();
});

test("un integrante objeta, la contraparte lo ve, vuelve a enviar y el Comité firma la segunda versión", async ({
  page,
}) => {
  await prepararPlan("SVA", {
    elemento: "OG",
    componente: "texto",
    contenido: "Mejorar la atención de las personas usuarias en todos los canales.",
  });
  await ingresarComo(page, "ana.rojas@sva.example", comite("SVA"));
  await enviarAlComite(page);
  await expect(page.locator(":is(h1, h2, h3):focus")).toBeVisible();

  const marta = await persona(page, "marta.diaz@sva.example", comite("SVA"));
  await expect(marta.getByRole("heading", { name: "Qué cambió y por qué" })).toBeVisible();
  await expect(marta.locator("ins").first()).toBeVisible();
  await expect(marta.getByText(/^Al firmar, usted aprueba.*identifica el contenido del plan/)).toBeVisible();
  await expect(marta.getByText(/^Las razones y los antecedentes de los cambios no son parte/)).toBeVisible();
  await esperarPantallaDebida(marta);
  await marta.getByRole("button", { name: "Objetar el Plan de Mejoramiento" }).click();
  await expect(marta.getByRole("link", { name: "Escriba el motivo de su objeción." })).toBeVisible();
  await marta.getByLabel("Motivo de su objeción").fill("El objetivo no menciona los plazos.");
  await marta.getByRole("button", { name: "Objetar el Plan de Mejoramiento" }).click();
  await expect(marta.getByText("El Comité objetó la última versión")).toBeVisible();

  await page.reload();
  await expect(page.getByText("El objetivo no menciona los plazos.").first()).toBeVisible();
  await enviarAlComite(page);
  await page.getByRole("button", { name: "Volver a abrir para modificar" }).click();
  await expect(page.getByText("Se avisará a cada integrante del Comité.", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Volver", exact: true }).click();

  const pedro = await persona(page, "pedro.mella@sva.example", comite("SVA"));
  await pedro.getByRole("button", { name: "Firmar el Plan de Mejoramiento" }).click();
  await expect(pedro.getByRole("link", { name: /^El plan cambia: declare/ })).toBeVisible();
  await pedro.getByLabel(/^Declaro que los ajustes/).check();
  await firmar(pedro);

  await page.reload();
  await page.getByRole("button", { name: "Volver a abrir para modificar" }).click();
  await expect(page.getByText("Queda sin efecto 1 firma dada.")).toBeVisible();
  await esperarAccesible(page);
  await page.getByRole("button", { name: "Abrir para modificar", exact: true }).click();
  await expect(page.getByText("Envíe el Plan de Mejoramiento al Comité").first()).toBeVisible();
});

test("un acta en papel: las faltas van en sus campos, nada se pierde, y el PDF escaneado se puede abrir", async ({
  page,
}) => {
  await prepararPlan("DRN");
  await ingresarComo(page, "hugo.parra@drn.example", comite("DRN"));
  const registrar = page.getByRole("button", {
    name: "Registrar el acta que aprueba el Plan de Mejoramiento",
  });
  await page.locator("#papel > summary").click();
  await page.getByLabel("Número o nombre del acta").fill("Acta N° 3");
  await page.getByLabel("Fecha del acta").fill("31/02/2025");
  await registrar.click();
  await expect(page.getByRole("link", { name: "Adjunte el acta escaneada en PDF." })).toBeVisible();
  await esperarPantallaDebida(page);
  // What is wrong took the focus once: whoever goes on writing keeps it, letter after letter.
  const numero = page.getByLabel("Número o nombre del acta");
  await numero.press("End");
  await page.keyboard.type(" de 2025");
  await expect(numero).toHaveValue("Acta N° 3 de 2025");
  await page.reload();
  await page.locator("#papel > summary").click();
  await expect(numero).toHaveValue("Acta N° 3 de 2025");

  const bytes = Buffer.from(
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
  );
  await page
    .getByLabel("Acta escaneada")
    .setInputFiles({ name: "Acta Comité.pdf", mimeType: "application/pdf", buffer: bytes });
  await expect(page.getByText(/· Listo/)).toBeVisible();
  await page.getByLabel("Fecha del acta").fill("05/06/2025");
  await page.getByRole("button", { name: "Agregar asistente" }).click();
  await registrar.click();
  await expect(page.getByText(/nombre/i).first()).toBeVisible();
  await page.getByRole("button", { name: "Quitar al asistente 3" }).click();
  await registrar.click();
  await expect(page.getByRole("heading", { name: "Acta vigente" })).toBeVisible();
  const enlace = await page.getByRole("link", { name: "Abrir el acta escaneada" }).getAttribute("href");
  const bajado = await page.request.get(enlace ?? "");
  expect(Buffer.compare(await bajado.body(), bytes)).toBe(0);
});

test("la verificación no se deja recorrer código por código: pasado el ritmo pide esperar, y a los demás no los frena", async ({
  page,
}) => {
  const pedir = async (i: number, origen: string) => {
    const codigo = `0000-0000-${String(i).padStart(4, "0")}`;
    const headers = { "x-forwarded-for": origen };
    return (await page.request.get(`/verificar/${codigo}`, { headers })).text();
  };
  expect(await pedir(0, "203.0.113.7")).toContain("No encontramos ese código");
  // 60 a minute: so many that, even if a minute ends among them, one of the two minutes has too many.
  const todos = await Promise.all(Array.from({ length: 130 }, (_, i) => pedir(i + 1, "203.0.113.7")));
  const frenados = todos.filter((texto) => texto.includes("Recibimos muchas consultas seguidas"));
  expect(frenados.length).toBeGreaterThan(0);
  expect(frenados.some((texto) => texto.includes("No encontramos ese código"))).toBe(false);
  expect(await pedir(0, "203.0.113.8")).toContain("No encontramos ese código");
});
