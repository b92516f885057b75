import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { leerBitacora } from "@/lib/casos/bitacora/leer";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { leerRevision as leerPagina } from "@/lib/casos/observacion/leer";
import { abrirRevision } from "@/lib/casos/revision/abrir";
import { juzgarCriterio } from "@/lib/casos/revision/criterio";
import { decidirEnvio } from "@/lib/casos/revision/decidir";
import { devolverEnvio } from "@/lib/casos/revision/devolver";
import { insistirObservacion, resolverObservacion } from "@/lib/casos/revision/hilo";
import { leerRevision } from "@/lib/casos/revision/leer";
import { escribirNota } from "@/lib/casos/revision/nota";
import { cambiarObservacion, observar, quitarObservacion } from "@/lib/casos/revision/observacion";
import { reabrirEnvio } from "@/lib/casos/revision/reabrir";
import { huella } from "@/lib/expediente/huella";
import { ID_SECCIONES } from "@/lib/flujo/vistaRevision";
import { pdf } from "@/tests/apoyo/archivos/bytes";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { aprobarTodo, DICIEMBRE, difundir, subir } from "@/tests/apoyo/difusion";
import { forasteroNoCambiaNada } from "@/tests/apoyo/forastero";
import { valor } from "@/tests/apoyo/resultado";
import { enviarTodo, recienLlegado, reenviar } from "@/tests/apoyo/revision";

process.env.ARCHIVOS_CARPETA = mkdtempSync(join(tmpdir(), "cseu-revision-"));

const base = conBase({ sembrada: true });
let ana: ContextoInstitucion;
let elena: ContextoInstitucion;
let tomas: ContextoInstitucion;
let carla: ContextoInstitucion;
let vera: ContextoInstitucion;
let envio: string;

const RUTA = "/informe/seguimiento/avances";
const DIA = "22/12/2025";
/** Pointers that are no place of the version, though some begin as one. */
const INVENTADAS = [
  "/difusion/../../x/9999/no/existe",
  "/difusion/instancias/9999",
  "/informe/actividades/0/",
  "/informe/actividades/99/explicacion",
  "/informe/seguimiento/avances/mas",
  "/informe/constructor",
  "/ajustes/-1",
];

beforeAll(async () => {
  ana = await contextoDe(base, "ana.rojas@sva.example", "SVA", DICIEMBRE);
  elena = await contextoDe(base, "elena.fuentes@red.example", "SVA", DICIEMBRE);
  tomas = await contextoDe(base, "tomas.araya@red.example", "SVA", DICIEMBRE);
  carla = await contextoDe(base, "carla.nunez@red.example", "SVA", DICIEMBRE);
  vera = await contextoDe(base, "vera.ossa@externo.example", "SVA", DICIEMBRE);
  const acta = await subir(ana, "Acta escaneada.pdf", pdf("0"));
  await aprobarTodo(base, "SVA", acta);
  await difundir(ana);
  envio = await enviarTodo(base, ana);
});
beforeEach(() => recienLlegado(base, envio));

const abrir = async () => {
  await valor(abrirRevision(elena, { envio }));
  await base.comoDueno("DELETE FROM correo");
};
const observarCampo = (texto = "Diga cuántas oficinas participaron.") =>
  valor(observar(elena, { envio, requisito: "E3O1RT1", ruta: RUTA, texto }));
const devolver = (id = envio, ctx = elena) => devolverEnvio(ctx, { envio: id, dia: DIA, abrir: [] });
async function juzgarTodo(rt2: "cumple" | "no_cumple", id = envio) {
  const razon = rt2 === "cumple" ? "" : "El listado no incluye al personal a honorarios.";
  await valor(juzgarCriterio(elena, { envio: id, criterio: "E3O1RT1", resultado: "cumple", razon: "" }));
  await valor(juzgarCriterio(elena, { envio: id, criterio: "E3O1RT2", resultado: rt2, razon }));
}
const estado = async (id = envio) =>
  (await base.comoDueno<{ estado: string }>("SELECT estado FROM envio WHERE id = $1", [id]))[0]?.estado;
const contar = async (tabla: string) =>
  Number((await base.comoDueno<{ n: string }>(`SELECT count(*) AS n FROM ${tabla}`))[0]?.n);
