import { nombreCookie, sellarSesion } from "@/lib/sesion/sesion";
import type { BaseDeCarga } from "./base";

/** Opens a session for a person already in the database, wearing the first of their functions. Returns its cookie. */
export async function abrirSesionDe({ dueno }: Pick<BaseDeCarga, "dueno">, correo: string): Promise<string> {
  const { rows } = await dueno.query<{ id: string }>(
    `INSERT INTO sesion (usuario_id, membresia_id, metodo, creada_en, vista_en, autenticada_en, expira_en)
     SELECT u.id, (SELECT id FROM membresia m WHERE m.usuario_id = u.id AND m.hasta IS NULL ORDER BY rol LIMIT 1), 'clave', now(), now(), now(), now() + interval '11 hours'
     FROM usuario u WHERE u.correo = $1 RETURNING id`,
    [correo],
  );
  const [fila] = rows;
  if (!fila) throw new Error(`Falta ${correo}.`);
  return `${nombreCookie(false)}=${await sellarSesion(fila.id)}`;
}
