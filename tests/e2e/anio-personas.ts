import { mkdirSync } from "node:fs";
import { type Browser, type Locator, type Page, expect as siempre } from "@playwright/test";
import type { Plan } from "@/lib/expediente/formato";
import { enLaBase } from "@/tests/apoyo/baseE2e";
import { esperandoQueViva, ingresarComo } from "./apoyo";

/** Whoever waits for a screen waits as long as a busy machine needs. */
export const expect = siempre.configure({ timeout: 30_000 });

export type Personas = {
  readonly coordinacion: string;
  readonly contraparte: string;
  readonly integrantes: string[];
};

/**
 * Ten minutes pass since these people last proved who they are. The life of a session is measured by the true clock,
 * not by the demonstration's: it is the session that grows old.
 */
export const dejarPasarDiezMinutos = (correos: readonly string[]) =>
  enLaBase(
    `UPDATE sesion SET autenticada_en = autenticada_en - interval '10 minutes'
     WHERE usuario_id IN (SELECT id FROM usuario WHERE correo = ANY($1))`,
    [correos],
  );

/**
 * The institution, without a plan, and who works in it, as administration leaves them: a counterpart and a Committee
 * of two, one of whom presides. They have the password of the fictional people.
 */
export async function crearPersonas({ codigo, nombre, ministerio }: Plan["institucion"]): Promise<Personas> {
  const dominio = `${codigo.toLowerCase()}.example`;
  await enLaBase("INSERT INTO institucion (codigo, nombre, ministerio) VALUES ($1, $2, $3)", [
    codigo,
    nombre,
    ministerio,
  ]);
  const gente = [
    {
      nombre: "Clara Muñoz Peña",
      rol: "contraparte_titular",
      cargo: "Jefa de Planificación",
      preside: false,
    },
    { nombre: "Beatriz Lillo Ossa", rol: "integrante_comite", cargo: "Directora", preside: true },
    { nombre: "Iván Güell Ñanco", rol: "integrante_comite", cargo: "Jefe de la OIRS", preside: false },
  ];
  const correos: string[] = [];
  for (const [i, uno] of gente.entries()) {
    const correo = `persona${i + 1}@${dominio}`;
    await enLaBase(
      `WITH u AS (
         INSERT INTO usuario (nombre, correo, clave_hash)
         SELECT $1, $2, clave_hash FROM usuario WHERE correo = 'ana.rojas@sva.example' RETURNING id)
       INSERT INTO membresia (usuario_id, rol, institucion_id, cargo, preside)
       SELECT u.id, $3::rol, i.id, $4, $5 FROM u, institucion i WHERE i.codigo = $6`,
      [uno.nombre, correo, uno.rol, uno.cargo, uno.preside, codigo],
    );
    correos.push(correo);
  }
  const [contraparte = "", ...integrantes] = correos;
  return { coordinacion: "carla.nunez@red.example", contraparte, integrantes };
}

/**
 * Somebody at their own computer, signed in, on a page. What their console complains of is left in `errores`.
 */
export async function sentarse(
  browser: Browser,
  correo: string,
  ruta: string,
  errores: string[],
): Promise<Page> {
  const contexto = await browser.newContext({
    baseURL: process.env.E2E_URL ?? "",
    locale: "es-CL",
    timezoneId: "America/Santiago",
    viewport: { width: 1280, height: 900 },
  });
  const page = await contexto.newPage();
  esperandoQueViva(page);
  page.setDefaultTimeout(30_000);
  page.on("pageerror", (error) => errores.push(`${correo}: ${error.message}`));
  page.on("console", (mensaje) => {
    if (mensaje.type() === "error") errores.push(`${correo}: ${mensaje.text()} (${page.url()})`);
  });
  await ingresarComo(page, correo, ruta);
  return page;
}

/** Everything typed is on the server, as the person is told. */
export async function esperarGuardado(page: Page): Promise<void> {
  await expect(page.getByText(/^Guardado \d/)).toBeVisible();
}

const CARPETA = process.env.ANIO_FOTOS;

/** Whether this run draws the pictures of the documentation: then it lives the invented year. */
export const CON_FOTOS = Boolean(CARPETA);

/**
 * A picture of the page for the documentation, from a part of it or from its top, and one at 390 px to look at. Only when
 * pictures are asked for.
 */
export async function foto(page: Page, nombre: string, desde: Locator = page.locator("body")): Promise<void> {
  if (!CARPETA) return;
  await desde.evaluate((parte) => {
    (document.activeElement as HTMLElement | null)?.blur();
    parte.scrollIntoView({ block: "start", behavior: "instant" });
  });
  mkdirSync(`${CARPETA}/390`, { recursive: true });
  await page.screenshot({ path: `${CARPETA}/${nombre}.png`, animations: "disabled" });
  const antes = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: `${CARPETA}/390/${nombre}.png`, fullPage: true, animations: "disabled" });
  if (antes) await page.setViewportSize(antes);
}
