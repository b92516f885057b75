import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bajarArchivo } from "@/lib/casos/archivo/bajar";
import { guardarCampos } from "@/lib/casos/campo/guardar";
import { enviarAlComite } from "@/lib/casos/comite/enviar";
import { volverAModificar } from "@/lib/casos/comite/modificar";
import { actaComoPdf, documentoComoPdf } from "@/lib/casos/comite/pdf";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { agregarInstancia } from "@/lib/casos/difusion/instancia";
import { entregarDocumento } from "@/lib/casos/documento/entregar";
import { enviarExpediente } from "@/lib/casos/envio/enviar";
import { leerEnvio } from "@/lib/casos/envio/leer";
import { agregarDificultad } from "@/lib/casos/informe/dificultad";
import { atenderObservacion, responderObservacion } from "@/lib/casos/observacion/responder";
import { planComoJson, planComoLibro, planComoPdf } from "@/lib/casos/plan/descargar";
import { otorgar } from "@/lib/casos/prorroga/otorgar";
import { borrarRonda, guardarRonda } from "@/lib/casos/ronda/administrar";
import { enviarARonda } from "@/lib/casos/ronda/enviar";
import { anotarLectura, deQuienEs } from "@/lib/casos/validador/lectura";
import { leerAsignadas, leerValidacion } from "@/lib/casos/validador/leer";
import { cerrarTaller } from "@/lib/documentos/taller";
import { escribirLugar } from "@/lib/flujo/campo";
import { type Accion, PERMISOS, puede } from "@/lib/flujo/permiso";
import type { Resultado } from "@/lib/flujo/resultado";
import { pdf } from "@/tests/apoyo/archivos/bytes";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { devolver } from "@/tests/apoyo/devolucion";
import { aprobarTodo, DICIEMBRE, difundir, subir } from "@/tests/apoyo/difusion";
import { huellaDeTodo } from "@/tests/apoyo/forastero";
import { leerZip } from "@/tests/apoyo/leerZip";
import { valor } from "@/tests/apoyo/resultado";

process.env.ARCHIVOS_CARPETA = mkdtempSync(join(tmpdir(), "cseu-validador-"));

const base = conBase({ sembrada: true });
let ana: ContextoInstitucion;
let vera: ContextoInstitucion;
let huella: string;
let observacion: string;

beforeAll(async () => {
  ana = await contextoDe(base, "ana.rojas@sva.example", "SVA", DICIEMBRE);
  vera = await contextoDe(base, "vera.ossa@externo.example", "SVA", DICIEMBRE);
  await aprobarTodo(base, "SVA", await subir(ana, "Acta escaneada.pdf", pdf("0")));
  await difundir(ana);
  ({ huella } = await valor(leerEnvio(ana)));
  await valor(enviarExpediente(ana, { huella }));
  [observacion = ""] = await devolver(base, ana, {
    observaciones: [{ requisito: "E3O1RT2", ruta: "/difusion/cosoc/homologado", texto: "¿Es homologado?" }],
  });
});
afterAll(cerrarTaller);

const NO = { ok: false, falla: { codigo: "no_encontrado" } };

test("ninguna acción que cambie algo es suya", () => {
  const leen = /\.(ver|bajar|descargar|propia|verBandeja|fijar)$/;
  const cambian = (Object.keys(PERMISOS) as Accion[]).filter((accion) => !leen.test(accion));
  expect(cambian.length).toBeGreaterThan(20);
  for (const accion of cambian) expect(puede(vera.actor, accion, vera.institucion.id), accion).toBe(false);
  const borradores = [
    "plan.ver",
    "informe.ver",
    "difusion.ver",
    "envio.ver",
    "observacion.ver",
    "analisis.ver",
  ];
  for (const borrador of borradores as Accion[])
    expect(puede(vera.actor, borrador, vera.institucion.id), borrador).toBe(false);
  expect(puede(vera.actor, "tablero.ver")).toBe(true);
});

