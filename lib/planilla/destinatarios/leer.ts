import type { Destinatario } from "@/lib/expediente/formato";
import { clave as comparable } from "@/lib/expediente/texto";
import { type CodigoRegla, REGLA_POR_CODIGO } from "@/lib/guia/e3-2025/reglas";
import { CALIDADES_JURIDICAS, GRUPOS, type Grupo } from "@/lib/guia/e3-2025/valores";
import { type FaltaCelda, type Leido, leido, noLeido } from "../falla";
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

const esperadoGrupo = `uno de: ${Object.values(GRUPOS).join(", ")}`;
const esperadaCalidad = `una de: ${Object.values(CALIDADES_JURIDICAS).join(", ")}`;

/** Message of the rule table with its blanks filled in; the place is named by its row. */
function mensaje(codigo: CodigoRegla, variante: string, datos: Record<string, string>): string {
  const plantilla = REGLA_POR_CODIGO[codigo].mensajes[variante] ?? REGLA_POR_CODIGO[codigo].exigencia;
  return plantilla.replace(/\{(\w+)\}/g, (_, dato: string) => datos[dato] ?? "");
}

/**
 * Reads recipients from every sheet that has a table of them: columns by name in any order, headings on any of the
 * first rows. A sheet called like a group ("COSOC") gives that group to its rows that say none.
 * Every fault at once: DIF-05, 06, 08 and 13 by cell; DIF-07 and 09 on the whole list.
 */
export function leerDestinatarios(libro: Libro): Leido<DestinatariosLeidos> {
  const tablas: { tabla: Tabla<ClaveDestinatario>; hoja: HojaLeida }[] = [];
  for (const hoja of libro.hojas) {
    if (hoja.oculta) continue;
    const tabla = buscarTabla(hoja, COLUMNAS_DESTINATARIO);
    if (tabla && (tabla.columnas.has("nombre") || tabla.columnas.has("nombres")))
      tablas.push({ tabla, hoja });
  }
  if (tablas.length === 0) return noLeido("DESTINATARIOS_SIN_TABLA", SIN_TABLA);
  const lector = new LectorDestinatarios();
  for (const { tabla, hoja } of tablas) lector.leerTabla(tabla, hoja);
  return leido(lector.terminar(tablas[0]?.hoja.nombre ?? ""));
}

class LectorDestinatarios {
  private readonly filas: Destinatario[] = [];
  private readonly origen: { hoja: string; fila: number }[] = [];
  private readonly faltas = new Faltas();
  private readonly conteo: Record<Grupo, number> = { personal: 0, directivos: 0, cosoc: 0 };
  private readonly areas = new Map<string, string>();
  private readonly vistos = new Map<string, string>();

  leerTabla(tabla: Tabla<ClaveDestinatario>, hoja: HojaLeida): void {
    const deLaHoja = leerGrupo(hoja.nombre);
    const grupoHoja = deLaHoja.ok ? deLaHoja.valor : null;
    for (const fila of tabla.filas) this.leerFila(fila, hoja.nombre, grupoHoja);
  }

