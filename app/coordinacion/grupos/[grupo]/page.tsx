import { z } from "zod";
import { Dupla, faltaReemplazar } from "@/components/grupo/dupla";
import { FormularioNombre, FormularioPuesto } from "@/components/grupo/formularios";
import { Alerta } from "@/components/ui/alerta";
import { BotonConfirmado } from "@/components/ui/boton-confirmado";
import { BuscarAqui } from "@/components/ui/buscar-aqui";
import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { textoInstante } from "@/components/ui/instante";
import { ListaDatos } from "@/components/ui/lista-datos";
import { Paginacion } from "@/components/ui/paginacion";
import { Tabla } from "@/components/ui/tabla";
import { Tarjeta } from "@/components/ui/tarjeta";
import { Vacio } from "@/components/ui/vacio";
import { busquedaDeLista, hrefDeLista } from "@/lib/borde/listado";
import { definirPagina } from "@/lib/borde/pagina";
import { leerGrupo } from "@/lib/casos/grupo/leer";
import { cuantasInstituciones } from "@/lib/flujo/cuantas";
import { borrarGrupo, nombrarRevisor, renombrarGrupo } from "../acciones";

export const metadata = { title: "Grupo" };

export default definirPagina({
  permiso: "grupo.administrar",
  params: z.object({ grupo: z.uuid() }),
  busqueda: busquedaDeLista,
  cargar: (ctx, { params, busqueda }) => leerGrupo(ctx, { ...params, ...busqueda }),
  ver: ({ datos: { ejercicio, grupo, historia, instituciones }, busqueda: { texto } }) => {
    const { id, nombre, dupla } = grupo;
    return (
      <div className="flex flex-col gap-6">
        <Encabezado
          antetitulo={<Enlace href="/coordinacion/grupos">Grupos y duplas</Enlace>}
          titulo={nombre}
          bajada={`Ejercicio ${ejercicio.anio}.`}
          acciones={
            <>
              <EnlaceBoton href={`/coordinacion?grupo=${id}`} variante="secundario">
                Ver su avance
              </EnlaceBoton>
              <EnlaceBoton
                href={hrefDeLista("/coordinacion/grupos/mover", { grupo: nombre })}
                variante="secundario"
                icono="institucion"
              >
                Mover instituciones
              </EnlaceBoton>
            </>
          }
        />
        <Tarjeta titulo="Cómo está">
          <ListaDatos
            datos={[
              { clave: "Dupla", valor: <Dupla dupla={dupla} /> },
              { clave: "Instituciones", valor: grupo.instituciones },
              { clave: "Con persona asignada", valor: grupo.asignadas },
              { clave: "Por abrir", valor: grupo.porAbrir },
              { clave: "En revisión", valor: grupo.enRevision },
            ]}
          />
        </Tarjeta>
        {grupo.instituciones > 0 && (
          <section aria-labelledby="instituciones" className="flex flex-col gap-4">
            <h2 id="instituciones">Sus instituciones</h2>
            <BuscarAqui
              nombre="Instituciones del grupo"
              etiqueta="Nombre, código o ministerio"
              texto={texto}
              quitar={`/coordinacion/grupos/${id}`}
            />
            <Tabla
              titulo={cuantasInstituciones(instituciones.total)}
              filas={instituciones.filas}
              clave={(una) => una.id}
              vacia={<Vacio titulo="Ninguna coincide">Cambie lo que busca.</Vacio>}
              columnas={[
                {
                  id: "nombre",
                  titulo: "Institución",
                  encabezaFila: true,
                  celda: ({ codigo, nombre: cual }) => (
                    <Enlace href={`/institucion/${codigo}`}>{cual}</Enlace>
                  ),
                },
                { id: "codigo", titulo: "Código", celda: ({ codigo }) => codigo },
                { id: "ministerio", titulo: "Ministerio", celda: ({ ministerio }) => ministerio },
              ]}
            />
            {instituciones.paginas > 1 && (
              <Paginacion
                pagina={instituciones.pagina}
                paginas={instituciones.paginas}
                hrefDe={(n) => hrefDeLista(`/coordinacion/grupos/${id}`, { texto, pagina: n })}
                resumen={`${instituciones.total} instituciones`}
              />
            )}
          </section>
        )}
        {([1, 2] as const).map((posicion) => {
          const actual = dupla.find((uno) => uno.posicion === posicion);
          const pareja = dupla.find((uno) => uno.posicion !== posicion && uno.vigente);
          return (
            <Tarjeta key={posicion} titulo={`Puesto ${posicion} de la dupla`}>
              <div className="flex flex-col gap-6">
                {actual?.vigente === false && (
                  <Alerta tono="advertencia">
                    {faltaReemplazar(actual.nombre)}. Lo que tenía en sus manos se muestra sin persona
                    asignada.
                  </Alerta>
                )}
                <FormularioPuesto
                  accion={nombrarRevisor}
                  grupo={id}
                  posicion={posicion}
                  actual={actual?.nombre ?? null}
                  pareja={pareja?.nombre ?? null}
                />
              </div>
            </Tarjeta>
          );
        })}
        <Tabla
          titulo="Quiénes han sido de la dupla"
          filas={historia}
          clave={({ nombre: quien, desde, posicion }) => `${posicion} ${quien} ${desde.getTime()}`}
          vacia={
            <Vacio titulo="Nadie todavía">Nombre a las dos personas con los formularios de arriba.</Vacio>
          }
          columnas={[
            { id: "nombre", titulo: "Persona", encabezaFila: true, celda: ({ nombre: quien }) => quien },
            { id: "puesto", titulo: "Puesto", celda: ({ posicion }) => posicion },
            { id: "desde", titulo: "Desde", celda: ({ desde }) => textoInstante(desde) },
            { id: "hasta", titulo: "Hasta", celda: ({ hasta }) => (hasta ? textoInstante(hasta) : "Ahora") },
          ]}
        />
        <Tarjeta titulo="Nombre del grupo">
          <div className="flex flex-col gap-6">
            <FormularioNombre accion={renombrarGrupo} grupo={id} nombre={nombre} />
            {grupo.instituciones === 0 && historia.length === 0 && (
              <BotonConfirmado
                accion={borrarGrupo}
                entrada={{ grupo: id }}
                texto="Borrar grupo"
                nombre={nombre}
                titulo={`¿Borrar ${nombre}?`}
                explicacion="No tiene instituciones ni ha tenido dupla: no se pierde nada."
                hecho="El grupo se borró."
              />
            )}
          </div>
        </Tarjeta>
      </div>
    );
  },
});
