import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { almacenEnDisco } from "@/lib/archivos/disco";
import { abrirConexion, usarConexion } from "@/lib/datos/conexion";
import { rutaContenido, rutaTabla } from "@/lib/datos/respaldo/formato";
import type { Servidor } from "@/lib/datos/servidor";
import { conActor, consultaConActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { respaldar, restaurar } from "@/lib/orden/respaldar";
import { conBase } from "@/tests/apoyo/base";
import {
  carpetaDePrueba,
  en,
  huellasDeExpedientes,
  huellasDeTablas,
  servidorVacio,
  subirArchivo,
} from "./apoyo";

const base = conBase({ sembrada: true });
const carpeta = carpetaDePrueba();
const almacen = almacenEnDisco(join(carpeta, "archivos"));
const CUANDO = new Date("2026-01-05T03:00:00Z");
const respaldo = join(carpeta, "respaldo");
const servidores: Servidor[] = [];
let institucionId = "";
let usuarioId = "";

async function servidorNuevo(): Promise<Servidor> {
  const servidor = await servidorVacio(carpeta);
  servidores.push(servidor);
  return servidor;
}

const agregarTramite = (nombre: string) =>
  consultaConActor(SISTEMA, "agregar_tramite", {
    texto: "INSERT INTO tramite (institucion_id, nombre) VALUES ($1, $2)",
    valores: [institucionId, nombre],
  });

beforeAll(async () => {
  await conActor(SISTEMA, "prueba", async (tx) => {
    institucionId = (await tx.institucion.findFirstOrThrow({ where: { codigo: "SVA" } })).id;
    usuarioId = (await tx.usuario.findFirstOrThrow()).id;
  });
  for (let i = 0; i < 5; i++) await subirArchivo(almacen, institucionId, usuarioId, `acta ${i}`);
  await agregarTramite('comillas " y tabulador \t, barra \\ y\nsalto, ñandú 🦤');
});
afterAll(async () => {
  for (const servidor of servidores) await servidor.detener();
});

const alRespaldo = (donde: string, dueno = base.dueno) => ({ dueno, almacen, carpeta: donde });

describe("simulacro", () => {
  test("restaurado en un servidor vacío, cada tabla, cada plan, cada informe y cada archivo es el mismo", async () => {
    const lineas: string[] = [];
    const manifiesto = await respaldar({ ...alRespaldo(respaldo), decir: (l) => lineas.push(l) }, CUANDO);
    expect(lineas.some((linea) => /tramite: \d+ filas/.test(linea))).toBe(true);
    const tablas = await huellasDeTablas(base.admin);
    const expedientes = await huellasDeExpedientes();
    expect(Object.keys(expedientes)).toEqual(expect.arrayContaining(["SVA", "IPA", "DRN"]));

    const otro = await servidorNuevo();
    const otros = almacenEnDisco(join(carpeta, "archivos-restaurados"));
    const { bitacora } = await restaurar({ dueno: otro.dueno, almacen: otros, carpeta: respaldo });

    const enOtro = new URL(otro.admin ?? "");
    enOtro.pathname = new URL(otro.dueno).pathname;
    expect(await huellasDeTablas(enOtro.href)).toEqual(tablas);
    expect(bitacora.quiebres).toEqual([]);
    expect(bitacora.sello).toBe(manifiesto.sello);
    const conexion = abrirConexion(otro.app);
    const previa = usarConexion(conexion);
    try {
      expect(await huellasDeExpedientes()).toEqual(expedientes);
      // The restored platform goes on: sequences, triggers and row-level security are as they were.
      await agregarTramite("después de restaurar");
      const [fila] = await en<{ caso: string }>(
        enOtro.href,
        "SELECT caso FROM bitacora ORDER BY id DESC LIMIT 1",
      );
      expect(fila?.caso).toBe("agregar_tramite");
      const ajena = { ...SISTEMA, alcance: [] };
      const { rows } = await consultaConActor(ajena, "mirar", { texto: "SELECT FROM tramite" });
      expect(rows).toEqual([]);
    } finally {
      usarConexion(previa);
      await conexion.cerrar();
    }
    for await (const { sha256 } of almacen.listar()) {
      const abierto = await otros.abrir(sha256);
      expect(abierto.ok && (await text(abierto.valor.flujo))).toMatch(/^acta \d$/);
    }
  });

  test("respaldado mientras otros escriben, es un solo instante: la bitácora y lo que cuenta coinciden", async () => {
    let parar = false;
    let escritos = 0;
    const escribe = async () => {
      while (!parar) {
        await agregarTramite(`en marcha ${escritos++}`);
        await subirArchivo(almacen, institucionId, usuarioId, `en marcha ${escritos}`);
      }
    };
    await agregarTramite("reconocido antes de respaldar");
    const escritores = [escribe(), escribe()];
    const donde = join(carpeta, "en-marcha");
    const manifiesto = await respaldar(alRespaldo(donde), CUANDO);
    parar = true;
    await Promise.all(escritores);
    expect(escritos).toBeGreaterThan(4);

    const otro = await servidorNuevo();
    const otros = almacenEnDisco(join(carpeta, "archivos-en-marcha"));
    await restaurar({ dueno: otro.dueno, almacen: otros, carpeta: donde });
    const enOtro = new URL(otro.admin ?? "");
    enOtro.pathname = new URL(otro.dueno).pathname;
    const [cuenta] = await en<Record<string, string>>(
      enOtro.href,
      `SELECT (SELECT count(*) FROM tramite) AS tramites, (SELECT count(*) FROM archivo) AS archivos,
        (SELECT count(*) FROM bitacora WHERE tabla = 'tramite' AND operacion = 'alta') AS altas,
        (SELECT count(*) FROM bitacora WHERE tabla = 'archivo' AND operacion = 'alta') AS subidas,
        (SELECT count(*) FROM tramite WHERE nombre = 'reconocido antes de respaldar') AS reconocido`,
    );
    expect(cuenta).toMatchObject({ tramites: cuenta?.altas, archivos: cuenta?.subidas, reconocido: "1" });
    const [total] = await en<{ n: string }>(base.admin, "SELECT count(*) AS n FROM tramite");
    expect(Number(cuenta?.tramites)).toBeLessThan(Number(total?.n));
    for (const { sha256 } of await en<{ sha256: string }>(enOtro.href, "SELECT sha256 FROM archivo"))
      expect(await otros.existe(sha256)).toBe(true);
    expect(manifiesto.archivos.cuantos).toBe(Number(cuenta?.archivos));
  });
});

describe("lo que puede salir mal se dice en palabras", () => {
  /** A copy of the good backup, to spoil. */
  function copia(nombre: string): string {
    const donde = join(carpeta, nombre);
    cpSync(respaldo, donde, { recursive: true });
    return donde;
  }
  /** Restoring it into an empty database fails with that message, and leaves the database empty. */
  async function seNiega(donde: string, mensaje: RegExp): Promise<void> {
    const otro = servidores[2] ?? (await servidorNuevo());
    const otros = almacenEnDisco(join(carpeta, "archivos-negados"));
    await expect(restaurar({ dueno: otro.dueno, almacen: otros, carpeta: donde })).rejects.toMatchObject({
      codigo: "respaldo",
      message: expect.stringMatching(mensaje),
    });
    const enOtro = new URL(otro.admin ?? "");
    enOtro.pathname = new URL(otro.dueno).pathname;
    expect(Object.values(await huellasDeTablas(enOtro.href)).every((una) => una === "0 ")).toBe(true);
  }

  test("una tabla dañada, cortada o que falta", async () => {
    const danada = copia("danada");
    const ruta = rutaTabla(danada, "tramite");
    const bytes = readFileSync(ruta);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff;
    writeFileSync(ruta, bytes);
    await seNiega(danada, /tramite\.copy\.gz está dañado/);
    writeFileSync(ruta, bytes.subarray(0, bytes.length >> 1));
    await seNiega(danada, /tramite\.copy\.gz está dañado/);
    rmSync(ruta);
    await seNiega(danada, /le falta .*tramite\.copy\.gz/);
  });

  test("un archivo dañado o que falta", async () => {
    const donde = copia("sin-archivo");
    const [primero = ""] = readFileSync(join(donde, "archivos.txt"), "utf8").split(" ");
    const ruta = rutaContenido(donde, primero);
    writeFileSync(ruta, "ACTA 9");
    await seNiega(donde, /está dañado/);
    rmSync(ruta);
    await seNiega(donde, /le falta/);
  });

  test("un manifiesto cambiado, de otro formato o ausente", async () => {
    const donde = copia("manifiesto");
    appendFileSync(join(donde, "manifiesto.json"), " ");
    await seNiega(donde, /manifiesto\.json está dañado o fue cambiado/);
    rmSync(join(donde, "manifiesto.json"));
    await seNiega(donde, /le falta .*manifiesto\.json: no terminó de hacerse/);
  });

  test("una base que ya tiene algo no se reemplaza", async () => {
    await expect(restaurar(alRespaldo(respaldo))).rejects.toMatchObject({
      message: expect.stringMatching(/no está vacía .*Cree otra/),
    });
  });

  test("una carpeta ocupada no se pisa, y un archivo perdido en el almacén se nombra", async () => {
    await expect(respaldar(alRespaldo(respaldo), CUANDO)).rejects.toMatchObject({
      message: expect.stringMatching(/ya tiene algo/),
    });
    const sin = {
      ...alRespaldo(join(carpeta, "incompleto")),
      almacen: almacenEnDisco(join(carpeta, "nada")),
    };
    await expect(respaldar(sin, CUANDO)).rejects.toMatchObject({
      message: expect.stringMatching(/Falta un archivo en el almacén: [0-9a-f]{64}/),
    });
    expect(existsSync(join(carpeta, "incompleto"))).toBe(false);
  });
});
