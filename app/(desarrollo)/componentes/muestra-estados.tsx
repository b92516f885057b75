import { Alerta } from "@/components/ui/alerta";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { EstadoGuardado } from "@/components/ui/estado-guardado";
import { Etiqueta } from "@/components/ui/etiqueta";
import { Vacio } from "@/components/ui/vacio";

/** Messages, states, nothing. */
export function MuestraEstados() {
  return (
    <div className="flex flex-col gap-6">
      <div className="grid gap-3 lg:grid-cols-2">
        <Alerta titulo="La Red otorgó una prórroga">Puede ajustar el Plan hasta el 15/07/2025, 23:59.</Alerta>
        <Alerta tono="exito" titulo="Informe enviado">
          Recibo 7F3K-99QD. Lo enviamos también a su correo.
        </Alerta>
        <Alerta tono="advertencia" titulo="Cambiar el Plan anula 3 firmas">
          El Comité tendrá que firmar otra vez.
        </Alerta>
        <Alerta tono="error" titulo="El plazo terminó mientras escribía">
          Su texto está guardado en este equipo y puede descargarlo.
        </Alerta>
      </div>
      <div className="flex flex-wrap gap-2">
        <Etiqueta>En espera</Etiqueta>
        <Etiqueta tono="info">Sin empezar</Etiqueta>
        <Etiqueta tono="exito">Cumple</Etiqueta>
        <Etiqueta tono="advertencia">En curso</Etiqueta>
        <Etiqueta tono="error">No cumple</Etiqueta>
      </div>
      <div className="flex flex-wrap gap-x-9 gap-y-2">
        <EstadoGuardado guardado={{ estado: "guardado", hora: "14:32" }} />
        <EstadoGuardado guardado={{ estado: "guardando" }} />
        <EstadoGuardado guardado={{ estado: "pendiente" }} />
        <EstadoGuardado guardado={{ estado: "sin_conexion" }} />
        <EstadoGuardado guardado={{ estado: "error" }} />
      </div>
      <Vacio
        titulo="Aún no hay instancias de difusión"
        accion={
          <EnlaceBoton href="/componentes" icono="mas">
            Agregar la primera
          </EnlaceBoton>
        }
      >
        Registre cada vez que el informe se presenta a las personas funcionarias o a la ciudadanía.
      </Vacio>
    </div>
  );
}
