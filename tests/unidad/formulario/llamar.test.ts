import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error";
import { expect, test } from "vitest";
import { llamarAccion, type RespuestaAccion } from "@/components/formulario/llamar";

test("lo que la plataforma responde vuelve tal cual: su valor o su falla", async () => {
  const respuestas: RespuestaAccion<number>[] = [
    { ok: true, valor: 3 },
    { ok: false, falla: { codigo: "cerrado", mensaje: "Ya no se puede.", campos: { motivo: "Falta." } } },
  ];
  for (const respuesta of respuestas) {
    const recibidas: unknown[] = [];
    const accion = async (previo: null, entrada: { id: string }) => {
      recibidas.push([previo, entrada]);
      return respuesta;
    };
    expect(await llamarAccion(accion, { id: "a" }, "Lo que escribió sigue aquí")).toBe(respuesta);
    expect(recibidas).toEqual([[null, { id: "a" }]]);
  }
});

test("si la plataforma se actualizó bajo la página, se pide recargarla y no volver a intentarlo igual", async () => {
  const otra = () => Promise.reject<RespuestaAccion<null>>(new UnrecognizedActionError("not found"));
  expect(await llamarAccion(otra, {}, "Lo que escribió sigue aquí")).toMatchObject({
    falla: { codigo: "otra_version", mensaje: expect.stringContaining("recargue la página") },
  });
});

test("sin red se dice, y dónde queda lo hecho", async () => {
  const sinRed = () => Promise.reject<RespuestaAccion<null>>(new TypeError("Failed to fetch"));
  for (const queda of ["Lo que escribió está en este equipo", "El archivo ya llegó a la plataforma"] as const)
    expect(await llamarAccion(sinRed, {}, queda)).toEqual({
      ok: false,
      falla: {
        codigo: "sin_conexion",
        mensaje: `No hay conexión con la plataforma. ${queda}; inténtelo de nuevo al volver.`,
      },
    });
});
