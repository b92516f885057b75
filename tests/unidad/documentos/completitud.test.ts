import { describe, expect, it, vi } from "vitest";
import { formularioPdf, formularioXlsx } from "@/lib/documentos";
import { instanteChileno, relojDeChile } from "@/lib/documentos/notacion";
import { imprimible } from "@/lib/documentos/pdf/texto";
import { mostrarFecha } from "@/lib/expediente/fecha";
import type { Expediente } from "@/lib/expediente/formato";
import { mostrarNumero } from "@/lib/expediente/numero";
import { expedientesReales } from "@/tests/apoyo/datosReales";
import { expedienteFicticio } from "@/tests/apoyo/expediente-ficticio";
import { contieneTexto, leerLibro } from "@/tests/apoyo/leerLibro";
import { diceEntero, leerPdf } from "@/tests/apoyo/leerPdf";
import { type Dato, datosDe, parteDe } from "./hojasDelExpediente";

// Drawing is quick; a machine busy with other tests is not.
vi.setConfig({ testTimeout: 60_000 });

const REQUISITOS = ["E3O1RT1", "E3O1RT2"] as const;
const reales = expedientesReales();
const casos: [string, Expediente][] = [
  ["ficticio", expedienteFicticio({ actividades: 5, indicadoresPorActividad: 2, destinatarios: 40 })],
  ...reales,
];

if (reales.length === 0) console.log("Sin ../shared/datos: se prueba solo con el expediente ficticio.");

function enPdf(dato: Dato): string {
  switch (dato.clase) {
    case "texto":
      return imprimible(dato.valor);
    case "numero":
      return dato.ruta === "/ejercicio" || dato.ruta.endsWith("/ejercicio")
        ? String(dato.valor)
        : mostrarNumero(dato.valor);
    case "fecha":
      return mostrarFecha(dato.valor);
    case "instante":
      return instanteChileno(dato.valor);
  }
}

describe.each(REQUISITOS)("formulario %s: cada texto y número del expediente está entero", (requisito) => {
  it.each(casos)("en el PDF de %s", async (_, expediente) => {
    const { contenido } = await leerPdf(formularioPdf(requisito, expediente));
    const perdidos = datosDe(parteDe(requisito, expediente)).filter((x) => !diceEntero(contenido, enPdf(x)));
    expect(perdidos).toEqual([]);
  });

  it.each(casos)("en el libro de %s, con números y fechas como tales", async (_, expediente) => {
    const leido = await leerLibro(await formularioXlsx(requisito, expediente));
    const esta = (x: Dato): boolean => {
      switch (x.clase) {
        case "texto":
          return contieneTexto(leido, x.valor);
        case "numero":
          return (
            leido.numeros.has(x.valor) ||
            (x.ruta.endsWith("/ejercicio") && contieneTexto(leido, String(x.valor)))
          );
        case "fecha":
          return leido.dias.has(x.valor);
        case "instante":
          return leido.instantes.has(relojDeChile(x.valor)?.getTime() ?? Number.NaN);
      }
    };
    expect(datosDe(parteDe(requisito, expediente)).filter((x) => !esta(x))).toEqual([]);
  });
});
