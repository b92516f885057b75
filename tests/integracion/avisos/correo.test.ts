import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { beforeEach, describe, expect, it } from "vitest";
import { despachar } from "@/lib/correo/cartero";
import { leerConfiguracionCorreo } from "@/lib/correo/configuracion";
import { abrirTransporte, idDeMensaje } from "@/lib/correo/entrega";
import { abrirCola } from "@/lib/datos/cola";
import {
  contarCorreos,
  encolarCorreos,
  listarPendientes,
  reintentarCorreo,
  repasarCorreos,
} from "@/lib/datos/repositorio/correo";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { atenderCorreo } from "@/lib/trabajos/correo";
import { conBase } from "@/tests/apoyo/base";
import { entornoDeIdentidad } from "@/tests/apoyo/identidad";
import { conServidorSmtp } from "@/tests/apoyo/servidorSmtp";

entornoDeIdentidad();
const base = conBase();
const smtp = conServidorSmtp();
const DESDE = "Plataforma CSEU <no-responder@cseu.example>";
const AHORA = new Date("2025-06-30T15:00:00Z");
const reloj = async () => AHORA;

beforeEach(async () => {
  await base.comoDueno("DELETE FROM correo");
  await base.comoAdmin("DELETE FROM pgboss.job");
});

const escribir = (n: number, desde = 0) =>
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
const transporte = () => abrirTransporte({ url: smtp.url, desde: DESDE, exigeTls: false });
const unico = async () => (await base.comoDueno<{ id: string }>("SELECT id FROM correo"))[0]?.id ?? "";
type Fila = { enviado: boolean; entregando: boolean; error: string | null; intentos: number };
const filas = () =>
  base.comoDueno<Fila>(
    "SELECT enviado_en IS NOT NULL AS enviado, entregando_en IS NOT NULL AS entregando, error, intentos FROM correo ORDER BY clave",
  );
const trabajos = () =>
  base.comoAdmin<{ state: string; falta: number }>(
    "SELECT state::text, extract(epoch FROM start_after - now())::float8 AS falta FROM pgboss.job WHERE name = 'correo' ORDER BY created_on",
  );

/** Workers of pg-boss on the application's restricted login, each as one node would. */
async function conNodos<T>(cuantos: number, hacer: () => Promise<T>): Promise<T> {
  const errores: unknown[] = [];
  const nodos = await Promise.all(
    Array.from({ length: cuantos }, async () => {
      const cola = abrirCola((error) => errores.push(error), base.app);
      await cola.start();
      const soltar = await atenderCorreo(cola, { url: smtp.url, desde: DESDE, exigeTls: false }, reloj);
      return async () => {
        await cola.stop({ graceful: true, timeout: 5000 });
        soltar();
      };
    }),
  );
  try {
    return await hacer();
  } finally {
    await Promise.all(nodos.map((detener) => detener()));
    expect(errores).toEqual([]);
  }
}

const hasta = (condicion: () => Promise<boolean>) => expect.poll(condicion, { timeout: 30_000 }).toBe(true);
const todosEnviados = async (n: number) => (await filas()).filter(({ enviado }) => enviado).length === n;

describe("el correo y su trabajo", () => {
  it("nacen en la misma transacción: lo deshecho no deja correo ni trabajo, y lo mismo no se escribe dos veces", async () => {
    await escribir(2);
    expect(await escribir(3)).toBe(1);
    await conActor(SISTEMA, "prueba", async (tx) => {
      await encolarCorreos(
        tx,
        [{ clave: "deshecho", para: "x@prueba.example", asunto: "a", texto: "b" }],
        AHORA,
      );
      return { ok: false };
    });
    expect(await filas()).toHaveLength(3);
    expect(await trabajos()).toHaveLength(3);
  });

  it("un trabajo perdido se repone, y el repaso no lo duplica", async () => {
    await escribir(3);
    await base.comoAdmin("DELETE FROM pgboss.job WHERE singleton_key = $1", [await unico()]);
    const repasar = () => conActor(SISTEMA, "prueba", (tx) => repasarCorreos(tx, 100));
    expect(await repasar()).toBe(1);
    expect(await repasar()).toBe(0);
    expect(await trabajos()).toHaveLength(3);
  });

  it("sin SMTP_URL nada sale; con una ilegible no arranca", () => {
    expect(leerConfiguracionCorreo({})).toBeNull();
    expect(leerConfiguracionCorreo({ SMTP_URL: "" })).toBeNull();
    expect(() => leerConfiguracionCorreo({ SMTP_URL: "http://x" })).toThrow(/SMTP_URL/);
  });
});

