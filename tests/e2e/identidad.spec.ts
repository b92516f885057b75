import { CLAVE_DEMO } from "@/prisma/semilla/personas";
import { enLaBase } from "../apoyo/baseE2e";
import { correosPara } from "../apoyo/correo";
import {
  esperarPantallaDebida,
  expect,
  ingresarComo,
  ingresarPorPantalla,
  NO_EXISTE,
  pulsarSalir,
  test,
} from "./apoyo";

const TITULAR = "ana.rojas@sva.example";
const ADMINISTRADOR = "diego.lagos@red.example";

const PERSONAS = [
  [TITULAR, "/institucion/SVA", "Contraparte titular"],
  ["luis.soto@sva.example", "/institucion/SVA", "Contraparte suplente"],
  ["marta.diaz@sva.example", "/institucion/SVA", "Integrante del Comité"],
  ["rosa.campos@sva.example", "/institucion/SVA", "Lector institucional"],
  ["vera.ossa@externo.example", "/validacion", "Validador externo"],
  ["carla.nunez@red.example", "/coordinacion", "Coordinación de la Red"],
  ["elena.fuentes@red.example", "/revision", "Revisor"],
  [ADMINISTRADOR, "/administracion/instituciones", "Administrador"],
] as const;

for (const [correo, inicio, funcion] of PERSONAS) {
  test(`${funcion} ingresa y llega a lo suyo`, async ({ page }) => {
    await ingresarPorPantalla(page, correo);
    expect(new URL(page.url()).pathname).toBe(inicio);
    await expect(page.getByRole("banner")).toContainText(funcion);
  });
}

