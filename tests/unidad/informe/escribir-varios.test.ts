import { expect, test, vi } from "vitest";
import { Cola } from "@/components/formulario/cola";
import { escribirVarios, verHoy } from "@/components/informe/escribir-varios";
import { leerAvisos, quitarAviso } from "@/components/ui/avisos-cola";

const A = { lugar: "informe/avances", valor: null };
const B = { lugar: "informe/desafios", valor: "previo" };

const abrir = () =>
  new Cola({
    usuario: "u1",
    institucion: "IPA",
    almacen: { leer: async () => [], guardar: async () => undefined, quitar: async () => undefined },
    enviar: async () => ({
      tipo: "respondido",
      respuesta: ({ valor }) => ({ estado: "guardado", valor }),
    }),
    alGuardar: () => undefined,
  });

function deshacer() {
  const aviso = leerAvisos().find(({ accion }) => accion);
  aviso?.accion?.alPulsar();
  if (aviso) quitarAviso(aviso.id);
}

test("deshacer devuelve lo que había, menos donde se escribió después", async () => {
  const cola = abrir();
  escribirVarios(
    cola,
    [
      [A, "90"],
      [B, "100"],
    ],
    "Se pegó.",
  );
  await vi.waitFor(() => expect(cola.espera()).toBe(false));
  cola.escribir(A.lugar, "90", "777");
  deshacer();
  expect([verHoy(cola, A), verHoy(cola, B)]).toEqual(["777", "previo"]);
  await cola.terminar();
});

test("un campo recién vaciado se ve vacío aunque su valor anterior ya se haya guardado", async () => {
  const cola = abrir();
  cola.escribir(B.lugar, "previo", "90");
  await cola.terminar();
  cola.escribir(B.lugar, "90", null);
  expect(verHoy(cola, B)).toBeNull();
  await cola.terminar();
  expect(verHoy(cola, B)).toBeNull();
});

test("lo que no puede volver se queda", async () => {
  const cola = abrir();
  escribirVarios(cola, [[A, "90"]], "Se pegó.", () => false);
  deshacer();
  expect(verHoy(cola, A)).toBe("90");
  await cola.terminar();
});
