import { textoDeCelda } from "../celda";
import { direccion } from "../libro/tipo";
import type { PaqueteEditado } from "./paquete";
import { agregarDentro, atributo, escaparXml, etiquetas, prefijoDe, Retoques } from "./xml";

export interface Nota {
  fila: number;
  columna: number;
  texto: string;
}

/** Whose the notes are; it also tells those of a previous marking, which are replaced. */
const AUTOR = "Plataforma CSEU";
const PRINCIPAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const VML = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>`;

/** Parts of the notes that a sheet already has. */
export interface PartesNotas {
  comentarios?: string;
  dibujo?: string;
}

/**
 * Adds notes to a sheet, beside those it has; a note of a previous marking in the same cell is replaced.
 * @returns id of the relationship to the new drawing, to be hung from the sheet; null when it already had one.
 */
export async function anotarHoja(
  paquete: PaqueteEditado,
  hoja: string,
  partes: PartesNotas,
  notas: readonly Nota[],
): Promise<string | null> {
  const comentarios = partes.comentarios ?? paquete.nombreLibre("xl/comments#.xml");
  const previos =
    (await paquete.leer(comentarios)) ??
    `<?xml version="1.0" encoding="UTF-8"?><comments xmlns="${PRINCIPAL}"><authors></authors><commentList></commentList></comments>`;
  const { xml, dibujadas } = agregarComentarios(previos, notas);
  paquete.escribir(comentarios, xml);
  if (!partes.comentarios) {
    await paquete.relacionar(hoja, "comments", comentarios);
    await paquete.declarar(
      { parte: comentarios },
      "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml",
    );
  }
  const dibujo = partes.dibujo ?? paquete.nombreLibre("xl/drawings/vmlDrawing#.vml");
  const vml = (await paquete.leer(dibujo)) ?? VML;
  const primera =
    1 +
    Math.max(
      PRIMERA_FIGURA,
      ...[...vml.matchAll(/_x0000_s(\d{1,9})\b/g)].map((m) => Number(m[1])).slice(-10_000),
    );
  const figuras = notas
    .filter((nota) => !dibujadas.has(direccion(nota.columna, nota.fila)))
    .map((nota, i) => figura(nota, primera + i));
  paquete.escribir(
    dibujo,
    vml.replace(/<\/xml>\s*$/, () => `${figuras.join("")}</xml>`),
  );
  if (partes.dibujo) return null;
  await paquete.declarar({ extension: "vml" }, "application/vnd.openxmlformats-officedocument.vmlDrawing");
  return paquete.relacionar(hoja, "vmlDrawing", dibujo);
}

function agregarComentarios(
  previos: string,
  notas: readonly Nota[],
): { xml: string; dibujadas: Set<string> } {
  const p = prefijoDe(previos, "comments");
  const porCelda = new Map(notas.map((nota) => [direccion(nota.columna, nota.fila), nota]));
  const parrafo = (texto: string) =>
    `<${p}r><${p}rPr><${p}sz val="9"/><${p}rFont val="Tahoma"/></${p}rPr><${p}t xml:space="preserve">${escaparXml(textoDeCelda(texto))}</${p}t></${p}r>`;
  const cuerpo = (nota: Nota) => parrafo(`${AUTOR}\n${nota.texto}`);
  const retoques = new Retoques();
  const dibujadas = new Set<string>();
  let autores = 0;
  let abierto: { celda: string; inicio: number } | null = null;
  for (const e of etiquetas(previos)) {
    if (e.nombre === "author" && e.clase !== "cierra") autores++;
    if (e.nombre === "comment" && e.clase === "abre")
      abierto = { celda: atributo(e.atributos, "ref") ?? "", inicio: e.fin };
    const nota = abierto && porCelda.get(abierto.celda);
    if (e.nombre === "text" && e.clase === "cierra" && abierto && nota) {
      const propio = previos.slice(abierto.inicio, e.inicio).includes(`>${AUTOR}\n`);
      if (propio) retoques.poner(abierto.inicio, e.inicio, `<${p}text>${cuerpo(nota)}`);
      else retoques.poner(e.inicio, e.inicio, parrafo(`\n${AUTOR}\n${nota.texto}`));
      dibujadas.add(abierto.celda);
    }
    if (e.nombre === "comment" && e.clase === "cierra") abierto = null;
  }
  const nuevos = [...porCelda]
    .filter(([celda]) => !dibujadas.has(celda))
    .map(
      ([celda, nota]) =>
        `<${p}comment ref="${celda}" authorId="${autores}"><${p}text>${cuerpo(nota)}</${p}text></${p}comment>`,
    );
  const conAutor = agregarDentro(retoques.aplicar(previos), "authors", `<${p}author>${AUTOR}</${p}author>`);
  return { xml: agregarDentro(conAutor, "commentList", nuevos.join("")), dibujadas };
}

/** Identifiers of our shapes start far from those that spreadsheet programs give. */
const PRIMERA_FIGURA = 700_000;

function figura({ fila, columna }: Nota, id: number): string {
  const y = fila - 1;
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:5pt;width:260pt;height:110pt;z-index:${id};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${columna + 1}, 15, ${Math.max(0, y - 1)}, 10, ${columna + 4}, 60, ${y + 5}, 10</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${y}</x:Row><x:Column>${columna}</x:Column></x:ClientData></v:shape>`;
}
