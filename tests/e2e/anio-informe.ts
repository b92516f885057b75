import type { Page } from "@playwright/test";
import { FORMATOS_COMUNES } from "@/components/informe/formatos-comunes";
import type {
  DificultadHolgura,
  Resultado,
  ResultadoActividad,
  ResultadoSatisfaccion,
} from "@/lib/expediente/formato";
import { leerNumero, mostrarNumero } from "@/lib/expediente/numero";
import { escribirLugar, type NombreGrupo } from "@/lib/flujo/campo";
import type { Guion } from "./anio-guion";
import { esperarGuardado, expect, foto } from "./anio-personas";
import { control } from "./anio-plan";

const lugar = (grupo: NombreGrupo, clave: readonly string[], campo: string) =>
  escribirLugar({ grupo, clave, campo });

async function responder(page: Page, donde: string, respuesta: boolean | null | undefined): Promise<void> {
  await control(page, `${donde}-${respuesta ? "si" : "no"}`).check();
}

async function escribir(page: Page, donde: string, texto: string | null | undefined): Promise<void> {
  if (texto) await control(page, donde).fill(texto);
}

/** Where the evidence is kept, and by whom: it stays with the institution, and no form carries it. */
const custodiaDe = ({ actividad }: ResultadoActividad) =>
  `Carpeta «${actividad}» de la OIRS; responde Iván Güell.`;

/** The counterpart fills in the report, page by page. */
export async function llenarInforme(page: Page, base: string, { informe, vigente }: Guion): Promise<void> {
  for (const [i, una] of (informe.actividades ?? []).entries()) {
    await page.goto(`${base}/informe/actividad/${una.actividad}`);
    await llenarActividad(page, una);
    if (i === 0) await foto(page, "informe-actividad");
  }
  const indicadores = (vigente.actividades ?? []).flatMap(
    ({ indicadoresDesempeno }) => indicadoresDesempeno ?? [],
  );
  await llenarGrilla(page, base, informe.indicadoresDesempeno ?? []);
  for (const uno of [...(informe.indicadoresDesempeno ?? []), ...(informe.indicadoresSatisfaccion ?? [])]) {
    await page.goto(`${base}/informe/indicador/${uno.indicador}`);
    await llenarIndicador(
      page,
      uno,
      indicadores.some(({ id }) => id === uno.indicador),
    );
    if ("analisisBrechas" in uno)
      await foto(page, "informe-indicador", page.getByRole("heading", { name: "Lo que dice el plan" }));
  }
  await page.goto(`${base}/informe/dificultades`);
  for (const [i, una] of (informe.dificultadesHolguras ?? []).entries())
    await agregarDificultad(page, una, i + 1);
  await page.goto(`${base}/informe/seguimiento`);
  for (const [campo, texto] of Object.entries(informe.seguimiento ?? {}))
    await escribir(page, lugar("informe", [], campo), texto);
  await esperarGuardado(page);
  const ultima = informe.actividades?.at(-1);
  if (ultima) {
    await page.goto(`${base}/informe/actividad/${ultima.actividad}`);
    const custodia = control(page, lugar("actividad", [ultima.actividad], "custodia"));
    await expect(custodia).toHaveValue(custodiaDe(ultima));
  }
  await page.goto(`${base}/informe`);
  await foto(page, "informe");
}

