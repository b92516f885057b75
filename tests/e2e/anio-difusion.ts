import type { Page } from "@playwright/test";
import { mostrarFecha } from "@/lib/expediente/fecha";
import type { Difusion } from "@/lib/expediente/formato";
import { escribirLugar } from "@/lib/flujo/campo";
import { CALIDADES_JURIDICAS, GRUPOS } from "@/lib/guia/e3-2025/valores";
import { libroDe } from "@/tests/apoyo/libros";
import { esperarGuardado, expect, foto } from "./anio-personas";
import { control } from "./anio-plan";

/** A file as it leaves somebody's computer. */
export type Subido = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function pdf(titulo: string): Buffer {
  const objetos = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Resources<<>>>>",
  ].map((cuerpo, i) => `${i + 1} 0 obj${cuerpo}endobj\n`);
  return Buffer.from(`%PDF-1.4\n% ${titulo}\n${objetos.join("")}trailer<</Root 1 0 R/Size 4>>\n%%EOF\n`);
}

/** The files of the dissemination: small, and real enough for who examines them. */
export async function archivosDe(difusion: Difusion) {
  const encabezados = ["Nombre completo", "Cargo / función", "Grupo", "Calidad jurídica", "Área"];
  const filas = (difusion.destinatarios?.filas ?? []).map(
    ({ nombre, cargo, grupo, calidadJuridica, area }) => [
      nombre,
      cargo,
      GRUPOS[grupo as keyof typeof GRUPOS],
      calidadJuridica ? CALIDADES_JURIDICAS[calidadJuridica as keyof typeof CALIDADES_JURIDICAS] : null,
      area ?? null,
    ],
  );
  const listado = Buffer.from(await libroDe({ Destinatarios: [encabezados, ...filas] }));
  const correo = Buffer.from(
    [
      "From: clara@difusion.example",
      "To: todas@difusion.example",
      "Subject: =?utf-8?Q?Informe_de_implementaci=C3=B3n_2025?=",
      "Date: Fri, 05 Dec 2025 10:00:00 -0300",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Compartimos el informe aprobado por el Comité.",
      "",
    ].join("\r\n"),
  );
  const material = Buffer.from(
    await libroDe({
      Resumen: [
        ["Actividad", "Cumplida"],
        ["A1", "No"],
      ],
    }),
  );
  return {
    copiaMedio: { name: "correo de difusión.eml", mimeType: "message/rfc822", buffer: correo },
    material: [
      { name: "Informe 2025.pdf", mimeType: "application/pdf", buffer: pdf("informe") },
      { name: "resumen.xlsx", mimeType: XLSX, buffer: material },
    ],
    listado: { name: "destinatarios.xlsx", mimeType: XLSX, buffer: listado },
    acto: { name: "Resolución COSOC.pdf", mimeType: "application/pdf", buffer: pdf("cosoc") },
  } satisfies Record<string, Subido | Subido[]>;
}

export type Archivos = Awaited<ReturnType<typeof archivosDe>>;

/** Of an instance, and of the institution: no form carries it. */
const AUDIENCIA = "Todo el personal, las jefaturas y el COSOC; también las oficinas regionales.";

/** The counterpart tells how the report was disseminated, with its files and to whom. */
export async function llenarDifusion(
  page: Page,
  base: string,
  difusion: Difusion,
  archivos: Archivos,
): Promise<void> {
  const [instancia] = difusion.instancias ?? [];
  await page.goto(`${base}/difusion`);
  await page.getByRole("button", { name: "Agregar instancia de difusión" }).click();
  const tarjeta = page.locator("#instancia-1");
  await tarjeta.getByLabel("Fecha", { exact: true }).fill(mostrarFecha(instancia?.fecha ?? ""));
  await tarjeta.getByLabel("Medio", { exact: true }).selectOption(instancia?.medio ?? "");
  await tarjeta.getByLabel(/^Modalidad/).selectOption(instancia?.modalidad ?? "");
  await tarjeta.getByLabel("A quiénes se dirigió").fill(AUDIENCIA);
  await subir(page, tarjeta.getByLabel("Copia del medio de difusión", { exact: true }), [
    archivos.copiaMedio,
  ]);
  await subir(page, tarjeta.getByLabel("Material difundido", { exact: true }), archivos.material);
  await subir(page, control(page, "acto-cosoc"), [archivos.acto]);
  const { homologado, actoAdministrativo } = difusion.cosoc ?? {};
  const lugar = (campo: string) => escribirLugar({ grupo: "difusion", clave: [], campo });
  for (const [campo, dia] of [
    ["actoFecha", actoAdministrativo?.fecha],
    ["actoVigenciaDesde", actoAdministrativo?.vigenciaDesde],
    ["actoVigenciaHasta", actoAdministrativo?.vigenciaHasta],
  ] as const)
    await control(page, lugar(campo)).fill(mostrarFecha(dia ?? ""));
  await control(page, `${lugar("homologado")}-${homologado ? "si" : "no"}`).check();
  await esperarGuardado(page);

  await page.goto(`${base}/difusion/destinatarios`);
  await page.getByLabel("Listado de destinatarios", { exact: true }).setInputFiles(archivos.listado);
  await expect(page.getByText(/El listado cumple lo que exige la guía/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: /^Guardar \d+ destinatarios$/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Guardar el listado" }).click();
  await expect(page.getByText(/^Se guardaron \d+ destinatarios/)).toBeVisible();
  await page.goto(`${base}/difusion`);
  await expect(tarjeta.getByLabel("A quiénes se dirigió")).toHaveValue(AUDIENCIA);
  await foto(page, "difusion", page.locator("#instancia-1"));
}

/** Chooses files and waits until each one is listed, to be opened. */
async function subir(
  page: Page,
  entrada: ReturnType<Page["locator"]>,
  archivos: readonly Subido[],
): Promise<void> {
  await entrada.setInputFiles([...archivos]);
  for (const { name } of archivos) await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
}
