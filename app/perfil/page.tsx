import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { ListaDatos } from "@/components/ui/lista-datos";
import { Tarjeta } from "@/components/ui/tarjeta";
import { funcionesDe } from "@/lib/borde/marco";
import { definirPaginaPropia } from "@/lib/borde/pagina";
import { leerPerfil } from "@/lib/casos/sesion/perfil";
import { formatearRut } from "@/lib/flujo/rut";
import { FormularioClave, FormularioPerfil } from "./formularios";

export const metadata = { title: "Mi perfil" };

export default definirPaginaPropia({
  cargar: leerPerfil,
  ver: ({ ctx: { sesion }, datos: { nombre, correo, run, tieneClave } }) => (
    <div className="flex flex-col gap-6">
      <Encabezado
        titulo="Mi perfil"
        acciones={
          <>
            {sesion.actor && (
              <EnlaceBoton href="/perfil/avisos" variante="secundario">
                Elegir mis correos
              </EnlaceBoton>
            )}
            <EnlaceBoton href="/perfil/sesiones" variante="secundario">
              Ver mis sesiones
            </EnlaceBoton>
          </>
        }
      />
      <Tarjeta titulo="Mis funciones">
        {sesion.sombreros.length === 0 ? (
          <p className="text-texto-suave">No tiene funciones vigentes.</p>
        ) : (
          <ListaDatos
            datos={funcionesDe(sesion.sombreros).map(({ institucion, rol }) => ({
              clave: institucion,
              valor: rol,
            }))}
          />
        )}
      </Tarjeta>
      <Tarjeta titulo="Mis datos">
        <FormularioPerfil correo={correo} nombre={nombre} run={run ? formatearRut(run) : ""} />
      </Tarjeta>
      {tieneClave && (
        <Tarjeta titulo="Cambiar mi clave">
          <FormularioClave />
        </Tarjeta>
      )}
    </div>
  ),
});
