import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Almacen, Entrada } from "@/components/formulario/almacen";
import { Cola } from "@/components/formulario/cola";
import type { Envio, Respuesta } from "@/components/formulario/transporte";
import type { ValorCampo } from "@/lib/flujo/campo";

const LUGAR = "informe/avances";

/** A drawer in memory, with the contract of the browser's. */
function cajon(): Almacen & { todo: Map<string, Entrada> } {
  const todo = new Map<string, Entrada>();
  return {
    todo,
    leer: async (usuario) => [...todo.values()].filter((entrada) => entrada.usuario === usuario),
    guardar: async (entrada) => void todo.set(entrada.lugar, entrada),
    quitar: async ({ lugar, escritoEn }) => {
      const guardada = todo.get(lugar);
      if (guardada && guardada.escritoEn <= escritoEn) todo.delete(lugar);
    },
  };
}

/** A server of one field with compare-and-set, that can be told to fail. */
class Servidor {
  valor: ValorCampo = null;
  caida: Exclude<Envio["tipo"], "respondido"> | null = null;
  cierre: string | null = null;
  recibidos: ValorCampo[] = [];

  readonly enviar = async (entradas: readonly Entrada[]): Promise<Envio> => {
    if (this.caida) return { tipo: this.caida, esperaMs: 0 };
    const respuestas: Record<string, Respuesta> = {};
    for (const { lugar, base, valor } of entradas) {
      this.recibidos.push(valor);
      if (this.cierre) respuestas[lugar] = { estado: "cerrado", mensaje: this.cierre };
      else if (this.valor === base || this.valor === valor) {
        this.valor = valor;
        respuestas[lugar] = { estado: "guardado", valor };
      } else
        respuestas[lugar] = {
          estado: "conflicto",
          actual: this.valor,
          autor: "Rosa Soto",
          propio: false,
          en: null,
        };
    }
    return { tipo: "respondido", respuesta: ({ lugar }) => respuestas[lugar] };
  };
}

let almacen: ReturnType<typeof cajon>;
let servidor: Servidor;
const abrir = (usuario = "u1") =>
  new Cola({
    usuario,
    institucion: "1003",
    almacen,
    enviar: servidor.enviar,
    alGuardar: () => undefined,
    esperaTecleoMs: 1,
    esperaMaximaMs: 2,
  });

beforeEach(() => {
  almacen = cajon();
  servidor = new Servidor();
});

describe("lo escrito", () => {
  test("queda en este equipo hasta que el servidor lo tiene", async () => {
    servidor.caida = "sin-conexion";
    const cola = abrir();
    cola.escribir(LUGAR, null, "Avanzamos");
    await cola.terminar();
    expect(almacen.todo.get(LUGAR)?.valor).toBe("Avanzamos");
    expect(cola.verEstado()).toEqual({ tipo: "sin-conexion" });

    servidor.caida = null;
    await vi.waitFor(() => expect(servidor.valor).toBe("Avanzamos"));
    await vi.waitFor(() => expect(almacen.todo.size).toBe(0));
    expect(cola.verEstado()).toMatchObject({ tipo: "guardado" });
  });

  test("vuelve al abrir otra vez la página y se guarda solo", async () => {
    servidor.caida = "sin-sesion";
    const antes = abrir();
    antes.escribir(LUGAR, null, "Antes de que se apagara");
    await antes.terminar();

    servidor.caida = null;
    const despues = abrir();
    await despues.recuperar();
    await despues.terminar();
    expect(servidor.valor).toBe("Antes de que se apagara");
  });

  test("de una persona no se muestra ni se envía con la sesión de otra", async () => {
    servidor.caida = "sin-conexion";
    const suya = abrir("u1");
    suya.escribir(LUGAR, null, "De la primera");
    await suya.terminar();
    const otra = abrir("u2");
    await otra.recuperar();
    expect(otra.verTodas()).toEqual([]);
  });

  test("mientras se guarda sigue en la cola con la base que el servidor confirmó", async () => {
    const cola = abrir();
    cola.escribir(LUGAR, null, "uno");
    cola.vaciar();
    cola.escribir(LUGAR, null, "uno dos");
    await cola.terminar();
    expect(servidor.valor).toBe("uno dos");
    expect(servidor.recibidos).toEqual(["uno", "uno dos"]);
  });
});

