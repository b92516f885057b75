import type { Page } from "@playwright/test";
import { juzgar } from "@/lib/expediente/juzgar";
import { ponerReloj } from "@/tests/apoyo/baseE2e";
import { correosPara } from "@/tests/apoyo/correo";
import { leerPdf, sinEspacios } from "@/tests/apoyo/leerPdf";
import { leerZip } from "@/tests/apoyo/leerZip";
import { datosDe, parteDe } from "@/tests/unidad/documentos/hojasDelExpediente";
import { esperarEnSuCelda } from "./anio-celdas";
import { archivosDe, llenarDifusion } from "./anio-difusion";
import { bajar, esperarEnLibro, esperarEnPdf, esperarLoTecleado, sha256, tecleado } from "./anio-documentos";
import { leerGuion } from "./anio-guion";
import { llenarInforme } from "./anio-informe";
import { CON_FOTOS, crearPersonas, dejarPasarDiezMinutos, expect, foto, sentarse } from "./anio-personas";
import { ajustarPlan } from "./anio-plan";
import { firmar } from "./comite-apoyo";
import { test } from "./plataforma";

// A year is long, and the machine may be busy.
test.describe.configure({ timeout: 900_000 });
// Filming ten windows for a whole year takes longer than living it; the picture of a failure stays.
test.use({ trace: "off" });

