import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { escribirRecordatorios } from "@/lib/casos/avisos/recordatorio";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { leerRevision as leerLaInstitucion } from "@/lib/casos/observacion/leer";
import { responderObservacion } from "@/lib/casos/observacion/responder";
import { abrirRevision } from "@/lib/casos/revision/abrir";
import { leerBandeja } from "@/lib/casos/revision/bandeja";
import { devolverEnvio } from "@/lib/casos/revision/devolver";
import { leerRevision } from "@/lib/casos/revision/leer";
import { observar } from "@/lib/casos/revision/observacion";
import { recordarPendientes } from "@/lib/casos/revision/recordar";
import { guardarRonda } from "@/lib/casos/ronda/administrar";
import { enviarARonda } from "@/lib/casos/ronda/enviar";
import { leerRonda } from "@/lib/casos/ronda/leer";
import { BANDEJA_ENTERA } from "@/lib/flujo/vistaBandeja";
import { ultimoCorte } from "@/lib/trabajos/reloj";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { forasteroNoCambiaNada } from "@/tests/apoyo/forastero";
import { valor } from "@/tests/apoyo/resultado";

const base = conBase({ sembrada: true });
const ENVIO = "2025-09-10T15:00:00Z";
const ANTES_DEL_CIERRE = "2025-09-12T15:00:00Z";
const DESPUES_DEL_CIERRE = "2025-09-20T15:00:00Z";
let ana: ContextoInstitucion;
let elena: ContextoInstitucion;
let carla: ContextoInstitucion;
let ronda: string;
let envio: string;

const en = (ctx: ContextoInstitucion, instante: string): ContextoInstitucion => ({
  ...ctx,
  ahora: new Date(instante),
});
const falla = (codigo: string) => ({ ok: false, falla: { codigo } });
const enviar = async (instante: string) => {
  const ctx = en(ana, instante);
  return enviarARonda(ctx, { ronda, huella: (await valor(leerRonda(ctx, { ronda }))).huella });
};

beforeAll(async () => {
  const ahora = new Date(ENVIO);
  ana = await contextoDe(base, "ana.rojas@sva.example", "SVA", ahora);
  elena = await contextoDe(base, "elena.fuentes@red.example", "SVA", ahora);
  carla = await contextoDe(base, "carla.nunez@red.example", "SVA", ahora);
  carla = { ...carla, actor: { ...carla.actor, alcance: "*" } };
});

beforeEach(async () => {
  for (const tabla of "observacion_mensaje observacion asignacion_revision envio ronda correo notificacion intento".split(
    " ",
  ))
    await base.comoDueno(`DELETE FROM ${tabla}`);
  const fechas = { abre: "01/09/2025", cierra: "15/09/2025", retroalimentacion: "30/09/2025" };
  const datos = { ronda: "", nombre: "Primer ejercicio", requisitos: ["E3O1RT2"], ...fechas };
  ronda = (await valor(guardarRonda(carla, datos))).id;
  await valor(enviar(ENVIO));
  envio = (await base.comoDueno<{ id: string }>("SELECT id FROM envio"))[0]?.id ?? "";
});

/** Elena returns the version with one observation, at an instant, writing nothing as a last day. */
async function devolver(instante: string) {
  const ctx = en(elena, instante);
  await valor(abrirRevision(ctx, { envio }));
  await valor(observar(ctx, { envio, requisito: "E3O1RT2", ruta: "", texto: "Faltan las instancias." }));
  await base.comoDueno("DELETE FROM notificacion");
  await base.comoDueno("DELETE FROM correo");
  return valor(devolverEnvio(ctx, { envio, dia: "", abrir: [] }));
}

const aviso = async (como = "%") =>
  (
    await base.comoDueno<{ texto: string; enlace: string }>(
      `SELECT n.texto, n.enlace FROM notificacion n JOIN usuario u ON u.id = n.usuario_id WHERE u.correo LIKE $1`,
      [como],
    )
  )[0];
const correo = async () =>
  (
    await base.comoDueno<{ texto: string }>("SELECT texto FROM correo WHERE para = 'ana.rojas@sva.example'")
  )[0]?.texto;

/** Every morning of a stretch, what the platform reminds the institution of as an answer that is owed. */
async function recordadoEntre(desde: string, dias: number): Promise<number> {
  for (let dia = 0; dia < dias; dia++) {
    const ahora = new Date(new Date(desde).getTime() + dia * 86_400_000);
    await escribirRecordatorios(ahora, ultimoCorte(ahora));
  }
  const filas = await base.comoDueno("SELECT FROM notificacion WHERE clave LIKE 'plazo respuesta %'");
  return filas.length;
}

async function filaDe(instante: string) {
  const leida = await valor(leerBandeja(en(elena, instante), { ...BANDEJA_ENTERA, ronda }));
  return leida.filas[0];
}

// The expediente of the year itself is owed all along: what is looked at is whether an answer is.
const SIN_ENVIAR = "Recordatorio: el expediente no se ha enviado";
const asuntos = async () =>
  (await base.comoDueno<{ asunto: string }>("SELECT DISTINCT asunto FROM correo ORDER BY 1")).map(
    ({ asunto }) => asunto,
  );

