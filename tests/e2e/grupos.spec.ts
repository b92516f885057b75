import { pdf } from "../apoyo/archivos/bytes";
import { enLaBase } from "../apoyo/baseE2e";
import { elegirEn, esperarPantallaDebida, expect, ingresarComo, mirar, test } from "./apoyo";
import { COORDINADORA, conSara } from "./grupos-apoyo";

const GRUPOS = "/coordinacion/grupos";

test("se crea un grupo, se le mueven instituciones y se nombra su dupla", async ({ page }) => {
  await conSara();
  await ingresarComo(page, COORDINADORA, GRUPOS);
  await expect(page.getByRole("table", { name: "1 grupo" })).toContainText("Elena Fuentes Paz");
  await page.getByLabel("Nombre del grupo").fill("Grupo 2");
  await page.getByRole("button", { name: "Crear grupo" }).click();
  await expect(page.getByRole("table", { name: "2 grupos" })).toContainText("Falta nombrar");
  // Drawn anew: the walk with Tab begins at the top, and not at the button just pressed.
  await page.goto(GRUPOS);
  await esperarPantallaDebida(page);

  await page.getByRole("link", { name: "Mover instituciones" }).click();
  await page.getByLabel("Dirección de Registros del Norte").check();
  const destino = page.getByLabel("Mover al grupo");
  await destino.fill("grupo");
  await page.getByRole("button", { name: "Mover", exact: true }).click();
  // Naming no group loses nothing of what was marked and written.
  await page.getByRole("link", { name: "Coinciden: Grupo 1; Grupo 2." }).click();
  await expect(destino).toBeFocused();
  await expect(page.getByLabel("Dirección de Registros del Norte")).toBeChecked();
  await expect(destino).toHaveValue("grupo");
  await esperarPantallaDebida(page);
  await mirar(page, "mover-grupo");
  await elegirEn(destino, "grupo 2", "Grupo 2");
  await page.getByRole("button", { name: "Mover", exact: true }).click();
  await expect(page.getByText("Pasó 1 institución a Grupo 2.")).toBeVisible();
  await page.goto(`${GRUPOS}/mover`);
  await esperarPantallaDebida(page);

  await page.goto(GRUPOS);
  await page.getByRole("link", { name: "Grupo 2" }).click();
  await elegirEn(page.getByLabel("Persona revisora").first(), "lobos", "Sara Lobos");
  await page.getByRole("button", { name: "Nombrar" }).first().click();
  await expect(page.getByRole("table", { name: "Quiénes han sido de la dupla" })).toContainText("Sara Lobos");
  await page.goto(page.url());
  await esperarPantallaDebida(page);
});

test("dejar instituciones sin grupo, o mover las que no se ven, se pregunta antes", async ({ page }) => {
  const suyo = () =>
    enLaBase<{ nombre: string }>(
      "SELECT g.nombre FROM grupo_institucion gi JOIN grupo g ON g.id = gi.grupo_id JOIN institucion i ON i.id = gi.institucion_id WHERE i.codigo = 'DRN'",
    );
  const antes = await suyo();
  expect(antes).toHaveLength(1);
  await ingresarComo(page, COORDINADORA, `${GRUPOS}/mover`);
  await page.getByLabel("Dirección de Registros del Norte").check();
  await page.getByLabel("Dejarlas sin grupo").check();
  const mover = page.getByRole("button", { name: "Mover", exact: true });
  await mover.click();
  const pregunta = page.getByRole("alertdialog", { name: "¿Dejar 1 institución sin grupo?" });
  await mirar(page, "mover-pregunta");
  await pregunta.getByRole("button", { name: "Volver" }).click();
  expect(await suyo()).toEqual(antes);
  await expect(page.getByLabel("Dirección de Registros del Norte")).toBeChecked();
  await mover.click();
  await pregunta.getByRole("button", { name: "Dejar sin grupo" }).click();
  await expect(page.getByText(/^Pasó 1 institución fuera de su grupo/)).toBeVisible();
  expect(await suyo()).toEqual([]);

  await enLaBase(
    "INSERT INTO institucion (codigo, nombre, ministerio) SELECT 'ZZ' || n, 'Caleta ' || n, 'Ficticio' FROM generate_series(1, 60) n",
  );
  await page.goto(`${GRUPOS}/mover?texto=caleta`);
  await page.getByLabel(/^Mover las 61 instituciones que coinciden/).check();
  await elegirEn(page.getByLabel("Mover al grupo"), "grupo 1", "Grupo 1");
  await mover.click();
  await page
    .getByRole("alertdialog", { name: "¿Mover 61 instituciones?" })
    .getByRole("button", { name: "Mover", exact: true })
    .click();
  // One of them was there already.
  await expect(page.getByText("Pasaron 60 instituciones a Grupo 1.")).toBeVisible();
});

