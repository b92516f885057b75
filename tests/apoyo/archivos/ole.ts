// Writes compound files (OLE2) as Office 97-2003 and Outlook do, small and whole, for the tests.

export type NodoOle = { nombre: string; bytes?: Buffer; hijos?: NodoOle[]; clase?: string };

const SECTOR = 512;
const FIN = 0xfffffffe;
const LIBRE = 0xffffffff;
const ES_FAT = 0xfffffffd;

/**
 * A compound file with those streams (`bytes`) and storages (`hijos`). Streams are padded to 4096 bytes, the
 * size from which they live in sectors of their own; below it they go to the mini stream.
 */
export function archivoOle(nodos: NodoOle[]): Buffer {
  const entradas: {
    nodo: NodoOle;
    tipo: number;
    inicio: number;
    tamano: number;
    hijo: number;
    hermano: number;
  }[] = [];
  const poner = (nodo: NodoOle, tipo: number) =>
    entradas.push({ nodo, tipo, inicio: FIN, tamano: 0, hijo: LIBRE, hermano: LIBRE }) - 1;
  const colgar = (padre: number, hijos: NodoOle[]) => {
    const indices = hijos.map((h) => poner(h, h.hijos ? 1 : 2));
    indices.forEach((indice, i) => {
      const entrada = entradas[indice];
      if (entrada) entrada.hermano = indices[i + 1] ?? LIBRE;
      colgar(indice, hijos[i]?.hijos ?? []);
    });
    const entradaPadre = entradas[padre];
    if (entradaPadre) entradaPadre.hijo = indices[0] ?? LIBRE;
  };
  colgar(poner({ nombre: "Root Entry" }, 5), nodos);

  const fat: number[] = [];
  const sectores: Buffer[] = [];
  const agregar = (bytes: Buffer): number => {
    const inicio = fat.length;
    const cuantos = Math.ceil(bytes.length / SECTOR);
    if (cuantos === 0) return FIN;
    for (let i = 0; i < cuantos; i++) {
      fat.push(i === cuantos - 1 ? FIN : inicio + i + 1);
      sectores.push(Buffer.concat([bytes.subarray(i * SECTOR, (i + 1) * SECTOR)], SECTOR));
    }
    return inicio;
  };

  const mini: Buffer[] = [];
  const miniFat: number[] = [];
  for (const entrada of entradas) {
    const { bytes } = entrada.nodo;
    if (!bytes) continue;
    entrada.tamano = bytes.length;
    if (bytes.length >= 4096) {
      entrada.inicio = agregar(bytes);
      continue;
    }
    const cuantos = Math.ceil(bytes.length / 64);
    if (cuantos) entrada.inicio = miniFat.length;
    for (let i = 0; i < cuantos; i++) {
      miniFat.push(i === cuantos - 1 ? FIN : miniFat.length + 1);
      mini.push(Buffer.concat([bytes.subarray(i * 64, i * 64 + 64)], 64));
    }
  }
  const raiz = entradas[0];
  if (raiz) {
    const junto = Buffer.concat(mini);
    raiz.inicio = agregar(junto);
    raiz.tamano = junto.length;
  }
  const inicioMiniFat = agregar(enteros(miniFat));
  const inicioDirectorio = agregar(Buffer.concat(entradas.map(entradaDirectorio)));

  const numFat = Math.ceil((fat.length + 1) / (SECTOR / 4));
  const inicioFat = fat.length;
  for (let i = 0; i < numFat; i++) fat.push(ES_FAT);
  const tabla = enteros(fat);
  const cabecera = Buffer.alloc(SECTOR, 0xff);
  cabecera.fill(0, 0, 76);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(cabecera);
  cabecera.writeUInt16LE(0x3e, 24);
  cabecera.writeUInt16LE(3, 26);
  cabecera.writeUInt16LE(0xfffe, 28);
  cabecera.writeUInt16LE(9, 30);
  cabecera.writeUInt16LE(6, 32);
  cabecera.writeUInt32LE(numFat, 44);
  cabecera.writeUInt32LE(inicioDirectorio, 48);
  cabecera.writeUInt32LE(4096, 56);
  cabecera.writeUInt32LE(inicioMiniFat, 60);
  cabecera.writeUInt32LE(Math.ceil(miniFat.length / 128), 64);
  cabecera.writeUInt32LE(FIN, 68);
  for (let i = 0; i < numFat; i++) cabecera.writeUInt32LE(inicioFat + i, 76 + i * 4);
  return Buffer.concat([
    cabecera,
    ...sectores,
    Buffer.concat([tabla, Buffer.alloc(numFat * SECTOR, 0xff)], numFat * SECTOR),
  ]);

  function entradaDirectorio(e: (typeof entradas)[number]): Buffer {
    const b = Buffer.alloc(128);
    b.write(e.nodo.nombre, 0, "utf16le");
    b.writeUInt16LE((e.nodo.nombre.length + 1) * 2, 64);
    b.writeUInt8(e.tipo, 66);
    b.writeUInt32LE(LIBRE, 68);
    b.writeUInt32LE(e.hermano, 72);
    b.writeUInt32LE(e.hijo, 76);
    if (e.nodo.clase) Buffer.from(e.nodo.clase, "hex").copy(b, 80);
    b.writeUInt32LE(e.inicio >>> 0, 116);
    b.writeUInt32LE(e.tamano, 120);
    return b;
  }
}

function enteros(numeros: readonly number[]): Buffer {
  const largo = Math.ceil(numeros.length / (SECTOR / 4)) * SECTOR;
  const b = Buffer.alloc(largo, 0xff);
  for (const [i, n] of numeros.entries()) b.writeUInt32LE(n >>> 0, i * 4);
  return b;
}
