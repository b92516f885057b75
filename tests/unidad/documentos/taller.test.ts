import { afterAll, describe, expect, it, vi } from "vitest";
import { formularioPdf, formularioXlsx } from "@/lib/documentos";
import { cerrarTaller, generar } from "@/lib/documentos/taller";
import { Memoria } from "@/lib/documentos/taller/memoria";
import { archivosDelPaquete, piezasDelPaquete } from "@/lib/documentos/taller/piezas";
import { expedienteFicticio } from "@/tests/apoyo/expediente-ficticio";

// Drawing is quick; a machine busy with other tests is not.
vi.setConfig({ testTimeout: 60_000 });

const expediente = expedienteFicticio({ actividades: 3, indicadoresPorActividad: 1, destinatarios: 3 });
const opciones = { borrador: false, codigo: "ABCD-EFGH-JKMN", emitidoEn: "2025-12-10T10:00:00-03:00" };

afterAll(cerrarTaller);

describe("taller de documentos", () => {
  it("entrega los mismos bytes que dibujar en el propio hilo", async () => {
    const pdf = await generar({ pieza: "formularioPdf", requisito: "E3O1RT1", expediente, opciones });
    expect(Buffer.from(pdf).equals(Buffer.from(formularioPdf("E3O1RT1", expediente, opciones)))).toBe(true);
    const libro = await generar({ pieza: "formularioXlsx", requisito: "E3O1RT2", expediente, opciones });
    expect(
      Buffer.from(libro).equals(Buffer.from(await formularioXlsx("E3O1RT2", expediente, opciones))),
    ).toBe(true);
  });

  it("un encargo que falla se rechaza y el taller sigue", async () => {
    const roto = generar({
      pieza: "formularioPdf",
      requisito: "E3O1RT1",
      expediente,
      opciones: { ...opciones, norma: "otra" as "ua-1" },
    });
    await expect(roto).rejects.toThrow();
    const sano = await generar({ pieza: "minutaPdf", expediente, opciones });
    expect(String.fromCharCode(...sano.subarray(0, 5))).toBe("%PDF-");
  });

  it("muchos encargos a la vez se atienden todos", async () => {
    const pedidos = Array.from({ length: 12 }, () =>
      generar({ pieza: "actaPdf", clase: "plan", expediente, opciones }),
    );
    const hechos = await Promise.all(pedidos);
    expect(new Set(hechos.map((x) => x.length)).size).toBe(1);
  });

  it("lo mismo pedido otra vez no se dibuja otra vez, y lo que cambia en una letra sí", async () => {
    const encargo = { pieza: "minutaPdf", expediente, opciones } as const;
    const primero = await generar(encargo);
    expect(await generar(structuredClone(encargo))).toBe(primero);
    const otro = { ...expediente, institucion: { ...expediente.institucion, nombre: "Otro Servicio" } };
    expect(await generar({ ...encargo, expediente: otro })).not.toBe(primero);
  });

  it("el paquete lleva formularios en sus tres formas, minuta y actas, y cada archivo declarado", async () => {
    const piezas = piezasDelPaquete(expediente, opciones);
    expect(piezas.map((x) => x.nombre)).toEqual([
      "e3o1rt1.xlsx",
      "e3o1rt1.pdf",
      "e3o1rt1-archivo.pdf",
      "e3o1rt2.xlsx",
      "e3o1rt2.pdf",
      "e3o1rt2-archivo.pdf",
      "minuta-de-cambios.pdf",
      "acta-plan.pdf",
      "acta-informe.pdf",
    ]);
    for (const x of piezas) expect((await x.dibujar()).length).toBeGreaterThan(1000);
    const archivos = archivosDelPaquete(expediente, async () => Buffer.alloc(0));
    expect(archivos.map((x) => `${x.carpeta}/${x.nombre}`)).toEqual([
      "difusion/instancia-1/medio/correo.pdf",
      "difusion/instancia-1/material/presentacion.pdf",
      "difusion/destinatarios/destinatarios.xlsx",
      "difusion/cosoc/resolucion.pdf",
    ]);
  });
});

describe("los documentos que se recuerdan", () => {
  const bytes = (n: number) => async () => new Uint8Array(n);

  it("los pedidos iguales a la vez se dibujan una sola vez", async () => {
    const memoria = new Memoria();
    let dibujos = 0;
    const dibujar = async () => new Uint8Array(++dibujos);
    const hechos = await Promise.all([1, 2, 3].map(() => memoria.pedir("a", dibujar)));
    expect(dibujos).toBe(1);
    expect(new Set(hechos).size).toBe(1);
  });

  it("se olvida primero el que menos se pide, y uno que no cabe no se guarda", async () => {
    const memoria = new Memoria(25);
    const [a] = [await memoria.pedir("a", bytes(10)), await memoria.pedir("b", bytes(10))];
    await memoria.pedir("a", bytes(10));
    await memoria.pedir("c", bytes(10));
    expect(await memoria.pedir("a", bytes(1))).toBe(a);
    expect((await memoria.pedir("b", bytes(2))).length).toBe(2);
    await memoria.pedir("enorme", bytes(26));
    expect((await memoria.pedir("enorme", bytes(3))).length).toBe(3);
  });

  it("un dibujo que falla se vuelve a intentar", async () => {
    const memoria = new Memoria();
    await expect(memoria.pedir("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect((await memoria.pedir("a", bytes(4))).length).toBe(4);
  });
});
