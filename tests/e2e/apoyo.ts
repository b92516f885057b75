import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page } from "@playwright/test";
import { CLAVE_DEMO } from "@/prisma/semilla/personas";
import { anotarPantalla } from "../apoyo/pantallasRevisadas";
import { test as base, sesiones } from "./plataforma";

type Opciones = {
  /** Console messages that a test provokes on purpose (a 404, a lost connection). */
  erroresEsperados: RegExp | RegExp[];
};

type Personas = {
  /** Sits another person at another computer, at their start page or `volver`: signed in, and watched like the first. */
  sentar: (correo: string, volver?: string) => Promise<Page>;
};
type Vigilar = (page: Page) => void;

/** Playwright's test, which also fails on any console error, page error or violation of the content policy. */
export const test = base.extend<Opciones & Personas & { vigilancia: Vigilar; vivas: undefined }>({
  vivas: [
    async ({ context, javaScriptEnabled }, usar) => {
      if (javaScriptEnabled !== false) context.on("page", esperandoQueViva);
      await usar(undefined);
    },
    { auto: true },
  ],
  erroresEsperados: [[], { option: true }],
  vigilancia: [
    async ({ page, erroresEsperados }, usar) => {
      const errores: string[] = [];
      const esperados = [erroresEsperados].flat();
      const anotar = (texto: string) => {
        if (!esperados.some((patron) => patron.test(texto))) errores.push(texto);
      };
      const vigilar: Vigilar = (una) => {
        una.on("pageerror", (error) => anotar(`pageerror: ${error.message}`));
        una.on("console", (mensaje) => {
          if (mensaje.type() === "error") anotar(`${mensaje.text()} (${mensaje.location().url})`);
        });
      };
      vigilar(page);
      await usar(vigilar);
      expect(errores, "errores en la consola").toEqual([]);
    },
    { auto: true },
  ],
  sentar: async ({ browser, vigilancia }, usar) => {
    const suyas: Page[] = [];
    await usar(async (correo, volver) => {
      const page = await (await browser.newContext()).newPage();
      suyas.push(page);
      esperandoQueViva(page);
      vigilancia(page);
      await ingresarComo(page, correo, volver);
      return page;
    });
    for (const page of suyas) await page.context().close();
  },
});

/**
 * Goes to a page, or draws it again, and waits until it answers: React has taken each of its controls. A button drawn by
 * the server and pressed before that does nothing.
 */
export function esperandoQueViva(page: Page): void {
  const viva = async <T>(respuesta: T): Promise<T> => {
    await page.waitForFunction(
      () => {
        const esDeNext = document.querySelector("script[src*='/_next/']") !== null;
        const controles = [
          ...document.querySelectorAll("button, input:not([type=hidden]), select, textarea"),
        ];
        const deReact = (control: Element) =>
          Object.keys(control).some((llave) => llave.startsWith("__react"));
        return !esDeNext || controles.every(deReact);
      },
      undefined,
      { timeout: 30_000 },
    );
    return respuesta;
  };
  const { goto, reload } = page;
  page.goto = async (...a) => viva(await goto.apply(page, a));
  page.reload = async (...a) => viva(await reload.apply(page, a));
}

export { expect } from "@playwright/test";

/** A page that does not exist says so in the console too. */
export const NO_EXISTE = /status of 404/;

const fueraDelIngreso = (url: URL) => !/^\/(ingresar|inicio)/.test(url.pathname);

/** Signs in as one of the fictional people, through the screen, and waits for their start page or `volver`. */
export async function ingresarPorPantalla(page: Page, correo: string, volver?: string): Promise<void> {
  await page.goto(volver ? `/ingresar?${new URLSearchParams({ volver })}` : "/ingresar");
  await page.getByLabel("Correo").fill(correo);
  await page.getByLabel("Clave", { exact: true }).fill(CLAVE_DEMO);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
  await page.waitForURL(fueraDelIngreso);
}

/**
 * Lets a fictional person in, at their start page or `volver`: with the session they opened earlier in this file of tests,
 * as in another window of theirs, or through the screen if there is none or it ended.
 */
export async function ingresarComo(page: Page, correo: string, volver?: string): Promise<void> {
  const abierta = sesiones.get(correo);
  if (abierta) {
    await page.context().addCookies(abierta);
    await page.goto(volver ?? "/inicio");
    if (fueraDelIngreso(new URL(page.url()))) return;
  }
  await ingresarPorPantalla(page, correo, volver);
  sesiones.set(correo, await page.context().cookies());
}