test("llamada como si la puerta la dejara pasar, no cambia ni una fila", async () => {
  const lugar = escribirLugar({ grupo: "difusion", clave: [], campo: "homologado" });
  const casos: Readonly<Record<string, () => Promise<Resultado<unknown>>>> = {
    guardar: () =>
      guardarCampos(vera, { usuario: vera.actor.usuarioId, campos: [{ lugar, base: false, valor: true }] }),
    responder: () => responderObservacion(vera, { observacion, texto: "Hola" }),
    atender: () => atenderObservacion(vera, { observacion, texto: "" }),
    enviar: () => enviarExpediente(vera, { huella }),
    "enviar a una ronda": () => enviarARonda(vera, { ronda: crypto.randomUUID(), huella }),
    "abrir una ronda": () =>
      guardarRonda(vera, {
        ronda: "",
        nombre: "Suya",
        requisitos: ["E3O1RT1"],
        abre: "01/12/2025",
        cierra: "10/12/2025",
        retroalimentacion: "12/12/2025",
      }),
    "borrar una ronda": () => borrarRonda(vera, { ronda: crypto.randomUUID() }),
    "agregar una instancia": () => agregarInstancia(vera),
    "agregar una dificultad": () => agregarDificultad(vera, {}),
    "enviar al Comité": () => enviarAlComite(vera, { materia: "informe" }),
    "abrir lo aprobado": () => volverAModificar(vera, { materia: "informe", motivo: "x" }),
    "otorgar una prórroga": () =>
      otorgar(vera, {
        institucion: vera.institucion.id,
        alcance: "envio",
        dia: "10/01/2026",
        hora: "",
        razon: "x",
      }),
  };
  const antes = await huellaDeTodo(base);
  for (const [nombre, caso] of Object.entries(casos)) expect(await caso(), nombre).toMatchObject(NO);
  expect(await huellaDeTodo(base)).toEqual(antes);
});

test("ve solo las instituciones que se le asignaron", async () => {
  const { instituciones } = await valor(leerAsignadas(vera));
  expect(instituciones.map(({ codigo }) => codigo)).toEqual(["SVA"]);
  const iris = await contextoDe(base, "iris.vega@ipa.example", "IPA", DICIEMBRE);
  expect(await leerValidacion({ ...vera, institucion: iris.institucion })).toMatchObject(NO);
  expect(
    await entregarDocumento({ ...vera, institucion: iris.institucion }, { nombre: "expediente.json" }),
  ).toMatchObject(NO);
  expect(await leerAsignadas(ana)).toMatchObject(NO);
  expect(await leerValidacion(ana)).toMatchObject(NO);
});

test("lee las versiones finales con sus actas y baja el paquete; un borrador o una ronda preliminar, no", async () => {
  const pagina = await valor(leerValidacion(vera));
  expect(pagina.versiones.map(({ version }) => version)).toEqual([1]);
  expect(pagina.actas.map(({ numero }) => numero)).toEqual(["Acta plan", "Acta informe"]);
  const { cuerpo } = await valor(entregarDocumento(vera, { nombre: "paquete.zip", version: 1 }));
  const partes: Buffer[] = [];
  for await (const parte of cuerpo as Readable) partes.push(parte as Buffer);
  expect([...leerZip(Buffer.concat(partes)).keys()]).toContain("acta-informe.pdf");
  expect(await entregarDocumento(vera, { nombre: "expediente.json" })).toMatchObject(NO);
  await base.comoDueno(
    `WITH r AS (INSERT INTO ronda (ejercicio_id, nombre, requisitos, abre_en, cierra_en, retroalimentacion_en)
       SELECT id, 'Primera', '{E3O1RT1}', '2025-09-01', '2025-09-10', '2025-09-20' FROM ejercicio WHERE anio = 2025 RETURNING id)
     INSERT INTO envio (institucion_id, ejercicio_id, ronda_id, version, contenido, codigo, enviado_por_id, enviado_en)
       SELECT institucion_id, ejercicio_id, r.id, 2, contenido, 'ABCD-ABCD-ABCD', enviado_por_id, enviado_en FROM envio, r`,
  );
  expect((await valor(leerValidacion(vera))).versiones).toHaveLength(1);
  expect(await entregarDocumento(vera, { nombre: "expediente.json", version: 2 })).toMatchObject(NO);
  expect(await entregarDocumento(ana, { nombre: "expediente.json", version: 2 })).toMatchObject({ ok: true });
});

