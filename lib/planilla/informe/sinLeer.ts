import { HOJA_INSTRUCCIONES } from "../escritura";
import type { FaltaCelda } from "../falla";
import type { HojaLeida, Libro } from "../libro/tipo";
import { TITULO_LISTADO } from "../marcas/listado";
import { buscarHoja } from "../tabla";
import type { HojaInforme } from "./estructura";

const esNuestra = ({ nombre, filas }: HojaLeida): boolean =>
  nombre === HOJA_INSTRUCCIONES || (filas[0]?.celdas.includes(TITULO_LISTADO) ?? false);

/**
 * Sheets with content that nobody read, by name: one that was renamed would else be left out without a word. Hidden
 * ones hold what the spreadsheet needs, such as the lists.
 */
export function hojasSinLeer({ hojas }: Libro, definidas: readonly HojaInforme[]): FaltaCelda[] {
  const halladas = definidas.map((d) => buscarHoja(hojas, [d.nombre, ...d.variantes]));
  const ausentes = definidas.filter((_, i) => !halladas[i]).map(({ nombre }) => `«${nombre}»`);
  const remedio =
    ausentes.length > 0
      ? `Si trae datos del informe, póngale el nombre de la hoja que falta: ${ausentes.join(", ")}.`
      : "Si trae datos del informe, cópielos en su hoja de la planilla.";
  return hojas
    .filter((hoja) => !hoja.oculta && hoja.filas.length > 0 && !halladas.includes(hoja) && !esNuestra(hoja))
    .map(({ nombre }) => ({
      hoja: nombre,
      celda: "",
      encontrado: nombre,
      esperado: definidas.map((d) => d.nombre).join(", "),
      mensaje: `La hoja «${nombre}» no es de la planilla del informe y no se leyó. ${remedio}`,
      nivel: "aviso",
    }));
}
