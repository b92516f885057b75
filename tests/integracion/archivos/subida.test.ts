import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AlmacenArchivos } from "@/lib/archivos/almacen";
import {
  agregarParte,
  borrarSubidasCaducadas,
  cancelarSubida,
  type DuenoSubida,
  estadoSubida,
  iniciarSubida,
  terminarSubida,
} from "@/lib/archivos/subida";
import { LIMITES_ARCHIVO } from "@/lib/flujo/archivo";
import { huella, LUGARES, type Lugar, leerTodo } from "@/tests/apoyo/archivos/almacenes";

const PARTE = LIMITES_ARCHIVO.tamanoParte;
const AHORA = new Date();
const masHoras = (horas: number) => new Date(AHORA.getTime() + horas * 3_600_000);

// A PDF of the size asked, random inside.
function pdf(tamano: number): Buffer {
  const cabeza = Buffer.from("%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n");
  const cola = Buffer.from("\ntrailer <</Root 1 0 R>>\n%%EOF\n");
  return Buffer.concat([cabeza, randomBytes(tamano - cabeza.length - cola.length), cola]);
}
const trozo = (bytes: Buffer, numero: number) => bytes.subarray(numero * PARTE, (numero + 1) * PARTE);
const nuevoDueno = (): DuenoSubida => ({ personaId: randomUUID(), institucionId: randomUUID() });