async function enviarAlComite(page: Page, base: string, materia: "plan" | "informe"): Promise<void> {
  await page.goto(`${base}/comite/${materia}`);
  await page.getByRole("button", { name: /^Enviar el .* al Comité$/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Enviar al Comité" }).click();
  await expect(page.getByText(/Falta que/).first()).toBeVisible();
}

/** A member reads it again, proves again who they are, and signs. */
async function releerYFirmar(page: Page, materia: "plan" | "informe"): Promise<void> {
  await page.reload();
  await expect(page.locator("#firma-clave")).toBeVisible();
  await firmar(page, { declara: materia === "plan" });
}

test("una institución vive el año entero, de la precarga al paquete, entre cuatro personas", async ({
  browser,
}) => {
  const guion = leerGuion(CON_FOTOS);
  test.info().annotations.push({ type: "institución", description: guion.deDonde });
  console.log(`El año de ${guion.deDonde}: ${guion.cambios.length} cambios al plan.`);
  const errores: string[] = [];
  const { codigo } = guion.plan.institucion;
  const base = `/institucion/${codigo}`;
  const personas = await crearPersonas(guion.plan.institucion);
  const sentar = (correo: string, ruta: string) => sentarse(browser, correo, ruta, errores);
  const levantarse = (page: Page) => page.context().close();

  if (CON_FOTOS) {
    await ponerReloj("2025-06-10T14:00:00Z");
    const ana = await sentar("ana.rojas@sva.example", "/institucion/SVA");
    await foto(ana, "inicio");
    await levantarse(ana);
  }

  await test.step("junio: la coordinación precarga el plan", async () => {
    await ponerReloj("2025-06-02T13:00:00Z");
    const carla = await sentar(personas.coordinacion, "/coordinacion/precarga");
    await carla.getByLabel("Archivos de planes").setInputFiles({
      name: `${codigo}.json`,
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(guion.plan)),
    });
    await expect(carla.getByText(/La institución no tiene plan\. Se crea con/)).toBeVisible();
    await foto(carla, "precarga");
    await carla.getByRole("button", { name: "Cargar 1 plan" }).click();
    await expect(carla.getByText("El plan quedó cargado y se avisó a las contrapartes.")).toBeVisible();
    await levantarse(carla);
  });

  await test.step("10 de junio: la contraparte ajusta el plan y lo envía al Comité", async () => {
    await ponerReloj("2025-06-10T13:00:00Z");
    const clara = await sentar(personas.contraparte, base);
    await foto(clara, "inicio-institucion");
    await ajustarPlan(clara, base, guion);
    await foto(clara, "plan");
    await enviarAlComite(clara, base, "plan");
    await levantarse(clara);
  });

  const huellaPlan = await test.step("20 de junio: dos integrantes firman el plan y hay acta", async () => {
    return firmanTodos("plan", "2025-06-20T13:00:00Z");
  });

  await test.step("noviembre: la contraparte llena el informe y lo envía al Comité", async () => {
    await ponerReloj("2025-11-20T13:00:00Z");
    const clara = await sentar(personas.contraparte, base);
    await llenarInforme(clara, base, guion);
    await enviarAlComite(clara, base, "informe");
    await levantarse(clara);
  });

  const huellaInforme = await test.step("27 de noviembre: dos integrantes firman el informe", async () => {
    return firmanTodos("informe", "2025-11-27T13:00:00Z");
  });

  const archivos = await archivosDe(guion.difusion);
  await ponerReloj("2025-12-10T13:00:00Z");
  const clara = await sentar(personas.contraparte, base);

  await test.step("diciembre: la contraparte difunde el informe", () =>
    llenarDifusion(clara, base, guion.difusion, archivos));

  const recibo = await test.step("10 de diciembre: envía el expediente y recibe el comprobante", async () => {
    await clara.goto(`${base}/envio`);
    await expect(clara.getByText("Todo está completo: envíe el expediente")).toBeVisible();
    await clara.getByRole("button", { name: "Enviar a la Red de Expertos" }).click();
    await clara.getByRole("alertdialog").getByRole("button", { name: "Enviar el expediente" }).click();
    const comprobante = clara.locator("#comprobante");
    await expect(comprobante).toBeVisible();
    await foto(clara, "envio", comprobante);
    for (const huella of [huellaPlan, huellaInforme]) await expect(comprobante).toContainText(huella);
    return (
      (await comprobante.getByRole("link", { name: /^\w{4}-\w{4}-\w{4}$/ }).textContent()) ?? ""
    ).trim();
  });

  const documento = (nombre: string) => bajar(clara, `${base}/documento/${nombre}?version=1`);

  const expediente =
    await test.step("el expediente exportado dice lo que se escribió, sin faltas y con las mismas huellas", async () => {
      const juicio = juzgar(await documento("expediente.json"));
      expect(juicio.faltas.filter(({ nivel }) => nivel === "error")).toEqual([]);
      expect(juicio.huellaPlan).toBe(huellaPlan);
      expect(juicio.huellaInforme).toBe(huellaInforme);
      if (!juicio.expediente) throw new Error("El expediente exportado no se puede leer.");
      esperarLoTecleado(juicio.expediente, guion);
      return juicio.expediente;
    });

  await test.step("los formularios dicen cada valor, en libro y en PDF", async () => {
    const esperado = tecleado(guion);
    for (const [nombre, requisito] of [
      ["e3o1rt1", "E3O1RT1"],
      ["e3o1rt2", "E3O1RT2"],
    ] as const) {
      // The instant of each adjustment is the platform's, not the file's: it is compared with what was exported.
      const escrito = esperado[nombre].filter(({ clase }) => clase !== "instante");
      const datos = [...escrito, ...datosDe(parteDe(requisito, expediente))];
      await esperarEnLibro(await documento(`${nombre}.xlsx`), datos);
      await esperarEnPdf(await documento(`${nombre}.pdf`), datos, recibo);
    }
    await esperarEnSuCelda(guion, {
      e3o1rt1: await documento("e3o1rt1.xlsx"),
      e3o1rt2: await documento("e3o1rt2.xlsx"),
    });
    const { contenido } = await leerPdf(await documento("comprobante.pdf"));
    for (const texto of [recibo, huellaPlan, huellaInforme]) expect(contenido).toContain(sinEspacios(texto));
  });

  await test.step("el paquete trae los formularios, las actas y los archivos tal como se subieron", async () => {
    const paquete = leerZip(await documento("paquete.zip"));
    const huellas = new Set([...paquete.values()].map(sha256));
    const subidos = [archivos.copiaMedio, ...archivos.material, archivos.acto, archivos.listado];
    expect(subidos.filter(({ buffer }) => !huellas.has(sha256(buffer))).map(({ name }) => name)).toEqual([]);
    const nombres = [...paquete.keys()];
    for (const nombre of ["expediente.json", "manifiesto.json", "e3o1rt1.pdf", "e3o1rt2.xlsx"])
      expect(nombres.filter((uno) => uno.endsWith(nombre))).toHaveLength(1);
    const bytes = [...paquete].find(([nombre]) => nombre.endsWith("expediente.json"))?.[1] ?? Buffer.alloc(0);
    expect(juzgar(bytes)).toMatchObject({ valido: true, huellaPlan, huellaInforme });
  });

  await test.step("los correos avisaron a la contraparte y al Comité", async () => {
    for (const correo of [personas.contraparte, ...personas.integrantes])
      await expect
        .poll(async () => (await correosPara(correo)).map(({ text }) => text).join("\n"), { timeout: 30_000 })
        .toContain(recibo);
  });

  expect(errores, "errores en la consola").toEqual([]);

  /** Both members sign; answers the digest that their page and the act's PDF show. */
  async function firmanTodos(materia: "plan" | "informe", instante: string): Promise<string> {
    await ponerReloj(instante);
    const ruta = `${base}/comite/${materia}`;
    const [preside = "", otro = ""] = personas.integrantes;
    const [beatriz, ivan] = [await sentar(preside, ruta), await sentar(otro, ruta)];
    await dejarPasarDiezMinutos(personas.integrantes);
    await foto(beatriz, `comite-${materia}`, beatriz.getByRole("heading", { name: "Quién ha firmado" }));
    await releerYFirmar(ivan, materia);
    await releerYFirmar(beatriz, materia);
    await expect(beatriz.getByRole("heading", { name: "Acta vigente" })).toBeVisible();
    await foto(beatriz, `acta-${materia}`);
    const acta = await bajar(beatriz, `${ruta}/acta.pdf`);
    const huella = (await leerPdf(acta)).contenido.match(/[0-9a-f]{64}/)?.[0] ?? "";
    expect(huella).not.toBe("");
    await Promise.all([levantarse(beatriz), levantarse(ivan)]);
    return huella;
  }
});
