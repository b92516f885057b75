import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { DOCUMENTOS } from "@/lib/casos/documento/entregar";
import { enLaBase } from "@/tests/apoyo/baseE2e";
import { correosPara } from "@/tests/apoyo/correo";
import { sinEspacios } from "@/tests/apoyo/leerPdf";
import { loQueDice } from "@/tests/apoyo/loQueDice";
import { leerArbol } from "@/tests/apoyo/recorrerApp";
import { expect, ingresarComo, NO_EXISTE, test } from "./apoyo";
import { COORDINADORA, conOtroGrupo, SARA } from "./grupos-apoyo";
import {
  ANA,
  darPorCumplida,
  ELENA,
  NOTA_PRIVADA,
  OBSERVADO,
  prepararEnviado,
  revisarYDevolver,
} from "./observaciones-apoyo";
import { esAccion, filasEscritas, repetir, retener } from "./pedidos-apoyo";
import { atenderYReenviar } from "./revision-apoyo";

test.use({ erroresEsperados: NO_EXISTE });

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
  test.setTimeout(300_000);
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

/** Everything that goes out of the platform about an institution, by what it is. */
async function loQueSale(page: Page, rutas: readonly string[]): Promise<Map<string, string>> {
  const dichos = new Map<string, string>();
  for (const ruta of rutas) {
    const respuesta = await page.request.get(ruta);
    expect(respuesta.status(), ruta).toBe(200);
    const nombre = new URL(ruta, "http://x").pathname;
    for (const [donde, dicho] of await loQueDice(nombre, await respuesta.body()))
      dichos.set(`${ruta} ${donde}`, dicho);
  }
  return dichos;
}

test("una nota privada no sale: ni en pantallas, ni en documentos, ni en planillas, ni en avisos, ni por correo", async ({
  page,
  sentar,
}) => {
  test.setTimeout(300_000);
  const primera = await prepararEnviado();
  await revisarYDevolver(primera, [OBSERVADO]);
  const segunda = await atenderYReenviar(primera);
  await darPorCumplida(segunda);
  const [{ notas } = { notas: "0" }] = await enLaBase<{ notas: string }>(
    "SELECT count(*) AS notas FROM nota_revision WHERE texto = $1",
    [NOTA_PRIVADA],
  );
  expect(Number(notas)).toBe(2);
  const secreto = "reunión reservada";
  expect(NOTA_PRIVADA).toContain(secreto);

  await ingresarComo(page, ANA);
  for (const ruta of ["", "/revision", "/difusion", "/envio", "/bitacora", "/informe", "/comite"]) {
    await page.goto(`/institucion/SVA${ruta}`);
    await expect(page.locator("h1")).toHaveCount(1);
    expect(await page.content(), ruta).not.toContain(secreto);
  }
  await page.goto("/avisos");
  await expect(page.getByText(/decidió sobre la versión 2/).first()).toBeVisible();
  expect(await page.content()).not.toContain(secreto);

  const nombres = Object.keys(DOCUMENTOS).map((nombre) => `documento/${nombre}?version=2`);
  const suyos = await loQueSale(
    page,
    [
      ...nombres,
      "documento/expediente.json?version=1",
      "documento/expediente.json",
      "informe/expediente.json",
    ].map((ruta) => `/institucion/SVA/${ruta}`),
  );
  const carla = await sentar(COORDINADORA);
  const deLaRed = await loQueSale(carla, [
    "/coordinacion/tablero/tablero.xlsx",
    "/coordinacion/analisis/analisis.xlsx",
  ]);
  for (const [donde, dicho] of [...suyos, ...deLaRed])
    expect(dicho, donde).not.toContain(sinEspacios(secreto));
  // What was looked into was read: each form, and the board, says whose it is.
  const dicen = [...suyos, ...deLaRed].filter(([donde]) =>
    /(e3o1rt[12]\.(pdf|xlsx|json)|tablero\.xlsx|certificado\.pdf|comprobante\.pdf)$/.test(donde),
  );
  expect(dicen.length).toBeGreaterThanOrEqual(11);
  for (const [donde, dicho] of dicen) expect(dicho, donde).toContain("ServiciodeVallesyAguas");

  for (const persona of [ANA, "luis.soto@sva.example", "marta.diaz@sva.example"]) {
    const recibidos = () => correosPara(persona);
    await expect
      .poll(async () => (await recibidos()).some(({ subject }) => subject?.startsWith("Decisión de la Red")))
      .toBe(true);
    for (const { subject, text, html } of await recibidos())
      expect(`${subject} ${text} ${html}`).not.toContain(secreto);
  }
});

test("una institución nunca ve lo de otra: ni la revisión, ni los documentos, ni sus observaciones", async ({
  page,
}) => {
  const envio = await prepararEnviado();
  await revisarYDevolver(envio, [OBSERVADO]);
  await ingresarComo(page, "iris.vega@ipa.example");
  for (const ruta of ["/revision", "/envio", "/difusion", "/bitacora"]) {
    const respuesta = await page.goto(`/institucion/SVA${ruta}`);
    expect(respuesta?.status(), ruta).toBe(404);
    expect(await page.content()).not.toContain(OBSERVADO.texto);
  }
  for (const ruta of [
    "documento/expediente.json?version=1",
    "documento/expediente.json?version=1",
    "documento/certificado.pdf",
  ])
    expect((await page.request.get(`/institucion/SVA/${ruta}`)).status(), ruta).toBe(404);
  await page.goto("/institucion/IPA/revision");
  await expect(page.getByText("Todavía no se ha enviado el expediente")).toBeVisible();
  expect(await page.content()).not.toContain(OBSERVADO.texto);
});
