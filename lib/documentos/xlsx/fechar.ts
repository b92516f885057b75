/**
 * Sets the date of every entry of a zip, in place. The workbook library stamps them with the clock of the moment,
 * and a document must be the same bytes whenever it is drawn from the same expediente.
 */
export function fecharZip(zip: Uint8Array, momento: Date): Uint8Array {
  const vista = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const anio = Math.max(momento.getUTCFullYear(), 1980) - 1980;
  const dia = (anio << 9) | ((momento.getUTCMonth() + 1) << 5) | momento.getUTCDate();
  const hora =
    (momento.getUTCHours() << 11) | (momento.getUTCMinutes() << 5) | (momento.getUTCSeconds() >> 1);
  let fin = zip.length - 22;
  while (fin >= 0 && vista.getUint32(fin, true) !== 0x06054b50) fin -= 1;
  if (fin < 0) throw new Error("El libro no es un zip bien formado");
  const entradas = vista.getUint16(fin + 10, true);
  let en = vista.getUint32(fin + 16, true);
  for (let i = 0; i < entradas; i++) {
    vista.setUint16(en + 12, hora, true);
    vista.setUint16(en + 14, dia, true);
    const local = vista.getUint32(en + 42, true);
    vista.setUint16(local + 10, hora, true);
    vista.setUint16(local + 12, dia, true);
    en +=
      46 + vista.getUint16(en + 28, true) + vista.getUint16(en + 30, true) + vista.getUint16(en + 32, true);
  }
  return zip;
}
