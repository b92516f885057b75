import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { leerConfiguracionCorreo } from "@/lib/correo/configuracion";
import { abrirTransporte, esperaTras, idDeMensaje, vaciarBandeja } from "@/lib/correo/enviar";
import { encolarCorreos } from "@/lib/datos/repositorio/correo";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { conBase } from "@/tests/apoyo/base";

const base = conBase();
const DESDE = "Plataforma CSEU <no-responder@cseu.example>";
const AHORA = new Date("2025-06-30T15:00:00Z");
const recibidos: Email[] = [];
let rechaza = 0;
const servidor = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(flujo, _sesion, listo) {
    const partes: Buffer[] = [];
    flujo.on("data", (parte: Buffer) => partes.push(parte));
    flujo.on("end", async () => {
      if (rechaza > 0) {
        rechaza -= 1;
        return listo(Object.assign(new Error("casilla ocupada"), { responseCode: 451 }));
      }
      recibidos.push(await PostalMime.parse(Buffer.concat(partes)));
      listo();
    });
  },
});
let url = "";

beforeAll(async () => {
  await new Promise<void>((listo) => servidor.listen(0, "127.0.0.1", () => listo()));
  url = `smtp://127.0.0.1:${(servidor.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((listo) => servidor.close(listo)));
beforeEach(async () => {
  recibidos.length = 0;
  await base.comoDueno("DELETE FROM correo");
});

const encolar = (n: number, desde = 0) =>
  conActor(SISTEMA, "prueba", (tx) =>
    encolarCorreos(
      tx,
      Array.from({ length: n }, (_, i) => ({
        clave: `prueba:${desde + i}`,
        para: `p${desde + i}@prueba.example`,
        asunto: "Aprobación del Comité: ñandú",
        texto: "Hola, Ñuñoa:\n\nhttps://cseu.example/invitacion/abc",
      })),
      AHORA,
    ),
  );
const cartero = () => abrirTransporte({ url, desde: DESDE, exigeTls: false });

describe("la bandeja de salida", () => {
  it("entrega por SMTP de verdad, en castellano y con un Message-ID que no cambia", async () => {
    await encolar(1);
    const transporte = cartero();
    expect(await vaciarBandeja(transporte, DESDE, () => AHORA)).toEqual({ enviados: 1, fallidos: 0 });
    transporte.close();
    expect(recibidos).toHaveLength(1);
    expect(recibidos[0]).toMatchObject({
      subject: "Aprobación del Comité: ñandú",
      messageId: idDeMensaje("prueba:0", DESDE),
      from: { address: "no-responder@cseu.example" },
      to: [{ address: "p0@prueba.example" }],
    });
    expect(recibidos[0]?.text).toContain("Ñuñoa");
  });

  it("lo mismo no se escribe dos veces, y lo deshecho no se manda", async () => {
    await encolar(2);
    expect(await encolar(3)).toBe(1);
    await conActor(SISTEMA, "prueba", async (tx) => {
      await encolarCorreos(
        tx,
        [{ clave: "deshecho", para: "x@prueba.example", asunto: "a", texto: "b" }],
        AHORA,
      );
      return { ok: false };
    });
    expect(await base.comoDueno("SELECT FROM correo")).toHaveLength(3);
  });

  it("cuatro carteros a la vez: cada correo sale una vez", async () => {
    await encolar(60);
    const transportes = [cartero(), cartero(), cartero(), cartero()];
    const cuentas = await Promise.all(transportes.map((t) => vaciarBandeja(t, DESDE, () => AHORA)));
    for (const transporte of transportes) transporte.close();
    expect(cuentas.reduce((suma, { enviados }) => suma + enviados, 0)).toBe(60);
    expect(new Set(recibidos.map((correo) => correo.messageId)).size).toBe(60);
    expect(recibidos).toHaveLength(60);
  });

  it("si el servidor no puede, espera cada vez más y al final sale", async () => {
    await encolar(1);
    rechaza = 2;
    const transporte = cartero();
    const intentar = (ahora: Date) => vaciarBandeja(transporte, DESDE, () => ahora);
    const tras = (ms: number) => new Date(AHORA.getTime() + ms);
    expect(await intentar(AHORA)).toEqual({ enviados: 0, fallidos: 1 });
    const [fila] = await base.comoDueno<{ error: string }>("SELECT error FROM correo");
    expect(fila?.error).toMatch(/casilla ocupada/);
    expect(await intentar(tras(59_000))).toEqual({ enviados: 0, fallidos: 0 });
    expect(await intentar(tras(60_000))).toEqual({ enviados: 0, fallidos: 1 });
    expect(await intentar(tras(179_000))).toEqual({ enviados: 0, fallidos: 0 });
    expect(await intentar(tras(180_000))).toEqual({ enviados: 1, fallidos: 0 });
    expect(await intentar(tras(9_000_000))).toEqual({ enviados: 0, fallidos: 0 });
    transporte.close();
    expect(esperaTras(30)).toBe(24 * 3_600_000);
  });

  it("un cartero que muere con un correo en la mano lo suelta a los cinco minutos", async () => {
    await encolar(1);
    await base.comoDueno("UPDATE correo SET intentos = 1, proximo_en = $1", [
      new Date(AHORA.getTime() + 300_000),
    ]);
    const transporte = cartero();
    expect((await vaciarBandeja(transporte, DESDE, () => AHORA)).enviados).toBe(0);
    expect((await vaciarBandeja(transporte, DESDE, () => new Date(AHORA.getTime() + 300_000))).enviados).toBe(
      1,
    );
    transporte.close();
  });

  it("sin SMTP_URL nada sale; con una ilegible no arranca", () => {
    expect(leerConfiguracionCorreo({})).toBeNull();
    expect(leerConfiguracionCorreo({ SMTP_URL: "" })).toBeNull();
    expect(() => leerConfiguracionCorreo({ SMTP_URL: "http://x" })).toThrow(/SMTP_URL/);
  });
});
