import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AlmacenArchivos } from "@/lib/archivos/almacen";
import { enPiezas, huella, LUGARES, type Lugar, leerTodo } from "@/tests/apoyo/archivos/almacenes";

const MB = 1024 * 1024;
const LIMITE = 50 * MB;
const FUTURO = new Date(Date.now() + 60 * 60_000);
const PASADO = new Date(Date.now() - 60 * 60_000);

describe.each(LUGARES)("almacén de archivos en $nombre", ({ abrir: abrirLugar }) => {
  let lugar: Lugar;
  let almacen: AlmacenArchivos;

  beforeAll(async () => {
    lugar = await abrirLugar();
    almacen = lugar.nodo();
  });
  afterAll(() => lugar.cerrar());

  async function guardado(bytes: Uint8Array): Promise<string> {
    const r = await almacen.guardar(enPiezas(bytes), LIMITE);
    if (!r.ok) throw new Error(r.falla.codigo);
    return r.valor.sha256;
  }
  async function leido(sha256: string, rango?: { inicio: number; fin?: number }): Promise<Buffer> {
    const r = await almacen.abrir(sha256, rango);
    if (!r.ok) throw new Error(r.falla.codigo);
    return leerTodo(r.valor.flujo);
  }

  it("guarda por la huella del contenido y lo devuelve igual, desde cualquier nodo", async () => {
    const bytes = randomBytes(300_000);
    const r = await almacen.guardar(enPiezas(bytes), LIMITE);
    expect(r).toEqual({ ok: true, valor: { sha256: huella(bytes), tamano: bytes.length } });
    expect(await almacen.existe(huella(bytes))).toBe(true);
    const otro = await lugar.nodo().abrir(huella(bytes));
    expect(otro.ok && (await leerTodo(otro.valor.flujo)).equals(bytes)).toBe(true);
  });

  it("guarda un archivo de 50 MB justos y devuelve su final", async () => {
    const bytes = Buffer.alloc(LIMITE, randomBytes(1021));
    const sha256 = await guardado(bytes);
    expect(sha256).toBe(huella(bytes));
    expect((await leido(sha256, { inicio: LIMITE - 10 })).equals(bytes.subarray(-10))).toBe(true);
    expect(huella(await leido(sha256))).toBe(sha256);
  });

  it("entrega solo el tramo pedido, y recorta el que pasa del final", async () => {
    const bytes = randomBytes(1000);
    const sha256 = await guardado(bytes);
    expect((await leido(sha256, { inicio: 10, fin: 19 })).equals(bytes.subarray(10, 20))).toBe(true);
    expect((await leido(sha256, { inicio: 990, fin: 5000 })).equals(bytes.subarray(990))).toBe(true);
    const r = await almacen.abrir(sha256, { inicio: 10, fin: 19 });
    expect(r).toMatchObject({ ok: true, valor: { tamano: 1000, inicio: 10, fin: 19 } });
    if (r.ok) r.valor.flujo.destroy();
  });

  it.each([[{ inicio: 1000 }], [{ inicio: -1 }], [{ inicio: 20, fin: 10 }], [{ inicio: 0.5 }]])(
    "rechaza el tramo %j de un archivo de 1.000 bytes",
    async (rango) => {
      const sha256 = await guardado(Buffer.alloc(1000, 1));
      expect(await almacen.abrir(sha256, rango)).toMatchObject({
        ok: false,
        falla: { codigo: "rango_invalido" },
      });
    },
  );

  it("rechaza lo que pasa del límite, con el máximo y el remedio, sin dejar nada", async () => {
    const bytes = randomBytes(2 * MB + 1);
    const r = await almacen.guardar(enPiezas(bytes), 2 * MB);
    expect(r).toMatchObject({ ok: false, falla: { codigo: "archivo_muy_grande" } });
    expect(!r.ok && r.falla.mensaje).toContain("2 MB");
    expect(await almacen.existe(huella(bytes))).toBe(false);
  });

  it("rechaza un archivo vacío", async () => {
    const r = await almacen.guardar(enPiezas(Buffer.alloc(0)), LIMITE);
    expect(r).toMatchObject({ ok: false, falla: { codigo: "archivo_vacio" } });
  });

  it("rechaza lo que llegó distinto de como salió", async () => {
    const bytes = randomBytes(5000);
    const r = await almacen.guardar(enPiezas(bytes.subarray(0, 4000)), LIMITE, huella(bytes));
    expect(r).toMatchObject({ ok: false, falla: { codigo: "archivo_alterado" } });
    expect(await almacen.existe(huella(bytes.subarray(0, 4000)))).toBe(false);
  });

  it("si el envío se corta a la mitad, no queda nada guardado", async () => {
    const bytes = randomBytes(200_000);
    async function* cortado() {
      yield bytes.subarray(0, 100_000);
      throw new Error("se cortó la red");
    }
    await expect(almacen.guardar(cortado(), LIMITE)).rejects.toThrow("se cortó la red");
    expect(await almacen.existe(huella(bytes.subarray(0, 100_000)))).toBe(false);
  });

  it("varios nodos que guardan a la vez el mismo contenido dejan un archivo entero", async () => {
    const bytes = randomBytes(3 * MB);
    const nodos = [almacen, lugar.nodo(), lugar.nodo(), lugar.nodo()];
    const r = await Promise.all(nodos.map((n) => n.guardar(enPiezas(bytes), LIMITE)));
    for (const uno of r) expect(uno).toMatchObject({ ok: true, valor: { sha256: huella(bytes) } });
    expect((await leido(huella(bytes))).equals(bytes)).toBe(true);
    const copias = (await Array.fromAsync(almacen.listar())).filter((e) => e.sha256 === huella(bytes));
    expect(copias).toHaveLength(1);
  });

  it("quien lee mientras otro lo guarda de nuevo lo recibe entero", async () => {
    const bytes = randomBytes(4 * MB);
    const sha256 = await guardado(bytes);
    const [leidos] = await Promise.all([
      Promise.all([leido(sha256), leido(sha256)]),
      guardado(bytes),
      guardado(bytes),
    ]);
    for (const uno of leidos) expect(uno.equals(bytes)).toBe(true);
  });

  it("lo examinado y descartado no queda guardado; lo confirmado, sí", async () => {
    const bytes = randomBytes(10_000);
    const r = await almacen.preparar(enPiezas(bytes), LIMITE);
    if (!r.ok) throw new Error(r.falla.codigo);
    expect((await r.valor.fuente.leer(9_990, 100)).equals(bytes.subarray(9_990))).toBe(true);
    expect(await almacen.existe(r.valor.sha256)).toBe(false);
    await r.valor.descartar();
    expect(await almacen.existe(r.valor.sha256)).toBe(false);
    const otra = await almacen.preparar(enPiezas(bytes), LIMITE);
    if (!otra.ok) throw new Error(otra.falla.codigo);
    await otra.valor.confirmar();
    await otra.valor.descartar();
    expect((await leido(huella(bytes))).equals(bytes)).toBe(true);
  });

  it.each([
    "../../etc/passwd",
    "",
    "ABCDEF",
    `${"a".repeat(63)}/`,
    "..",
    `${"0".repeat(64)}\0`,
    "F".repeat(64),
  ])("lo que no es una huella (%j) no existe, y no se sale de la carpeta", async (nombre) => {
    expect(await almacen.existe(nombre)).toBe(false);
    expect(await almacen.abrir(nombre)).toMatchObject({ ok: false, falla: { codigo: "no_encontrado" } });
    expect(await almacen.borrar(nombre, FUTURO)).toBe(false);
  });

  it.each(["../fuera", "/etc/passwd", "a/../../b", "a//b", "A/b", "a/.b", "a\\b"])(
    "una clave de parte que se sale de su carpeta (%j) es un error nuestro y no toca nada",
    async (clave) => {
      await expect(almacen.partes.escribir(clave, Buffer.from("x"))).rejects.toThrow("inválida");
      await expect(almacen.partes.leer(clave)).rejects.toThrow("inválida");
    },
  );

  it("borra lo que nadie nombra, pero no lo que alguien acaba de guardar", async () => {
    const sha256 = await guardado(randomBytes(100));
    expect(await almacen.borrar(sha256, PASADO)).toBe(false);
    expect(await almacen.existe(sha256)).toBe(true);
    expect(await almacen.borrar(sha256, FUTURO)).toBe(true);
    expect(await almacen.existe(sha256)).toBe(false);
    expect(await almacen.borrar(sha256, FUTURO)).toBe(false);
    expect(await almacen.abrir(sha256)).toMatchObject({ ok: false, falla: { codigo: "no_encontrado" } });
  });

  it("lista todo lo guardado, con tamaño, para el respaldo", async () => {
    const bytes = randomBytes(12_345);
    const sha256 = await guardado(bytes);
    const lista = await Array.fromAsync(almacen.listar());
    expect(lista).toContainEqual({ sha256, tamano: 12_345, modificado: expect.any(Date) });
    expect(new Set(lista.map((e) => e.sha256)).size).toBe(lista.length);
    for (const e of lista) expect(e.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("las partes de una subida se escriben, se leen desde otro nodo, se listan y se borran", async () => {
    const { partes } = almacen;
    await partes.escribir("persona/una/parte-0000", Buffer.from("hola"));
    await partes.escribir("persona/una/parte-0000", Buffer.from("adiós"));
    await partes.escribir("persona/otra/ficha.json", Buffer.from("{}"));
    const otro = lugar.nodo().partes;
    expect((await otro.leer("persona/una/parte-0000"))?.toString()).toBe("adiós");
    expect(await otro.leer("persona/una/parte-0001")).toBeNull();
    expect((await otro.listar("persona/una")).map((p) => [p.clave, p.tamano])).toEqual([
      ["persona/una/parte-0000", 6],
    ]);
    expect((await otro.listar("")).map((p) => p.clave)).toEqual([
      "persona/otra/ficha.json",
      "persona/una/parte-0000",
    ]);
    await otro.borrar(["persona/una/parte-0000", "persona/una/parte-0009"]);
    expect(await partes.listar("persona/una")).toEqual([]);
    await partes.borrar(["persona/otra/ficha.json"]);
    expect(await partes.listar("")).toEqual([]);
    expect((await Array.fromAsync(almacen.listar())).some((e) => e.sha256.includes("persona"))).toBe(false);
  });
});
