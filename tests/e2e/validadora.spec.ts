import { enLaBase } from "@/tests/apoyo/baseE2e";
import { esperarPantallaDebida, expect, ingresarComo, mirar, NO_EXISTE, test } from "./apoyo";
import { ANA, ELENA, OBSERVADO, prepararEnviado, revisarYDevolver } from "./observaciones-apoyo";
import { esAccion, filasEscritas, repetir, retener } from "./pedidos-apoyo";

test.use({ erroresEsperados: NO_EXISTE });

const VERA = "vera.ossa@externo.example";

test("la validadora externa lee lo asignado y cada lectura deja su fila", async ({ page }) => {
  const envio = await prepararEnviado();
  await revisarYDevolver(envio, [OBSERVADO]);
  await enLaBase("DELETE FROM lectura_validador");
  await ingresarComo(page, VERA);
  await expect(page).toHaveURL(/\/validacion$/);
  await expect(page.getByRole("link", { name: "Servicio de Valles y Aguas" })).toBeVisible();
  await expect(page.getByText("Instituto de Prestaciones Australes")).toHaveCount(0);
  await esperarPantallaDebida(page);
  await mirar(page, "validacion");
  await page.getByRole("link", { name: "Servicio de Valles y Aguas" }).click();
  await expect(page.getByText("Acta plan: aprueba el plan")).toBeVisible();
  await esperarPantallaDebida(page);
  await mirar(page, "validacion-institucion");
  expect(await page.content()).not.toContain("reunión reservada");
  await page.getByRole("link", { name: "Leer la bitácora" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bitácora" })).toBeVisible();
  expect((await page.request.get("/institucion/SVA/documento/expediente.json?version=1")).ok()).toBe(true);
  expect((await page.request.get("/institucion/SVA/documento/expediente.json")).status()).toBe(404);
  for (const ruta of ["plan", "informe", "difusion", "envio", "revision"])
    expect((await page.goto(`/institucion/SVA/${ruta}`))?.status(), ruta).toBe(404);
  const lecturas = await enLaBase<{ que: string }>("SELECT que FROM lectura_validador ORDER BY leida_en");
  const leidas = lecturas.map(({ que }) => que);
  for (const que of [
    "/validacion",
    "/validacion/SVA",
    "/institucion/SVA/bitacora",
    "/institucion/SVA/documento/expediente.json?version=1",
  ])
    expect(leidas).toContain(que);
  const [rastro] = await enLaBase<{ n: string }>(
    "SELECT count(*) AS n FROM bitacora WHERE tabla = 'lectura_validador' AND caso = 'validador.leer'",
  );
  expect(Number(rastro?.n)).toBeGreaterThanOrEqual(lecturas.length);
});

test("la validadora externa no escribe nada: ni lo que Ana o Elena acaban de mandar", async ({
  page,
  sentar,
}) => {
  const envio = await prepararEnviado();
  await revisarYDevolver(envio, [OBSERVADO]);
  const [vera] = await enLaBase<{ id: string }>("SELECT id FROM usuario WHERE correo = $1", [VERA]);
  await ingresarComo(page, VERA);

  const elena = await sentar(ELENA, `/revision/${envio}`);
  const ana = await sentar(ANA, "/institucion/SVA/difusion");
  const guardado = await retener(
    ana,
    (pedido) => pedido.url().endsWith("/campo"),
    async () => {
      const fecha = ana.getByRole("textbox", { name: "Fecha del acto" });
      await fecha.fill("02/03/2025");
      await fecha.blur();
    },
  );
  const antes = await filasEscritas();
  const suyo = { ...guardado.pedido.postDataJSON(), usuario: vera?.id };
  expect((await repetir(page, guardado.pedido, JSON.stringify(suyo))).status()).toBe(404);
  // As it left Ana's browser it names Ana: whoever is signed in is not who typed it.
  expect((await repetir(page, guardado.pedido)).status()).toBe(401);
  expect(await filasEscritas()).toEqual(antes);
  expect(await guardado.soltar()).toBe(200);
  await expect(ana.getByText(/^Guardado \d/)).toBeVisible();
  const conLoDeAna = await filasEscritas();
  expect(conLoDeAna).not.toEqual(antes);

  await ana.goto("/institucion/SVA/revision");
  const observacion = ana.getByRole("article", { name: /Fecha/ });
  const respuesta = await retener(ana, esAccion, async () => {
    await observacion.getByRole("button", { name: /^Responder/ }).click();
    await observacion.getByLabel("Su respuesta").fill("Era la de publicación: corregida.");
    await observacion.getByRole("button", { name: "Enviar la respuesta" }).click();
  });
  // Vera reads this page too: it is the writing that is not hers.
  const nota = await retener(elena, esAccion, async () => {
    await elena.getByLabel("Nueva nota privada").fill("Cotejar también el listado.");
    await elena.getByRole("button", { name: "Guardar nota privada" }).click();
  });
  for (const { pedido } of [respuesta, nota])
    expect(await (await repetir(page, pedido)).text()).toContain('"codigo":"no_encontrado"');
  expect(await filasEscritas()).toEqual(conLoDeAna);
  for (const { soltar } of [respuesta, nota]) expect(await soltar()).toBe(200);
  await expect(ana.getByText("Todas las observaciones están respondidas")).toBeVisible();
  expect(await filasEscritas()).not.toEqual(conLoDeAna);
});

test("con dos instituciones asignadas, leer una versión y bajar su paquete queda en la bitácora de la suya y en ninguna otra", async ({
  page,
}) => {
  await prepararEnviado();
  await enLaBase(
    `INSERT INTO membresia (usuario_id, rol, institucion_id)
     SELECT u.id, 'validador_externo', i.id FROM usuario u, institucion i WHERE u.correo = $1 AND i.codigo = 'IPA' ON CONFLICT DO NOTHING`,
    [VERA],
  );
  await ingresarComo(page, VERA, "/validacion");
  await expect(page.getByRole("link", { name: "Instituto de Prestaciones Australes" })).toBeVisible();
  await page.getByRole("link", { name: "Servicio de Valles y Aguas" }).click();
  await expect(page.getByRole("link", { name: "Leer la versión 1" })).toBeVisible();
  await enLaBase("DELETE FROM lectura_validador");
  await page.getByRole("link", { name: "Leer la versión 1" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Servicio de Valles y Aguas: versión 1");
  const version = new URL(page.url()).pathname;
  expect((await page.request.get("/institucion/SVA/documento/paquete.zip?version=1")).status()).toBe(200);
  expect(
    await enLaBase(
      "SELECT i.codigo, l.que FROM lectura_validador l JOIN institucion i ON i.id = l.institucion_id ORDER BY l.leida_en, i.codigo",
    ),
  ).toEqual([
    { codigo: "SVA", que: version },
    { codigo: "SVA", que: "/institucion/SVA/documento/paquete.zip?version=1" },
  ]);
});

test("la validadora ve en el tablero dónde está lo asignado, y no el análisis, que cita borradores", async ({
  page,
}) => {
  await ingresarComo(page, VERA, "/coordinacion");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Coordinación");
  await expect(page.getByRole("link", { name: "Servicio de Valles y Aguas" })).toBeVisible();
  for (const ajeno of ["Análisis global", "Cargar planes", "Grupos y duplas"])
    await expect(page.getByRole("link", { name: ajeno })).toHaveCount(0);
  expect((await page.goto("/coordinacion/analisis"))?.status()).toBe(404);
  expect((await page.request.get("/coordinacion/analisis/analisis.xlsx")).status()).toBe(404);
});
