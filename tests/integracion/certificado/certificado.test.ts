import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { DOCUMENTOS, entregarDocumento, type NombreDocumento } from "@/lib/casos/documento/entregar";
import { enviarExpediente } from "@/lib/casos/envio/enviar";
import { leerEnvio } from "@/lib/casos/envio/leer";
import { leerRevision } from "@/lib/casos/observacion/leer";
import { verificar } from "@/lib/casos/verificacion/verificar";
import { cerrarTaller } from "@/lib/documentos/taller";
import { pdf } from "@/tests/apoyo/archivos/bytes";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { aprobarTodo, DICIEMBRE, difundir, subir } from "@/tests/apoyo/difusion";
import { diceEntero, leerPdf } from "@/tests/apoyo/leerPdf";
import { loQueDice } from "@/tests/apoyo/loQueDice";
import { valor } from "@/tests/apoyo/resultado";

process.env.ARCHIVOS_CARPETA = mkdtempSync(join(tmpdir(), "cseu-certificado-"));

const base = conBase({ sembrada: true });
const CODIGO = "7K3M-92XA-B4TD";
let ana: ContextoInstitucion;
let huella: string;

beforeAll(async () => {
  ana = await contextoDe(base, "ana.rojas@sva.example", "SVA", DICIEMBRE);
  await aprobarTodo(base, "SVA", await subir(ana, "Acta escaneada.pdf", pdf("0")));
  await difundir(ana);
  ({ huella } = await valor(leerEnvio(ana)));
  await valor(enviarExpediente(ana, { huella }));
});
afterAll(cerrarTaller);
beforeEach(async () => {
  await base.comoDueno("DELETE FROM decision_requisito");
  await base.comoDueno("DELETE FROM decision_revision");
  await base.comoDueno("UPDATE envio SET estado = 'en_revision'");
});

async function decidir(decision: "valida" | "no_valida", razones = ""): Promise<void> {
  await base.comoDueno("UPDATE envio SET estado = $1::estado_envio", [
    decision === "valida" ? "validado" : "no_validado",
  ]);
  const [fila] = await base.comoDueno<{ id: string }>(
    `INSERT INTO decision_revision (institucion_id, envio_id, decision, razones, huella, codigo, por_id, en)
     SELECT institucion_id, id, $1::tipo_decision, $2, $3, $4, enviado_por_id, '2025-12-22T15:00:00Z' FROM envio RETURNING id`,
    [decision, razones, huella, CODIGO],
  );
  const lineas = [
    ["E3O1RT1", true, ""],
    [
      "E3O1RT2",
      decision === "valida",
      decision === "valida" ? "" : "El acto del COSOC no cubre la difusión.",
    ],
  ];
  for (const [requisito, cumple, razon] of lineas)
    await base.comoDueno(
      "INSERT INTO decision_requisito (institucion_id, decision_id, requisito, cumple, razon) VALUES ($1, $2, $3, $4, $5)",
      [ana.institucion.id, fila?.id, requisito, cumple, razon],
    );
}

const bajar = (ctx = ana) => entregarDocumento(ctx, { nombre: "certificado.pdf" });

test("sin decisión no hay certificado", async () => {
  expect(await bajar()).toMatchObject({ ok: false, falla: { codigo: "no_encontrado" } });
  expect((await valor(leerRevision(ana))).decision).toBeNull();
});

