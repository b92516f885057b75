import { levantarWeb } from "./levantarWeb";

/** One platform for the whole run of Playwright. The workers find it in the environment. */
export default async function preparar(): Promise<() => Promise<void>> {
  const web = await levantarWeb();
  process.env.E2E_URL = web.url;
  process.env.E2E_DUENO = web.dueno;
  process.env.E2E_APP = web.app;
  process.env.E2E_CORREO = web.correo;
  return web.detener;
}