describe("dos personas en un mismo campo", () => {
  test("ninguna pisa a la otra: se muestran las dos versiones y se elige", async () => {
    const cola = abrir();
    servidor.valor = "Lo de Rosa";
    cola.escribir(LUGAR, null, "Lo mío");
    await cola.terminar();
    expect(cola.verEntrada(LUGAR)?.detenida).toMatchObject({ actual: "Lo de Rosa", autor: "Rosa Soto" });
    expect(cola.verEstado()).toEqual({ tipo: "detenido", cuantos: 1 });
    expect(servidor.valor).toBe("Lo de Rosa");

    cola.resolver(LUGAR, "mio");
    await cola.terminar();
    expect(servidor.valor).toBe("Lo mío");
  });

  test("dejar lo de la otra persona lo muestra y suelta lo propio", async () => {
    const cola = abrir();
    servidor.valor = "Lo de Rosa";
    cola.escribir(LUGAR, null, "Lo mío");
    await cola.terminar();
    cola.resolver(LUGAR, "ajeno");
    expect(cola.verAceptado(LUGAR)?.valor).toBe("Lo de Rosa");
    await vi.waitFor(() => expect(almacen.todo.size).toBe(0));
  });
});

describe("un plazo que se cierra", () => {
  test("detiene el texto, que se conserva, y deja de intentarlo", async () => {
    const cola = abrir();
    servidor.cierre = "Venció";
    cola.escribir(LUGAR, null, "Tarde");
    await cola.terminar();
    expect(cola.verDetenidas()).toMatchObject([{ valor: "Tarde", detenida: { mensaje: "Venció" } }]);
    cola.vaciar();
    expect(servidor.recibidos).toHaveLength(1);

    servidor.cierre = null;
    cola.reintentar(LUGAR);
    await cola.terminar();
    expect(servidor.valor).toBe("Tarde");
  });
});

describe("una página dibujada antes de guardar", () => {
  test("no trae de vuelta el texto anterior", async () => {
    const cola = abrir();
    cola.escribir(LUGAR, null, "A");
    await cola.terminar();
    cola.escribir(LUGAR, "A", "B");
    await cola.terminar();
    cola.recibirDelServidor(LUGAR, "A");
    expect(cola.verAceptado(LUGAR)?.valor).toBe("B");
    cola.recibirDelServidor(LUGAR, "C, de otra persona");
    expect(cola.verAceptado(LUGAR)).toBeUndefined();
  });
});

describe("cuando el servidor no da abasto", () => {
  test("lo dice, no insiste antes de lo que pidió, y guarda cuando puede", async () => {
    const instantes: number[] = [];
    let libre = false;
    const avisos: boolean[] = [];
    const cola = new Cola({
      usuario: "u1",
      institucion: "1003",
      almacen: cajon(),
      enviar: async () => {
        instantes.push(performance.now());
        if (!libre) return { tipo: "sobrecarga", esperaMs: 60 };
        return {
          tipo: "respondido",
          respuesta: ({ valor }) => ({ estado: "guardado", valor }),
          cargaAlta: true,
        };
      },
      alGuardar: (cargaAlta) => avisos.push(cargaAlta),
      esperaTecleoMs: 1,
      esperaMaximaMs: 100,
    });
    cola.escribir(LUGAR, null, "mi texto");
    await vi.waitFor(() => expect(cola.verEstado()).toEqual({ tipo: "sobrecarga" }));
    libre = true;
    await vi.waitFor(() => expect(cola.verEstado().tipo).toBe("guardado"));
    expect((instantes[1] ?? 0) - (instantes[0] ?? 0)).toBeGreaterThanOrEqual(59);
    expect(avisos).toEqual([true]);
  });
});
