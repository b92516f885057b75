import { z } from "zod";
import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPagina } from "@/lib/borde/pagina";
import { institucionParaEditar } from "@/lib/casos/administracion/institucion";
import { FormularioInstitucion } from "../formulario";

export const metadata = { title: "Editar institución" };

export default definirPagina({
  permiso: "institucion.administrar",
  params: z.object({ id: z.uuid() }),
  cargar: (ctx, { params }) => institucionParaEditar(ctx, params.id),
  ver: ({ datos }) => (
    <div className="flex flex-col gap-6">
      <Encabezado
        titulo={datos.nombre}
        acciones={
          <EnlaceBoton href={`/institucion/${datos.codigo}/personas`} variante="secundario">
            Ver sus personas
          </EnlaceBoton>
        }
      />
      <Tarjeta>
        <FormularioInstitucion institucion={datos} />
      </Tarjeta>
    </div>
  ),
});