test("el certificado dice una línea por requisito con su razón, la versión, su huella y quién decidió por su cargo", async () => {
  await decidir("no_valida", "Falta el acto vigente.");
  const { cuerpo, nombre } = await valor(bajar());
  expect(nombre).toBe("SVA certificado versión 1.pdf");
  const leido = await leerPdf(cuerpo as Uint8Array);
  for (const texto of [
    "Servicio de Valles y Aguas",
    "E3O1RT1: Implementación del Plan de Mejoramiento",
    "E3O1RT2: Difusión del informe",
    "No cumple",
    "El acto del COSOC no cubre la difusión.",
    "Falta el acto vigente.",
    "Revisor de la Red de Expertos",
    "22/12/2025, 12:00",
    huella,
    CODIGO,
  ])
    expect(diceEntero(leido.contenido, texto), texto).toBe(true);
  expect(leido.xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(leido.roles).toContain("Figure");
  expect(leido.contenido).not.toContain("Ana");
  expect(await valor(bajar())).toEqual({ cuerpo, nombre, tipo: "application/pdf" });
});

test("lo bajan la institución, quien revisa y quien valida; nadie de otra institución", async () => {
  await decidir("valida");
  for (const correo of ["vera.ossa@externo.example", "rosa.campos@sva.example"])
    expect(await bajar(await contextoDe(base, correo, "SVA", DICIEMBRE))).toMatchObject({ ok: true });
  const elena = await contextoDe(base, "elena.fuentes@red.example", "SVA", DICIEMBRE);
  expect(await bajar(elena)).toMatchObject({ ok: true });
  const iris = await contextoDe(base, "iris.vega@ipa.example", "IPA", DICIEMBRE);
  expect(await bajar({ ...iris, institucion: ana.institucion })).toMatchObject({
    ok: false,
    falla: { codigo: "no_encontrado" },
  });
});

test("cualquiera verifica su código: en vigor, y sin efecto cuando la Coordinación lo reabre", async () => {
  await decidir("valida");
  const hecha = await verificar(CODIGO.toLowerCase());
  expect(hecha).toMatchObject({
    ok: true,
    valor: {
      clase: "certificado",
      version: 1,
      decision: "valida",
      anuladaEn: null,
      huella,
      requisitos: [
        { requisito: "E3O1RT1", cumple: true },
        { requisito: "E3O1RT2", cumple: true },
      ],
    },
  });
  for (const secreto of ["Ana", "sva.example", ana.actor.usuarioId])
    expect(JSON.stringify(hecha)).not.toContain(secreto);
  await base.comoDueno(
    "UPDATE decision_revision SET anulada_en = '2025-12-23T15:00:00Z', anulada_por_id = por_id, anulada_razon = 'Error.'",
  );
  expect(await verificar(CODIGO)).toMatchObject({
    ok: true,
    valor: { anuladaEn: new Date("2025-12-23T15:00:00Z") },
  });
  expect(JSON.stringify(await verificar(CODIGO))).not.toContain("Error.");
  expect(await bajar()).toMatchObject({ ok: false, falla: { codigo: "no_encontrado" } });
});

test("una nota privada no llega a ningún documento: ni al certificado, ni al comprobante, ni al paquete", async () => {
  await decidir("no_valida", "Falta el acto vigente.");
  const secreto = "Cotejar con la reunión reservada.";
  await base.comoDueno(
    `INSERT INTO nota_revision (institucion_id, envio_id, texto, autor_id, escrita_en)
     SELECT institucion_id, id, $1, enviado_por_id, enviado_en FROM envio`,
    [secreto],
  );
  const dichos = new Map<string, string>();
  for (const nombre of Object.keys(DOCUMENTOS) as NombreDocumento[]) {
    const { cuerpo } = await valor(entregarDocumento(ana, { nombre, version: 1 }));
    const partes: Uint8Array[] = [];
    if (cuerpo instanceof Readable) for await (const parte of cuerpo) partes.push(parte as Buffer);
    else partes.push(cuerpo);
    for (const [donde, dicho] of await loQueDice(nombre, Buffer.concat(partes))) dichos.set(donde, dicho);
  }
  expect([...dichos.keys()].filter((donde) => donde.endsWith(".xlsx")).length).toBeGreaterThan(3);
  for (const [donde, dicho] of dichos) expect(dicho, donde).not.toContain("reservada");
  // What was looked into was read: each form says whose it is.
  for (const [donde, dicho] of dichos)
    if (/e3o1rt[12]\.\w+$/.test(donde)) expect(dicho, donde).toContain("ServiciodeVallesyAguas");
  expect(JSON.stringify(await leerRevision(ana))).not.toContain("reservada");
});
