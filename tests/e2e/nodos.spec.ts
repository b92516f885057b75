import { randomUUID } from "node:crypto";
import { verificarBitacora } from "@/lib/datos/bitacora";
import type { ValorCampo } from "@/lib/flujo/campo";
import { CLAVE_DEMO } from "@/prisma/semilla/personas";
import { enLaBase } from "../apoyo/baseE2e";
import { apagar, lanzarNodo, type Nodo, type Reparto, repartir } from "../apoyo/nodos";
import { expect, test } from "./apoyo";
import {
  ANA,
  abrirSesion,
  entornoComun,
  guardadoEn,
  guardar,
  LUGARES,
  mirar,
  respuestaDe,
  type SesionAbierta,
} from "./operacion-apoyo";

let reparto: Reparto;
let entorno: Record<string, string>;
let nodos: Nodo[] = [];

test.beforeEach(async ({ plataforma }) => {
  reparto = await repartir([]);
  entorno = { ...entornoComun(), URL_PUBLICA: reparto.url };
  nodos = await Promise.all([1, 2].map(() => lanzarNodo(plataforma.app, entorno)));
  reparto.puertos.push(...nodos.map(({ puerto }) => puerto));
});
test.afterEach(async () => {
  await apagar(nodos);
  await reparto.cerrar();
});

/** From now on, only that node answers. */
function soloEl(i: 0 | 1): void {
  reparto.puertos.splice(0, reparto.puertos.length, nodos[i]?.puerto ?? 0);
}

test("la página de un nodo, su sesión, sus archivos y sus avisos sirven en el otro", async ({ browser }) => {
  const contexto = await browser.newContext({ baseURL: reparto.url });
  const page = await contexto.newPage();
  // The form is drawn by one node and its action is answered by the other.
  soloEl(0);
  await page.goto("/ingresar");
  await page.getByLabel("Correo").fill(ANA);
  await page.getByLabel("Clave", { exact: true }).fill(CLAVE_DEMO);
  soloEl(1);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
  await page.waitForURL(({ pathname }) => pathname === "/institucion/SVA");
  soloEl(0);
  await page.reload();
  await expect(page.getByRole("banner")).toContainText("Contraparte titular");

  const pedir = contexto.request;
  const propia = { "sec-fetch-site": "same-origin" };
  const id = randomUUID();
  const bytes = Buffer.from(
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
  );
  const subida = "/institucion/SVA/archivo/subida";
  const datos = { id, nombre: "acta.pdf", tipo: "application/pdf", tamano: bytes.length };
  expect((await pedir.post(subida, { data: datos, headers: propia })).status()).toBe(200);
  soloEl(1);
  expect((await pedir.put(`${subida}/${id}?desde=0`, { data: bytes, headers: propia })).status()).toBe(200);
  soloEl(0);
  const cerrada = await pedir.post(`${subida}/${id}`, { headers: propia });
  expect(cerrada.status()).toBe(200);
  soloEl(1);
  const { id: archivo } = (await cerrada.json()) as { id: string };
  expect(await (await pedir.get(`/institucion/SVA/archivo/${archivo}`)).body()).toEqual(bytes);

  await enLaBase(
    `INSERT INTO notificacion (institucion_id, usuario_id, clave, texto, enlace, creada_en)
     SELECT i.id, u.id, 'prueba-de-nodos', 'Aviso de los dos nodos', '/institucion/SVA', now() FROM usuario u, institucion i
     WHERE u.correo = $1 AND i.codigo = 'SVA'`,
    [ANA],
  );
  for (const i of [0, 1] as const) {
    soloEl(i);
    await page.goto("/avisos");
    await expect(page.getByText("Aviso de los dos nodos", { exact: true })).toBeVisible();
  }

  soloEl(0);
  await pedir.post("/sesion/salir", { headers: propia });
  soloEl(1);
  await page.goto("/institucion/SVA");
  await expect(page).toHaveURL(/\/ingresar/);
  await contexto.close();
});

/** Writes one field again and again as a browser's queue does: what fails is repeated until it is acknowledged. */
function escribir(sesion: SesionAbierta, lugar: string, base: ValorCampo) {
  const estado = { reconocidos: 0, ultimo: base, repeticiones: 0, seguir: true };
  const intentar = async (valor: string) => {
    const respuesta = await guardar(reparto.url, sesion, { lugar, base: estado.ultimo, valor }).catch(
      () => null,
    );
    // An answer cut half-way acknowledges nothing.
    return respuesta?.ok ? respuestaDe(respuesta, lugar).catch(() => undefined) : undefined;
  };
  const fin = (async () => {
    for (let i = 0; estado.seguir; i++) {
      const valor = `${lugar} ${i}`;
      let resultado = await intentar(valor);
      while (resultado === undefined) {
        estado.repeticiones++;
        await new Promise((listo) => setTimeout(listo, 200));
        resultado = await intentar(valor);
      }
      expect(resultado).toBe("guardado");
      estado.ultimo = valor;
      estado.reconocidos++;
    }
  })();
  return { estado, lugar, fin };
}

test("con gente guardando, un nodo muere y los dos se reinician por turnos: ningún guardado se pierde ni falla", async ({
  browser,
  plataforma,
}) => {
  const sesion = await abrirSesion(browser, reparto.url, ANA);
  const escritores = await Promise.all(
    LUGARES.map(async (lugar) => escribir(sesion, lugar, await guardadoEn(lugar))),
  );
  const avancen = async () => {
    const metas = escritores.map(({ estado }) => estado.reconocidos + 3);
    await expect
      .poll(() => escritores.every(({ estado }, i) => estado.reconocidos >= (metas[i] ?? 0)), {
        timeout: 60_000,
      })
      .toBe(true);
  };
  const levantar = async (i: 0 | 1) => {
    nodos[i] = await lanzarNodo(plataforma.app, entorno, nodos[i]?.puerto);
  };
  await avancen();
  await nodos[0]?.detener("SIGKILL");
  await avancen();
  await levantar(0);
  for (const i of [1, 0] as const) {
    await avancen();
    expect(await nodos[i]?.detener("SIGTERM")).toBe(0);
    await avancen();
    await levantar(i);
  }
  await avancen();
  for (const { estado } of escritores) estado.seguir = false;
  await Promise.all(escritores.map(({ fin }) => fin));

  for (const { estado, lugar } of escritores) expect(await guardadoEn(lugar)).toBe(estado.ultimo);
  expect((await mirar(reparto.url, sesion)).status).toBe(200);
  expect((await verificarBitacora(plataforma.dueno)).quiebres).toEqual([]);
});
