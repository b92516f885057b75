import { BotonConfirmado } from "@/components/cuenta/boton-confirmado";
import { FormularioInvitacion } from "@/components/cuenta/formulario-invitacion";
import { Encabezado } from "@/components/ui/encabezado";
import { Etiqueta } from "@/components/ui/etiqueta";
import { Tabla } from "@/components/ui/tabla";
import { Tarjeta } from "@/components/ui/tarjeta";
import { Vacio } from "@/components/ui/vacio";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { listarPersonas } from "@/lib/casos/persona/listar";
import { fechaYHora } from "@/lib/correo/plantilla";
import { puede, puedeOtorgar, ROLES, type Rol } from "@/lib/flujo/permiso";
import { anularInvitacion, invitarPersona, retirarPersona } from "./acciones";

export const metadata = { title: "Personas" };

export default definirPaginaInstitucion({
  permiso: "persona.ver",
  cargar: (ctx) => listarPersonas(ctx, ctx.institucion.id),
  ver: ({ ctx: { actor, institucion }, datos: { integrantes, invitaciones } }) => {
    const invita = puede(actor, "persona.invitar", institucion.id);
    const retira = puede(actor, "persona.retirar", institucion.id);
    const otorgables = (Object.keys(ROLES) as Rol[])
      .filter((rol) => ROLES[rol].de === "institucion" && puedeOtorgar(actor.rol, rol))
      .map((rol) => ({ valor: rol, texto: ROLES[rol].nombre }));
    return (
      <div className="flex flex-col gap-6">
        <Encabezado
          titulo="Personas"
          bajada={`Quiénes trabajan en el reporte de ${institucion.nombre}, y con qué función.`}
        />
        <Tabla
          titulo="Con función vigente"
          filas={integrantes}
          clave={(fila) => fila.id}
          vacia={
            <Vacio titulo="Todavía no hay personas" icono="persona">
              Invite a la primera con el formulario de abajo.
            </Vacio>
          }
          columnas={[
            {
              id: "nombre",
              titulo: "Nombre",
              encabezaFila: true,
              celda: (fila) => (
                <>
                  {fila.nombre}
                  <span className="block font-normal break-all text-texto-suave">{fila.correo}</span>
                </>
              ),
            },
            {
              id: "funcion",
              titulo: "Función",
              celda: (fila) => (
                <>
                  {ROLES[fila.rol].nombre}
                  {fila.preside && (
                    <>
                      {" "}
                      <Etiqueta tono="info">Preside</Etiqueta>
                    </>
                  )}
                </>
              ),
            },
            {
              id: "cargo",
              titulo: "Cargo",
              celda: (fila) => [fila.cargo, fila.area].filter(Boolean).join(", ") || "—",
            },
            ...(retira
              ? [
                  {
                    id: "acciones",
                    titulo: "Acciones",
                    celda: (fila: (typeof integrantes)[number]) =>
                      fila.id !== actor.membresiaId && puedeOtorgar(actor.rol, fila.rol) ? (
                        <BotonConfirmado
                          accion={retirarPersona}
                          entrada={{ institucion: institucion.codigo, membresia: fila.id }}
                          texto="Retirar"
                          nombre={fila.nombre}
                          titulo={`¿Retirar a ${fila.nombre}?`}
                          explicacion="Dejará de ver y de cambiar lo de esta institución. Lo que hizo se conserva con su nombre."
                          hecho={`${fila.nombre} ya no tiene esa función.`}
                        />
                      ) : (
                        <span className="text-texto-suave">—</span>
                      ),
                  },
                ]
              : []),
          ]}
        />
        {invitaciones.length > 0 && (
          <Tabla
            titulo="Invitaciones sin responder"
            filas={invitaciones}
            clave={(fila) => fila.id}
            columnas={[
              {
                id: "nombre",
                titulo: "Nombre",
                encabezaFila: true,
                celda: (fila) => (
                  <>
                    {fila.nombre}
                    <span className="block font-normal break-all text-texto-suave">{fila.correo}</span>
                  </>
                ),
              },
              { id: "funcion", titulo: "Función", celda: (fila) => ROLES[fila.rol].nombre },
              { id: "vence", titulo: "Vence", celda: (fila) => fechaYHora(fila.expiraEn) },
              {
                id: "acciones",
                titulo: "Acciones",
                celda: (fila) => (
                  <BotonConfirmado
                    accion={anularInvitacion}
                    entrada={{ institucion: institucion.codigo, invitacion: fila.id }}
                    texto="Anular"
                    nombre={`la invitación a ${fila.nombre}`}
                    titulo={`¿Anular la invitación a ${fila.nombre}?`}
                    explicacion="El enlace que recibió dejará de funcionar. Puede invitarle de nuevo cuando quiera."
                    hecho="La invitación quedó anulada."
                  />
                ),
              },
            ]}
          />
        )}
        {invita && (
          <Tarjeta titulo="Invitar a una persona" id="invitar">
            <FormularioInvitacion
              accion={invitarPersona}
              institucion={institucion.codigo}
              roles={otorgables}
            />
          </Tarjeta>
        )}
      </div>
    );
  },
});
