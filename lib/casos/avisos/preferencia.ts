import { guardarPreferencia, leerPreferencias, rolesDePersona } from "@/lib/datos/repositorio/preferencia";
import { conActor } from "@/lib/datos/transaccion";
import type { Actor } from "@/lib/flujo/actor";
import { filaDeAviso, TIPOS, type TipoAviso, tiposOptativos } from "@/lib/flujo/aviso";
import type { Rol } from "@/lib/flujo/permiso";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";

export type TipoPreferido = { readonly tipo: TipoAviso; readonly nombre: string; readonly cuando: string };

/** What a person prefers, with the kinds that concern the functions they have, in any institution. */
export type PreferenciaLeida = {
  readonly resumenDiario: boolean;
  readonly optativos: readonly (TipoPreferido & { readonly porCorreo: boolean })[];
  readonly esenciales: readonly TipoPreferido[];
};

// Preferences are the person's, whatever hat they wear.
const propio = (actor: Contexto["actor"]): Actor => ({ ...actor, alcance: [] });

/** What the person prefers about their mail. */
export function leerPreferencia({ actor }: Contexto): Promise<Resultado<PreferenciaLeida>> {
  return conActor(propio(actor), "avisos.leerPreferencia", async (tx) => {
    const preferencia = (await leerPreferencias(tx, [actor.usuarioId])).get(actor.usuarioId);
    if (!preferencia) return NO_ENCONTRADO;
    const roles = await rolesDePersona(tx, actor.usuarioId);
    return exito({
      resumenDiario: preferencia.resumenDiario,
      optativos: tiposOptativos(roles).map((tipo) => ({
        ...describir(tipo),
        porCorreo: !preferencia.silenciados.includes(tipo),
      })),
      esenciales: TIPOS.filter((tipo) => concierne(tipo, roles)).map(describir),
    });
  });
}

const describir = (tipo: TipoAviso): TipoPreferido => {
  const { nombre, cuando } = filaDeAviso(tipo);
  return { tipo, nombre, cuando };
};

function concierne(tipo: TipoAviso, roles: readonly Rol[]): boolean {
  const { esencial, roles: suyos } = filaDeAviso(tipo);
  return esencial && suyos.some((rol) => roles.includes(rol));
}

type Guardar = { readonly resumenDiario: boolean; readonly porCorreo: readonly string[] };

/** Writes what the person prefers: of the kinds they may silence, those not wanted by mail. */
export function guardarPreferencias({ actor }: Contexto, entrada: Guardar): Promise<Resultado<null>> {
  return conActor(propio(actor), "avisos.preferir", async (tx) => {
    const previa = (await leerPreferencias(tx, [actor.usuarioId])).get(actor.usuarioId);
    if (!previa) return NO_ENCONTRADO;
    const suyos: readonly string[] = tiposOptativos(await rolesDePersona(tx, actor.usuarioId));
    // What was silenced in a function that the person does not have now stays silenced.
    const ajenos = previa.silenciados.filter((tipo) => !suyos.includes(tipo));
    await guardarPreferencia(tx, actor.usuarioId, {
      resumenDiario: entrada.resumenDiario,
      silenciados: [...ajenos, ...suyos.filter((tipo) => !entrada.porCorreo.includes(tipo))],
    });
    return exito(null);
  });
}
