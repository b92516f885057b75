import { describe, expect, test } from "vitest";
import { proponerGrupos } from "@/lib/casos/grupo/elegirGrupo";
import { elegirRevisores, proponerRevisores } from "@/lib/casos/grupo/elegirRevisor";
import { leerParaMover } from "@/lib/casos/grupo/leer";
import { moverAlEscrito } from "@/lib/casos/grupo/mover";
import type { InstitucionDePrueba } from "@/tests/apoyo/institucion";
import { valor } from "@/tests/apoyo/resultado";
import { conRed, PRIMERA } from "./red";

const red = conRed();
const { instituciones, idDe, revisor, grupoNuevo, moverA, nombrar } = red;

describe("elegir un grupo", () => {
  test("el grupo se escribe por su nombre, para buscar y para mover; lo que no nombra a ninguno se dice", async () => {
    const oriente = await grupoNuevo("Oriente");
    await grupoNuevo("Oriente Alto");
    const ids = instituciones.slice(0, 2).map(({ id }) => id);
    const escrito = { instituciones: ids, todas: false, texto: "", grupo: "", destino: "", quitar: false };
    const falta = async (cambio: Partial<typeof escrito>) => {
      const hecho = await moverAlEscrito(red.ctx, { ...escrito, ...cambio });
      return hecho.ok ? hecho.valor : hecho.falla.campos?.destino;
    };
    expect(await falta({})).toContain("Escriba el grupo al que van");
    expect(await falta({ destino: "orient" })).toBe(
      "Escriba el nombre completo. Coinciden: Oriente; Oriente Alto.",
    );
    expect(await falta({ destino: "Oriente", quitar: true })).toContain("borre el grupo o quite la marca");
    expect(await falta({ destino: "oriente" })).toMatchObject({ movidas: 2, grupo: "Oriente" });
    const de = async (grupo: string) =>
      await valor(leerParaMover(red.ctx, { ...PRIMERA, grupo, sinGrupo: false }));
    expect((await de("ORIENTE")).filas.map(({ codigo }) => codigo)).toEqual(["GA", "GB"]);
    expect((await de("ORIENTE")).buscado).toEqual({ texto: "", grupo: oriente });
    expect(await de("poniente")).toMatchObject({
      filas: [],
      noHallado: "Nada coincide con «poniente». Revise lo escrito.",
    });
    expect(await falta({ quitar: true })).toMatchObject({ movidas: 2, grupo: null });
    expect(await valor(proponerGrupos(red.ctx, { texto: "órien" }))).toEqual({
      opciones: ["Oriente", "Oriente Alto"].map((texto) => ({ texto, detalle: "0 instituciones" })),
      hayMas: false,
    });
  });
});

describe("elegir a una persona revisora", () => {
  test("se hace por su correo, su nombre entero o los dos; en blanco es nadie", async () => {
    const ids = (uno: string, otro: string) => ({ revisor: idDe(uno), suplente: idDe(otro) });
    expect(
      await valor(elegirRevisores(red.ctx, { revisor: "ELENA@red.example", suplente: "tomas" })),
    ).toEqual(ids("Elena", "Tomas"));
    expect(
      await valor(elegirRevisores(red.ctx, { revisor: "Sara (sara@red.example)", suplente: " " })),
    ).toEqual(ids("Sara", ""));
  });

  test("lo que no nombra a nadie lo dice en su campo, con quienes se le parecen", async () => {
    expect(await elegirRevisores(red.ctx, { revisor: "ele", suplente: "Sara" })).toMatchObject({
      falla: { campos: { revisor: expect.stringContaining("Elena (elena@red.example)") } },
    });
    const nadie = await elegirRevisores(red.ctx, { revisor: "Sara", suplente: "carla" });
    expect(nadie.ok ? {} : nadie.falla.campos).toEqual({
      suplente: expect.stringContaining("Nada coincide"),
    });
  });

  test("se proponen las primeras que coinciden, con su carga", async () => {
    const grupo = await grupoNuevo("Dupla A");
    await moverA(grupo, "GA");
    await nombrar(grupo, 1, "Omar");
    expect(await valor(proponerRevisores(red.ctx, { texto: "oma" }))).toEqual({
      opciones: [
        { texto: "Omar (omar@red.example)", detalle: "1 institución" },
        { texto: "Tomas (tomas@red.example)", detalle: expect.any(String) },
      ],
      hayMas: false,
    });
    for (let n = 10; n < 22; n++) await revisor(`Reemplazante ${n}`);
    const { opciones, hayMas } = await valor(proponerRevisores(red.ctx, { texto: "reemplazante" }));
    expect([opciones.length, hayMas]).toEqual([10, true]);
  });

  test("quien no administra grupos no pregunta por nadie", async () => {
    const ana = await (instituciones[0] as InstitucionDePrueba).ctx();
    expect(await proponerRevisores(ana, { texto: "e" })).toMatchObject({
      falla: { codigo: "no_encontrado" },
    });
    expect(await proponerGrupos(ana, { texto: "e" })).toMatchObject({ falla: { codigo: "no_encontrado" } });
    expect(await elegirRevisores(ana, { revisor: "Elena" })).toMatchObject({
      falla: { codigo: "no_encontrado" },
    });
  });
});
