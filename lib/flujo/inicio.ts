import type { Rol } from "./permiso";

/** Where each function starts to work: its institution, or the lists of the Red. Takes the role and the institution's code. */
export function inicioDe(rol: Rol | null, codigo: string | null): string {
  if (rol === "validador_externo") return "/validacion";
  if (codigo !== null) return `/institucion/${codigo}`;
  if (rol === "coordinacion") return "/coordinacion";
  return rol === "administrador" ? "/administracion/instituciones" : "/revision";
}
