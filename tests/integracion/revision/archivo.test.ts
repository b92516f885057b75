import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { leerRevision as leerLaInstitucion } from "@/lib/casos/observacion/leer";
import { abrirRevision } from "@/lib/casos/revision/abrir";
import { devolverEnvio } from "@/lib/casos/revision/devolver";
import { leerRevision } from "@/lib/casos/revision/leer";
import { observar } from "@/lib/casos/revision/observacion";
import { pdf } from "@/tests/apoyo/archivos/bytes";
import { conBase } from "@/tests/apoyo/base";
import { archivoDe, contextoDe } from "@/tests/apoyo/comite";
import { aprobarTodo, DICIEMBRE, difundir, subir } from "@/tests/apoyo/difusion";
import { forasteroNoCambiaNada } from "@/tests/apoyo/forastero";
import { valor } from "@/tests/apoyo/resultado";
import { enviarTodo, recienLlegado } from "@/tests/apoyo/revision";

process.env.ARCHIVOS_CARPETA = mkdtempSync(join(tmpdir(), "cseu-clavada-"));

const base = conBase({ sembrada: true });
let ana: ContextoInstitucion;
let elena: ContextoInstitucion;
let envio: string;
let suelto: string;

beforeAll(async () => {
  ana = await contextoDe(base, "ana.rojas@sva.example", "SVA", DICIEMBRE);
  elena = await contextoDe(base, "elena.fuentes@red.example", "SVA", DICIEMBRE);
  await aprobarTodo(base, "SVA", await subir(ana, "Acta escaneada.pdf", pdf("0")));
  await difundir(ana);
  envio = await enviarTodo(base, ana);
  // Of the institution, and of no version: uploaded and never attached.
  suelto = await subir(ana, "Borrador interno.pdf", pdf("1 0 obj<</Suelto true>>endobj\n"));
});
beforeEach(async () => {
  await recienLlegado(base, envio);
  await valor(abrirRevision(elena, { envio }));
});

/** What the checklist offers to download of a medio de verificación. */
async function archivoDelMedio(medio: string) {
  const { requisitos } = await valor(leerRevision(elena, { envio, seccion: "plan" }));
  const archivo = requisitos.flatMap(({ medios }) => medios).find(({ id }) => id === medio)?.archivos[0];
  if (!archivo?.id) throw new Error(`${medio} no tiene archivo.`);
  return { ...archivo, id: archivo.id };
}
const clavar = (lugar: { ruta: string; archivo: string; pagina?: number }) =>
  observar(elena, { envio, requisito: "", texto: "No se lee la firma.", ...lugar });
const rechazo = (campo: string) => ({
  ok: false,
  falla: { codigo: "entrada_invalida", campos: { [campo]: expect.any(String) } },
});

test.each([
  ["el acta escaneada del plan", "E3O1RT1.actaPlan", "Acta escaneada.pdf"],
  ["la copia del medio de difusión", "E3O1RT2.medio", "Correo.pdf"],
])("clavada a %s y a su página, la leen así los dos lados", async (_, medio, nombre) => {
  const { id, ruta } = await archivoDelMedio(medio);
  await valor(clavar({ ruta, archivo: id, pagina: 2 }));
  await valor(devolverEnvio(elena, { envio, dia: "22/12/2025", abrir: [] }));
  const deLaRed = await valor(leerRevision(elena, { envio, seccion: "plan" }));
  expect(deLaRed.observaciones).toMatchObject([{ ruta, archivo: { id, nombre }, pagina: 2 }]);
  const suya = await valor(leerLaInstitucion(ana));
  expect(suya.observaciones).toMatchObject([
    { archivo: nombre, pagina: 2, hilo: [{ texto: "No se lee la firma." }] },
  ]);
});

test("un archivo que no es de esa versión se rechaza, y se dice en su campo", async () => {
  const { ruta } = await archivoDelMedio("E3O1RT1.actaPlan");
  const iris = await contextoDe(base, "iris.vega@ipa.example", "IPA", DICIEMBRE);
  for (const archivo of [suelto, await archivoDe(base, iris), crypto.randomUUID()])
    expect(await clavar({ ruta, archivo }), archivo).toMatchObject(rechazo("archivo"));
  expect(await base.comoDueno("SELECT FROM observacion")).toHaveLength(0);
});

test("un acta anulada antes del envío ya no es de la versión", async () => {
  const { id, ruta } = await archivoDelMedio("E3O1RT1.actaPlan");
  const anular = (en: string | null) =>
    base.comoDueno("UPDATE acta SET anulada_en = $1, motivo_anulacion = 'Se repitió.'", [en]);
  await anular("2025-12-14T15:00:00Z");
  expect(await clavar({ ruta, archivo: id })).toMatchObject(rechazo("archivo"));
  await anular(null);
  await valor(clavar({ ruta, archivo: id }));
});

test("una página que no puede ser se rechaza, y se dice en su campo", async () => {
  const { id: archivo, ruta } = await archivoDelMedio("E3O1RT2.medio");
  for (const pagina of [0, -3, 1.5, Number.NaN, 1_000_000])
    expect(await clavar({ ruta, archivo, pagina }), String(pagina)).toMatchObject(rechazo("pagina"));
  const sinArchivo = { envio, requisito: "", ruta, pagina: 2, texto: "¿De qué?" };
  expect(await observar(elena, sinArchivo)).toMatchObject(rechazo("pagina"));
  await base.comoDueno("UPDATE archivo SET tipo = 'image/png' WHERE id = $1", [archivo]);
  expect(await clavar({ ruta, archivo, pagina: 2 })).toMatchObject(rechazo("pagina"));
  await valor(clavar({ ruta, archivo, pagina: 1 }));
  await base.comoDueno("UPDATE archivo SET tipo = 'application/pdf' WHERE id = $1", [archivo]);
});

test("quien no alcanza la institución no clava nada", async () => {
  const { id: archivo, ruta } = await archivoDelMedio("E3O1RT1.actaPlan");
  const entrada = { envio, requisito: "", ruta, archivo, pagina: 1, texto: "x" };
  await forasteroNoCambiaNada({ base, caso: observar, ctx: elena, entrada });
});
