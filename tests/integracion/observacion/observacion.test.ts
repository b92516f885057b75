import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { decidir } from "@/lib/casos/ajuste/decidir";
import { guardarCampos } from "@/lib/casos/campo/guardar";
import { leerComite } from "@/lib/casos/comite/leer";
import { volverAModificar } from "@/lib/casos/comite/modificar";
import { registrarActaEnPapel } from "@/lib/casos/comite/registrar-papel";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { adjuntar, ponerDelCosoc } from "@/lib/casos/difusion/archivo";
import { leerDestinatariosGuardados } from "@/lib/casos/difusion/destinatarios";
import { agregarInstancia } from "@/lib/casos/difusion/instancia";
import { leerDifusion } from "@/lib/casos/difusion/leer";
import { enviarExpediente } from "@/lib/casos/envio/enviar";
import { leerEnvio } from "@/lib/casos/envio/leer";
import { agregarDificultad } from "@/lib/casos/informe/dificultad";
import { leerDificultades } from "@/lib/casos/informe/leer";
import { leerRevision } from "@/lib/casos/observacion/leer";
import { leerObservado } from "@/lib/casos/observacion/observado";
import { atenderObservacion, responderObservacion } from "@/lib/casos/observacion/responder";
import { escribirLugar, type NombreGrupo, type ValorCampo } from "@/lib/flujo/campo";
import { loQueSeReabre } from "@/lib/flujo/reapertura";
import { pdf } from "@/tests/apoyo/archivos/bytes";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { devolver } from "@/tests/apoyo/devolucion";
import { aprobarTodo, DICIEMBRE, difundir, subir } from "@/tests/apoyo/difusion";
import { forasteroNoCambiaNada } from "@/tests/apoyo/forastero";
import { valor } from "@/tests/apoyo/resultado";

process.env.ARCHIVOS_CARPETA = mkdtempSync(join(tmpdir(), "cseu-observacion-"));

const base = conBase({ sembrada: true });
let ana: ContextoInstitucion;
let acta: string;

const HOMOLOGADO = {
  requisito: "E3O1RT2",
  ruta: "/difusion/cosoc/homologado",
  texto: "¿Es homologado?",
} as const;
const AVANCES = {
  requisito: "E3O1RT1",
  ruta: "/informe/seguimiento/avances",
  texto: "Precise los avances.",
} as const;

beforeAll(async () => {
  ana = await contextoDe(base, "ana.rojas@sva.example", "SVA", DICIEMBRE);
  acta = await subir(ana, "Acta escaneada.pdf", pdf("0"));
});
beforeEach(async () => {
  for (const tabla of ["correo", "notificacion", "prorroga", "intento"])
    await base.comoDueno(`DELETE FROM ${tabla}`);
  await aprobarTodo(base, "SVA", acta);
  await difundir(ana);
  await enviar();
});

const enviar = async (ctx = ana) =>
  valor(enviarExpediente(ctx, { huella: (await valor(leerEnvio(ctx))).huella }));
const intentar = async (ctx = ana) => enviarExpediente(ctx, { huella: (await valor(leerEnvio(ctx))).huella });
const en = (instante: string): ContextoInstitucion => ({ ...ana, ahora: new Date(instante) });
const falla = (codigo: string) => ({ ok: false, falla: { codigo } });

async function escribir(
  grupo: NombreGrupo,
  clave: string[],
  campo: string,
  nuevo: ValorCampo,
  antes: ValorCampo = null,
) {
  const lugar = escribirLugar({ grupo, clave, campo });
  const campos = [{ lugar, base: antes, valor: nuevo }];
  const { respuestas } = await valor(guardarCampos(ana, { usuario: ana.actor.usuarioId, campos }));
  return respuestas[lugar];
}

/** The report's act again, on paper, with that date. */
async function aprobarOtraVez(fecha: string): Promise<void> {
  const { huella } = await valor(leerComite(ana, "informe"));
  await valor(
    registrarActaEnPapel(ana, {
      materia: "informe",
      huella: huella ?? "",
      numero: "Acta 9",
      fecha,
      archivoId: acta,
      asistentes: [{ nombre: "Integrante Uno", cargo: "Jefatura" }],
      declaraCoherencia: false,
    }),
  );
}

