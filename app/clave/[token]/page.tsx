import { z } from "zod";
import { EnlaceVencido } from "@/components/cuenta/enlace-vencido";
import { Encabezado } from "@/components/ui/encabezado";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPaginaPublica } from "@/lib/borde/pagina";
import { leerEnlaceClave } from "@/lib/casos/ingreso/clave";
import { exito } from "@/lib/flujo/resultado";
import { FormularioElegirClave } from "../formularios";

export const metadata = { title: "Elegir una clave nueva" };

export default definirPaginaPublica({
  razon: "The link of one use is the proof.",
  params: z.object({ token: z.string().max(100) }),
  cargar: async ({ ahora }, { params }) => {
    const leido = await leerEnlaceClave(params.token, ahora);
    return exito(leido.ok ? leido.valor : null);
  },
  ver: ({ datos, params }) =>
    datos ? (
      <div className="flex flex-col gap-6">
        <Encabezado
          titulo="Elija una clave nueva"
          bajada="Al guardarla se cierran todas sus sesiones abiertas."
        />
        <Tarjeta>
          <FormularioElegirClave token={params.token} correo={datos.correo} />
        </Tarjeta>
      </div>
    ) : (
      <EnlaceVencido titulo="Este enlace ya no sirve">
        Ya se usó o venció. Pida otro desde la página de ingreso, en «Olvidé mi clave».
      </EnlaceVencido>
    ),
});
