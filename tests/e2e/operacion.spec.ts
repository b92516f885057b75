import { apagar, lanzarNodo, type Nodo } from "../apoyo/nodos";
import { esperarAccesible, esperarQueQuepa, expect, ingresarComo, test } from "./apoyo";
import {
  ANA,
  abrirSesion,
  entornoComun,
  esperarEnCola,
  guardadoEn,
  guardar,
  LUGARES,
  mirar,
  respuestaDe,
  retenerGuardados,
  soltarGuardados,
} from "./operacion-apoyo";

const [AVANCES = "", DESAFIOS = ""] = LUGARES;
let nodo: Nodo;
test.afterEach(async () => {
  await soltarGuardados();
  await apagar([nodo]);
});

test("cada solicitud deja una línea con su caso y su duración, y nada de nadie", async ({
  browser,
  plataforma,
}) => {
  nodo = await lanzarNodo(plataforma.app, entornoComun());
  const sesion = await abrirSesion(browser, nodo.url, ANA);
  const antes = await guardadoEn(AVANCES);
  const secreto = "Texto que no debe aparecer en el registro";
  const respuesta = await guardar(nodo.url, sesion, { lugar: AVANCES, base: antes, valor: secreto });
  expect(respuesta.status).toBe(204);
  const id = respuesta.headers.get("x-solicitud");
  await mirar(nodo.url, sesion, "/verificar/CODIGO-SECRETO");
  await expect
    .poll(() => nodo.lineas.find((linea) => linea.solicitud === id))
    .toMatchObject({
      caso: "POST /campo",
      usuario: sesion.usuario,
      sesion: expect.stringMatching(/^[0-9a-f-]{36}$/),
      institucion: "SVA",
      status: 204,
      ms: expect.any(Number),
    });
  const casos = nodo.lineas.map((linea) => linea.caso);
  expect(casos).toContain("accion ingresar ingresar");
  const todo = JSON.stringify(nodo.lineas);
  for (const dato of [secreto, "CODIGO-SECRETO", ANA, "Ana Rojas", "demostracion-cseu"])
    expect(todo).not.toContain(dato);
});

test("/metricas responde solo a quien trae la clave, en el formato de Prometheus", async ({ plataforma }) => {
  nodo = await lanzarNodo(plataforma.app, { ...entornoComun(), METRICAS_CLAVE: "clave-de-metricas" });
  const pedir = (autorizacion?: string) =>
    fetch(`${nodo.url}/metricas`, { headers: autorizacion ? { authorization: autorizacion } : {} });
  expect((await pedir()).status).toBe(404);
  expect((await pedir("Bearer otra")).status).toBe(404);
  await fetch(`${nodo.url}/salud`);
  const respuesta = await pedir("Bearer clave-de-metricas");
  expect(respuesta.status).toBe(200);
  const texto = await respuesta.text();
  for (const linea of [
    /^cseu_solicitudes_total\{caso="GET \/salud",estado="2xx"\} \d+$/m,
    /^cseu_solicitudes_total\{caso="GET \/metricas",estado="4xx"\} 2$/m,
    /^cseu_solicitud_segundos_bucket\{caso="GET \/salud",le="0\.3"\} \d+$/m,
    /^cseu_solicitud_segundos_count\{caso="GET \/salud"\} \d+$/m,
    /^cseu_pool_conexiones\{pool="guardado",estado="en_uso"\} \d+$/m,
    /^cseu_pool_espera\{pool="general"\} 0$/m,
    /^cseu_correos_en_espera \d+$/m,
    /^cseu_bucle_demora_segundos [\d.e-]+$/m,
    /^process_resident_memory_bytes \d+$/m,
    /^cseu_base_responde 1$/m,
  ])
    expect(texto).toMatch(linea);
  // Every line is a comment or a sample: what Prometheus would refuse, it refuses whole.
  for (const linea of texto.trimEnd().split("\n"))
    expect(linea).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [\d.e+-]+)$/);
});

test("con más visitas de las que caben se ceden lecturas y ningún guardado", async ({
  browser,
  plataforma,
}) => {
  nodo = await lanzarNodo(plataforma.app, {
    ...entornoComun(),
    POOL_GENERAL: "1",
    CARGA_ESPERA_LECTURA: "2",
    CARGA_DEMORA_MS: "100000",
  });
  const sesion = await abrirSesion(browser, nodo.url, ANA);
  const valores = new Map(await Promise.all(LUGARES.map(async (l) => [l, await guardadoEn(l)] as const)));
  const lecturas: number[] = [];
  const guardados: number[] = [];
  const leer = async () => {
    for (let i = 0; i < 6; i++) {
      const respuesta = await mirar(nodo.url, sesion);
      lecturas.push(respuesta.status);
      await respuesta.text();
    }
  };
  const escribir = async (lugar: string) => {
    for (let i = 0; i < 6; i++) {
      const valor = `vuelta ${i} de ${lugar}`;
      const respuesta = await guardar(nodo.url, sesion, { lugar, base: valores.get(lugar) ?? null, valor });
      guardados.push(respuesta.status);
      expect(await respuestaDe(respuesta, lugar)).toBe("guardado");
      valores.set(lugar, valor);
    }
  };
  await Promise.all([...Array.from({ length: 30 }, leer), ...LUGARES.map(escribir)]);
  expect(guardados.every((estado) => estado === 204)).toBe(true);
  expect(lecturas.filter((estado) => estado === 503).length).toBeGreaterThan(10);
  expect(lecturas.every((estado) => estado === 200 || estado === 503)).toBe(true);
  for (const lugar of LUGARES) expect(await guardadoEn(lugar)).toBe(valores.get(lugar));
  // The load is gone: it serves again.
  expect((await mirar(nodo.url, sesion)).status).toBe(200);
});