const falla = (codigo: string) => ({ ok: false, falla: { codigo } });
const atender = (id: string) =>
  base.comoDueno(
    `WITH o AS (UPDATE observacion SET estado = 'atendida' WHERE id = $1 RETURNING *)
     INSERT INTO observacion_mensaje (institucion_id, observacion_id, gesto, autor_id, texto, escrito_en)
     SELECT institucion_id, id, 'atiende', $2, 'Se corrigió.', $3 FROM o`,
    [id, ana.actor.usuarioId, DICIEMBRE],
  );

describe("abrir", () => {
  test("la primera vez pasa a revisión y queda en manos de quien la abrió", async () => {
    await abrir();
    expect(await estado()).toBe("en_revision");
    const filas = await base.comoDueno("SELECT usuario_id FROM asignacion_revision");
    expect(filas).toEqual([{ usuario_id: elena.actor.usuarioId }]);
  });

  test("dos que abren a la vez: lo hace uno, y el otro sabe que llegó segundo", async () => {
    const hechos = await Promise.all([abrirRevision(elena, { envio }), abrirRevision(tomas, { envio })]);
    expect(hechos.filter(({ ok }) => ok)).toHaveLength(1);
    expect(hechos.find(({ ok }) => !ok)).toMatchObject(falla("conflicto_estado"));
  });

  test("el mismo clic dos veces es uno", async () => {
    const ctx = { ...elena, clave: crypto.randomUUID() };
    const hechos = await Promise.all([abrirRevision(ctx, { envio }), abrirRevision(ctx, { envio })]);
    expect(hechos.every(({ ok }) => ok)).toBe(true);
  });
});

test("en la bitácora, para la institución la Red habla como una sola; para la Red y quien valida, cada quien por su nombre", async () => {
  await abrir();
  const SIN_FILTRO = { seccion: "envio", persona: null, desde: null, hasta: null, pagina: 1 } as const;
  const quienes = async (ctx: ContextoInstitucion, persona: string | null = null) => {
    const { hechos, personas } = await valor(leerBitacora(ctx, { ...SIN_FILTRO, persona }));
    return {
      hechos: new Set(hechos.map(({ quien }) => quien)),
      personas: personas.map(({ nombre }) => nombre),
    };
  };
  const institucion = await quienes(ana);
  expect(institucion.hechos).toContain("Red de Expertos");
  expect([...institucion.hechos, ...institucion.personas]).not.toContain(elena.actor.nombre);
  expect(institucion.personas).toContain(ana.actor.nombre);
  // Asking for her by her id is asking for everybody.
  expect(await quienes(ana, elena.actor.usuarioId)).toEqual(institucion);
  for (const ctx of [carla, vera]) expect((await quienes(ctx)).hechos).toContain(elena.actor.nombre);
});

describe("observar", () => {
  test("no se observa lo que no se ha abierto", async () => {
    const entrada = { envio, requisito: "E3O1RT1", ruta: RUTA, texto: "Algo." };
    expect(await observar(elena, entrada)).toMatchObject(falla("no_en_revision"));
  });

  test("una observación nace borrador, se cambia y se quita; devuelta, ya no", async () => {
    await abrir();
    const { id: observacion } = await observarCampo();
    await valor(cambiarObservacion(tomas, { envio, observacion, texto: "Diga cuántas y cuáles." }));
    const { id: otra } = await observarCampo("Sobra.");
    await valor(quitarObservacion(elena, { envio, observacion: otra }));
    await valor(devolver());
    expect(await contar("observacion")).toBe(1);
    const cambio = { envio, observacion, texto: "Tarde." };
    expect(await cambiarObservacion(elena, cambio)).toMatchObject({ ok: false });
    await base.comoDueno("UPDATE envio SET estado = 'en_revision'");
    expect(await cambiarObservacion(elena, cambio)).toMatchObject(falla("conflicto_estado"));
    expect(await quitarObservacion(elena, { envio, observacion })).toMatchObject(falla("conflicto_estado"));
  });

  test("el lugar tiene que existir, y ser de los requisitos de la ronda", async () => {
    await abrir();
    const entrada = { envio, requisito: "E3O1RT1", texto: "Algo." };
    expect(await observar(elena, { ...entrada, ruta: "/institucion/nombre" })).toMatchObject(
      falla("entrada_invalida"),
    );
    expect(await observar(elena, { ...entrada, ruta: "", requisito: "E9" })).toMatchObject(
      falla("entrada_invalida"),
    );
    const archivo = crypto.randomUUID();
    expect(await observar(elena, { ...entrada, ruta: RUTA, archivo })).toMatchObject(
      falla("entrada_invalida"),
    );
    for (const ruta of INVENTADAS) {
      const rechazo = falla("entrada_invalida");
      expect(await observar(elena, { ...entrada, ruta }), ruta).toMatchObject(rechazo);
      expect(await escribirNota(elena, { envio, ruta, texto: "Algo." }), ruta).toMatchObject(rechazo);
      expect(await devolverEnvio(elena, { envio, dia: DIA, abrir: [ruta] }), ruta).toMatchObject(rechazo);
    }
    expect(await contar("observacion")).toBe(0);
    expect(await contar("nota_revision")).toBe(0);
  });

  test("todo lugar que la pantalla ofrece se observa y se anota, con un nombre que ningún otro tiene", async () => {
    await abrir();
    const rutas = new Set<string>();
    for (const seccion of ID_SECCIONES) {
      const { fichas, requisitos } = await valor(leerRevision(elena, { envio, seccion }));
      const archivos = requisitos.flatMap(({ medios }) => medios.flatMap((medio) => medio.archivos));
      for (const ficha of fichas)
        for (const { ruta } of [ficha, ...ficha.campos, ...archivos]) rutas.add(ruta);
    }
    expect(rutas.size).toBeGreaterThan(80);
    for (const ruta of ["", ...rutas]) {
      const observada = { envio, requisito: "E3O1RT1", ruta, texto: "Revise." };
      expect((await observar(elena, observada)).ok, ruta).toBe(true);
      expect((await escribirNota(elena, { envio, ruta, texto: "Ver." })).ok, ruta).toBe(true);
    }
    const { observaciones } = await valor(leerRevision(elena, { envio, seccion: "plan" }));
    const lugares = observaciones.map(({ lugar }) => lugar);
    const repetidos = lugares.filter((lugar, i) => lugares.indexOf(lugar) !== i);
    expect(repetidos).toEqual([]);
  });
});