describe.each(LUGARES)("subida por partes en $nombre", ({ abrir: abrirLugar }) => {
  let lugar: Lugar;
  let almacen: AlmacenArchivos;

  beforeAll(async () => {
    lugar = await abrirLugar();
    almacen = lugar.nodo();
  });
  afterAll(() => lugar.cerrar());

  async function iniciada(dueno: DuenoSubida, bytes: Buffer, nombre = "Informe.pdf"): Promise<string> {
    const archivo = { nombre, tipo: "application/pdf", tamano: bytes.length };
    const r = await iniciarSubida(almacen, dueno, archivo, AHORA);
    if (!r.ok) throw new Error(r.falla.codigo);
    return r.valor.id;
  }
  async function completa(dueno: DuenoSubida, bytes: Buffer, nombre?: string): Promise<string> {
    const id = await iniciada(dueno, bytes, nombre);
    for (let desde = 0; desde < bytes.length; desde += PARTE) {
      const parte = { desde, bytes: bytes.subarray(desde, desde + PARTE) };
      expect(await agregarParte(almacen, dueno, id, parte, AHORA)).toMatchObject({ ok: true });
    }
    return id;
  }

  it("sube por partes, cada una por un nodo distinto, y queda el archivo con su huella", async () => {
    const dueno = nuevoDueno();
    const bytes = pdf(2 * PARTE + 500);
    const id = await iniciada(dueno, bytes, "Acta Nº 3.pdf");
    for (let n = 0; n < 3; n++) {
      const r = await agregarParte(
        lugar.nodo(),
        dueno,
        id,
        { desde: n * PARTE, bytes: trozo(bytes, n) },
        AHORA,
      );
      expect(r).toMatchObject({ ok: true, valor: { recibido: Math.min((n + 1) * PARTE, bytes.length) } });
    }
    const fin = await terminarSubida(lugar.nodo(), dueno, id, { sha256: huella(bytes) }, AHORA);
    expect(fin).toEqual({
      ok: true,
      valor: {
        subidaId: id,
        nombre: "Acta Nº 3.pdf",
        tipo: "application/pdf",
        tamano: bytes.length,
        sha256: huella(bytes),
      },
    });
    const abierto = await almacen.abrir(huella(bytes));
    expect(abierto.ok && (await leerTodo(abierto.valor.flujo)).equals(bytes)).toBe(true);
    const quedan = (await almacen.partes.listar(dueno.personaId)).map((p) => p.clave);
    expect(quedan.filter((c) => c.includes("parte-"))).toEqual([]);
  });

  it("tras un corte o un reinicio, dice desde dónde seguir y sigue", async () => {
    const dueno = nuevoDueno();
    const bytes = pdf(PARTE + 10);
    const id = await iniciada(dueno, bytes);
    await agregarParte(almacen, dueno, id, { desde: 0, bytes: trozo(bytes, 0) }, AHORA);
    const despues = lugar.nodo();
    expect(await estadoSubida(despues, dueno, id, masHoras(23))).toMatchObject({
      ok: true,
      valor: { recibido: PARTE },
    });
    await agregarParte(despues, dueno, id, { desde: PARTE, bytes: trozo(bytes, 1) }, masHoras(23));
    expect(await terminarSubida(despues, dueno, id, {}, masHoras(23))).toMatchObject({
      ok: true,
      valor: { sha256: huella(bytes) },
    });
  });

  it("iniciar dos veces el mismo intento es una sola subida, y conserva lo recibido", async () => {
    const dueno = nuevoDueno();
    const bytes = pdf(PARTE + 10);
    const archivo = { id: randomUUID(), nombre: "a.pdf", tipo: "", tamano: bytes.length };
    await iniciarSubida(almacen, dueno, archivo, AHORA);
    await agregarParte(almacen, dueno, archivo.id, { desde: 0, bytes: trozo(bytes, 0) }, AHORA);
    expect(await iniciarSubida(almacen, dueno, archivo, AHORA)).toMatchObject({
      ok: true,
      valor: { recibido: PARTE },
    });
    const otro = await iniciarSubida(almacen, dueno, { ...archivo, nombre: "b.pdf" }, AHORA);
    expect(otro).toMatchObject({ ok: false, falla: { codigo: "subida_distinta" } });
  });

  it("repetir una parte ya recibida no cambia nada; si sus bytes son otros, el archivo cambió", async () => {
    const dueno = nuevoDueno();
    const bytes = pdf(PARTE + 10);
    const id = await iniciada(dueno, bytes);
    const primera = { desde: 0, bytes: trozo(bytes, 0) };
    await agregarParte(almacen, dueno, id, primera, AHORA);
    expect(await agregarParte(almacen, dueno, id, primera, AHORA)).toMatchObject({
      ok: true,
      valor: { recibido: PARTE },
    });
    const otra = { desde: 0, bytes: Buffer.alloc(PARTE, 7) };
    expect(await agregarParte(almacen, dueno, id, otra, AHORA)).toMatchObject({
      ok: false,
      falla: { codigo: "archivo_alterado" },
    });
  });

  it.each([
    ["adelantada", 2 * PARTE, PARTE, "parte_desordenada"],
    ["a mitad de otra", 100, PARTE, "parte_desordenada"],
    ["antes del comienzo", -PARTE, PARTE, "parte_desordenada"],
    ["pasado el final", 3 * PARTE, 10, "parte_desordenada"],
    ["cortada", 0, PARTE - 1, "parte_incompleta"],
    ["con bytes de más", 0, PARTE + 1, "parte_incompleta"],
    ["vacía", 0, 0, "parte_incompleta"],
  ])("rechaza una parte %s y la subida sigue donde iba", async (_caso, desde, largo, codigo) => {
    const dueno = nuevoDueno();
    const id = await iniciada(dueno, pdf(3 * PARTE));
    const r = await agregarParte(almacen, dueno, id, { desde, bytes: Buffer.alloc(largo, 1) }, AHORA);
    expect(r).toMatchObject({ ok: false, falla: { codigo } });
    expect(await estadoSubida(almacen, dueno, id, AHORA)).toMatchObject({ ok: true, valor: { recibido: 0 } });
  });

  it("no termina lo que está incompleto", async () => {
    const dueno = nuevoDueno();
    const bytes = pdf(PARTE + 10);
    const id = await iniciada(dueno, bytes);
    await agregarParte(almacen, dueno, id, { desde: 0, bytes: trozo(bytes, 0) }, AHORA);
    expect(await terminarSubida(almacen, dueno, id, {}, AHORA)).toMatchObject({
      ok: false,
      falla: { codigo: "subida_incompleta" },
    });
  });

  it("terminar dos veces, o a la vez desde varios nodos, da la misma respuesta", async () => {
    const dueno = nuevoDueno();
    const bytes = pdf(2 * PARTE + 77);
    const id = await completa(dueno, bytes);
    const nodos = [lugar.nodo(), lugar.nodo(), lugar.nodo()];
    const juntas = await Promise.all(nodos.map((n) => terminarSubida(n, dueno, id, {}, AHORA)));
    const despues = await terminarSubida(lugar.nodo(), dueno, id, {}, AHORA);
    for (const r of [...juntas, despues]) {
      expect(r).toMatchObject({ ok: true, valor: { subidaId: id, sha256: huella(bytes) } });
    }
    const repetida = await agregarParte(almacen, dueno, id, { desde: 0, bytes: trozo(bytes, 0) }, AHORA);
    expect(repetida).toMatchObject({ ok: true, valor: { recibido: bytes.length } });
  });

  it("lo que llegó distinto de la huella del navegador no se guarda, ni al repetir", async () => {
    const dueno = nuevoDueno();
    const bytes = pdf(5000);
    const id = await completa(dueno, bytes);
    for (let i = 0; i < 2; i++) {
      const r = await terminarSubida(almacen, dueno, id, { sha256: huella(Buffer.from("otro")) }, AHORA);
      expect(r).toMatchObject({ ok: false, falla: { codigo: "archivo_alterado" } });
    }
    expect(await almacen.existe(huella(bytes))).toBe(false);
  });

  it("un contenido que no se recibe no llega al almacén, y sus partes se borran", async () => {
    const dueno = nuevoDueno();
    const bytes = Buffer.concat([Buffer.from("MZ\x90\0\x03\0\0\0"), randomBytes(5000)]);
    const id = await completa(dueno, bytes);
    for (let i = 0; i < 2; i++) {
      const r = await terminarSubida(almacen, dueno, id, {}, AHORA);
      expect(r).toMatchObject({ ok: false, falla: { codigo: "archivo_ejecutable" } });
    }
    expect(await almacen.existe(huella(bytes))).toBe(false);
    const claves = (await almacen.partes.listar(dueno.personaId)).map((p) => p.clave);
    expect(claves.every((c) => c.endsWith(".json"))).toBe(true);
  });

  it.each([
    ["vacío", { tamano: 0 }, "archivo_vacio"],
    ["de más de 50 MB", { tamano: LIMITES_ARCHIVO.tamanoMaximo + 1 }, "archivo_muy_grande"],
    ["ejecutable", { nombre: "instalar.exe" }, "archivo_ejecutable"],
    ["de tamaño imposible", { tamano: Number.NaN }, "subida_invalida"],
    ["con un identificador inventado", { id: "../../otra" }, "subida_invalida"],
  ])("un archivo %s se rechaza antes de subir nada", async (_caso, cambio, codigo) => {
    const dueno = nuevoDueno();
    const archivo = { nombre: "a.pdf", tipo: "application/pdf", tamano: 10, ...cambio };
    expect(await iniciarSubida(almacen, dueno, archivo, AHORA)).toMatchObject({
      ok: false,
      falla: { codigo },
    });
    expect(await almacen.partes.listar(dueno.personaId)).toEqual([]);
  });

  it("la subida de otra persona, o de otra institución, no existe", async () => {
    const dueno = nuevoDueno();
    const bytes = pdf(1000);
    const id = await completa(dueno, bytes);
    const ajenos = [nuevoDueno(), { ...dueno, institucionId: randomUUID() }, { ...dueno, personaId: "../x" }];
    for (const ajeno of ajenos) {
      const parte = { desde: 0, bytes };
      for (const r of [
        await estadoSubida(almacen, ajeno, id, AHORA),
        await agregarParte(almacen, ajeno, id, parte, AHORA),
        await terminarSubida(almacen, ajeno, id, {}, AHORA),
        await cancelarSubida(almacen, ajeno, id),
      ]) {
        expect(r).toMatchObject({ ok: false, falla: { codigo: "no_encontrado" } });
      }
    }
    expect(await estadoSubida(almacen, dueno, "../ficha", AHORA)).toMatchObject({ ok: false });
    expect(await terminarSubida(almacen, dueno, id, {}, AHORA)).toMatchObject({ ok: true });
  });

  it("cancelar borra todo lo recibido", async () => {
    const dueno = nuevoDueno();
    const bytes = pdf(PARTE + 1);
    const id = await completa(dueno, bytes);
    expect(await cancelarSubida(almacen, dueno, id)).toEqual({ ok: true, valor: null });
    expect(await almacen.partes.listar(dueno.personaId)).toEqual([]);
    expect(await estadoSubida(almacen, dueno, id, AHORA)).toMatchObject({
      falla: { codigo: "no_encontrado" },
    });
  });

  it("a las 24 horas caduca, lo dice, y la limpieza borra esa y no las demás", async () => {
    const dueno = nuevoDueno();
    const bytes = pdf(PARTE + 1);
    const vieja = await completa(dueno, bytes);
    const nueva = await iniciarSubida(
      almacen,
      dueno,
      { nombre: "b.pdf", tipo: "", tamano: 100 },
      masHoras(10),
    );
    expect(await terminarSubida(almacen, dueno, vieja, {}, masHoras(24))).toMatchObject({
      falla: { codigo: "subida_caducada" },
    });
    expect(await borrarSubidasCaducadas(almacen, masHoras(24))).toBeGreaterThanOrEqual(1);
    expect(await estadoSubida(almacen, dueno, vieja, masHoras(24))).toMatchObject({
      falla: { codigo: "no_encontrado" },
    });
    expect(nueva.ok && (await estadoSubida(almacen, dueno, nueva.valor.id, masHoras(24))).ok).toBe(true);
  });

  it("una parte que llega cuando su subida ya se borró no queda para siempre", async () => {
    const persona = randomUUID();
    await almacen.partes.escribir(`${persona}/${randomUUID()}/parte-0000`, Buffer.from("tarde"));
    await borrarSubidasCaducadas(almacen, AHORA);
    expect(await almacen.partes.listar(persona)).toHaveLength(1);
    await borrarSubidasCaducadas(almacen, masHoras(25));
    expect(await almacen.partes.listar(persona)).toEqual([]);
  });

  it("una persona no puede dejar abiertas más de 20 subidas; al cancelar una puede seguir", async () => {
    const dueno = nuevoDueno();
    const archivo = { nombre: "a.pdf", tipo: "", tamano: 100 };
    const ids: string[] = [];
    for (let i = 0; i < LIMITES_ARCHIVO.subidasAbiertas; i++) {
      const r = await iniciarSubida(almacen, dueno, archivo, AHORA);
      if (r.ok) ids.push(r.valor.id);
    }
    expect(ids).toHaveLength(20);
    expect(await iniciarSubida(almacen, dueno, archivo, AHORA)).toMatchObject({
      falla: { codigo: "demasiadas_subidas" },
    });
    await cancelarSubida(almacen, dueno, ids[0] ?? "");
    expect(await iniciarSubida(almacen, dueno, archivo, AHORA)).toMatchObject({ ok: true });
    expect(await iniciarSubida(almacen, dueno, archivo, masHoras(24))).toMatchObject({ ok: true });
    expect((await almacen.partes.listar(dueno.personaId)).length).toBe(1);
  });
});
