import { Cumplimiento } from "@/components/tablero/cumplimiento";
import { Dificultades } from "@/components/tablero/dificultades";
import { FiltrosAnalisis } from "@/components/tablero/filtros-analisis";
import { Incumplidas } from "@/components/tablero/incumplidas";
import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { estiloBoton } from "@/components/ui/estilo-boton";
import { Grafico } from "@/components/ui/grafico";
import { Icono } from "@/components/ui/iconos";
import { definirPagina } from "@/lib/borde/pagina";
import { analizar } from "@/lib/casos/tablero/analizar";
import { cuantas, cuantasInstituciones } from "@/lib/flujo/cuantas";
import { puede } from "@/lib/flujo/permiso";
import { CATEGORIAS_AJUSTE, type Categoria } from "@/lib/guia/e3-2025/categorias";
import { COMPONENTES_DIFICULTAD } from "@/lib/guia/e3-2025/valores";
import { direccionDelAnalisis, pedidoEnDireccion } from "./busqueda";

export const metadata = { title: "Análisis global" };

const CAMPOS = {
  descripcion: "Descripción",
  internos: "Factores internos",
  externos: "Factores externos",
} as const;

export default definirPagina({
  permiso: "analisis.ver",
  busqueda: pedidoEnDireccion,
  cargar: (ctx, { busqueda }) => analizar(ctx, busqueda),
  ver: ({ ctx, datos: { ejercicio, analisis, dificultades, ministerios, grupos }, busqueda }) => {
    const deEstado = (cuentas: readonly { estado: string; cuantas: number }[], estado: string) =>
      cuentas.filter((cuenta) => cuenta.estado === estado).reduce((suma, cuenta) => suma + cuenta.cuantas, 0);
    const usada = analisis.categorias.toSorted((a, b) => b.cambios - a.cambios)[0];
    return (
      <div className="flex flex-col gap-9">
        <Encabezado
          antetitulo={
            puede(ctx.actor, "tablero.ver") ? (
              <Enlace href="/coordinacion">Coordinación</Enlace>
            ) : (
              "Red de Expertos"
            )
          }
          titulo="Análisis global"
          bajada={`Qué justificó los cambios, qué dificultades son comunes y qué se cumplió en ${ejercicio.anio}, según lo informado hasta ahora por ${cuantasInstituciones(analisis.instituciones)} con plan.`}
          acciones={
            // A file: the browser's own link, not a page of the application.
            <a
              href={direccionDelAnalisis(busqueda, "/coordinacion/analisis/analisis.xlsx")}
              download
              className={estiloBoton("secundario")}
            >
              <Icono nombre="descargar" />
              Descargar en Excel
            </a>
          }
        />
        <FiltrosAnalisis pedido={busqueda} ministerios={ministerios} grupos={grupos} />
        <Grafico
          titulo="Categorías que justifican los cambios al plan"
          resumen={
            usada
              ? `La más usada es «${CATEGORIAS_AJUSTE[usada.categoria as Categoria]}»: ${cuantas(usada.cambios, "cambio", "cambios")} de ${cuantasInstituciones(usada.instituciones)}.`
              : "Ningún cambio registrado."
          }
          datos={(Object.keys(CATEGORIAS_AJUSTE) as Categoria[]).map((categoria) => {
            const contada = analisis.categorias.find((fila) => fila.categoria === categoria);
            return {
              etiqueta: `${categoria}) ${CATEGORIAS_AJUSTE[categoria]}`,
              valor: contada?.cambios ?? 0,
              texto: contada
                ? `${contada.cambios.toLocaleString("es-CL")} (${contada.instituciones.toLocaleString("es-CL")} inst.)`
                : "0",
            };
          })}
          columnas={{ etiqueta: "Categoría", valor: "Cambios (instituciones)" }}
        />
        <Cumplimiento actividades={analisis.actividades} metas={analisis.metas} />
        <Incumplidas
          titulo="Actividades no cumplidas"
          elemento="Actividad"
          razon="Explicación"
          filas={analisis.actividadesIncumplidas}
          total={deEstado(analisis.actividades, "noCumplida")}
        />
        <Incumplidas
          titulo="Metas no alcanzadas"
          elemento="Indicador"
          razon="Análisis de brechas"
          filas={analisis.metasIncumplidas}
          total={deEstado(analisis.metas, "noAlcanzada")}
        />
        <Dificultades
          {...dificultades}
          campo={CAMPOS[busqueda.campo]}
          nombreDe={(componente) =>
            COMPONENTES_DIFICULTAD[componente as keyof typeof COMPONENTES_DIFICULTAD] ?? componente
          }
          buscar={(texto) => `${direccionDelAnalisis({ ...busqueda, texto })}#dificultades`}
        />
      </div>
    );
  },
});