describe("devolver", () => {
  test("publica, abre solo lo observado y lo que el revisor agrega", async () => {
    await abrir();
    await observarCampo();
    const hecho = await valor(devolverEnvio(elena, { envio, dia: DIA, abrir: ["/difusion/cosoc"] }));
    // The report's act is asked again, and no instance may be before it (DIF-12).
    expect(hecho.reabierto).toEqual(["/difusion/cosoc", "/difusion/instancias", RUTA]);
    expect(hecho.responderHasta).toBe("2025-12-23T02:59:59.999Z");
    expect(await estado()).toBe("observado");
    const sinPublicar = await base.comoDueno("SELECT FROM observacion WHERE publicada_en IS NULL");
    expect(sinPublicar).toHaveLength(0);
  });

  test("sin observaciones, con un día pasado o más allá del cierre no se devuelve, y nada cambia", async () => {
    await abrir();
    expect(await devolver()).toMatchObject(falla("sin_observaciones"));
    await observarCampo();
    const con = (dia: string) => devolverEnvio(elena, { envio, dia, abrir: [] });
    expect(await con("14/12/2025")).toMatchObject(falla("entrada_invalida"));
    expect(await con("mañana")).toMatchObject(falla("entrada_invalida"));
    expect(await con("01/01/2026")).toMatchObject({
      ok: false,
      falla: { campos: { dia: expect.stringContaining("prórroga") } },
    });
    expect(await estado()).toBe("en_revision");
    await base.comoDueno(
      `INSERT INTO prorroga (institucion_id, ejercicio_id, alcance, hasta, razon, otorgada_por_id, otorgada_en)
       SELECT institucion_id, ejercicio_id, 'envio', '2026-01-20T02:59:59.999Z', 'Revisión.', $2, $3 FROM envio WHERE id = $1`,
      [envio, carla.actor.usuarioId, DICIEMBRE],
    );
    expect(await con("15/01/2026")).toMatchObject({ ok: true });
  });

  test("dos que devuelven a la vez: una devolución y un correo por persona", async () => {
    await abrir();
    await observarCampo();
    const hechos = await Promise.all([devolver(envio, elena), devolver(envio, tomas)]);
    expect(hechos.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await contar("correo")).toBe(5);
  });
});

