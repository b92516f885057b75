import { z } from "zod";
import { definirRutaInstitucion } from "@/lib/borde/ruta";
import { cerrarSubida, olvidarSubida, recibirParte, verSubida } from "@/lib/casos/archivo/subir";
import { LIMITES_ARCHIVO } from "@/lib/flujo/archivo";
import { fallar } from "@/lib/flujo/resultado";

const params = z.object({ subida: z.uuid() });

/** Where the upload goes. */
export const GET = definirRutaInstitucion({
  permiso: "archivo.subir",
  params,
  caso: (ctx, { params: { subida } }) => verSubida(ctx, subida),
});

/** One part, as bytes, from the position `desde`. */
export const PUT = definirRutaInstitucion({
  permiso: "archivo.subir",
  params,
  busqueda: z.object({ desde: z.coerce.number().int().nonnegative() }),
  ritmo: { maximo: 1200, segundos: 60 },
  caso: async (ctx, { params: { subida }, busqueda: { desde } }, solicitud) => {
    if (Number(solicitud.headers.get("content-length") ?? 0) > LIMITES_ARCHIVO.tamanoParte)
      return fallar("demasiado_grande", "La parte enviada es más larga de lo que se recibe de una vez.");
    return recibirParte(ctx, subida, { desde, bytes: new Uint8Array(await solicitud.arrayBuffer()) });
  },
});

/** Ends it: from here on it is a file of the institution. */
export const POST = definirRutaInstitucion({
  permiso: "archivo.subir",
  params,
  caso: (ctx, { params: { subida } }) => cerrarSubida(ctx, subida, {}),
});

/** Gives it up. */
export const DELETE = definirRutaInstitucion({
  permiso: "archivo.subir",
  params,
  caso: (ctx, { params: { subida } }) => olvidarSubida(ctx, subida),
});
