import type { APIResponse, Page, Request } from "@playwright/test";
import { enLaBase } from "@/tests/apoyo/baseE2e";
import { huellaDeTodo } from "@/tests/apoyo/forastero";

/** A server action, and not the heartbeat of a page. */
export const esAccion = (pedido: Request): boolean => pedido.headers()["next-action"] !== undefined;

export type Retenido = {
  readonly pedido: Request;
  /** Lets it go, and answers with what the platform said to who made it. */
  readonly soltar: () => Promise<number | undefined>;
};

/**
 * What a person's own browser asks for at a gesture, held before it leaves: others may try it as it is, and let go
 * afterwards it proves that it was good.
 */
export async function retener(
  page: Page,
  cual: (pedido: Request) => boolean,
  gesto: () => Promise<unknown>,
): Promise<Retenido> {
  const { promise: visto, resolve: ver } = Promise.withResolvers<Request>();
  const { promise: libre, resolve: liberar } = Promise.withResolvers<void>();
  await page.route("**/*", async (ruta) => {
    const pedido = ruta.request();
    if (pedido.method() !== "POST" || !cual(pedido)) return ruta.fallback();
    ver(pedido);
    await libre;
    return ruta.continue();
  });
  await gesto();
  const pedido = await visto;
  return {
    pedido,
    soltar: async () => {
      liberar();
      const respuesta = await pedido.response();
      await page.unroute("**/*");
      return respuesta?.status();
    },
  };
}

/** The next action that the page sends is done, and its page never hears of it. */
export async function perderRespuesta(page: Page): Promise<void> {
  let perdida = false;
  await page.route("**/*", async (ruta) => {
    if (perdida || !esAccion(ruta.request())) return ruta.fallback();
    perdida = true;
    await ruta.fetch();
    await ruta.abort();
  });
}

/** Makes a request of somebody else's browser with the session of `page`, from our own pages. */
export function repetir(page: Page, pedido: Request, data = pedido.postData() ?? ""): Promise<APIResponse> {
  const suyas = ["accept", "content-type", "next-action", "next-router-state-tree"];
  const headers = Object.fromEntries(Object.entries(pedido.headers()).filter(([una]) => suyas.includes(una)));
  return page.request.post(pedido.url(), {
    data,
    headers: { ...headers, origin: process.env.E2E_URL ?? "" },
  });
}

// What the platform writes by itself meanwhile: sessions seen, mails on their way, readings of a validator.
const SOLAS = ["sesion", "correo", "notificacion", "lectura_validador", "presencia_revision"];

/** A digest of every row that people write, by table. */
export const filasEscritas = (): Promise<Record<string, string>> =>
  huellaDeTodo({ comoAdmin: enLaBase }, SOLAS);
