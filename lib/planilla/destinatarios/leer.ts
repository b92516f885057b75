import { evaluarDestinatarios } from "@/lib/expediente/evaluar/difusion";
import { Recolector } from "@/lib/expediente/evaluar/recolector";
import type { Destinatario } from "@/lib/expediente/formato";
import { mostrarNumero } from "@/lib/expediente/numero";
import { clave as comparable } from "@/lib/expediente/texto";
import { CALIDADES_JURIDICAS, GRUPOS, type Grupo } from "@/lib/guia/e3-2025/valores";
import { esperadoDe } from "../esperado";
import { type FaltaCelda, type Leido, leido, noLeido } from "../falla";
import { avisoDeOculta, avisosDelLibro } from "../libro/avisos";
import { direccion, type Libro, type ValorCelda } from "../libro/tipo";
import { buscarTabla, encabezadosAjenos, Faltas, type FilaTabla, type Tabla } from "../tabla";
import { comoTexto, type Interpretado, leerEtiqueta, loHallado } from "../valor";
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
type TablaLeida = Tabla<ClaveDestinatario>;
type Sitio = { readonly fila: Fila; readonly tabla: TablaLeida };
type Gravedad = { readonly nivel: FaltaCelda["nivel"]; readonly regla: string };

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
  const tablas: TablaLeida[] = [];
  const avisos = avisosDelLibro(libro);
  for (const hoja of libro.hojas) {
    const tabla = buscarTabla(hoja, COLUMNAS_DESTINATARIO);
    if (!tabla || !(tabla.columnas.has("nombre") || tabla.columnas.has("nombres"))) continue;
    if (hoja.oculta) avisos.push(avisoDeOculta(hoja));
    else tablas.push(tabla);
  }
  if (tablas.length === 0) return noLeido("DESTINATARIOS_SIN_TABLA", SIN_TABLA);
  const lector = new LectorDestinatarios();
  for (const tabla of tablas) lector.leerTabla(tabla);
  const leidos = lector.terminar(tablas[0]?.hoja.nombre ?? "");
  return leido({ ...leidos, faltas: [...avisos, ...leidos.faltas] });
}

class LectorDestinatarios {
  private readonly filas: Destinatario[] = [];
  private readonly sitios: Sitio[] = [];
  private readonly faltas = new Faltas();
  private readonly conteo: Record<Grupo, number> = { personal: 0, directivos: 0, cosoc: 0 };
  private readonly areas = new Map<string, string>();

  leerTabla(tabla: TablaLeida): void {
    const deLaHoja = leerGrupo(tabla.hoja.nombre);
    for (const fila of tabla.filas) this.leerFila(fila, tabla, deLaHoja.ok ? deLaHoja.valor : null);
  }

  private leerFila(fila: Fila, tabla: TablaLeida, grupoHoja: Grupo | null): void {
    const hoja = tabla.hoja.nombre;
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
    this.sitios.push({ fila, tabla });
    if (grupo) this.conteo[grupo]++;
    if (grupo !== "personal" || area === null) return;
    if (!this.areas.has(comparable(area))) this.areas.set(comparable(area), area);
  }

  /** A short text of the row; a cell with an error of the spreadsheet is a fault and counts as empty. */
  private etiqueta(fila: Fila, clave: ClaveDestinatario, hoja: string): string | null {
    const leida = leerEtiqueta(fila.valor(clave));
    if (leida.ok) return leida.valor;
    const mensaje = `Fila ${fila.numero}: se espera ${leida.esperado}.`;
    const encontrado = loHallado(fila.valor(clave));
    this.faltas.agregar({ hoja, celda: fila.celda(clave), encontrado, esperado: leida.esperado, mensaje });
    return null;
  }

