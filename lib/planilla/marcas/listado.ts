import { textoDeCelda } from "../celda";
import type { FaltaCelda } from "../falla";
import { letras } from "../libro/tipo";
import type { EstilosEditados } from "./estilos";
import type { PaqueteEditado } from "./paquete";
import {
  agregarDentro,
  atributo,
  conAtributo,
  escaparXml,
  etiquetas,
  idRelacion,
  prefijoDe,
  Retoques,
} from "./xml";

const PRINCIPAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/** What the list of faults begins with, and is known by when the workbook comes back. */
export const TITULO_LISTADO = "Faltas encontradas";
const COLUMNAS = [
  ["Hoja", 24],
  ["Celda", 10],
  ["Nivel", 10],
  ["Encontrado", 30],
  ["Esperado", 40],
  ["Qué pasa y cómo se corrige", 80],
  ["Regla", 10],
] as const;

/** Adds a first sheet that lists every fault, each with a link to its cell, and makes it the one that opens. */
export async function agregarListado(
  paquete: PaqueteEditado,
  libro: string,
  faltas: readonly FaltaCelda[],
  hojas: readonly string[],
  estilos: EstilosEditados,
): Promise<void> {
  const parte = paquete.nombreLibre("xl/worksheets/sheet#.xml");
  paquete.escribir(parte, hojaDeFaltas(faltas, new Set(hojas), estilos));
  const relacion = await paquete.relacionar(libro, "worksheet", parte);
  await paquete.declarar(
    { parte },
    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
  );
  const xml = (await paquete.leer(libro)) ?? "";
  paquete.escribir(libro, enLibro(xml, relacion, nombreLibre(hojas)));
}

function nombreLibre(hojas: readonly string[]): string {
  const usados = new Set(hojas.map((h) => h.toLowerCase()));
  for (let n = 1; ; n++) {
    const nombre = n === 1 ? "Faltas" : `Faltas ${n}`;
    if (!usados.has(nombre.toLowerCase())) return nombre;
  }
}

/** Names that belong to a sheet say which by position: with a sheet more in front, all move by one. */
function enLibro(xml: string, relacion: string, nombre: string): string {
  const p = prefijoDe(xml, "workbook");
  const retoques = new Retoques();
  let mayor = 0;
  for (const e of etiquetas(xml)) {
    if (e.clase === "cierra") continue;
    if (e.nombre === "sheet") mayor = Math.max(mayor, Number(atributo(e.atributos, "sheetId") ?? 0));
    const entera = xml.slice(e.inicio, e.fin);
    const local = e.nombre === "definedName" ? atributo(e.atributos, "localSheetId") : undefined;
    if (local !== undefined)
      retoques.poner(e.inicio, e.fin, conAtributo(entera, "localSheetId", Number(local) + 1));
    if (e.nombre === "workbookView") {
      retoques.poner(e.inicio, e.fin, conAtributo(conAtributo(entera, "activeTab", 0), "firstSheet", 0));
    }
  }
  const hoja = `<${p}sheet name="${escaparXml(nombre)}" sheetId="${mayor + 1}" ${idRelacion(xml, relacion)}/>`;
  const abierta = retoques.aplicar(xml);
  const apertura = [...etiquetas(abierta)].find((e) => e.nombre === "sheets" && e.clase === "abre");
  return apertura
    ? abierta.slice(0, apertura.fin) + hoja + abierta.slice(apertura.fin)
    : agregarDentro(abierta, "sheets", hoja);
}

function hojaDeFaltas(
  faltas: readonly FaltaCelda[],
  hojas: ReadonlySet<string>,
  estilos: EstilosEditados,
): string {
  const celda = (columna: number, fila: number, texto: string, estilo: number) =>
    texto === ""
      ? ""
      : `<c r="${letras(columna)}${fila}" s="${estilo}" t="inlineStr"><is><t xml:space="preserve">${escaparXml(textoDeCelda(texto))}</t></is></c>`;
  const fila = (n: number, celdas: string) => `<row r="${n}">${celdas}</row>`;
  const errores = faltas.filter((f) => f.nivel === "error").length;
  const resumen = `${errores} ${errores === 1 ? "error" : "errores"} y ${faltas.length - errores} ${faltas.length - errores === 1 ? "aviso" : "avisos"}. Haga clic en una celda de la segunda columna para ir a ella. Corrija y vuelva a cargar este mismo libro.`;
  const filas = [
    fila(1, celda(0, 1, TITULO_LISTADO, estilos.encabezado)),
    fila(2, celda(0, 2, resumen, 0)),
    fila(4, COLUMNAS.map(([nombre], i) => celda(i, 4, nombre, estilos.encabezado)).join("")),
  ];
  const enlaces: string[] = [];
  faltas.forEach((f, i) => {
    const n = i + 5;
    const conEnlace = f.celda !== "" && hojas.has(f.hoja);
    const valores = [
      f.hoja,
      f.celda,
      f.nivel === "error" ? "Error" : "Aviso",
      f.encontrado,
      f.esperado,
      f.mensaje,
      f.regla ?? "",
    ];
    filas.push(
      fila(
        n,
        valores.map((v, c) => celda(c, n, v, c === 1 && conEnlace ? estilos.enlace : estilos.texto)).join(""),
      ),
    );
    if (conEnlace) {
      const lugar = `'${f.hoja.replaceAll("'", "''")}'!${f.celda}`;
      enlaces.push(
        `<hyperlink ref="B${n}" location="${escaparXml(lugar)}" display="${escaparXml(f.celda)}"/>`,
      );
    }
  });
  const anchos = COLUMNAS.map(
    ([, ancho], i) => `<col min="${i + 1}" max="${i + 1}" width="${ancho}" customWidth="1"/>`,
  ).join("");
  const vinculos = enlaces.length > 0 ? `<hyperlinks>${enlaces.join("")}</hyperlinks>` : "";
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${PRINCIPAL}"><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${anchos}</cols><sheetData>${filas.join("")}</sheetData>${vinculos}<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>`;
}
