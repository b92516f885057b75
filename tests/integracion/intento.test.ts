import { describe, expect, it } from "vitest";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { conActor } from "@/lib/datos/transaccion";
import { exito } from "@/lib/flujo/resultado";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe, entornoDeIdentidad } from "@/tests/apoyo/identidad";

entornoDeIdentidad();
const base = conBase();

describe("hacer una vez", () => {
  const intentar = (
    ctx: Awaited<ReturnType<typeof contextoDe>>,
    trabajo: () => Promise<ReturnType<typeof exito<number>>>,
  ) => conActor(ctx.actor, "prueba", (tx) => unaVez(tx, ctx, "prueba", trabajo));

  it("la repetición recibe la misma respuesta; una falla se puede reintentar; la clave de otra persona no cuenta", async () => {
    const ctx = { ...(await contextoDe(base, "lector")), clave: "b0b0b0b0-0000-4000-8000-000000000002" };
    let veces = 0;
    const trabajo = async () => exito(++veces);
    const fallar = () =>
      intentar(ctx, async () => ({ ok: false, falla: { codigo: "x", mensaje: "" } }) as never);
    expect(await fallar()).toMatchObject({ ok: false });
    expect(await intentar(ctx, trabajo)).toEqual(exito(1));
    expect(await intentar(ctx, trabajo)).toEqual(exito(1));
    const otra = { ...(await contextoDe(base, "lector")), clave: ctx.clave };
    expect(await intentar(otra, trabajo)).toEqual(exito(2));
  });

  it("la misma clave con otro contenido es otro intento: nada de lo escrito después se da por hecho", async () => {
    const clave = "b0b0b0b0-0000-4000-8000-000000000003";
    const lector = await contextoDe(base, "lector");
    const [una, otra] = ["a", "b"].map((huellaEntrada) => ({ ...lector, clave, huellaEntrada }));
    if (!una || !otra) throw new Error("faltan");
    let veces = 0;
    const trabajo = async () => exito(++veces);
    expect(await intentar(una, trabajo)).toEqual(exito(1));
    expect(await intentar(otra, trabajo)).toEqual(exito(2));
    expect(await intentar(otra, trabajo)).toEqual(exito(2));
  });
});
