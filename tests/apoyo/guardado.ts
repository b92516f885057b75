import { guardarCampos } from "@/lib/casos/campo/guardar";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { escribirLugar } from "@/lib/flujo/campo";
import type { BaseDePrueba } from "./base";
import { contextoDe } from "./comite";
import { JUNIO } from "./junio";

/** The address of a field of the report. */
export const enElInforme = (campo: string) => escribirLugar({ grupo: "informe", clave: [], campo });

/** Everybody of the seed who writes what institutions fill in, each with a session. */
export async function quienesEscriben(base: BaseDePrueba): Promise<ContextoInstitucion[]> {
  const filas = await base.comoDueno<{ correo: string; codigo: string }>(
    `SELECT u.correo, i.codigo FROM membresia m JOIN usuario u ON u.id = m.usuario_id JOIN institucion i ON i.id = m.institucion_id
     WHERE m.rol IN ('contraparte_titular', 'contraparte_suplente') AND m.hasta IS NULL ORDER BY u.correo`,
  );
  return Promise.all(filas.map(({ correo, codigo }) => contextoDe(base, correo, codigo, JUNIO)));
}

/** Leaves every report without follow-up, which is what `deCadaQuien` writes. */
export const borrarSeguimiento = (base: BaseDePrueba) =>
  base.comoDueno("UPDATE informe SET avances = NULL, desafios = NULL, resultados = NULL");

const CAMPOS = ["avances", "desafios", "resultados"];

export type Escrito = {
  readonly quien: ContextoInstitucion;
  readonly campo: string;
  readonly valor: string;
};

/** One text of each person, each in a field of their institution's own. */
export const deCadaQuien = (personas: readonly ContextoInstitucion[]): Escrito[] =>
  personas.map((quien, i) => {
    const antes = personas.slice(0, i).filter(({ institucion }) => institucion.id === quien.institucion.id);
    return { quien, campo: CAMPOS[antes.length] ?? "", valor: `De ${quien.actor.nombre}` };
  });

/** Saves a text; answers its state, or the code of the failure. Throws as `guardarCampos`. */
export async function guardar({ quien, campo, valor }: Escrito, anterior: string | null = null) {
  const lugar = enElInforme(campo);
  const hecho = await guardarCampos(quien, {
    usuario: quien.actor.usuarioId,
    campos: [{ lugar, base: anterior, valor }],
  });
  return hecho.ok ? hecho.valor.respuestas[lugar]?.estado : hecho.falla.codigo;
}
