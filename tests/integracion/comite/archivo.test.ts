import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bajarArchivo } from "@/lib/casos/archivo/bajar";
import { abrirSubida, cerrarSubida, olvidarSubida, recibirParte, verSubida } from "@/lib/casos/archivo/subir";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import type { Resultado } from "@/lib/flujo/resultado";
import { leerTodo } from "@/tests/apoyo/archivos/almacenes";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { forasteroNoCambiaNada } from "@/tests/apoyo/forastero";

const carpeta = mkdtempSync(join(tmpdir(), "cseu-subidas-"));
process.env.ARCHIVOS_ALMACEN = "disco";
process.env.ARCHIVOS_CARPETA = carpeta;

const base = conBase({ sembrada: true });
// A scan: one page and no text at all.
const PDF = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);
let ana: ContextoInstitucion;
let marta: ContextoInstitucion;
let iris: ContextoInstitucion;

beforeAll(async () => {
  ana = await contextoDe(base, "ana.rojas@sva.example", "SVA");
  marta = await contextoDe(base, "marta.diaz@sva.example", "SVA");
  iris = await contextoDe(base, "iris.vega@ipa.example", "IPA");
});
afterAll(() => rmSync(carpeta, { recursive: true, force: true }));

async function subido(id: string, nombre = "Acta escaneada.pdf", bytes = PDF) {
  await abrirSubida(ana, { id, nombre, tipo: "application/pdf", tamano: bytes.length });
  await recibirParte(ana, id, { desde: 0, bytes });
  return cerrarSubida(ana, id, {});
}

describe("archivos de la institución", () => {
  test("un PDF escaneado sube, queda una vez aunque se cierre dos, y se baja igual", async () => {
    const id = randomUUID();
    const primera = await subido(id);
    expect(primera).toMatchObject({
      ok: true,
      valor: { id, nombre: "Acta escaneada.pdf", tipo: "application/pdf" },
    });
    expect(await cerrarSubida(ana, id, {})).toEqual(primera);
    expect(await base.comoDueno("SELECT 1 FROM archivo WHERE id = $1", [id])).toHaveLength(1);
    const bajado = await bajarArchivo(marta, id);
    if (!bajado.ok) throw new Error(bajado.falla.codigo);
    expect(Buffer.compare(await leerTodo(bajado.valor.flujo), PDF)).toBe(0);
  });

  test("de otra institución no se baja, ni se sabe que existe", async () => {
    const id = randomUUID();
    await subido(id);
    expect(await bajarArchivo(iris, id)).toMatchObject({ falla: { codigo: "no_encontrado" } });
  });

  test("un contenido que no es lo que dice su nombre se rechaza y no queda", async () => {
    const id = randomUUID();
    const negada = await subido(id, "acta.pdf", Buffer.from("esto no es un PDF, es solo texto"));
    expect(negada.ok).toBe(false);
    expect(await base.comoDueno("SELECT 1 FROM archivo WHERE id = $1", [id])).toHaveLength(0);
  });

  test("quien no llena no sube", async () => {
    const archivo = { id: randomUUID(), nombre: "a.pdf", tipo: "application/pdf", tamano: PDF.length };
    expect(await abrirSubida(marta, archivo)).toMatchObject({ falla: { codigo: "no_encontrado" } });
  });

  test("desde otra institución nadie sigue, cierra ni olvida una subida ajena", async () => {
    const id = randomUUID();
    await abrirSubida(ana, { id, nombre: "a.pdf", tipo: "application/pdf", tamano: PDF.length });
    const casos: ((ctx: ContextoInstitucion) => Promise<Resultado<unknown>>)[] = [
      (ctx) => verSubida(ctx, id),
      (ctx) => recibirParte(ctx, id, { desde: 0, bytes: PDF }),
      (ctx) => cerrarSubida(ctx, id, {}),
      (ctx) => olvidarSubida(ctx, id),
    ];
    for (const caso of casos) await forasteroNoCambiaNada({ base, caso, ctx: ana, entrada: undefined });
    expect(await verSubida(ana, id)).toMatchObject({ ok: true, valor: { recibido: 0 } });
  });
});
