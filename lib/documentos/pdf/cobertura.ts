import { fuentes } from "./fuentes";

/**
 * Which characters the shipped fonts can draw, read from their `cmap` tables. PDF/UA refuses a document with one
 * glyph missing, so the question must be answered before compiling.
 */

function tablaCmap(fuente: DataView): DataView | null {
  const tablas = fuente.getUint16(4);
  for (let i = 0; i < tablas; i++) {
    const en = 12 + i * 16;
    if (fuente.getUint32(en) === 0x636d6170) {
      return new DataView(
        fuente.buffer,
        fuente.byteOffset + fuente.getUint32(en + 8),
        fuente.getUint32(en + 12),
      );
    }
  }
  return null;
}

function leerSegmentos(cmap: DataView, en: number, cubre: (codigo: number) => void): void {
  const segmentos = cmap.getUint16(en + 6) / 2;
  const fines = en + 14;
  const inicios = fines + segmentos * 2 + 2;
  const deltas = inicios + segmentos * 2;
  const saltos = deltas + segmentos * 2;
  for (let i = 0; i < segmentos; i++) {
    const inicio = cmap.getUint16(inicios + i * 2);
    const fin = cmap.getUint16(fines + i * 2);
    const delta = cmap.getUint16(deltas + i * 2);
    const salto = cmap.getUint16(saltos + i * 2);
    for (let codigo = inicio; codigo <= fin && codigo !== 0xffff; codigo++) {
      let glifo = codigo;
      if (salto !== 0) glifo = cmap.getUint16(saltos + i * 2 + salto + (codigo - inicio) * 2);
      if (((glifo + delta) & 0xffff) !== 0 && (salto === 0 || glifo !== 0)) cubre(codigo);
    }
  }
}

function leerGrupos(cmap: DataView, en: number, cubre: (codigo: number) => void): void {
  const grupos = cmap.getUint32(en + 12);
  for (let i = 0; i < grupos; i++) {
    const grupo = en + 16 + i * 12;
    const inicio = cmap.getUint32(grupo);
    const fin = cmap.getUint32(grupo + 4);
    const glifo = cmap.getUint32(grupo + 8);
    for (let codigo = inicio; codigo <= fin; codigo++) if (glifo + codigo - inicio !== 0) cubre(codigo);
  }
}

let cubiertos: Set<number> | undefined;

/** Code points that at least one shipped font draws. */
export function caracteresCubiertos(): ReadonlySet<number> {
  if (cubiertos) return cubiertos;
  const conjunto = new Set<number>();
  for (const archivo of fuentes()) {
    const cmap = tablaCmap(new DataView(archivo.buffer, archivo.byteOffset, archivo.byteLength));
    if (!cmap) continue;
    const subtablas = cmap.getUint16(2);
    for (let i = 0; i < subtablas; i++) {
      const en = cmap.getUint32(4 + i * 8 + 4);
      const formato = cmap.getUint16(en);
      if (formato === 4) leerSegmentos(cmap, en, (c) => conjunto.add(c));
      if (formato === 12) leerGrupos(cmap, en, (c) => conjunto.add(c));
    }
  }
  cubiertos = conjunto;
  return conjunto;
}
