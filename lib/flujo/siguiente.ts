import { type Accion, puede, type Rol } from "./permiso";
import type { EstadoEnvio } from "./revision";
import type { IdTarea, Situacion } from "./tareas";
import { estadoDeVentana } from "./ventana";

/** What comes next and who acts. `accion` says who that is: whoever the permission table lets do it. */
export type Siguiente = {
  readonly que: string;
  readonly quien: string;
  readonly tarea: IdTarea;
  readonly accion: Accion;
};

const CONTRAPARTE = "Contraparte";
const COMITE = "Comité de Calidad";
const RED = "Red de Expertos";

/** Whether it is this role's turn. */
export function esSuTurno(siguiente: Siguiente | null, rol: Rol): boolean {
  return siguiente !== null && puede({ rol, alcance: "*" }, siguiente.accion);
}
