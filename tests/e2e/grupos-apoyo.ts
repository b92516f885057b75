import type { Contexto } from "@/lib/casos/contexto";
import { crear } from "@/lib/casos/grupo/crear";
import { nombrarEnDupla } from "@/lib/casos/grupo/dupla";
import { mover } from "@/lib/casos/grupo/mover";
import { enLaBase } from "@/tests/apoyo/baseE2e";
import { contextoDe } from "@/tests/apoyo/comite";
import { DICIEMBRE } from "@/tests/apoyo/difusion";
import { valor } from "@/tests/apoyo/resultado";
import { conBaseDeLaPlataforma } from "./comite-apoyo";

export const COORDINADORA = "carla.nunez@red.example";
export const SARA = "sara.lobos@red.example";

/** Another reviewer, of no group, with the password of the fictional people. Returns her id. */
export async function conSara(): Promise<string> {
  await enLaBase(
    `INSERT INTO usuario (correo, nombre, clave_hash)
     SELECT $1, 'Sara Lobos', clave_hash FROM usuario WHERE correo = 'elena.fuentes@red.example' ON CONFLICT DO NOTHING`,
    [SARA],
  );
  const [sara] = await enLaBase<{ id: string }>("SELECT id FROM usuario WHERE correo = $1", [SARA]);
  await enLaBase("INSERT INTO membresia (usuario_id, rol) VALUES ($1, 'revisor') ON CONFLICT DO NOTHING", [
    sara?.id,
  ]);
  return sara?.id ?? "";
}

/** The coordination names Sara reviewer of a group of her own, to which it moves an institution. */
export async function conOtroGrupo(codigo: string): Promise<void> {
  const revisor = await conSara();
  await conBaseDeLaPlataforma(async (base) => {
    const { actor, institucion } = await contextoDe(base, COORDINADORA, codigo, DICIEMBRE);
    const carla: Contexto = { actor: { ...actor, alcance: "*" }, ahora: DICIEMBRE };
    const { id: grupo } = await valor(crear(carla, { nombre: "Grupo de Sara" }));
    const cuales = { instituciones: [institucion.id], todas: false, texto: "", grupo: "" };
    await valor(mover(carla, { ...cuales, destino: grupo }));
    await valor(nombrarEnDupla(carla, { grupo, posicion: 1, revisor, sigue: "reemplazo" }));
  });
}