describe("varios nodos a la vez, con el usuario restringido de la base", () => {
  it("cada correo sale una sola vez, en castellano y con un Message-ID que no cambia", async () => {
    await escribir(60);
    await conNodos(2, () => hasta(() => todosEnviados(60)));
    expect(smtp.recibidos).toHaveLength(60);
    expect(new Set(smtp.recibidos.map(({ messageId }) => messageId)).size).toBe(60);
    const primero = smtp.recibidos.find(({ to }) => to?.[0]?.address === "p0@prueba.example");
    expect(primero).toMatchObject({
      subject: "Aprobación del Comité: ñandú",
      messageId: idDeMensaje("prueba:0", DESDE),
      from: { address: "no-responder@cseu.example" },
    });
    expect(primero?.text).toContain("Ñuñoa");
  });

  it("aunque dos tomen el mismo correo al mismo tiempo", async () => {
    await escribir(1);
    const id = await unico();
    const dos = [transporte(), transporte()];
    const despachos = await Promise.all(dos.map((t) => despachar(t, DESDE, id, reloj)));
    for (const t of dos) t.close();
    expect(despachos.filter(({ estado }) => estado === "enviado")).toHaveLength(1);
    expect(smtp.recibidos).toHaveLength(1);
    expect(await filas()).toMatchObject([{ enviado: true, error: null }]);
  });
});

