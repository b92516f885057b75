import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AlmacenArchivos, ContenidoDanado } from "@/lib/archivos/almacen";
import { crearAlmacen } from "@/lib/archivos/configuracion";
import { almacenEnDisco } from "@/lib/archivos/disco";
import { enPiezas, huella } from "@/tests/apoyo/archivos/almacenes";

const LIMITE = 1_000_000;
const HOY = new Date();
const AYER = new Date(HOY.getTime() - 25 * 3_600_000);
const HACE_24_HORAS = new Date(HOY.getTime() - 24 * 3_600_000);

describe("el almacén en disco ante caídas y daños", () => {
  let carpeta: string;
  let almacen: AlmacenArchivos;

  beforeEach(async () => {
    carpeta = await mkdtemp(join(tmpdir(), "cseu-disco-"));
    almacen = almacenEnDisco(carpeta);
  });
  afterEach(() => rm(carpeta, { recursive: true, force: true }));

  const rutaDe = (sha256: string) => join(carpeta, "contenido", sha256.slice(0, 2), sha256);
  async function guardado(bytes: Buffer): Promise<string> {
    const r = await almacen.guardar(enPiezas(bytes), LIMITE);
    if (!r.ok) throw new Error(r.falla.codigo);
    return r.valor.sha256;
  }

  it("un proceso muerto a mitad de guardar no deja contenido; lo temporal se limpia a las 24 horas", async () => {
    const guion = join(import.meta.dirname, "../../apoyo/archivos/escritorLento.ts");
    const escritor = spawn(process.execPath, ["--import", "tsx", guion, carpeta], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    await once(escritor.stdout, "data");
    escritor.kill("SIGKILL");
    await once(escritor, "exit");

    expect(await Array.fromAsync(almacen.listar())).toEqual([]);
    const [resto = ""] = await readdir(join(carpeta, "temporal"));
    expect(resto).toMatch(/^recibiendo-/);
    // Recent: it could be somebody else's, still being received.
    expect(await almacen.limpiar(HACE_24_HORAS)).toBe(0);
    await utimes(join(carpeta, "temporal", resto), AYER, AYER);
    expect(await almacen.limpiar(HACE_24_HORAS)).toBe(1);
    expect(await readdir(join(carpeta, "temporal"))).toEqual([]);
  });

  it("guardar, rechazar y descartar no dejan nada temporal", async () => {
    await guardado(Buffer.from("uno"));
    await almacen.guardar(enPiezas(Buffer.alloc(LIMITE + 1)), LIMITE);
    await almacen.guardar(enPiezas(Buffer.from("dos")), LIMITE, huella(Buffer.from("tres")));
    const borrador = await almacen.preparar(enPiezas(Buffer.from("cuatro")), LIMITE);
    if (borrador.ok) await borrador.valor.descartar();
    await almacen.partes.escribir("persona/una/parte-0000", Buffer.from("cinco"));
    await almacen.borrar(huella(Buffer.from("uno")), new Date(HOY.getTime() + 3_600_000));
    expect(await readdir(join(carpeta, "temporal"))).toEqual([]);
  });

  it.each([
    ["con un byte cambiado", (ruta: string, bytes: Buffer) => writeFile(ruta, bytes.fill(9, 500, 501))],
    ["truncado", (ruta: string) => truncate(ruta, 150_000)],
  ])("un archivo %s en el disco no se entrega como entero", async (_caso, danar) => {
    const bytes = Buffer.alloc(200_000, 5);
    const sha256 = await guardado(bytes);
    await danar(rutaDe(sha256), Buffer.from(bytes));
    const r = await almacen.abrir(sha256);
    if (!r.ok) throw new Error(r.falla.codigo);
    const llegado: Buffer[] = [];
    await expect(async () => {
      for await (const pieza of r.valor.flujo) llegado.push(pieza);
    }).rejects.toThrow(ContenidoDanado);
    expect(Buffer.concat(llegado).length).toBeLessThan((await stat(rutaDe(sha256))).size);
  });

  it("guardar de nuevo un contenido dañado lo repara", async () => {
    const bytes = Buffer.alloc(1000, 5);
    const sha256 = await guardado(bytes);
    await truncate(rutaDe(sha256), 10);
    await guardado(bytes);
    expect((await readFile(rutaDe(sha256))).equals(bytes)).toBe(true);
  });

  it("guardar de nuevo algo viejo lo protege de la limpieza de huérfanos", async () => {
    const bytes = Buffer.from("de nuevo");
    const sha256 = await guardado(bytes);
    await utimes(rutaDe(sha256), AYER, AYER);
    await guardado(bytes);
    expect(await almacen.borrar(sha256, HACE_24_HORAS)).toBe(false);
    await utimes(rutaDe(sha256), AYER, AYER);
    expect(await almacen.borrar(sha256, HACE_24_HORAS)).toBe(true);
  });

  it("nadie más de la máquina puede leer lo guardado", async () => {
    const sha256 = await guardado(Buffer.from("reservado"));
    expect((await stat(rutaDe(sha256))).mode & 0o077).toBe(0);
    expect((await stat(join(carpeta, "contenido"))).mode & 0o077).toBe(0);
  });

  it("lo que no es nuestro en la carpeta no se lista", async () => {
    const sha256 = await guardado(Buffer.from("mío"));
    await writeFile(join(carpeta, "contenido", sha256.slice(0, 2), ".nfs0001"), "x");
    expect((await Array.fromAsync(almacen.listar())).map((e) => e.sha256)).toEqual([sha256]);
  });

  it("quien deja de leer antes de empezar no deja el archivo abierto", async () => {
    const r = await almacen.abrir(await guardado(Buffer.alloc(100_000, 1)));
    if (!r.ok) throw new Error(r.falla.codigo);
    const antes = (await readdir("/proc/self/fd")).length;
    r.valor.flujo.destroy();
    await once(r.valor.flujo, "close");
    await expect.poll(async () => (await readdir("/proc/self/fd")).length).toBeLessThan(antes);
  });

  it("la carpeta se elige con ARCHIVOS_CARPETA, y S3 exige su bucket y su par de llaves", async () => {
    const elegido = crearAlmacen({ ARCHIVOS_CARPETA: join(carpeta, "otra") });
    await elegido.guardar(enPiezas(Buffer.from("hola")), LIMITE);
    expect(await readdir(join(carpeta, "otra"))).toContain("contenido");
    expect(() => crearAlmacen({ ARCHIVOS_ALMACEN: "ftp" })).toThrow("ARCHIVOS_ALMACEN");
    expect(() => crearAlmacen({ ARCHIVOS_ALMACEN: "s3" })).toThrow("ARCHIVOS_S3_BUCKET");
    const s3 = { ARCHIVOS_ALMACEN: "s3", ARCHIVOS_S3_BUCKET: "b", ARCHIVOS_S3_LLAVE: "k" };
    expect(() => crearAlmacen(s3)).toThrow("van juntas");
    expect(() => crearAlmacen({ ...s3, ARCHIVOS_S3_ENDPOINT: "no es una dirección" })).toThrow(
      "ARCHIVOS_S3_ENDPOINT",
    );
  });
});
