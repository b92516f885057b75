import { enLaBase, ponerReloj } from "../apoyo/baseE2e";
import { correosPara } from "../apoyo/correo";
import { elegirEn, esperarPantallaDebida, expect, ingresarComo, test } from "./apoyo";

const ANA = "ana.rojas@sva.example";
const CARLA = "carla.nunez@red.example";

const recibidos = async (asunto: string) =>
  (await correosPara(ANA)).filter(({ subject }) => subject?.includes(asunto));
const llega = (asunto: string) =>
  expect.poll(async () => (await recibidos(asunto)).length, { timeout: 30_000 }).toBe(1);

/** A notice for Ana as a use case would write it: on screen and by mail. */
async function avisarAAna(tipo: string, asunto: string): Promise<void> {
  await enLaBase(
    `INSERT INTO notificacion (usuario_id, clave, tipo, texto, enlace, creada_en)
     SELECT id, $2, $3, $2, '/institucion/SVA/comite', now() FROM usuario WHERE correo = $1`,
    [ANA, asunto, tipo],
  );
  await enLaBase(
    `INSERT INTO correo (clave, para, usuario_id, tipo, asunto, texto, creado_en)
     SELECT $2, correo, id, $3, $2, 'Hola', now() FROM usuario WHERE correo = $1`,
    [ANA, asunto, tipo],
  );
}

test("de una prórroga se entera en pantalla y por correo; abrir el aviso lo marca y lleva a su lugar", async ({
  page,
  browser,
}) => {
  await ingresarComo(page, CARLA, "/coordinacion/prorrogas");
  await elegirEn(page.getByLabel("Institución", { exact: true }), "valles", "Servicio de Valles y Aguas");
  await page.getByLabel("Último día").fill("15/07/2025");
  await page.getByLabel(/Razón/).fill("Temporal en la región.");
  await page.getByRole("button", { name: "Otorgar prórroga" }).click();
  await expect(page.getByText("Vigente")).toBeVisible();
  await llega("tiene una prórroga");
  expect(
    (await recibidos("tiene una prórroga"))[0]?.headers.some(({ key }) => key === "list-unsubscribe"),
  ).toBe(false);

  const ana = await (await browser.newContext()).newPage();
  await ingresarComo(ana, ANA, "/avisos");
  await expect(ana.getByRole("heading", { name: /^Sin leer/ })).toBeVisible();
  await esperarPantallaDebida(ana);
  await ana.getByRole("button", { name: /^Ver ?: La Red de Expertos otorgó/ }).click();
  await ana.waitForURL("**/institucion/SVA/plan");
  await ana.goto("/avisos");
  await expect(ana.getByRole("link", { name: /^Ver ?: La Red de Expertos otorgó/ })).toBeVisible();

  await avisarAAna("comite_firma", "Pedro firmó el plan");
  await ana.goto("/avisos");
  await ana.getByRole("button", { name: /^Marcar como leído ?: Pedro firmó/ }).click();
  await expect(ana.getByRole("link", { name: /^Ver ?: Pedro firmó/ })).toBeVisible();
  await esperarPantallaDebida(ana);
  // The reminder of a limit may be there too.
  await avisarAAna("comite_firma", "Julia firmó el plan");
  await ana.goto("/avisos");
  await ana.getByRole("button", { name: "Marcar todos como leídos" }).click();
  await expect(ana.getByRole("heading", { name: /^Sin leer/ })).toHaveCount(0);
  await expect(ana.getByRole("link", { name: "Avisos", exact: true })).toBeVisible();
  await ana.context().close();
});

test("quien no tiene avisos lo lee", async ({ page }) => {
  // Whoever only reads owes nothing, so no reminder reaches them.
  await ingresarComo(page, "rosa.campos@sva.example", "/avisos");
  await expect(page.getByText("No tiene avisos")).toBeVisible();
  await esperarPantallaDebida(page);
});

