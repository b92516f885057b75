import { utimesSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { almacenEnDisco } from "@/lib/archivos/disco";
import { proximaLimpieza } from "@/lib/borde/limpieza";
import { limpiarArchivos } from "@/lib/casos/archivo/limpiar";
import { conInstantanea } from "@/lib/datos/respaldo/exportar";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { conBase } from "@/tests/apoyo/base";
import { carpetaDePrueba, subirArchivo } from "./apoyo";

const base = conBase();
const carpeta = carpetaDePrueba();
const almacen = almacenEnDisco(carpeta);
const AHORA = new Date("2025-07-10T07:30:00Z");
const HACE_DOS_DIAS = new Date("2025-07-08T07:30:00Z");
let institucionId = "";
let usuarioId = "";

beforeAll(async () => {
  await conActor(SISTEMA, "prueba", async (tx) => {
    const datos = { codigo: "XYZ", nombre: "Servicio", ministerio: "Ministerio" };
    institucionId = (await tx.institucion.create({ data: datos })).id;
    usuarioId = (await tx.usuario.create({ data: { nombre: "Alguien", correo: "alguien@xyz.example" } })).id;
  });
});

const envejecer = (sha256: string) =>
  utimesSync(join(carpeta, "contenido", sha256.slice(0, 2), sha256), HACE_DOS_DIAS, HACE_DOS_DIAS);

/** A content whose row is gone since long ago. */
async function huerfano(texto: string): Promise<string> {
  const sha256 = await subirArchivo(almacen, institucionId, usuarioId, texto);
  await base.comoDueno("DELETE FROM archivo WHERE sha256 = $1", [sha256]);
  envejecer(sha256);
  return sha256;
}

test("se va lo que ninguna fila nombra desde hace un día, y nada más", async () => {
  const nombrado = await subirArchivo(almacen, institucionId, usuarioId, "nombrado");
  envejecer(nombrado);
  const reciente = await subirArchivo(almacen, institucionId, usuarioId, "reciente, sin fila aún");
  await base.comoDueno("DELETE FROM archivo WHERE sha256 = $1", [reciente]);
  const suelto = await huerfano("suelto");
  const limpieza = await limpiarArchivos(almacen, AHORA);
  expect(limpieza).toMatchObject({ huerfanos: 1, interrumpida: false });
  expect(await almacen.existe(suelto)).toBe(false);
  expect(await almacen.existe(nombrado)).toBe(true);
  expect(await almacen.existe(reciente)).toBe(true);
});

test("mientras se respalda no se borra ningún archivo; después, sí", async () => {
  const suelto = await huerfano("lo nombra la instantánea del respaldo");
  await conInstantanea(base.dueno, async () => {
    expect(await limpiarArchivos(almacen, AHORA)).toMatchObject({ huerfanos: 0, interrumpida: true });
  });
  expect(await almacen.existe(suelto)).toBe(true);
  expect(await limpiarArchivos(almacen, AHORA)).toMatchObject({ huerfanos: 1, interrumpida: false });
});

test("se hace a las 03:30 de Chile continental, también la noche en que cambia la hora", () => {
  expect(proximaLimpieza(new Date("2025-07-10T07:29:00Z")).toISOString()).toBe("2025-07-10T07:30:00.000Z");
  expect(proximaLimpieza(new Date("2025-07-10T07:30:00Z")).toISOString()).toBe("2025-07-11T07:30:00.000Z");
  expect(proximaLimpieza(new Date("2025-09-07T03:00:00Z")).toISOString()).toBe("2025-09-07T06:30:00.000Z");
});