test.describe("quien llega cuando no cabe más", () => {
  test.use({ erroresEsperados: /status of 503/ });

  test("lo lee en su pantalla con su texto a salvo, y se guarda solo cuando pasa", async ({
    browser,
    plataforma,
  }) => {
    const entorno = {
      ...entornoComun(),
      POOL_GUARDADO: "1",
      CARGA_ESPERA_GUARDADO: "1",
      CARGA_DEMORA_MS: "100000",
    };
    nodo = await lanzarNodo(plataforma.app, entorno);
    const contexto = await browser.newContext({ baseURL: nodo.url });
    const page = await contexto.newPage();
    await ingresarComo(page, ANA, "/institucion/SVA/informe/seguimiento");
    const campo = page.locator(`[id="${DESAFIOS}"]`);
    await expect(campo).toBeVisible();
    const sesion = await abrirSesion(browser, nodo.url, "luis.soto@sva.example");
    const base = await guardadoEn(AVANCES);
    await retenerGuardados();
    const presion = [1, 2].map((i) =>
      guardar(nodo.url, sesion, { lugar: AVANCES, base, valor: `presión ${i}` }),
    );
    await esperarEnCola(1);
    await campo.fill("Lo escribí cuando no cabía nadie más");
    await expect(
      page.getByText(/estamos recibiendo muchas visitas; su texto está guardado en este equipo/),
    ).toBeVisible();

    // Readings are given up as well, with a page that says so and comes back by itself.
    const otra = await contexto.newPage();
    const respuesta = await otra.goto("/institucion/SVA/plan");
    expect(respuesta?.status()).toBe(503);
    expect(Number(respuesta?.headers()["retry-after"])).toBeGreaterThanOrEqual(5);
    await expect(otra.getByRole("heading", { level: 1 })).toHaveText("Estamos recibiendo muchas visitas");
    await esperarAccesible(otra);
    await esperarQueQuepa(otra);

    await soltarGuardados();
    await Promise.all(presion);
    await expect(page.getByText(/^Guardado \d/)).toBeVisible({ timeout: 60_000 });
    expect(await guardadoEn(DESAFIOS)).toBe("Lo escribí cuando no cabía nadie más");
    await expect(otra.getByRole("heading", { level: 1 })).not.toHaveText(
      "Estamos recibiendo muchas visitas",
      {
        timeout: 40_000,
      },
    );
    await contexto.close();
  });
});

test("al detenerse termina el guardado que había empezado, y no recibe otro", async ({
  browser,
  plataforma,
}) => {
  nodo = await lanzarNodo(plataforma.app, entornoComun());
  const sesion = await abrirSesion(browser, nodo.url, ANA);
  const base = await guardadoEn(AVANCES);
  await retenerGuardados();
  const enVuelo = guardar(nodo.url, sesion, { lugar: AVANCES, base, valor: "en vuelo al detener" });
  await esperarEnCola(1);
  const fin = nodo.detener("SIGTERM");
  await expect
    .poll(() =>
      fetch(`${nodo.url}/salud`).then(
        () => "recibe",
        () => "no recibe",
      ),
    )
    .toBe("no recibe");
  await soltarGuardados();
  const respuesta = await enVuelo;
  expect(await respuestaDe(respuesta, AVANCES)).toBe("guardado");
  expect(await fin).toBe(0);
  expect(await guardadoEn(AVANCES)).toBe("en vuelo al detener");
  expect(nodo.lineas.at(-1)).toMatchObject({ msg: "detenido" });
});

test("si lo empezado no termina en su plazo, se detiene igual y lo dice", async ({ browser, plataforma }) => {
  nodo = await lanzarNodo(plataforma.app, { ...entornoComun(), DETENCION_MS: "1500" });
  const sesion = await abrirSesion(browser, nodo.url, ANA);
  const base = await guardadoEn(AVANCES);
  await retenerGuardados();
  const enVuelo = guardar(nodo.url, sesion, { lugar: AVANCES, base, valor: "no termina" }).catch(() => null);
  await esperarEnCola(1);
  expect(await nodo.detener("SIGTERM")).toBe(1);
  expect(await enVuelo).toBeNull();
  await soltarGuardados();
});
