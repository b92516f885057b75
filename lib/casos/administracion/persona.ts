import { cerrarSesiones } from "@/lib/datos/repositorio/sesion";
import {
  actualizarUsuario,
  buscarPorId,
  listarUsuarios,
  type PersonaListada,
} from "@/lib/datos/repositorio/usuario";
import { conActor } from "@/lib/datos/transaccion";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { ahoraReal } from "@/lib/sesion/reloj";
import type { Contexto } from "../contexto";

export const POR_PAGINA = 25;

export type PaginaDePersonas = {
  readonly total: number;
  readonly paginas: number;
  readonly personas: readonly PersonaListada[];
};

/** A page of the people of the whole platform. Takes a piece of name or e-mail, and the page from 1. */
export async function personas(
  { actor }: Contexto,
  { texto, pagina }: { texto: string; pagina: number },
): Promise<Resultado<PaginaDePersonas>> {
  if (!puede(actor, "usuario.administrar")) return NO_ENCONTRADO;
  const filtro = {
    texto: texto.trim(),
    desde: (pagina - 1) * POR_PAGINA,
    cuantos: POR_PAGINA,
    ahora: ahoraReal(),
  };
  const lista = await conActor(actor, "persona.listarTodas", (tx) => listarUsuarios(tx, filtro), {
    soloLectura: true,
  });
  return exito({ ...lista, paginas: Math.max(1, Math.ceil(lista.total / POR_PAGINA)) });
}

/** Ends every session of a person, at once and everywhere. */
export async function cerrarSesionesDe(
  { actor }: Contexto,
  { usuario }: { usuario: string },
): Promise<Resultado<{ cerradas: number }>> {
  if (!puede(actor, "usuario.administrar")) return NO_ENCONTRADO;
  return conActor(actor, "persona.cerrarSesiones", async (tx) => {
    if (!(await buscarPorId(tx, usuario))) return NO_ENCONTRADO;
    return exito({
      cerradas: await cerrarSesiones(tx, { usuarioId: usuario }, ahoraReal(), actor.usuarioId),
    });
  });
}

/** Deactivates an account (its sessions end with it) or makes it active again. Not one's own. */
export async function activar(
  { actor }: Contexto,
  { usuario, activo }: { usuario: string; activo: boolean },
): Promise<Resultado<null>> {
  if (!puede(actor, "usuario.administrar")) return NO_ENCONTRADO;
  if (usuario === actor.usuarioId) return fallar("es_uno_mismo", "No puede desactivar su propia cuenta.");
  return conActor(actor, "persona.activar", async (tx) => {
    if (!(await buscarPorId(tx, usuario))) return NO_ENCONTRADO;
    await actualizarUsuario(tx, usuario, { activo });
    if (!activo) await cerrarSesiones(tx, { usuarioId: usuario }, ahoraReal(), actor.usuarioId);
    return exito(null);
  });
}
