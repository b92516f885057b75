import type { NombreGrupo } from "@/lib/flujo/campo";
import { type Campo, campoPorId } from "@/lib/guia/e3-2025/campos";

/** Groups of fields of the report, with satisfaction apart: its fields have their own words. */
export type GrupoInforme =
  | Extract<NombreGrupo, "informe" | "actividad" | "tramite" | "componente" | "dificultad">
  | "desempeno"
  | "satisfaccion";

const BASES: Readonly<Record<GrupoInforme, string>> = {
  informe: "informe/seguimiento",
  actividad: "informe/actividades/*",
  tramite: "informe/actividades/*/tramites/*",
  componente: "informe/actividades/*/componentes/*",
  desempeno: "informe/indicadoresDesempeno/*",
  satisfaccion: "informe/indicadoresSatisfaccion/*",
  dificultad: "informe/dificultadesHolguras/*",
};

const OTROS: Readonly<Record<string, string>> = {
  "informe.sinDificultadesNiHolguras": "informe/sinDificultadesNiHolguras",
  "actividad.medioDescripcion": "informe/actividades/*/medioVerificacion/descripcion",
  "actividad.medioFormatos": "informe/actividades/*/medioVerificacion/formatos",
};

/** A field of the report in the guide's registry, by its group and name; a field that is not in it is a bug. */
export function campoDelInforme(grupo: GrupoInforme, campo: string): Campo {
  const id = OTROS[`${grupo}.${campo}`] ?? `${BASES[grupo]}/${campo}`;
  const encontrado = campoPorId(id);
  if (!encontrado) throw new Error(`«${id}» is not in the registry of fields.`);
  return encontrado;
}

/** Label, help and sentence of the guide of a field, as the components of forms take them. */
export function palabrasDe(grupo: GrupoInforme, campo: string) {
  const { etiqueta, ayuda, cita } = campoDelInforme(grupo, campo);
  return { etiqueta, ayuda, guia: { texto: cita.frase, seccion: cita.seccion } };
}

export type Palabras = ReturnType<typeof palabrasDe>;
