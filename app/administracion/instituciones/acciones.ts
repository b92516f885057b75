"use server";
import { z } from "zod";
import { definirAccion } from "@/lib/borde/accion";
import { esquemaCodigo } from "@/lib/borde/entrada";
import { guardarInstitucion } from "@/lib/casos/administracion/institucion";

const texto = (falta: string) => z.string().trim().min(1, falta).max(300, "Hasta 300 caracteres.");
const casilla = z
  .string()
  .optional()
  .transform((valor) => valor === "si");

export const guardar = definirAccion({
  permiso: "institucion.administrar",
  esquema: z.object({
    id: z.uuid().optional(),
    codigo: z.string().trim().toUpperCase().pipe(esquemaCodigo),
    nombre: texto("Escriba el nombre de la institución."),
    ministerio: texto("Escriba el ministerio del que depende."),
    mesu: casilla,
    activa: casilla,
    quorum: z.enum(["mayoria", "unanimidad"], "Elija cómo aprueba el Comité."),
    exigePresidencia: casilla,
  }),
  caso: guardarInstitucion,
  destino: () => "/administracion/instituciones",
});
