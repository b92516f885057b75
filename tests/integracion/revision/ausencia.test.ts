import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { responderObservacion } from "@/lib/casos/observacion/responder";
import { abrirRevision } from "@/lib/casos/revision/abrir";
import { asignarRevision } from "@/lib/casos/revision/asignar";
import { leerBandeja } from "@/lib/casos/revision/bandeja";
import { devolverEnvio } from "@/lib/casos/revision/devolver";
import { leerRevision } from "@/lib/casos/revision/leer";
import { observar } from "@/lib/casos/revision/observacion";
import { leerSesionVigente } from "@/lib/datos/repositorio/sesion";
import { BANDEJA_ENTERA, type VistaBandeja } from "@/lib/flujo/vistaBandeja";
import { pdf } from "@/tests/apoyo/archivos/bytes";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { aprobarTodo, DICIEMBRE, difundir, subir } from "@/tests/apoyo/difusion";
import { forasteroNoCambiaNada } from "@/tests/apoyo/forastero";
import { valor } from "@/tests/apoyo/resultado";
import { enviarTodo } from "@/tests/apoyo/revision";

process.env.ARCHIVOS_CARPETA = mkdtempSync(join(tmpdir(), "cseu-ausencia-"));

const base = conBase({ sembrada: true });
const CORREO = "sofia.lara@red.example";
/** The absence lasts until the 20th: on the 25th nobody is covered. */
const TERMINADA = new Date("2025-12-25T15:00:00Z");
let ana: ContextoInstitucion;
let elena: ContextoInstitucion;
let sofia: ContextoInstitucion;
let envio: string;

/** Somebody of the Red with the reach that the door would give them at an instant. */
async function conSuAlcance(correo: string, ahora = DICIEMBRE): Promise<ContextoInstitucion> {
  const ctx = await contextoDe(base, correo, "SVA", ahora);
  const sesion = await leerSesionVigente(ctx.actor.sesionId, ahora, 60, { esDemo: false });
  return { ...ctx, actor: { ...ctx.actor, alcance: sesion?.alcance ?? [] } };
}

beforeAll(async () => {
  await base.comoDueno(
    `WITH nueva AS (INSERT INTO usuario (correo, nombre) VALUES ($1, 'Sofía Lara Pino') RETURNING id),
       funcion AS (INSERT INTO membresia (usuario_id, rol) SELECT id, 'revisor' FROM nueva)
     INSERT INTO ausencia (usuario_id, suplente_id, desde, hasta)
     SELECT t.id, nueva.id, '2025-12-01', '2025-12-20' FROM usuario t, nueva WHERE t.correo = 'tomas.araya@red.example'`,
    [CORREO],
  );
  ana = await contextoDe(base, "ana.rojas@sva.example", "SVA", DICIEMBRE);
  elena = await conSuAlcance("elena.fuentes@red.example");
  sofia = await conSuAlcance(CORREO);
  await aprobarTodo(base, "SVA", await subir(ana, "Acta escaneada.pdf", pdf("0")));
  await difundir(ana);
  envio = await enviarTodo(base, ana);
});

const falla = (codigo: string) => ({ ok: false, falla: { codigo } });
const bandeja = (ctx: ContextoInstitucion, vista: VistaBandeja = "grupo") =>
  valor(leerBandeja(ctx, { ...BANDEJA_ENTERA, vista }));
const avisados = async (tipo: string) =>
  (
    await base.comoDueno<{ correo: string }>(
      `SELECT u.correo FROM notificacion n JOIN usuario u ON u.id = n.usuario_id
       WHERE n.tipo = $1 AND u.correo LIKE '%@red.example' ORDER BY 1`,
      [tipo],
    )
  ).map(({ correo }) => correo);
const LOS_TRES = ["elena.fuentes@red.example", CORREO, "tomas.araya@red.example"];

describe("quien cubre una ausencia", () => {
  test("se ofrece para asignarle, mientras dura", async () => {
    const nombres = async (ctx: ContextoInstitucion) =>
      (await bandeja(ctx, "todas")).revisores.map(({ nombre }) => nombre);
    expect(await nombres(elena)).toContain("Sofía Lara Pino");
    expect(await nombres({ ...elena, ahora: TERMINADA })).not.toContain("Sofía Lara Pino");
    const { revisores } = await bandeja(elena, "todas");
    expect(new Set(revisores.map(({ id }) => id)).size).toBe(revisores.length);
  });

  test("ve lo del grupo que cubre en la vista con que se abre la bandeja, mientras dura", async () => {
    expect((await bandeja(sofia)).filas.map(({ codigo }) => codigo)).toEqual(["SVA"]);
    expect((await bandeja({ ...sofia, ahora: TERMINADA })).filas).toEqual([]);
  });

  test("se entera de la versión que llega, junto con la dupla", async () => {
    expect(await avisados("envio_por_revisar")).toEqual(LOS_TRES);
  });

  test("lee y revisa la versión entera: la abre, la observa y la devuelve; y se entera de la respuesta", async () => {
    const { fichas, puede } = await valor(leerRevision(sofia, { envio, seccion: "plan" }));
    expect(fichas.length).toBeGreaterThan(0);
    expect(puede.abrir).toBe(true);
    await valor(abrirRevision(sofia, { envio }));
    expect((await bandeja(sofia, "mias")).filas).toMatchObject([
      { codigo: "SVA", revisor: "Sofía Lara Pino" },
    ]);
    const observada = { requisito: "E3O1RT1", ruta: "/informe/seguimiento/avances", texto: "Diga cuántas." };
    const { id: observacion } = await valor(observar(sofia, { envio, ...observada }));
    await valor(devolverEnvio(sofia, { envio, dia: "22/12/2025", abrir: [] }));
    const respuesta = { observacion, texto: "Fueron doce." };
    await forasteroNoCambiaNada({ base, caso: responderObservacion, ctx: ana, entrada: respuesta });
    await valor(responderObservacion(ana, respuesta));
    expect(await avisados("observacion_respondida")).toEqual(LOS_TRES);
  });

  test("terminada la ausencia deja de alcanzarla, y no se le asigna", async () => {
    const despues = await conSuAlcance(CORREO, TERMINADA);
    expect(despues.actor.alcance).toEqual([]);
    expect(await leerRevision(despues, { envio, seccion: "plan" })).toMatchObject(falla("no_encontrado"));
    const entrada = { instituciones: [ana.institucion.id], revisor: sofia.actor.usuarioId };
    expect(await asignarRevision({ ...elena, ahora: TERMINADA }, entrada)).toMatchObject(
      falla("entrada_invalida"),
    );
    expect(await asignarRevision(elena, entrada)).toMatchObject({ ok: true });
  });
});
