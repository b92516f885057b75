import { FormularioInvitacion } from "@/components/cuenta/formulario-invitacion";
import { TablasPersonas } from "@/components/cuenta/tablas-personas";
import { BuscarAqui } from "@/components/ui/buscar-aqui";
import { Encabezado } from "@/components/ui/encabezado";
import { Paginacion } from "@/components/ui/paginacion";
import { Tarjeta } from "@/components/ui/tarjeta";
import { Vacio } from "@/components/ui/vacio";
import { busquedaDeLista, hrefDeLista } from "@/lib/borde/listado";
import { definirPagina } from "@/lib/borde/pagina";
import { listarRed } from "@/lib/casos/persona/listar";
import { enumerar } from "@/lib/flujo/enumerar";
import { puedeOtorgar, ROLES, type Rol } from "@/lib/flujo/permiso";
import { anularInvitacionALaRed, invitarALaRed, reenviarInvitacionALaRed, retirarDeLaRed } from "./acciones";

function alRetirar({ nombre, grupos }: { nombre: string; grupos: readonly string[] }): string {
  const base = "Dejará de trabajar en la Red de Expertos. Lo que hizo se conserva con su nombre.";
  return grupos.length === 0
    ? base
    : `${base} Está en la dupla de ${enumerar(grupos)}: en «Grupos y duplas» habrá que nombrar a quien le reemplace. Mientras tanto, lo que ${nombre} tiene en sus manos queda sin persona asignada.`;
}

export const metadata = { title: "Red de Expertos" };

export default definirPagina({
  permiso: "red.administrar",
  busqueda: busquedaDeLista,
  cargar: (ctx, { busqueda }) => listarRed(ctx, busqueda),
  ver: ({ ctx: { actor, ahora }, datos: { integrantes, invitaciones }, busqueda: { texto } }) => {
    const otorgable = (rol: Rol) => ROLES[rol].de === "red" && puedeOtorgar(actor.rol, rol);
    return (
      <div className="flex flex-col gap-6">
        <Encabezado
          titulo="Red de Expertos"
          bajada="Quiénes revisan, coordinan y administran la plataforma."
        />
        {(texto !== "" || integrantes.paginas > 1) && (
          <BuscarAqui
            nombre="Personas de la Red"
            etiqueta="Nombre o correo"
            texto={texto}
            quitar="/administracion/red"
          />
        )}
        <TablasPersonas
          integrantes={integrantes.filas}
          invitaciones={invitaciones}
          vacia={<Vacio titulo="Nadie coincide">Cambie lo que busca.</Vacio>}
          paginas={
            integrantes.paginas > 1 && (
              <Paginacion
                pagina={integrantes.pagina}
                paginas={integrantes.paginas}
                hrefDe={(n) => hrefDeLista("/administracion/red", { texto, pagina: n })}
                resumen={`${integrantes.total} personas`}
              />
            )
          }
          ahora={ahora}
          donde={{}}
          retirable={(fila) => fila.id !== actor.membresiaId && otorgable(fila.rol)}
          otorgable={otorgable}
          alRetirar={alRetirar}
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
