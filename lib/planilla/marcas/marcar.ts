import { capturar, type FaltaCelda, type Leido } from "../falla";
import { abrirPaquete, relacionesDe, ubicarPartes } from "../libro/leer";
import { LIMITES, leerDireccion } from "../libro/tipo";
import { EstilosEditados, type Realce } from "./estilos";
import { realzarHoja } from "./hoja";
import { agregarListado } from "./listado";
import { anotarHoja, type Nota } from "./notas";
import { PaqueteEditado } from "./paquete";

/** Notes beyond these make spreadsheet programs crawl: the rest are highlighted and listed. */
const MAXIMO_NOTAS = 5_000;
/** Rows of the list of faults: what a sheet can hold, with room to spare. */
const MAXIMO_LISTADO = 200_000;

/**
 * The same workbook with its faults marked: each faulty cell highlighted with a note of what was found and what was
 * expected, and a first sheet that lists them with links. Parts that are not touched are copied byte by byte:
 * formulas, formats, images and everything else stay as they were.
 * CPU-bound: servers call it through `taller/`.
 * @param faltas as the readers give them; those without cell, or of a sheet that is not there, are only listed.
 */
export function marcarFaltas(bytes: Uint8Array, faltas: readonly FaltaCelda[]): Promise<Leido<Uint8Array>> {
  return capturar(async () => {
    const original = abrirPaquete(bytes, LIMITES);
    const partes = await ubicarPartes(original);
    const paquete = new PaqueteEditado(original);
    const estilos = new EstilosEditados(partes.estilos ? await paquete.leer(partes.estilos) : undefined);
    const porHoja = Map.groupBy(
      faltas.filter((f) => leerDireccion(f.celda) !== null),
      (f) => f.hoja,
    );
    let notasLibres = MAXIMO_NOTAS;
    for (const { nombre, ruta, tipo } of partes.hojas) {
      const xml = tipo === "worksheet" ? await paquete.leer(ruta) : undefined;
      if (xml === undefined) continue;
      const suyas = porHoja.get(nombre) ?? [];
      const notas = notasDe(suyas).slice(0, notasLibres);
      notasLibres -= notas.length;
      let dibujo: string | null = null;
      if (notas.length > 0) {
        const relaciones = [...(await relacionesDe(original, ruta)).values()];
        const destino = (clase: string) => relaciones.find((r) => r.tipo === clase)?.destino;
        dibujo = await anotarHoja(
          paquete,
          ruta,
          { comentarios: destino("comments"), dibujo: destino("vmlDrawing") },
          notas,
        );
      }
      const marcada = realzarHoja(xml, realcesDe(suyas), estilos, dibujo);
      if (marcada !== xml) paquete.escribir(ruta, marcada);
    }
    await agregarListado(
      paquete,
      partes.libro,
      faltas.slice(0, MAXIMO_LISTADO),
      partes.hojas.map((h) => h.nombre),
      estilos,
    );
    await guardarEstilos(paquete, partes.libro, partes.estilos, estilos);
    return paquete.bytes();
  });
}

async function guardarEstilos(
  paquete: PaqueteEditado,
  libro: string,
  ruta: string | undefined,
  estilos: EstilosEditados,
): Promise<void> {
  const parte = ruta ?? paquete.nombreLibre("xl/styles#.xml");
  paquete.escribir(parte, estilos.terminar());
  if (ruta) return;
  await paquete.relacionar(libro, "styles", parte);
  await paquete.declarar({ parte }, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml");
}

function notasDe(faltas: readonly FaltaCelda[]): Nota[] {
  return [...Map.groupBy(faltas, (f) => f.celda)].flatMap(([celda, suyas]) => {
    const sitio = leerDireccion(celda);
    const texto = suyas
      .map(
        (f) =>
          `${f.mensaje}\nEncontrado: ${f.encontrado || "(vacío)"}\nEsperado: ${f.esperado}${f.regla ? `\nRegla: ${f.regla}` : ""}`,
      )
      .join("\n\n");
    return sitio ? [{ ...sitio, texto: texto.slice(0, 4_000) }] : [];
  });
}

function realcesDe(faltas: readonly FaltaCelda[]): Map<number, Map<number, Realce>> {
  const filas = new Map<number, Map<number, Realce>>();
  for (const { celda, nivel } of faltas) {
    const sitio = leerDireccion(celda);
    if (!sitio) continue;
    const fila = filas.get(sitio.fila) ?? new Map<number, Realce>();
    filas.set(sitio.fila, fila);
    if (fila.get(sitio.columna) !== "error") fila.set(sitio.columna, nivel);
  }
  return filas;
}
