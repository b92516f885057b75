import { z } from "zod";
import { definirRuta } from "@/lib/borde/ruta";
import { latir } from "@/lib/casos/revision/presencia";

/** Says that one has a version open; answers who else has. */
export const POST = definirRuta({
  permiso: "revision.anotar",
  params: z.object({ envio: z.uuid() }),
  caso: (ctx, { params: { envio } }) => latir(ctx, { envio }),
});
