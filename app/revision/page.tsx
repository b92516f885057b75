import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { Tabla } from "@/components/ui/tabla";
import { Vacio } from "@/components/ui/vacio";
import { definirPagina } from "@/lib/borde/pagina";
import { instituciones } from "@/lib/casos/administracion/institucion";

export const metadata = { title: "Revisión" };

export default definirPagina({
  permiso: "revision.ver",
  cargar: instituciones,
  ver: ({ datos }) => (
    <div className="flex flex-col gap-6">
      <Encabezado
        titulo="Revisión"
        bajada="Las instituciones que le corresponde revisar en este ejercicio."
      />
      <Tabla
        titulo="Instituciones"
        tituloOculto
        filas={datos}
        clave={(fila) => fila.id}
        vacia={
          <Vacio titulo="No tiene instituciones asignadas">
            La Coordinación de la Red asigna los grupos y sus duplas revisoras.
          </Vacio>
        }
        columnas={[
          {
            id: "nombre",
            titulo: "Institución",
            encabezaFila: true,
            celda: (fila) => <Enlace href={`/institucion/${fila.codigo}`}>{fila.nombre}</Enlace>,
          },
          { id: "ministerio", titulo: "Ministerio", celda: (fila) => fila.ministerio },
        ]}
      />
    </div>
  ),
});
