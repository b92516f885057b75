import { test as base, type Cookie } from "@playwright/test";
import { levantarWeb } from "../apoyo/levantarWeb";
import { volverALaSemilla, type WebDePrueba } from "../apoyo/semillaE2e";

/** Each worker has a platform of its own, and each file of tests begins with it as it was seeded. */
type Plataforma = { plataforma: WebDePrueba };

let enCurso = "";

/** Sessions open on the platform since the file of tests began: the cookies of whoever signed in, by e-mail. */
export const sesiones = new Map<string, Cookie[]>();

/** Playwright's test on a running platform: its addresses are also in the environment (E2E_…). */
export const test = base.extend<{ comoSembrada: undefined }, Plataforma>({
  plataforma: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures there.
    async ({}, usar) => {
      const web = await levantarWeb();
      process.env.E2E_URL = web.url;
      process.env.E2E_DUENO = web.dueno;
      process.env.E2E_APP = web.app;
      process.env.E2E_CORREO = web.correo;
      // What a test prepares through the use cases is of the same store: the platform opens its files.
      process.env.ARCHIVOS_CARPETA = web.archivos;
      await usar(web);
      await web.detener();
    },
    { scope: "worker", auto: true, timeout: 300_000 },
  ],
  baseURL: async ({ plataforma }, usar) => usar(plataforma.url),
  comoSembrada: [
    async ({ plataforma }, usar, info) => {
      if (enCurso && info.file !== enCurso) {
        await volverALaSemilla(plataforma);
        sesiones.clear();
      }
      enCurso = info.file;
      await usar(undefined);
    },
    { auto: true, timeout: 60_000 },
  ],
});