test("al reemplazar a una revisora, lo que tenía en sus manos pasa a quien entra", async ({ page }) => {
  await conSara();
  await enLaBase(
    `INSERT INTO asignacion_revision (institucion_id, ejercicio_id, usuario_id, asignada_por_id, asignada_en)
     SELECT i.id, e.id, u.id, u.id, now() FROM institucion i, ejercicio e, usuario u WHERE i.codigo = 'SVA' AND u.correo = 'elena.fuentes@red.example'
     ON CONFLICT DO NOTHING`,
  );
  await ingresarComo(page, COORDINADORA, GRUPOS);
  await page.getByRole("link", { name: "Grupo 1" }).click();
  await page.getByLabel("En lugar de Elena Fuentes Paz").fill("sara.lobos@red.example");
  await page.getByRole("button", { name: "Reemplazar" }).first().click();
  const historia = page.getByRole("table", { name: "Quiénes han sido de la dupla" });
  await expect(historia.getByRole("row", { name: /Sara Lobos.*Ahora/ })).toBeVisible();
  const [fila] = await enLaBase<{ nombre: string }>(
    "SELECT u.nombre FROM asignacion_revision a JOIN usuario u ON u.id = a.usuario_id JOIN institucion i ON i.id = a.institucion_id WHERE i.codigo = 'SVA'",
  );
  expect(fila?.nombre).toBe("Sara Lobos");
});

test("retirar a quien revisa dice en qué grupo está; el grupo pide su reemplazo, y esa persona conserva su perfil", async ({
  page,
  sentar,
}) => {
  await ingresarComo(page, COORDINADORA, "/administracion/red");
  await page.getByRole("button", { name: "Retirar Tomás Araya Cid" }).click();
  const pregunta = page.getByRole("alertdialog", { name: "¿Retirar a Tomás Araya Cid?" });
  await expect(pregunta).toContainText("Está en la dupla de Grupo 1");
  await mirar(page, "retirar-de-la-red");
  await pregunta.getByRole("button", { name: "Retirar" }).click();
  await expect(page.getByText("Tomás Araya Cid ya no tiene esa función.")).toBeVisible();
  const falta = "Falta nombrar a quien reemplace a Tomás Araya Cid, que ya no revisa en la Red";
  await page.goto(GRUPOS);
  await expect(page.getByRole("table", { name: /^\d+ grupos?$/ })).toContainText(falta);
  await page.getByRole("link", { name: "Grupo 1" }).click();
  await expect(page.getByText(`${falta}. Lo que tenía en sus manos`)).toBeVisible();
  await esperarPantallaDebida(page);

  const suya = await sentar("tomas.araya@red.example", "/perfil");
  await expect(suya.getByText("No tiene funciones vigentes.")).toBeVisible();
  await expect(suya.getByRole("button", { name: "Cambiar clave" })).toBeVisible();
  await esperarPantallaDebida(suya);
  await suya.goto("/inicio");
  await expect(suya.getByRole("heading", { name: "Su cuenta no tiene funciones vigentes" })).toBeVisible();
  await expect(
    suya.getByText("la coordinación de la Red de Expertos debe invitarle a su correo"),
  ).toBeVisible();
  await enLaBase(
    "UPDATE membresia SET hasta = NULL WHERE usuario_id = (SELECT id FROM usuario WHERE correo = 'tomas.araya@red.example')",
  );
});

test("una ausencia dice quién cubre, y se termina", async ({ page }) => {
  await ingresarComo(page, COORDINADORA, GRUPOS);
  await elegirEn(page.getByLabel("¿Quién se ausenta?"), "tomas", "Tomás Araya Cid");
  await page.getByLabel("Primer día").fill("01/06/2025");
  await page.getByLabel("Último día").fill("20/06/2025");
  await page.getByLabel("¿Quién cubre?").fill("elena fuentes paz");
  await page.getByRole("button", { name: "Registrar ausencia" }).click();
  await expect(page.getByRole("table", { name: /^\d+ grupos?$/ })).toContainText(
    "Ausente hasta el 20/06/2025; cubre Elena Fuentes Paz",
  );
  await page.getByRole("button", { name: "Terminar la ausencia de Tomás Araya Cid" }).click();
  await page.getByRole("button", { name: "Terminar", exact: true }).click();
  await expect(page.getByText("Nadie está ausente")).toBeVisible();
});

