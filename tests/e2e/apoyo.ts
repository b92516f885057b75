import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { CLAVE_DEMO } from "@/prisma/semilla/personas";
import { test as base } from "./plataforma";

type Opciones = {
  /** Console messages that a test provokes on purpose (a 404, a lost connection). */
  erroresEsperados: RegExp | RegExp[];
};

/** Playwright's test, which also fails on any console error, page error or violation of the content policy. */
export const test = base.extend<Opciones & { vigilancia: undefined }>({
  erroresEsperados: [[], { option: true }],
  vigilancia: [
    async ({ page, erroresEsperados }, usar) => {
      const errores: string[] = [];
      const esperados = [erroresEsperados].flat();
      const anotar = (texto: string) => {
        if (!esperados.some((patron) => patron.test(texto))) errores.push(texto);
      };
      page.on("pageerror", (error) => anotar(`pageerror: ${error.message}`));
      page.on("console", (mensaje) => {
        if (mensaje.type() === "error") anotar(`${mensaje.text()} (${mensaje.location().url})`);
      });
      await usar(undefined);
      expect(errores, "errores en la consola").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from "@playwright/test";

/** A page that does not exist says so in the console too. */
export const NO_EXISTE = /status of 404/;

/** Signs in as one of the fictional people, through the screen, and waits for their start page. */
export async function ingresarComo(page: Page, correo: string, volver?: string): Promise<void> {
  await page.goto(volver ? `/ingresar?${new URLSearchParams({ volver })}` : "/ingresar");
  await page.getByLabel("Correo").fill(correo);
  await page.getByLabel("Clave", { exact: true }).fill(CLAVE_DEMO);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
  await page.waitForURL((url) => !/^\/(ingresar|inicio)/.test(url.pathname));
}

/** Nothing for axe to say at WCAG 2.2 AA. */
export async function esperarAccesible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
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
    const desde = document.querySelector("dialog:modal") ?? document;
    return [...desde.querySelectorAll<HTMLElement>(sirven)].filter(
      (e) => e.checkVisibility() && !e.matches("[tabindex='-1']"),
    ).length;
  });
  // From the beginning: the browser goes on from the last thing pressed, even when it has lost the focus.
  await page.evaluate(() => {
    const desde = document.querySelector<HTMLElement>("dialog:modal") ?? document.body;
    const antes = desde.getAttribute("tabindex");
    desde.tabIndex = -1;
    desde.focus();
    if (antes === null) desde.removeAttribute("tabindex");
    else desde.setAttribute("tabindex", antes);
  });
  const vistos = new Set<string>();
  for (let i = 0; i < total + 5; i++) {
    await page.keyboard.press("Tab");
    const foco = await page.evaluate(() => {
      const e = document.activeElement as HTMLElement | null;
      if (!e || e === document.body) return null;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(e);
      const marca = (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
      const todos = [...document.querySelectorAll("*")];
      return { lugar: String(todos.indexOf(e)), que: `${e.tagName} ${e.textContent?.slice(0, 30)}`, marca };
    });
    if (!foco) break;
    expect(foco.marca, `el foco se ve en ${foco.que} (${page.url()})`).toBe(true);
    vistos.add(foco.lugar);
  }
  expect(vistos.size, `controles alcanzados con Tab en ${page.url()}`).toBeGreaterThanOrEqual(
    Math.min(total, 3),
  );
}

/** What every screen owes: axe, 320 px and keyboard. */
export async function esperarPantallaDebida(page: Page): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  await esperarAccesible(page);
  await esperarQueQuepa(page);
  await esperarTeclado(page);
}