test("elige en su perfil qué llega a su correo y cuándo", async ({ page }) => {
  await ingresarComo(page, ANA, "/perfil");
  await page.getByRole("link", { name: "Elegir mis correos" }).click();
  await expect(page.getByLabel("Cada uno cuando ocurre")).toBeChecked();
  await expect(page.getByRole("heading", { name: "Lo que se envía siempre" })).toBeVisible();
  await page.getByLabel("Un resumen al día").check();
  await page.getByLabel("Nueva firma del Comité").uncheck();
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByText("Sus preferencias quedaron guardadas.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Un resumen al día")).toBeChecked();
  await expect(page.getByLabel("Nueva firma del Comité")).not.toBeChecked();
  await expect(page.getByLabel("Acta en papel registrada")).toBeChecked();
  await esperarPantallaDebida(page);
});

test("deja de recibir lo no esencial desde el correo: la página pregunta, y el programa de correo lo hace de una vez", async ({
  page,
}) => {
  await avisarAAna("acta_registrada", "Se registró un acta");
  await llega("Se registró un acta");
  const [correo] = await recibidos("Se registró un acta");
  const escrito =
    /<(.*)>/.exec(correo?.headers.find(({ key }) => key === "list-unsubscribe")?.value ?? "")?.[1] ?? "";
  // Whoever wrote it is this test, which is not told where the platform answers.
  const unClic = new URL(new URL(escrito).pathname, process.env.E2E_URL).href;
  const silenciados = async () =>
    (await enLaBase<{ silenciados: string[] }>("SELECT silenciados FROM usuario WHERE correo = $1", [ANA]))[0]
      ?.silenciados;

  // Opening what programs ask only leads to the page, and the page alone changes nothing.
  await page.goto(unClic);
  await expect(page.getByRole("heading", { name: "Acta en papel registrada" })).toBeVisible();
  expect(await silenciados()).not.toContain("acta_registrada");
  await esperarPantallaDebida(page);
  await page.getByRole("button", { name: "Dejar de recibirlos" }).click();
  await expect(page.getByText("Ya no le enviaremos correos de esto.").first()).toBeVisible();
  expect(await silenciados()).toContain("acta_registrada");

  await enLaBase("UPDATE usuario SET silenciados = '{}'");
  const respuesta = await fetch(unClic, {
    method: "POST",
    body: "List-Unsubscribe=One-Click",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  expect(respuesta.status).toBe(204);
  expect(await silenciados()).toEqual(["acta_registrada"]);
  await page.goto("/baja/nada");
  await expect(page.getByRole("heading", { name: "Este enlace no sirve" })).toBeVisible();
});

test("con el reloj de la demostración a tres días del cierre, los plazos se recuerdan solos", async ({
  page,
}) => {
  const [antes] = await enLaBase<{ desfase: string }>(
    "SELECT desfase_ms AS desfase FROM reloj_demo WHERE id = 1",
  );
  await enLaBase("DELETE FROM prorroga");
  await ponerReloj("2025-06-27T15:00:00Z");
  try {
    // The schedule brings it each minute; here it is not waited for.
    await enLaBase(
      "INSERT INTO pgboss.job (name, policy) VALUES ('reloj', 'exclusive') ON CONFLICT DO NOTHING",
    );
    await llega("Vence en 3 días");
    await ingresarComo(page, ANA, "/avisos");
    await expect(page.getByText(/en 3 días vence el plazo para ajustar el plan/).first()).toBeVisible();
  } finally {
    await enLaBase("UPDATE reloj_demo SET desfase_ms = $1", [antes?.desfase ?? 0]);
  }
});

test("la Coordinación ve qué correos no salen y por qué, sin leerlos, y pide otro intento", async ({
  page,
}) => {
  await enLaBase(
    `INSERT INTO correo (clave, para, asunto, texto, creado_en, en_resumen, usuario_id, intentos, error, entregando_en)
     SELECT 'e2e incierto', correo, 'Mensaje en duda', 'Secreto del mensaje', now(), true, id, 1, 'Connection closed', now()
     FROM usuario WHERE correo = $1`,
    [ANA],
  );
  // Written apart from its job, as a crash leaves it.
  await enLaBase("UPDATE correo SET en_resumen = false WHERE clave = 'e2e incierto'");
  await ingresarComo(page, CARLA, "/administracion/correos");
  await expect(page.getByText("Hay mensajes sin confirmar")).toBeVisible();
  await expect(page.getByText("Secreto del mensaje")).toHaveCount(0);
  await esperarPantallaDebida(page);
  await page.getByRole("button", { name: /^Enviar otra vez/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Enviar otra vez" }).click();
  await llega("Mensaje en duda");
});
