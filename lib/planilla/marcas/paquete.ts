import { crc32, deflateRawSync } from "node:zlib";
import type { Paquete } from "../libro/leer";
import { type Entrada, textoDeParte } from "../libro/zip";

const RELACIONES = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A package being edited: parts changed or added by name, the rest copied as they are, still compressed. */
export class PaqueteEditado {
  private readonly paquete: Paquete;
  private readonly nuevas = new Map<string, { nombre: string; texto: string }>();

  constructor(paquete: Paquete) {
    this.paquete = paquete;
  }

  async leer(nombre: string): Promise<string | undefined> {
    const nueva = this.nuevas.get(nombre.toLowerCase());
    if (nueva) return nueva.texto;
    const texto = await textoDeParte(
      this.paquete.bytes,
      this.paquete.entradas,
      nombre,
      this.paquete.contador,
    );
    return texto?.replace(/^\ufeff/, "");
  }

  escribir(nombre: string, texto: string): void {
    const entrada = this.paquete.entradas.get(nombre.toLowerCase());
    this.nuevas.set(nombre.toLowerCase(), { nombre: entrada?.nombre ?? nombre, texto });
  }

  /** A name of part that nobody uses: `patron` with # replaced by a number. */
  nombreLibre(patron: string): string {
    for (let n = 1; ; n++) {
      const nombre = patron.replace("#", String(n));
      if (!this.paquete.entradas.has(nombre.toLowerCase()) && !this.nuevas.has(nombre.toLowerCase()))
        return nombre;
    }
  }

  /** Adds a relationship to a part, whose file of relationships may not exist yet. Returns its id. */
  async relacionar(duenio: string, tipo: string, destino: string): Promise<string> {
    const corte = duenio.lastIndexOf("/") + 1;
    const archivo = `${duenio.slice(0, corte)}_rels/${duenio.slice(corte)}.rels`;
    const previo =
      (await this.leer(archivo)) ??
      `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${RELACIONES}"></Relationships>`;
    let n = 1;
    while (previo.includes(`"rIdCseu${n}"`)) n++;
    const prefijo = /<([\w.-]+:)?Relationships/.exec(previo)?.[1] ?? "";
    const nueva = `<${prefijo}Relationship Id="rIdCseu${n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${tipo}" Target="${relativa(duenio, destino)}"/>`;
    const solo = new RegExp(`<${prefijo}Relationships([^>]*?)/>`);
    this.escribir(
      archivo,
      solo.test(previo)
        ? previo.replace(
            solo,
            (_, resto: string) => `<${prefijo}Relationships${resto}>${nueva}</${prefijo}Relationships>`,
          )
        : previo.replace(`</${prefijo}Relationships>`, `${nueva}</${prefijo}Relationships>`),
    );
    return `rIdCseu${n}`;
  }

  /** Declares the type of a new part, by its name or by its extension. */
  async declarar(destino: { parte: string } | { extension: string }, tipo: string): Promise<void> {
    const nombre = "[Content_Types].xml";
    const previo = (await this.leer(nombre)) ?? "";
    const prefijo = /<([\w.-]+:)?Types/.exec(previo)?.[1] ?? "";
    if ("extension" in destino) {
      if (new RegExp(`Extension="${destino.extension}"`, "i").test(previo)) return;
      const nuevo = `<${prefijo}Default Extension="${destino.extension}" ContentType="${tipo}"/>`;
      this.escribir(
        nombre,
        previo.replace(/(<(?:[\w.-]+:)?Types[^>]*>)/, (apertura) => `${apertura}${nuevo}`),
      );
      return;
    }
    const nuevo = `<${prefijo}Override PartName="/${destino.parte}" ContentType="${tipo}"/>`;
    this.escribir(nombre, previo.replace(`</${prefijo}Types>`, `${nuevo}</${prefijo}Types>`));
  }

  /** Bytes of the zip: parts in their order, those added at the end. */
  bytes(): Uint8Array {
    const cuerpo: Buffer[] = [];
    const directorio: Buffer[] = [];
    let desplazamiento = 0;
    const agregar = (nombre: string, metodo: number, crc: number, crudo: Buffer, tamano: number) => {
      const rotulo = Buffer.from(nombre, "utf8");
      const comun = Buffer.alloc(26);
      comun.writeUInt16LE(20, 0);
      comun.writeUInt16LE(0x0800, 2);
      comun.writeUInt16LE(metodo, 4);
      // 1 January 1980, so that equal input gives equal bytes.
      comun.writeUInt16LE(0x21, 8);
      comun.writeUInt32LE(crc, 10);
      comun.writeUInt32LE(crudo.length, 14);
      comun.writeUInt32LE(tamano, 18);
      comun.writeUInt16LE(rotulo.length, 22);
      const final = Buffer.alloc(14);
      final.writeUInt32LE(desplazamiento, 10);
      cuerpo.push(Buffer.from("PK\u0003\u0004", "latin1"), comun, rotulo, crudo);
      directorio.push(Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), comun, final, rotulo);
      desplazamiento += 30 + rotulo.length + crudo.length;
    };
    const pendientes = new Map(this.nuevas);
    for (const [llave, entrada] of this.paquete.entradas) {
      const nueva = pendientes.get(llave);
      pendientes.delete(llave);
      if (nueva) agregarTexto(agregar, nueva);
      else agregar(entrada.nombre, entrada.metodo, entrada.crc, this.crudo(entrada), entrada.declarado);
    }
    for (const nueva of pendientes.values()) agregarTexto(agregar, nueva);
    const indice = Buffer.concat(directorio);
    const fin = Buffer.alloc(22);
    fin.writeUInt32LE(0x06054b50, 0);
    const total = this.paquete.entradas.size + pendientes.size;
    fin.writeUInt16LE(total, 8);
    fin.writeUInt16LE(total, 10);
    fin.writeUInt32LE(indice.length, 12);
    fin.writeUInt32LE(desplazamiento, 16);
    return new Uint8Array(Buffer.concat([...cuerpo, indice, fin]));
  }

  private crudo(entrada: Entrada): Buffer {
    const { bytes } = this.paquete;
    const p = entrada.desplazamiento;
    const desde = p + 30 + bytes.readUInt16LE(p + 26) + bytes.readUInt16LE(p + 28);
    return bytes.subarray(desde, desde + entrada.comprimido);
  }
}

/** Path from a part to another: naive readers do not understand absolute ones. */
function relativa(duenio: string, destino: string): string {
  const desde = duenio.split("/").slice(0, -1);
  const hasta = destino.split("/");
  let comunes = 0;
  while (comunes < desde.length && desde[comunes] === hasta[comunes]) comunes++;
  return [...desde.slice(comunes).map(() => ".."), ...hasta.slice(comunes)].join("/");
}

function agregarTexto(
  agregar: (nombre: string, metodo: number, crc: number, crudo: Buffer, tamano: number) => void,
  { nombre, texto }: { nombre: string; texto: string },
): void {
  const bytes = Buffer.from(texto, "utf8");
  agregar(nombre, 8, crc32(bytes), deflateRawSync(bytes), bytes.length);
}
