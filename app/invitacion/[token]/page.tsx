import { z } from "zod";
import { EnlaceVencido } from "@/components/cuenta/enlace-vencido";
import { Encabezado } from "@/components/ui/encabezado";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPaginaPublica } from "@/lib/borde/pagina";
import { leerInvitacion } from "@/lib/casos/persona/aceptar";
import { fechaYHora } from "@/lib/correo/plantilla";
import { ROLES } from "@/lib/flujo/permiso";
import { exito } from "@/lib/flujo/resultado";
import { FormularioAceptar } from "./formulario";

export const metadata = { title: "Invitación" };

export default definirPaginaPublica({
  razon: "Who is invited has no account yet; the link is the proof.",
  params: z.object({ token: z.string().max(100) }),
  cargar: async ({ ahora }, { params }) => {
    const leida = await leerInvitacion(params.token, ahora);
    return exito(leida.ok ? leida.valor : null);
  },
  ver: ({ datos, params }) => {
    if (!datos) {
      return (
        <EnlaceVencido titulo="Esta invitación ya no sirve">
          Ya se usó, fue anulada o venció. Si todavía la necesita, pida otra a quien le invitó.
        </EnlaceVencido>
      );
    }
    const funcion = ROLES[datos.rol].nombre;
    return (
      <div className="flex flex-col gap-6">
        <Encabezado
          titulo={`Hola, ${datos.nombre}`}
          bajada={`Le invitaron como ${funcion.toLowerCase()} de ${datos.institucion ?? "la Red de Expertos"}. La invitación vence el ${fechaYHora(datos.expiraEn)}.`}
        />
        <Tarjeta titulo={datos.tieneCuenta ? "Confirme con su clave" : "Cree su cuenta"}>
          <FormularioAceptar
            token={params.token}
            correo={datos.correo}
            nombre={datos.nombre}
            tieneCuenta={datos.tieneCuenta}
          />
        </Tarjeta>
      </div>
    );
  },
});
