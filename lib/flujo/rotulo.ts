import { type Campo, campoPorId } from "@/lib/guia/e3-2025/campos";
import { GRUPOS, type Lugar, type NombreGrupo } from "./campo";
import { MAPAS } from "./mapa";

/** Notes of the institution's own, which are not fields of the guide: the only labels that live here. */
const PROPIOS: Readonly<Record<string, string>> = {
  "actividad.custodia": "Dónde y quién guarda la evidencia",
  "instancia.audiencia": "A quiénes se dirigió",
  "ajuste.contenido": "Contenido",
};

/** The field of the guide that is saved under a name of a group; undefined for the institution's own notes. */
export function campoDeLugar({ grupo, campo }: Pick<Lugar, "grupo" | "campo">): Campo | undefined {
  if (Object.hasOwn(PROPIOS, `${grupo}.${campo}`)) return undefined;
  const { caminos, campos = {} } = MAPAS[grupo];
  const lista = (caminos[0]?.pasos ?? []).flatMap(({ lista: paso }) => [...paso, "*"]);
  return campoPorId([...lista, campos[campo] ?? campo].join("/"));
}

/** What a saved field is called, by the registry of the guide. Takes its group and its name. */
export function rotuloDeCampo(grupo: NombreGrupo, campo: string): string {
  return PROPIOS[`${grupo}.${campo}`] ?? campoDeLugar({ grupo, campo })?.etiqueta ?? campo;
}

/** Every saved field with its group, for whoever must go through them all. */
export const CAMPOS_GUARDADOS: readonly { readonly grupo: NombreGrupo; readonly campo: string }[] = (
  Object.keys(GRUPOS) as NombreGrupo[]
).flatMap((grupo) => Object.keys(GRUPOS[grupo].campos).map((campo) => ({ grupo, campo })));
