import { z } from "zod";
import { definirRutaInstitucion } from "@/lib/borde/ruta";
import { aplicarImportacion } from "@/lib/casos/informe/aplicarImportacion";
import { prepararImportacion } from "@/lib/casos/informe/preparar";
import { leerArchivo, MUY_GRANDE } from "./cuerpo";

/** Compares a file with the report and answers what it would change. Writes nothing. */
export const POST = definirRutaInstitucion({
  permiso: "informe.llenar",
  busqueda: z.object({ nombre: z.string().min(1).max(500) }),
  caso: async (ctx, { busqueda }, solicitud) => {
    const bytes = await leerArchivo(solicitud);
    return bytes ? prepararImportacion(ctx, { nombre: busqueda.nombre, bytes }) : MUY_GRANDE;
  },
  ritmo: { maximo: 20, segundos: 60 },
});

const valor = z.union([z.string(), z.boolean(), z.null(), z.array(z.string())]);
const texto = z.string().nullable();
const dificultad = z.object({
  tipo: texto,
  descripcion: texto,
  factoresInternos: texto,
  factoresExternos: texto,
  componentes: z.array(z.string()),
  elementos: z.array(z.string()),
});

/** Does what the comparison showed. A route and not an action: a whole report is longer than an action may be. */
export const PUT = definirRutaInstitucion({
  permiso: "informe.llenar",
  cuerpo: z.object({
    cambios: z
      .array(z.object({ lugar: z.string().max(2000), base: valor, valor, que: z.string().max(4000) }))
      .max(10_000),
    nuevas: z.array(dificultad).max(1000),
    quitadas: z.array(z.object({ id: z.uuid(), visto: dificultad })).max(1000),
  }),
  caso: (ctx, { cuerpo }) => aplicarImportacion(ctx, cuerpo),
  ritmo: { maximo: 20, segundos: 60 },
});
