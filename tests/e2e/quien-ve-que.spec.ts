import { fileURLToPath } from "node:url";
import { DOCUMENTOS } from "@/lib/casos/documento/entregar";
import { enLaBase } from "@/tests/apoyo/baseE2e";
import { leerArbol } from "@/tests/apoyo/recorrerApp";
import { expect, ingresarComo, NO_EXISTE, test } from "./apoyo";
import { conOtroGrupo, SARA } from "./grupos-apoyo";
import { darPorCumplida, ELENA, NOTA_PRIVADA, prepararEnviado } from "./observaciones-apoyo";
import { esAccion, filasEscritas, repetir, retener } from "./pedidos-apoyo";

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