describe("el hilo de una observación", () => {
  test("no se cierra por un solo lado: se resuelve cuando la institución la atendió", async () => {
    await abrir();
    const { id: observacion } = await observarCampo();
    await valor(devolver());
    const nuevo = await reenviar(base, envio, DICIEMBRE);
    await valor(abrirRevision(elena, { envio: nuevo }));
    const entrada = { envio: nuevo, observacion, texto: "" };
    expect(await resolverObservacion(elena, entrada)).toMatchObject(falla("sin_respuesta"));
    await atender(observacion);
    expect(await insistirObservacion(elena, entrada)).toMatchObject(falla("entrada_invalida"));
    await valor(insistirObservacion(elena, { ...entrada, texto: "Falta el número." }));
    expect(await resolverObservacion(tomas, entrada)).toMatchObject(falla("sin_respuesta"));
    await atender(observacion);
    const hechos = await Promise.all([
      resolverObservacion(elena, entrada),
      resolverObservacion(tomas, entrada),
    ]);
    expect(hechos.filter(({ ok }) => ok).length).toBe(1);
    expect(await base.comoDueno("SELECT estado FROM observacion")).toEqual([{ estado: "resuelta" }]);
  });

  test("lo que sigue abierto de la versión anterior basta para devolver otra vez, y vuelve a abrirse", async () => {
    await abrir();
    await observarCampo();
    await valor(devolver());
    const nuevo = await reenviar(base, envio, DICIEMBRE);
    await valor(abrirRevision(elena, { envio: nuevo }));
    expect((await valor(devolver(nuevo))).reabierto).toEqual(["/difusion/instancias", RUTA]);
  });
});

describe("lo que abre una devolución", () => {
  test("se lista igual que se abre: cada cosa una vez, por su nombre, y sin lo que otra más amplia ya abre", async () => {
    await abrir();
    for (const ruta of ["", "/informe/actividades/0", RUTA, "/difusion/cosoc", "/difusion/cosoc/homologado"])
      await valor(observar(elena, { envio, requisito: "E3O1RT1", ruta, texto: "Revise." }));
    await observarCampo("Otra vez lo mismo.");
    const { devolucion } = await valor(leerRevision(elena, { envio, seccion: "plan" }));
    expect(devolucion.lugares.map(({ nombre }) => nombre)).toEqual([
      "Decisiones sobre el plan (pide otra vez las dos actas)",
      "Acta que aprueba el informe",
      "Acta que aprueba el plan",
      "COSOC",
      "Instancias de difusión",
      "Todo el informe de implementación",
    ]);
    const { reabierto } = await valor(devolver());
    expect(devolucion.lugares.map(({ ruta }) => ruta)).toEqual(reabierto);
  });
});

describe("lo observado en una versión anterior cuya lista cambió de orden", () => {
  test("se nombra, se marca y se abre donde ese elemento está ahora", async () => {
    await abrir();
    const ruta = "/informe/actividades/0/ejecutadaSegunDescripcion";
    await valor(observar(elena, { envio, requisito: "E3O1RT1", ruta, texto: "Diga por qué." }));
    await valor(devolver());
    const nuevo = await reenviar(base, envio, DICIEMBRE);
    await base.comoDueno(
      `UPDATE envio SET contenido = jsonb_set(contenido, '{informe,actividades}',
         (SELECT jsonb_agg(una ORDER BY n DESC) FROM jsonb_array_elements(contenido #> '{informe,actividades}') WITH ORDINALITY AS l(una, n)))
       WHERE id = $1`,
      [nuevo],
    );
    const { devolucion, observaciones } = await valor(
      leerRevision(elena, { envio: nuevo, seccion: "actividades" }),
    );
    expect(observaciones).toMatchObject([
      { ruta: "/informe/actividades/3/ejecutadaSegunDescripcion", lugar: expect.stringContaining("A1") },
    ]);
    expect(devolucion.lugares).toMatchObject([
      { ruta: "/difusion/instancias" },
      { ruta: "/informe/actividades/3/ejecutadaSegunDescripcion", nombre: expect.stringContaining("A1") },
    ]);
    await valor(abrirRevision(elena, { envio: nuevo }));
    expect((await valor(devolver(nuevo))).reabierto).toEqual([
      "/difusion/instancias",
      "/informe/actividades/3/ejecutadaSegunDescripcion",
    ]);
  });
});

test("la institución lee la razón de cada resultado, también de un medio, cuando la versión vuelve y no antes", async () => {
  await abrir();
  const razon = "La captura no deja leer la fecha.";
  await valor(juzgarCriterio(elena, { envio, criterio: "E3O1RT2.medio", resultado: "no_cumple", razon }));
  await observarCampo();
  const leidos = async () => (await valor(leerPagina(ana))).resultados;
  expect(await leidos()).toEqual([]);
  await valor(devolver());
  expect(await leidos()).toMatchObject([{ id: "E3O1RT2.medio", resultado: "no_cumple", razon }]);
});

