import { evaluarDestinatarios } from "@/lib/expediente/evaluar/difusion";
import { Recolector } from "@/lib/expediente/evaluar/recolector";
import type { Destinatario } from "@/lib/expediente/formato";
import { clave as comparable } from "@/lib/expediente/texto";
import { REGLA_POR_CODIGO } from "@/lib/guia/e3-2025/reglas";
import { CALIDADES_JURIDICAS, GRUPOS, type Grupo } from "@/lib/guia/e3-2025/valores";
import { type FaltaCelda, type Leido, leido, noLeido } from "../falla";
import { avisoDeOculta, avisosDelLibro } from "../libro/avisos";
import type { HojaLeida, Libro, ValorCelda } from "../libro/tipo";
import { buscarTabla, Faltas, type FilaTabla, type Tabla } from "../tabla";
import { breve, comoTexto, type Interpretado, leerEtiqueta } from "../valor";
import { type ClaveDestinatario, COLUMNAS_DESTINATARIO, leerCalidad, leerGrupo } from "./columnas";

/** Recipients as read, with where each row came from: `origen[j]` is that of `filas[j]`. */
export interface DestinatariosLeidos {
  filas: Destinatario[];
  origen: { hoja: string; fila: number }[];
  faltas: FaltaCelda[];
  conteo: Record<Grupo, number>;
  /** Areas of the personnel, as written the first time. */
  areas: string[];
}

const SIN_TABLA = `No encontramos la tabla de destinatarios. Debe tener una fila con los nombres de las columnas: ${["Nombre completo", "Cargo", "Grupo", "Calidad jurídica", "Área o unidad"].join(", ")}. Puede usar la planilla que entrega la plataforma.`;

type Fila = FilaTabla<ClaveDestinatario>;

/** What each rule expects to find, in words for the person who fills the cell. */
const ESPERADO: Readonly<Record<string, string>> = {
  "DIF-05": "nombre y cargo de cada persona",
  "DIF-06": `uno de: ${Object.values(GRUPOS).join(", ")}`,
  "DIF-08": `una de: ${Object.values(CALIDADES_JURIDICAS).join(", ")}`,
};

/**
 * Reads recipients from every sheet that has a table of them: columns by name in any order, headings on any of the
 * first rows. A sheet called like a group ("COSOC") gives that group to its rows that say none.
 * Every fault at once: DIF-05, 06, 08 and 13 by cell; DIF-07 and 09 on the whole list (`celda` is "").
 */
export function leerDestinatarios(libro: Libro): Leido<DestinatariosLeidos> {
  const tablas: { tabla: Tabla<ClaveDestinatario>; hoja: HojaLeida }[] = [];
  const avisos = avisosDelLibro(libro);
  for (const hoja of libro.hojas) {
    const tabla = buscarTabla(hoja, COLUMNAS_DESTINATARIO);
    if (!tabla || !(tabla.columnas.has("nombre") || tabla.columnas.has("nombres"))) continue;
    if (hoja.oculta) avisos.push(avisoDeOculta(hoja));
    else tablas.push({ tabla, hoja });
  }
  if (tablas.length === 0) return noLeido("DESTINATARIOS_SIN_TABLA", SIN_TABLA);
  const lector = new LectorDestinatarios();
  for (const { tabla, hoja } of tablas) lector.leerTabla(tabla, hoja);
  const leidos = lector.terminar(tablas[0]?.hoja.nombre ?? "");
  return leido({ ...leidos, faltas: [...avisos, ...leidos.faltas] });
}

class LectorDestinatarios {
  private readonly filas: Destinatario[] = [];
  private readonly sitios: { hoja: string; fila: Fila }[] = [];
  private readonly faltas = new Faltas();
  private readonly conteo: Record<Grupo, number> = { personal: 0, directivos: 0, cosoc: 0 };
  private readonly areas = new Map<string, string>();

  leerTabla(tabla: Tabla<ClaveDestinatario>, hoja: HojaLeida): void {
    const deLaHoja = leerGrupo(hoja.nombre);
    for (const fila of tabla.filas) this.leerFila(fila, hoja.nombre, deLaHoja.ok ? deLaHoja.valor : null);
  }

