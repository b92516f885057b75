import { FormularioInvitacion } from "@/components/cuenta/formulario-invitacion";
import { TablasPersonas } from "@/components/cuenta/tablas-personas";
import { Encabezado } from "@/components/ui/encabezado";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPagina } from "@/lib/borde/pagina";
import { listarPersonas } from "@/lib/casos/persona/listar";
import { puedeOtorgar, ROLES, type Rol } from "@/lib/flujo/permiso";
import { anularInvitacionALaRed, invitarALaRed, reenviarInvitacionALaRed, retirarDeLaRed } from "./acciones";

export const metadata = { title: "Red de Expertos" };

export default definirPagina({
  permiso: "red.administrar",
  cargar: (ctx) => listarPersonas(ctx, null),
  ver: ({ ctx: { actor, ahora }, datos }) => {
    const otorgable = (rol: Rol) => ROLES[rol].de === "red" && puedeOtorgar(actor.rol, rol);
    return (
      <div className="flex flex-col gap-6">
        <Encabezado
          titulo="Red de Expertos"
          bajada="Quiénes revisan, coordinan y administran la plataforma."
        />
        <TablasPersonas
          {...datos}
          ahora={ahora}
          donde={{}}
          retirable={(fila) => fila.id !== actor.membresiaId && otorgable(fila.rol)}
          otorgable={otorgable}
          alRetirar="Dejará de trabajar en la Red de Expertos. Lo que hizo se conserva con su nombre."
          retirar={retirarDeLaRed}
          anular={anularInvitacionALaRed}
          reenviar={reenviarInvitacionALaRed}
        />
        <Tarjeta titulo="Invitar a la Red de Expertos" id="invitar">
          <FormularioInvitacion
            accion={invitarALaRed}
            roles={(Object.keys(ROLES) as Rol[])
              .filter(otorgable)
              .map((rol) => ({ valor: rol, texto: ROLES[rol].nombre }))}
          />
        </Tarjeta>
      </div>
    );
  },
});
