import { z } from "zod";
import { MoverInstituciones } from "@/components/grupo/mover";
import { Casilla } from "@/components/ui/casilla-grupo";
import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { EntradaBuscada } from "@/components/ui/entrada-buscada";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { estiloBoton } from "@/components/ui/estilo-boton";
import { FormularioBusqueda } from "@/components/ui/formulario-busqueda";
import { Icono } from "@/components/ui/iconos";
import { Paginacion } from "@/components/ui/paginacion";
import { Vacio } from "@/components/ui/vacio";
import { busquedaDeLista, hrefDeLista } from "@/lib/borde/listado";
import { definirPagina } from "@/lib/borde/pagina";
import { leerParaMover } from "@/lib/casos/grupo/leer";
import { moverInstituciones } from "../acciones";

export const metadata = { title: "Mover instituciones" };

/** Answers the groups that coincide with what is being written. */
const GRUPOS = "/coordinacion/buscar/grupos";
const RUTA = "/coordinacion/grupos/mover";

export default definirPagina({
  permiso: "grupo.administrar",
  busqueda: busquedaDeLista.extend({
    grupo: z.string().trim().max(300).catch(""),
    sinGrupo: z.literal("si").or(z.literal("")).catch(""),
  }),
  cargar: (ctx, { busqueda }) => leerParaMover(ctx, { ...busqueda, sinGrupo: busqueda.sinGrupo === "si" }),
  ver: ({ datos: { ejercicio, filas, total, buscado, noHallado, pagina, paginas }, busqueda }) => {
    const { texto, grupo, sinGrupo } = busqueda;
    return (
      <div className="flex flex-col gap-6">
        <Encabezado
          antetitulo={<Enlace href="/coordinacion/grupos">Grupos y duplas</Enlace>}
          titulo="Mover instituciones"
          bajada={`Cada institución está en un solo grupo en ${ejercicio.anio}. Lo que alguien de otra dupla tenía en sus manos queda para la dupla nueva.`}
        />
        <search aria-label="Instituciones" className="rounded-md border border-borde bg-papel p-4">
          <FormularioBusqueda pedido={busqueda} className="flex flex-col gap-4">
            <div className="grid items-start gap-4 md:grid-cols-2">
              <EntradaTexto
                id="texto"
                name="texto"
                type="search"
                etiqueta="Nombre, código o ministerio"
                defaultValue={texto}
              />
              <EntradaBuscada
                id="grupo"
                name="grupo"
                etiqueta="Que están en el grupo"
                opcional
                buscarEn={GRUPOS}
                defaultValue={grupo}
                error={noHallado ?? undefined}
              />
            </div>
            <Casilla
              id="sinGrupo"
              name="sinGrupo"
              value="si"
              texto="Solo las que no están en ningún grupo"
              defaultChecked={sinGrupo === "si"}
            />
            <div>
              <button type="submit" className={estiloBoton("secundario")}>
                <Icono nombre="buscar" />
                Buscar
              </button>
            </div>
          </FormularioBusqueda>
        </search>
        {filas.length === 0 ? (
          <Vacio titulo="Ninguna coincide">Cambie lo que busca, o borre el grupo.</Vacio>
        ) : (
          <MoverInstituciones
            key={`${texto} ${buscado.grupo} ${pagina}`}
            accion={moverInstituciones}
            filas={filas}
            total={total}
            buscado={buscado}
            buscarEn={GRUPOS}
          />
        )}
        {paginas > 1 && (
          <Paginacion
            pagina={pagina}
            paginas={paginas}
            hrefDe={(n) => hrefDeLista(RUTA, { texto, grupo, sinGrupo, pagina: n })}
            resumen={`${total} instituciones`}
          />
        )}
      </div>
    );
  },
});
