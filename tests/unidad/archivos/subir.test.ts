import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { subirArchivo } from "@/components/archivo/subir";

let pedidos = 0;
const ventana = new EventTarget();

beforeEach(() => {
  pedidos = 0;
  vi.stubGlobal("fetch", async () => {
    pedidos += 1;
    return new Response(null, { status: 503 });
  });
  vi.stubGlobal("addEventListener", ventana.addEventListener.bind(ventana));
  // No clock moves here: what goes on, goes on for another reason.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Until the upload has been told so many times that there is no room for it, and waits. */
async function queEspere(veces: number) {
  while (pedidos < veces) await new Promise(setImmediate);
  await new Promise(setImmediate);
}

const subir = (senal: AbortSignal) =>
  subirArchivo({
    institucion: "SVA",
    id: crypto.randomUUID(),
    archivo: new File(["%PDF-1.7"], "Acta.pdf", { type: "application/pdf" }),
    alAvanzar: () => undefined,
    senal,
  });

test("cancelar una subida que espera la termina en el acto: deja su turno a la siguiente", async () => {
  const control = new AbortController();
  const subida = subir(control.signal);
  await queEspere(1);
  control.abort();
  expect(await subida).toMatchObject({ ok: false, codigo: "sin_conexion" });
  expect(pedidos).toBe(1);
});

test("al volver la red no espera más: insiste en el acto", async () => {
  const control = new AbortController();
  const subida = subir(control.signal);
  await queEspere(1);
  ventana.dispatchEvent(new Event("online"));
  await queEspere(2);
  control.abort();
  await subida;
});
