import { BuscarAqui } from "@/components/ui/buscar-aqui";
import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { Etiqueta } from "@/components/ui/etiqueta";
import { Paginacion } from "@/components/ui/paginacion";
import { Tabla } from "@/components/ui/tabla";
import { Vacio } from "@/components/ui/vacio";
import { busquedaDeLista, hrefDeLista } from "@/lib/borde/listado";
import { definirPagina } from "@/lib/borde/pagina";
import { instituciones } from "@/lib/casos/administracion/institucion";
import { cuantasInstituciones } from "@/lib/flujo/cuantas";

export const metadata = { title: "Instituciones" };

export default definirPagina({
  permiso: "institucion.administrar",
  busqueda: busquedaDeLista,
  cargar: (ctx, { busqueda }) => instituciones(ctx, busqueda),
  ver: ({ datos: { filas, total, pagina, paginas }, busqueda: { texto } }) => (
    <div className="flex flex-col gap-6">
      <Encabezado
        titulo="Instituciones"
        bajada="Las que reportan en la plataforma. El nombre lleva a lo que cada una ve."
        acciones={<EnlaceBoton href="/administracion/instituciones/nueva">Agregar institución</EnlaceBoton>}
      />
      <BuscarAqui
        nombre="Instituciones"
        etiqueta="Nombre, código o ministerio"
        texto={texto}
        quitar="/administracion/instituciones"
      />
      <Tabla
        titulo="Instituciones"
        tituloOculto
        filas={filas}
        clave={(fila) => fila.id}
        vacia={
          texto === "" ? (
            <Vacio titulo="Todavía no hay instituciones">Agregue la primera.</Vacio>
          ) : (
            <Vacio titulo="Ninguna coincide">Cambie lo que busca.</Vacio>
          )
        }
        columnas={[
          {
            id: "nombre",
            titulo: "Nombre",
            encabezaFila: true,
            celda: (fila) => (
              <>
                <Enlace href={`/institucion/${fila.codigo}`}>{fila.nombre}</Enlace>
                <span className="block font-normal text-texto-suave">{fila.ministerio}</span>
              </>
            ),
          },
          { id: "codigo", titulo: "Código", celda: (fila) => fila.codigo },
          {
            id: "regla",
            titulo: "El Comité aprueba por",
            celda: (fila) =>
              `${fila.quorum === "mayoria" ? "mayoría" : "unanimidad"}${fila.exigePresidencia ? ", con quien preside" : ""}`,
          },
          {
            id: "estado",
            titulo: "Estado",
            celda: (fila) =>
              fila.activa ? <Etiqueta tono="exito">Activa</Etiqueta> : <Etiqueta>Inactiva</Etiqueta>,
          },
          {
            id: "acciones",
            titulo: "Acciones",
            celda: (fila) => (
              <Enlace
                href={`/administracion/instituciones/${fila.id}`}
                className="enlace inline-flex min-h-11 items-center"
              >
                Editar<span className="sr-only"> {fila.nombre}</span>
              </Enlace>
            ),
          },
        ]}
      />
      <Paginacion
        pagina={pagina}
        paginas={paginas}
        hrefDe={(n) => hrefDeLista("/administracion/instituciones", { texto, pagina: n })}
        resumen={cuantasInstituciones(total)}
      />
    </div>
  ),
});
