import { EnlaceDescarga } from "@/components/informe/enlace-descarga";
import { EstadoDelInforme } from "@/components/informe/estado";
import { ImportarInforme } from "@/components/informe/importar";
import { Encabezado } from "@/components/ui/encabezado";
import { Migas } from "@/components/ui/migas";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { leerInforme } from "@/lib/casos/informe/leer";

export const metadata = { title: "Importar el informe" };

export default definirPaginaInstitucion({
  permiso: "informe.llenar",
  cargar: leerInforme,
  ver: ({ ctx, datos }) => {
    const base = `/institucion/${ctx.institucion.codigo}/informe`;
    return (
      <div className="flex flex-col gap-6">
        <Migas migas={[{ texto: "Informe de implementación", href: base }, { texto: "Importar" }]} />
        <Encabezado
          titulo="Llenar el informe desde un archivo"
          bajada="Descargue la planilla con lo que el informe ya tiene, complétela sin conexión y tráigala de vuelta. Antes de guardar verá qué cambia, dato por dato, y todas las faltas con su celda."
          acciones={
            <>
              <EnlaceDescarga href={`${base}/plantilla.xlsx`}>Descargar la planilla de Excel</EnlaceDescarga>
              <EnlaceDescarga href={`${base}/expediente.json`}>Descargar el expediente (JSON)</EnlaceDescarga>
            </>
          }
        />
        <EstadoDelInforme codigo={ctx.institucion.codigo} {...datos} />
        {datos.puedeLlenar && (
          <Tarjeta titulo="Traer un archivo">
            <ImportarInforme ruta={`${base}/importacion`} />
          </Tarjeta>
        )}
      </div>
    );
  },
});