  /** Judges the rows with the rules of the guide and brings each fault to its cell; those of all, to the first sheet. */
  terminar(primera: string): DestinatariosLeidos {
    const ilegibles = new Set(this.faltas.lista.map(({ hoja, celda }) => `${hoja}\n${celda}`));
    const recolector = new Recolector();
    evaluarDestinatarios(this.filas, recolector);
    const faltantes = new Faltantes();
    for (const { regla, nivel, ruta, mensaje } of recolector.faltas) {
      const [j, campo] = ruta.split("/").slice(4);
      const sitio = j === undefined ? undefined : this.sitios[Number(j)];
      const columna = sitio && columnaDe(campo, sitio);
      if (sitio && columna && !sitio.tabla.columnas.has(columna)) {
        faltantes.anotar(sitio.tabla, columna, nivel, regla);
        continue;
      }
      const hoja = sitio?.tabla.hoja.nombre ?? primera;
      const celda = sitio && columna ? sitio.fila.celda(columna) : "";
      if (celda !== "" && ilegibles.has(`${hoja}\n${celda}`)) continue;
      const esperado = ESPERADO[regla] ?? esperadoDe(regla);
      const encontrado = sitio && columna ? loHallado(sitio.fila.valor(columna)) : "";
      const fila = sitio ? `Fila ${sitio.fila.numero}. ` : "";
      this.faltas.agregar({ hoja, celda, encontrado, esperado, mensaje: fila + mensaje, nivel, regla });
    }
    for (const falta of faltantes.decir()) this.faltas.agregar(falta);
    return {
      filas: this.filas,
      origen: this.sitios.map(({ fila, tabla }) => ({ hoja: tabla.hoja.nombre, fila: fila.numero })),
      faltas: this.faltas.lista,
      conteo: this.conteo,
      areas: [...this.areas.values()],
    };
  }
}

/** What rows lack because their sheet has no such column: told once, at its headings, and not cell by cell. */
class Faltantes {
  private readonly porColumna = new Map<
    string,
    { tabla: TablaLeida; clave: ClaveDestinatario; filas: number } & Gravedad
  >();

  anotar(tabla: TablaLeida, clave: ClaveDestinatario, nivel: Gravedad["nivel"], regla: string): void {
    const llave = `${tabla.hoja.nombre}\n${clave}\n${regla}`;
    const previa = this.porColumna.get(llave);
    if (previa) previa.filas += 1;
    else this.porColumna.set(llave, { tabla, clave, nivel, regla, filas: 1 });
  }

  decir(): FaltaCelda[] {
    return [...this.porColumna.values()].map(({ tabla, clave, nivel, regla, filas }) => {
      const { nombre } = tabla.hoja;
      const etiqueta = COLUMNAS_DESTINATARIO.find((columna) => columna.clave === clave)?.etiqueta ?? clave;
      const ajenas = encabezadosAjenos(tabla);
      const otras =
        ajenas.length > 0
          ? ` No reconocimos ${ajenas.join(", ")}: si es una de ellas, llámela «${etiqueta}».`
          : "";
      return {
        hoja: nombre,
        celda: direccion(Math.min(...tabla.columnas.values()), tabla.encabezado),
        encontrado: "falta la columna",
        esperado: `una columna llamada «${etiqueta}»`,
        mensaje: `La hoja «${nombre}» no tiene la columna «${etiqueta}», que hace falta en ${filas === 1 ? "una fila" : `${mostrarNumero(filas)} filas`}.${otras}`,
        nivel,
        regla,
      };
    });
  }
}

const NOMBRES = ["nombre", "nombres", "apellidos", "apellidoPaterno", "apellidoMaterno"] as const;

/** The column of the sheet where a field of a recipient is; a repeated row (no field) is told at its name. */
function columnaDe(campo: string | undefined, { fila, tabla }: Sitio): ClaveDestinatario {
  if (campo === "cargo" || campo === "grupo" || campo === "calidadJuridica" || campo === "area") return campo;
  return fila.valor("nombre") === undefined && tabla.columnas.has("nombres") ? "nombres" : "nombre";
}

/** The code that was understood, or what the person wrote, kept for the rules to judge. */
function crudo<C extends string>(
  leida: Interpretado<C | null>,
  valor: ValorCelda | undefined,
): string | null {
  return leida.ok ? leida.valor : comoTexto(valor) || null;
}
