import { capturar, type Leido, Rechazo } from "../falla";
import { LectorEstilos } from "./estilos";
import { exigirLibro, exigirZip } from "./firma";
import { type Contexto, LectorCompartidos, LectorHoja } from "./hoja";
import { type HojaLeida, LIMITES, type Libro, type LimitesLibro } from "./tipo";
import { type Oyente, recorrerXml } from "./xml";
import { Contador, type Entrada, inflar, leerDirectorio } from "./zip";

const SIN_HOJAS =
  "El libro no tiene hojas que se puedan leer. Ábralo en su planilla de cálculo, guárdelo otra vez como .xlsx y vuelva a cargarlo.";

/** Where the parts of an open package are, found through its relationships and never by guessing names. */
export interface Partes {
  libro: string;
  hojas: { nombre: string; ruta: string; oculta: boolean; tipo: string }[];
  compartidos?: string;
  estilos?: string;
  sistema1904: boolean;
}

/** A zip already accepted, from which parts are inflated on demand. */
export interface Paquete {
  bytes: Buffer;
  entradas: Map<string, Entrada>;
  contador: Contador;
}

/** Opens the package: signature, directory and kind. Throws a refusal. */
export function abrirPaquete(bytes: Uint8Array, limites: LimitesLibro): Paquete {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  exigirZip(buffer, limites);
  const entradas = leerDirectorio(buffer, limites);
  exigirLibro(new Set(entradas.keys()));
  return { bytes: buffer, entradas, contador: new Contador(limites) };
}

async function recorrer(paquete: Paquete, nombre: string, oyente: Oyente): Promise<boolean> {
  const entrada = paquete.entradas.get(nombre.toLowerCase());
  if (!entrada) return false;
  await recorrerXml(inflar(paquete.bytes, entrada, paquete.contador), oyente);
  return true;
}

/** Path inside the zip of a relationship's target, which may be absolute or relative to its owner's folder. */
export function resolver(duenio: string, destino: string): string {
  const limpio = destino.replaceAll("\\", "/");
  const partes = limpio.startsWith("/") ? [] : duenio.split("/").slice(0, -1);
  for (const parte of limpio.split("/")) {
    if (parte === "..") partes.pop();
    else if (parte !== "" && parte !== ".") partes.push(parte);
  }
  return partes.join("/");
}

interface Relacion {
  tipo: string;
  destino: string;
}

/** Relationships of a part by id, those that leave the package left out. */
export async function relacionesDe(paquete: Paquete, duenio: string): Promise<Map<string, Relacion>> {
  const carpeta = duenio.includes("/") ? duenio.slice(0, duenio.lastIndexOf("/") + 1) : "";
  const mapa = new Map<string, Relacion>();
  await recorrer(paquete, `${carpeta}_rels/${duenio.slice(carpeta.length)}.rels`, {
    abre(nombre, a) {
      if (nombre !== "Relationship" || a.TargetMode === "External") return;
      const tipo = (a.Type ?? "").slice((a.Type ?? "").lastIndexOf("/") + 1);
      mapa.set(a.Id ?? "", { tipo, destino: resolver(duenio, a.Target ?? "") });
    },
    cierra() {},
    texto() {},
  });
  return mapa;
}

/** The `r:id` of an element, whatever prefix its document gives to relationships. */
function idDeRelacion(atributos: Readonly<Record<string, string>>): string {
  const nombre = Object.keys(atributos).find((n) => n.endsWith(":id"));
  return (nombre && atributos[nombre]) || "";
}

/** Finds the parts of the workbook. Throws a refusal when there is none. */
export async function ubicarPartes(paquete: Paquete): Promise<Partes> {
  const raiz = await relacionesDe(paquete, "");
  const libro = [...raiz.values()].find((r) => r.tipo === "officeDocument")?.destino ?? "xl/workbook.xml";
  const propias = await relacionesDe(paquete, libro);
  const partes: Partes = { libro, hojas: [], sistema1904: false };
  for (const { tipo, destino } of propias.values()) {
    if (tipo === "sharedStrings") partes.compartidos = destino;
    else if (tipo === "styles") partes.estilos = destino;
  }
  const maximo = paquete.contador.limites.hojas;
  const hallado = await recorrer(paquete, libro, {
    abre(nombre, a) {
      if (nombre === "workbookPr") partes.sistema1904 = a.date1904 === "1" || a.date1904 === "true";
      if (nombre !== "sheet") return;
      const relacion = propias.get(idDeRelacion(a));
      partes.hojas.push({
        nombre: a.name ?? "",
        ruta: relacion?.destino ?? "",
        oculta: a.state === "hidden" || a.state === "veryHidden",
        tipo: relacion?.tipo ?? "",
      });
      if (partes.hojas.length > maximo) {
        throw new Rechazo(
          "LIBRO_EXCESIVO",
          `El libro tiene más de ${maximo} hojas. Deje solo las hojas con los datos y vuelva a cargarlo.`,
        );
      }
    },
    cierra() {},
    texto() {},
  });
  if (!hallado) throw new Rechazo("LIBRO_DANADO", SIN_HOJAS);
  return partes;
}

/**
 * Reads the values of a workbook, within limits and without running anything: formulas give their saved value,
 * links are not followed, and only the parts with data are inflated, chunk by chunk.
 * CPU-bound: servers call it through `taller/`, never on the thread that attends people.
 * @returns the sheets with content in order, or a failure with its remedy (`LIBRO_…`).
 */
export function leerLibro(bytes: Uint8Array, limites: LimitesLibro = LIMITES): Promise<Leido<Libro>> {
  return capturar(async () => {
    const paquete = abrirPaquete(bytes, limites);
    const partes = await ubicarPartes(paquete);
    const compartidos = new LectorCompartidos();
    if (partes.compartidos) await recorrer(paquete, partes.compartidos, compartidos);
    const estilos = new LectorEstilos();
    if (partes.estilos) await recorrer(paquete, partes.estilos, estilos);
    const contexto: Contexto = {
      compartidos: compartidos.textos,
      formas: estilos.formas,
      sistema1904: partes.sistema1904,
      limites,
      filas: 0,
      celdas: 0,
    };
    const hojas: HojaLeida[] = [];
    for (const { nombre, ruta, oculta, tipo } of partes.hojas) {
      if (tipo === "chartsheet" || tipo === "dialogsheet") continue;
      const lector = new LectorHoja(contexto);
      if (!(await recorrer(paquete, ruta, lector))) throw new Rechazo("LIBRO_DANADO", SIN_HOJAS);
      hojas.push({ nombre, oculta, filas: ordenar(lector.filas), combinadas: lector.combinadas });
    }
    if (hojas.length === 0) throw new Rechazo("LIBRO_DANADO", SIN_HOJAS);
    const enlacesExternos = [...paquete.entradas.keys()].some((n) => n.startsWith("xl/externallinks/"));
    return { hojas, enlacesExternos };
  });
}

function ordenar(filas: HojaLeida["filas"]): HojaLeida["filas"] {
  const ordenada = filas.every((fila, i) => i === 0 || fila.numero > (filas[i - 1]?.numero ?? 0));
  return ordenada ? filas : filas.toSorted((a, b) => a.numero - b.numero);
}
