import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { almacenArchivos } from "@/lib/archivos/configuracion";
import { guardarCampos } from "@/lib/casos/campo/guardar";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { agregarInstancia } from "@/lib/casos/difusion/instancia";
import { entregarDocumento, type NombreDocumento } from "@/lib/casos/documento/entregar";
import { enviarExpediente } from "@/lib/casos/envio/enviar";
import { leerEnvio } from "@/lib/casos/envio/leer";
import { leerInicio } from "@/lib/casos/institucion/inicio";
import { otorgar } from "@/lib/casos/prorroga/otorgar";
import { cerrarTaller } from "@/lib/documentos/taller";
import { escribirLugar } from "@/lib/flujo/campo";
import { pdf } from "@/tests/apoyo/archivos/bytes";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { aprobarTodo, DICIEMBRE, difundir, subir } from "@/tests/apoyo/difusion";
import { bytesDe as bytesDelDocumento } from "@/tests/apoyo/documentos";
import { forasteroNoCambiaNada } from "@/tests/apoyo/forastero";
import { leerPdf, sinEspacios } from "@/tests/apoyo/leerPdf";
import { leerZip } from "@/tests/apoyo/leerZip";
import { valor } from "@/tests/apoyo/resultado";

process.env.ARCHIVOS_CARPETA = mkdtempSync(join(tmpdir(), "cseu-envio-"));

const base = conBase({ sembrada: true });
let ana: ContextoInstitucion;
let acta: string;

beforeAll(async () => {
  ana = await contextoDe(base, "ana.rojas@sva.example", "SVA", DICIEMBRE);
  acta = await subir(ana, "Acta escaneada.pdf", pdf("0"));
});
afterAll(cerrarTaller);
beforeEach(async () => {
  for (const tabla of ["correo", "notificacion", "prorroga", "intento"])
    await base.comoDueno(`DELETE FROM ${tabla}`);
  await aprobarTodo(base, "SVA", acta);
  await difundir(ana);
});

const huella = async (ctx = ana) => (await valor(leerEnvio(ctx))).huella;
const contar = async (tabla: string) =>
  Number((await base.comoDueno<{ n: string }>(`SELECT count(*) AS n FROM ${tabla}`))[0]?.n);
const en = (instante: string): ContextoInstitucion => ({ ...ana, ahora: new Date(instante) });

test("la última revisión dice por sección que todo está, y qué archivos se envían", async () => {
  const pagina = await valor(leerEnvio(ana));
  expect(pagina.errores).toBe(0);
  expect(pagina.revision.map(({ titulo }) => titulo)).toContain("Difusión del informe");
  expect(pagina.archivos.map(({ nombre }) => nombre)).toEqual([
    "Correo.pdf",
    "Informe difundido.pdf",
    "Listado.xlsx",
    "Resolución COSOC.pdf",
  ]);
  expect(pagina.fueraDePlazo).toBeNull();
});

test("avisa de las instancias de difusión que todavía no ocurren, por el día de Chile", async () => {
  expect((await valor(leerEnvio(en("2025-12-10T02:59:00Z")))).porVenir).toEqual(["2025-12-10"]);
  expect((await valor(leerEnvio(en("2025-12-10T03:00:00Z")))).porVenir).toEqual([]);
});

test("el inicio da por lista la difusión cuando el envío la da por completa, y lo sigue estando después de enviar", async () => {
  const difusion = async () =>
    (await valor(leerInicio(ana))).tareas.find(({ id }) => id === "difusion")?.estado;
  expect(await difusion()).toBe("lista");
  await base.comoDueno("UPDATE difusion_instancia SET medio = NULL");
  expect(await difusion()).toBe("en_curso");
  await base.comoDueno("UPDATE difusion_instancia SET medio = 'correo'");
  await valor(enviarExpediente(ana, { huella: await huella() }));
  expect(await difusion()).toBe("lista");
});

