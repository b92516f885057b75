import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { enChile } from "@/components/ui/instante";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPaginaPublica } from "@/lib/borde/pagina";
import { FormularioReloj } from "./formulario";

export const metadata = { title: "Reloj de la demostración" };

export default definirPaginaPublica({
  razon: "Only in a demonstration: anyone may live the year.",
  soloDemo: true,
  ver: ({ ctx: { ahora, desfaseMs } }) => {
    const { fecha, hora } = enChile(ahora);
    return (
      <div className="flex flex-col gap-6">
        <Encabezado
          titulo="Reloj de la demostración"
          bajada="Ponga la plataforma en cualquier día del año: antes del 30 de junio, después, o en diciembre, cuando ya hay un expediente por revisar. Vale para todas las personas de esta demostración."
        />
        <Tarjeta titulo="Fecha de la plataforma">
          <FormularioReloj fecha={fecha} hora={hora} movido={desfaseMs !== 0} />
        </Tarjeta>
        <p>
          <EnlaceBoton href="/inicio" variante="secundario">
            Volver a la plataforma
          </EnlaceBoton>
        </p>
      </div>
    );
  },
});
