import { Encabezado } from "@/components/ui/encabezado";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPagina } from "@/lib/borde/pagina";
import { FormularioInstitucion } from "../formulario";

export const metadata = { title: "Agregar institución" };

export default definirPagina({
  permiso: "institucion.administrar",
  ver: () => (
    <div className="flex flex-col gap-6">
      <Encabezado titulo="Agregar institución" />
      <Tarjeta>
        <FormularioInstitucion />
      </Tarjeta>
    </div>
  ),
});
