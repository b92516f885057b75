import {
  buscarPorCorreo,
  buscarPorCuenta,
  buscarPorRun,
  type Usuario,
  vincularCuenta,
} from "@/lib/datos/repositorio/usuario";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { exito, fallar, type Resultado } from "@/lib/flujo/resultado";
import { abrirPara } from "./abrir";
import type { Solicitante } from "./solicitante";

/** Who an OIDC provider says a person is. */
export type IdentidadExterna = {
  readonly proveedor: string;
  readonly sujeto: string;
  /** Canonical RUN, from a provider that vouches for it (ClaveÚnica). */
  readonly run: string | null;
  /** An e-mail the provider verified, when that provider is trusted for it. */
  readonly correo: string | null;
  /** When the provider last asked them who they are; null when it does not say. */
  readonly autenticadaEn: Date | null;
};

const DESCONOCIDA = fallar(
  "cuenta_desconocida",
  "Comprobamos su identidad, pero nadie con ella tiene cuenta en la plataforma. Pida una invitación a la contraparte de su institución; si ya tiene cuenta, ingrese con su clave y anote su RUN en su perfil.",
);

/**
 * Signs in with what an OIDC provider answered. A provider that gives a RUN is matched by RUN and nothing else: its
 * subject and e-mail are no key. Any other, by its account; the first time, by an e-mail it is trusted for.
 * A provider may let in whoever has a session with it, hours old: the proof of identity is as old as it says, and
 * with no word of it there is none, so that signing asks again. Returns the id of the new session; fails with
 * `cuenta_desconocida`.
 */
export async function ingresarExterno(
  identidad: IdentidadExterna,
  solicitante: Solicitante,
): Promise<Resultado<{ sesionId: string }>> {
  const usuario = await conActor(SISTEMA, "ingreso.externo", (tx) => reconocer(tx, identidad));
  if (!usuario?.activo) return DESCONOCIDA;
  const probada = Math.min(identidad.autenticadaEn?.getTime() ?? 0, solicitante.ahora.getTime());
  const sesionId = await abrirPara(usuario.id, identidad.proveedor, solicitante, new Date(probada));
  return exito({ sesionId });
}

async function reconocer(tx: Transaccion, identidad: IdentidadExterna): Promise<Usuario | null> {
  const { proveedor, sujeto, run, correo } = identidad;
  if (run) return buscarPorRun(tx, run);
  const conocida = await buscarPorCuenta(tx, proveedor, sujeto);
  if (conocida || !correo) return conocida;
  const porCorreo = await buscarPorCorreo(tx, correo);
  if (porCorreo?.activo) await vincularCuenta(tx, porCorreo.id, proveedor, sujeto);
  return porCorreo;
}