/** Asks to sign out, from the menu of the person. */
export async function pulsarSalir(page: Page): Promise<void> {
  await page.getByRole("banner").locator("summary", { hasText: "Menú de" }).click();
  await page.getByRole("button", { name: "Cerrar sesión" }).click();
}

/** Nothing for axe to say at WCAG 2.2 AA. */
export async function esperarAccesible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // There are no frames of elsewhere here, for which it would open a page of its own each time.
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const resumen = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((nodo) => nodo.target.join(" ")).join("; ")}`,
  );
  expect(resumen, `accesibilidad de ${page.url()}`).toEqual([]);
}

/** Nothing is cut or must be scrolled sideways at 320 px (which is also 1280 px at 400 %). */
export async function esperarQueQuepa(page: Page): Promise<void> {
  const antes = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const sobra = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sobra, `ancho de ${page.url()} a 320 px`).toBeLessThanOrEqual(0);
  if (antes) await page.setViewportSize(antes);
}

/** Every control is reached with Tab, in order, and shows where the focus is. */
export async function esperarTeclado(page: Page): Promise<void> {
  const total = await page.evaluate(() => {
    const sirven = "a[href], button, input:not([type=hidden]), select, textarea, summary";
    // Under a modal dialog nothing else is reached, nor must be.
    const marco = document.querySelector<HTMLElement>("dialog:modal");
    const vistos = new Set<EventTarget>();
    const sinMarca: string[] = [];
    // Where each Tab left the focus, seen when the next is pressed: a group of tabs takes it only to hand it on.
    const anotar = () => {
      const e = document.activeElement as HTMLElement | null;
      if (!e || e === document.body || e === marco || vistos.has(e)) return;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(e);
      const marca = (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
      vistos.add(e);
      if (!marca) sinMarca.push(`${e.tagName} ${e.textContent?.slice(0, 30)}`);
    };
    document.addEventListener("keydown", anotar, true);
    // From the beginning: the browser goes on from the last thing pressed, even when it has lost the focus.
    const desde = marco ?? document.body;
    const antes = desde.getAttribute("tabindex");
    desde.tabIndex = -1;
    desde.focus();
    if (antes === null) desde.removeAttribute("tabindex");
    else desde.setAttribute("tabindex", antes);
    const dichas = () => {
      anotar();
      return { vistos: vistos.size, sinMarca };
    };
    Object.assign(window, { dichas });
    return [...(marco ?? document).querySelectorAll<HTMLElement>(sirven)].filter(
      (e) => e.checkVisibility() && !e.matches("[tabindex='-1']"),
    ).length;
  });
  for (let i = 0; i < total; i++) await page.keyboard.press("Tab");
  const { vistos, sinMarca } = await page.evaluate(() =>
    (window as unknown as { dichas: () => { vistos: number; sinMarca: string[] } }).dichas(),
  );
  expect(sinMarca, `el foco se ve en ${page.url()}`).toEqual([]);
  expect(vistos, `controles alcanzados con Tab en ${page.url()}`).toBeGreaterThanOrEqual(Math.min(total, 3));
}

/** Pictures of a screen at 1280 and 390 px, for a person to look at, in the folder CAPTURAS; nothing without it. */
export async function mirar(page: Page, nombre = new URL(page.url()).pathname): Promise<void> {
  const carpeta = process.env.CAPTURAS;
  if (!carpeta) return;
  const antes = page.viewportSize();
  const archivo = nombre.replaceAll("/", "_");
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: `${carpeta}/${archivo}-${width}.png`, fullPage: true });
  }
  if (antes) await page.setViewportSize(antes);
}

/** What every screen owes: axe, 320 px and keyboard. A page of app/ that no test brings here fails `npm test`. */
export async function esperarPantallaDebida(page: Page): Promise<void> {
  const [llegada] = await page.evaluate(() =>
    performance.getEntriesByType("navigation").map((una) => una.toJSON()),
  );
  if (llegada?.responseStatus === 200) anotarPantalla(new URL(page.url()).pathname);
  await expect(page.locator("h1")).toHaveCount(1);
  await mirar(page);
  await esperarAccesible(page);
  await esperarQueQuepa(page);
  await esperarTeclado(page);
}

/** Writes part of a name in a box that searches, and presses what it proposes. */
export async function elegirEn(caja: Locator, parte: string, propuesta: string): Promise<void> {
  await caja.fill(parte);
  await caja.page().getByRole("listitem").getByRole("button", { name: propuesta }).click();
  await expect(caja).toHaveValue(new RegExp(propuesta));
}