test("la institución ve lo observado por requisito, con su campo, su hilo y el enlace; y nada antes de la devolución", async () => {
  expect((await valor(leerRevision(ana))).observaciones).toEqual([]);
  await devolver(base, ana, { observaciones: [HOMOLOGADO, AVANCES] });
  const pagina = await valor(leerRevision(ana));
  expect(
    pagina.observaciones.map(({ requisito, nombre, href, estado }) => ({ requisito, nombre, href, estado })),
  ).toEqual([
    {
      requisito: "E3O1RT1",
      nombre: expect.stringContaining("vances"),
      href: "/institucion/SVA/informe/seguimiento#informe/avances",
      estado: "abierta",
    },
    {
      requisito: "E3O1RT2",
      nombre: expect.any(String),
      href: "/institucion/SVA/difusion#difusion/homologado",
      estado: "abierta",
    },
  ]);
  expect(pagina.observaciones[0]?.hilo).toMatchObject([
    { gesto: "observa", quien: "Red de Expertos", texto: "Precise los avances." },
  ]);
  expect(pagina.pendientes).toBe(2);
});

test("sus pantallas reciben lo observado en cada campo y qué quedó cerrado; respondida, sigue hasta que se reenvía", async () => {
  expect(await leerObservado(ana)).toEqual({ marcas: [], devuelta: null });
  await devolver(base, ana, { observaciones: [HOMOLOGADO] });
  const { marcas, devuelta } = await leerObservado(ana);
  expect(marcas).toMatchObject([
    {
      camino: "/institucion/SVA/difusion",
      lugar: "difusion/homologado",
      texto: HOMOLOGADO.texto,
      pendiente: true,
    },
  ]);
  expect(devuelta?.reabierto).toEqual([HOMOLOGADO.ruta]);
  expect(JSON.stringify(devuelta)).not.toContain("Registro de atenciones.");
  await base.comoDueno("UPDATE envio SET reabierto = '{\"\"}'");
  expect((await leerObservado(ana)).devuelta).toBeNull();
});

test("lo observado en una parte que no es un campo se muestra en el título de esa parte", async () => {
  const en = (ruta: string) => ({ requisito: "E3O1RT2", ruta, texto: "Revise." }) as const;
  await devolver(base, ana, {
    observaciones: [
      en("/difusion/instancias/0/material"),
      en("/difusion/cosoc/actoAdministrativo"),
      en("/difusion/cosoc/actoAdministrativo/archivo"),
    ],
  });
  const { marcas } = await leerObservado(ana);
  expect(marcas.map(({ lugar }) => lugar).sort()).toEqual(["cosoc", "cosoc", "instancia-1"]);
  expect(new Set(marcas.map(({ camino }) => camino))).toEqual(new Set(["/institucion/SVA/difusion"]));
});

test("lo que no se ha publicado no se lee, ni lo que la dupla insiste mientras revisa", async () => {
  const [id = ""] = await devolver(base, ana, { observaciones: [HOMOLOGADO] });
  await base.comoDueno(
    `INSERT INTO observacion (institucion_id, envio_id, requisito, ruta, creada_por_id, creada_en)
     SELECT institucion_id, envio_id, requisito, '/difusion', creada_por_id, creada_en FROM observacion WHERE id = $1`,
    [id],
  );
  expect((await valor(leerRevision(ana))).observaciones).toHaveLength(1);
  await valor(atenderObservacion(ana, { observacion: id, texto: "" }));
  const otra = { ...ana, ahora: new Date("2025-12-16T15:00:00Z") };
  await enviar(otra);
  await base.comoDueno(
    `INSERT INTO observacion_mensaje (institucion_id, observacion_id, gesto, autor_id, texto, escrito_en)
     VALUES ($1, $2, 'insiste', $3, 'Todavía no.', '2025-12-17T15:00:00Z')`,
    [ana.institucion.id, id, ana.actor.usuarioId],
  );
  await base.comoDueno("UPDATE observacion SET estado = 'abierta' WHERE id = $1", [id]);
  const [vista] = (await valor(leerRevision(otra))).observaciones;
  expect(vista?.estado).toBe("atendida");
  expect(JSON.stringify(vista)).not.toContain("Todavía no.");
  await base.comoDueno(
    "UPDATE envio SET estado = 'observado', responder_hasta = '2025-12-30' WHERE version = 2",
  );
  const [despues] = (await valor(leerRevision(otra))).observaciones;
  expect(despues).toMatchObject({ estado: "abierta", pendiente: true });
  expect(JSON.stringify(despues)).toContain("Todavía no.");
});