describe("un servidor de correo que falla", () => {
  it("apagado, no se pierde nada: se anota por qué, se espera cada vez más y al volver sale todo una vez", async () => {
    await smtp.apagar();
    await escribir(5);
    await conNodos(1, async () => {
      await hasta(async () => (await trabajos()).every(({ state }) => state === "retry"));
      expect((await filas())[0]?.error).toMatch(/ECONNREFUSED/);
      const esperan = await trabajos();
      expect(esperan.map(({ state }) => state)).toEqual(Array(5).fill("retry"));
      expect(Math.min(...esperan.map(({ falta }) => falta))).toBeGreaterThan(20);
      await smtp.encender();
      const ids = await base.comoDueno<{ id: string }>("SELECT id FROM correo");
      for (const { id } of ids) await conActor(SISTEMA, "prueba", (tx) => reintentarCorreo(tx, id));
      await hasta(() => todosEnviados(5));
    });
    expect(smtp.recibidos).toHaveLength(5);
    expect((await filas()).every(({ error, intentos }) => error === null && intentos === 2)).toBe(true);
  });

  it("la espera entre intentos se duplica y llega a una hora", async () => {
    smtp.animo = "rechaza";
    await escribir(1);
    const esperas: number[] = [];
    await conNodos(1, async () => {
      for (let intento = 1; intento <= 3; intento++) {
        await hasta(
          async () => (await filas())[0]?.intentos === intento && (await trabajos())[0]?.state === "retry",
        );
        esperas.push((await trabajos())[0]?.falta ?? 0);
        await base.comoAdmin(
          "UPDATE pgboss.job SET start_after = now() WHERE name = 'correo' AND state = 'retry'",
        );
      }
    });
    expect(esperas[1]).toBeGreaterThan((esperas[0] ?? 0) * 0.9);
    expect(esperas[2]).toBeGreaterThan(60);
    const [cola] = await base.comoAdmin(
      "SELECT retry_delay_max, retry_backoff FROM pgboss.queue WHERE name = 'correo'",
    );
    expect(cola).toEqual({ retry_delay_max: 3600, retry_backoff: true });
  });

  it.each([
    ["si lo rechaza después de leerlo entero, se vuelve a intentar", "rechaza", 1, /casilla ocupada/],
    // Longer than what a connection holds on its way: cut in the middle, its last byte cannot have left.
    ["si corta en mitad del mensaje, se vuelve a intentar", "corta", 300_000, /closed|ECONNRESET|EPIPE/i],
  ] as const)("%s", async (_titulo, animo, renglones, motivo) => {
    smtp.animo = animo;
    await escribir(1);
    const id = await unico();
    const alargar = (veces: number) =>
      base.comoDueno(
        "UPDATE correo SET texto = repeat('Un renglón del aviso.' || chr(10), $2) WHERE id = $1",
        [id, veces],
      );
    await alargar(renglones);
    const t = transporte();
    expect(await despachar(t, DESDE, id, reloj)).toMatchObject({ estado: "reintentar" });
    expect(await filas()).toMatchObject([{ enviado: false, entregando: false, intentos: 1 }]);
    expect((await filas())[0]?.error).toMatch(motivo);
    smtp.animo = "recibe";
    await alargar(1);
    expect(await despachar(t, DESDE, id, reloj)).toEqual({ estado: "enviado" });
    t.close();
    expect(smtp.recibidos).toHaveLength(1);
  });

  it("si lo recibió y su respuesta se perdió, no se manda otra vez: queda a la vista hasta que alguien decida", async () => {
    smtp.animo = "recibe_y_calla";
    await escribir(1);
    const id = await unico();
    const t = transporte();
    expect(await despachar(t, DESDE, id, reloj)).toEqual({ estado: "sin_confirmar" });
    smtp.animo = "recibe";
    expect(await despachar(t, DESDE, id, reloj)).toEqual({ estado: "sin_confirmar" });
    expect(smtp.recibidos).toHaveLength(1);
    const leer = <T>(que: (tx: Parameters<typeof contarCorreos>[0]) => Promise<T>) =>
      conActor(SISTEMA, "prueba", que);
    expect(await leer(contarCorreos)).toMatchObject({ sin_confirmar: 1, enviado: 0 });
    expect(await leer((tx) => listarPendientes(tx, 10))).toMatchObject([{ id, estado: "sin_confirmar" }]);
    expect(await leer((tx) => repasarCorreos(tx, 10))).toBe(0);
    expect(await leer((tx) => reintentarCorreo(tx, id))).toBe(true);
    expect(await despachar(t, DESDE, id, reloj)).toEqual({ estado: "enviado" });
    t.close();
    expect(new Set(smtp.recibidos.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it("si la base no puede marcarlo antes del último byte, el servidor no lo recibe", async () => {
    await escribir(1);
    const id = await unico();
    await base.comoDueno(
      "CREATE FUNCTION negar() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disco lleno'; END $$",
    );
    await base.comoDueno(
      "CREATE TRIGGER negar BEFORE UPDATE OF entregando_en ON correo FOR EACH ROW WHEN (NEW.entregando_en IS NOT NULL) EXECUTE FUNCTION negar()",
    );
    const t = transporte();
    expect(await despachar(t, DESDE, id, reloj)).toMatchObject({ estado: "reintentar" });
    await base.comoDueno("DROP FUNCTION negar CASCADE");
    expect(smtp.recibidos).toHaveLength(0);
    expect(await despachar(t, DESDE, id, reloj)).toEqual({ estado: "enviado" });
    t.close();
    expect(smtp.recibidos).toHaveLength(1);
  });
});

describe("un proceso que muere", () => {
  const morir = async (cuando: "antes" | "despues"): Promise<string> => {
    await escribir(1);
    const id = await unico();
    const hijo = spawn(
      process.execPath,
      ["--import", "tsx", "tests/integracion/avisos/carteroQueMuere.ts", cuando],
      {
        env: { ...process.env, NODE_OPTIONS: "", DATABASE_URL: base.app, SMTP_URL: smtp.url, CORREO: id },
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    const lineas = createInterface({ input: hijo.stdout });
    await once(lineas, "line");
    hijo.kill("SIGKILL");
    await once(hijo, "exit");
    return id;
  };

  it("antes del último byte: el servidor no tiene nada y otro nodo lo manda", async () => {
    const id = await morir("antes");
    expect(smtp.recibidos).toHaveLength(0);
    const t = transporte();
    expect(await despachar(t, DESDE, id, reloj)).toEqual({ estado: "enviado" });
    t.close();
    expect(smtp.recibidos).toHaveLength(1);
  });

  it("entre el envío y la anotación: nadie lo manda otra vez, y se ve que quedó sin confirmar", async () => {
    const id = await morir("despues");
    await expect.poll(() => smtp.recibidos.length).toBe(1);
    const t = transporte();
    expect(await despachar(t, DESDE, id, reloj)).toEqual({ estado: "sin_confirmar" });
    t.close();
    expect(smtp.recibidos).toHaveLength(1);
    expect((await filas())[0]?.error).toMatch(/puede haber llegado/);
  });
});
