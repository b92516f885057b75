import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { instanteChileno, relojDeChile } from "@/lib/documentos/notacion";
import { imprimible } from "@/lib/documentos/pdf/texto";
import { mostrarFecha } from "@/lib/expediente/fecha";
import type { Ajuste, Expediente } from "@/lib/expediente/formato";
import { mostrarNumero } from "@/lib/expediente/numero";
import { contieneTexto, leerLibro } from "@/tests/apoyo/leerLibro";
import { diceEntero, leerPdf } from "@/tests/apoyo/leerPdf";
import { type Dato, datosDe } from "@/tests/unidad/documentos/hojasDelExpediente";
import type { Guion } from "./anio-guion";
import { expect } from "./anio-personas";

/** The bytes of a document, as the browser of a person receives them. */
export async function bajar(page: Page, ruta: string): Promise<Buffer> {
  const respuesta = await page.request.get(ruta);
  expect(respuesta.status(), ruta).toBe(200);
  return respuesta.body();
}

export const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** What each form must tell of what was typed. */
export function tecleado({ cambios, informe, difusion }: Guion) {
  const { instancias, destinatarios, cosoc } = difusion;
  return {
    e3o1rt1: datosDe({ ajustes: cambios, informe }),
    e3o1rt2: datosDe({
      difusion: {
        instancias: instancias
          ?.slice(0, 1)
          .map(({ fecha, medio, modalidad }) => ({ fecha, medio, modalidad })),
        destinatarios: { filas: destinatarios?.filas },
        cosoc: { actoAdministrativo: { ...cosoc?.actoAdministrativo, archivo: undefined } },
      },
    }),
  };
}

/** Every value of these must be in the workbook, numbers and dates as such. */
export async function esperarEnLibro(bytes: Uint8Array, datos: readonly Dato[]): Promise<void> {
  const leido = await leerLibro(bytes);
  expect(leido.formulas, "fórmulas").toBe(0);
  const esta = (dato: Dato): boolean => {
    switch (dato.clase) {
      case "texto":
        return contieneTexto(leido, dato.valor);
      case "numero":
        return leido.numeros.has(dato.valor) || contieneTexto(leido, String(dato.valor));
      case "fecha":
        return leido.dias.has(dato.valor);
      case "instante":
        return leido.instantes.has(relojDeChile(dato.valor)?.getTime() ?? Number.NaN);
    }
  };
  expect(datos.filter((dato) => !esta(dato))).toEqual([]);
}

/** Every value of these must be in the PDF, as people read it. */
export async function esperarEnPdf(bytes: Uint8Array, datos: readonly Dato[], codigo: string): Promise<void> {
  const { contenido, paginas, etiquetado } = await leerPdf(bytes);
  const enPdf = (dato: Dato): string => {
    switch (dato.clase) {
      case "texto":
        return imprimible(dato.valor);
      case "numero":
        return dato.ruta.endsWith("/ejercicio") ? String(dato.valor) : mostrarNumero(dato.valor);
      case "fecha":
        return mostrarFecha(dato.valor);
      case "instante":
        return instanteChileno(dato.valor);
    }
  };
  expect(datos.filter((dato) => !diceEntero(contenido, enPdf(dato)))).toEqual([]);
  expect(etiquetado).toBe(true);
  expect(paginas.every((pagina) => pagina.includes(codigo) && !pagina.includes("BORRADOR"))).toBe(true);
}

/** Without what is empty, so that what was never typed and what was left blank are the same. */
function limpio<T>(valor: T): T {
  if (Array.isArray(valor)) return valor.map(limpio) as T;
  if (typeof valor !== "object" || valor === null) return valor;
  const pares = Object.entries(valor).filter(([, uno]) => uno !== null && uno !== undefined && uno !== "");
  return Object.fromEntries(pares.map(([llave, uno]) => [llave, limpio(uno)])) as T;
}

/** Lists in which order says nothing: the screens keep that of their own boxes. */
function enOrden(ajuste: Ajuste): Ajuste {
  const { contenido, componente } = ajuste;
  return componente === "tramites" && contenido
    ? { ...ajuste, contenido: [...(contenido as string[])].sort() }
    : ajuste;
}

const porLugar = (uno: Ajuste, otro: Ajuste) =>
  `${uno.elemento} ${uno.componente ?? ""}`.localeCompare(`${otro.elemento} ${otro.componente ?? ""}`);

/** What came out of the year is what was typed, neither more nor less. */
export function esperarLoTecleado(expediente: Expediente, guion: Guion): void {
  expect(limpio(expediente.planOriginal)).toEqual(limpio(guion.plan));
  const ajustes = (expediente.ajustes ?? []).map(({ registradoEn, ...resto }) => {
    if (resto.decision !== "mantiene") expect(registradoEn).toMatch(/^2025-06-10T/);
    return enOrden(limpio(resto));
  });
  const esperados = [...guion.cambios, ...guion.mantiene].map(({ registradoEn: _, ...resto }) =>
    enOrden(limpio(resto)),
  );
  expect(ajustes.sort(porLugar)).toEqual(esperados.sort(porLugar));
  expect(limpio(conTramitesEnOrden(expediente.informe))).toEqual(limpio(conTramitesEnOrden(guion.informe)));
  const { instancias, destinatarios, cosoc } = sinArchivos(expediente.difusion);
  const { difusion } = guion;
  expect(limpio(destinatarios?.filas)).toEqual(limpio(difusion.destinatarios?.filas));
  expect(limpio(instancias)).toEqual(limpio(sinArchivos(difusion).instancias?.slice(0, 1)));
  expect(limpio(cosoc)).toEqual(limpio(sinArchivos(difusion).cosoc));
}

/** The files are of whoever lives the year: they are compared by their digests in the package. */
function sinArchivos(difusion: Expediente["difusion"]): NonNullable<Expediente["difusion"]> {
  const { instancias, cosoc, ...resto } = difusion ?? {};
  return {
    ...resto,
    instancias: instancias?.map(({ copiaMedio: _, material: __, ...una }) => una),
    cosoc: cosoc && { ...cosoc, actoAdministrativo: { ...cosoc.actoAdministrativo, archivo: undefined } },
  };
}

function conTramitesEnOrden(informe: Expediente["informe"]): Expediente["informe"] {
  const actividades = informe?.actividades?.map((una) => ({
    ...una,
    tramites: [...(una.tramites ?? [])].sort((a, b) => (a.tramite ?? "").localeCompare(b.tramite ?? "")),
  }));
  return informe && { ...informe, actividades };
}