test("responde y atiende; atendida espera a la dupla, y una segunda vez no se atiende", async () => {
  const [una = "", otra = ""] = await devolver(base, ana, { observaciones: [HOMOLOGADO, AVANCES] });
  expect(await responderObservacion(ana, { observacion: una, texto: "  " })).toMatchObject(
    falla("entrada_invalida"),
  );
  await valor(responderObservacion(ana, { observacion: una, texto: "Sí lo es." }));
  const clave = crypto.randomUUID();
  await valor(atenderObservacion({ ...ana, clave }, { observacion: otra, texto: "" }));
  await valor(atenderObservacion({ ...ana, clave }, { observacion: otra, texto: "" }));
  expect(await atenderObservacion(ana, { observacion: otra, texto: "" })).toMatchObject(
    falla("conflicto_estado"),
  );
  const { observaciones, pendientes } = await valor(leerRevision(ana));
  expect(pendientes).toBe(0);
  expect(observaciones.map(({ estado }) => estado)).toEqual(["atendida", "abierta"]);
  expect(observaciones[0]?.hilo.map(({ gesto }) => gesto)).toEqual(["observa", "atiende"]);
  await base.comoDueno("UPDATE observacion SET estado = 'resuelta' WHERE id = $1", [una]);
  expect(await responderObservacion(ana, { observacion: una, texto: "Más" })).toMatchObject(
    falla("conflicto_estado"),
  );
});

test("un forastero no responde ni atiende", async () => {
  const [observacion = ""] = await devolver(base, ana, { observaciones: [HOMOLOGADO] });
  const entrada = { observacion, texto: "Hola" };
  await forasteroNoCambiaNada({ base, caso: responderObservacion, ctx: ana, entrada });
  await forasteroNoCambiaNada({ base, caso: atenderObservacion, ctx: ana, entrada });
  const hugo = await contextoDe(base, "hugo.parra@drn.example", "DRN", DICIEMBRE);
  expect(await responderObservacion(hugo, entrada)).toMatchObject(falla("no_encontrado"));
});

test("la nueva versión exige cada observación respondida; al enviarla, la observada queda corregida", async () => {
  const [una = "", otra = ""] = await devolver(base, ana, { observaciones: [HOMOLOGADO, AVANCES] });
  await valor(responderObservacion(ana, { observacion: una, texto: "No lo es." }));
  expect(await intentar()).toMatchObject(falla("sin_responder"));
  await valor(atenderObservacion(ana, { observacion: otra, texto: "" }));
  const intentos = await Promise.all(
    Array.from({ length: 6 }, async () => intentar({ ...ana, clave: crypto.randomUUID() })),
  );
  expect(new Set(intentos.map((uno) => uno.ok && uno.valor.codigo)).size).toBe(1);
  expect(intentos[0]).toMatchObject({ ok: true, valor: { version: 2 } });
  const { versiones } = await valor(leerRevision(ana));
  expect(versiones.map(({ version, estado }) => [version, estado])).toEqual([
    [2, "enviado"],
    [1, "corregido"],
  ]);
  expect(await responderObservacion(ana, { observacion: una, texto: "Tarde" })).toMatchObject(
    falla("conflicto_estado"),
  );
});

