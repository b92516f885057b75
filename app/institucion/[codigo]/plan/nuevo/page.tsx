import { FormularioNuevo } from "@/components/plan/formulario-nuevo";
import { guiaDe } from "@/components/plan/justificacion";
import { Alerta } from "@/components/ui/alerta";
import { Guia } from "@/components/ui/campo";
import { Encabezado } from "@/components/ui/encabezado";
import { Migas } from "@/components/ui/migas";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { leerPlanEnAjuste } from "@/lib/casos/ajuste/leer";
import { CITAS } from "@/lib/guia/e3-2025/citas";
import { agregar } from "../acciones";

export const metadata = { title: "Agregar al plan" };

export default definirPaginaInstitucion({
  permiso: "plan.ajustar",
  cargar: leerPlanEnAjuste,
  ver: ({ ctx, datos }) => (
    <div className="flex flex-col gap-6">
      <Migas
        migas={[
          { texto: "Plan de Mejoramiento", href: `/institucion/${ctx.institucion.codigo}/plan` },
          { texto: "Agregar" },
        ]}
      />
      <Encabezado
        titulo="Agregar al Plan 2025"
        bajada="Elija qué agrega. Después escribirá su contenido y por qué se incorpora."
      />
      {datos.cierre ? (
        <Alerta tono="advertencia" titulo="El plan no se puede modificar ahora">
          {datos.cierre.mensaje}
        </Alerta>
      ) : (
        <Tarjeta>
          <FormularioNuevo
            institucion={ctx.institucion.codigo}
            clave={crypto.randomUUID()}
            agregar={agregar}
          />
          <Guia {...guiaDe(CITAS.queSeMantiene)} />
        </Tarjeta>
      )}
    </div>
  ),
});
