import { exito, type Resultado } from "@/lib/flujo/resultado";
import { DANADO } from "./fallaArchivo";
import { buscarBytes, type FuenteArchivo } from "./fuente";

const COLA = 64 * 1024;
const CAJAS_MAXIMAS = 20_000;
const MARCAS_MAXIMAS = 10_000;

/** Whether a PNG reaches its end mark. */
export async function examinarPng(fuente: FuenteArchivo): Promise<Resultado<null>> {
  const cola = await fuente.leer(Math.max(0, fuente.tamano - COLA), COLA);
  return cola.includes("IEND") ? exito(null) : DANADO;
}

/** Whether a JPEG's image reaches its end mark: the one after its data, not that of its thumbnail. */
export async function examinarJpeg(fuente: FuenteArchivo): Promise<Resultado<null>> {
  let lugar = 2;
  let datos = false;
  for (let marcas = 0; !datos; marcas++) {
    const marca = await fuente.leer(lugar, 4);
    if (marcas > MARCAS_MAXIMAS || marca.length < 4 || marca[0] !== 0xff) return DANADO;
    // Any number of fill bytes may come before a mark.
    const relleno = marca[1] === 0xff;
    lugar += relleno ? 1 : 2 + marca.readUInt16BE(2);
    datos = marca[1] === 0xda;
  }
  return (await buscarBytes(fuente, Buffer.from([0xff, 0xd9]), lugar)) >= 0 ? exito(null) : DANADO;
}

/** Whether a WebP has all the bytes that it says. */
export async function examinarWebp(fuente: FuenteArchivo): Promise<Resultado<null>> {
  const cabecera = await fuente.leer(0, 12);
  return cabecera.length === 12 && cabecera.readUInt32LE(4) + 8 <= fuente.tamano ? exito(null) : DANADO;
}

/** Whether an MP4 or M4A is whole and has its index, without which nothing plays. */
export function examinarMp4(fuente: FuenteArchivo): Promise<Resultado<null>> {
  return examinarCajas(fuente, ["moov"]);
}

/** Whether a HEIC is whole and has its image's description. */
export function examinarHeic(fuente: FuenteArchivo): Promise<Resultado<null>> {
  return examinarCajas(fuente, ["meta", "moov"]);
}

// ISO base media: a row of boxes, each with its size (0: to the end; 1: in 64 bits after the name).
async function examinarCajas(fuente: FuenteArchivo, necesarias: readonly string[]): Promise<Resultado<null>> {
  const vistas = new Set<string>();
  let lugar = 0;
  for (let cajas = 0; lugar < fuente.tamano; cajas++) {
    if (cajas > CAJAS_MAXIMAS) return DANADO;
    const cabecera = await fuente.leer(lugar, 16);
    if (cabecera.length < 8) break;
    vistas.add(cabecera.toString("latin1", 4, 8));
    const corto = cabecera.readUInt32BE(0);
    if (corto === 1 && cabecera.length < 16) return DANADO;
    const largo = corto === 1 ? Number(cabecera.readBigUInt64BE(8)) : corto || fuente.tamano - lugar;
    if (largo < 8 || lugar + largo > fuente.tamano) return DANADO;
    lugar += largo;
  }
  return necesarias.some((n) => vistas.has(n)) ? exito(null) : DANADO;
}