describe("decidir", () => {
  test("cumple: requisito por requisito, ligada a la huella de la versión, y se avisa también al Comité", async () => {
    await abrir();
    await juzgarTodo("cumple");
    const { codigo } = await valor(
      decidirEnvio(elena, { envio, decision: "valida", razones: "", borradores: [] }),
    );
    expect(await estado()).toBe("validado");
    const [fila] = await base.comoDueno<{ huella: string; contenido: unknown }>(
      "SELECT d.huella, e.contenido FROM decision_revision d JOIN envio e ON e.id = d.envio_id WHERE d.codigo = $1",
      [codigo],
    );
    expect(fila?.huella).toBe(huella(fila?.contenido));
    const lineas = await base.comoDueno("SELECT requisito, cumple FROM decision_requisito ORDER BY 1");
    expect(lineas).toEqual([
      { requisito: "E3O1RT1", cumple: true },
      { requisito: "E3O1RT2", cumple: true },
    ]);
    const para = (await base.comoDueno<{ para: string }>("SELECT para FROM correo")).map((fila) => fila.para);
    expect(para).toContain("marta.diaz@sva.example");
    expect(para).toContain("ana.rojas@sva.example");
  });

  test("sin veredictos, incoherente, o con observaciones sin resolver no se valida", async () => {
    await abrir();
    const validar = () => decidirEnvio(elena, { envio, decision: "valida", razones: "", borradores: [] });
    expect(await validar()).toMatchObject(falla("sin_veredicto"));
    await juzgarTodo("no_cumple");
    expect(await validar()).toMatchObject(falla("incoherente"));
    await juzgarTodo("cumple");
    const medio = { envio, criterio: "E3O1RT2.medio", resultado: "no_cumple", razon: "No se lee." } as const;
    await valor(juzgarCriterio(elena, medio));
    expect(await validar()).toMatchObject(falla("incoherente"));
    await valor(juzgarCriterio(elena, { ...medio, resultado: "cumple", razon: "" }));
    await observarCampo();
    expect(await validar()).toMatchObject(falla("observaciones_abiertas"));
    expect(await estado()).toBe("en_revision");
    expect(await contar("decision_revision")).toBe(0);
  });

  test("no cumple: con razones, y lo observado sin devolver queda a la vista de la institución", async () => {
    await abrir();
    await juzgarTodo("no_cumple");
    const { id: suya } = await observarCampo();
    const decidir = (razones: string, borradores: readonly string[]) =>
      decidirEnvio(elena, { envio, decision: "no_valida", razones, borradores });
    expect(await decidir(" ", [suya])).toMatchObject(falla("entrada_invalida"));
    // What a colleague left half written is not published by who has not seen it.
    const { id: ajena } = await valor(
      observar(tomas, { envio, requisito: "E3O1RT2", ruta: "", texto: "Apunte a medias." }),
    );
    const razones = "Venció el plazo sin el listado completo.";
    expect(await decidir(razones, [suya])).toMatchObject(falla("borradores_sin_ver"));
    expect(await estado()).toBe("en_revision");
    await valor(decidir(razones, [suya, ajena]));
    expect(await estado()).toBe("no_validado");
    const sinPublicar = await base.comoDueno("SELECT FROM observacion WHERE publicada_en IS NULL");
    expect(sinPublicar).toHaveLength(0);
  });

  test("dos revisores que deciden distinto a la vez: vale una decisión, y la otra sabe que llegó tarde", async () => {
    await abrir();
    await juzgarTodo("no_cumple");
    const no = (ctx: ContextoInstitucion) =>
      decidirEnvio(ctx, { envio, decision: "no_valida", razones: "No cumple.", borradores: [] });
    const hechos = await Promise.all([
      no(elena),
      no(tomas),
      devolver(envio, tomas),
      no({ ...elena, clave: crypto.randomUUID() }),
    ]);
    expect(hechos.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await contar("decision_revision")).toBe(1);
  });

  test("una ronda preliminar no decide", async () => {
    await abrir();
    await base.comoDueno(
      `INSERT INTO ronda (ejercicio_id, nombre, requisitos, abre_en, cierra_en, retroalimentacion_en)
       SELECT ejercicio_id, 'Primer ejercicio', '{E3O1RT2}', '2025-08-01', '2025-09-01', '2025-09-15' FROM envio`,
    );
    await base.comoDueno("UPDATE envio SET ronda_id = (SELECT id FROM ronda)");
    expect(await observar(elena, { envio, requisito: "", ruta: RUTA, texto: "Algo." })).toMatchObject(
      falla("entrada_invalida"),
    );
    await valor(juzgarCriterio(elena, { envio, criterio: "E3O1RT2", resultado: "cumple", razon: "" }));
    expect(
      await decidirEnvio(elena, { envio, decision: "valida", razones: "", borradores: [] }),
    ).toMatchObject(falla("conflicto_estado"));
  });

  test("solo la Coordinación reabre, con razón: la decisión queda anulada y se puede decidir de nuevo", async () => {
    await abrir();
    await juzgarTodo("cumple");
    await valor(decidirEnvio(elena, { envio, decision: "valida", razones: "", borradores: [] }));
    expect(await reabrirEnvio(elena, { envio, razon: "Error." })).toMatchObject(falla("no_encontrado"));
    expect(await reabrirEnvio(carla, { envio, razon: " " })).toMatchObject(falla("entrada_invalida"));
    await valor(reabrirEnvio(carla, { envio, razon: "Se validó la versión equivocada." }));
    expect(await estado()).toBe("en_revision");
    expect(await reabrirEnvio(carla, { envio, razon: "Otra vez." })).toMatchObject(falla("conflicto_estado"));
    const anuladas = await base.comoDueno("SELECT anulada_razon FROM decision_revision");
    expect(anuladas).toEqual([{ anulada_razon: "Se validó la versión equivocada." }]);
    await valor(decidirEnvio(tomas, { envio, decision: "valida", razones: "", borradores: [] }));
    expect(await contar("decision_revision")).toBe(2);
  });
});