test("ocho envíos a la vez, con y sin la misma clave, son uno: una versión, un código, un correo por persona", async () => {
  const vista = await huella();
  const clave = crypto.randomUUID();
  const intentos = Array.from({ length: 8 }, (_, i) =>
    valor(enviarExpediente({ ...ana, clave: i % 2 === 0 ? clave : crypto.randomUUID() }, { huella: vista })),
  );
  const hechos = await Promise.all(intentos);
  expect(new Set(hechos.map(({ codigo }) => codigo)).size).toBe(1);
  expect(await contar("envio")).toBe(1);
  const correos = await base.comoDueno<{ para: string }>("SELECT para FROM correo");
  expect(new Set(correos.map(({ para }) => para)).size).toBe(correos.length);
  expect(correos.map(({ para }) => para)).toContain("ana.rojas@sva.example");
  expect(correos.map(({ para }) => para)).toContain("marta.diaz@sva.example");
});

test("un reintento después de perder la respuesta da la misma, aun si ya fue devuelto", async () => {
  const vista = await huella();
  const conClave = { ...ana, clave: crypto.randomUUID() };
  const primero = await valor(enviarExpediente(conClave, { huella: vista }));
  await base.comoDueno("UPDATE envio SET estado = 'observado'");
  expect(await valor(enviarExpediente(conClave, { huella: vista }))).toEqual(primero);
  expect(await contar("envio")).toBe(1);
  const nuevo = { ...ana, clave: crypto.randomUUID() };
  expect(await valor(enviarExpediente(nuevo, { huella: vista }))).toMatchObject({ version: 2 });
});

test("enviado no admite cambios: ni campos ni instancias, y lo dice", async () => {
  await valor(enviarExpediente(ana, { huella: await huella() }));
  expect(await agregarInstancia(ana)).toMatchObject({ ok: false, falla: { codigo: "cerrado_envio" } });
  const lugar = escribirLugar({ grupo: "difusion", clave: [], campo: "homologado" });
  const campos = [{ lugar, base: false, valor: true }];
  const { respuestas } = await valor(guardarCampos(ana, { usuario: ana.actor.usuarioId, campos }));
  expect(respuestas[lugar]).toMatchObject({ estado: "cerrado" });
});

test("con faltas, o si cambió después de la revisión, no se envía", async () => {
  const vista = await huella();
  await valor(agregarInstancia(ana));
  const { revision } = await valor(leerEnvio(ana));
  const enlaces = revision.flatMap(({ faltas }) => faltas.map(({ href }) => href));
  expect(enlaces).toEqual(
    ["fecha", "medio", "copia_medio", "material"].map(
      (campo) => `/institucion/SVA/difusion#instancia-2/${campo}`,
    ),
  );
  expect(await enviarExpediente(ana, { huella: vista })).toMatchObject({
    ok: false,
    falla: { codigo: "con_faltas" },
  });
  await base.comoDueno("DELETE FROM difusion_instancia WHERE fecha IS NULL");
  await base.comoDueno("UPDATE destinatario SET area = 'Gabinete' WHERE grupo = 'directivos'");
  expect(await enviarExpediente(ana, { huella: vista })).toMatchObject({
    ok: false,
    falla: { codigo: "conflicto_version" },
  });
  expect(await contar("envio")).toBe(0);
});

test("fuera de plazo se rechaza con la razón; con prórroga se envía hasta su último instante", async () => {
  const vista = await huella();
  const antes = en("2025-03-03T15:00:00Z");
  expect(await enviarExpediente(antes, { huella: vista })).toMatchObject({
    ok: false,
    falla: { codigo: "fuera_de_plazo", mensaje: expect.stringContaining("se abre") },
  });
  const tarde = en("2026-01-01T03:00:00Z");
  expect(await enviarExpediente(tarde, { huella: vista })).toMatchObject({
    ok: false,
    falla: { codigo: "fuera_de_plazo", mensaje: expect.stringContaining("venció") },
  });
  const carla = await contextoDe(base, "carla.nunez@red.example", "SVA", new Date("2025-12-20T12:00:00Z"));
  await valor(
    otorgar(carla, {
      institucion: ana.institucion.id,
      alcance: "envio",
      dia: "09/01/2026",
      hora: "",
      razon: "Contingencia.",
    }),
  );
  expect((await valor(leerEnvio(tarde))).prorroga).toMatchObject({ razon: "Contingencia." });
  const despues = en("2026-01-10T03:00:00Z");
  expect(await enviarExpediente(despues, { huella: vista })).toMatchObject({
    ok: false,
    falla: { codigo: "fuera_de_plazo" },
  });
  const justo = en("2026-01-10T02:59:59.999Z");
  expect(await valor(enviarExpediente(justo, { huella: vista }))).toMatchObject({ version: 1 });
});