test("lo devuelto se responde hasta su fecha aunque el período de envío cierre; después, solo con prórroga", async () => {
  await devolver(base, ana, {
    observaciones: [],
    reabierto: [""],
    hasta: new Date("2026-01-20T02:59:59.999Z"),
  });
  expect(await intentar(en("2026-01-20T03:00:00Z"))).toMatchObject({
    ok: false,
    falla: {
      codigo: "fuera_de_plazo",
      mensaje: expect.stringContaining("responder las observaciones venció"),
    },
  });
  expect(await intentar(en("2026-01-20T02:59:59.999Z"))).toMatchObject({ ok: true, valor: { version: 2 } });
});

test("solo se escribe lo observado: lo demás dice que no lo fue", async () => {
  await devolver(base, ana, { observaciones: [HOMOLOGADO] });
  const cerrado = { estado: "cerrado", mensaje: expect.stringContaining("no fue observado") };
  expect(await escribir("difusion", [], "homologado", true, false)).toMatchObject({ estado: "guardado" });
  expect(await escribir("difusion", [], "actoFecha", "2025-02-02")).toMatchObject(cerrado);
  expect(await escribir("informe", [], "avances", "Otros")).toMatchObject(cerrado);
  expect(await escribir("actividad", ["A1"], "explicacion", "Otra")).toMatchObject(cerrado);
  expect(await agregarInstancia(ana)).toMatchObject(falla("cerrado_no_observado"));
  expect(await ponerDelCosoc(ana, { documento: "acto", archivo: acta })).toMatchObject(
    falla("cerrado_no_observado"),
  );
  expect(await ponerDelCosoc(ana, { documento: "dictamen", archivo: acta })).toMatchObject({ ok: true });
  const [instancia] = await base.comoDueno<{ id: string }>("SELECT id FROM difusion_instancia");
  expect(
    await adjuntar(ana, { instancia: instancia?.id ?? "", archivo: acta, uso: "material" }),
  ).toMatchObject(falla("cerrado_no_observado"));
  expect(await agregarDificultad(ana, {})).toMatchObject(falla("cerrado_no_observado"));
  expect((await valor(leerDificultades(ana))).lista).toEqual({ abierta: false, quitadas: [] });
  expect(
    await decidir(ana, {
      elemento: "OG",
      componente: "texto",
      decision: "modifica",
      visto: "mantiene",
      vistoEn: ana.ahora,
    }),
  ).toMatchObject(falla("cerrado_no_observado"));
});

test("de las instancias se abre la observada y no la otra", async () => {
  await base.comoDueno("UPDATE envio SET estado = 'corregido'");
  const { id } = await valor(agregarInstancia(ana));
  await base.comoDueno(
    `UPDATE difusion_instancia SET fecha = '2025-12-05', medio = (SELECT medio FROM difusion_instancia WHERE id <> $1), modalidad = (SELECT modalidad FROM difusion_instancia WHERE id <> $1) WHERE id = $1`,
    [id],
  );
  for (const uso of ["copia_medio", "material"] as const)
    await valor(adjuntar(ana, { instancia: id, archivo: acta, uso }));
  await enviar();
  await devolver(base, ana, {
    observaciones: [
      { requisito: "E3O1RT2", ruta: "/difusion/instancias/1/material", texto: "Falta el material." },
    ],
  });
  const [primera] = await base.comoDueno<{ id: string }>("SELECT id FROM difusion_instancia WHERE id <> $1", [
    id,
  ]);
  // The screen offers exactly what would be accepted.
  expect((await valor(leerDifusion(ana))).abierto).toEqual({
    instancias: false,
    archivos: {
      [primera?.id ?? ""]: { copia_medio: false, material: false },
      [id]: { copia_medio: false, material: true },
    },
    acto: false,
    dictamen: false,
    destinatarios: false,
  });
  const pagina = { pagina: 1, grupo: null };
  expect(await valor(leerDestinatariosGuardados(ana, pagina))).toMatchObject({
    puedeLlenar: false,
    cierre: expect.stringContaining("nada de esta parte fue observado"),
  });
  const otro = await subir(ana, "Material.pdf", pdf("1"));
  expect(await adjuntar(ana, { instancia: id, archivo: otro, uso: "material" })).toMatchObject({ ok: true });
  for (const [instancia, uso] of [
    [id, "copia_medio"],
    [primera?.id ?? "", "material"],
  ] as const)
    expect(await adjuntar(ana, { instancia, archivo: otro, uso })).toMatchObject(
      falla("cerrado_no_observado"),
    );
  expect(await escribir("instancia", [id], "fecha", "2025-12-06", "2025-12-05")).toMatchObject({
    estado: "cerrado",
  });
  await base.comoDueno("UPDATE envio SET reabierto = '{/difusion/instancias/1}' WHERE estado = 'observado'");
  expect(await escribir("instancia", [id], "fecha", "2025-12-06", "2025-12-05")).toMatchObject({
    estado: "guardado",
  });
  expect(await escribir("instancia", [primera?.id ?? ""], "fecha", "2025-12-06", "2025-12-10")).toMatchObject(
    {
      estado: "cerrado",
    },
  );
});