async function llenarActividad(page: Page, una: ResultadoActividad): Promise<void> {
  const clave = [una.actividad];
  await responder(
    page,
    lugar("actividad", clave, "ejecutadaSegunDescripcion"),
    una.ejecutadaSegunDescripcion,
  );
  await escribir(page, lugar("actividad", clave, "explicacion"), una.explicacion);
  for (const { tramite, vinculado, explicacion } of una.tramites ?? []) {
    await responder(page, lugar("tramite", [una.actividad, tramite ?? ""], "vinculado"), vinculado);
    await escribir(page, lugar("tramite", [una.actividad, tramite ?? ""], "explicacion"), explicacion);
  }
  for (const { componente, modificado, justificacion } of una.componentes ?? []) {
    await responder(page, lugar("componente", [una.actividad, componente ?? ""], "modificado"), modificado);
    await escribir(
      page,
      lugar("componente", [una.actividad, componente ?? ""], "justificacion"),
      justificacion,
    );
  }
  await escribir(page, lugar("actividad", clave, "medioDescripcion"), una.medioVerificacion?.descripcion);
  const formatos = una.medioVerificacion?.formatos ?? [];
  const grupo = control(page, lugar("actividad", clave, "medioFormatos"));
  for (const uno of formatos.filter((formato) => FORMATOS_COMUNES.includes(formato)))
    await grupo.getByLabel(uno, { exact: true }).check();
  const otros = formatos.filter((formato) => !FORMATOS_COMUNES.includes(formato));
  if (otros.length > 0) await page.getByLabel("Otros formatos o extensiones").fill(otros.join(", "));
  await escribir(page, lugar("actividad", clave, "custodia"), custodiaDe(una));
  await esperarGuardado(page);
}

/** The numbers of performance go in the grid, many at once, as who copies them from a workbook would. */
async function llenarGrilla(page: Page, base: string, resultados: readonly Resultado[]): Promise<void> {
  await page.goto(`${base}/informe/indicadores`);
  for (const { indicador, medido, numerador, denominador } of resultados) {
    if (!medido) continue;
    await control(page, lugar("indicador", [indicador], "numerador")).fill(mostrarNumero(numerador ?? 0));
    await control(page, lugar("indicador", [indicador], "denominador")).fill(mostrarNumero(denominador ?? 0));
  }
  await esperarGuardado(page);
  await foto(page, "informe-grilla");
}

async function llenarIndicador(
  page: Page,
  uno: Resultado | ResultadoSatisfaccion,
  deDesempeno: boolean,
): Promise<void> {
  const donde = (campo: string) => lugar("indicador", [uno.indicador], campo);
  await responder(page, donde("medido"), uno.medido);
  if (uno.medido) {
    // In performance they come from the grid.
    const [n, d] = [mostrarNumero(uno.numerador ?? 0), mostrarNumero(uno.denominador ?? 0)];
    if (!deDesempeno) {
      await control(page, donde("numerador")).fill(n);
      await control(page, donde("denominador")).fill(d);
    }
    await expect
      .poll(async () => leerNumero(await control(page, donde("numerador")).inputValue()))
      .toMatchObject({ valor: uno.numerador });
    if ("resultado" in uno) await control(page, donde("resultado")).fill(mostrarNumero(uno.resultado ?? 0));
    await expect(control(page, donde("analisisBrechas"))).toHaveCount(uno.analisisBrechas ? 1 : 0);
  }
  for (const campo of [
    "interpretacion",
    "analisisBrechas",
    "recomendaciones",
    "justificacion",
    "antecedentes",
  ] as const)
    await escribir(page, donde(campo), uno[campo]);
  await esperarGuardado(page);
}

async function agregarDificultad(page: Page, una: DificultadHolgura, numero: number): Promise<void> {
  await page.getByRole("button", { name: "Agregar una dificultad u holgura" }).click();
  const tarjeta = page.locator(`#dificultad-${numero}`);
  const campo = (nombre: string) => tarjeta.locator(`[id^="dificultad/"][id$="/${nombre}"]`);
  await campo("tipo").selectOption(una.tipo ?? "");
  for (const nombre of ["descripcion", "factoresInternos", "factoresExternos"] as const)
    if (una[nombre]) await campo(nombre).fill(una[nombre]);
  for (const componente of una.componentes ?? [])
    await campo("componentes").locator(`[value="${componente}"]`).check();
  for (const elemento of una.elementos ?? []) {
    const abrir = tarjeta.getByRole("button", { name: "Vincular un elemento del plan" });
    if (await abrir.isVisible()) await abrir.click();
    await tarjeta.getByLabel("Elemento del plan", { exact: true }).selectOption(elemento);
    await tarjeta.getByRole("button", { name: "Vincular", exact: true }).click();
  }
  await esperarGuardado(page);
}
