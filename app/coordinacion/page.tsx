import { Acumulado } from "@/components/tablero/acumulado";
import { Cifras } from "@/components/tablero/cifras";
import { direccionDelTablero } from "@/components/tablero/direccion";
import { FiltrosTablero } from "@/components/tablero/filtros";
import { TablaInstituciones } from "@/components/tablero/instituciones";
import { Partes } from "@/components/tablero/partes";
import { EtapasYSecciones } from "@/components/tablero/secciones";
import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { estiloBoton } from "@/components/ui/estilo-boton";
import { Icono } from "@/components/ui/iconos";
import { Paginacion } from "@/components/ui/paginacion";
import { definirPagina } from "@/lib/borde/pagina";
import { leerTablero, POR_PAGINA } from "@/lib/casos/tablero/leer";
import { diaEnChile } from "@/lib/expediente/fecha";
import { puede } from "@/lib/flujo/permiso";
import { vistaEnDireccion } from "./tablero/busqueda";

export const metadata = { title: "Coordinación" };

const diaAntes = (limite: Date) => diaEnChile(new Date(limite.getTime() - 1));

export default definirPagina({
  permiso: "tablero.ver",
  busqueda: vistaEnDireccion,
  cargar: (ctx, { busqueda: { por, pagina, ...filtro } }) => leerTablero(ctx, { filtro, por, pagina }),
  ver: ({ ctx, datos: { ejercicio, tablero, pagina, paginas }, busqueda }) => {
    const { total, filas } = tablero;
    const vista = { ...busqueda, pagina };
    const { por: _, pagina: __, ...filtro } = vista;
    const primera = (pagina - 1) * POR_PAGINA + 1;
    return (
      <div className="flex flex-col gap-6">
        <Encabezado
          antetitulo="Red de Expertos"
          titulo="Coordinación"
          bajada={`Dónde está cada institución en ${ejercicio.anio}.`}
          acciones={
            <>
              {puede(ctx.actor, "plan.precargar") && (
                <EnlaceBoton href="/coordinacion/precarga" icono="subir">
                  Cargar planes
                </EnlaceBoton>
              )}
              {puede(ctx.actor, "analisis.ver") && (
                <EnlaceBoton href="/coordinacion/analisis" variante="secundario">
                  Análisis global
                </EnlaceBoton>
              )}
              {puede(ctx.actor, "grupo.administrar") && (
                <EnlaceBoton href="/coordinacion/grupos" variante="secundario" icono="persona">
                  Grupos y duplas
                </EnlaceBoton>
              )}
            </>
          }
        />
        <FiltrosTablero vista={vista} ministerios={tablero.ministerios} grupos={tablero.grupos} />
        <Cifras total={total} conProrroga={tablero.conProrroga} vista={vista} />
        <EtapasYSecciones total={total} />
        <Acumulado
          dias={tablero.dias}
          total={total.instituciones}
          desde={diaEnChile(ejercicio.aperturaAjuste)}
          limitePlan={diaAntes(ejercicio.cierreAjuste)}
          limiteEnvio={diaAntes(ejercicio.cierreEnvio)}
          hoy={diaEnChile(ctx.ahora)}
        />
        <Partes partes={tablero.partes} grupos={tablero.grupos} vista={vista} />
        <section aria-labelledby="instituciones" className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 id="instituciones" className="text-xl">
              Instituciones
            </h2>
            {/* A file: the browser's own link, not a page of the application. */}
            <a
              href={direccionDelTablero(filtro, "/coordinacion/tablero/tablero.xlsx")}
              download
              className={estiloBoton("secundario")}
            >
              <Icono nombre="descargar" />
              Descargar en Excel
            </a>
          </div>
          <TablaInstituciones filas={filas} total={total.instituciones} ahora={ctx.ahora} />
          <Paginacion
            pagina={pagina}
            paginas={paginas}
            hrefDe={(n) => `${direccionDelTablero({ ...vista, pagina: n })}#instituciones`}
            resumen={`${total.instituciones === 0 ? 0 : primera} a ${primera + filas.length - 1} de ${total.instituciones}`}
          />
        </section>
      </div>
    );
  },
});
