import { randomUUID } from "node:crypto";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import type { Solicitante } from "@/lib/casos/ingreso/solicitante";
import type { InstitucionRef } from "@/lib/flujo/actor";
import type { Rol } from "@/lib/flujo/permiso";
import { resumirClave } from "@/lib/sesion/clave";
import { leerSesion, type Sesion, sellarSesion } from "@/lib/sesion/sesion";
import type { BaseDePrueba } from "./base";

export const CLAVE = "una frase que nadie adivina";

/** The environment that identity needs in tests. Call it before anything reads it. */
export function entornoDeIdentidad(): void {
  process.env.SECRETO_SESION ??= "secreto-de-prueba-".repeat(3);
  process.env.URL_PUBLICA ??= "http://localhost:3999";
}

/** A request as the sign-in sees it. */
export function solicitanteEn(ahora: Date = new Date(), origen = "10.0.0.1"): Solicitante {
  return { ahora, origen, agente: "Mozilla/5.0 (Windows NT 10.0) Chrome/140", sesionAnterior: null };
}

/** Creates an institution. */
export async function crearInstitucion(
  base: BaseDePrueba,
  codigo = randomUUID().slice(0, 8).toUpperCase(),
): Promise<InstitucionRef> {
  const [fila] = await base.comoDueno<{ id: string }>(
    "INSERT INTO institucion (codigo, nombre, ministerio) VALUES ($1, $2, 'Ministerio de Prueba') RETURNING id",
    [codigo, `Servicio ${codigo}`],
  );
  return { id: fila?.id ?? "", codigo, nombre: `Servicio ${codigo}` };
}

let resumen: Promise<string> | undefined;

/** Creates a person with the password `CLAVE`. */
export async function crearPersona(
  base: BaseDePrueba,
  datos: { correo?: string; nombre?: string; run?: string } = {},
): Promise<{ id: string; correo: string }> {
  const correo = datos.correo ?? `${randomUUID().slice(0, 8)}@prueba.example`;
  resumen ??= resumirClave(CLAVE);
  const [fila] = await base.comoDueno<{ id: string }>(
    "INSERT INTO usuario (correo, nombre, run, clave_hash) VALUES ($1, $2, $3, $4) RETURNING id",
    [correo, datos.nombre ?? "Persona de Prueba", datos.run ?? null, await resumen],
  );
  return { id: fila?.id ?? "", correo };
}

/** Gives a person a function. Returns the id of the membership. */
export async function darFuncion(
  base: BaseDePrueba,
  usuarioId: string,
  rol: Rol,
  institucionId: string | null,
  extra: { cargo?: string; preside?: boolean } = {},
): Promise<string> {
  const cargo = extra.cargo ?? (rol === "integrante_comite" ? "Jefatura" : null);
  const [fila] = await base.comoDueno<{ id: string }>(
    "INSERT INTO membresia (usuario_id, rol, institucion_id, cargo, preside) VALUES ($1, $2::rol, $3, $4, $5) RETURNING id",
    [usuarioId, rol, institucionId, cargo, extra.preside ?? false],
  );
  return fila?.id ?? "";
}

/** Opens a session wearing a hat and reads it back as a request would. */
export async function sesionDe(
  base: BaseDePrueba,
  usuarioId: string,
  membresiaId: string | null,
): Promise<Sesion> {
  const [fila] = await base.comoDueno<{ id: string }>(
    `INSERT INTO sesion (usuario_id, membresia_id, metodo, creada_en, vista_en, autenticada_en, expira_en)
     VALUES ($1, $2, 'clave', now(), now(), now(), now() + interval '12 hours') RETURNING id`,
    [usuarioId, membresiaId],
  );
  const sesion = await leerSesion(await sellarSesion(fila?.id ?? ""));
  if (!sesion) throw new Error("La sesión recién abierta debe poder leerse.");
  return sesion;
}

/** A person with a function in a new institution (or a given one), ready to call use cases. */
export async function contextoDe(
  base: BaseDePrueba,
  rol: Rol,
  institucion?: InstitucionRef,
  ahora: Date = new Date(),
): Promise<ContextoInstitucion> {
  const lugar = institucion ?? (await crearInstitucion(base));
  const { id } = await crearPersona(base);
  const deLaRed = rol === "revisor" || rol === "coordinacion" || rol === "administrador";
  const membresia = await darFuncion(base, id, rol, deLaRed ? null : lugar.id);
  const { actor } = await sesionDe(base, id, membresia);
  if (!actor) throw new Error("La persona de prueba debe tener función.");
  return { actor, ahora, institucion: lugar };
}
