"use server";
import { z } from "zod";
import { definirAccion } from "@/lib/borde/accion";
import { abrirRevision } from "@/lib/casos/revision/abrir";
import { asignarRevision } from "@/lib/casos/revision/asignar";
import { juzgarCriterio } from "@/lib/casos/revision/criterio";
import { decidirEnvio } from "@/lib/casos/revision/decidir";
import { devolverEnvio } from "@/lib/casos/revision/devolver";
import { insistirObservacion, resolverObservacion } from "@/lib/casos/revision/hilo";
import { escribirNota, quitarNota } from "@/lib/casos/revision/nota";
import { cambiarObservacion, observar, quitarObservacion } from "@/lib/casos/revision/observacion";
import { crearPlantilla, retirarPlantilla } from "@/lib/casos/revision/plantilla";
import { reabrirEnvio } from "@/lib/casos/revision/reabrir";
import { recordarPendientes } from "@/lib/casos/revision/recordar";

const envio = z.uuid();
const texto = z.string().max(10_000, "Escriba menos de 10.000 caracteres.");
const ruta = z.string().max(1000);
const varias = z
  .union([z.uuid().transform((una) => [una]), z.array(z.uuid()).max(500, "Marque menos instituciones.")])
  .default([]);

export const abrir = definirAccion({
  permiso: "revision.observar",
  esquema: z.object({ envio }),
  caso: abrirRevision,
});

export const juzgar = definirAccion({
  permiso: "revision.observar",
  esquema: z.object({
    envio,
    criterio: z.string().max(100),
    resultado: z.string().pipe(z.enum(["cumple", "no_cumple", "con_observaciones"], "Elija un resultado.")),
    razon: texto.default(""),
  }),
  caso: juzgarCriterio,
});

export const crearObservacion = definirAccion({
  permiso: "revision.observar",
  esquema: z.object({
    envio,
    requisito: z.string().max(20),
    ruta,
    archivo: z.uuid().optional(),
    pagina: z.coerce.number("Escriba el número de la página.").optional(),
    texto,
  }),
  caso: observar,
});

export const editarObservacion = definirAccion({
  permiso: "revision.observar",
  esquema: z.object({ envio, observacion: z.uuid(), texto }),
  caso: cambiarObservacion,
});

export const borrarObservacion = definirAccion({
  permiso: "revision.observar",
  esquema: z.object({ envio, observacion: z.uuid() }),
  caso: quitarObservacion,
});

export const resolver = definirAccion({
  permiso: "revision.observar",
  esquema: z.object({ envio, observacion: z.uuid(), texto }),
  caso: resolverObservacion,
});

export const insistir = definirAccion({
  permiso: "revision.observar",
  esquema: z.object({ envio, observacion: z.uuid(), texto }),
  caso: insistirObservacion,
});

export const anotar = definirAccion({
  permiso: "revision.anotar",
  esquema: z.object({ envio, ruta: ruta.optional(), texto }),
  caso: escribirNota,
});

export const borrarNota = definirAccion({
  permiso: "revision.anotar",
  esquema: z.object({ envio, nota: z.uuid() }),
  caso: quitarNota,
});

export const devolver = definirAccion({
  permiso: "revision.observar",
  esquema: z.object({
    envio,
    dia: z.string().max(40).default(""),
    abrir: z.array(ruta).max(200).default([]),
  }),
  caso: devolverEnvio,
});

export const decidir = definirAccion({
  permiso: "revision.decidir",
  esquema: z.object({
    envio,
    decision: z.string().pipe(z.enum(["valida", "no_valida"], "Elija una decisión.")),
    razones: texto.default(""),
    borradores: z.array(z.uuid()).max(1000),
  }),
  caso: decidirEnvio,
});

export const reabrir = definirAccion({
  permiso: "revision.reabrir",
  esquema: z.object({ envio, razon: texto }),
  caso: reabrirEnvio,
});

export const asignar = definirAccion({
  permiso: "revision.asignar",
  esquema: z.object({ instituciones: varias, revisor: z.union([z.literal(""), z.uuid()]) }),
  caso: asignarRevision,
});

export const recordar = definirAccion({
  permiso: "revision.asignar",
  esquema: z.object({ instituciones: varias }),
  caso: recordarPendientes,
});

export const guardarPlantilla = definirAccion({
  permiso: "plantilla.administrar",
  esquema: z.object({ requisito: z.string().max(20).default(""), titulo: z.string().max(120), texto }),
  caso: crearPlantilla,
});

export const quitarPlantilla = definirAccion({
  permiso: "plantilla.administrar",
  esquema: z.object({ plantilla: z.uuid() }),
  caso: retirarPlantilla,
});
