import type { FuenteArchivo } from "./fuente";

/** An entry of a compound file: a folder (storage) or a stream. `clase`: its CLSID in hexadecimal, as stored. */
export type EntradaCfb = {
  readonly nombre: string;
  readonly carpeta: boolean;
  readonly clase: string;
  readonly inicio: number;
  readonly tamano: number;
};

/** A compound file (OLE2, [MS-CFB]) opened for reading: its entries, and the bytes of each stream. */
export type Cfb = {
  readonly entradas: readonly EntradaCfb[];
  /** At most `maximo` bytes from the start of a stream. */
  leer(entrada: EntradaCfb, maximo: number): Promise<Buffer>;
};

const FIN_CADENA = 0xfffffffe;
const SECTOR_MAXIMO = 0xfffffffa;
const ENTRADAS_MAXIMAS = 50_000;

/** The file does not follow its own tables: damaged, cut short, or made so on purpose. */
export class CfbDanado extends Error {}

/** Opens a compound file. Throws `CfbDanado` when its tables lead nowhere or in circles. */
export async function abrirCfb(fuente: FuenteArchivo): Promise<Cfb> {
  const cabecera = await fuente.leer(0, 512);
  if (cabecera.length < 512) throw new CfbDanado();
  const potencia = cabecera.readUInt16LE(30);
  if (potencia !== 9 && potencia !== 12) throw new CfbDanado();
  const sector = 1 << potencia;

  const leerSector = async (numero: number) => {
    const bytes = await fuente.leer((numero + 1) * sector, sector);
    if (numero > SECTOR_MAXIMO || bytes.length === 0) throw new CfbDanado();
    return bytes;
  };
  const tabla = await leerTabla(cabecera, leerSector, Math.ceil(fuente.tamano / sector));
  const leerCadena = async (inicio: number, maximo: number) => {
    const piezas: Buffer[] = [];
    for (const numero of seguir(tabla, inicio, Math.ceil(maximo / sector)))
      piezas.push(await leerSector(numero));
    return Buffer.concat(piezas).subarray(0, maximo);
  };

  const directorio = await leerCadena(cabecera.readUInt32LE(48), ENTRADAS_MAXIMAS * 128);
  const todas: EntradaCfb[] = [];
  for (let i = 0; i + 128 <= directorio.length; i += 128)
    todas.push(leerEntrada(directorio.subarray(i, i + 128)));
  const raiz = todas[0];
  if (!raiz) throw new CfbDanado();

  const corte = cabecera.readUInt32LE(56);
  let mini: Promise<{ tabla: Uint32Array; bytes: Buffer }> | undefined;
  const abrirMini = async () => {
    const bytes = await leerCadena(cabecera.readUInt32LE(60), fuente.tamano);
    return { tabla: enteros(bytes), bytes: await leerCadena(raiz.inicio, raiz.tamano) };
  };

  return {
    entradas: todas.slice(1).filter((e) => e.nombre !== ""),
    async leer(entrada, maximo) {
      const largo = Math.min(entrada.tamano, maximo);
      if (entrada.tamano >= corte) return leerCadena(entrada.inicio, largo);
      mini ??= abrirMini();
      const { tabla: miniTabla, bytes } = await mini;
      const piezas = [...seguir(miniTabla, entrada.inicio, Math.ceil(largo / 64))];
      return Buffer.concat(piezas.map((n) => bytes.subarray(n * 64, n * 64 + 64))).subarray(0, largo);
    },
  };
}

async function leerTabla(
  cabecera: Buffer,
  leerSector: (numero: number) => Promise<Buffer>,
  sectores: number,
): Promise<Uint32Array> {
  const numeros = [...enteros(cabecera.subarray(76, 512))];
  let siguiente = cabecera.readUInt32LE(68);
  for (let vueltas = 0; siguiente <= SECTOR_MAXIMO; vueltas++) {
    if (vueltas > sectores) throw new CfbDanado();
    const lista = enteros(await leerSector(siguiente));
    numeros.push(...lista.subarray(0, -1));
    siguiente = lista.at(-1) ?? FIN_CADENA;
  }
  const usados = numeros.filter((n) => n <= SECTOR_MAXIMO);
  if (usados.length > sectores) throw new CfbDanado();
  const piezas: Buffer[] = [];
  for (const numero of usados) piezas.push(await leerSector(numero));
  return enteros(Buffer.concat(piezas));
}

function* seguir(tabla: Uint32Array, inicio: number, maximo: number): Generator<number> {
  let numero = inicio;
  for (let vueltas = 0; numero <= SECTOR_MAXIMO && vueltas < maximo; vueltas++) {
    yield numero;
    const siguiente = tabla[numero];
    if (siguiente === undefined || vueltas > tabla.length) throw new CfbDanado();
    numero = siguiente;
  }
}

function leerEntrada(bytes: Buffer): EntradaCfb {
  const largo = Math.min(64, bytes.readUInt16LE(64));
  return {
    nombre: bytes.toString("utf16le", 0, Math.max(0, largo - 2)),
    carpeta: bytes[66] === 1 || bytes[66] === 5,
    clase: bytes.toString("hex", 80, 96),
    inicio: bytes.readUInt32LE(116),
    tamano: bytes.readUInt32LE(120),
  };
}

function enteros(bytes: Buffer): Uint32Array {
  const lista = new Uint32Array(bytes.length >> 2);
  for (let i = 0; i < lista.length; i++) lista[i] = bytes.readUInt32LE(i * 4);
  return lista;
}