test.describe("ingresar", () => {
  test("sin sesión se va al ingreso y se vuelve a donde se iba", async ({ page }) => {
    await page.goto("/institucion/SVA/personas");
    expect(new URL(page.url()).pathname).toBe("/ingresar");
    await ingresarPorPantalla(page, TITULAR, "/institucion/SVA/personas");
    expect(new URL(page.url()).pathname).toBe("/institucion/SVA/personas");
  });

  test("una clave equivocada se dice, conserva el correo y no la clave", async ({ page }) => {
    await page.goto("/ingresar");
    await page.getByLabel("Correo").fill("nadie@sva.example");
    await page.getByLabel("Clave", { exact: true }).fill("equivocada");
    await page.getByRole("button", { name: "Ingresar", exact: true }).click();
    await expect(page.getByRole("alert").filter({ hasText: "no son correctos" })).toBeVisible();
    await expect(page.getByLabel("Correo")).toHaveValue("nadie@sva.example");
    await expect(page.getByLabel("Clave", { exact: true })).toHaveValue("");
  });

  test.describe("sin red", () => {
    test.use({ erroresEsperados: /ERR_INTERNET_DISCONNECTED/ });
    test("se dice, y al volver se ingresa sin escribir de nuevo", async ({ page, context }) => {
      await page.goto("/ingresar");
      await page.getByLabel("Correo").fill(TITULAR);
      await page.getByLabel("Clave", { exact: true }).fill(CLAVE_DEMO);
      await context.setOffline(true);
      await page.getByRole("button", { name: "Ingresar", exact: true }).click();
      await expect(
        page.getByRole("alert").filter({ hasText: "No hay conexión con la plataforma" }),
      ).toBeVisible();
      await context.setOffline(false);
      await page.getByRole("button", { name: "Ingresar", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Valles y Aguas");
    });
  });

  test("la cookie no la lee ningún script y al salir deja de servir aunque se conserve", async ({
    page,
    context,
  }) => {
    await ingresarPorPantalla(page, TITULAR);
    const cookie = (await context.cookies()).find(({ name }) => name.endsWith("cseu-sesion"));
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
    await pulsarSalir(page);
    await expect(page.getByText("Cerró su sesión.")).toBeVisible();
    if (cookie) await context.addCookies([cookie]);
    await page.goto("/institucion/SVA");
    expect(new URL(page.url()).pathname).toBe("/ingresar");
  });

  test.describe("sin JavaScript", () => {
    test.use({ javaScriptEnabled: false });
    test("también se puede", async ({ page }) => {
      await page.goto("/ingresar");
      await page.getByLabel("Correo").fill(TITULAR);
      await page.getByLabel("Clave", { exact: true }).fill(CLAVE_DEMO);
      await page.getByRole("button", { name: "Ingresar", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Valles y Aguas");
    });
  });
});

test.describe("lo ajeno no existe", () => {
  test.use({ erroresEsperados: [NO_EXISTE] });
  for (const ruta of [
    "/institucion/IPA",
    "/institucion/IPA/personas",
    "/institucion/NOHAY",
    "/administracion/personas",
  ]) {
    test(`${ruta} es un 404 para quien no la alcanza`, async ({ page }) => {
      await ingresarComo(page, TITULAR);
      const respuesta = await page.goto(ruta);
      expect(respuesta?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("No encontramos esta página");
      expect(await page.content()).not.toContain("Prestaciones Australes");
    });
  }
});

test("se invita a una persona, llega el correo, crea su cuenta y ve sus tareas", async ({
  page,
  browser,
}) => {
  const correo = `invitada.${Date.now()}@sva.example`;
  await ingresarComo(page, TITULAR, "/institucion/SVA/personas");
  await page.getByLabel("Nombre y apellidos").fill("Gabriela Prueba Soto");
  await page.getByLabel("Correo institucional").fill(correo);
  await page.getByLabel("Función", { exact: true }).selectOption("integrante_comite");
  await page.getByRole("button", { name: "Enviar invitación" }).click();
  await expect(page.getByRole("link", { name: "Escriba el cargo" })).toBeVisible();
  await expect(page.getByLabel("Correo institucional")).toHaveValue(correo);
  await page.getByLabel("Cargo").fill("Jefa de Unidad");
  await page.getByRole("button", { name: "Enviar invitación" }).click();
  await expect(page.getByRole("table", { name: "Invitaciones sin responder" })).toContainText(correo);

  await expect.poll(async () => (await correosPara(correo)).length, { timeout: 20_000 }).toBe(1);
  const [mensaje] = await correosPara(correo);
  const enlace = /https?:\/\/\S+\/invitacion\/\S+/.exec(mensaje?.text ?? "")?.[0] ?? "";
  const contexto = await browser.newContext();
  const invitada = await contexto.newPage();
  await invitada.goto(enlace);
  await esperarPantallaDebida(invitada);
  await invitada.getByLabel("Elija una clave").fill("corta");
  await invitada.getByRole("button", { name: "Crear mi cuenta" }).click();
  await expect(invitada.getByRole("link", { name: /al menos 12 caracteres/ })).toBeVisible();
  await invitada.getByLabel("Elija una clave").fill("una frase propia y larga");
  await invitada.getByRole("button", { name: "Crear mi cuenta" }).click();
  await expect(invitada.getByRole("heading", { level: 1 })).toContainText("Valles y Aguas");
  await expect(invitada.getByRole("heading", { name: "Qué hay que hacer este año" })).toBeVisible();
  await invitada.goto(enlace);
  await expect(invitada.getByRole("heading", { level: 1 })).toHaveText("Esta invitación ya no sirve");
  await contexto.close();

  await page.reload();
  await page.getByRole("button", { name: "Retirar Gabriela Prueba Soto" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Retirar", exact: true }).click();
  await expect(page.getByRole("button", { name: "Retirar Gabriela Prueba Soto" })).toHaveCount(0);
});

test("quien administra termina la sesión de alguien, y esa persona queda fuera", async ({
  page,
  browser,
}) => {
  const contexto = await browser.newContext();
  const otra = await contexto.newPage();
  await ingresarComo(otra, "hugo.parra@drn.example");
  await ingresarComo(page, ADMINISTRADOR, "/administracion/personas?texto=hugo");
  await page.getByRole("button", { name: "Cerrar sesiones de Hugo Parra Gil" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cerrar sesiones", exact: true }).click();
  await expect(page.getByText("Se cerraron las sesiones de Hugo Parra Gil.")).toBeVisible();
  await otra.reload();
  expect(new URL(otra.url()).pathname).toBe("/ingresar");
  await contexto.close();
});

test("se cierran las otras sesiones propias", async ({ page, browser }) => {
  const contexto = await browser.newContext();
  const otra = await contexto.newPage();
  await ingresarPorPantalla(otra, "iris.vega@ipa.example");
  await ingresarPorPantalla(page, "iris.vega@ipa.example", "/perfil/sesiones");
  await page.getByRole("button", { name: "Cerrar mis otras sesiones" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cerrar mis otras sesiones" }).click();
  await expect(page.getByText("Sus otras sesiones se cerraron.")).toBeVisible();
  await otra.reload();
  expect(new URL(otra.url()).pathname).toBe("/ingresar");
  await contexto.close();
});

test("la coordinación invita a la Red, reenvía la invitación y la anula", async ({ page }) => {
  const correo = `experta.${Date.now()}@red.example`;
  await ingresarComo(page, "carla.nunez@red.example", "/administracion/red");
  await page.getByLabel("Nombre y apellidos").fill("Experta Prueba");
  await page.getByLabel("Correo institucional").fill(correo);
  await page.getByLabel("Función").selectOption("revisor");
  await page.getByRole("button", { name: "Enviar invitación" }).click();
  const invitaciones = page.getByRole("table", { name: "Invitaciones sin responder" });
  await expect(invitaciones).toContainText(correo);
  const fila = invitaciones.getByRole("row").filter({ hasText: correo });
  await fila.getByRole("button", { name: /Reenviar/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Reenviar", exact: true }).click();
  await expect(page.getByText("La invitación va otra vez en camino.")).toBeVisible();
  await expect.poll(async () => (await correosPara(correo)).length, { timeout: 20_000 }).toBe(2);
  await fila.getByRole("button", { name: /Anular/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Anular", exact: true }).click();
  await expect(page.getByText(correo)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Retirar Elena Fuentes" })).toBeVisible();
  await expect(page.getByRole("button", { name: /Retirar Diego Lagos/ })).toHaveCount(0);
});

test("la regla del Comité de una institución se cambia en su ficha", async ({ page }) => {
  await ingresarComo(page, ADMINISTRADOR, "/administracion/instituciones");
  await page.getByRole("link", { name: "Editar Dirección de Registros del Norte" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dirección de Registros del Norte");
  await esperarPantallaDebida(page);
  await page.getByLabel("Todos sus integrantes").check();
  await page.getByRole("button", { name: "Guardar" }).click();
  await page.waitForURL("**/administracion/instituciones");
  const regla = "SELECT quorum FROM institucion WHERE codigo = 'DRN'";
  try {
    expect(await enLaBase(regla)).toEqual([{ quorum: "unanimidad" }]);
  } finally {
    await enLaBase("UPDATE institucion SET quorum = 'mayoria' WHERE codigo = 'DRN'");
  }
});

test.describe("páginas que nadie quiere ver", () => {
  test.use({ erroresEsperados: /status of 404|status of 500|React error #441/ });

  for (const ruta of ["/no/existe", "/institucion/NOHAY", "/componentes"]) {
    test(`${ruta}: no existe, y se ve y se usa como las demás`, async ({ page }) => {
      await ingresarComo(page, TITULAR);
      expect((await page.goto(ruta))?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("No encontramos esta página");
      await esperarPantallaDebida(page);
    });
  }

  test("lo que se rompe de nuestro lado tiene su número, y también se ve y se usa", async ({ page }) => {
    await ingresarComo(page, ADMINISTRADOR, "/administracion/ejercicios");
    await enLaBase("ALTER TABLE ejercicio RENAME TO ejercicio_rota");
    try {
      await page.goto("/administracion/ejercicios");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Algo falló de nuestro lado");
      await expect(page.getByRole("main")).toContainText("Número para la mesa de ayuda");
      expect(await page.content()).not.toMatch(/prisma|ejercicio_rota|\bSELECT\s/);
      await esperarPantallaDebida(page);
    } finally {
      await enLaBase("ALTER TABLE ejercicio_rota RENAME TO ejercicio");
    }
    await page.getByRole("button", { name: "Volver a intentar" }).click();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Algo falló de nuestro lado");
  });
});

const PUBLICAS = [
  "/ingresar",
  "/clave",
  "/clave/x",
  "/invitacion/x",
  "/demo/correo",
  "/demo/reloj",
  "/verificar",
];
for (const ruta of PUBLICAS) {
  test(`${ruta}: accesible, a 320 px y con teclado`, async ({ page }) => {
    await page.goto(ruta);
    await esperarPantallaDebida(page);
  });
}
for (const [correo, rutas] of [
  [
    TITULAR,
    [
      "/institucion/SVA",
      "/institucion/SVA/personas",
      "/institucion/SVA/comite",
      "/institucion/SVA/comite/plan/documento",
      "/perfil",
      "/perfil/sesiones",
      "/avisos",
    ],
  ],
  ["carla.nunez@red.example", ["/coordinacion/prorrogas"]],
  ["elena.fuentes@red.example", ["/revision"]],
  [
    ADMINISTRADOR,
    [
      "/administracion/instituciones",
      "/administracion/instituciones/nueva",
      "/administracion/ejercicios",
      "/administracion/red",
      "/administracion/personas",
    ],
  ],
] as const) {
  for (const ruta of rutas) {
    test(`${ruta}: accesible, a 320 px y con teclado`, async ({ page }) => {
      await ingresarComo(page, correo, ruta);
      await esperarPantallaDebida(page);
    });
  }
}
