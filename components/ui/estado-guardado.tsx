import { clases } from "./clases";
import { Icono, type NombreIcono } from "./iconos";

export type Guardado =
  | { estado: "guardado"; hora: string }
  | { estado: "guardando" }
  | { estado: "pendiente" }
  | { estado: "sin_conexion" }
  | { estado: "error"; motivo?: string };

type Aspecto = { icono: NombreIcono; color: string; texto: string };

function aspectoDe(guardado: Guardado): Aspecto {
  switch (guardado.estado) {
    case "guardado":
      return { icono: "listo", color: "text-exito", texto: `Guardado ${guardado.hora}` };
    case "guardando":
      return { icono: "giro", color: "text-texto-suave", texto: "Guardando…" };
    case "pendiente":
      return { icono: "editar", color: "text-texto-suave", texto: "Cambios sin guardar" };
    case "sin_conexion":
      return {
        icono: "sinConexion",
        color: "text-advertencia",
        texto: "Sin conexión: se guardará al volver",
      };
    case "error":
      return {
        icono: "error",
        color: "text-error",
        texto: `No se pudo guardar: ${guardado.motivo ?? "su texto sigue en este equipo"}`,
      };
  }
}

/** Whether what was typed is safe. Always in sight, always true; announced politely when it changes. */
export function EstadoGuardado({ guardado }: { guardado: Guardado }) {
  const { icono, color, texto } = aspectoDe(guardado);
  return (
    <p
      role="status"
      className={clases("no-imprimir inline-flex items-center gap-2 font-medium tabular-nums", color)}
    >
      <Icono nombre={icono} />
      {texto}
    </p>
  );
}