  private leerFila(fila: Fila, hoja: string, grupoHoja: Grupo | null): void {
    const dicho = leerGrupo(fila.valor("grupo"));
    const grupo = dicho.ok ? (dicho.valor ?? grupoHoja) : null;
    const nombre = NOMBRES.map((clave) => this.etiqueta(fila, clave, hoja)).filter((parte) => parte !== null);
    const area = this.etiqueta(fila, "area", hoja);
    this.filas.push({
      nombre: nombre.join(" ") || null,
      cargo: this.etiqueta(fila, "cargo", hoja),
      grupo: grupo ?? crudo(dicho, fila.valor("grupo")),
      calidadJuridica: crudo(leerCalidad(fila.valor("calidadJuridica")), fila.valor("calidadJuridica")),
      area,
    });
    this.sitios.push({ hoja, fila });
    if (grupo) this.conteo[grupo]++;
    if (grupo !== "personal" || area === null) return;
    if (!this.areas.has(comparable(area))) this.areas.set(comparable(area), area);
  }

  /** A short text of the row; a cell with an error of the spreadsheet is a fault and counts as empty. */
  private etiqueta(fila: Fila, clave: ClaveDestinatario, hoja: string): string | null {
    const leida = leerEtiqueta(fila.valor(clave));
    if (leida.ok) return leida.valor;
    const mensaje = `Fila ${fila.numero}: se espera ${leida.esperado}.`;
    const encontrado = breve(comoTexto(fila.valor(clave)));
    this.faltas.agregar({ hoja, celda: fila.celda(clave), encontrado, esperado: leida.esperado, mensaje });
    return null;
  }

  /** Judges the rows with the rules of the guide and brings each fault to its cell; those of all, to the first sheet. */
  terminar(primera: string): DestinatariosLeidos {
    const ilegibles = new Set(this.faltas.lista.map(({ hoja, celda }) => `${hoja}\n${celda}`));
    const recolector = new Recolector();
    evaluarDestinatarios(this.filas, recolector);
    for (const { regla, nivel, ruta, mensaje } of recolector.faltas) {
      const [j, campo] = ruta.split("/").slice(4);
      const sitio = j === undefined ? undefined : this.sitios[Number(j)];
      const columna = sitio && columnaDe(campo, sitio.fila);
      const hoja = sitio?.hoja ?? primera;
      const celda = sitio && columna ? sitio.fila.celda(columna) : "";
      if (celda !== "" && ilegibles.has(`${hoja}\n${celda}`)) continue;
      const esperado = ESPERADO[regla] ?? (regla === "FORMATO" ? "" : REGLA_POR_CODIGO[regla].exigencia);
      const encontrado = sitio && columna ? breve(comoTexto(sitio.fila.valor(columna))) : "";
      const fila = sitio ? `Fila ${sitio.fila.numero}. ` : "";
      this.faltas.agregar({ hoja, celda, encontrado, esperado, mensaje: fila + mensaje, nivel, regla });
    }
    return {
      filas: this.filas,
      origen: this.sitios.map(({ hoja, fila }) => ({ hoja, fila: fila.numero })),
      faltas: this.faltas.lista,
      conteo: this.conteo,
      areas: [...this.areas.values()],
    };
  }
}

const NOMBRES = ["nombre", "nombres", "apellidos", "apellidoPaterno", "apellidoMaterno"] as const;

/** The column of the sheet where a field of a recipient is; a repeated row (no field) is told at its name. */
function columnaDe(campo: string | undefined, fila: Fila): ClaveDestinatario {
  if (campo === "cargo" || campo === "grupo" || campo === "calidadJuridica" || campo === "area") return campo;
  return fila.valor("nombre") === undefined && fila.valor("nombres") !== undefined ? "nombres" : "nombre";
}

/** The code that was understood, or what the person wrote, kept for the rules to judge. */
function crudo<C extends string>(
  leida: Interpretado<C | null>,
  valor: ValorCelda | undefined,
): string | null {
  return leida.ok ? leida.valor : comoTexto(valor) || null;
}
