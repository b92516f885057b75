import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { expect, type Page, type Request, type Route, type TestInfo } from "@playwright/test";
import { LIMITES_ARCHIVO, MB } from "@/lib/flujo/archivo";
import { pdf } from "@/tests/apoyo/archivos/bytes";

/** Parts that a file of `enPartes` travels in. */
export const PARTES = 3;

export const PARTE = LIMITES_ARCHIVO.tamanoParte;

export const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** A PDF of three parts on somebody's disk, with its date, so that choosing it twice is choosing the same file. */
export function enPartes(info: TestInfo, nombre: string): { ruta: string; huella: string } {
  const ruta = info.outputPath(nombre);
  const bytes = pdf(`% ${nombre}\n% ${"relleno ".repeat((PARTES - 0.5) * (MB / 8))}\n`);
  writeFileSync(ruta, bytes);
  return { ruta, huella: sha256(bytes) };
}

/** The part of an upload that a request carries, by where it goes; null if it carries none. */
export function desdeDonde(pedido: Request): number | null {
  const { pathname, searchParams } = new URL(pedido.url());
  return pedido.method() === "PUT" && pathname.includes("/archivo/subida/")
    ? Number(searchParams.get("desde"))
    : null;
}

/** Holds each part of an upload until it is let go: the line is as slow as the test needs. */
export async function lineaLenta(page: Page) {
  const retenidas: Route[] = [];
  let libre = false;
  await page.route(/\/archivo\/subida\//, (ruta) => {
    if (desdeDonde(ruta.request()) === null || libre) return ruta.continue();
    retenidas.push(ruta);
  });
  const hayRetenida = () => expect.poll(() => retenidas.length, { message: "partes en camino" }).toBe(1);
  return {
    hayRetenida,
    /** Lets the part on its way go, and no other. */
    async dejarPasarUna() {
      await hayRetenida();
      await retenidas.shift()?.continue();
    },
    /** From here on the line is as fast as any. */
    async soltar() {
      libre = true;
      for (const una of retenidas.splice(0)) await una.continue();
    },
  };
}

/** Drags files from the desktop over an element and lets them fall there, as the browser itself tells it. */
export async function soltarSobre(
  page: Page,
  donde: ReturnType<Page["locator"]>,
  archivos: readonly string[],
) {
  await donde.scrollIntoViewIfNeeded();
  const caja = await donde.boundingBox();
  if (!caja) throw new Error("No se ve dónde soltar los archivos.");
  const cdp = await page.context().newCDPSession(page);
  const lugar = { x: caja.x + caja.width / 2, y: caja.y + caja.height / 2 };
  const data = { items: [], files: [...archivos], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await cdp.send("Input.dispatchDragEvent", { type, ...lugar, data });
  await cdp.detach();
}
