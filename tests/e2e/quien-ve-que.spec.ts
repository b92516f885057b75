import { fileURLToPath } from "node:url";
import { DOCUMENTOS } from "@/lib/casos/documento/entregar";
import { enLaBase } from "@/tests/apoyo/baseE2e";
import { leerArbol } from "@/tests/apoyo/recorrerApp";
import { esperarPantallaDebida, expect, ingresarComo, mirar, NO_EXISTE, test } from "./apoyo";
import { conOtroGrupo, SARA } from "./grupos-apoyo";
import {
  ANA,
  darPorCumplida,
  ELENA,
  NOTA_PRIVADA,
  prepararEnviado,
  revisarYDevolver,
} from "./observaciones-apoyo";
import { esAccion, filasEscritas, repetir, retener } from "./pedidos-apoyo";

test.use({ erroresEsperados: NO_EXISTE });

const VERA = "vera.ossa@externo.example";
const OBSERVADO = {
  requisito: "E3O1RT2",
  ruta: "/difusion/cosoc/actoAdministrativo/fecha",
  texto: "La fecha no es la del acto.",
} as const;
const DE_INSTITUCION = fileURLToPath(new URL("../../app/institucion/[codigo]", import.meta.url));

/** Address of every page, document and file under an institution, its variable parts filled with what SVA has. */
async function direccionesDeSva(): Promise<string[]> {
  const [archivo] = await enLaBase<{ id: string }>(
    "SELECT a.id FROM archivo a JOIN institucion i ON i.id = a.institucion_id WHERE i.codigo = 'SVA' AND a.tipo = 'application/pdf' LIMIT 1",
  );
  const partes: Readonly<Record<string, string>> = {
    materia: "plan",
    elemento: "OG",
    actividad: "A1",
    indicador: "A1.ID1",
    archivo: archivo?.id ?? "",
  };
  const documentos = Object.keys(DOCUMENTOS).map((nombre) => `/documento/${nombre}?version=1`);
  const demas = leerArbol(DE_INSTITUCION)
    .filter(({ ruta, texto }) => /(^|\/)page\.tsx$/.test(ruta) || /\bconst GET\b/.test(texto))
    .map(({ ruta }) => `/${ruta}`.replace(/\/(page\.tsx|route\.ts)$/, ""))
    .filter((ruta) => !ruta.startsWith("/documento/"))
    .map((ruta) =>
      ruta.replace(/\[(\w+)\]/g, (_todo, parte: string) => partes[parte] ?? crypto.randomUUID()),
    );
  return [...documentos, ...demas].map((ruta) => `/institucion/SVA${ruta}`);
}

test("una revisora de otro grupo no llega a nada de la institución, y lo que manda no cambia ni una fila", async ({
  page,
  sentar,
}) => {
  const envio = await prepararEnviado();
  await darPorCumplida(envio);
  await conOtroGrupo("DRN");
  const elena = await sentar(ELENA, `/revision/${envio}`);

  // She is a reviewer with institutions of her own: it is only that this one is not.
  await ingresarComo(page, SARA, "/revision?vista=todas");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Revisión");
  await expect(page.getByText("Servicio de Valles y Aguas")).toHaveCount(0);
  expect((await page.goto("/institucion/DRN/plan"))?.status()).toBe(200);
  for (const ruta of [`/revision/${envio}`, `/revision/${envio}?seccion=difusion`, "/institucion/SVA"]) {
    expect((await page.goto(ruta))?.status(), ruta).toBe(404);
    await expect(page.getByText("Servicio de Valles y Aguas")).toHaveCount(0);
    expect(await page.content()).not.toContain(NOTA_PRIVADA);
  }

  const abiertas: string[] = [];
  for (const ruta of [`/revision/${envio}`, ...(await direccionesDeSva())]) {
    const [suya, ajena] = await Promise.all([elena.request.get(ruta), page.request.get(ruta)]);
    if (suya.status() === 200) abiertas.push(ruta);
    expect(ajena.status(), ruta).toBe(404);
  }
  // Whoever reviews it reaches them: what was refused exists.
  for (const nombre of Object.keys(DOCUMENTOS))
    expect(abiertas).toContain(`/institucion/SVA/documento/${nombre}?version=1`);
  expect(abiertas.length).toBeGreaterThan(30);

  const nota = await retener(elena, esAccion, async () => {
    await elena.getByLabel("Nueva nota privada").fill("Cotejar también el listado.");
    await elena.getByRole("button", { name: "Guardar nota privada" }).click();
  });
  const antes = await filasEscritas();
  const rechazo = await repetir(page, nota.pedido);
  expect(await rechazo.text()).toContain('"codigo":"no_encontrado"');
  const latido = await page.request.post(`/revision/${envio}/presencia`, {
    headers: { origin: process.env.E2E_URL ?? "" },
  });
  expect(latido.status()).toBe(404);
  expect(await filasEscritas()).toEqual(antes);
  expect(await nota.soltar()).toBe(200);
  await expect(elena.getByText("Cotejar también el listado.").first()).toBeVisible();
});

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
    (pedido) => pedido.url().endsWith("/institucion/SVA/campo"),
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
