import { z } from "zod";
import { MoverInstituciones } from "@/components/grupo/mover";
import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { estiloBoton } from "@/components/ui/estilo-boton";
import { Icono } from "@/components/ui/iconos";
import { Paginacion } from "@/components/ui/paginacion";
import { Seleccion } from "@/components/ui/seleccion";
import { Vacio } from "@/components/ui/vacio";
import { BUSQUEDA_DE_LISTA, hrefDeLista } from "@/lib/borde/listado";
import { definirPagina } from "@/lib/borde/pagina";
import { leerParaMover } from "@/lib/casos/grupo/leer";
import { SIN_GRUPO } from "@/lib/flujo/tablero";
import { moverInstituciones } from "../acciones";

export const metadata = { title: "Mover instituciones" };

export default definirPagina({
  permiso: "grupo.administrar",
  busqueda: z.object({
    grupo: z.string().max(36).catch(""),
    ...BUSQUEDA_DE_LISTA,
  }),
  cargar: (ctx, { busqueda }) => leerParaMover(ctx, busqueda),
  ver: ({ datos: { ejercicio, filas, total, grupos, pagina, paginas }, busqueda: { texto, grupo } }) => {
    const opciones = grupos.map(({ id, nombre, instituciones }) => ({
      valor: id,
      texto: `${nombre} (${instituciones})`,
    }));
    return (
      <div className="flex flex-col gap-6">
        <Encabezado
          antetitulo={<Enlace href="/coordinacion/grupos">Grupos y duplas</Enlace>}
          titulo="Mover instituciones"
          bajada={`Cada institución está en un solo grupo en ${ejercicio.anio}. Lo que alguien de otra dupla tenía en sus manos queda para la dupla nueva.`}
        />
        <search aria-label="Instituciones" className="rounded-md border border-borde bg-papel p-4">
          <form method="get" className="flex flex-wrap items-end gap-4">
            <div className="min-w-0 flex-1 basis-60">
              <EntradaTexto
                id="texto"
                name="texto"
                type="search"
                etiqueta="Nombre, código o ministerio"
                defaultValue={texto}
              />
            </div>
            <div className="min-w-0 flex-1 basis-60">
              <Seleccion
                id="grupo"
                name="grupo"
                etiqueta="Que están en"
                vacia="Cualquier grupo"
                opciones={[...opciones, { valor: SIN_GRUPO, texto: "Ningún grupo" }]}
                defaultValue={grupo}
              />
            </div>
            <button type="submit" className={estiloBoton("secundario")}>
              <Icono nombre="buscar" />
              Buscar
            </button>
          </form>
        </search>
        {filas.length === 0 ? (
          <Vacio titulo="Ninguna coincide">Cambie lo que busca, o elija cualquier grupo.</Vacio>
        ) : (
          <MoverInstituciones
            key={`${texto} ${grupo} ${pagina}`}
            accion={moverInstituciones}
            filas={filas}
            total={total}
            texto={texto}
            grupo={grupo}
            grupos={opciones}
          />
        )}
        {paginas > 1 && (
          <Paginacion
            pagina={pagina}
            paginas={paginas}
            hrefDe={(n) => hrefDeLista("/coordinacion/grupos/mover", { texto, grupo, pagina: n })}
            resumen={`${total} instituciones`}
          />
        )}
      </div>
    );
  },
});
