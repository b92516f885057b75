"use server";
import { z } from "zod";
import { definirAccion } from "@/lib/borde/accion";
import { conInstante } from "@/lib/borde/instante";
import { guardarHitos } from "@/lib/casos/administracion/ejercicio";
import { type Hito, instanteDeHito } from "@/lib/casos/administracion/hitos";

const texto = z.string().max(40);

export const guardar = definirAccion({
  permiso: "ejercicio.administrar",
  esquema: z
    .object({
      anio: z.coerce
        .number("Escriba el año con cuatro dígitos.")
        .int()
        .min(2024, "Desde 2024.")
        .max(2100, "Hasta 2100."),
      edicion: z.string().trim().min(1, "Escriba la edición de la guía, por ejemplo e3-2025.").max(40),
      aperturaAjuste: texto,
      aperturaAjusteHora: texto,
      cierreAjuste: texto,
      cierreAjusteHora: texto,
      aperturaEnvio: texto,
      aperturaEnvioHora: texto,
      cierreEnvio: texto,
      cierreEnvioHora: texto,
    })
    .transform((datos, ctx) => {
      const hito = (campo: Hito) => {
        const leido = conInstante(datos[campo], datos[`${campo}Hora`], campo, ctx);
        return leido instanceof Date ? instanteDeHito(campo, leido) : z.NEVER;
      };
      return {
        anio: datos.anio,
        edicion: datos.edicion,
        aperturaAjuste: hito("aperturaAjuste"),
        cierreAjuste: hito("cierreAjuste"),
        aperturaEnvio: hito("aperturaEnvio"),
        cierreEnvio: hito("cierreEnvio"),
      };
    }),
  caso: guardarHitos,
});
