import { Encabezado } from "@/components/ui/encabezado";
import { ListaTareas } from "@/components/ui/lista-tareas";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { leerResumenComite } from "@/lib/casos/comite/resumen";
import { NOMBRES_MATERIA } from "@/lib/flujo/aprobacion";

export const metadata = { title: "Comité" };

const ESTADO = {
  borrador: { estado: "sin_empezar", texto: "Sin enviar" },
  en_firma: { estado: "en_espera", texto: "Espera firmas" },
  objetada: { estado: "con_observaciones", texto: "Objetado" },
  aprobada: { estado: "lista", texto: "Aprobado" },
} as const;

/** The two matters the Committee approves in a year. */
export default definirPaginaInstitucion({
  permiso: "plan.ver",
  cargar: leerResumenComite,
  ver: ({ ctx, datos }) => (
    <div className="flex flex-col gap-6">
      <Encabezado
        titulo="Comité"
        bajada="El Comité de Calidad de Servicio, Experiencia Usuaria y Transformación Digital aprueba el plan y, al final del año, el informe."
      />
      <ListaTareas
        titulo="Lo que aprueba el Comité"
        tareas={datos.map(({ materia, estado, turno }) => ({
          id: materia,
          titulo: NOMBRES_MATERIA[materia].nombre,
          estado: ESTADO[estado].estado,
          textoEstado: ESTADO[estado].texto,
          detalle: `${turno.que}.`,
          href: `/institucion/${ctx.institucion.codigo}/comite/${materia}`,
        }))}
      />
    </div>
  ),
});