test("quien no es de la institución, o no es contraparte, no envía", async () => {
  const entrada = { huella: await huella() };
  await forasteroNoCambiaNada({ base, caso: enviarExpediente, ctx: ana, entrada });
  const lector: ContextoInstitucion = { ...ana, actor: { ...ana.actor, rol: "lector" } };
  expect(await enviarExpediente(lector, entrada)).toMatchObject({
    ok: false,
    falla: { codigo: "no_encontrado" },
  });
});

const bytesDe = (nombre: NombreDocumento, version?: number) => bytesDelDocumento(ana, nombre, version);

const textoDe = async (bytes: Buffer) => (await leerPdf(bytes)).paginas.join("\n");

test("antes de enviar los documentos dicen BORRADOR; después, el paquete trae todo con sus huellas", async () => {
  expect(await textoDe(await bytesDe("e3o1rt2.pdf"))).toContain("BORRADOR");
  const { codigo } = await valor(enviarExpediente(ana, { huella: await huella() }));
  const rt2 = await textoDe(await bytesDe("e3o1rt2.pdf"));
  expect(rt2).not.toContain("BORRADOR");
  expect(rt2).toContain(codigo);
  const paquete = leerZip(await bytesDe("paquete.zip", 1));
  expect([...paquete.keys()]).toEqual(
    expect.arrayContaining([
      "e3o1rt1.xlsx",
      "e3o1rt2.pdf",
      "e3o1rt1-archivo.pdf",
      "acta-plan.pdf",
      "archivos/difusion/instancia-1/medio/Correo.pdf",
      "archivos/difusion/destinatarios/Listado.xlsx",
      "archivos/actas/Acta escaneada.pdf",
      "expediente.json",
      "manifiesto.json",
    ]),
  );
  // One file cannot keep both norms: the package brings the form accessible, and archivable.
  const xmpDe = async (nombre: string) => (await leerPdf(paquete.get(nombre) ?? Buffer.alloc(0))).xmp;
  for (const formulario of ["e3o1rt1", "e3o1rt2"]) {
    expect(await xmpDe(`${formulario}.pdf`)).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(await xmpDe(`${formulario}-archivo.pdf`)).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
  }
  const recibo = sinEspacios(await textoDe(await bytesDe("comprobante.pdf", 1)));
  expect(recibo).toContain(codigo);
  for (const nombre of ["e3o1rt1.pdf", "e3o1rt1.xlsx", "e3o1rt2.pdf", "e3o1rt2.xlsx"] as const) {
    const bytes = await bytesDe(nombre, 1);
    expect(bytes).toEqual(paquete.get(nombre));
    expect(recibo).toContain(createHash("sha256").update(bytes).digest("hex"));
    expect(recibo).toContain(`${bytes.length.toLocaleString("es-CL")}bytes`);
  }
  expect(paquete.get("expediente.json")).toEqual(await bytesDe("expediente.json", 1));
  expect(await entregarDocumento(ana, { nombre: "e3o1rt1.pdf", version: 7 })).toMatchObject({
    ok: false,
    falla: { codigo: "no_encontrado" },
  });
});

test("si el almacén perdió un archivo, el paquete no empieza: dice cuál falta y qué hacer", async () => {
  const [fila] = await base.comoDueno<{ sha256: string }>(
    "SELECT sha256 FROM archivo WHERE nombre = 'Informe difundido.pdf' LIMIT 1",
  );
  const almacen = almacenArchivos();
  expect(await almacen.borrar(fila?.sha256 ?? "", new Date("2999-01-01"))).toBe(true);
  expect(await entregarDocumento(ana, { nombre: "paquete.zip" })).toMatchObject({
    ok: false,
    falla: { codigo: "archivo_no_disponible", mensaje: expect.stringContaining("«Informe difundido.pdf»") },
  });
  expect((await bytesDe("e3o1rt2.pdf")).length).toBeGreaterThan(1000);
});