test("de lo que no se ha enviado no baja nada: ni el plan, ni lo que lee el Comité, ni un archivo por adjuntar", async () => {
  const suelto = await subir(ana, "Todavía no.pdf", pdf("7"));
  const borradores: Readonly<Record<string, (ctx: ContextoInstitucion) => Promise<Resultado<unknown>>>> = {
    "plan en JSON": (ctx) => planComoJson(ctx, "vigente"),
    "plan en libro": (ctx) => planComoLibro(ctx, "original", true),
    "plan en PDF": (ctx) => planComoPdf(ctx, "vigente"),
    "lo que se firma": (ctx) => documentoComoPdf(ctx, "informe", "documento"),
    "resumen de cambios": (ctx) => documentoComoPdf(ctx, "plan", "minuta"),
    acta: (ctx) => actaComoPdf(ctx, "plan"),
    archivo: (ctx) => bajarArchivo(ctx, suelto),
  };
  for (const [nombre, caso] of Object.entries(borradores)) expect(await caso(vera), nombre).toMatchObject(NO);
  expect(await borradores["plan en JSON"]?.(ana)).toMatchObject({ ok: true });
  expect(await borradores.archivo?.(ana)).toMatchObject({ ok: true });
  // What a final version carries is theirs to read.
  const enviados = await base.comoDueno<{ id: string }>(
    "SELECT archivo_id AS id FROM instancia_archivo UNION ALL SELECT archivo_id FROM acta",
  );
  expect(enviados.length).toBeGreaterThan(1);
  for (const { id } of enviados) expect(await bajarArchivo(vera, id)).toMatchObject({ ok: true });
});

test("leer una versión es leer lo de su institución, y no lo de las otras que se le asignaron", async () => {
  const iris = await contextoDe(base, "iris.vega@ipa.example", "IPA", DICIEMBRE);
  const alcance = [vera.institucion.id, iris.institucion.id];
  const conDos = { ...vera, actor: { ...vera.actor, alcance } };
  const envios = await base.comoDueno<{ id: string; preliminar: boolean }>(
    "SELECT id, ronda_id IS NOT NULL AS preliminar FROM envio ORDER BY version",
  );
  expect(envios.map(({ preliminar }) => preliminar)).toEqual([false, true]);
  const [final, preliminar] = envios.map(({ id }) => id);
  expect(await deQuienEs(conDos, { envio: final ?? "" })).toEqual([vera.institucion.id]);
  // What she would not be shown is of nobody to her.
  for (const envio of [preliminar ?? "", crypto.randomUUID()])
    expect(await deQuienEs(conDos, { envio })).toEqual([]);
  expect(
    await deQuienEs(
      { ...vera, actor: { ...vera.actor, alcance: [iris.institucion.id] } },
      { envio: final ?? "" },
    ),
  ).toEqual([]);
});

test("cada lectura suya deja una fila, y la bitácora de la institución la trae; las de los demás, no", async () => {
  const contar = async () =>
    Number((await base.comoDueno<{ n: string }>("SELECT count(*) AS n FROM lectura_validador"))[0]?.n);
  await anotarLectura(ana, "/institucion/SVA/plan", [ana.institucion.id]);
  expect(await contar()).toBe(0);
  await anotarLectura(vera, "/validacion/SVA", [vera.institucion.id]);
  expect(await contar()).toBe(1);
  const [rastro] = await base.comoDueno<{ usuario_id: string; caso: string; nuevo: { que: string } }>(
    "SELECT usuario_id, caso, nuevo FROM bitacora WHERE tabla = 'lectura_validador' AND institucion_id = $1",
    [ana.institucion.id],
  );
  expect(rastro).toMatchObject({
    usuario_id: vera.actor.usuarioId,
    caso: "validador.leer",
    nuevo: { que: "/validacion/SVA" },
  });
  expect((await valor(leerValidacion(vera))).lecturas).toEqual([
    { que: "/validacion/SVA", leidaEn: DICIEMBRE },
  ]);
  await expect(anotarLectura(vera, "/institucion/IPA", [crypto.randomUUID()])).rejects.toThrow();
});
