import { FormularioInvitacion } from "@/components/cuenta/formulario-invitacion";
import { TablasPersonas } from "@/components/cuenta/tablas-personas";
import { Contrapartes } from "@/components/grupo/contrapartes";
import { Encabezado } from "@/components/ui/encabezado";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { leerContrapartes } from "@/lib/casos/persona/designar";
import { listarPersonas } from "@/lib/casos/persona/listar";
import { puede, puedeOtorgar, ROLES, type Rol } from "@/lib/flujo/permiso";
import { exito } from "@/lib/flujo/resultado";
import {
  adjuntarDocumento,
  anularInvitacion,
  designarContraparte,
  invitarPersona,
  reenviarInvitacion,
  retirarPersona,
  traspasarFuncion,
} from "./acciones";

export const metadata = { title: "Personas" };

export default definirPaginaInstitucion({
  permiso: "persona.ver",
  cargar: async (ctx) => {
    const contrapartes = await leerContrapartes(ctx);
    if (!contrapartes.ok) return contrapartes;
    const personas = await listarPersonas(ctx, ctx.institucion.id);
    return personas.ok ? exito({ contrapartes: contrapartes.valor, personas: personas.valor }) : personas;
  },
  ver: ({ ctx: { actor, institucion, ahora }, datos: { contrapartes, personas } }) => {
    const otorgable = (rol: Rol) => ROLES[rol].de === "institucion" && puedeOtorgar(actor.rol, rol);
    return (
      <div className="flex flex-col gap-6">
        <Encabezado
          titulo="Personas"
          bajada={`Quiénes trabajan en el reporte de ${institucion.nombre}, y con qué función.`}
        />
        <Contrapartes
          {...contrapartes}
          institucion={institucion.codigo}
          puedeDesignar={puede(actor, "persona.retirar", institucion.id)}
          puedeAdjuntar={puede(actor, "persona.adjuntarDesignacion", institucion.id)}
          puedeTraspasar={({ id, rol }) =>
            puede(actor, "persona.retirar", institucion.id) &&
            (id === actor.membresiaId || puedeOtorgar(actor.rol, rol))
          }
          esPropia={({ id }) => id === actor.membresiaId}
          designar={designarContraparte}
          adjuntar={adjuntarDocumento}
          traspasar={traspasarFuncion}
        />
        <TablasPersonas
          {...personas}
          ahora={ahora}
          donde={{ institucion: institucion.codigo }}
          retirable={
            puede(actor, "persona.retirar", institucion.id)
              ? (fila) => fila.id !== actor.membresiaId && otorgable(fila.rol)
              : undefined
          }
          otorgable={otorgable}
          alRetirar={() =>
            "Dejará de ver y de cambiar lo de esta institución. Lo que hizo se conserva con su nombre."
          }
          retirar={retirarPersona}
          anular={anularInvitacion}
          reenviar={reenviarInvitacion}
        />
        {puede(actor, "persona.invitar", institucion.id) && (
          <Tarjeta titulo="Invitar a una persona" id="invitar">
            <FormularioInvitacion
              accion={invitarPersona}
              institucion={institucion.codigo}
              roles={(Object.keys(ROLES) as Rol[])
                .filter(otorgable)
                .map((rol) => ({ valor: rol, texto: ROLES[rol].nombre }))}
            />
          </Tarjeta>
        )}
      </div>
    );
  },
});