test("la coordinación sube la copia del documento que designó a una contraparte", async ({ page }) => {
  await ingresarComo(page, COORDINADORA, "/institucion/IPA/personas");
  await page.getByRole("button", { name: "Designación de Iris Vega Mora" }).click();
  await page
    .getByRole("dialog")
    .getByLabel("Copia del documento", { exact: true })
    .setInputFiles({ name: "Oficio 240.pdf", mimeType: "application/pdf", buffer: pdf() });
  await expect(page.getByText("«Oficio 240.pdf» quedó adjunto.")).toBeVisible();
  await page.goto("/institucion/IPA/personas");
  await expect(page.getByRole("table", { name: "Contrapartes vigentes" })).toContainText("Oficio 240.pdf");
  await esperarPantallaDebida(page);
});

test("con muchos grupos se busca y se pasa de página", async ({ page }) => {
  await enLaBase(
    "INSERT INTO grupo (ejercicio_id, nombre) SELECT id, 'Zona ' || lpad(n::text, 2, '0') FROM ejercicio, generate_series(1, 15) AS n",
  );
  await ingresarComo(page, COORDINADORA, GRUPOS);
  await page.getByRole("link", { name: "Siguiente" }).click();
  await expect(page.getByRole("link", { name: "Zona 15" })).toBeVisible();
  await page.goto(GRUPOS);
  await page.getByLabel("Grupo, o alguien de su dupla").fill("tomás araya");
  await page.getByRole("button", { name: "Buscar" }).click();
  await expect(page.getByRole("table", { name: "1 grupo" })).toContainText("Grupo 1");
  await page.getByRole("link", { name: "Grupo 1" }).click();
  const suyas = page.getByRole("search", { name: "Instituciones del grupo" });
  await suyas.getByLabel("Nombre, código o ministerio").fill("prestaciones");
  await suyas.getByRole("button", { name: "Buscar" }).click();
  await expect(page.getByRole("table", { name: "1 institución" })).toContainText("Instituto de Prestaciones");
  await esperarPantallaDebida(page);
  await enLaBase("DELETE FROM grupo WHERE nombre LIKE 'Zona %'");
});

test("la titular registra su designación y traspasa su función sin que se pierda nada", async ({ page }) => {
  await ingresarComo(page, "ana.rojas@sva.example", "/institucion/SVA/personas");
  await page.getByRole("button", { name: "Designación de Ana Rojas Pinto" }).click();
  await page.getByLabel("Documento que la designa").fill("Oficio N° 240");
  await page.getByLabel("Fecha del documento").fill("05/02/2025");
  await page.getByLabel(/Medición de Satisfacción Usuaria/).check();
  await esperarPantallaDebida(page);
  // The window is closed before the answer comes, which finds no form.
  const { promise: cerrada, resolve: alCerrar } = Promise.withResolvers<void>();
  await page.route("**/personas", async (ruta) => {
    if (ruta.request().method() === "POST") await cerrada;
    await ruta.continue();
  });
  await page.getByRole("button", { name: "Guardar" }).click();
  const contrapartes = page.getByRole("table", { name: "Contrapartes vigentes" });
  await page.getByRole("dialog").getByRole("button", { name: "Cerrar" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  alCerrar();
  await expect(contrapartes).toContainText("Oficio N° 240, de 05/02/2025");
  await expect(contrapartes).toContainText("MESU");
  await page.goto("/institucion/SVA/personas");
  await esperarPantallaDebida(page);

  await page.getByRole("button", { name: "Traspasar la función de Ana Rojas Pinto" }).click();
  await page.getByLabel("Nombre y apellidos de quien la recibe").fill("Luis Soto Vera");
  const correo = page.getByRole("dialog").getByLabel("Correo institucional");
  await correo.fill("luis.sotto@sva.example");
  await page.getByRole("button", { name: "Traspasar", exact: true }).click();
  // Of nobody she knows: asked before anything changes, and the box is of that address alone.
  await page.getByRole("link", { name: /^Revise el correo letra por letra/ }).click();
  await expect(
    page.getByLabel("Sí, la función pasa a quien ingresa con luis.sotto@sva.example"),
  ).toBeFocused();
  await esperarPantallaDebida(page);
  await correo.fill("luis.soto@sva.example");
  await page.getByRole("button", { name: "Traspasar", exact: true }).click();
  await expect(page).toHaveURL(/\/ingresar/);

  await ingresarComo(page, "luis.soto@sva.example", "/institucion/SVA/personas");
  await expect(page.getByRole("table", { name: "Contrapartes vigentes" })).toContainText("Luis Soto Vera");
  await expect(page.getByRole("table", { name: "Contrapartes anteriores" })).toContainText("Ana Rojas Pinto");
});
