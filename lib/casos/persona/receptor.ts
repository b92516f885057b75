import { lugaresDe } from "@/lib/datos/repositorio/membresia";
import { buscarPorCorreo, type Usuario } from "@/lib/datos/repositorio/usuario";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { enumerar } from "@/lib/flujo/enumerar";
import { puede } from "@/lib/flujo/permiso";
import { comoSeBusca } from "@/lib/flujo/tablero";
import type { ContextoInstitucion } from "../contexto";

/** What somebody wrote of who receives a function: the address as it is kept, and the name. */
type Escrito = { readonly correo: string; readonly nombre: string };

const enUnaLinea = (nombre: string) => comoSeBusca(nombre).replace(/\s+/g, " ");

/** Whether an actor may know that an account exists, and whose it is: by their function, or because they work together. */
export async function conoceLaCuenta(
  tx: Transaccion,
  { actor, institucion }: ContextoInstitucion,
  cuenta: Usuario | null,
): Promise<boolean> {
  if (puede(actor, "cuenta.ver")) return true;
  return cuenta !== null && (await lugaresDe(tx, cuenta.id)).some((lugar) => lugar?.id === institucion.id);
}

/**
 * Where the account of an address works, for who may see accounts; empty for anybody else. As the system: the door
 * narrowed the reach of who asks to one institution. Before the transaction of what is done, never inside it.
 */
export async function dondeTrabaja(
  { actor }: ContextoInstitucion,
  correo: string,
): Promise<readonly string[]> {
  if (!puede(actor, "cuenta.ver")) return [];
  const lugares = await conActor(
    SISTEMA,
    "persona.dondeTrabaja",
    async (tx) => {
      const cuenta = await buscarPorCorreo(tx, correo);
      return cuenta ? lugaresDe(tx, cuenta.id) : [];
    },
    { soloLectura: true },
  );
  return [...new Set(lugares.map((lugar) => lugar?.nombre ?? "la Red de Expertos"))];
}

/**
 * What has to be confirmed before a function goes to an address; null when nothing. Whoever may see the account is told
 * whose it is if that is not who they wrote. Anybody else is always asked, and hears the same whether or not there is one.
 */
export function porConfirmar(
  { correo, nombre }: Escrito,
  cuenta: Usuario | null,
  { laConoce, lugares }: { readonly laConoce: boolean; readonly lugares: readonly string[] },
): string | null {
  if (!laConoce)
    return `Revise el correo letra por letra: la función pasa a quien ingresa con ${correo}. Si esa persona ya usa la plataforma, conserva el nombre con que figura en ella. Si es el correo de ${nombre}, márquelo para seguir.`;
  if (cuenta === null || enUnaLinea(cuenta.nombre) === enUnaLinea(nombre)) return null;
  const donde = lugares.length === 0 ? "" : `, de ${enumerar(lugares)}`;
  return `El correo ${correo} es de la cuenta de ${cuenta.nombre}${donde}, y usted escribió ${nombre}. Si es quien recibe la función, márquelo para seguir; si no, corrija el correo.`;
}
