"use server";
import { z } from "zod";
import { definirAccionInstitucion } from "@/lib/borde/accion";
import { leerSolicitante } from "@/lib/borde/cookieSesion";
import { enviarAlComite } from "@/lib/casos/comite/enviar";
import { firmar } from "@/lib/casos/comite/firmar";
import { conIdentidad } from "@/lib/casos/comite/identidad";
import { volverAModificar } from "@/lib/casos/comite/modificar";
import { registrarActaEnPapel } from "@/lib/casos/comite/registrar-papel";

const materia = z.enum(["plan", "informe"]);
const huella = z.string().regex(/^[0-9a-f]{64}$/);
const clave = z.string().max(500).optional();
const texto = (maximo: number) => z.string().max(maximo, `Escriba a lo más ${maximo} caracteres.`);

export const enviar = definirAccionInstitucion({
  permiso: "plan.enviarComite",
  esquema: z.object({ materia }),
  caso: (ctx, entrada) => enviarAlComite(ctx, entrada),
});

export const abrir = definirAccionInstitucion({
  permiso: "plan.enviarComite",
  esquema: z.object({ materia, motivo: texto(4000) }),
  caso: (ctx, entrada) => volverAModificar(ctx, entrada),
});

export const firmarVersion = definirAccionInstitucion({
  permiso: "comite.firmar",
  esquema: z.object({ materia, huella, clave, declaraCoherencia: z.literal("si").optional() }),
  secretos: ["clave"],
  caso: async (ctx, { clave: escrita, declaraCoherencia, ...entrada }) =>
    conIdentidad(ctx, escrita, (await leerSolicitante()).origen, (seguro) =>
      firmar(seguro, { ...entrada, decision: "aprueba", declaraCoherencia: declaraCoherencia === "si" }),
    ),
});

export const objetarVersion = definirAccionInstitucion({
  permiso: "comite.firmar",
  esquema: z.object({ materia, huella, clave, motivo: texto(8000) }),
  secretos: ["clave"],
  caso: async (ctx, { clave: escrita, ...entrada }) =>
    conIdentidad(ctx, escrita, (await leerSolicitante()).origen, (seguro) =>
      firmar(seguro, { ...entrada, decision: "objeta" }),
    ),
});

export const registrarPapel = definirAccionInstitucion({
  permiso: "acta.registrarPapel",
  esquema: z.object({
    materia,
    huella,
    numero: texto(200),
    fecha: texto(40),
    archivoId: z.union([z.uuid(), z.literal("")]),
    asistentes: z
      .array(z.object({ nombre: texto(200), cargo: texto(200), area: texto(200).optional() }))
      .max(100, "Registre a lo más 100 asistentes."),
    declaraCoherencia: z.boolean(),
  }),
  caso: (ctx, entrada) => registrarActaEnPapel(ctx, entrada),
});