test("lo que pide otra acta del informe deja corregir la fecha de su difusión: con el acta de hoy, se puede enviar", async () => {
  const [observacion = ""] = await devolver(base, ana, {
    observaciones: [AVANCES],
    reabierto: loQueSeReabre([AVANCES.ruta]),
  });
  await valor(volverAModificar(ana, { materia: "informe", motivo: "Observado." }));
  await escribir("informe", [], "avances", "Otros avances.", "Avances del año.");
  await valor(atenderObservacion(ana, { observacion, texto: "" }));
  await aprobarOtraVez("15/12/2025");
  // The report was disseminated on the 10th, and its new act is of the 15th (DIF-12).
  expect(await intentar()).toMatchObject(falla("con_faltas"));
  const [instancia] = await base.comoDueno<{ id: string }>(
    "SELECT id FROM difusion_instancia WHERE institucion_id = $1",
    [ana.institucion.id],
  );
  expect(
    await escribir("instancia", [instancia?.id ?? ""], "fecha", "15/12/2025", "2025-12-10"),
  ).toMatchObject({ estado: "guardado" });
  expect(await intentar()).toMatchObject({ ok: true, valor: { version: 2 } });
});

test("el acta del Comité no se deja sin efecto si la devolución no reabrió su materia; si la reabrió, se corrige y se aprueba otra vez", async () => {
  expect(await volverAModificar(ana, { materia: "informe", motivo: "" })).toMatchObject(falla("ya_enviado"));
  const [observacion = ""] = await devolver(base, ana, { observaciones: [HOMOLOGADO] });
  expect(await volverAModificar(ana, { materia: "informe", motivo: "" })).toMatchObject(
    falla("no_observado"),
  );
  await base.comoDueno("UPDATE envio SET reabierto = $1 WHERE estado = 'observado'", [[AVANCES.ruta]]);
  expect(await volverAModificar(ana, { materia: "plan", motivo: "" })).toMatchObject(falla("no_observado"));
  expect(await escribir("informe", [], "avances", "Otros avances.", "Avances del año.")).toMatchObject({
    estado: "cerrado",
    mensaje: expect.stringContaining("deje sin efecto el acta"),
  });
  await valor(volverAModificar(ana, { materia: "informe", motivo: "Observado." }));
  expect(await escribir("informe", [], "avances", "Otros avances.", "Avances del año.")).toMatchObject({
    estado: "guardado",
  });
  expect(await escribir("informe", [], "desafios", "Otros.", "Desafíos del año.")).toMatchObject({
    estado: "cerrado",
  });
  await valor(atenderObservacion(ana, { observacion, texto: "" }));
  expect(await intentar()).toMatchObject(falla("con_faltas"));
  await aprobarOtraVez("02/12/2025");
  expect(await intentar()).toMatchObject({ ok: true, valor: { version: 2 } });
  expect(await volverAModificar(ana, { materia: "informe", motivo: "" })).toMatchObject(falla("ya_enviado"));
});