describe("quién no", () => {
  test("un revisor de otro grupo, la institución y la validadora no cambian nada", async () => {
    await forasteroNoCambiaNada({ base, caso: abrirRevision, ctx: elena, entrada: { envio } });
    for (const ctx of [ana, vera, carla])
      expect(await abrirRevision(ctx, { envio })).toMatchObject(falla("no_encontrado"));
    await abrir();
    const { id: observacion } = await observarCampo();
    const otro = { envio, observacion };
    const campo = { envio, requisito: "E3O1RT1", ruta: RUTA, texto: "Algo." };
    await forasteroNoCambiaNada({ base, caso: observar, ctx: elena, entrada: campo });
    await forasteroNoCambiaNada({
      base,
      caso: cambiarObservacion,
      ctx: elena,
      entrada: { ...otro, texto: "x" },
    });
    await forasteroNoCambiaNada({ base, caso: quitarObservacion, ctx: elena, entrada: otro });
    const criterio = { envio, criterio: "E3O1RT1", resultado: "cumple", razon: "" } as const;
    await forasteroNoCambiaNada({ base, caso: juzgarCriterio, ctx: elena, entrada: criterio });
    await juzgarTodo("no_cumple");
    const devolucion = { envio, dia: DIA, abrir: [] };
    await forasteroNoCambiaNada({ base, caso: devolverEnvio, ctx: elena, entrada: devolucion });
    const decision = { envio, decision: "no_valida", razones: "No.", borradores: [] } as const;
    await forasteroNoCambiaNada({ base, caso: decidirEnvio, ctx: elena, entrada: decision });
    for (const ctx of [ana, vera]) {
      expect(await observar(ctx, campo)).toMatchObject(falla("no_encontrado"));
      expect(await juzgarCriterio(ctx, criterio)).toMatchObject(falla("no_encontrado"));
      expect(await devolverEnvio(ctx, devolucion)).toMatchObject(falla("no_encontrado"));
      expect(await decidirEnvio(ctx, decision)).toMatchObject(falla("no_encontrado"));
    }
    await valor(devolverEnvio(elena, devolucion));
    const nuevo = await reenviar(base, envio, DICIEMBRE);
    await valor(abrirRevision(elena, { envio: nuevo }));
    await atender(observacion);
    const hilo = { envio: nuevo, observacion, texto: "Falta." };
    await forasteroNoCambiaNada({ base, caso: resolverObservacion, ctx: elena, entrada: hilo });
    await forasteroNoCambiaNada({ base, caso: insistirObservacion, ctx: elena, entrada: hilo });
    await base.comoDueno("UPDATE envio SET estado = 'validado' WHERE id = $1", [nuevo]);
    const reapertura = { envio: nuevo, razon: "Error." };
    await forasteroNoCambiaNada({ base, caso: reabrirEnvio, ctx: carla, entrada: reapertura });
  });
});
