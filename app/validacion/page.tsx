import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { Etiqueta } from "@/components/ui/etiqueta";
import { Tabla } from "@/components/ui/tabla";
import { Vacio } from "@/components/ui/vacio";
import { definirPagina } from "@/lib/borde/pagina";
import { leerAsignadas } from "@/lib/casos/validador/leer";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { ESTADOS_ENVIO } from "@/lib/flujo/revision";

export const metadata = { title: "Validación externa" };

/** Where an external validator starts: the institutions assigned to them. */
export default definirPagina({
  permiso: "validacion.ver",
  cargar: leerAsignadas,
  ver: ({ datos: { anio, instituciones } }) => (
    <div className="flex flex-col gap-6">
      <Encabezado
        titulo="Validación externa"
        bajada={`Las instituciones que se le asignaron en ${anio}. Usted lee y no cambia nada; cada lectura queda en la bitácora de la institución.`}
      />
      <Tabla
        titulo="Instituciones asignadas"
        filas={instituciones}
        clave={({ codigo }) => codigo}
        vacia={
          <Vacio titulo="No tiene instituciones asignadas">
            La Coordinación de la Red de Expertos se las asigna.
          </Vacio>
        }
        columnas={[
          {
            id: "institucion",
            titulo: "Institución",
            encabezaFila: true,
            celda: ({ codigo, nombre }) => (
              <Enlace href={`/validacion/${codigo}`} className="enlace">
                {nombre}
              </Enlace>
            ),
          },
          { id: "ministerio", titulo: "Ministerio", celda: ({ ministerio }) => ministerio },
          {
            id: "estado",
            titulo: "Versión final",
            celda: ({ ultima }) =>
              ultima ? (
                <span className="flex flex-wrap items-center gap-2">
                  Versión {ultima.version}
                  <Etiqueta>{ESTADOS_ENVIO[ultima.estado].nombre}</Etiqueta>
                </span>
              ) : (
                "No ha enviado"
              ),
          },
          {
            id: "enviada",
            titulo: "Enviada",
            celda: ({ ultima }) => (ultima ? mostrarInstante(ultima.enviadoEn) : "—"),
          },
        ]}
      />
    </div>
  ),
});
