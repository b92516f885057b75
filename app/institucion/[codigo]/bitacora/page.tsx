import { z } from "zod";
import { Filtros } from "@/components/bitacora/filtros";
import { Hecho } from "@/components/bitacora/hecho";
import { Encabezado } from "@/components/ui/encabezado";
import { Paginacion } from "@/components/ui/paginacion";
import { Tarjeta } from "@/components/ui/tarjeta";
import { Vacio } from "@/components/ui/vacio";
import { numeroDePagina } from "@/lib/borde/listado";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { leerBitacora } from "@/lib/casos/bitacora/leer";
import { leerFecha } from "@/lib/expediente/fecha";
import { SECCIONES_BITACORA, type SeccionBitacora } from "@/lib/flujo/bitacora";

export const metadata = { title: "Bitácora" };

const SECCIONES = Object.keys(SECCIONES_BITACORA) as [SeccionBitacora, ...SeccionBitacora[]];

/** A day that cannot be read filters nothing; it stays written in its box. */
const diaDe = (escrito: string): string | null => {
  const leida = leerFecha(escrito);
  return leida.estado === "fecha" ? leida.valor : null;
};

/** Who changed what and when in the institution's reporting. */
export default definirPaginaInstitucion({
  permiso: "bitacora.ver",
  busqueda: z.object({
    seccion: z.enum(SECCIONES).optional().catch(undefined),
    persona: z.uuid().optional().catch(undefined),
    desde: z.string().max(40).catch(""),
    hasta: z.string().max(40).catch(""),
    pagina: numeroDePagina,
  }),
  cargar: (ctx, { busqueda: { seccion, persona, desde, hasta, pagina } }) =>
    leerBitacora(ctx, {
      seccion: seccion ?? null,
      persona: persona ?? null,
      desde: diaDe(desde),
      hasta: diaDe(hasta),
      pagina,
    }),
  ver: ({ ctx: { institucion }, busqueda, datos }) => {
    const { seccion = "", persona = "", desde, hasta } = busqueda;
    const { hechos, total, pagina, paginas, porPagina, personas } = datos;
    const base = `/institucion/${institucion.codigo}/bitacora`;
    const filtro = Object.entries({ seccion, persona, desde, hasta }).filter(([, valor]) => valor !== "");
    const primero = (pagina - 1) * porPagina;
    return (
      <div className="flex flex-col gap-6">
        <Encabezado
          titulo="Bitácora"
          bajada="Quién cambió qué, cuándo, y qué decía antes. Nada de lo que aparece aquí se puede borrar ni corregir."
        />
        <Filtros
          base={base}
          seccion={seccion}
          persona={persona}
          desde={desde}
          hasta={hasta}
          personas={personas}
        />
        <Tarjeta titulo="Cambios" id="cambios">
          {hechos.length === 0 ? (
            <Vacio titulo="No hay cambios que mostrar">
              {filtro.length > 0 ? "Pruebe con otros filtros." : "Aparecerán aquí a medida que se trabaje."}
            </Vacio>
          ) : (
            <ol className="divide-y divide-borde">
              {hechos.map((hecho) => (
                <Hecho key={hecho.clave} hecho={hecho} />
              ))}
            </ol>
          )}
        </Tarjeta>
        {total > 0 && (
          <Paginacion
            pagina={pagina}
            paginas={paginas}
            hrefDe={(n) => `${base}?${new URLSearchParams([...filtro, ["pagina", String(n)]])}`}
            resumen={`${primero + 1} a ${primero + hechos.length} de ${total === 1 ? "1 cambio" : `${total.toLocaleString("es-CL")} cambios`}`}
          />
        )}
      </div>
    );
  },
});
