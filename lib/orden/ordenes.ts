/** A command: takes its arguments and returns the exit code. */
export interface Orden {
  readonly uso: string;
  readonly resumen: string;
  readonly cargar: () => Promise<{ ejecutar: (argumentos: readonly string[]) => Promise<number> }>;
}

/** The commands of `cseu`. Each lives in its own file, imported when it is asked for. */
export const ORDENES: Readonly<Record<string, Orden>> = {
  validar: {
    uso: "validar ARCHIVO… [--json]",
    resumen: "Evalúa expedientes o planes con las reglas de la guía",
    cargar: () => import("./validar"),
  },
  esquema: {
    uso: "esquema [expediente|plan]",
    resumen: "Escribe el JSON Schema de los formatos",
    cargar: () => import("./esquema"),
  },
  reglas: {
    uso: "reglas [--json]",
    resumen: "Escribe la tabla de reglas con la frase de la guía de cada una",
    cargar: () => import("./reglas"),
  },
  documentos: {
    uso: "documentos EXPEDIENTE.json --salida CARPETA",
    resumen: "Escribe los formularios E3O1RT1 y E3O1RT2 como xlsx y PDF",
    cargar: () => import("./documentos"),
  },
  precargar: {
    uso: "precargar ARCHIVO… [--crear-instituciones]",
    resumen: "Carga planes (JSON o planilla de Excel) en la base de datos",
    cargar: () => import("./precargar"),
  },
};
