import { z } from "zod";
import { EnLote } from "@/components/revision/en-lote";
import { FiltrosDeBandeja, hrefDeBandeja } from "@/components/revision/filtros";
import { TablaDeBandeja } from "@/components/revision/tabla";
import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { Paginacion } from "@/components/ui/paginacion";
import { numeroDePagina, textoBuscado } from "@/lib/borde/listado";
import { definirPagina } from "@/lib/borde/pagina";
import { leerBandeja, POR_PAGINA } from "@/lib/casos/revision/bandeja";
import { puede } from "@/lib/flujo/permiso";
import { ESTADOS_BANDEJA, VISTAS_BANDEJA, type VistaBandeja } from "@/lib/flujo/vistaBandeja";
import { asignar, recordar } from "./acciones";

export const metadata = { title: "Revisión" };

const VISTAS = Object.keys(VISTAS_BANDEJA) as VistaBandeja[];

export default definirPagina({
  permiso: "revision.ver",
  busqueda: z.object({
    vista: z.enum(VISTAS).catch("grupo"),
    estado: z.enum(["", ...ESTADOS_BANDEJA]).catch(""),
    dias: z.coerce.number().int().min(0).max(3650).catch(0),
    ministerio: textoBuscado,
    ronda: z
      .union([z.literal("final"), z.uuid()])
      .or(z.literal(""))
      .catch(""),
    version: z.enum(["", "primera", "corregida"]).catch(""),
    buscar: textoBuscado,
    pagina: numeroDePagina,
  }),
  cargar: (ctx, { busqueda }) => leerBandeja(ctx, busqueda),
  ver: ({ datos, ctx }) => {
    const { filas, total, filtro, paginas } = datos;
    const desde = (filtro.pagina - 1) * POR_PAGINA;
    const marcable = puede(ctx.actor, "revision.asignar");
    const tabla = (
      <>
        <TablaDeBandeja filas={filas} ahora={ctx.ahora} marcable={marcable} />
        <Paginacion
          pagina={filtro.pagina}
          paginas={paginas}
          hrefDe={(pagina) => hrefDeBandeja(filtro, { pagina })}
          resumen={
            filas.length === 0
              ? `${total.toLocaleString("es-CL")} en total`
              : `${desde + 1} a ${desde + filas.length} de ${total.toLocaleString("es-CL")}`
          }
        />
      </>
    );
    return (
      <div className="flex flex-col gap-6">
        <Encabezado
          titulo="Revisión"
          bajada={`Lo enviado por las instituciones en ${datos.anio}. Primero, quienes más han esperado.`}
          {...(puede(ctx.actor, "plantilla.administrar") && {
            acciones: (
              <EnlaceBoton href="/revision/plantillas" variante="secundario">
                Plantillas
              </EnlaceBoton>
            ),
          })}
        />
        <FiltrosDeBandeja
          filtro={filtro}
          cuentas={datos.cuentas}
          ministerios={datos.ministerios}
          rondas={datos.rondas}
          conVistas={ctx.actor.rol === "revisor"}
        />
        {marcable ? (
          <EnLote revisores={datos.revisores} asignar={asignar} recordar={recordar}>
            {tabla}
          </EnLote>
        ) : (
          <div className="flex flex-col gap-4">{tabla}</div>
        )}
      </div>
    );
  },
});
