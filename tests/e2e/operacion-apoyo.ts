import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import pg from "pg";
import { escribirLugar, type ValorCampo } from "@/lib/flujo/campo";
import { enLaBase } from "../apoyo/baseE2e";
import { expect, ingresarPorPantalla } from "./apoyo";

export const ANA = "ana.rojas@sva.example";

/** What nodes of one platform share, besides the database. */
export function entornoComun(): Record<string, string> {
  return {
    SECRETO_SESION: "secreto-comun-de-los-nodos-de-prueba-0001",
    ARCHIVOS_CARPETA: mkdtempSync(join(tmpdir(), "cseu-nodos-")),
  };
}

/** Fields of the report of SVA, one for each writer. */
export const LUGARES = [
  ...["avances", "desafios", "resultados", "leccionesAprendidas"].map((campo) =>
    escribirLugar({ grupo: "informe", clave: [], campo }),
  ),
  ...["A1", "A2", "A3", "A4"].map((actividad) =>
    escribirLugar({ grupo: "actividad", clave: [actividad], campo: "custodia" }),
  ),
];

/** Signs somebody in through the screen of a node. Returns the cookies and the id of the person. */
export async function abrirSesion(browser: Browser, url: string, correo: string) {
  const contexto = await browser.newContext({ baseURL: url });
  await ingresarPorPantalla(await contexto.newPage(), correo);
  const galletas = await contexto.cookies(url);
  await contexto.close();
  const [fila] = await enLaBase<{ id: string }>("SELECT id FROM usuario WHERE correo = $1", [correo]);
  return {
    cookie: galletas.map(({ name, value }) => `${name}=${value}`).join("; "),
    usuario: fila?.id ?? "",
  };
}

export type SesionAbierta = Awaited<ReturnType<typeof abrirSesion>>;

/** Saves one field as the browser's queue does. */
export function guardar(
  url: string,
  { cookie, usuario }: SesionAbierta,
  campo: { lugar: string; base: ValorCampo; valor: ValorCampo },
): Promise<Response> {
  return fetch(`${url}/campo`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json", "sec-fetch-site": "same-origin" },
    body: JSON.stringify({ institucion: "SVA", usuario, campos: [campo] }),
    redirect: "manual",
  });
}

export const mirar = (url: string, { cookie }: SesionAbierta, ruta = "/institucion/SVA") =>
  fetch(`${url}${ruta}`, { headers: { cookie, accept: "text/html" }, redirect: "manual" });

/** What a save was answered of its field: nothing is said of what was saved just as it was sent. */
export async function respuestaDe(respuesta: Response, lugar: string): Promise<string | undefined> {
  if (respuesta.status === 204) return "guardado";
  const { respuestas } = (await respuesta.json()) as { respuestas: Record<string, { estado: string }> };
  return respuestas[lugar]?.estado;
}

/** The value that the database holds of a field of `LUGARES`. */
export async function guardadoEn(lugar: string): Promise<string | null> {
  const [grupo, ...resto] = lugar.split("/");
  const [fila] = await enLaBase<{ valor: string | null }>(
    grupo === "informe"
      ? `SELECT to_jsonb(i) ->> $1 AS valor FROM informe i JOIN institucion s ON s.id = i.institucion_id WHERE s.codigo = 'SVA'`
      : `SELECT ia.custodia AS valor FROM informe_actividad ia JOIN institucion s ON s.id = ia.institucion_id
         WHERE s.codigo = 'SVA' AND to_jsonb(ia) ->> 'actividad' = $1`,
    [grupo === "informe" ? (resto[0] ?? "").replace(/[A-Z]/g, (l) => `_${l.toLowerCase()}`) : resto[0]],
  );
  return fila?.valor ?? null;
}

let retenidos: pg.Client | undefined;

/** Holds the report's table, so that every save waits until `soltarGuardados`. */
export async function retenerGuardados(): Promise<void> {
  retenidos = new pg.Client({ connectionString: process.env.E2E_DUENO });
  await retenidos.connect();
  await retenidos.query("BEGIN");
  await retenidos.query("LOCK TABLE informe IN ACCESS EXCLUSIVE MODE");
}

/** Lets them go, if they were held. */
export async function soltarGuardados(): Promise<void> {
  await retenidos?.end();
  retenidos = undefined;
}

/** Waits until as many statements wait for a lock in the database. */
export async function esperarEnCola(cuantos: number): Promise<void> {
  await expect
    .poll(async () => {
      const [fila] = await enLaBase<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_locks l JOIN pg_database d ON d.oid = l.database
         WHERE NOT l.granted AND d.datname = current_database()`,
      );
      return fila?.n ?? 0;
    })
    .toBeGreaterThanOrEqual(cuantos);
}
