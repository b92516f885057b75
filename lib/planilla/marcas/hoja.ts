import { leerDireccion, letras } from "../libro/tipo";
import type { EstilosEditados, Realce } from "./estilos";
import { atributo, conAtributo, etiquetas, idRelacion, prefijoDe, Retoques } from "./xml";

/** Elements of a sheet that come after the place of `legacyDrawing`. */
const TRAS_EL_DIBUJO = new Set([
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
]);

interface Columna {
  desde: number;
  hasta: number;
  estilo: number;
}

/**
 * Highlights cells of a sheet, writing those that do not exist yet, and hangs the drawing of its notes.
 * @param celdas row → column (from 0) → highlight.
 * @param dibujo id of the relationship to the drawing of the notes; null when the sheet already has one or has no notes.
 */
export function realzarHoja(
  xml: string,
  celdas: ReadonlyMap<number, ReadonlyMap<number, Realce>>,
  estilos: EstilosEditados,
  dibujo: string | null,
): string {
  const p = prefijoDe(xml, "worksheet");
  const retoques = new Retoques();
  const columnas: Columna[] = [];
  const filasPendientes = [...celdas.keys()].sort((a, b) => a - b);
  let fila = 0;
  let columna = -1;
  let estiloFila: number | null = null;
  let pendientes: [number, Realce][] = [];
  let nivel = 0;
  let colgado = dibujo === null;

  const nueva = (n: number, c: number, realce: Realce): string => {
    const base = estiloFila ?? columnas.find((x) => c + 1 >= x.desde && c + 1 <= x.hasta)?.estilo ?? 0;
    return `<${p}c r="${letras(c)}${n}" s="${estilos.realzar(base, realce)}"/>`;
  };
  const filaNueva = (n: number): string => {
    estiloFila = null;
    const suyas = [...(celdas.get(n) ?? [])].sort((a, b) => a[0] - b[0]);
    return `<${p}row r="${n}">${suyas.map(([c, realce]) => nueva(n, c, realce)).join("")}</${p}row>`;
  };
  const filasAntesDe = (limite: number): string => {
    let texto = "";
    while ((filasPendientes[0] ?? Number.POSITIVE_INFINITY) < limite)
      texto += filaNueva(filasPendientes.shift() as number);
    return texto;
  };
  const celdasAntesDe = (limite: number): string => {
    let texto = "";
    while ((pendientes[0]?.[0] ?? Number.POSITIVE_INFINITY) < limite) {
      const [c, realce] = pendientes.shift() as [number, Realce];
      texto += nueva(fila, c, realce);
    }
    return texto;
  };

  for (const e of etiquetas(xml)) {
    const entera = () => xml.slice(e.inicio, e.fin);
    if (e.clase === "cierra") nivel--;
    if (nivel === 1 && !colgado && e.clase !== "cierra" && TRAS_EL_DIBUJO.has(e.nombre)) {
      retoques.poner(e.inicio, e.inicio, colgar(xml, p, dibujo));
      colgado = true;
    }
    if (e.nombre === "col" && e.clase !== "cierra") {
      const [desde, hasta, estilo] = ["min", "max", "style"].map((a) =>
        Number(atributo(e.atributos, a) ?? 0),
      ) as [number, number, number];
      columnas.push({ desde, hasta, estilo });
    } else if (e.nombre === "sheetView" && e.clase !== "cierra" && /tabSelected\s*=/.test(e.atributos)) {
      retoques.poner(e.inicio, e.fin, entera().replace(/\stabSelected\s*=\s*("[^"]*"|'[^']*')/, ""));
    } else if (e.nombre === "row" && e.clase !== "cierra") {
      fila = Number(atributo(e.atributos, "r") ?? fila + 1);
      columna = -1;
      const antes = filasAntesDe(fila);
      if (antes) retoques.poner(e.inicio, e.inicio, antes);
      const s = atributo(e.atributos, "s");
      estiloFila = s === undefined ? null : Number(s);
      pendientes = [...(celdas.get(fila) ?? [])].sort((a, b) => a[0] - b[0]);
      if (filasPendientes[0] === fila) filasPendientes.shift();
      if (e.clase === "sola" && pendientes.length > 0) {
        const abierta = entera().replace(/\s*\/>$/, ">");
        retoques.poner(e.inicio, e.fin, `${abierta}${celdasAntesDe(Number.POSITIVE_INFINITY)}</${p}row>`);
      }
    } else if (e.nombre === "row") {
      const resto = celdasAntesDe(Number.POSITIVE_INFINITY);
      if (resto) retoques.poner(e.inicio, e.inicio, resto);
    } else if (e.nombre === "c" && e.clase !== "cierra") {
      const r = atributo(e.atributos, "r");
      columna = (r === undefined ? null : leerDireccion(r)?.columna) ?? columna + 1;
      const antes = celdasAntesDe(columna);
      if (antes) retoques.poner(e.inicio, e.inicio, antes);
      if (pendientes[0]?.[0] === columna) {
        const [, realce] = pendientes.shift() as [number, Realce];
        const estilo = Number(atributo(e.atributos, "s") ?? 0);
        retoques.poner(e.inicio, e.fin, conAtributo(entera(), "s", estilos.realzar(estilo, realce)));
      }
    } else if (e.nombre === "sheetData" && e.clase !== "abre") {
      const resto = filasAntesDe(Number.POSITIVE_INFINITY);
      if (resto && e.clase === "cierra") retoques.poner(e.inicio, e.inicio, resto);
      else if (resto) retoques.poner(e.inicio, e.fin, `<${p}sheetData>${resto}</${p}sheetData>`);
    } else if (e.nombre === "worksheet" && e.clase === "cierra" && !colgado) {
      retoques.poner(e.inicio, e.inicio, colgar(xml, p, dibujo));
    }
    if (e.clase === "abre") nivel++;
  }
  return retoques.aplicar(xml);
}

function colgar(xml: string, p: string, dibujo: string | null): string {
  return `<${p}legacyDrawing ${idRelacion(xml, dibujo ?? "")}/>`;
}