describe("devuelta después de que la ronda cerró", () => {
  test("es solo retroalimentación: el correo no pide responder ni ofrece enviar lo que ya no se puede", async () => {
    expect((await devolver(DESPUES_DEL_CIERRE)).responderHasta).toBeNull();
    for (const texto of [await correo(), (await aviso())?.texto]) {
      expect(texto).toContain("Primer ejercicio");
      expect(texto).not.toMatch(/hasta el|nueva versión|Responda/);
    }
    expect((await aviso())?.enlace).toBe(`/institucion/SVA/revision/${ronda}`);
    expect(await enviar(DESPUES_DEL_CIERRE)).toMatchObject(falla("fuera_de_plazo"));
  });

  test("nadie debe nada: ni recordatorios, ni plazo vencido, ni turno de la institución", async () => {
    await devolver(DESPUES_DEL_CIERRE);
    expect(await recordadoEntre("2025-09-20T16:00:00Z", 120)).toBe(0);
    await base.comoDueno("DELETE FROM correo");
    await recordarPendientes(en(elena, "2025-10-05T15:00:00Z"), { instituciones: [ana.institucion.id] });
    expect(await asuntos()).toEqual([SIN_ENVIAR]);
    expect(await filaDe("2026-01-20T15:00:00Z")).toMatchObject({ estado: "observado", responderHasta: null });
    const vista = await valor(leerRevision(en(elena, DESPUES_DEL_CIERRE), { envio, seccion: "difusion" }));
    expect(vista.envio.responderHasta).toBeNull();
    expect(vista.turno).toEqual({ nombre: "Devuelto con observaciones", sigue: null, actua: null });
    expect((await valor(leerLaInstitucion(en(ana, DESPUES_DEL_CIERRE)))).pendientes).toBe(0);
  });

  test("quien revisa no escribe un último día: no lo hay", async () => {
    const ctx = en(elena, DESPUES_DEL_CIERRE);
    await valor(abrirRevision(ctx, { envio }));
    const { devolucion } = await valor(leerRevision(ctx, { envio, seccion: "difusion" }));
    expect(devolucion).toMatchObject({ preliminar: true, limite: null });
  });
});

describe("devuelta con la ronda abierta", () => {
  test("puede enviarse otra versión hasta que la ronda cierra, y esa es la fecha que se dice", async () => {
    expect((await devolver(ANTES_DEL_CIERRE)).responderHasta).toBe("2025-09-16T02:59:59.999Z");
    expect(await correo()).toContain("si quiere, hasta el 15/09/2025, 23:59");
    expect(await filaDe(ANTES_DEL_CIERRE)).toMatchObject({
      responderHasta: new Date("2025-09-16T02:59:59.999Z"),
    });
    const vista = await valor(leerRevision(en(elena, ANTES_DEL_CIERRE), { envio, seccion: "difusion" }));
    expect(vista.turno.sigue).toContain("si quiere");
    expect(await valor(enviar("2025-09-16T02:59:59.999Z"))).toMatchObject({ version: 2 });
  });

  test("cerrada sin que respondiera, nada vence: no debía nada", async () => {
    await devolver(ANTES_DEL_CIERRE);
    expect(await recordadoEntre("2025-09-12T16:00:00Z", 10)).toBe(0);
    expect(await filaDe("2025-09-16T03:00:00Z")).toMatchObject({ responderHasta: null });
    expect(await enviar("2025-09-16T03:00:00Z")).toMatchObject(falla("fuera_de_plazo"));
  });

  test("si responde una observación, a la dupla no se le anuncia una versión que quizá no llegue", async () => {
    await devolver(ANTES_DEL_CIERRE);
    const [fila] = await base.comoDueno<{ id: string }>("SELECT id FROM observacion");
    const entrada = { observacion: fila?.id ?? "", texto: "Las haremos en noviembre." };
    await forasteroNoCambiaNada({ base, caso: responderObservacion, ctx: ana, entrada });
    await valor(responderObservacion(en(ana, ANTES_DEL_CIERRE), entrada));
    const dicho = await aviso("elena.fuentes@red.example");
    expect(dicho?.texto).toContain("comenzó a responder");
    expect(dicho?.texto).not.toContain("nueva versión");
  });
});

test("entre lo final y lo preliminar, y entre un año y otro, solo se recuerda lo final del ejercicio en curso", async () => {
  await devolver(ANTES_DEL_CIERRE);
  await base.comoDueno(
    `WITH otro AS (INSERT INTO ejercicio (anio, edicion, apertura_ajuste, cierre_ajuste, apertura_envio, cierre_envio)
       SELECT 2024, edicion, apertura_ajuste - interval '1 year', cierre_ajuste - interval '1 year',
              apertura_envio - interval '1 year', cierre_envio - interval '1 year' FROM ejercicio WHERE anio = 2025 RETURNING id)
     INSERT INTO envio (institucion_id, ejercicio_id, version, estado, contenido, huella_plan, huella_informe, codigo, enviado_por_id,
       enviado_en, devuelto_en, devuelto_por_id, responder_hasta)
     SELECT e.institucion_id, otro.id, 1, 'observado', '{}', repeat('a', 64), repeat('a', 64), 'DE-2024', e.enviado_por_id,
       '2024-12-10', '2024-12-12', e.enviado_por_id, '2024-12-20' FROM envio e, otro`,
  );
  const recordar = () =>
    recordarPendientes(en(elena, ANTES_DEL_CIERRE), { instituciones: [ana.institucion.id] });
  await base.comoDueno("DELETE FROM correo");
  await recordar();
  expect(await asuntos()).toEqual([SIN_ENVIAR]);
  await base.comoDueno("DELETE FROM correo");
  await base.comoDueno(
    "UPDATE envio SET ronda_id = NULL, responder_hasta = '2025-09-25', huella_plan = repeat('a', 64), huella_informe = repeat('a', 64) WHERE id = $1",
    [envio],
  );
  expect(await valor(recordar())).toEqual({ recordadas: 1, omitidas: 0 });
  expect(await asuntos()).toEqual(["Recordatorio: hay observaciones por responder"]);
});