  private leerFila(fila: FilaTabla<ClaveDestinatario>, hoja: string, grupoHoja: Grupo | null): void {
    const lugar = `Fila ${fila.numero}`;
    const faltar = (
      clave: ClaveDestinatario,
      regla: CodigoRegla,
      variante: string,
      esperado: string,
      datos: Record<string, string> = {},
    ) => {
      this.faltas.agregar({
        hoja,
        celda: fila.celda(clave),
        encontrado: breve(comoTexto(fila.valor(clave))),
        esperado,
        mensaje: mensaje(regla, variante, { lugar, ...datos }),
        regla,
        nivel: REGLA_POR_CODIGO[regla].nivel,
      });
    };

    const nombre = this.nombre(fila, hoja);
    if (nombre === null) {
      const clave =
        fila.valor("nombre") === undefined && fila.valor("nombres") !== undefined ? "nombres" : "nombre";
      faltar(clave, "DIF-05", "falta", "nombre y apellidos", { campo: "nombre" });
    }
    const cargo = this.etiqueta(fila, "cargo", hoja);
    if (cargo === null) faltar("cargo", "DIF-05", "falta", "el cargo o la función", { campo: "cargo" });

    const dicho = leerGrupo(fila.valor("grupo"));
    const grupo = dicho.ok ? (dicho.valor ?? grupoHoja) : null;
    if (!dicho.ok) {
      const grupoDicho = breve(comoTexto(fila.valor("grupo")));
      faltar("grupo", "DIF-06", "ajeno", esperadoGrupo, { grupo: grupoDicho });
    } else if (grupo === null) faltar("grupo", "DIF-06", "falta", esperadoGrupo);

    const calidad = leerCalidad(fila.valor("calidadJuridica"));
    if (grupo === "personal") {
      if (!calidad.ok) {
        const calidadDicha = breve(comoTexto(fila.valor("calidadJuridica")));
        faltar("calidadJuridica", "DIF-08", "ajena", esperadaCalidad, { calidad: calidadDicha });
      } else if (calidad.valor === null) faltar("calidadJuridica", "DIF-08", "falta", esperadaCalidad);
    }
    const area = this.etiqueta(fila, "area", hoja);
    this.filas.push({
      nombre,
      cargo,
      grupo: grupo ?? crudo(dicho, fila.valor("grupo")),
      calidadJuridica: crudo(calidad, fila.valor("calidadJuridica")),
      area,
    });
    this.origen.push({ hoja, fila: fila.numero });
    if (grupo) this.conteo[grupo]++;
    if (grupo === "personal" && area !== null && !this.areas.has(comparable(area)))
      this.areas.set(comparable(area), area);
    if (nombre !== null && cargo !== null) {
      const persona = `${comparable(nombre)}\n${comparable(cargo)}`;
      const otro = this.vistos.get(persona);
      if (otro === undefined) this.vistos.set(persona, `de la hoja ${hoja}, fila ${fila.numero}`);
      else
        faltar(
          fila.valor("nombre") === undefined ? "nombres" : "nombre",
          "DIF-13",
          "falta",
          "cada persona una sola vez",
          { nombre, cargo, otro },
        );
    }
  }

  private nombre(fila: FilaTabla<ClaveDestinatario>, hoja: string): string | null {
    const partes = (["nombre", "nombres", "apellidos", "apellidoPaterno", "apellidoMaterno"] as const)
      .map((clave) => this.etiqueta(fila, clave, hoja))
      .filter((parte) => parte !== null);
    return partes.length > 0 ? partes.join(" ") : null;
  }

  /** A short text of the row; a cell with an error of the spreadsheet is a fault and counts as empty. */
  private etiqueta(
    fila: FilaTabla<ClaveDestinatario>,
    clave: ClaveDestinatario,
    hoja: string,
  ): string | null {
    const leida = leerEtiqueta(fila.valor(clave));
    if (leida.ok) return leida.valor;
    this.faltas.agregar({
      hoja,
      celda: fila.celda(clave),
      encontrado: breve(comoTexto(fila.valor(clave))),
      esperado: leida.esperado,
      mensaje: `Fila ${fila.numero}: se espera ${leida.esperado}.`,
    });
    return null;
  }

  terminar(hoja: string): DestinatariosLeidos {
    const general = (
      regla: CodigoRegla,
      encontrado: string,
      esperado: string,
      datos: Record<string, string>,
    ) => {
      this.faltas.agregar({
        hoja,
        celda: "",
        encontrado,
        esperado,
        mensaje: mensaje(regla, "falta", datos),
        regla,
      });
    };
    const ausentes = (Object.keys(GRUPOS) as Grupo[]).filter((grupo) => this.conteo[grupo] === 0);
    if (ausentes.length > 0) {
      const grupos = ausentes.map((g) => GRUPOS[g]).join(", ");
      general("DIF-07", `nadie de: ${grupos}`, "personas de los tres grupos", { grupos });
    }
    if (this.conteo.personal > 0 && this.areas.size < 2) {
      const areas = [...this.areas.values()][0] ?? "ninguna área indicada";
      general("DIF-09", areas, "personal de al menos dos áreas", { areas });
    }
    return {
      filas: this.filas,
      origen: this.origen,
      faltas: this.faltas.lista,
      conteo: this.conteo,
      areas: [...this.areas.values()],
    };
  }
}

/** The code that was understood, or what the person wrote, kept for the rules to judge. */
function crudo<C extends string>(
  leida: Interpretado<C | null>,
  valor: ValorCelda | undefined,
): string | null {
  return leida.ok ? leida.valor : comoTexto(valor) || null;
}
